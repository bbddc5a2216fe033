"""The ways in which a question and its answer stand in a Word file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from tests.formular.arrange import Entry
from tests.formular.furniture import field
from tests.formular.ooxml import NAMESPACES, element
from tests.formular.pen import Pen
from tests.formular.picture import PICTURES, picture
from tests.formular.source import NO_CONTROL, PLACEHOLDER, Print, Printed

Nodes: TypeAlias = list[etree._Element]
QUESTION, ANSWER, WHOLE = "2800", "6272", "9072"
"""Widths of cells in twentieths of a point."""


Question: TypeAlias = Callable[[Pen, Entry], Nodes]


@dataclass(frozen=True)
class Layout:
    """How questions are set: `question` gives table rows if `table`, else paragraphs."""

    question: Question
    table: bool = False


def body(pen: Pen, entries: list[Entry], layout: Layout) -> Nodes:
    """The form's parts and questions in the layout; all other lines as they are printed."""
    nodes: Nodes = []
    rows: Nodes = []
    for entry in entries:
        kind = entry.line.kind
        in_table = layout.table and kind in (Print.PART, Print.QUESTION)
        if rows and (not in_table or kind is Print.PART):
            nodes += [_table(rows), pen.paragraph()]
            rows = []
        if in_table:
            rows += layout.question(pen, entry) if kind is Print.QUESTION else [_part(pen, entry)]
        elif kind is Print.QUESTION:
            nodes += layout.question(pen, entry)
        else:
            nodes.append(_printed(pen, entry.line))
    return [*nodes, *([_table(rows)] if rows else [])]


def row_with_inline_control(pen: Pen, entry: Entry) -> Nodes:
    """The official form: the control stands in the question's own paragraph."""
    return [_row_of(pen, entry, _control_in_line(pen, entry))]


def row_with_cell_control(pen: Pen, entry: Entry) -> Nodes:
    """The control is the cell beside the question; contact rows are in controls as a whole."""
    question = _cell(QUESTION, pen.printed(entry.line.text))
    cell = _cell(ANSWER, *_written(pen, entry))
    if entry.line.field != NO_CONTROL:
        cell = pen.control([cell], placeholder=entry.answer is None)
    row = element("w:tr", question, cell)
    return [pen.control([row], title="Kontaktuppgift")] if _is_background(entry) else [row]


def row_with_tracked_changes(pen: Pen, entry: Entry) -> Nodes:
    """Answers that were rewritten with change tracking on, half of them with a comment."""
    if entry.withdrawn is not None:
        content = [pen.control([pen.deleted(entry.withdrawn)])]
    elif entry.answer is None or _is_background(entry):
        content = _control_in_line(pen, entry)
    else:
        content = [pen.control(_rewritten(pen, entry.answer))]
    return [_row_of(pen, entry, content)]


def paragraphs_with_block_control(pen: Pen, entry: Entry) -> Nodes:
    """The form with higher contrast: the control follows the question's paragraph."""
    question = pen.printed(entry.line.text)
    written = _written(pen, entry)
    if entry.line.field == NO_CONTROL:
        return [question, *written]
    return [question, pen.control(written, placeholder=entry.answer is None)]


def paragraphs_typed_over(pen: Pen, entry: Entry) -> Nodes:
    """No controls: short answers follow the question, long ones stand below it."""
    question = pen.runs(entry.line.text + " ", splits=1)
    if entry.answer is None:
        left = [] if entry.line.field == NO_CONTROL else pen.placeholder(styled=False)
        return [pen.paragraph(*question, *left)]
    if "\n" in entry.answer:
        return [pen.paragraph(*question), *pen.paragraphs(entry.answer)]
    return [pen.paragraph(*question, *pen.runs(entry.answer))]


def paragraphs_glued(pen: Pen, entry: Entry) -> Nodes:
    """Written behind the placeholder's text: within the control, or just after it."""
    question = pen.runs(entry.line.text + " ", splits=1)
    if entry.answer is None or entry.line.field == NO_CONTROL:
        return [pen.paragraph(*question, *_control_in_line(pen, entry))]
    if len(entry.answer) % 2:
        return [pen.paragraph(*question, pen.control(pen.lines(PLACEHOLDER + entry.answer)))]
    control = pen.control(pen.placeholder(), placeholder=True)
    return [pen.paragraph(*question, control, *pen.lines(entry.answer))]


def _rewritten(pen: Pen, answer: str) -> Nodes:
    """The answer with its second half inserted in place of a draft."""
    middle = answer.find(" ", len(answer) // 2) + 1
    kept, new = pen.lines(answer[:middle]), pen.lines(answer[middle:])
    if len(answer) % 2:
        kept = pen.commented(kept, 0)
    return [*kept, pen.deleted("Utkast, skrivs om av styrelsen."), pen.inserted(new)]


def _written(pen: Pen, entry: Entry) -> Nodes:
    """The answer as paragraphs, or what stands there before anybody has written."""
    if entry.answer is not None:
        return pen.paragraphs(entry.answer)
    left = [] if entry.line.field == NO_CONTROL else pen.placeholder()
    return [pen.paragraph(*left)]


def _control_in_line(pen: Pen, entry: Entry) -> Nodes:
    if entry.line.field == NO_CONTROL:
        return pen.lines(entry.answer) if entry.answer else []
    if entry.answer is None:
        return [pen.control(pen.placeholder(), placeholder=True)]
    return [pen.control(pen.lines(entry.answer))]


def _row_of(pen: Pen, entry: Entry, content: Nodes) -> etree._Element:
    if _is_background(entry):
        answer = _cell(ANSWER, pen.paragraph(*content))
        return element("w:tr", _cell(QUESTION, pen.printed(entry.line.text)), answer)
    question = pen.runs(entry.line.text + " ", splits=1)
    return element("w:tr", _cell(WHOLE, pen.paragraph(*question, *content)))


def _is_background(entry: Entry) -> bool:
    return (entry.line.field or "").startswith("bakgrund.")


def _part(pen: Pen, entry: Entry) -> etree._Element:
    return element("w:tr", _cell(WHOLE, pen.printed(entry.line.text, "Heading3")))


def _printed(pen: Pen, line: Printed) -> etree._Element:
    styles = {
        Print.TITLE: "Title",
        Print.HEADING: "Heading1",
        Print.SECTION: "Heading2",
        Print.PART: "Heading3",
    }
    if line.kind in PICTURES:
        return pen.paragraph(picture(pen.package, line.kind))
    if line.text.startswith("Länk"):
        return pen.paragraph(*field('HYPERLINK "https://strategi.example/rus"', line.text))
    if line.kind is Print.BULLET:
        return pen.paragraphs(f"- {line.text}")[0]
    return pen.printed(line.text, styles.get(line.kind, ""))


def _table(rows: Nodes) -> etree._Element:
    look = element(
        "w:tblPr",
        element("w:tblStyle", w_val="TableGrid"),
        element("w:tblW", w_w="0", w_type="auto"),
    )
    cells = [list(row.iter(f"{{{NAMESPACES['w']}}}tcPr")) for row in rows]
    widths = (QUESTION, ANSWER) if max(map(len, cells)) > 1 else (WHOLE,)
    grid = element("w:tblGrid", *(element("w:gridCol", w_w=width) for width in widths))
    for row in cells:
        if len(row) < len(widths):
            row[0].append(element("w:gridSpan", w_val=str(len(widths))))
    return element("w:tbl", look, grid, *rows)


def _cell(width: str, *content: etree._Element) -> etree._Element:
    size = element("w:tcPr", element("w:tcW", w_w=width, w_type="dxa"))
    return element("w:tc", size, *content)
