"""Puts the lines of plain text together into paragraphs, list items and table rows.

A writer's own line breaks are kept. Those that stand there only because a column was full,
as in text copied out of a PDF, are undone, with the hyphens that they cut words with.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from inspel_app.domain.document import Block, BlockKind, Role
from inspel_app.reading.layout_hyphens import Hyphens, LineEnd

_ITEM = re.compile(r"[ \t]*([-–—−*•·▪◦‣]|\d{1,3}[.)]|[a-zA-Z][.)])[ \t]+(?=\S)")
_BULLETS = frozenset("-–—−*•·▪◦‣")
_ROW = re.compile(r"\S(?:\t| {3,})\s*\S|\d\s+\d[\d\s,.]*\Z")
"""Cells beside each other, or a row that ends in figures."""

_ENDED = re.compile(r"[.!?:;…][\"”’»)\]]*\Z")
_PAGE_NUMBER = re.compile(
    r"(?:Sida |Sid\.? |s\. ?)?\d{1,3}(?: ?(?:\(|av|/) ?\d{1,3}\)?)?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_CONTACT = re.compile(
    r"(?:\w[\w.-]*\s?:?\s)?(?:\S+@\S+\.\w+|(?:www\.|https?://)\S+|\+?\d[\d /()–-]{5,})\s*",
)
"""An address or a number to call that stands on a line of its own."""
_CARD = 3
"""So many lines above it may be of the same contact card: a name, a title, a street."""
_MAIL_COLUMN = 70
_WIDEST_MAIL = 80
_NARROWEST = 25
"""No column is narrower; lines shorter than that are a list or an address."""

_NARROWEST_COPIED = 15
"""The same in a text of which it is known that it stood in columns."""

_SHORT = 0.5
"""A line shorter than this part of the column is no full line, whatever follows."""

_FULL = 0.85
_LEAST_BREAKS = 3
_WRAPPED_SHARE = 0.3
"""So much of all line breaks go on in the middle of a sentence in a text that was wrapped."""

_LEAST_PAGES = 3
_RUNNING_SHARE = 0.5


@dataclass(slots=True)
class _Group:
    """Lines without a blank line between them, on one page; an item begins a group."""

    lines: list["_Line"]
    page: int
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    spaced: bool
    """Whether a space stood at the end of the line."""

    @property
    def end(self) -> LineEnd:
        """How it ends; after a hyphen a space says nothing in text that is copied."""
        spaced = self.spaced and not self.text.endswith("-")
        return LineEnd(spaced, lone=" " not in self.text)


def paragraphs(text: str) -> Iterator[Block]:
    """The blocks of a plain text with line feeds as line ends; form feeds count pages."""
    groups = [
        group
        for page, part in enumerate(text.split("\f"), start=1)
        for group in _groups(part, page)
    ]
    _set_running_lines_apart(groups)
    lines = [line for group in groups for line in group.lines]
    hyphens = Hyphens(lines, keeps_spaces=any(line.spaced for line in lines))
    copied = _is_copied(groups)
    for group in _bridged(groups) if copied else groups:
        yield from _blocks(group, hyphens, copied=copied)


def _groups(text: str, page: int) -> Iterator[_Group]:
    lines: list[_Line] = []
    for line in text.split("\n"):
        if lines and (not line.strip() or _ITEM.match(line)):
            yield _Group(lines, page)
            lines = []
        if line.strip():
            lines.append(_Line(line.strip(), spaced=line.endswith(" ")))
    if lines:
        yield _Group(lines, page)


# Which breaks the width of the column made


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a sentence goes on in the next line, in a column of that many characters."""
    if len(line) < _SHORT * width or _ROW.search(line) or _ITEM.match(following):
        return False
    return following[0].islower() and (not _ENDED.search(line) or _is_full(line, following, width))


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next word had little room."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > _FULL * width


def _is_mail(group: _Group) -> bool:
    """Whether each line is as long as mail programs make them."""
    return all(
        len(line.text) <= _WIDEST_MAIL
        and len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > _MAIL_COLUMN
        and not _ROW.search(line.text)
        for line, following in pairwise(group.lines)
    )


def _breaks(group: _Group, narrowest: int) -> list[bool]:
    """Of each line but the last, whether its sentence goes on in the next."""
    lines = [line.text for line in group.lines]
    widths = [max(map(len, lines[max(n - 1, 0) : n + 2])) for n in range(len(lines))]
    return [
        width >= narrowest and _goes_on(line, following, width)
        for (line, following), width in zip(pairwise(lines), widths, strict=False)
    ]


