"""The commands for the strategy's text, reusable reasons, and what became of an inspel."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict

from inspel_app.cli.output import Answer, table
from inspel_app.domain.handling import Source, Target
from inspel_app.errors import UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.resources.settings import user
from inspel_app.services.browsing import numbered
from inspel_app.services.handling import Change, disposition_name, handling_state
from inspel_app.services.outcome import Answered, outcome
from inspel_app.services.reasons import drop_reason, edit_reason, make_reason, titled
from inspel_app.services.rounds import Project
from inspel_app.services.strategy_text import changed_sentences, keep_wording, load_text
from inspel_app.services.workers import WorkerPool


def text(args: Namespace) -> Answer:
    """The sections of the strategy's text, after reading a file or rewording one if asked to."""
    with Project.open(args.project) as project:
        if args.file:
            with WorkerPool(1) as pool:
                load_text(project, args.file, pool, user())
        _reword(project, args)
        found = project.sections()
        changed = {s.id: len(changed_sentences(project, s.id)) for s in found}
    data = [asdict(s) | {"changed_sentences": changed[s.id]} for s in found]
    headings = (_("id"), _("del"), _("avsnitt"), _("tecken"), _("ändrade meningar"))
    rows = [(s.id, s.code or "–", s.heading or "–", len(s.text), changed[s.id]) for s in found]
    parts = (table(headings, rows, wrapped=(2,)),) if rows else (_("Det finns ingen text ännu."),)
    return Answer({"sections": data}, parts)


def _reword(project: Project, args: Namespace) -> None:
    if (args.section is None) != (args.wording is None) or (args.sources and not args.section):
        raise UsageError(
            _("Det är inte sagt vilket avsnitt det gäller, eller vad det ska säga."),
            _("Ange både --section och --wording."),
        )
    if args.section is not None:
        sources = [Source(target) for target in _targets(project, args.sources)]
        keep_wording(project, args.section, args.wording, user(), sources)


def _targets(project: Project, keys: Sequence[str]) -> list[Target]:
    """The points and themes with these ids.

    Raises:
        UsageError: there is no such one.
    """
    known = {p.id: Target.passage(p.id) for p in project.passages()}
    known |= {t.id: Target.theme(t.id) for t in project.themes()}
    for key in keys:
        if key not in known:
            raise UsageError(
                _("Det finns inget tema och ingen synpunkt med {key}.").format(key=key),
                _("De kan ha gjorts om; hämta dem på nytt."),
            )
    return [known[key] for key in keys]


def reasons(args: Namespace) -> Answer:
    """The reusable reasons, after making, changing or dropping one."""
    with Project.open(args.project) as project:
        _change_reason(project, args)
        found = project.reasons()
    headings = (_("id"), _("rubrik"), _("motivering"), _("används"))
    rows = [(r.id, r.title, r.text, len(r.uses)) for r in found]
    parts = (table(headings, rows, wrapped=(1, 2)),) if rows else (_("Det finns inga ännu."),)
    return Answer({"reasons": [asdict(r) for r in found]}, parts)


def _change_reason(project: Project, args: Namespace) -> None:
    known = {name for r in project.reasons() for name in (r.id, r.title)}
    if args.drop:
        drop_reason(project, titled(project, args.drop).id, user())
    elif args.title in known:
        key = titled(project, args.title).id
        edit_reason(project, key, user(), title=args.rename or "", text=args.text or "")
    elif args.title:
        make_reason(project, args.title, args.text or "", user())
    elif args.text or args.rename:
        raise UsageError(
            _("Det är inte sagt vilken motivering det gäller."), _("Ange den med --title.")
        )


def became(args: Namespace) -> Answer:
    """What became of each point of an inspel, and what it led to."""
    with Project.open(args.project) as project:
        found = outcome(project, numbered(project, args.number).id)
    headings = (_("synpunkt"), _("svar"), _("läge"), _("motivering"), _("ändring"))
    rows = [_row(one) for one in found]
    answered = sum(one.handled is not None and one.handled.answered for one in found)
    told = ngettext(
        "{answered} av {n} synpunkt har fått ett svar.",
        "{answered} av {n} synpunkter har fått ett svar.",
        len(found),
    ).format(answered=answered, n=len(found))
    parts = (table(headings, rows, wrapped=(0, 3, 4)), told) if rows else (told,)
    return Answer({"points": [_data(one) for one in found]}, parts)


def _row(one: Answered) -> Sequence[object]:
    said = one.handled.handling if one.handled else None
    return (
        " ".join(one.quotation.text.split()),
        disposition_name(said.disposition if said else None),
        handling_state(said.state) if said else "–",
        (said.text if said else "") or "–",
        "; ".join(map(_told, one.changes)) or "–",
    )


def _told(change: Change) -> str:
    return " ".join((change.section.heading, *(f"”{said}”" for said in change.sentences)))


def _data(one: Answered) -> dict[str, object]:
    said = one.handled
    return {
        "statement": one.quotation.passage,
        "text": one.quotation.text,
        "theme": one.theme,
        "handling": asdict(said.handling) | {"via": said.via} if said else None,
        "changes": [{"section": c.section.id, "sentences": list(c.sentences)} for c in one.changes],
    }
