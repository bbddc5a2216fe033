"""What copies say differently of the same thing, in words, and the settling of it.

for quarrel in quarrels(project):
    print(quarrel.number, quarrel.about, quarrel.ours.text, quarrel.theirs.text)
settle(project, [1, 3], Side.THEIRS, by="anna")
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspel_app.domain.coding import Mark
from inspel_app.domain.form import ActorType, Status
from inspel_app.domain.handling import Disposition, State
from inspel_app.errors import UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.store.merging.conflicts import Change, Conflict, Said, Side
from inspel_app.store.project import Project
from inspel_app.store.records import Row
from inspel_app.synthesis import words
from inspel_app.synthesis.handling_words import disposition, handling_state
from inspel_app.synthesis.words import respondent_name

__all__ = ["Opinion", "Quarrel", "Side", "quarrels", "settle"]


_SHOWN = 60
"""Characters that are shown of a point."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one side says in words, who said it ("" if nobody changed it) and when (ISO 8601)."""

    text: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Quarrel:
    """Something of which two copies say different things: ours stands until it is settled.

    `number` counts from 1 among those that are open, `about` tells in words what it is about, and
    `copy` which copy theirs came in.
    """

    number: int
    about: str
    ours: Opinion
    theirs: Opinion
    copy: str


def quarrels(project: Project) -> tuple[Quarrel, ...]:
    """All that is open, in the order in which it came."""
    found = project.conflicts()
    points = {said.id: said.text for said in project.said_of()} if found else {}
    return tuple(_quarrel(project, points, n, one) for n, one in enumerate(found, start=1))


def settle(project: Project, numbers: Sequence[int], side: Side, by: str | None = None) -> None:
    """Let one side's word hold in some of them, by number, as one action.

    Raises:
        UsageError: there is none with such a number.
    """
    found = project.conflicts()
    wrong = [n for n in numbers if not 1 <= n <= len(found)]
    if wrong:
        raise UsageError(
            _("Det finns ingen konflikt {n}.").format(n=wrong[0]),
            _("Se vilka som är öppna med inspel merge OMGÅNG --list."),
        )
    name = ngettext("Avgör en konflikt", "Avgör {n} konflikter", len(set(numbers)))
    with project.action(name.format(n=len(set(numbers))), by):
        for number in sorted(set(numbers)):
            project.settle(found[number - 1], side)


def _quarrel(
    project: Project, points: Mapping[str, str], number: int, conflict: Conflict
) -> Quarrel:
    about = " · ".join(dict.fromkeys(filter(None, _abouts(project, points, conflict))))
    ours, theirs = (_opinion(side) for side in (conflict.ours, conflict.theirs))
    return Quarrel(number, about, ours, theirs, conflict.copy)


def _abouts(project: Project, points: Mapping[str, str], conflict: Conflict) -> Iterator[str]:
    """Where it is, and what of it; `points` are the texts of passages by id."""
    inspel = project.find_submission(conflict.submission)
    if inspel is not None:
        yield _("inspel {n}, {name}").format(n=inspel.number, name=respondent_name(inspel))
    for change in conflict.theirs.changes:
        yield _thing(change.table)
        if change.table in _BY_PASSAGE:
            text = words.clean(points.get(str(_passage(change)), ""))
            yield f"”{text[:_SHOWN]} …”" if len(text) > _SHOWN else text and f"”{text}”"
        for column in change.row or ():
            yield _facts().get((change.table, column), "")


def _passage(change: Change) -> object:
    """The passage, by id, that a row is about."""
    return change.key[2] if change.table == "wording_passages" else change.key[0]


def _opinion(said: Said) -> Opinion:
    told = dict.fromkeys(filter(None, (_told(change) for change in said.changes)))
    return Opinion("; ".join(told) or _("borttaget, eller ingenting"), said.by, said.at)


def _told(change: Change) -> str:
    """What a row comes to, in words."""
    if change.row is None:
        return ""
    if change.table in _TOLD:
        return _TOLD[change.table](change.row)
    texts = [change.row[column] for column in _SAYING if change.row.get(column)]
    return ": ".join(map(str, texts)) or _("finns kvar")


