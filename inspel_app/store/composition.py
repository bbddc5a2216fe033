"""What people have made of the report: texts, order, what is left out, and what is quoted."""

from collections import defaultdict
from collections.abc import Sequence

from sqlite_utils import Database

from inspel_app.domain.composition import Composition, SectionEdit
from inspel_app.store.records import Row

_TABLES = """
CREATE TABLE report_sections (
  key TEXT PRIMARY KEY, title TEXT NOT NULL, above TEXT NOT NULL, own INTEGER NOT NULL,
  text TEXT NOT NULL, left_out INTEGER NOT NULL, person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE report_orders (
  above TEXT NOT NULL, key TEXT NOT NULL, position INTEGER NOT NULL, person TEXT NOT NULL,
  PRIMARY KEY (above, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE quotings (
  passage TEXT PRIMARY KEY, position INTEGER, person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
_OWN = "eget_"
"""How the keys of people's own sections begin."""


def create_composition(db: Database) -> None:
    """Make the tables; a passage without a position in `quotings` is never quoted."""
    db.executescript(_TABLES)


class CompositionEdits:
    """What is written of the report; `Project.composition_edits` gives it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, edit: SectionEdit, by: str) -> None:
        """Let a section be so, in the place of what was said of it; nothing if it says nothing."""
        if not edit.says_something:
            self._db.table("report_sections").delete_where("key = ?", [edit.key])
            return
        row = {
            "key": edit.key,
            "title": edit.title,
            "above": edit.above,
            "own": edit.own,
            "text": edit.text,
            "left_out": edit.left_out,
            "person": by,
        }
        self._db.table("report_sections").upsert(row, pk="key")

    def drop(self, key: str) -> None:
        """Say nothing of a section any longer; it may keep its place."""
        self._db.table("report_sections").delete_where("key = ?", [key])

    def put_order(self, above: str, keys: Sequence[str], by: str) -> None:
        """Let the sections in another stand in this order."""
        table = self._db.table("report_orders")
        before = {row["key"]: row["position"] for row in table.rows_where("above = ?", [above])}
        for key in before.keys() - set(keys):
            table.delete((above, key))
        for position, key in enumerate(keys):
            if before.get(key) != position:
                row = {"above": above, "key": key, "position": position, "person": by}
                table.upsert(row, pk=("above", "key"))

    def quote(self, passages: Sequence[str], by: str) -> None:
        """Let passages be quoted, in this order."""
        for position, passage in enumerate(passages):
            self._quote(passage, position, by)

    def never_quote(self, passage: str, by: str) -> None:
        """Let a passage not be quoted anywhere."""
        self._quote(passage, None, by)

    def unquote(self, passage: str) -> None:
        """Leave it to the machine whether a passage is quoted."""
        self._db.table("quotings").delete_where("passage = ?", [passage])

    def _quote(self, passage: str, position: int | None, by: str) -> None:
        row = {"passage": passage, "position": position, "person": by}
        self._db.table("quotings").upsert(row, pk="passage")

    def free_key(self) -> str:
        """A key that no section has, nor ever had a place by."""
        told = "SELECT key FROM report_sections UNION SELECT key FROM report_orders"
        keys = [key for (key,) in self._db.execute(told) if key.startswith(_OWN)]
        return f"{_OWN}{max((int(key[len(_OWN) :]) for key in keys), default=0) + 1}"


def composition(db: Database) -> Composition:
    """All that people have made of the report."""
    orders: defaultdict[str, list[str]] = defaultdict(list)
    for row in db.table("report_orders").rows_where(order_by="above, position"):
        orders[row["above"]].append(row["key"])
    quoted = list(db.table("quotings").rows_where(order_by="position, passage"))
    return Composition(
        {row["key"]: _edit(row) for row in db.table("report_sections").rows},
        {above: tuple(keys) for above, keys in orders.items()},
        tuple(row["passage"] for row in quoted if row["position"] is not None),
        frozenset(row["passage"] for row in quoted if row["position"] is None),
    )


def _edit(row: Row) -> SectionEdit:
    return SectionEdit(
        key=row["key"],
        title=row["title"],
        above=row["above"],
        own=bool(row["own"]),
        text=row["text"],
        left_out=bool(row["left_out"]),
    )
