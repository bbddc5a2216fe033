"""How points are handled, with reusable reasons; what is said is never lost.

Where a point leaves a handled theme, it takes what was said of the theme with it as its own: so
no point is handled otherwise than before because themes were made otherwise.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlite_utils import Database
from sqlite_utils.db import quote_identifier

from inspel_app.domain.handling import (
    Disposition,
    Handling,
    Handlings,
    Reason,
    State,
    Target,
    TargetKind,
    range_of,
)
from inspel_app.store.records import Row, to_json

_TABLES = {TargetKind.PASSAGE: "handlings", TargetKind.THEME: "theme_handlings"}
_KEYS = {TargetKind.PASSAGE: "passage", TargetKind.THEME: "theme"}
_AMONG = "IN (SELECT value FROM json_each(?))"
_CHANGED = "SELECT tbl, before, after FROM changes WHERE id > ?"
WRITTEN = {
    "sections",
    "wordings",
    "wording_passages",
    "wording_themes",
    "report_sections",
    "report_orders",
    "quotings",
}
"""Tables of what people write in the strategy's text and in the report; no point is in them."""
_BESIDE = WRITTEN | {"notes"}
"""Tables that tell neither what points there are nor what is said of them."""


class HandlingEdits:
    """What is written of how points are handled; `Project.handling_edits` gives it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, handling: Handling) -> None:
        """Say this of its target, in the place of what was said."""
        kind, key = handling.target.kind, handling.target.id
        row = {_KEYS[kind]: key, **_row(handling)}
        self._db.table(_TABLES[kind]).upsert(row, pk=_KEYS[kind])

    def drop(self, target: Target) -> None:
        """Say nothing of a target any longer."""
        self._db.table(_TABLES[target.kind]).delete_where(f"{_KEYS[target.kind]} = ?", [target.id])

    def copy(self, theme: str, to: str) -> None:
        """Say of another theme, of which nothing is said, what is said of one."""
        for table in ("theme_handlings", "wording_themes"):
            for row in list(self._db.table(table).rows_where("theme = ?", [theme])):
                add_row(self._db, table, {**row, "theme": to})

    def put_reason(self, reason: Reason, by: str) -> None:
        """Keep a reusable reason, new or in the place of an earlier with the same id."""
        row = {"id": reason.id, "title": reason.title, "text": reason.text, "person": by}
        self._db.table("reasons").upsert(row, pk="id")

    def drop_reason(self, reason: Reason) -> None:
        """Take a reusable reason away; those who use it keep its words."""
        for table in _TABLES.values():
            self._db.execute(
                f"UPDATE {table} SET text = ?, reason = NULL WHERE reason = ?",  # noqa: S608 - our own names
                [reason.text, reason.id],
            )
        self._db.table("reasons").delete_where("id = ?", [reason.id])

    def free_reason(self) -> str:
        """An id that no reusable reason has."""
        ids = self._db.execute("SELECT id FROM reasons")
        return f"m{max((int(key[1:]) for (key,) in ids), default=0) + 1}"


def handlings(db: Database, concerned: Iterable[Target] | None = None) -> Handlings:
    """All that is said of passages and themes.

    Or what is said of some themes, and of the points now and before of the answers in which some
    points stand, with the themes that people put those in.
    """
    texts = {row["id"]: row["text"] for row in db.table("reasons").rows}
    if concerned is None:
        return Handlings(
            {row["passage"]: _handling(row, texts) for row in db.table("handlings").rows},
            {row["theme"]: _handling(row, texts) for row in db.table("theme_handlings").rows},
            dict(db.execute("SELECT passage, theme FROM theme_places")),
        )
    ids: dict[TargetKind, set[str]] = {TargetKind.PASSAGE: set(), TargetKind.THEME: set()}
    for target in concerned:
        ids[target.kind].add(target.id)
    answers = sorted({range_of(key)[0] for key in ids[TargetKind.PASSAGE]})
    placed = [row for key in answers for row in of_answer(db, "theme_places", key)]
    themes = to_json(sorted(ids[TargetKind.THEME].union(row["theme"] for row in placed)))
    placed += db.table("theme_places").rows_where(f"theme {_AMONG}", [themes])
    passages = [row for key in answers for row in of_answer(db, "handlings", key)]
    return Handlings(
        {row["passage"]: _handling(row, texts) for row in passages},
        {
            row["theme"]: _handling(row, texts)
            for row in db.table("theme_handlings").rows_where(f"theme {_AMONG}", [themes])
        },
        {row["passage"]: row["theme"] for row in placed},
    )


def of_answer(db: Database, table: str, answer: str) -> Iterator[Row]:
    """The rows about points of an answer, by its id, now and before."""
    return db.table(table).rows_where("passage >= ? AND passage < ?", [f"{answer}:", f"{answer};"])


class Told(NamedTuple):
    """Of which something else has been said than before, and which themes were put together anew.

    `whole` is true where other things have changed too, on which what points there are may depend.
    """

    targets: frozenset[Target]
    themes: frozenset[str]
    whole: bool


def told_since(db: Database, change: int) -> Told:
    """What has been said after a change, by its number."""
    targets, themes, whole = set[Target](), set[str](), False
    for table, before, after in db.execute(_CHANGED, [change]):
        images = [json.loads(image) for image in (before, after) if image]
        match table:
            case "handlings":
                targets.update(Target.passage(row["passage"]) for row in images)
            case "theme_handlings":
                targets.update(Target.theme(row["theme"]) for row in images)
            case "theme_places":
                targets.update(Target.passage(row["passage"]) for row in images)
                themes.update(row["theme"] for row in images)
            case "kept_themes":
                themes.update(row["id"] for row in images)
            case "reasons":
                targets.update(use for row in images for use in _uses(db, row["id"]))
            case _:
                whole = whole or table not in _BESIDE
    return Told(frozenset(targets), frozenset(themes), whole)


def reasons(db: Database) -> tuple[Reason, ...]:
    """The reusable reasons by title, each with where it is used."""
    return tuple(
        Reason(row["id"], row["title"], row["text"], tuple(_uses(db, row["id"])))
        for row in db.table("reasons").rows_where(order_by="title, id")
    )


def _uses(db: Database, reason: str) -> Iterator[Target]:
    """Where a reusable reason is used."""
    for kind, table in _TABLES.items():
        for row in db.table(table).rows_where("reason = ?", [reason], order_by=_KEYS[kind]):
            yield Target(kind, row[_KEYS[kind]])


def handed_down(db: Database, theme: str, passages: Iterable[str], to: str | None = None) -> None:
    """Let passages that leave a theme keep how it is handled, and what it led to.

    Unless they are handled by themselves, or go `to` a theme that is handled alike. Where nobody
    has put a passage in the theme, it is handled as a draft.
    """
    said = _said(db, theme)
    alike = said is not None and to is not None and _said(db, to) == said
    links = list(db.table("wording_themes").rows_where("theme = ?", [theme]))
    places = {row["passage"] for row in db.table("theme_places").rows_where("theme = ?", [theme])}
    for passage in sorted(passages):
        if said is not None and not alike:
            state = said["state"] if passage in places else State.DRAFT
            add_row(db, "handlings", {"passage": passage, **said, "state": state})
        for link in links:
            kept = {key: value for key, value in link.items() if key != "theme"}
            add_row(db, "wording_passages", {**kept, "passage": passage})


def forget_theme(db: Database, theme: str) -> None:
    """Say nothing any longer of a theme that is no more."""
    for table in ("theme_handlings", "wording_themes"):
        db.table(table).delete_where("theme = ?", [theme])


def told_themes(db: Database) -> frozenset[str]:
    """The themes of which something is said, or that led to something."""
    rows = db.execute("SELECT theme FROM theme_handlings UNION SELECT theme FROM wording_themes")
    return frozenset(theme for (theme,) in rows)


def shared_handling(handled: Sequence[Sequence[Row]]) -> list[Row]:
    """What is said of the one passage that several become, or of each that one becomes.

    Where they differ, it is a draft for somebody to look at, with the reasons of all; what becomes
    of it is open if that differs.
    """
    rows = [row for said in handled for row in said]
    if not rows:
        return []
    shared = {key: value for key, value in rows[0].items() if key != "told"}
    if len(rows) == len(handled) and all(_same(rows[0], row) for row in rows):
        return [shared]
    shared["state"] = State.DRAFT
    if len({row["disposition"] for row in rows}) > 1:
        shared["disposition"] = None
    if len({(row["reason"], row["text"]) for row in rows}) > 1:
        told = dict.fromkeys(row["told"] for row in rows if row["told"])
        shared |= {"reason": None, "text": "\n".join(told)}
    return [shared]


def with_words(db: Database, rows: Iterable[Row]) -> list[Row]:
    """Rows of handlings with their reason in words, as `told`."""
    texts = {row["id"]: row["text"] for row in db.table("reasons").rows}
    return [{**row, "told": texts.get(row["reason"], row["text"])} for row in rows]


def add_row(db: Database, table: str, row: Mapping[str, object]) -> None:
    """Add a row to a table that may have it, or another with its key: then that stands.

    sqlite-utils fails on a lone row that is there.
    """
    columns, values = ", ".join(map(quote_identifier, row)), ", ".join("?" * len(row))
    insert = f"INSERT INTO {quote_identifier(table)} ({columns}) VALUES ({values})"  # noqa: S608 - our own names
    db.execute(f"{insert} ON CONFLICT DO NOTHING", list(row.values()))


def _said(db: Database, theme: str) -> Row | None:
    rows = db.table("theme_handlings").rows_where("theme = ?", [theme])
    return next(({k: v for k, v in row.items() if k != "theme"} for row in rows), None)


def _same(one: Row, other: Row) -> bool:
    """Whether two rows say the same, of whichever passage and by whomever."""
    return all(one[key] == other[key] for key in one if key not in {"passage", "person"})


def _row(handling: Handling) -> Row:
    return {
        "disposition": handling.disposition,
        "text": "" if handling.reason else handling.text,
        "reason": handling.reason,
        "responsible": handling.responsible,
        "state": handling.state,
        "person": handling.person,
    }


def _handling(row: Row, texts: Mapping[str, str]) -> Handling:
    target = Target.passage(row["passage"]) if "passage" in row else Target.theme(row["theme"])
    return Handling(
        target,
        Disposition(row["disposition"]) if row["disposition"] else None,
        texts.get(row["reason"], row["text"]),
        row["reason"],
        row["responsible"],
        State(row["state"]),
        row["person"],
    )