def _mark(row: Row) -> str:
    return {Mark.NO_POINT: _("ingen synpunkt"), Mark.UNSURE: _("osäker")}[Mark(row["mark"])]


def _given(row: Row) -> str:
    return _("hör till {code} ({person})").format(**_named(row))


def _rejected(row: Row) -> str:
    return _("hör inte till {code} ({person})").format(**_named(row))


def _row_of_facts(row: Row) -> str:
    return ", ".join(_fact(column, value) for column, value in row.items() if value)


def _place(row: Row) -> str:
    return _("i temat {theme}").format(theme=row["theme"])


def _quoting(row: Row) -> str:
    return _("citeras aldrig") if row["position"] is None else _("citeras")


def _handling(row: Row) -> str:
    becomes = disposition(Disposition(row["disposition"]) if row["disposition"] else None)
    told = [becomes, row["text"], row["responsible"], handling_state(State(row["state"]))]
    return ", ".join(filter(None, told))


def _fact(column: str, value: object) -> str:
    match column:
        case "status":
            return words.status(Status(str(value)))
        case "type":
            return words.actor_type(ActorType(str(value)))
        case "confirmed":
            return _("räknas hur lika andra det än är")
    return str(value)


def _named(row: Row) -> Row:
    return {**row, "person": row["person"] or _("okänd")}


_BY_PASSAGE = {
    *("assignments", "rejections", "marks", "notes", "handlings", "theme_places"),
    *("quotings", "wording_passages"),
}
_TOLD: Mapping[str, Callable[[Row], str]] = {
    "assignments": _given,
    "rejections": _rejected,
    "marks": _mark,
    "handlings": _handling,
    "theme_handlings": _handling,
    "cuts": lambda row: f"[{row['text']}]",
    "contacts": _row_of_facts,
    "submissions": _row_of_facts,
    "theme_places": _place,
    "quotings": _quoting,
}
_SAYING = ("label", "title", "heading", "text", "dnr", "deadline", "message", "provision", "name")
"""The columns that say what a row is, the most telling first."""


def _thing(table: str) -> str:
    """What a row of a table is about."""
    return {
        "settings": _("omgången"),
        "answers": _("svarets text"),
        "unplaced": _("text utanför fälten"),
        "cuts": _("hur svaret är delat i synpunkter"),
        "assignments": _("koder"),
        "rejections": _("koder"),
        "marks": _("markering"),
        "notes": _("anteckning"),
        "handlings": _("hantering"),
        "theme_handlings": _("temats hantering"),
        "kept_themes": _("tema"),
        "theme_places": _("tema"),
        "reasons": _("motivering"),
        "sections": _("strategins avsnitt"),
        "wordings": _("ny text"),
        "invitations": _("inbjuden"),
        "report_sections": _("rapportens avsnitt"),
        "report_orders": _("rapportens ordning"),
        "quotings": _("citat"),
        "secrecies": _("sekretessmarkering"),
        "contacts": _("kontaktuppgifter"),
    }.get(table, "")


def _facts() -> dict[tuple[str, str], str]:
    """What the facts are called of which each can be said in two ways."""
    return {
        ("settings", "title"): _("namn"),
        ("settings", "dnr"): _("diarienummer"),
        ("settings", "deadline"): _("sista dag"),
        ("submissions", "status"): _("status"),
        ("submissions", "assignee"): _("ansvarig"),
        ("submissions", "organisation"): _("avsändare"),
        ("submissions", "unit"): _("avdelning"),
        ("submissions", "type"): _("aktörstyp"),
        ("submissions", "municipality"): _("kommun"),
        ("submissions", "received"): _("när det kom in"),
        ("submissions", "dnr"): _("diarienummer"),
        ("kept_themes", "label"): _("namn"),
        ("kept_themes", "code"): _("kod"),
        ("reasons", "title"): _("rubrik"),
        ("sections", "heading"): _("rubrik"),
    }
