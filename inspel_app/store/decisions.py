"""What people decide about passages beside their codes: rejections, marks, notes, and cuts.

A person may cut an answer otherwise than the machine did. The machine's passages stay where they
are, made again as often as one likes; those that a person's cut touches are not alive as long as
it stands (`live_passages`). What was said about passages goes with them into the new ones.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlite_utils import Database

from inspel_app.domain.coding import Mark, Note, Passage
from inspel_app.domain.cutting import trimmed
from inspel_app.domain.form import Status
from inspel_app.store.handling import (
    WRITTEN,
    add_row,
    handed_down,
    of_answer,
    shared_handling,
    told_themes,
    with_words,
)
from inspel_app.store.history import now
from inspel_app.store.homeless import BY_PASSAGE, remember
from inspel_app.store.machine import passage_row
from inspel_app.store.merging.texts import rehome
from inspel_app.store.records import Row
from inspel_app.store.themes import themes

_ASIDE = WRITTEN | {"kept_themes", "theme_places", "theme_handlings", "handlings", "reasons"}
"""The tables that change nothing of what `Tagged` tells."""
_OUT = {Status.RAKNAS_INTE, Status.EJ_INSPEL}
"""Where an inspel stands that does not count."""


class Decisions:
    """What is written about passages inside an action; `Project.decisions` gives it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def dead(self, passages: Iterable[str]) -> list[str]:
        """Those of some passages (by id) that are no longer there."""
        alive = "SELECT 1 FROM live_passages WHERE id = ?"
        return [p for p in passages if not self._db.execute(alive, [p]).fetchone()]

    def drop_code(self, passage: str, code: str) -> None:
        """Take back what anybody has said about the passage and the code, for and against."""
        for table in ("assignments", "rejections"):
            self._db.table(table).delete_where("passage = ? AND code = ?", [passage, code])

    def reject(self, passage: str, code: str, by: str) -> None:
        """Note that a passage does not concern a code, whoever has said that it does."""
        where = "passage = ? AND code = ?"
        self._db.table("assignments").delete_where(where, [passage, code])
        others = f"{where} AND person <> ?"
        self._db.table("rejections").delete_where(others, [passage, code, by])
        insert = "INSERT INTO rejections (passage, code, person) VALUES (?, ?, ?)"
        self._db.execute(f"{insert} ON CONFLICT DO NOTHING", [passage, code, by])

    def mark(self, passage: str, mark: Mark | None, by: str) -> None:
        """Mark a passage, in the place of an earlier mark; None takes that away."""
        table = self._db.table("marks")
        if mark is None:
            table.delete_where("passage = ?", [passage])
        else:
            table.upsert({"passage": passage, "mark": mark, "person": by}, pk="passage")

    def note(self, passage: str, text: str, by: str) -> None:
        """Write a person's note about a passage, in the place of an earlier; "" takes it away."""
        table, own = self._db.table("notes"), "passage = ? AND person = ?"
        if text and any(row["text"] == text for row in table.rows_where(own, [passage, by])):
            return  # or else nothing would be done under a name
        table.delete_where(own, [passage, by])
        if text:
            table.insert({"passage": passage, "person": by, "text": text, "at": now()})

    def recut(self, old: Sequence[Passage], new: Sequence[Passage], by: str) -> None:
        """Put passages in the place of others, which they cover; what was said goes with them.

        Codes, marks, the theme and how they are handled go to all of the new ones, notes to the
        first. Of several old ones the codes are put together; the mark is what they share, or else
        `UNSURE` if one of them had it. What went along with a corrected text, and waits for the
        machine to cut that anew, goes with them too.
        """
        cuts = self._db.table("cuts")
        rehome(self._db, sorted({passage.answer for passage in old}))
        self._keep_inherited(old)
        said = {table: self._taken(table, old) for table in BY_PASSAGE}
        for passage in old:
            cuts.delete_where("id = ?", [passage.id])
        for number, passage in enumerate(new):
            if not self._machine_has(passage):
                cuts.insert({**passage_row(passage), "person": by})
            for table, rows in self._shared(said, len(old)).items():
                if table != "notes" or number == 0:
                    self._db.table(table).insert_all({**r, "passage": passage.id} for r in rows)

    def move(self, answer: str, text: str, moved: Callable[[int, int], tuple[int, int]]) -> None:
        """Let what was said about an answer's passages go with them where `moved` tells.

        `text` is what the answer says now; space at the ends of a passage is no part of
        it. A cut of which nothing is left goes.
        """
        prefix = f"{answer}:"
        for table in BY_PASSAGE:
            rows = list(of_answer(self._db, table, answer))
            for said in sorted({row["passage"] for row in rows}):
                self._db.table(table).delete_where("passage = ?", [said])
            for row in rows:
                place = moved(*map(int, row["passage"].removeprefix(prefix).split("-")))
                start, end = trimmed(*place, text)
                key = f"{prefix}{start}-{end}"
                if start == end:
                    remember(self._db, row["passage"], key)
                add_row(self._db, table, {**row, "passage": key})
        cuts = list(self._db.table("cuts").rows_where("answer = ?", [answer]))
        self._db.table("cuts").delete_where("answer = ?", [answer])
        for row in cuts:
            start, end = trimmed(*moved(row["start"], row["end"]), text)
            row |= {"id": f"{prefix}{start}-{end}", "start": start, "end": end}
            if start < end:
                add_row(self._db, "cuts", {**row, "text": text[start:end]})

    def rehome(self, passage: str, home: str) -> None:
        """Let what was said of a passage be said of another."""
        for table in BY_PASSAGE:
            rows = list(self._db.table(table).rows_where("passage = ?", [passage]))
            self._db.table(table).delete_where("passage = ?", [passage])
            for row in rows:
                add_row(self._db, table, {**row, "passage": home})

    def _taken(self, table: str, passages: Sequence[Passage]) -> list[list[Row]]:
        """What a table says about each passage; it says it no longer."""
        found = []
        for passage in passages:
            found.append(list(self._db.table(table).rows_where("passage = ?", [passage.id])))
            self._db.table(table).delete_where("passage = ?", [passage.id])
        return found

    def _keep_inherited(self, old: Sequence[Passage]) -> None:
        """Let passages that do not all go on in one theme keep how they are handled by theirs."""
        told = told_themes(self._db)
        if not told:
            return
        theme_of = {p: t.id for t in themes(self._db) if t.id in told for p in t.passages}
        places = self._db.table("theme_places")
        placed = [places.count_where("passage = ?", [p.id]) for p in old]
        if not all(placed) or len({theme_of.get(p.id) for p in old}) > 1:
            for passage in old:
                if passage.id in theme_of:
                    handed_down(self._db, theme_of[passage.id], [passage.id])

    def _shared(
        self, said: Mapping[str, Sequence[Sequence[Row]]], passages: int
    ) -> dict[str, list[Row]]:
        handled = [with_words(self._db, rows) for rows in said["handlings"]]
        return {**_shared(said, passages), "handlings": shared_handling(handled)}

    def _machine_has(self, passage: Passage) -> bool:
        row = self._db.execute(
            "SELECT 1 FROM passages WHERE id = ? AND text = ?", [passage.id, passage.text]
        )
        return row.fetchone() is not None


