"""The strategy's own text, cut into sections by its headings.

A heading is matched to the part of the strategy that has its number and about its title, or just
its title; one that also says what kind of part has the number needs no title. One that is not
marked as a heading counts if it says the title of a part that no marked heading has; of several the
last, as the table of contents comes first. A lone word is no such heading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from inspel_app.domain.coding import Code, Codebook, CodeKind
from inspel_app.domain.document import Block, BlockKind, Document, Role

_RUNNING = frozenset({Role.BODY, Role.TEXTBOX, Role.NOTE})
_NUMBER = re.compile(r"(?:[^\W\d_]+\s+)?(\d+(?:\.\d+)*)\s*[.:–-]?\s+")
"""A number before a title, with the word before it: `Prioritering 3: `, `3.3 `."""
_KIND = re.compile(rf"(?:{'|'.join(CodeKind)})\s+(\d+(?:\.\d+)*)(?![\d.]*\d)", re.IGNORECASE)
"""A number that is said to be that of a part: `Delprioritering 5.4`."""
_PAGE = re.compile(r"[\s.…]+\d+\Z")
"""What a table of contents has after a title."""
_SAME, _LIKE = 92, 60
"""How alike (0-100) a title alone has to be, and one whose number is right."""
_BULLET = re.compile(r"[-•–*]\s+")
_LONGEST = 150
"""Characters; a longer paragraph is no heading."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with the text below it; `code` is that of the nearest heading that has one."""

    code: str | None
    heading: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class _Head:
    block: int
    code: str | None
    level: int


def parts_of(document: Document, codebook: Codebook) -> tuple[Part, ...]:
    """The sections of the strategy's text in order; what stands before the first has no heading.

    Headings without text are left out, unless they are a part's of the strategy.
    """
    blocks = [b for b in document.blocks if b.role in _RUNNING and b.text.strip()]
    heads = _heads(blocks, codebook)
    cuts = [*heads, _Head(len(blocks), None, 1)]
    parts = [Part(None, "", 1, _text(blocks[: cuts[0].block]))]
    above: list[_Head] = []
    for head, following in zip(heads, cuts[1:], strict=True):
        above = [a for a in above if a.level < head.level]
        code = head.code or next((a.code for a in reversed(above) if a.code), None)
        above.append(_Head(head.block, code, head.level))
        text = _text(blocks[head.block + 1 : following.block])
        if text or head.code:
            parts.append(Part(code, _line(blocks[head.block]), head.level, text))
    return tuple(part for part in parts if part.heading or part.text)


def matched(heading: str, codebook: Codebook) -> str | None:
    """The part of the strategy that a heading is of, by its number and title; None if of none."""
    kind = _KIND.match(heading)
    return kind[1] if kind and kind[1] in codebook else _titled(heading, codebook)


def _titled(heading: str, codebook: Codebook) -> str | None:
    """The same for what also has to say the title; a sentence too may begin with a number."""
    number = _NUMBER.match(heading)
    title = heading[number.end() :] if number else heading
    likeness = [(_likeness(title, heading, code), code) for code in codebook.codes]
    numbered = [(n, c) for n, c in likeness if number and c.id == number[1] and n >= _LIKE]
    best, code = max(numbered or likeness, key=lambda found: found[0], default=(0.0, None))
    return code.id if code and (numbered or best >= _SAME) else None


def _likeness(title: str, heading: str, code: Code) -> float:
    wanted = code.title.casefold()
    return max(fuzz.ratio(said.casefold().strip(), wanted) for said in (title, heading))


def _heads(blocks: Sequence[Block], codebook: Codebook) -> list[_Head]:
    marked = [
        _Head(n, matched(_line(b), codebook), max(b.level, 1))
        for n, b in enumerate(blocks)
        if b.kind is BlockKind.HEADING
    ]
    known = {head.code for head in marked}
    unmarked = {h.code: h for h in _unmarked(blocks, codebook) if h.code not in known}
    return sorted([*marked, *unmarked.values()], key=lambda head: head.block)


def _unmarked(blocks: Sequence[Block], codebook: Codebook) -> Iterator[_Head]:
    for n, block in enumerate(blocks):
        line = _line(block)
        plain = block.kind is not BlockKind.HEADING and block.cell is None
        if plain and " " in line and len(line) <= _LONGEST and not _PAGE.search(line):
            code = _titled(line, codebook)
            if code:
                yield _Head(n, code, _depth(codebook[code], codebook))


def _depth(code: Code, codebook: Codebook) -> int:
    """The level of a part's heading: 1 for the topmost."""
    return 1 if code.parent is None else 1 + _depth(codebook[code.parent], codebook)


def _line(block: Block) -> str:
    """What the block says, as a title: on one line, without a bullet."""
    line = " ".join(block.text.split())
    bullet = _BULLET.match(line)
    return line[bullet.end() :] if bullet else line


def _text(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text.strip() for block in blocks)
