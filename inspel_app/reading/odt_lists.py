"""Bullets and numbers of list paragraphs, which OpenDocument files never write out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from inspel_app.reading.numerals import HIGHEST, written
from inspel_app.reading.odt_names import LOEXT, STYLE, TEXT, XML, count

_NUMBERED = {TEXT + "list-level-style-number", TEXT + "outline-level-style"}
_BULLETED = {TEXT + "list-level-style-bullet", TEXT + "list-level-style-image"}
_FORMS = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
}
_OUTLINE = TEXT + "outline-style"
_DEEPEST = 9
_NUMBER = re.compile(r"%(\d{1,2})%")


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list style; `pattern` has `%1%` where the number of level 1 stands."""

    start: int
    form: str
    pattern: str


@dataclass(slots=True)
class OpenList:
    """A list while it is being read: `counts` by level (from 1), shared with what continues it."""

    style: str
    depth: int
    counts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The list styles of a part, and the counts of its lists."""

    def __init__(self, *roots: _Element) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        for style in (e for root in roots for e in root.iter(TEXT + "list-style", _OUTLINE)):
            name = _OUTLINE if style.tag == _OUTLINE else style.get(STYLE + "name", "")
            self._levels[name] = dict(_levels(style))
        self._by_id: dict[str, dict[int, int]] = {}
        self._by_style: dict[str, dict[int, int]] = {}
        self._headings = OpenList(_OUTLINE, 0)

    def open(self, element: _Element, outer: OpenList | None) -> OpenList:
        """Begin a `text:list`, anew or where another one left off."""
        style = element.get(TEXT + "style-name") or (outer.style if outer else "")
        goes_on = element.get(TEXT + "continue-numbering") == "true"
        if outer is not None:
            opened = OpenList(style, min(outer.depth + 1, _DEEPEST), outer.counts)
            if not goes_on:
                _forget(opened.counts, opened.depth)
            return opened
        earlier = self._by_id.get(element.get(TEXT + "continue-list", ""))
        if earlier is None and goes_on:
            earlier = self._by_style.get(style)
        opened = OpenList(style, 1, {} if earlier is None else earlier)
        self._by_id[element.get(XML + "id", "")] = opened.counts
        self._by_style[style] = opened.counts
        return opened

    def label(self, opened: OpenList, style: str, start: int | None) -> str:
        """The mark of the next item with a space after it: `- `, `1. `, `b) ` or nothing.

        `style` is the list style of the item's paragraph, for lists without one of their own.
        """
        levels = self._levels.get(opened.style or style, {})
        level = levels.get(opened.depth)
        if level is None:
            return "" if levels else "- "
        self._count(opened, level, start)
        if level.form == "bullet":
            return "- "
        text = _NUMBER.sub(lambda m: _number(levels, opened.counts, int(m[1])), level.pattern)
        return text.strip() + " " if text.strip() else ""

    def heading_label(self, depth: int) -> str:
        """The number of the next heading of that level; nothing where headings have none."""
        self._headings.depth = depth
        return self.label(self._headings, "", None) if _OUTLINE in self._levels else ""

    def _count(self, opened: OpenList, level: _Level, start: int | None) -> None:
        counts, depth = opened.counts, opened.depth
        counts[depth] = counts.get(depth, level.start - 1) + 1 if start is None else start
        counts[depth] = min(counts[depth], HIGHEST)
        _forget(counts, depth + 1)


def _forget(counts: dict[int, int], depth: int) -> None:
    for deeper in [d for d in counts if d >= depth]:
        del counts[deeper]


def _levels(style: _Element) -> Iterator[tuple[int, _Level]]:
    for element in style:
        depth = count(element, TEXT + "level", _DEEPEST)
        if element.tag in _BULLETED:
            yield depth, _Level(1, "bullet", "")
        elif element.tag in _NUMBERED:
            form = element.get(STYLE + "num-format", "")
            start = count(element, TEXT + "start-value", HIGHEST)
            yield depth, _Level(start, _FORMS.get(form, "decimal"), _pattern(element, depth))


def _pattern(element: _Element, depth: int) -> str:
    """LibreOffice's own pattern, or one made of what the standard offers."""
    own = element.get(LOEXT + "num-list-format")
    if own is not None:
        return own
    if not element.get(STYLE + "num-format"):
        return element.get(STYLE + "num-prefix", "") + element.get(STYLE + "num-suffix", "")
    shown = min(count(element, TEXT + "display-levels"), depth)
    numbers = ".".join(f"%{d}%" for d in range(depth - shown + 1, depth + 1))
    prefix, suffix = element.get(STYLE + "num-prefix", ""), element.get(STYLE + "num-suffix", "")
    return prefix + numbers + suffix


def _number(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    return written(counts.get(depth, level.start), level.form)