def _shared(said: Mapping[str, Sequence[Sequence[Row]]], passages: int) -> dict[str, list[Row]]:
    """What so many passages that become one, or several, were told: one set of rows a table."""
    assigned: dict[tuple[str, str, str], Row] = {}
    for rows in said["assignments"]:
        after = max((row["position"] + 1 for row in assigned.values()), default=0)
        for row in sorted(rows, key=lambda r: r["position"]):
            key = (row["code"], row["aspect"], row["person"])
            assigned.setdefault(key, {**row, "position": row["position"] + after})
    codes = {row["code"] for row in assigned.values()}
    rejected = {r["code"]: r for rows in said["rejections"] for r in rows if r["code"] not in codes}
    links = {(r["section"], r["sentence"]): r for rows in said["wording_passages"] for r in rows}
    return {
        "assignments": list(assigned.values()),
        "rejections": list(rejected.values()),
        "marks": _shared_mark([row for rows in said["marks"] for row in rows], passages),
        "notes": _joined_notes(row for rows in said["notes"] for row in rows),
        "theme_places": [row for rows in said["theme_places"] for row in rows][:1],
        "wording_passages": list(links.values()),
        "quotings": _shared_quoting([row for rows in said["quotings"] for row in rows]),
    }


def _shared_quoting(rows: Sequence[Row]) -> list[Row]:
    """What is never quoted is part of nothing that is."""
    return sorted(rows, key=lambda row: row["position"] is not None)[:1]


