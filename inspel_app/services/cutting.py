"""A person's own passages: one parted in two, or two made one."""

from functools import lru_cache

from inspel_app.analysis import analyse
from inspel_app.analysis.names import PatternNameFinder
from inspel_app.domain.coding import Passage
from inspel_app.domain.cutting import part_of
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.resources.gazetteer import load_gazetteer


def halves(passage: Passage, offset: int) -> tuple[Passage, Passage]:
    """What stands before and after an offset in the passage's text, less the space between.

    Raises:
        UsageError: there is nothing before the offset, or nothing after it.
    """
    text = " " * passage.start + passage.text
    at = passage.start + max(0, offset)
    first = part_of(passage, passage.start, min(at, passage.end), text)
    second = part_of(passage, min(at, passage.end), passage.end, text)
    if not first.text or not second.text:
        raise UsageError(
            _("Där finns inget att dela."),
            _("Ställ markören mellan två ord inne i synpunkten."),
        )
    return first, second


def joined(first: Passage, second: Passage, text: str) -> Passage:
    """Two passages and what stands between them in their answer, whose text it is."""
    return part_of(first, first.start, second.end, text)


def described(passage: Passage, own: str) -> Passage:
    """A passage with what is read out of its text; `own` is the respondent's organisation."""
    return analyse.described(passage, own, name_finder())


@lru_cache(maxsize=1)
def name_finder() -> PatternNameFinder:
    """What finds the organisations, sources and places that the program knows."""
    known = load_gazetteer()
    return PatternNameFinder(known.usual, known.towns, known.registers)
