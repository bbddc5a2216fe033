"""Flows -> paragraphs: which printed lines belong together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from inspel_app.domain.document import Cell
from inspel_app.reading.layout import Flow, Run, had_room

_SINGLE = 1.2
"""Single line spacing, in font sizes."""
_LIKELY = 2
"""Single spacing is taken for granted until more lines than this speak against it."""
_TRIPLE = 3.0
"""Lines further apart, in font sizes, say nothing of the spacing."""
_LOOSE = 0.2
"""Lines this much further apart than usual, in font sizes, are different paragraphs."""
_INDENT = 0.8
"""A step to the side of so many font sizes begins a paragraph."""
_OTHER_SIZE = 0.1
"""A font so much larger or smaller is another."""
_HANGING = 0.6
"""A space, in font sizes, with something to spare."""
_SHORT = 0.3
"""A line that leaves so much of its width was ended, whatever the file says."""
_FULL = 0.8
"""The share of full lines that end in a space before it is taken for the writer's program's way."""
_ASIDES = 8
"""So many notes, captions and cells may stand between two halves of a paragraph."""
_ENDINGS = (".", "!", "?", ":", ";", "”", '"', ")")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The printed lines of one paragraph, heading or list item."""

    runs: tuple[Run, ...]
    item: bool = False
    cell: Cell | None = None

    def live(self) -> "Paragraph | None":
        """It without what is struck through; None where nothing but a bullet is left."""
        if not any(word.struck for run in self.runs for word in run.words):
            return self
        lines = [(tuple(w for w in run.words if not w.struck), run.page) for run in self.runs]
        left = tuple(Run(words, page) for words, page in lines if words)
        item = self.item and not self.runs[0].words[0].struck
        bare = item and len(left) == 1 and len(left[0].words) == 1
        return replace(self, runs=left, item=item) if left and not bare else None


@dataclass(frozen=True, slots=True)
class Habits:
    """How one document sets its lines: what tells a new paragraph from a new line.

    `leading` is the distance between lines in font sizes. `spaced` is true when the file
    keeps the space at which a line was broken, so that its absence tells an end.
    """

    leading: float
    spaced: bool

    @classmethod
    def of(cls, flows: Iterable[Flow]) -> "Habits":
        """The habits seen where one line, full to the margin, is followed by another."""
        leadings = Counter({_SINGLE: _LIKELY})
        spaced = full = 0
        for flow in flows:
            for (run, after), right in zip(pairwise(flow.runs), flow.edges(), strict=False):
                step = (after.baseline - run.baseline) / max(run.size, 1.0)
                if had_room(run, after, right) or run.page != after.page or step > _TRIPLE:
                    continue
                leadings[round(step * 20) / 20] += 1
                full += 1
                spaced += run.words[-1].spaced
        leading = max(leadings, key=lambda step: (leadings[step], -step))
        return cls(leading, full > 0 and spaced >= _FULL * full)


def paragraphs(flow: Flow, habits: Habits) -> Iterator[Paragraph]:
    """The paragraphs of a flow, in order; every run is in exactly one."""
    lines: list[Run] = []
    item = False
    for run, right in zip(flow.runs, [flow.right, *flow.edges()], strict=False):
        marked = bool(run.marker) and _is_item(lines, run, right)
        if lines and (marked or _breaks(lines, run, right, habits, item=item)):
            yield Paragraph(tuple(lines), item, flow.cell)
            lines = []
        if not lines:
            item = marked
        lines.append(run)
    if lines:
        yield Paragraph(tuple(lines), item, flow.cell)


def reunited(
    flows: Iterable[tuple[Flow, Sequence[Paragraph]]], habits: Habits
) -> Iterator[Paragraph]:
    """All paragraphs in order, those that the end of a page or column parts made whole."""
    made: list[Paragraph] = []
    rights: list[float] = []
    for flow, parts in flows:
        for paragraph in parts:
            begun = _begun(made, paragraph, boxed=flow.boxed)
            if begun is not None and _goes_on(made[begun], paragraph, rights[begun], habits):
                made[begun] = replace(made[begun], runs=made[begun].runs + paragraph.runs)
                rights[begun] = flow.right
                continue
            made.append(paragraph)
            rights.append(flow.right)
    yield from made


def _begun(made: Sequence[Paragraph], paragraph: Paragraph, *, boxed: bool) -> int | None:
    """Which paragraph this one may be the rest of: the last, or the one before notes and tables.

    What stands below the text of a column, or above that of the next, parts its sentences; in
    a box of a slide only a sentence that is cut may go on.
    """
    last = len(made) - 1
    for i in range(last, max(last - _ASIDES, 0) - 1, -1):
        if _is_aside(made[i], paragraph):
            continue
        certain = (i == last and not boxed) or _is_cut(made[i].runs[-1], paragraph.runs[0])
        row = next((p for p in reversed(made) if p.cell is not None), made[last])
        whole = paragraph.cell is None or _is_in_row(made[i], row)
        return i if certain and whole and _is_next(made[i], paragraph) else None
    return None


