"""The command for what people make of the report: texts, order, what is left out and quoted."""

from argparse import Namespace
from dataclasses import asdict

from inspel_app.cli.output import Answer, of_change, table
from inspel_app.domain.synthesis import Audience
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.resources.settings import user
from inspel_app.services import composing
from inspel_app.services.draft import Draft, Node, Placed, draft_of, placed
from inspel_app.services.rounds import Project


def compose(args: Namespace) -> Answer:
    """The sections of the report with what people made of them, after one change if asked for."""
    with Project.open(args.project) as project:
        draft = draft_of(project, Audience.WORK)
        if args.section is None:
            _refuse_changes(args)
            return _listed(draft)
        before = len(project.log())
        _change(project, draft, args)
        return of_change(project.log(), before)


def _change(project: Project, draft: Draft, args: Namespace) -> None:
    gone = {edit.key: edit for edit in draft.gone}
    if args.drop and args.section in gone:
        composing.drop(project, gone[args.section], user())
        return
    node = draft.node(args.section)
    if args.text is not None:
        composing.write(project, node, args.text, user())
    elif args.leave_out or args.put_back:
        composing.leave_out(project, node, user(), left_out=args.leave_out)
    elif args.place is not None:
        composing.move(project, draft, node, args.place - 1, user())
    elif args.add is not None:
        composing.add_section(project, draft, node, args.add, user())
    elif args.rename is not None:
        composing.rename(project, node, args.rename, user())
    elif args.drop:
        _drop(project, node)
    else:
        _quote(project, node, args)


def _drop(project: Project, node: Node) -> None:
    edit = project.composition().sections.get(node.key)
    if edit is None:
        raise UsageError(
            _("Ingen har skrivit i eller utelämnat {title}.").format(title=node.section.title),
            _("inspel compose visar vad som är redigerat."),
        )
    composing.drop(project, edit, user())


def _quote(project: Project, node: Node, args: Namespace) -> None:
    if args.quote is not None:
        composing.quote(project, node, args.quote, user())
    elif args.never is not None:
        composing.never_quote(project, node, args.never, user())
    elif args.free is not None:
        composing.never_quote(project, node, args.free, user(), never=False)
    else:
        raise UsageError(
            _("Det är inte sagt vad som ska göras med avsnittet."),
            _("inspel compose --help visar vad som kan göras."),
        )


def _refuse_changes(args: Namespace) -> None:
    told = (args.text, args.place, args.add, args.rename, args.quote, args.never, args.free)
    asked = any(value is not None for value in told)
    if asked or args.leave_out or args.put_back or args.drop:
        raise UsageError(
            _("Det är inte sagt vilket avsnitt det gäller."),
            _("Ange dess namn, som inspel compose visar."),
        )


def _listed(draft: Draft) -> Answer:
    rows, composition = list(placed(draft.nodes)), draft.composition
    headings = (_("avsnitt"), _("rubrik"), _("redigering"))
    cells = [(r.node.key, "  " * r.level + r.node.section.title, _made_of(r.node)) for r in rows]
    gone = _("Finns inte längre: {title} ({key}): {text}")
    lost = _("Valt citat finns inte längre: {key}")
    parts = [
        *(gone.format(title=e.title, key=e.key, text=e.text or "–") for e in draft.gone),
        *(lost.format(key=key) for key in draft.lost),
    ]
    data: dict[str, object] = {
        "sections": [_data(row) for row in rows],
        "gone": [asdict(edit) for edit in draft.gone],
        "chosen": list(composition.chosen),
        "never": sorted(composition.never),
        "lost": list(draft.lost),
    }
    return Answer(data, (table(headings, cells, wrapped=(1,)), *parts))


def _made_of(node: Node) -> str:
    """What people have made of a section, in words."""
    parts = [
        _("eget avsnitt") if node.own else "",
        _("utelämnat") if node.left_out else "",
        _("egen text") if node.edit and node.edit.text else "",
    ]
    return ", ".join(filter(None, parts))


def _data(row: Placed) -> dict[str, object]:
    node = row.node
    return {
        "key": node.key,
        "title": node.section.title,
        "level": row.level,
        "own": node.own,
        "text": node.edit.text if node.edit else "",
        "left_out": node.left_out,
        "told": row.told,
        "statements": list(node.section.points),
    }
