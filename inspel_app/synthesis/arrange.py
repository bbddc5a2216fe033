"""The report as people want it: their own texts, their order, without what they leave out.

Sections are known by their anchors, so that what was said of one holds when the report is made
anew.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from inspel_app.domain.composition import TOP, Composition, SectionEdit, in_order
from inspel_app.synthesis.outline import Block, Link, Points, Quote, Report, Section, Table, Text

METHOD, APPENDIX = "metod", "bilaga"
"""The sections that say how the report was made, and that hold the answers in full."""
THEME = "tema"
"""How the anchors of themes begin."""


@dataclass(frozen=True, slots=True)
class Node:
    """A section in its place, with those below it; also one that is left out.

    `section` has its own text but nothing of what is below. A node is `fixed` when nothing can be
    made of its place or of what is below it.
    """

    section: Section
    above: str
    nodes: tuple["Node", ...] = ()
    edit: SectionEdit | None = None
    fixed: bool = False

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return self.section.anchor

    @property
    def own(self) -> bool:
        """Whether it is a person's."""
        return self.edit is not None and self.edit.own

    @property
    def chooses(self) -> bool:
        """Whether it quotes some of its points, and not all of them."""
        return self.key.startswith(f"{THEME}_")

    @property
    def left_out(self) -> bool:
        """Whether it is left out itself; what is below it then is too."""
        return self.edit is not None and self.edit.left_out and self.key != METHOD

    @property
    def told(self) -> Section:
        """The section with all below it that is not left out."""
        below = tuple(node.told for node in self.nodes if not node.left_out)
        return replace(self.section, sections=below)


def nodes_of(made: Report, composition: Composition) -> tuple[Node, ...]:
    """The sections of a report in the order that people want, with their texts."""
    return _Arranging(composition).nodes(made.sections, TOP)


def as_made(report: Report) -> tuple[Node, ...]:
    """The sections of a report of which nothing can be made."""
    return tuple(_whole(section, TOP) for section in report.sections)


def arranged(made: Report, composition: Composition) -> Report:
    """The report as it goes out; nothing in it leads to what is left out."""
    told = [node.told for node in nodes_of(made, composition) if not node.left_out]
    here = frozenset(_anchors(told))
    return replace(made, sections=tuple(_unlinked(section, here) for section in told))


def walked(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes and all below them, in the order of reading."""
    for node in nodes:
        yield node
        yield from walked(node.nodes)


class Placed(NamedTuple):
    """A section of which something can be made, its depth from 0, and whether it is told."""

    node: Node
    level: int
    told: bool


def placed(nodes: Iterable[Node], level: int = 0, *, told: bool = True) -> Iterator[Placed]:
    """The nodes and those below them, in the order of reading, without what is fixed."""
    for node in nodes:
        if not node.fixed:
            here = told and not node.left_out
            yield Placed(node, level, here)
            yield from placed(node.nodes, level + 1, told=here)


def gone(nodes: Iterable[Node], composition: Composition) -> tuple[SectionEdit, ...]:
    """What people said of sections that are nowhere now, by their titles."""
    here = {node.key for node in walked(nodes)}
    lost = (edit for key, edit in composition.sections.items() if key not in here)
    return tuple(sorted(lost, key=lambda edit: (edit.title, edit.key)))


def with_text(section: Section, text: str) -> Section:
    """The section with a person's text first under its heading, a paragraph for each line."""
    own = tuple(Text(line.strip()) for line in text.split("\n") if line.strip())
    return replace(section, blocks=(*own, *section.blocks))


class _Arranging:
    """Puts the sections of one report in order; `own` are people's by what they stand in."""

    def __init__(self, composition: Composition) -> None:
        self._composition = composition
        self._own: defaultdict[str, list[Section]] = defaultdict(list)
        for edit in sorted(composition.sections.values(), key=lambda edit: edit.key):
            if edit.own:
                self._own[edit.above].append(Section(edit.title, edit.key))

    def nodes(self, sections: Sequence[Section], above: str) -> tuple[Node, ...]:
        """What stands in one section, in order."""
        by_key = {one.anchor: one for one in (*sections, *self._own[above])}
        wanted = self._composition.orders.get(above, ())
        keys = in_order(list(by_key), wanted) if wanted else list(by_key)
        return tuple(self._node(by_key[key], above) for key in keys)

    def _node(self, section: Section, above: str) -> Node:
        edit = self._composition.sections.get(section.anchor)
        own = with_text(section, edit.text) if edit else section
        if section.anchor == APPENDIX:
            below = tuple(_whole(one, APPENDIX) for one in section.sections)
        else:
            below = self.nodes(section.sections, section.anchor)
        return Node(replace(own, sections=()), above, below, edit)


def _whole(section: Section, above: str) -> Node:
    """A section of which nothing can be made: what was sent in stands as it is, all of it."""
    below = tuple(_whole(one, section.anchor) for one in section.sections)
    return Node(replace(section, sections=()), above, below, fixed=True)


def _anchors(sections: Iterable[Section]) -> Iterator[str]:
    """What can be led to in sections: themselves and the answers in them."""
    for section in sections:
        yield section.anchor
        yield from (anchor for b in section.blocks if (anchor := getattr(b, "anchor", "")))
        yield from _anchors(section.sections)


def _unlinked(section: Section, here: frozenset[str]) -> Section:
    return replace(
        section,
        blocks=tuple(_blocks(section.blocks, here)),
        sections=tuple(_unlinked(one, here) for one in section.sections),
    )


def _blocks(blocks: Iterable[Block], here: frozenset[str]) -> Iterator[Block]:
    """The blocks without ways to what is left out; a row of a table that tells of that goes too."""
    for block in blocks:
        match block:
            case Quote():
                yield _quote(block, here)
            case Points():
                yield Points(tuple(_quote(one, here) for one in block.quotes))
            case Table():
                rows = tuple(row for row in block.rows if _leads(row, here))
                if rows or not block.rows:
                    yield replace(block, rows=rows)
            case _:
                yield block


def _quote(quote: Quote, here: frozenset[str]) -> Quote:
    return quote if quote.target in here else replace(quote, target="")


def _leads(row: Sequence[str | int | Link], here: frozenset[str]) -> bool:
    return all(cell.target in here for cell in row if isinstance(cell, Link))
