"""Where passages of a copy stand here, once texts were corrected and answers cut otherwise.

A passage is known by its answer and its range there, so what is said of it must go with the text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from inspel_app.domain.cutting import trimmed
from inspel_app.domain.handling import range_of
from inspel_app.domain.revision import Revision
from inspel_app.store.handling import add_row, of_answer
from inspel_app.store.homeless import BY_PASSAGE
from inspel_app.store.merging.kinds import BY_TABLE, Key
from inspel_app.store.merging.news import News, Thing
from inspel_app.store.merging.rows import put
from inspel_app.store.records import Row, to_json

_HALF = 0.5
"""Two passages have what is said of them in common where so much of the shorter is in the other."""
_PLACE = ("run", "position")

Texts = Mapping[str, str]
"""What answers say, by their ids."""


@dataclass(frozen=True)
class Moves:
    """How answers (by id) read in a copy, and how they read here, where that is otherwise."""

    there: Texts
    here: Texts

    def rows(self, table: str, row: Row) -> list[tuple[Key, Row]]:
        """A row by its key, where what it is about stands here."""
        moved = self._moved(table, row)
        return [(BY_TABLE[table].key_of(moved), moved)]

    def _moved(self, table: str, row: Row) -> Row:
        if table == "cuts":
            return self._cut(row)
        if table in BY_PASSAGE:
            return {**row, "passage": self.passage(row["passage"])}
        return row

    def passage(self, key: str) -> str:
        """The id here of a passage of the copy."""
        answer, start, end = range_of(key)
        if self.there.get(answer) == self.here.get(answer):
            return key
        begins, ends = self._place(answer, start, end)
        return f"{answer}:{begins}-{ends}"

    def _cut(self, row: Row) -> Row:
        answer = row["answer"]
        if self.there.get(answer) == self.here.get(answer):
            return row
        start, end = self._place(answer, row["start"], row["end"])
        text = self.here[answer][start:end]
        return {**row, "id": f"{answer}:{start}-{end}", "start": start, "end": end, "text": text}

    def _place(self, answer: str, start: int, end: int) -> tuple[int, int]:
        old, new = self.there.get(answer, ""), self.here.get(answer, "")
        return trimmed(*Revision.between(old, new).moved(start, end), new)


def texts_of(db: Database, answers: Iterable[str]) -> dict[str, str]:
    """How answers read now, those that are there."""
    asked = "SELECT id, text FROM answers WHERE id IN (SELECT value FROM json_each(?))"
    return dict(db.execute(asked, [to_json(sorted(answers))]).fetchall())


def texts_before(changed: Mapping[Thing, News]) -> dict[str, str]:
    """How answers that have changed read before."""
    return {
        news.before["id"]: news.before["text"]
        for (table, _key), news in changed.items()
        if table == "answers" and news.before
    }


def homes(db: Database, passage: str) -> list[str]:
    """The passages that are alive and say what one says, by id; itself, where there is none."""
    answer, start, end = range_of(passage)
    found = []
    live = 'SELECT id, start, "end" FROM live_passages WHERE answer = ? ORDER BY start'
    for key, begins, ends in db.execute(live, [answer]):
        if key == passage:
            return [passage]
        shared = min(end, ends) - max(start, begins)
        if shared > 0 and shared >= _HALF * min(end - start, ends - begins):
            found.append(key)
    return found or [passage]


def at_home(db: Database, table: str, key: Key, row: Row) -> list[tuple[Key, Row]]:
    """A row about a passage, once for each that it is said of here; a note for the first."""
    places = homes(db, row["passage"])[: 1 if table == "notes" else None]
    old = row["passage"]
    return [
        (tuple(place if part == old else part for part in key), {**row, "passage": place})
        for place in places
    ]


def rehome(db: Database, answers: Iterable[str]) -> None:
    """Let what was said of answers' passages go to those that there are now."""
    for answer in answers:
        for table in BY_PASSAGE:
            kind = BY_TABLE[table]
            for row in list(of_answer(db, table, answer)):
                key = kind.key_of(row)
                places = at_home(db, table, key, row)
                if [place for place, _row in places] != [key]:
                    put(db, kind, key, None)
                    for _place, moved in places:
                        add_row(db, table, moved)


def copy_passages(ours: Database, theirs: Database, answers: Iterable[str]) -> None:
    """Take over how the machine cut answers that are new here, or that read otherwise now."""
    (last,) = ours.execute("SELECT coalesce(max(position), 0) FROM passages").fetchone()
    runs = {kind: _run(ours, theirs, kind) for kind in ("passages", "suggestions")}
    for answer in answers:
        for row in theirs.query("SELECT * FROM passages WHERE answer = ? ORDER BY start", [answer]):
            last += 1
            _put(ours, "passages", {**row, "run": runs["passages"], "position": last})
            here = ours.execute("SELECT 1 FROM suggestions WHERE passage = ?", [row["id"]])
            if not here.fetchone():
                asked = "SELECT * FROM suggestions WHERE passage = ?"
                for suggested in theirs.query(asked, [row["id"]]):
                    _put(ours, "suggestions", {**suggested, "run": runs["suggestions"]})


def _run(ours: Database, theirs: Database, kind: str) -> int | None:
    """The latest run of a kind here; where there is none, that of the copy is one here too."""
    latest = "SELECT * FROM runs WHERE kind = ? ORDER BY id DESC LIMIT 1"
    for row in ours.query(latest, [kind]):
        return int(row["id"])
    for row in theirs.query(latest, [kind]):
        told = {column: value for column, value in row.items() if column != "id"}
        return int(ours.table("runs").insert(told).last_rowid or 0)
    return None


def _put(db: Database, table: str, row: Row) -> None:
    """Put a row of the machine's in place; a passage that is there keeps where it stands."""
    columns, marks = ", ".join(f'"{c}"' for c in row), ", ".join("?" * len(row))
    said = ", ".join(f'"{c}" = excluded."{c}"' for c in row if c not in {"id", *_PLACE})
    db.execute(
        f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - our own names
        + (f" ON CONFLICT (id) DO UPDATE SET {said}" if "id" in row else ""),
        list(row.values()),
    )
