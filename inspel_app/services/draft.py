"""The report while people work on it: what they made of it, what it may quote, what is gone."""

from dataclasses import dataclass, replace
from functools import cached_property

from inspel_app.domain.composition import Composition, SectionEdit
from inspel_app.domain.synthesis import Audience, Quotation, Synthesis
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.reporting import synthesis_of
from inspel_app.store.project import Project
from inspel_app.synthesis.arrange import (
    METHOD,
    Node,
    Placed,
    as_made,
    gone,
    nodes_of,
    placed,
    walked,
    with_text,
)
from inspel_app.synthesis.edited import edited
from inspel_app.synthesis.material import Material
from inspel_app.synthesis.outline import Report, Section
from inspel_app.synthesis.report import made

__all__ = [
    "METHOD",
    "Candidate",
    "Composition",
    "Draft",
    "Node",
    "Placed",
    "SectionEdit",
    "as_made",
    "draft_of",
    "placed",
    "preview",
]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A point that a section may quote, whole; whether a person chose it, or never wants it.

    `quoted` tells whether it is quoted there now.
    """

    quotation: Quotation
    chosen: bool
    never: bool
    quoted: bool


@dataclass(frozen=True)
class Draft:
    """The report while it is worked on, for one audience.

    `made` is the machine's, with the quotations that people have chosen; `composition` is what
    people have said, in their own words, where `synthesis` has what the audience may see of it.
    """

    synthesis: Synthesis
    made: Report
    composition: Composition

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The sections in order, also those that are left out."""
        shown = self.synthesis.composition
        return nodes_of(edited(self.made, shown), shown)

    @cached_property
    def by_key(self) -> dict[str, Node]:
        """All sections, by their keys."""
        return {node.key: node for node in walked(self.nodes)}

    @cached_property
    def gone(self) -> tuple[SectionEdit, ...]:
        """What people said of sections that are nowhere now."""
        return gone(self.nodes, self.composition)

    @cached_property
    def lost(self) -> tuple[str, ...]:
        """The points that people chose, and that are nowhere now."""
        return tuple(key for key in self.composition.chosen if key not in self._passages)

    @cached_property
    def _passages(self) -> dict[str, int]:
        return {passage.id: n for n, passage in enumerate(self.synthesis.passages)}

    @cached_property
    def _material(self) -> Material:
        return Material(self.synthesis.submissions, dict(self.synthesis.places))

    def node(self, key: str) -> Node:
        """A section by its key.

        Raises:
            UsageError: there is none.
        """
        if key in self.by_key:
            return self.by_key[key]
        raise UsageError(
            _("Det finns inget avsnitt med {key} i rapporten.").format(key=key),
            _("Rapporten kan ha gjorts om; hämta dess avsnitt på nytt (inspel compose)."),
        )

    def under_left_out(self, node: Node) -> bool:
        """Whether something that the section stands in is left out."""
        above = self.by_key.get(node.above)
        return above is not None and (above.left_out or self.under_left_out(above))

    def beside(self, node: Node) -> list[Node]:
        """The sections that stand in the same one, itself among them, in order."""
        above = self.by_key.get(node.above)
        return list(above.nodes if above else self.nodes)

    def candidates(self, node: Node) -> tuple[Candidate, ...]:
        """What a section may quote: first what people chose, in their order."""
        chosen = {key: n for n, key in enumerate(self.composition.chosen)}
        quoted = {quote.passage for quote in node.section.quotes}
        keys = [key for key in node.section.points if key in self._passages]
        keys.sort(key=lambda key: chosen.get(key, len(chosen)))
        never = self.composition.never
        return tuple(
            Candidate(self._quotation(key), key in chosen, key in never, key in quoted)
            for key in keys
        )

    def _quotation(self, key: str) -> Quotation:
        passage = self.synthesis.passages[self._passages[key]]
        return self._material.quote(passage, passage.text)

    def tells(self, composition: Composition) -> bool:
        """Whether this draft, with that, is what would be read anew: people have only moved things.

        Quotations are chosen, and names covered in texts, when it is read.
        """
        before = self.composition
        quoted = (composition.chosen, composition.never) == (before.chosen, before.never)
        return composition != before and quoted and _texts(composition) == _texts(before)

    def with_composition(self, composition: Composition) -> "Draft":
        """The same draft when people have said something else; quotations are as they were."""
        shown = replace(self.synthesis, composition=composition)
        return replace(self, synthesis=shown, composition=composition)


def _texts(composition: Composition) -> dict[str, tuple[str, str]]:
    return {key: (edit.title, edit.text) for key, edit in composition.sections.items() if edit.text}


def preview(node: Node, text: str) -> Section:
    """What a section would say with another text of a person's, with all below it."""
    own = with_text(Section("", ""), node.edit.text).blocks if node.edit else ()
    told = node.told
    return with_text(replace(told, blocks=told.blocks[len(own) :]), text)


def draft_of(project: Project, audience: Audience) -> Draft:
    """The report as it is now."""
    synthesis = synthesis_of(project, audience)
    draft = Draft(synthesis, made(synthesis), project.composition())
    for node in draft.nodes[:1]:  # whoever shows it need not wait for what it keeps
        draft.candidates(node)
        draft.beside(node)
    return draft
