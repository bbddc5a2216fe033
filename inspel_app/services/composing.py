"""The report as people compose it: their texts, its order, what is left out and what is quoted.

    draft = draft_of(project, Audience.WRITING)
    write(project, draft.node("tema_t3"), "Flera kommuner vill ...", "anna")

Each change is one action under a Swedish name, which can be undone. What was said of something
that is gone is kept, and listed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from inspel_app.domain.composition import Composition, SectionEdit
from inspel_app.domain.synthesis import Audience, Quotation, Synthesis
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.reporting import synthesis_of
from inspel_app.store.project import Project
from inspel_app.synthesis.arrange import METHOD, Node, Placed, gone, nodes_of, placed, walked
from inspel_app.synthesis.edited import edited
from inspel_app.synthesis.material import Material
from inspel_app.synthesis.outline import Report
from inspel_app.synthesis.report import made

__all__ = [
    "Candidate",
    "Composition",
    "Draft",
    "Node",
    "Placed",
    "SectionEdit",
    "draft_of",
    "placed",
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

    def with_composition(self, composition: Composition) -> "Draft":
        """The same draft when people have said something else; quotations are as they were."""
        shown = replace(self.synthesis, composition=composition)
        return replace(self, synthesis=shown, composition=composition)


def draft_of(project: Project, audience: Audience) -> Draft:
    """The report as it is now."""
    synthesis = synthesis_of(project, audience)
    return Draft(synthesis, made(synthesis), project.composition())


def write(project: Project, node: Node, text: str, by: str) -> None:
    """Write a person's text in a section; an empty one takes it away."""
    edit = replace(_edit(project, node), text=text.strip())
    with project.action(_("Skriv i avsnittet {title}").format(title=edit.title), by):
        project.composition_edits.put(edit, by)


def leave_out(project: Project, node: Node, by: str, *, left_out: bool = True) -> None:
    """Leave a section out of the report with all below it, or put it back.

    Raises:
        UsageError: it says how the report was made, or it is an inspel in the appendix.
    """
    if node.key == METHOD:
        raise UsageError(
            _("Avsnittet om hur sammanställningen är gjord kan inte utelämnas."),
            _("Där står också vad som är utelämnat."),
        )
    _refuse_fixed(node)
    edit = replace(_edit(project, node), left_out=left_out)
    name = _("Utelämna {title}") if left_out else _("Ta med {title}")
    with project.action(name.format(title=edit.title), by):
        project.composition_edits.put(edit, by)


def move(project: Project, draft: Draft, node: Node, place: int, by: str) -> None:
    """Let a section stand at another place among those that it stands beside; 0 is the first.

    Raises:
        UsageError: it is an inspel in the appendix.
    """
    _refuse_fixed(node)
    keys = [other.key for other in draft.beside(node)]
    keys.remove(node.key)
    keys.insert(place, node.key)
    with project.action(_("Flytta {title}").format(title=node.section.title), by):
        project.composition_edits.put_order(node.above, keys, by)


def add_section(project: Project, draft: Draft, after: Node, title: str, by: str) -> str:
    """Make a section of a person's own, after another and on its level; its key.

    Raises:
        UsageError: it has no heading, or would stand in the appendix.
    """
    heading = _heading(title)
    _refuse_fixed(after)
    with project.action(_("Lägg till avsnittet {title}").format(title=heading), by):
        key = project.composition_edits.free_key()
        keys = [node.key for node in draft.beside(after)]
        keys.insert(keys.index(after.key) + 1, key)
        project.composition_edits.put(SectionEdit(key, heading, after.above, own=True), by)
        project.composition_edits.put_order(after.above, keys, by)
    return key


def rename(project: Project, node: Node, title: str, by: str) -> None:
    """Give a section of a person's own another heading.

    Raises:
        UsageError: it is not a person's, or the heading is empty.
    """
    if not node.own:
        raise UsageError(
            _("Bara egna avsnitt kan byta rubrik."),
            _("Ett tema byter namn i vyn Teman; övriga rubriker kommer ur strategin."),
        )
    edit = replace(_edit(project, node), title=_heading(title))
    with project.action(_("Döp avsnittet till {title}").format(title=edit.title), by):
        project.composition_edits.put(edit, by)


def drop(project: Project, edit: SectionEdit, by: str) -> None:
    """Take away all that was said of a section: one of a person's own goes altogether."""
    name = _("Ta bort avsnittet {title}") if edit.own else _("Ta bort redigeringen av {title}")
    with project.action(name.format(title=edit.title), by):
        project.composition_edits.drop(edit.key)


def quote(project: Project, node: Node, passages: Sequence[str], by: str) -> None:
    """Let a section quote these of its points, in this order; with none the machine chooses.

    Raises:
        UsageError: it does not hold the points.
    """
    _refuse_others(node, passages)
    before = [key for key in project.composition().chosen if key in node.section.points]
    with project.action(_("Välj citat i {title}").format(title=node.section.title), by):
        for key in before:
            if key not in passages:
                project.composition_edits.unquote(key)
        project.composition_edits.quote(list(dict.fromkeys(passages)), by)


def never_quote(
    project: Project, node: Node, passages: Sequence[str], by: str, *, never: bool = True
) -> None:
    """Let points of a section not be quoted anywhere, or leave it to the machine again.

    Raises:
        UsageError: it does not hold the points.
    """
    _refuse_others(node, passages)
    name = _("Citera inte ur {title}") if never else _("Låt {title} citeras igen")
    with project.action(name.format(title=node.section.title), by):
        for key in passages:
            if never:
                project.composition_edits.never_quote(key, by)
            else:
                project.composition_edits.unquote(key)


def forget(project: Project, passage: str, by: str) -> None:
    """Say nothing any longer of whether a point is quoted; it may be gone."""
    with project.action(_("Ta bort ett valt citat"), by):
        project.composition_edits.unquote(passage)


def _edit(project: Project, node: Node) -> SectionEdit:
    """What is said of a section, under the title that it has now."""
    said = project.composition().sections.get(node.key)
    if said and said.own:
        return said
    now = SectionEdit(node.key, node.section.title, node.above)
    return replace(now, text=said.text, left_out=said.left_out) if said else now


def _heading(title: str) -> str:
    heading = " ".join(title.split())
    if not heading:
        raise UsageError(_("Avsnittet har ingen rubrik."), _("Skriv avsnittets rubrik."))
    return heading


def _refuse_fixed(node: Node) -> None:
    if node.fixed:
        raise UsageError(
            _("Inspelen i bilagan står som de kom in."),
            _("Hela bilagan kan utelämnas eller flyttas."),
        )


def _refuse_others(node: Node, passages: Sequence[str]) -> None:
    for key in passages:
        if key not in node.section.points:
            raise UsageError(
                _("Synpunkten {key} hör inte till {title}.").format(
                    key=key, title=node.section.title
                ),
                _("Rapporten kan ha gjorts om; hämta dess avsnitt på nytt (inspel compose)."),
            )