def _is_copied(groups: Sequence[_Group]) -> bool:
    """Whether the text was cut to the width of a column, as text copied out of a PDF is."""
    breaks = [on for group in groups for on in _breaks(group, _NARROWEST)]
    return sum(breaks) >= max(_LEAST_BREAKS, _WRAPPED_SHARE * len(breaks))


def _bridged(groups: Sequence[_Group]) -> list[_Group]:
    """The groups, with those put together that a blank line or a page's end cuts a sentence in."""
    found: list[_Group] = []
    last: _Group | None = None
    for group in groups:
        number = len(group.lines) == 1 and _PAGE_NUMBER.fullmatch(group.lines[0].text)
        if number and group.role is Role.BODY:
            group.role = Role.FOOTER
        if group.role is not Role.BODY:
            found.append(group)
        elif last is not None and _bridges(last, group):
            last.lines += group.lines
        else:
            found.append(group)
            last = group
    return found


def _bridges(group: _Group, following: _Group) -> bool:
    line, first = group.lines[-1].text, following.lines[0].text
    width = max(len(line.text) for line in group.lines[-2:])
    return not _ENDED.search(line) and _goes_on(line, first, max(width, _NARROWEST_COPIED))


# What stands on every page


def _set_running_lines_apart(groups: list[_Group]) -> None:
    """Part the lines that begin or end most pages from the text that they stand by."""
    pages: dict[int, list[_Group]] = {}
    for group in groups:
        pages.setdefault(group.page, []).append(group)
    if len(pages) < _LEAST_PAGES:
        return
    for at, role in ((0, Role.HEADER), (-1, Role.FOOTER)):
        edges = {page: _pattern(found[at].lines[at]) for page, found in pages.items()}
        counts = Counter(edges.values())
        for page, pattern in edges.items():
            if counts[pattern] >= max(_LEAST_PAGES, _RUNNING_SHARE * len(pages)):
                _part(groups, pages[page][at], at, role)


def _pattern(line: _Line) -> str:
    return _DIGITS.sub("#", line.text)


def _part(groups: list[_Group], group: _Group, at: int, role: Role) -> None:
    if len(group.lines) == 1:
        group.role = role
        return
    place = next(n for n, g in enumerate(groups) if g is group) + (1 if at else 0)
    groups.insert(place, _Group([group.lines.pop(at)], group.page, role))


# Blocks


def _blocks(group: _Group, hyphens: Hyphens, *, copied: bool) -> Iterator[Block]:
    """One block with the writer's line breaks in it, or one for each of several paragraphs."""
    soft = _soft_breaks(group, copied=copied)
    if not any(soft):
        yield _block("\n".join(line.text for line in group.lines), group)
        return
    text = group.lines[0].text
    for (line, following), joined in zip(pairwise(group.lines), soft, strict=True):
        if joined:
            text, between = hyphens.join(text, following.text, line.end)
            text += between + following.text
        else:
            yield _block(text, group)
            text = following.text
    yield _block(text, group)


def _soft_breaks(group: _Group, *, copied: bool) -> list[bool]:
    """Of each line but the last, whether the width of the column ends it.

    Where sentences go on from line to line, so do the lines that are full; and in a text
    that is copied out of columns, an item goes on to its end.
    """
    if _is_mail(group):
        return [True] * (len(group.lines) - 1)
    breaks = _breaks(group, _NARROWEST_COPIED if copied else _NARROWEST)
    card = _in_card(group)
    item = copied and _ITEM.match(group.lines[0].text) is not None
    if not item and not any(breaks):
        return breaks
    width = max(len(line.text) for line in group.lines)
    return [
        n not in card and (on or _is_joined(line.text, following.text, width, item=item))
        for n, (on, (line, following)) in enumerate(zip(breaks, pairwise(group.lines), strict=True))
    ]


def _in_card(group: _Group) -> set[int]:
    """The lines of a contact card whose ends its writer made, up to what it tells."""
    lines = [line.text for line in group.lines]
    card: set[int] = set()
    for at in (n for n, line in enumerate(lines) if _CONTACT.fullmatch(line)):
        above = range(at - 1, max(at - _CARD, 0) - 1, -1)
        card |= {at, *takewhile(lambda n: not _ENDED.search(lines[n]), above)}
    return card


def _is_joined(line: str, following: str, width: int, *, item: bool) -> bool:
    if _ROW.search(line) or _ROW.search(following) or following.isupper():
        return False
    return _is_full(line, following, width) or (item and not _ENDED.search(line))


def _block(text: str, group: _Group) -> Block:
    item = _ITEM.match(text)
    if item is None:
        return Block(text, role=group.role, page=group.page)
    mark = "-" if item[1] in _BULLETS else item[1]
    return Block(
        f"{mark} {text[item.end() :]}", kind=BlockKind.ITEM, role=group.role, page=group.page
    )