def _shared_mark(marks: Sequence[Row], passages: int) -> list[Row]:
    kinds = {row["mark"] for row in marks}
    if len(kinds) == 1 and len(marks) == passages:
        return [marks[0]]
    return [row for row in marks if row["mark"] == Mark.UNSURE][:1]


def _joined_notes(notes: Iterable[Row]) -> list[Row]:
    """One note for each person: all that they wrote, line by line."""
    joined: dict[str, Row] = {}
    for row in notes:
        earlier = joined.get(row["person"])
        if earlier:
            row["text"] = f"{earlier['text']}\n{row['text']}"
            row["at"] = max(earlier["at"], row["at"])
        joined[row["person"]] = row
    return list(joined.values())


class Touched(NamedTuple):
    """What an action changed of what is told about passages: their answers' ids.

    `whole` is true where it changed other things too, on which anything may depend.
    """

    answers: frozenset[str]
    whole: bool


def touched(db: Database, action: int) -> Touched:
    """What an action changed."""
    answers: set[str] = set()
    whole = False
    rows = db.execute(
        "SELECT tbl, coalesce(json_extract(after, '$.passage'), json_extract(before, '$.passage')),"
        " coalesce(json_extract(after, '$.answer'), json_extract(before, '$.answer')),"
        " before, after FROM changes WHERE action = ?",
        [action],
    )
    for table, passage, answer, before, after in rows:
        if table in _ASIDE or (table == "submissions" and _is_aside(before, after)):
            continue
        if table in BY_PASSAGE:
            answers.add(answer_of(passage))
        elif table == "cuts":
            answers.add(answer)
        else:
            whole = True
    return Touched(frozenset(answers), whole)


def _is_aside(before: str | None, after: str | None) -> bool:
    """Whether an inspel (JSON) only stands otherwise, or with another, and counts as it did."""
    old, new = (json.loads(image or "{}") for image in (before, after))
    changed = {column for column in old.keys() | new.keys() if old.get(column) != new.get(column)}
    return changed <= {"status", "assignee"} and not _OUT & {old["status"], new["status"]}


def answer_of(passage: str) -> str:
    """The id of the answer that a passage, by its id, is part of."""
    return passage.rpartition(":")[0]


def favourites(db: Database, person: str) -> tuple[str, ...]:
    """The codes that a person wants at hand, in that order."""
    rows = db.table("favourites").rows_where("person = ?", [person], order_by="position")
    return tuple(row["code"] for row in rows)


def set_favourites(db: Database, person: str, codes: Iterable[str]) -> None:
    """Keep the codes that a person wants at hand; a habit, and so no part of the history."""
    db.table("favourites").delete_where("person = ?", [person])
    db.table("favourites").insert_all(
        {"person": person, "position": n, "code": code} for n, code in enumerate(codes)
    )


def notes(db: Database, passage: str) -> tuple[Note, ...]:
    """What people have written about a passage, the earliest first."""
    rows = db.table("notes").rows_where("passage = ?", [passage], order_by="at, person")
    return tuple(Note(row["text"], row["person"], row["at"]) for row in rows)
