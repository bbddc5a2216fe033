"""What is read from the project, as domain values; a fixed number of queries for any number."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from sys import intern

from sqlite_utils import Database
from sqlite_utils.db import NotFoundError

from inspel_app.domain.coding import (
    Assignment,
    Mark,
    Origin,
    Passage,
    Suggestion,
    compose_assignments,
)
from inspel_app.domain.form import Submission
from inspel_app.domain.kinship import Kinship
from inspel_app.store.machine import passage_of
from inspel_app.store.records import CHILDREN, Row, submission_of
from inspel_app.store.themes import themes
from inspel_app.store.values import ProjectSettings

_SUBMISSIONS = "SELECT * FROM submissions JOIN contacts ON contacts.submission = submissions.id"


def settings(db: Database) -> ProjectSettings:
    """The round's settings."""
    row = db.table("settings").get(1)
    return ProjectSettings(**{field.name: row[field.name] for field in fields(ProjectSettings)})


def submissions(db: Database) -> tuple[Submission, ...]:
    """All inspel, in number order."""
    parts = {table: _by(db.table(table).rows_where(), "submission") for table in CHILDREN}
    return tuple(
        submission_of(row, {table: parts[table][row["id"]] for table in CHILDREN})
        for row in db.query(f"{_SUBMISSIONS} ORDER BY number")
    )


def heads(db: Database) -> tuple[Submission, ...]:
    """All inspel by number without what takes time: forms' answers, the ledgers, the problems.

    Letters keep their answers, so that it is seen which inspel could not be read.
    """
    letters = "submission IN (SELECT id FROM submissions WHERE form IS NULL)"
    parts = {
        "files": _by(db.table("files").rows_where(), "submission"),
        "answers": _by(db.table("answers").rows_where(letters), "submission"),
    }
    return tuple(
        submission_of(row, {t: parts[t][row["id"]] if t in parts else [] for t in CHILDREN})
        for row in db.query(f"{_SUBMISSIONS} ORDER BY number")
    )


def submission(db: Database, submission_id: str) -> Submission:
    """One inspel; KeyError if there is none with this id."""
    for row in db.query(f"{_SUBMISSIONS} WHERE id = ?", [submission_id]):
        parts = {t: list(db.table(t).rows_where("submission = ?", [row["id"]])) for t in CHILDREN}
        return submission_of(row, parts)
    raise KeyError(submission_id)


def known(db: Database, sha256: str) -> str | None:
    """The id of the first inspel that a file belongs to."""
    row = db.execute(
        "SELECT s.id FROM submissions s JOIN files f ON f.submission = s.id"
        " WHERE f.sha256 = ? ORDER BY s.number LIMIT 1",
        [sha256],
    ).fetchone()
    return str(row[0]) if row else None


def not_kin(db: Database) -> frozenset[tuple[str, str, Kinship]]:
    """The pairs of inspel, the lesser id first, and what a person says that they are not."""
    rows = db.table("not_kin").rows
    return frozenset((row["one"], row["other"], Kinship(row["kinship"])) for row in rows)


def original(db: Database, sha256: str) -> bytes:
    """A file's bytes; KeyError if there is none."""
    return bytes(_found(db, "originals", sha256)["data"])


def document_text(db: Database, sha256: str) -> str:
    """A file's text; KeyError if there is none."""
    return str(_found(db, "documents", sha256)["text"])


def suggestions(db: Database) -> dict[str, tuple[Suggestion, ...]]:
    """The machine's suggestions by passage id, best first."""
    live = {row[0] for row in db.execute("SELECT id FROM live_passages")}
    found: defaultdict[str, list[Suggestion]] = defaultdict(list)
    for passage, code, permille, reason in db.execute(
        "SELECT passage, code, permille, reason FROM suggestions ORDER BY passage, position"
    ):
        if passage in live:
            found[passage].append(Suggestion(code, permille, reason))
    return {passage: tuple(proposed) for passage, proposed in found.items()}


def suggested(db: Database, passage: str) -> tuple[Suggestion, ...]:
    """The machine's suggestions for one passage, best first."""
    rows = db.execute(
        "SELECT code, permille, reason FROM suggestions WHERE passage = ? ORDER BY position",
        [passage],
    )
    return tuple(Suggestion(code, permille, intern(reason)) for code, permille, reason in rows)


def passages(db: Database) -> tuple[Passage, ...]:
    """The passages whose answers are still there, with all that is said about them."""
    theme_of_passage = {p: theme.id for theme in themes(db) for p in theme.passages}
    decided = _by(db.table("assignments").rows_where(order_by="position"), "passage")
    rejected = _by(db.table("rejections").rows, "passage")
    marks = {row["passage"]: Mark(row["mark"]) for row in db.table("marks").rows}
    return tuple(
        replace(
            passage,
            assignments=compose_assignments(
                passage,
                suggested(db, passage.id),
                map(_decision_of, decided[passage.id]),
                {row["code"] for row in rejected[passage.id]},
            ),
            theme=theme_of_passage.get(passage.id),
            mark=marks.get(passage.id),
        )
        for passage in map(passage_of, live_rows(db))
    )


def passage_counts(db: Database) -> dict[str, int]:
    """How many passages each inspel has, by its id; none for those without."""
    rows = db.execute("SELECT submission, count(*) FROM live_passages GROUP BY submission")
    return {str(submission): int(count) for submission, count in rows}


def live_rows(db: Database) -> Iterable[Row]:
    """The passages that are alive as they are stored, in the order in which they are written."""
    return db.view("live_passages").rows_where(order_by="position, start")


def _decision_of(row: Row) -> Assignment:
    return Assignment(row["code"], row["aspect"] or None, Origin.PERSON)


def _found(db: Database, table: str, key: str) -> Row:
    try:
        return db.table(table).get(key)
    except NotFoundError as error:
        raise KeyError(key) from error


def _by(rows: Iterable[Row], column: str) -> defaultdict[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return groups
