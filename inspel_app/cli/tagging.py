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
    _check_one(args)
    if not args.passages and args.above is None:
        raise UsageError(
            _("Ingen synpunkt är angiven."),
            _("Ange synpunkternas id, som står i JSON-exporten, eller --above."),
        )
    with Project.open(args.project) as project:
        done = _done(Tagging(project, user()), args)
    data: dict[str, object] = {"done": done.name, "passages": list(done.passages)}
    return Answer(data, (f"{done.name}." if done.name else _("Det är redan så."),))


def _check_one(args: Namespace) -> None:
    """See to it that one thing is asked for; a code may be rejected for another.

    Raises:
        UsageError: nothing is asked for, or two things at once.
    """
    others = (args.accept, args.above, args.no_point, args.unsure, args.split, args.merge)
    asked = any(one not in (None, False) for one in others)
    if (args.reject is not None and asked) or not (asked or args.code or args.reject is not None):
        raise UsageError(
            _("Det går inte att se vad som ska göras med synpunkterna."),
            _("Ange en sak: --code, --reject (eller båda), --accept eller någon av de andra."),
        )


def _done(tagging: Tagging, args: Namespace) -> Done:
    """What is asked for."""
    if args.above is not None:
        return tagging.accept_all(tagging.preview(10 * args.above))
    if args.code or args.reject:
        return _coded(tagging, args)
    if args.accept:
        return tagging.accept(args.passages)
    if args.split is not None or args.merge:
        return _cut(tagging, args)
    return tagging.mark(Mark.NO_POINT if args.no_point else Mark.UNSURE, args.passages)


def _coded(tagging: Tagging, args: Namespace) -> Done:
    if not args.reject:
        return tagging.assign(args.code, args.passages)
    if not args.code:
        return tagging.reject(args.reject, args.passages)
    return tagging.replace(args.reject, args.code, args.passages)


def _cut(tagging: Tagging, args: Namespace) -> Done:
    if len(args.passages) > 1:
        raise UsageError(
            _("Bara en synpunkt i taget kan delas eller slås ihop."),
            _("Ange en synpunkt; den slås ihop med nästa i samma svar."),
        )
    (passage,) = args.passages
    return tagging.merge(passage) if args.merge else tagging.split(passage, args.split)
