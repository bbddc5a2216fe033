"""The triggers that write every change of an audited table to `changes`.

A row before and after stands there as JSON, so audited tables hold INTEGER and TEXT alone:
JSON keeps 15 digits of a REAL and nothing of a BLOB. STRICT tables see to it.

The images hold personal data too (contact persons, e-mails, names in answers). What the law
wants gone must go from `changes` as well: that is a service of its own, with a protocol.
"""

from collections.abc import Iterator

from sqlite_utils import Database
from sqlite_utils.db import quote_identifier

AUDITED = (
    "settings",
    "submissions",
    "contacts",
    "files",
    "answers",
    "unplaced",
    "problems",
    "assignments",
    "apart",
    "not_kin",
    "rejections",
    "marks",
    "notes",
    "cuts",
    "kept_themes",
    "theme_places",
    "reasons",
    "handlings",
    "theme_handlings",
    "sections",
    "wordings",
    "wording_passages",
    "wording_themes",
    "invitations",
    "report_sections",
    "report_orders",
    "quotings",
    "secrecies",
    "taken",
    "conflicts",
)
"""The tables that hold what people have sent in and decided."""

_PREFIX = "audit_"

_LOGGED = """
CREATE TRIGGER {name} AFTER {event} ON {table} {when} BEGIN
  SELECT RAISE(ABORT, 'write outside an action')
    WHERE NOT EXISTS (SELECT 1 FROM current_action);
  INSERT INTO changes (action, tbl, before, after)
    SELECT action, '{table}', {before}, {after} FROM current_action;
END"""

_KEPT = """
CREATE TRIGGER {name} BEFORE {event} ON {table} {when} BEGIN
  SELECT RAISE(ABORT, 'history only grows');
END"""

_ENDED = "WHEN NOT EXISTS (SELECT 1 FROM current_action WHERE action = OLD.number)"
"""An action under way may be given another name; one that has ended may not."""


def remove_triggers(db: Database) -> None:
    """Open the tables for a migration: until `install_triggers`, writes leave no trace."""
    for trigger in db.triggers:
        if trigger.name.startswith(_PREFIX):
            db.execute(f"DROP TRIGGER {quote_identifier(trigger.name)}")


def install_triggers(db: Database) -> None:
    """Watch the audited tables, with the columns they have now, and close the history."""
    for table in AUDITED:
        for statement in _logging(table, list(db.table(table).columns_dict)):
            db.execute(statement)
    for table, event, when in (
        ("actions", "UPDATE", _ENDED),
        ("actions", "DELETE", ""),
        ("changes", "UPDATE", ""),
        ("changes", "DELETE", ""),
        ("action_ids", "UPDATE", ""),
        ("action_ids", "DELETE", ""),
        ("runs", "UPDATE", ""),
        ("runs", "DELETE", ""),
    ):
        name = f"{_PREFIX}{table}_{event.lower()}"
        db.execute(_KEPT.format(name=name, event=event, table=table, when=when))


def _logging(table: str, columns: list[str]) -> Iterator[str]:
    """The three triggers of a table; an update that changes nothing is none."""
    old, new = (_image(row, columns) for row in ("OLD", "NEW"))
    changed = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in columns)
    for event, when, before, after in (
        ("INSERT", "", "NULL", new),
        ("UPDATE", f"WHEN {changed}", old, new),
        ("DELETE", "", old, "NULL"),
    ):
        name = f"{_PREFIX}{table}_{event.lower()}"
        yield _LOGGED.format(
            name=name, event=event, table=table, when=when, before=before, after=after
        )


def _image(row: str, columns: list[str]) -> str:
    """SQL for OLD or NEW as a JSON object."""
    return "json_object({})".format(", ".join(f"'{c}', {row}.\"{c}\"" for c in columns))
