"""Whom the authority asked for an inspel, who has answered, and who has not."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from inspel_app.domain.form import ActorType
from inspel_app.domain.invitation import Attendance, Invitation
from inspel_app.errors import UnreadableError, UsageError
from inspel_app.forms.folding import fold
from inspel_app.forms.organisations import Organisations
from inspel_app.forms.same_name import found_among
from inspel_app.i18n import _
from inspel_app.reading.text import decode
from inspel_app.services.respondents import known_organisations, sending, type_name
from inspel_app.store.project import Project

_CELLS = re.compile(r"[\t;]")
_BULLET = re.compile(r"^\s*(?:[-–•*·]|\d+[.)])\s+")
_ADDRESS = re.compile(r"<[^<>]*@[^<>]*>|\b[\w.+-]+@[\w.-]+\.\w+\b")
_HEADINGS = frozenset(
    {"namn", "organisation", "organisationer", "aktor", "aktorer", "avsandare", "inbjudna"}
)
_MOST_LETTERS = 200
"""Of a name; what is longer is no line of a list."""


def read_list(path: Path) -> str:
    """The text of a file with a list, as text or CSV, in whatever encoding it was saved.

    Raises:
        UsageError: there is no such file, or it is no text.
    """
    try:
        return decode(path.read_bytes()).text
    except (OSError, UnreadableError) as error:
        raise UsageError(
            _("{path} kan inte läsas som en lista.").format(path=path),
            _("Välj en textfil, eller spara listan i Excel som CSV och välj den."),
        ) from error


def listed(text: str, known: Organisations) -> tuple[Invitation, ...]:
    """The organisations that a list names, each once."""
    found: dict[str, Invitation] = {}
    for line in text.splitlines():
        cells = [" ".join(_ADDRESS.sub("", cell).split()) for cell in _CELLS.split(line)]
        name = _BULLET.sub("", cells[0]).strip(' ,"')[:_MOST_LETTERS]
        if known.key(name) and fold(name) not in _HEADINGS:
            found.setdefault(known.key(name), _invitation(name, cells[1:], known))
    return tuple(found.values())


def written(invited: Iterable[Invitation]) -> str:
    """The list as people may go on writing it."""
    return "\n".join(_line(one) for one in invited)


def attendance(project: Project) -> Attendance:
    """Who of those invited has sent in; every way to write a name counts."""
    invited, senders = project.invitations(), sending(project)
    if not invited:
        return Attendance((), len(senders))
    names = dict.fromkeys(s.respondent.organisation for s in senders)
    same = found_among(
        names, [one.name for one in invited], known_organisations(project), project.apart()
    )
    came: defaultdict[str, list[str]] = defaultdict(list)
    for submission in senders:
        came[same.get(submission.respondent.organisation, "")].append(submission.id)
    told = (replace(one, submissions=tuple(came[one.name])) for one in invited)
    return Attendance(tuple(told), len(came[""]))


def _invitation(name: str, cells: Sequence[str], known: Organisations) -> Invitation:
    types = {fold(type_name(kind)): kind for kind in ActorType}
    types |= {fold(kind): kind for kind in ActorType}
    kind = next((types[fold(cell)] for cell in cells if fold(cell) in types), None)
    place = next((town for cell in cells if (town := known.place(cell))), None)
    return Invitation(name, kind or known.type_of(name), place or known.named_municipality(name))


def _line(one: Invitation) -> str:
    kind = type_name(one.type) if one.type else ""
    return "; ".join([one.name, kind, one.municipality or ""]).rstrip("; ")
