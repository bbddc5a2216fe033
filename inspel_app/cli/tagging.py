"""The command for tagging passages, and what it answers."""

from argparse import Namespace

from inspel_app.cli.output import Answer
from inspel_app.domain.coding import Mark
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.resources.settings import user
from inspel_app.services.rounds import Project
from inspel_app.services.tagging import Done, Tagging


def tag(args: Namespace) -> Answer:
    """Passages, by the ids of the JSON export, coded, marked or cut; what was done to which."""
    if not args.passages and args.above is None:
        raise UsageError(
            _("Ingen synpunkt är angiven."),
            _("Ange synpunkternas id, som står i JSON-exporten, eller --above."),
        )
    with Project.open(args.project) as project:
        done = _done(Tagging(project, user()), args)
    data: dict[str, object] = {"done": done.name, "passages": list(done.passages)}
    return Answer(data, (f"{done.name}." if done.name else _("Det är redan så."),))


def _done(tagging: Tagging, args: Namespace) -> Done:
    """One of the things that can be done; the parser sees to it that it is just one."""
    if args.above is not None:
        return tagging.accept_all(tagging.preview(10 * args.above))
    if args.code:
        return tagging.assign(args.code, args.passages)
    if args.reject:
        return tagging.reject(args.reject, args.passages)
    if args.accept:
        return tagging.accept(args.passages)
    if args.split is not None or args.merge:
        return _cut(tagging, args)
    return tagging.mark(Mark.NO_POINT if args.no_point else Mark.UNSURE, args.passages)


def _cut(tagging: Tagging, args: Namespace) -> Done:
    if len(args.passages) > 1:
        raise UsageError(
            _("Bara en synpunkt i taget kan delas eller slås ihop."),
            _("Ange en synpunkt; den slås ihop med nästa i samma svar."),
        )
    (passage,) = args.passages
    return tagging.merge(passage) if args.merge else tagging.split(passage, args.split)
