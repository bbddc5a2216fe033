"""Headers, footers and page numbers: what is printed again and again outside of the text."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from inspel_app.domain.document import PageSize, Role
from inspel_app.reading.layout import Run

_BAND = 0.12
"""Headers and footers stand in this share of the page's height."""
_STEP = 4.0
"""Lines at the same height, give or take so many points."""
_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(
    r"(?:sida|sid\.?|s\.|page)?\s*[-–]?\s*(\d+)\s*(?:(?:av|of|/|\(|:)\s*\d+\s*\)?)?\s*[-–]?",
    re.IGNORECASE,
)


class Margins(NamedTuple):
    """A page's runs apart."""

    header: list[Run]
    body: list[Run]
    footer: list[Run]


class _Place(NamedTuple):
    role: Role
    height: int


def margins(pages: Sequence[Sequence[Run]], sizes: Sequence[PageSize]) -> list[Margins]:
    """Each page's header, body and footer.

    A line belongs to the header or footer when everything at its height is repeated
    from page to page, or counts the pages, and is found nowhere else in the document:
    what a respondent wrote, and the form's own labels, never are.
    """
    everywhere = Counter(_shape(run) for page in pages for run in page)
    bands: defaultdict[_Place, list[Run]] = defaultdict(list)
    for page, size in zip(pages, sizes, strict=True):
        for run in page:
            if (place := _place(run, size)) is not None:
                bands[place].append(run)
    chosen = {
        id(run): place.role
        for place, runs in bands.items()
        for run in _chosen(runs, everywhere, len(pages))
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


def _place(run: Run, size: PageSize) -> _Place | None:
    if run.alone:
        return None
    if run.baseline < _BAND * size.height:
        return _Place(Role.HEADER, round(run.baseline / _STEP))
    if run.baseline > (1 - _BAND) * size.height:
        return _Place(Role.FOOTER, round((size.height - run.baseline) / _STEP))
    return None


def _shape(run: Run) -> str:
    return _DIGITS.sub("#", run.text.casefold())


def _chosen(runs: Sequence[Run], everywhere: Mapping[str, int], pages: int) -> list[Run]:
    """The runs at one height that are header or footer: all of them, or none.

    The first page may have a letterhead of its own there.
    """
    if all(_counts(run) for run in runs):
        alone = len(runs) == 1 and runs[0].text == str(runs[0].page)
        return [] if alone else list(runs)
    here = Counter(_shape(run) for run in runs)
    repeated = [run for run in runs if here[_shape(run)] > 1]
    rest = [run for run in runs if here[_shape(run)] == 1]
    if any(run.page > 1 and not _counts(run) for run in rest):
        return []
    if any(everywhere[_shape(run)] > here[_shape(run)] + 1 for run in repeated):
        return []
    on_pages = len({run.page for run in repeated})
    return [*repeated, *filter(_counts, rest)] if 2 * on_pages >= pages else []


def _counts(run: Run) -> bool:
    """Whether the run is the number of its page."""
    match = _NUMBERED.fullmatch(run.text)
    return match is not None and int(match[1]) == run.page
