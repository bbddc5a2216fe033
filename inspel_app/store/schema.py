"""How an empty file gets its tables, and a file of an older version is brought up to date."""

from collections.abc import Sequence

from sqlite_utils import Database

from inspel_app.errors import ProjectError
from inspel_app.i18n import _
from inspel_app.store.audit import install_triggers, remove_triggers
from inspel_app.store.migrations import MIGRATIONS, Migration

APPLICATION_ID = 0x496E7370
"""What marks the file as ours: "Insp" in ASCII."""


def create_tables(db: Database, settings: dict[str, str | None]) -> None:
    """Make an empty file a project; with its settings history begins, with nothing to undo."""
    with db.atomic():
        make_tables(db, len(MIGRATIONS))
        db.table("settings").insert({"id": 1, **settings})
        install_triggers(db)


def make_tables(db: Database, version: int) -> None:
    """The tables of an empty file as a version has them, not yet watched."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _upgrade(db, 0, MIGRATIONS[:version])


def complete(db: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring tables that are not watched to the version of `migrations`, and watch them."""
    _upgrade(db, pragma(db, "user_version"), migrations)
    install_triggers(db)


def migrate(db: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the file to the version of `migrations`, whole or not at all.

    Raises:
        ProjectError: the file is of a newer version than that.
    """
    with db.atomic():
        version = pragma(db, "user_version")
        if version > len(migrations):
            raise ProjectError(
                _("Omgången är gjord med en nyare version av programmet."),
                _("Installera den senaste versionen och öppna omgången igen."),
            )
        if version < len(migrations):
            remove_triggers(db)
            complete(db, migrations)


def _upgrade(db: Database, version: int, migrations: Sequence[Migration]) -> None:
    for step in migrations[version:]:
        step(db)
    db.execute(f"PRAGMA user_version = {len(migrations)}")


def pragma(db: Database, name: str) -> int:
    """The value of a pragma that is a whole number."""
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])
