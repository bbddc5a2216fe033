"""Pictures of pages, each in a file of its own, that are pages of one form: one inspel."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from inspel_app.domain.document import Block, Document, Location, Method, Problem
from inspel_app.domain.form import FormTemplate, LabelKind, SourceFile, Submission, Unplaced
from inspel_app.domain.gazetteer import NOTHING_KNOWN, Gazetteer
from inspel_app.errors import UnreadableError
from inspel_app.forms.interpret import identified
from inspel_app.forms.page_order import form_order, sure_labels
from inspel_app.forms.ranges import stripped
from inspel_app.forms.several import interpret_all
from inspel_app.i18n import _

_ASKING = frozenset({LabelKind.HEADING, LabelKind.QUESTION})
_TWICE = "fraga-tva-ganger"
_TABLES = 1_000
"""No page has so many tables."""


@dataclass(frozen=True, slots=True)
class LoosePage:
    """A file that is a picture of one page, and what was read in it."""

    name: str
    document: Document


def loose_page(name: str, document: Document | UnreadableError) -> LoosePage | None:
    """The file as a page that others may belong to; None where it is more, or holds text."""
    if not isinstance(document, Document):
        return None
    written = [block for block in document.blocks if block.text]
    seen = bool(written) and all(block.words for block in written)
    return LoosePage(name, document) if seen and len(document.pages) == 1 else None


def together(
    pages: Sequence[LoosePage],
    templates: Sequence[FormTemplate],
    gazetteer: Gazetteer = NOTHING_KNOWN,
) -> Iterator[Submission]:
    """The inspel that are made of several of the files; the others are inspel by themselves.

    `pages` come from one folder or one mail, in the order of their names. A page that says again
    what the form says once begins another form.
    """
    left = list({page.document.file: page for page in pages}.values())
    for template in templates:
        for form in _sets(left, template):
            found = _read_as_one(form, template, gazetteer)
            if found is not None:
                left = [page for page in left if page not in form]
                yield found


def _sets(pages: Sequence[LoosePage], template: FormTemplate) -> Iterator[list[LoosePage]]:
    """The pages of each form; a page without the form's texts belongs to it between others."""
    labels = template.labels
    begun: list[LoosePage] = []
    between: list[LoosePage] = []
    asked: set[int] = set()
    for page in pages:
        found = sure_labels(page.document, template)
        asking = {label for label in found if labels[label].kind in _ASKING}
        if not found:
            between.append(page)
            continue
        if asked & asking:
            yield begun
            begun, asked = [], set()
        begun += [*(between if begun else ()), page]
        between, asked = [], asked | asking
    yield begun


def _read_as_one(
    pages: Sequence[LoosePage], template: FormTemplate, gazetteer: Gazetteer
) -> Submission | None:
    """The one inspel that the pages are, with its places in their files; None if they are more."""
    if len(pages) <= 1:
        return None
    order, unsure = form_order(_bound(pages), template)
    ordered = [pages[number - 1] for number in order]
    whole = _bound(ordered)
    found = interpret_all(whole, ordered[0].name, (template,), gazetteer)
    if len(found) > 1 or found[0].form is None or _asks_twice(found[0]):
        return None
    doubts = _doubts(pages, ordered, [pages[number - 1] for number in unsure])
    placed = _placed(found[0], whole, ordered)
    placed = replace(
        placed,
        files=tuple(SourceFile(page.name, page.document.file) for page in ordered),
        problems=(*placed.problems, *doubts),
    )
    return identified(placed, ordered[0].document.file, 0)


def _asks_twice(read: Submission) -> bool:
    return any(problem.code == _TWICE for problem in read.problems)


def _doubts(
    pages: Sequence[LoosePage], ordered: Sequence[LoosePage], unsure: Sequence[LoosePage]
) -> Iterator[Problem]:
    if list(pages) != list(ordered):
        message = _("Bilderna låg inte i blankettens ordning. De är lästa i ordningen {names}.")
        yield Problem("sidor-omkastade", message.format(names=_names(ordered)))
    if unsure:
        message = _("Det framgår inte var i blanketten dessa bilder hör hemma: {names}.")
        yield Problem("sida-utan-plats", message.format(names=_names(unsure)))


def _names(pages: Sequence[LoosePage]) -> str:
    return ", ".join(page.name for page in pages)


def _bound(pages: Sequence[LoosePage]) -> Document:
    """The pages as one document, numbered as they lie."""
    return Document.of(
        pages[0].document.file,
        Method.OCR,
        [_numbered(b, n) for n, page in enumerate(pages, 1) for b in page.document.blocks],
        [size for page in pages for size in page.document.pages],
        [
            Problem(problem.code, f"{page.name}: {problem.message}")
            for page in pages
            for problem in page.document.problems
        ],
    )


def _numbered(block: Block, number: int) -> Block:
    """A block of a page as the one of page `number`; tables of two pages are two."""
    cell = block.cell
    return replace(
        block,
        page=number,
        cell=replace(cell, table=_TABLES * number + cell.table) if cell else None,
        lines=tuple(replace(line, page=number) for line in block.lines),
        words=tuple(replace(word, page=number) for word in block.words),
    )


def _placed(read: Submission, whole: Document, pages: Sequence[LoosePage]) -> Submission:
    """What was read in the bound pages, with its places in their own files."""
    sizes = [sum(len(block.text) + 1 for block in p.document.blocks) for p in pages]
    starts = [sum(sizes[:n]) for n in range(len(pages) + 1)]

    def places(place: Location) -> list[Location]:
        """A place may go on from page to page."""
        found = []
        for page, (first, end) in zip(pages, pairwise(starts), strict=True):
            span = (max(place.start, first), min(place.end, end))
            for start, stop in stripped(whole.cell_by_cell, [span] if span[0] < span[1] else []):
                found.append(page.document.locate(start - first, stop - first))
        return found

    def moved(line: Unplaced) -> Unplaced:
        words = tuple(replace(word, place=places(word.place)[0]) for word in line.doubtful)
        return replace(line, location=places(line.location)[0], doubtful=words)

    answers = (
        replace(
            answer,
            parts=tuple(part for place in answer.parts for part in places(place)),
            doubtful=tuple(replace(w, place=places(w.place)[0]) for w in answer.doubtful),
        )
        for answer in read.answers
    )
    return replace(read, answers=tuple(answers), unplaced=tuple(map(moved, read.unplaced)))
