"""All texts of a round, wherever in the file they stand: what is read for a person, and rewritten.

Every text in every table is gone through, the images of the history too, so that none is missed
when the tables are others. Columns of ids, digests and times hold no words.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database
from sqlite_utils.db import quote_identifier

from inspel_app.store.records import Row, to_json

HISTORY = "changes"
"""The table with the images of what was changed."""

_INDEX = "search_"
"""How the tables of the search begin: they hold words of other tables."""
_NO_WORDS = frozenset(
    {
        *("id", "submission", "passage", "passages", "answer", "sha256", "code", "field"),
        *("aspect", "theme"),
        *("key", "above", "run", "tbl", "status", "method", "type", "form", "strategy"),
        *("at", "received", "begun", "deadline", "decided", "input_hash", "kinship"),
    }
)
_IMAGES = ("before", "after")

Rewriting = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Written:
    """A text, by its table and column; `submission` is the id of its inspel, "" if it has none.

    `action` is the number of the action that it is an image of, None outside the history.
    """

    table: str
    column: str
    text: str
    submission: str = ""
    action: int | None = None


def texts(db: Database) -> Iterator[Written]:
    """All texts, table by table."""
    of_passage = _submissions_of(db, "SELECT id, submission FROM passages")
    of_passage |= _submissions_of(db, "SELECT id, submission FROM cuts")
    of_passage |= _submissions_of(db, "SELECT id, submission FROM gone_passages")
    of_file = _submissions_of(db, "SELECT sha256, submission FROM files")
    for table in _tables(db):
        for row in db.table(table).rows:
            for name, image, action in _images(table, row):
                where = _submission_of(name, image)
                key = str(image.get("passage", ""))
                found = where or of_passage.get(key) or of_file.get(str(image.get("sha256"))) or ""
                for column, value in image.items():
                    for text in _strings(column, value):
                        yield Written(name, column, text, found, action)


def rewrite(db: Database, change: Rewriting) -> int:
    """Let each text be what `change` makes of it; how many rows are others now.

    The triggers that keep the history must be away. A change must keep the length of a text, as
    ranges count in it.
    """
    changed = 0
    for table in _tables(db):
        keys = [] if db.table(table).use_rowid else db.table(table).pks
        for row in list(db.table(table).rows_where(select="rowid, *" if not keys else "*")):
            new = {
                column: _rewritten(column, value, change)
                for column, value in row.items()
                if column != "rowid"
            }
            different = {c: v for c, v in new.items() if v != row[c]}
            if different:
                _update(db, table, keys or ["rowid"], row, different)
                changed += 1
    return changed


def _tables(db: Database) -> list[str]:
    return [n for n in db.table_names() if not n.startswith((_INDEX, "sqlite_"))]


def _submissions_of(db: Database, query: str) -> dict[str, str]:
    return {str(key): str(submission) for key, submission in db.execute(query)}


def _images(table: str, row: Row) -> Iterator[tuple[str, Row, int | None]]:
    """The table and the row; of the history, the row as it was before and after an action."""
    if table != HISTORY:
        yield table, row, None
        return
    for column in _IMAGES:
        image = json.loads(row[column] or "null")
        if image:
            yield row["tbl"], image, int(row["action"])


def _submission_of(table: str, row: Row) -> str:
    return str(row["id"] if table == "submissions" else row.get("submission") or "")


def _strings(column: str, value: object) -> Iterator[str]:
    """The texts of a value; of a list kept as JSON, those in it."""
    if column in _NO_WORDS or not isinstance(value, str) or not value:
        return
    parsed = _parsed(value)
    if parsed is None:
        yield value
    else:
        yield from _leaves(parsed)


def _parsed(value: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The list or object that the text is in JSON; None if it is plain text."""
    if value[:1] not in "[{":
        return None
    try:
        parsed = json.loads(value)
    except ValueError:
        return None
    return parsed if isinstance(parsed, list | dict) else None


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one)
    elif isinstance(value, dict):
        for column, one in value.items():
            if column not in _NO_WORDS:
                yield from _leaves(one)


def _rewritten(column: str, value: object, change: Rewriting) -> object:
    if column in _NO_WORDS or not isinstance(value, str) or not value:
        return value
    parsed = _parsed(value)
    if parsed is None:
        return change(value)
    new = _with(parsed, change)
    return value if new == parsed else to_json(new)


def _with(value: object, change: Rewriting) -> object:
    if isinstance(value, str):
        parsed = _parsed(value)
        return change(value) if parsed is None else to_json(_with(parsed, change))
    if isinstance(value, list):
        return [_with(one, change) for one in value]
    if isinstance(value, dict):
        return {k: v if k in _NO_WORDS else _with(v, change) for k, v in value.items()}
    return value


def _update(db: Database, table: str, keys: list[str], row: Row, new: Row) -> None:
    values = ", ".join(f"{quote_identifier(column)} = ?" for column in new)
    where = " AND ".join(f"{quote_identifier(key)} = ?" for key in keys)
    statement = f"UPDATE {quote_identifier(table)} SET {values} WHERE {where}"  # noqa: S608 - our own names
    db.execute(statement, [*new.values(), *(row[key] for key in keys)])
