"""Headers, footers and page numbers: what is printed again and again outside of the text."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz import fuzz, process

from inspel_app.domain.document import PageSize, Role
from inspel_app.reading.layout import Run
from inspel_app.reading.layout_running import Titles, counting

_BAND = 0.12
"""Headers and footers stand in this share of the page's height."""
_STEP, _LOOSE = 4.0, 12.0
"""Lines at the same height, give or take so many points: those of a file, and scanned ones."""
_ALIKE = 85.0
"""Per cent of likeness between readings of the same line."""
_DIGITS = re.compile(r"\d+")


class Margins(NamedTuple):
    """A page's runs apart."""

    header: list[Run]
    body: list[Run]
    footer: list[Run]


def margins(pages: Sequence[Sequence[Run]], sizes: Sequence[PageSize]) -> list[Margins]:
    """Each page's header, body and footer.

    A line belongs to the header or footer when everything at its height is repeated
    from page to page, or counts the pages, and is found nowhere else in the document:
    what a respondent wrote, and the form's own labels, never are.
    """
    edges: defaultdict[Role, list[tuple[float, Run]]] = defaultdict(list)
    for page, size in zip(pages, sizes, strict=True):
        for run in page:
            if (role := _role(run, size)) is not None:
                edges[role].append((_height(run, size, role), run))
    shapes = _Shapes(run for found in edges.values() for _, run in found)
    everywhere = Counter(shapes.of(run) for page in pages for run in page)
    titles = Titles([run for page in pages for run in page])
    chosen = {
        id(run): role
        for role, found in edges.items()
        for band in _bands(found)
        for run in _chosen(band, shapes, everywhere, titles, len(pages))
    }
    return [_apart(page, chosen) for page in pages]


def _apart(page: Sequence[Run], chosen: Mapping[int, Role]) -> Margins:
    """The page's parts; what stands inside of a line of the body belongs to the body too."""
    rest = [run.baseline for run in page if id(run) not in chosen]
    top, bottom = min(rest, default=math.inf), max(rest, default=-math.inf)
    parts = Margins([], [], [])
    for run in page:
        role = chosen.get(id(run))
        if role is Role.HEADER and run.baseline < top + _STEP:
            parts.header.append(run)
        elif role is Role.FOOTER and run.baseline > bottom - _STEP:
            parts.footer.append(run)
        else:
            parts.body.append(run)
    return parts


def _role(run: Run, size: PageSize) -> Role | None:
    """What the run may be by its place."""
    if run.alone or _BAND * size.height <= run.baseline <= (1 - _BAND) * size.height:
        return None
    return Role.HEADER if run.baseline < size.height / 2 else Role.FOOTER


def _height(run: Run, size: PageSize, role: Role) -> float:
    """How far the run stands from its edge of the page."""
    return run.baseline if role is Role.HEADER else size.height - run.baseline


def _bands(found: Iterable[tuple[float, Run]]) -> Iterator[list[Run]]:
    """The runs that stand at the same height."""
    band: list[Run] = []
    start = -math.inf
    for height, run in sorted(found, key=itemgetter(0)):
        if height - start > (_LOOSE if _was_read(run) else _STEP):
            if band:
                yield band
            band, start = [], height
        band.append(run)
    if band:
        yield band


def _was_read(run: Run) -> bool:
    return run.words[0].confidence is not None


class _Shapes:
    """What lines say apart from their numbers; one for all readings of the same line."""

    def __init__(self, margins: Iterable[Run]) -> None:
        self._known: list[str] = []
        for run in margins:
            if _was_read(run) and self._alike(shape := _shape(run)) is None:
                self._known.append(shape)

    def of(self, run: Run) -> str:
        shape = _shape(run)
        return (_was_read(run) and self._alike(shape)) or shape

    def _alike(self, shape: str) -> str | None:
        found = process.extractOne(shape, self._known, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return found[0] if found else None


def _shape(run: Run) -> str:
    """The line's words without its numbers, alike where facing pages mirror each other."""
    return " ".join(sorted(_DIGITS.sub("#", run.text.casefold()).split()))


def _chosen(
    runs: Sequence[Run],
    shapes: _Shapes,
    everywhere: Mapping[str, int],
    titles: Titles,
    pages: int,
) -> list[Run]:
    """The runs at one height that are header or footer: all of them, or none.

    The first page may have a letterhead of its own there.
    """
    numbers = counting(runs)
    if len(numbers) == len(runs):
        alone = len(runs) == 1 and runs[0].text == str(runs[0].page)
        return [] if alone else list(runs)
    here = Counter(map(shapes.of, runs))
    names = [run for run in runs if titles.repeated_by(run)]
    sure = {*numbers, *map(id, names)}
    rest = [run for run in runs if id(run) not in sure]
    repeated = [run for run in rest if here[shapes.of(run)] > 1]
    if any(run.page > 1 and here[shapes.of(run)] == 1 for run in rest):
        return []
    if any(everywhere[shapes.of(run)] > here[shapes.of(run)] + 1 for run in repeated):
        return []
    found = [run for run in runs if id(run) in sure or here[shapes.of(run)] > 1]
    on_pages = len({run.page for run in (*repeated, *names)})
    return found if 2 * on_pages >= pages else []
