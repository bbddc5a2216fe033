"""What people do with the report: write in it, put it in order, leave out of it, choose quotations.

    draft = draft_of(project, Audience.WRITING)
    write(project, draft.node("tema_t3"), "Flera kommuner vill ...", "anna")

Each change is one action under a Swedish name, which can be undone. What was said of something
that is gone is kept, and listed.
"""

from collections.abc import Sequence
from dataclasses import replace

from inspel_app.domain.composition import SectionEdit
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.draft import METHOD, Draft, Node
from inspel_app.store.project import Project


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
