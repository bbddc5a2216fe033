"""`inspel merge`: other people's copies taken in, and what they say differently settled."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from inspel_app.cli.output import Answer
from inspel_app.domain.clock import shown
from inspel_app.errors import ExitCode, UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.resources.settings import user
from inspel_app.services.merging import Merged, brought, merge
from inspel_app.services.quarrels import Opinion, Quarrel, Side, quarrels, settle
from inspel_app.services.rounds import Project, keep_copy


def merging(args: Namespace) -> Answer:
    """Take copies in, list what is open, or settle it."""
    if args.take:
        return _settle(args)
    if args.list:
        with Project.open(args.project) as project:
            return _of_quarrels(quarrels(project))
    if not args.copies:
        raise UsageError(
            _("Det är inte sagt vilka kopior som ska tas in."),
            _("Ange deras filer, eller --list för att se vad som är öppet."),
        )
    if not args.dry_run:
        keep_copy(args.project)
    with Project.open(args.project) as project:
        merged = merge(project, args.copies, user(), dry=args.dry_run)
        open_now = () if args.dry_run else quarrels(project)
    return _of_merge(merged, open_now)


def _settle(args: Namespace) -> Answer:
    side, *numbers = args.take
    if side not in tuple(Side) or not numbers or not all(n.isdecimal() for n in numbers):
        raise UsageError(
            _("Det är inte sagt vad som ska gälla, och i vilka konflikter."),
            _("Skriv till exempel --take theirs 1 3."),
        )
    with Project.open(args.project) as project:
        settle(project, [int(n) for n in numbers], Side(side), user())
        return _of_quarrels(quarrels(project))


def _of_merge(merged: Sequence[Merged], open_now: Sequence[Quarrel]) -> Answer:
    told = _of_quarrels(open_now) if open_now else Answer({"conflicts": []})
    lines = tuple(line for one in merged for line in _lines(one))
    if any({"submissions", "answers", "cuts"} & one.things.keys() for one in merged):
        lines += (_("Kör inspel suggest, så att allt får nya förslag."),)
    data = {"copies": [asdict(one) for one in merged], **told.data}
    return Answer(data, (*lines, *told.parts), told.code)


def _lines(merged: Merged) -> Iterator[str]:
    if not merged.actions:
        yield _("{copy}: inget nytt.").format(copy=merged.copy)
        return
    done = ngettext("{n} händelse", "{n} händelser", merged.actions).format(n=merged.actions)
    things = ", ".join(brought(merged.things)) or _("inget som inte redan fanns")
    yield _("{copy}: {done} ({things}).").format(copy=merged.copy, done=done, things=things)
    if merged.conflicts:
        yield ngettext(
            "{copy}: en konflikt att avgöra.",
            "{copy}: {n} konflikter att avgöra.",
            merged.conflicts,
        ).format(copy=merged.copy, n=merged.conflicts)


def _of_quarrels(found: Sequence[Quarrel]) -> Answer:
    data: dict[str, object] = {"conflicts": [asdict(one) for one in found]}
    if not found:
        return Answer(data, (_("Ingen konflikt är öppen."),))
    lines = [line for one in found for line in _quarrel(one)]
    how = _(
        "Det som står här gäller tills någon avgör: --take mine NR behåller det, "
        "--take theirs NR tar kopians."
    )
    return Answer(data, (*lines, "", how), ExitCode.PROBLEMS)


def _quarrel(one: Quarrel) -> Iterator[str]:
    yield f"{one.number}. {one.about}"
    yield _("   här: {opinion}").format(opinion=_opinion(one.ours))
    yield _("   {copy}: {opinion}").format(copy=one.copy, opinion=_opinion(one.theirs))


def _opinion(opinion: Opinion) -> str:
    who = ", ".join(filter(None, (opinion.by, opinion.at and shown(opinion.at))))
    return f"{opinion.text} ({who})" if who else opinion.text
