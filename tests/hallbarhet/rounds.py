"""Small rounds to work in, of this version of the file and of each earlier one."""

from dataclasses import asdict
from pathlib import Path

from sqlite_utils import Database

from inspel_app.store import audit, history
from inspel_app.store.connection import connect
from inspel_app.store.migrations import MIGRATIONS
from inspel_app.store.records import submission_rows
from inspel_app.store.schema import APPLICATION_ID
from inspel_app.store.values import ProjectSettings
from tests.hallbarhet.work import inspel_of
from tests.store.samples import sha256_of

SETTINGS = ProjectSettings("RUS 2030", "vasterbotten-2020-2030", "vasterbotten-2025", "", None)
FIRST = tuple(f"inspel{n}" for n in range(4))
"""The inspel that are there from the beginning."""


def make_round(path: Path, version: int) -> None:
    """Make a round with four inspel and history, as a program of that version left it."""
    path.touch()
    db = connect(path)
    with db.atomic():
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for step in MIGRATIONS[:version]:
            step(db)
        db.execute(f"PRAGMA user_version = {version}")
        known = db.table("settings").columns_dict
        facts = {name: value for name, value in asdict(SETTINGS).items() if name in known}
        db.table("settings").insert({"id": 1, **facts})
        _watch(db)
    db.enable_wal()
    with db.atomic():
        entry = history.LogEntry(history.begin(db), "Läs in 4 filer", "anna", history.now())
        for number, name in enumerate(FIRST, 1):
            _add(db, name, number)
        history.finish(db, entry)
    db.close()


def _watch(db: Database) -> None:
    """Log the tables that the version has."""
    there = set(db.table_names())
    for table in there.intersection(audit.AUDITED):
        for statement in audit._logging(table, list(db.table(table).columns_dict)):
            db.execute(statement)


def _add(db: Database, name: str, number: int) -> None:
    """Add an inspel, with those columns that the version knows."""
    data = name.encode()
    db.table("originals").insert({"sha256": sha256_of(data), "data": data})
    db.table("documents").insert({"sha256": sha256_of(data), "text": name})
    for table, rows in submission_rows(inspel_of(name), number).items():
        known = db.table(table).columns_dict
        db.table(table).insert_all({k: row[k] for k in row if k in known} for row in rows)
