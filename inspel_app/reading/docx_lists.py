"""Bullets and numbers of list paragraphs, which Word computes and never writes out."""

from dataclasses import dataclass, replace

from lxml.etree import _Element

from inspel_app.reading.docx_names import W, number, toggle, value
from inspel_app.reading.docx_styles import NO_LIST, ListPlace
from inspel_app.reading.numerals import HIGHEST, written

_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list; `text` has `%1` where the number of level 0 stands, and so on."""

    start: int
    format: str
    text: str
    restarts: bool
    legal: bool
    style: str


class Numbering:
    """The lists of a document; counts as it is asked, so ask once per paragraph and in order."""

    def __init__(self, root: _Element | None) -> None:
        self._lists: dict[str, _Element] = {}
        self._patterns: dict[str, _Element] = {}
        for element in () if root is None else root:
            if element.tag == W + "num":
                self._lists[element.get(W + "numId", "")] = element
            elif element.tag == W + "abstractNum":
                self._patterns[element.get(W + "abstractNumId", "")] = element
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}

    def depth(self, place: ListPlace, style: str) -> int:
        """The level (0-8) of a paragraph of this style in its list."""
        if place.level is not None:
            return min(max(place.level, 0), _DEEPEST)
        levels = self._levels_of(place.list_id)
        return next((k for k, level in levels.items() if level.style == style), 0)

    def label(self, list_id: str, depth: int) -> str:
        """The mark of the next paragraph with a space after it: `- `, `1. `, `b) ` or nothing."""
        levels = self._levels_of(list_id)
        level = levels.get(depth)
        if level is None or list_id == NO_LIST:
            return ""
        counts = self._counts.setdefault(self._pattern_id(list_id), {})
        counts[depth] = min(counts.get(depth, level.start - 1) + 1, HIGHEST)
        for deeper in [k for k in counts if k > depth and k in levels and levels[k].restarts]:
            del counts[deeper]
        if level.format == "bullet":
            return "- "
        text = level.text
        for k in range(depth + 1):
            if k in levels:
                form = "decimal" if level.legal else levels[k].format
                text = text.replace(f"%{k + 1}", written(counts.get(k, levels[k].start), form))
        return text.strip() + " " if text.strip() else ""

    def _pattern_id(self, list_id: str) -> str:
        return value(self._lists.get(list_id), W + "abstractNumId") or ""

    def _levels_of(self, list_id: str) -> dict[int, _Level]:
        """The levels of a list; where it overrides its pattern, the count starts anew."""
        levels = self._levels.get(list_id)
        if levels is None:
            pattern_id = self._pattern_id(list_id)
            levels = _read_levels(self._pattern(pattern_id))
            for override in self._overrides(list_id):
                depth = number(override.get(W + "ilvl"), 0)
                own = override.find(W + "lvl")
                if own is not None:
                    levels[depth] = _read_level(own)
                start = value(override, W + "startOverride")
                if start is not None and depth in levels:
                    levels[depth] = replace(levels[depth], start=number(start, 1))
                    self._counts.setdefault(pattern_id, {}).pop(depth, None)
            self._levels[list_id] = levels
        return levels

    def _overrides(self, list_id: str) -> list[_Element]:
        element = self._lists.get(list_id)
        return [] if element is None else list(element.iterchildren(W + "lvlOverride"))

    def _pattern(self, pattern_id: str) -> _Element | None:
        """The pattern of that id, or the one that it lends its levels from by a list style."""
        pattern = self._patterns.get(pattern_id)
        lender = value(pattern, W + "numStyleLink")
        if lender is None:
            return pattern
        return next(
            (p for p in self._patterns.values() if value(p, W + "styleLink") == lender), pattern
        )


def _read_levels(pattern: _Element | None) -> dict[int, _Level]:
    if pattern is None:
        return {}
    return {
        number(element.get(W + "ilvl"), 0): _read_level(element)
        for element in pattern.iterchildren(W + "lvl")
    }


def _read_level(element: _Element) -> _Level:
    return _Level(
        start=number(value(element, W + "start"), 0),
        format=value(element, W + "numFmt") or "decimal",
        text=value(element, W + "lvlText") or "",
        restarts=value(element, W + "lvlRestart") != "0",
        legal=toggle(element, W + "isLgl") or False,
        style=value(element, W + "pStyle") or "",
    )
