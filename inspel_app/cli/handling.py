"""The command for what becomes of points, and what it answers."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict

from rich.table import Table

from inspel_app.cli.output import Answer, of_change, table
from inspel_app.errors import UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.resources.settings import user
from inspel_app.services.handling import (
    Board,
    Disposition,
    HandlingChanges,
    Item,
    Tally,
    Target,
    board,
    clear,
    disposition_name,
    handle,
    handling_state,
)
from inspel_app.services.reasons import titled
from inspel_app.services.rounds import Project

NO_ANSWER = "ingen"
"""How one says that nothing is said yet of what becomes of points."""


def handling(args: Namespace) -> Answer:
    """What becomes of points and themes, by the ids of the JSON export; or the list of them."""
    with Project.open(args.project) as project:
        if args.targets:
            return _changed(project, args)
        if _changes(project, args) or args.clear:
            raise UsageError(
                _("Ingen synpunkt och inget tema är angivet."),
                _("Ange deras id, som står i inspel handle och i JSON-exporten."),
            )
        now = board(project)
    return _listed(now, args)


def _changed(project: Project, args: Namespace) -> Answer:
    themes = {theme.id for theme in project.themes()}
    targets = [Target.theme(t) if t in themes else Target.passage(t) for t in args.targets]
    changes, before = _changes(project, args), len(project.log())
    if args.clear:
        clear(project, targets, user())
    elif changes:
        handle(project, targets, user(), **changes)
    else:
        raise UsageError(
            _("Det är inte sagt vad som ska hända med synpunkterna."),
            _("Ange --set, --reason, --use, --responsible, --state eller --clear."),
        )
    return of_change(project.log(), before, targets=[asdict(target) for target in targets])


def _changes(project: Project, args: Namespace) -> HandlingChanges:
    changes = HandlingChanges()
    if args.disposition is not None:
        none = args.disposition == NO_ANSWER
        changes["disposition"] = None if none else Disposition(args.disposition)
    if args.reason is not None:
        changes["text"] = args.reason
    if args.use is not None:
        changes["reason"] = titled(project, args.use).id
    if args.responsible is not None:
        changes["responsible"] = args.responsible
    if args.state is not None:
        changes["state"] = args.state
    return changes


def _listed(now: Board, args: Namespace) -> Answer:
    """The items that were asked for, and how far all of them have come."""
    items = now.of(args.code) if args.code else now.items
    items = tuple(item for item in items if item.open) if args.remaining else items
    tally = now.tally()
    data: dict[str, object] = {
        "items": [_data(item) for item in items],
        "points": tally.points,
        "answered": tally.answered,
        "open": tally.open,
        "dispositions": {str(d): n for d, n in tally.dispositions},
        "states": {str(s): n for s, n in tally.states},
        "without_reason": tally.without_reason,
        "to_check": tally.to_check,
        "lost": [asdict(one) for one in now.lost],
        "waiting": list(now.waiting),
    }
    parts = (_table(items),) if items else ()
    return Answer(data, (*parts, *_told(tally, now)))


def _told(tally: Tally, now: Board) -> list[str]:
    """How far it has come, and what a person has to look at."""
    lines = [
        ngettext(
            "{answered} av {n} synpunkt har fått ett svar, {open} har inget.",
            "{answered} av {n} synpunkter har fått ett svar, {open} har inget.",
            tally.points,
        ).format(answered=tally.answered, n=tally.points, open=tally.open)
    ]
    shares = [f"{disposition_name(d).lower()}: {n}" for d, n in tally.dispositions]
    shares += [f"{handling_state(s).lower()}: {n}" for s, n in tally.states]
    lines += [", ".join(shares) + "."] if shares else []
    if tally.without_reason:
        text = _("{n} som inte beaktas fullt ut saknar motivering.")
        lines.append(text.format(n=tally.without_reason))
    if tally.to_check:
        text = _("{n} har ett svar som gavs innan synpunkten kom till temat eller delades på nytt.")
        lines.append(text.format(n=tally.to_check))
    if now.lost:
        text = _("{n} svar gäller synpunkter som inte finns längre.")
        lines.append(text.format(n=len(now.lost)))
    if now.waiting:
        lines.append(
            ngettext(
                "{n} inspel väntar på beslut om dubbletter (inspel duplicates).",
                "{n} inspel väntar på beslut om dubbletter (inspel duplicates).",
                len(now.waiting),
            ).format(n=len(now.waiting))
        )
    return lines


def _table(items: Sequence[Item]) -> Table:
    headings = (_("del"), _("synpunkter"), _("vad, och dess id"), _("svar"), _("läge"), _("öppna"))
    rows = [
        (
            item.codes[0] or "–",
            len(item.passages),
            f"{' '.join(item.text.split())}\n{item.target.id}",
            disposition_name(item.handled.handling.disposition if item.handled else None),
            handling_state(item.handled.handling.state) if item.handled else "–",
            item.open,
        )
        for item in items
    ]
    longest = max(len(item.target.id) for item in items)
    return table(headings, rows, wrapped=(2,), longest=longest)


def _data(item: Item) -> dict[str, object]:
    handled = item.handled
    return {
        "kind": item.target.kind,
        "id": item.target.id,
        "text": item.text,
        "codes": list(item.codes),
        "statements": list(item.passages),
        "handling": asdict(handled.handling) | {"via": handled.via} if handled else None,
        "exceptions": item.exceptions,
        "open": item.open,
        "to_check": item.to_check,
        "sections": list(item.sections),
    }
