"""Filled-in forms and letters as Word files."""

from tests.formular import layouts
from tests.formular.arrange import arranged
from tests.formular.furniture import add_comments, add_footnotes, add_furniture, section
from tests.formular.layouts import Layout, Nodes
from tests.formular.ooxml import Package, element
from tests.formular.pen import Pen
from tests.formular.source import Source
from tests.formular.textbox import text_box

OFFICIAL = Layout(layouts.row_with_inline_control, table=True)
CONTRAST = Layout(layouts.paragraphs_with_block_control)
TYPED = Layout(layouts.paragraphs_typed_over)
LAYOUTS = {
    "table": OFFICIAL,
    "boxed": OFFICIAL,
    "pdf": OFFICIAL,
    "alt": CONTRAST,
    "strict": CONTRAST,
    "trimmed": CONTRAST,
    "pdf-alt": CONTRAST,
    "cell": Layout(layouts.row_with_cell_control, table=True),
    "tracked": Layout(layouts.row_with_tracked_changes, table=True),
    "typed": TYPED,
    "shuffled": TYPED,
    "glued": Layout(layouts.paragraphs_glued),
}


def word_form(source: Source) -> bytes:
    """The form as this respondent filled it in."""
    package = Package()
    pen = _pen(package, source)
    nodes = [text_box(pen, source.stamp)] if source.stamp else []
    nodes += layouts.body(pen, arranged(source), LAYOUTS[source.shape])
    if source.shape == "tracked":
        add_comments(package, [("Kassören", "Stäm av med årsmötet innan vi skickar.")])
    return _finish(package, source, nodes, "RUS-aktualisering 2025–26, mall för inspel")


def word_letter(source: Source) -> bytes:
    """A letter: the first line as its title, then one paragraph for each line."""
    package = Package()
    pen = _pen(package, source)
    title, *lines = filter(None, source.letter.split("\n"))
    nodes = [pen.printed(title, "Heading1"), *(pen.paragraph(*pen.runs(x)) for x in lines)]
    return _finish(package, source, nodes, "Kulturföreningen Brofästet")


def _pen(package: Package, source: Source) -> Pen:
    author = source.answers.get("bakgrund.kontaktperson", "")
    add_furniture(package, "Mall för inspel" if source.answers else "", author)
    note = source.footnote
    if note:
        add_footnotes(package, [note.text])
    # LibreOffice prints the address of a link within a control that holds whole paragraphs.
    links = source.shape != "pdf-alt"
    return Pen(package, source.id, note.after if note else "", links=links)


def _finish(package: Package, source: Source, nodes: Nodes, header: str) -> bytes:
    document = element(
        "w:document", element("w:body", *nodes, section(package, header)), mc_Ignorable="w14"
    )
    return package.finish(document, strict=source.shape == "strict")