def _is_cut(end: Run, run: Run) -> bool:
    """Whether a sentence stops at the end of the one and goes on in the other."""
    return run.text[:1].islower() and not end.text.endswith(_ENDINGS)


def _is_aside(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether it is a note, caption, figure's text or table among paragraphs like the other.

    For what begins a page in a cell, so are the other cells of a row that the page's end parts,
    and the lines between the two pages' tables.
    """
    if before.cell is not None and paragraph.cell is None:
        return True
    if paragraph.cell is not None and before.runs[-1].page < paragraph.runs[0].page:
        return before.cell is None or before.cell.column != paragraph.cell.column
    if paragraph.cell is not None and before.cell is None:
        return len(before.runs) == 1
    run = before.runs[0]
    return abs(run.size - paragraph.runs[0].size) > _OTHER_SIZE * run.size


def _is_next(last: Paragraph, paragraph: Paragraph) -> bool:
    """Whether the page or column ends between the two, so that one may go on in the other."""
    if not _jumps(last.runs[-1], paragraph.runs[0]) or paragraph.item:
        return False
    if last.cell and paragraph.cell:
        return last.cell.column == paragraph.cell.column
    return last.cell is None and paragraph.cell is None


def _is_in_row(one: Paragraph, other: Paragraph) -> bool:
    """Whether the two stand in one row of a table, or in none."""
    if one.cell is None or other.cell is None:
        return one.cell is other.cell
    return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)


def _jumps(end: Run, run: Run) -> bool:
    """Whether the second begins a new page, or a column beside the first."""
    return run.page == end.page + 1 or _is_beside(end, run)


def _is_beside(end: Run, run: Run) -> bool:
    return run.page == end.page and run.baseline < end.baseline and run.x0 > end.x0


def _goes_on(last: Paragraph, paragraph: Paragraph, right: float, habits: Habits) -> bool:
    """Whether the paragraph is the rest, on the next page or column, of the other."""
    end, run = last.runs[-1], paragraph.runs[0]
    if _breaks(last.runs, run, right, habits, item=last.item):
        return False
    if _is_beside(end, run) and last.cell:
        return False
    return habits.spaced or run.text[:1].islower() or not end.text.endswith(_ENDINGS)


def _is_item(lines: Sequence[Run], run: Run, right: float) -> bool:
    """Whether a marker at the line's start is one, and no dash or number that was wrapped there."""
    if run.certain_item or len(run.words) == 1:
        return run.certain_item
    if not lines:
        return True
    return had_room(lines[-1], run, right) or lines[0].marker == run.marker


def _breaks(lines: Sequence[Run], run: Run, right: float, habits: Habits, *, item: bool) -> bool:
    last = lines[-1]
    if last.alone or run.alone or _ended(last, run, right, habits):
        return True
    if abs(run.size - last.size) > _OTHER_SIZE * last.size or run.bold != last.bold:
        return True
    if run.words[0].bold and not last.words[-1].bold and last.text.endswith(_ENDINGS):
        return True
    if habits.spaced and _lacks_space(last, right):
        return True
    if _jumps(last, run):
        return False
    step = (run.baseline - last.baseline) / max(run.size, last.size, 1.0)
    return step > habits.leading + _LOOSE or _shifts(lines, run, item=item)


def _ended(last: Run, run: Run, right: float, habits: Habits) -> bool:
    """Whether the writer ended the line; a space at its end tells that the margin is elsewhere."""
    wrapped = habits.spaced and last.words[-1].spaced
    short = right - last.x1 > _SHORT * (right - last.x0)
    return had_room(last, run, right) and (short or not wrapped)


def _lacks_space(run: Run, right: float) -> bool:
    """Whether the file would hold a space at the line's end if the text went on.

    It holds none where a word is broken after -, – or /, nor where it would hang over the margin.
    """
    last = run.words[-1]
    broken = last.text.endswith(("-", "–", "—", "/", "\u00ad"))
    return not last.spaced and not broken and run.x1 + _HANGING * run.size < right


def _shifts(lines: Sequence[Run], run: Run, *, item: bool) -> bool:
    """Whether the line steps to the side as a paragraph's first line does."""
    first, last = lines[0], lines[-1]
    indent = _INDENT * run.size
    if item and abs(run.x0 - first.text_x0) < indent:
        return False
    if abs((run.x0 + run.x1) - (last.x0 + last.x1)) < indent / 2:
        return False  # centred
    step = run.x0 - last.x0
    return abs(step) > indent and len(lines) > 1
