"""Two copies of a round put together: what one has that is new to the other comes in.

Which actions are new is told by their names (`schema`). Of what they changed all is kept that
was not changed here too; what was changed to something else stands as it does here, and is a
conflict until a person settles it. All is written within one action, so that it is undone as one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlite_utils import Database

from inspel_app.domain.revision import Revision
from inspel_app.store.decisions import Decisions, answer_of
from inspel_app.store.handling import add_row
from inspel_app.store.homeless import BY_PASSAGE
from inspel_app.store.merging import conflicts
from inspel_app.store.merging.conflicts import Change, Conflict, Said
from inspel_app.store.merging.corrected import with_corrections
from inspel_app.store.merging.doubles import (
    Against,
    Changed,
    against,
    codes_against,
    cuts_against,
    wholes_against,
)
from inspel_app.store.merging.kinds import BY_TABLE, Key, row_of
from inspel_app.store.merging.names import names, under
from inspel_app.store.merging.news import News, Thing, known, last_change, new_actions, news
from inspel_app.store.merging.rows import Sides, join, put
from inspel_app.store.merging.texts import (
    Moves,
    at_home,
    copy_passages,
    rehome,
    texts_before,
    texts_of,
)
from inspel_app.store.records import Row, to_json

_WITH_PLACES = {*BY_PASSAGE, "cuts"}
"""What is said of places in answers, and so comes in when the answers are in."""

_Moved = Callable[[str, Row], list[tuple[Key, Row]]]


@dataclass
class Merged:
    """What came in of a copy: how many actions, things by table, inspel and open conflicts."""

    copy: str
    actions: int = 0
    things: dict[str, int] = field(default_factory=dict)
    submissions: int = 0
    conflicts: int = 0


@dataclass
class _Answers:
    """Of answers, by id: how those read that read otherwise now, and which now read as there."""

    were: dict[str, str] = field(default_factory=dict)
    as_there: set[str] = field(default_factory=set)


class Merge:
    """The work of taking a copy in, within an action."""

    def __init__(self, ours: Database, theirs: Database, copy: str) -> None:
        self._db, self._there = ours, theirs
        self._known = known(ours)
        self._theirs: Changed = news(theirs, self._known)
        self._ours: Changed = news(ours, known(theirs))
        self._open = conflicts.contested(theirs)
        self._ranges: list[tuple[int, int]] = []
        self.merged = Merged(copy)

    def run(self) -> Merged:
        """Take it in; nothing is done where nothing is new."""
        actions = list(new_actions(self._there, self._known))
        if actions:
            self._copy_files()
            self._name()
            with self._taking():
                self.merged.conflicts += conflicts.follow(self._db, self._there)
            self._note_all(wholes_against(self._db, self._ours, self._theirs))
            with self._taking():
                self._put_all(t for t in BY_TABLE if t not in {*_WITH_PLACES, "answers"})
            self._follow_texts(self._put_answers())
            self._put_cuts()
            with self._taking():
                self._note_all(codes_against(self._db, self._ours, self._theirs))
                self._put_all(BY_PASSAGE)
            self._keep(actions)
        return self.merged

    # Before the rows

    def _copy_files(self) -> None:
        """Take over files with their texts, what became of them, and texts that are gone."""
        have = {sha256 for (sha256,) in self._db.execute("SELECT sha256 FROM originals")}
        for (sha256,) in self._there.execute("SELECT sha256 FROM originals").fetchall():
            if sha256 not in have:
                data = self._there.execute("SELECT data FROM originals WHERE sha256 = ?", [sha256])
                self._db.execute("INSERT INTO originals VALUES (?, ?)", [sha256, *data.fetchone()])
        for table in ("documents", "gone_passages"):
            for row in self._there.query(f"SELECT * FROM {table}"):  # noqa: S608 - our own names
                add_row(self._db, table, row)
        told = "SELECT begun, person, name, result, submission, problems FROM imports ORDER BY id"
        have_told = {repr(row) for row in self._db.query(told)}
        new = [row for row in self._there.query(told) if repr(row) not in have_told]
        self._db.table("imports").insert_all(new)

    def _name(self) -> None:
        """Let the things of the copy go under the ids that hold here."""
        given = names(self._db, self._there)
        self._theirs = _translated(
            self._theirs, *(lambda table, row: _one(table, under(given, table, row)),) * 2
        )

    # The rows

    @contextmanager
    def _taking(self) -> Iterator[None]:
        """Note which changes put in place what the copy says, and no more."""
        since = last_change(self._db)
        yield
        self._ranges.append((since, last_change(self._db)))

    def _put_all(self, tables: Iterable[str]) -> None:
        wanted = set(tables)
        order = {table: n for n, table in enumerate(BY_TABLE)}
        things = [thing for thing in self._theirs if thing[0] in wanted]
        for thing in sorted(things, key=lambda t: (order[t[0]], repr(t[1]))):
            self._put(thing)

    def _sides(self, thing: Thing) -> Sides:
        table, key = thing
        kind, theirs, ours = BY_TABLE[table], self._theirs[thing], self._ours.get(thing)
        now = row_of(self._db, kind, key)
        before = ours.before if ours else theirs.before if thing in self._open else now
        changed = ours is not None or thing in self._open
        return with_corrections(kind, Sides(now, theirs.after, before, theirs.before, changed))

    def _put(self, thing: Thing) -> None:
        table, key = thing
        kind, theirs, ours = BY_TABLE[table], self._theirs[thing], self._ours.get(thing)
        now, sides = row_of(self._db, kind, key), self._sides(thing)
        joined = join(kind, sides)
        if joined.row != now:
            put(self._db, kind, key, joined.row)
            self._count(thing, now)
        if joined.against != ():
            said = theirs._replace(after=sides.theirs)
            self._note(_rows_against(thing, joined.row, ours, said, joined.against))

    def _count(self, thing: Thing, before: Row | None) -> None:
        self.merged.things[thing[0]] = self.merged.things.get(thing[0], 0) + 1
        if thing[0] == "submissions" and before is None:
            self.merged.submissions += 1

    def _put_answers(self) -> _Answers:
        """Put answers in place, with what was said of their passages here."""
        put = _Answers()
        for thing in sorted((t for t in self._theirs if t[0] == "answers"), key=repr):
            answer, row = str(thing[1][1]), join(BY_TABLE["answers"], self._sides(thing)).row
            old = self._text(thing)
            if row is not None and old is not None and old != row["text"]:
                revision = Revision.between(old, row["text"])
                Decisions(self._db).move(answer, row["text"], revision.moved)
                put.were[answer] = old
            with self._taking():
                self._put(thing)
            new, theirs = self._text(thing), self._theirs[thing].after
            if theirs is not None and new == theirs["text"] != old:
                put.as_there.add(answer)
        return put

    def _text(self, answer: Thing) -> str | None:
        """How an answer reads here."""
        row = row_of(self._db, BY_TABLE["answers"], answer[1])
        return None if row is None else str(row["text"])

    def _follow_texts(self, put: _Answers) -> None:
        """Let what both sides say of places in answers be of where they are now."""
        copy_passages(self._db, self._there, sorted(put.as_there))
        answers = {_answer(t) for side in (self._ours, self._theirs) for t in side if _has_place(t)}
        here, there = texts_of(self._db, answers), texts_of(self._there, answers)
        was = {**here, **put.were}
        self._theirs = _translated(
            self._theirs,
            Moves({**there, **texts_before(self._theirs)}, here).rows,
            Moves(there, here).rows,
        )
        self._ours = _translated(
            self._ours, Moves({**was, **texts_before(self._ours)}, here).rows, Moves(was, here).rows
        )

    def _put_cuts(self) -> None:
        """Cut answers as the copy does, and let what is said go with the passages."""
        for things in list(cuts_against(self._ours, self._theirs)):
            self._note(against(self._db, things, self._ours, self._theirs))
        cut, there = ({_answer(t) for t in n if t[0] == "cuts"} for n in (self._ours, self._theirs))
        with self._taking():
            self._put_all({"cuts"})
        rehome(self._db, sorted(there))
        to = _Homes(self._db, cut | there)
        self._theirs = _translated(self._theirs, to, to)
        self._ours = _translated(self._ours, to, to)

    # What is told of it

    def _note_all(self, found: Iterable[Against]) -> None:
        for one in list(found):
            self._note(one)

    def _note(self, found: Against) -> None:
        changes = found.theirs.changes
        submission = next(filter(None, (self._submission_of(c) for c in changes)), "")
        new = Conflict(self.merged.copy, found.ours, found.theirs, submission)
        if conflicts.note(self._db, new):
            self.merged.conflicts += 1

    def _submission_of(self, change: Change) -> str:
        if change.table == "submissions":
            return str(change.key[0])
        known = dict(zip(BY_TABLE[change.table].key, change.key, strict=True)) | (change.row or {})
        if "submission" in known:
            return str(known["submission"])
        answer = _answer((change.table, change.key)) if change.table in _WITH_PLACES else ""
        of_answer = "SELECT submission FROM passages WHERE answer = ?"
        row = self._db.execute(of_answer, [answer]).fetchone()
        return str(row[0]) if row else ""

    def _keep(self, actions: Iterable[Row]) -> None:
        """Keep the actions of the copy as part of the history."""
        (merge,) = self._db.execute("SELECT action FROM current_action").fetchone()
        told = {"merge": merge, "copy": self.merged.copy, "ranges": to_json(self._ranges)}
        for action in actions:
            add_row(self._db, "taken", {**action, **told})
            self.merged.actions += 1


class _Homes:
    """Where rows of passages stand in answers (by id) that somebody has cut otherwise."""

    def __init__(self, db: Database, cut: set[str]) -> None:
        self._db, self._cut = db, cut

    def __call__(self, table: str, row: Row) -> list[tuple[Key, Row]]:
        key = BY_TABLE[table].key_of(row)
        if table in BY_PASSAGE and answer_of(row["passage"]) in self._cut:
            return at_home(self._db, table, key, row)
        return [(key, row)]


def _translated(changed: Mapping[Thing, News], before: _Moved, after: _Moved) -> dict[Thing, News]:
    """News in other words: what was and what is each by its own; what is as it was is none."""
    was: dict[Thing, Row] = {}
    now: dict[Thing, Row] = {}
    told: dict[Thing, News] = {}
    for (table, _key), one in changed.items():
        for rows, row, moved in ((was, one.before, before), (now, one.after, after)):
            for key, new in moved(table, row) if row else ():
                rows[table, key] = new
                told[table, key] = one
    return {
        thing: News(was.get(thing), now.get(thing), one.by, one.at)
        for thing, one in told.items()
        if was.get(thing) != now.get(thing)
    }


def _one(table: str, row: Row) -> list[tuple[Key, Row]]:
    return [(BY_TABLE[table].key_of(row), row)]


def _rows_against(
    thing: Thing, now: Row | None, ours: News | None, theirs: News, columns: tuple[str, ...] | None
) -> Against:
    """What each side says of one row, or of some columns of it."""

    def said(row: Row | None) -> tuple[Change, ...]:
        if row and columns and kind.apart:
            row = {column: row[column] for column in (*columns, *kind.who)}
        return (Change(*thing, row),)

    kind, mine = BY_TABLE[thing[0]], ours or News(None, None)
    return Against(
        Said(said(now), mine.by, mine.at), Said(said(theirs.after), theirs.by, theirs.at)
    )


def _has_place(thing: Thing) -> bool:
    return thing[0] in _WITH_PLACES


def _answer(thing: Thing) -> str:
    """The answer that a passage or a cut is of."""
    columns = BY_TABLE[thing[0]].key
    return answer_of(str(thing[1][columns.index("passage" if thing[0] != "cuts" else "id")]))
