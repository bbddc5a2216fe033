"""The index of all that can be searched: words by where they stand, kept up by triggers.

Triggers write in it whoever changes a text, so it follows undo, redo and deletion too; it is
made of other tables alone and no part of the history. It holds no text, but the words of one:
`search_rows` says whose they are. A letter with a mark over it is a letter of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlite_utils import Database


class Kind(StrEnum):
    """What can be found; each is a column of the index."""

    SUBMISSION = "inspel"
    ANSWER = "svar"
    PASSAGE = "synpunkt"
    THEME = "tema"
    RESPONDENT = "avsandare"
    NOTE = "anteckning"


@dataclass(frozen=True, slots=True)
class Source:
    """A table whose texts are indexed: `name` in the index, and the columns that identify a row.

    `columns` are those that are searched, together.
    """

    name: str
    kind: Kind
    table: str
    key: tuple[str, str]
    columns: tuple[str, ...]


SOURCES = (
    Source("submissions", Kind.SUBMISSION, "submissions", ("id", ""), ("number", "dnr", "own_dnr")),
    Source("files", Kind.SUBMISSION, "files", ("submission", "position"), ("name",)),
    Source(
        "respondents",
        Kind.RESPONDENT,
        "submissions",
        ("id", ""),
        ("organisation", "unit", "municipality"),
    ),
    Source("answers", Kind.ANSWER, "answers", ("submission", "id"), ("text",)),
    Source("passages", Kind.PASSAGE, "passages", ("id", ""), ("text",)),
    Source("cuts", Kind.PASSAGE, "cuts", ("id", ""), ("text",)),
    Source("themes", Kind.THEME, "themes", ("id", ""), ("label",)),
    Source("kept_themes", Kind.THEME, "kept_themes", ("id", ""), ("label",)),
    Source("notes", Kind.NOTE, "notes", ("passage", "person"), ("text",)),
)
"""Contact persons and their addresses are left out: they are never searched."""

_TABLES = """
CREATE TABLE search_rows (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL,
  UNIQUE (source, one, other)
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (
  {columns}, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
"""

_FILLED = """
INSERT INTO search_rows (source, one, other) SELECT '{name}', {keys} FROM {table} t;
INSERT INTO search_index (rowid, "{kind}")
  SELECT r.id, {text} FROM {table} t CROSS JOIN search_rows r
    ON r.source = '{name}' AND (r.one, r.other) = ({keys});
"""

_ADDED = """
  INSERT INTO search_rows (source, one, other) VALUES ('{name}', {keys});
  INSERT INTO search_index (rowid, "{kind}") VALUES (last_insert_rowid(), {text});"""

_TAKEN = """
  INSERT INTO search_index (search_index, rowid, "{kind}")
    SELECT 'delete', id, {text} FROM search_rows
    WHERE source = '{name}' AND (one, other) = ({keys});
  DELETE FROM search_rows WHERE source = '{name}' AND (one, other) = ({keys});"""


def create_index(db: Database) -> None:
    """Make the index and its triggers, and fill it with what is there."""
    columns = ", ".join(f'"{kind}"' for kind in Kind)
    db.executescript(_TABLES.format(columns=columns))
    for source in SOURCES:
        db.executescript(_FILLED.format(**_parts(source, "t")))
        for statement in _triggers(source):
            db.execute(statement)


def text_of(source: Source, row: str) -> str:
    """SQL for what is searched of a row, known by its name there."""
    return " || ' ' || ".join(f"coalesce({row}.{column}, '')" for column in source.columns)


def _triggers(source: Source) -> Iterator[str]:
    added, taken = _ADDED.format(**_parts(source, "NEW")), _TAKEN.format(**_parts(source, "OLD"))
    watched = (*filter(None, source.key), *source.columns)
    changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in watched)
    for event, when, body in (
        ("INSERT", "", added),
        ("DELETE", "", taken),
        ("UPDATE", f"WHEN {changed}", taken + added),
    ):
        name = f"search_{source.name}_{event.lower()}"
        yield f"CREATE TRIGGER {name} AFTER {event} ON {source.table} {when} BEGIN{body}\nEND"


def _parts(source: Source, row: str) -> dict[str, str]:
    """What the statements about a source hold, for a row known by its name there."""
    keys = ", ".join(f"CAST({row}.{column} AS TEXT)" if column else "''" for column in source.key)
    return {
        "name": source.name,
        "table": source.table,
        "kind": source.kind,
        "keys": keys,
        "text": text_of(source, row),
    }
