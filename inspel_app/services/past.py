"""The history as people read it, and the way back in it.

Beside the actions stands what the machine made, where it made it: that cannot be undone, as it can
be made again.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from textwrap import shorten

from inspel_app import __version__
from inspel_app.domain.clock import at_home
from inspel_app.domain.synthesis import Audience
from inspel_app.errors import DiskError, UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.store.changed import Concerned
from inspel_app.store.merging.file import Taken
from inspel_app.store.project import LogEntry, Project, Run

__all__ = [
    "Event",
    "LogEntry",
    "Run",
    "Taken",
    "back_to",
    "exported_for",
    "machine",
    "note_export",
    "noted_export",
    "nothing_to_undo",
    "past",
    "past_of",
]

_EXPORT = "export"
_OPENING = 50
"""Characters of a point by which one knows it again."""


@dataclass(frozen=True, slots=True)
class Event:
    """An action, or what the machine made: who asked for it, when (ISO 8601), what it is called.

    `number` is that of an action; what the machine made, or was done in another copy, has none.
    `things` are how many things it changed or made. `stands` is true for what one can go back to:
    not for what has been undone, for undoing and redoing themselves, and for the machine's work.
    `how` tells how that was made, or in which copy it was done; `about` which inspel it was about,
    and which point of it, where it was about one.
    """

    at: str
    by: str
    name: str
    things: int
    number: int | None = None
    stands: bool = False
    undone: bool = False
    how: str = ""
    about: str = ""

    @property
    def told(self) -> str:
        """What it is called, with what it was about."""
        return f"{self.name} – {self.about}" if self.about else self.name


def past(project: Project) -> list[Event]:
    """Everything that has been done and made, the latest first.

    What was done in another copy stands below the action that took it in.
    """
    things, concerned = project.things_changed(), project.concerned()
    told = [
        (e.number, replace(_action(e, things.get(e.number, 0)), about=_about(concerned, e.number)))
        for e in project.log()
    ]
    told += [(run.after, _made(run)) for run in project.runs() if _name_of(run)]
    taken: defaultdict[int, list[Event]] = defaultdict(list)
    for one in reversed(project.taken()):
        taken[one.merge].append(_taken(one))
    events = [event for _number, event in sorted(told, key=lambda t: t[0])][::-1]
    return [one for event in events for one in (event, *taken[event.number or 0])]


def past_of(project: Project, passage: str) -> list[Event]:
    """What has been done with one passage, the latest first; no undoing, but what was undone."""
    log = (e for e in project.log_of(passage) if e.undoes is None and e.redoes is None)
    told = [*(_action(entry, 1) for entry in log), *map(_taken, project.taken_of(passage))]
    return sorted(told, key=lambda event: event.at)[::-1]


def note_export(project: Project, file: str, audience: Audience, by: str | None) -> None:
    """Note that a file, or a folder of letters, was written for an audience.

    A round that cannot be written in can be exported all the same; then nothing is noted.
    """
    with suppress(DiskError):
        project.note_run(_export(file, audience, by))


@contextmanager
def noted_export(
    project: Project, file: str, audience: Audience, by: str | None, data: bytes = b""
) -> Iterator[None]:
    """The same for a file that is written within; one that holds `data` is known again.

    Raises:
        ProjectError: another program is writing in the round; then no file is written either.
    """
    is_written, noting = False, ExitStack()
    with suppress(DiskError):
        noting.enter_context(project.noting(_export(file, audience, by, _hash(data))))
    try:
        with noting:
            yield
            is_written = True
    except DiskError:
        if not is_written:
            raise


def exported_for(project: Project, data: bytes) -> set[Audience]:
    """The audiences for which the round has been written in a file that holds just this."""
    known = _hash(data)
    exports = (run for run in project.runs() if run.kind == _EXPORT)
    return {_exported(run)[0] for run in exports if known and run.input_hash == known}


def _export(file: str, audience: Audience, by: str | None, written: str = "") -> Run:
    return Run(_EXPORT, written, f"{audience}: {file}", machine(), by=by or "", made=1)


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest() if data else ""


def nothing_to_undo(project: Project) -> str:
    """Why there is nothing to undo."""
    weeded = project.weedings()
    if not weeded:
        return _("Det finns inget att ångra.")
    return _("Det som gjordes före gallringen {day} går inte att ångra.").format(
        day=at_home(weeded[-1].at).date()
    )


def machine(*models: str) -> str:
    """What made something: the models, by name, and the program with its version."""
    return ", ".join((*models, f"inspel {__version__}"))


def back_to(project: Project, number: int, by: str | None = None) -> list[LogEntry]:
    """Go back to how it was just after an action: all later ones are undone, the last first.

    Each is undone by an action of its own, so that they can be redone one by one; all are undone
    or none is.

    Raises:
        UsageError: the action does not stand.
    """
    try:
        return project.back_to(number, by)
    except KeyError as error:
        raise UsageError(
            _("Händelse {number} gäller inte längre.").format(number=number),
            _("Den är ångrad, eller så ångrade den något. Välj en som gäller."),
        ) from error


def _action(entry: LogEntry, things: int) -> Event:
    stands = not entry.undone and entry.undoes is None and entry.redoes is None
    return Event(entry.at, entry.by, entry.name, things, entry.number, stands, entry.undone)


def _about(concerned: Mapping[int, Concerned], action: int) -> str:
    """The number of an inspel, and the first words of a point of it; "" where there is not one."""
    if action not in concerned:
        return ""
    inspel, text = concerned[action]
    if not text:
        return _("inspel {number}").format(number=inspel)
    first = shorten(text, _OPENING, placeholder=" …")
    return _("inspel {number}: ”{words}”").format(number=inspel, words=first)


def _taken(one: Taken) -> Event:
    how = _("i kopian {copy}").format(copy=one.copy)
    return Event(one.at, one.by, one.name, one.things, how=how)


def _made(run: Run) -> Event:
    return Event(run.at, run.by, _name_of(run), run.made, how=_how(run))


def _name_of(run: Run) -> str:
    """What a run did; nothing for one that only is a part of another."""
    match run.kind:
        case "suggestions":
            return ngettext(
                "Föreslog vad {n} synpunkt rör", "Föreslog vad {n} synpunkter rör", run.made
            ).format(n=run.made)
        case "themes":
            return ngettext(
                "Samlade synpunkterna i {n} tema", "Samlade synpunkterna i {n} teman", run.made
            ).format(n=run.made)
        case _ if run.kind == _EXPORT:
            return _("Exporterade {file}").format(file=_exported(run)[1])
    return ""


def _how(run: Run) -> str:
    if run.kind == _EXPORT:
        told = _for(_exported(run)[0])
    elif run.kind == "suggestions":
        told = _("lärde av fält och beslut") if run.settings else _("lärde inte av fält och beslut")
    else:
        told = ""
    return "; ".join(filter(None, (told, run.model)))


def _exported(run: Run) -> tuple[Audience, str]:
    audience, _colon, file = run.settings.partition(": ")
    return Audience(audience), file


def _for(audience: Audience) -> str:
    return {
        Audience.WORK: _("för sekretariatet"),
        Audience.WRITING: _("för skrivgruppen"),
        Audience.PUBLIC: _("för allmänheten"),
    }[audience]
