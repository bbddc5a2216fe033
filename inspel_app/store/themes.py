"""Themes: the machine's as they were made, and before them those that people have made of them.

A theme that a person has touched is *kept*: the points that it held then stand, whatever the
machine makes later, and its name where a person gave it; the machine may add points to it, unless
it is pinned.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlite_utils import Database

from inspel_app.domain.coding import Theme
from inspel_app.store.handling import forget_theme, handed_down, told_themes
from inspel_app.store.machine import theme_of

_PLACE = (
    "INSERT INTO theme_places (passage, theme, person) VALUES (?, ?, ?) ON CONFLICT (passage)"
    " DO UPDATE SET theme = excluded.theme, person = excluded.person"
)
"""Quicker than sqlite-utils, which looks at the table for each row."""


class ThemeEdits:
    """What is written about themes inside an action; `Project.theme_edits` gives it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, theme: Theme, by: str) -> None:
        """Let a theme be as the person has made it; its points leave the themes they were in."""
        self.keep_all([theme], by)

    def keep_all(self, kept: Iterable[Theme], by: str) -> None:
        """The same of several, none of which has points of another."""
        before = dict(self._handled_points())
        held: defaultdict[str, list[str]] = defaultdict(list)
        for passage, theme_id in before.items():
            held[theme_id].append(passage)
        for theme in kept:
            members = set(theme.passages)
            gone = [passage for passage in held[theme.id] if passage not in members]
            handed_down(self._db, theme.id, gone)
            for passage in theme.passages:
                left = before.get(passage, theme.id)
                if left != theme.id:
                    handed_down(self._db, left, [passage], theme.id)
            self._write(theme, by)

    def _write(self, theme: Theme, by: str) -> None:
        row = {
            "id": theme.id,
            "code": theme.code,
            "label": theme.label,
            "pinned": theme.pinned,
            "person": by,
            "named": not theme.suggested,
        }
        self._db.table("kept_themes").upsert(row, pk="id")
        places = self._db.table("theme_places")
        held = {row["passage"] for row in places.rows_where("theme = ?", [theme.id])}
        for passage in sorted(held - set(theme.passages)):
            places.delete(passage)
        self._db.conn.executemany(_PLACE, [(passage, theme.id, by) for passage in theme.passages])

    def free_id(self) -> str:
        """An id that no theme has, of the machine's or of a person's, be it without points."""
        ids = self._db.execute("SELECT id FROM themes UNION SELECT id FROM kept_themes")
        return f"t{max(int(key[1:]) for (key,) in ids) + 1}"

    def release(self, theme_id: str) -> None:
        """Give a theme back to the machine; its points keep how they are handled."""
        held = [passage for passage, theme in self._handled_points() if theme == theme_id]
        handed_down(self._db, theme_id, held)
        forget_theme(self._db, theme_id)
        self._db.table("theme_places").delete_where("theme = ?", [theme_id])
        self._db.table("kept_themes").delete_where("id = ?", [theme_id])

    def _handled_points(self) -> Iterator[tuple[str, str]]:
        """The points of the themes of which something is said, each with its theme.

        Also those that people put there and that are cut otherwise now.
        """
        told = told_themes(self._db)
        if not told:
            return
        here = {p: t.id for t in themes(self._db) for p in t.passages}
        placed = {row["passage"]: row["theme"] for row in self._db.table("theme_places").rows}
        yield from ((p, theme) for p, theme in {**placed, **here}.items() if theme in told)


def kept_themes(db: Database) -> tuple[Theme, ...]:
    """What people have made themes of, with their points that are still there."""
    return _kept(db, _live(db))


def _live(db: Database) -> list[str]:
    """The points that are still there, in the order in which they were written."""
    rows = db.execute("SELECT id FROM live_passages ORDER BY position, start")
    return [passage for (passage,) in rows]


def _kept(db: Database, live: Iterable[str]) -> tuple[Theme, ...]:
    theme_of = dict(db.execute("SELECT passage, theme FROM theme_places"))
    places: defaultdict[str, list[str]] = defaultdict(list)
    for passage in live:
        if passage in theme_of:
            places[theme_of[passage]].append(passage)
    return tuple(
        Theme(
            id=row["id"],
            code=row["code"],
            label=row["label"],
            keywords=(),
            passages=tuple(places[row["id"]]),
            kept=True,
            pinned=bool(row["pinned"]),
            suggested=not row["named"],
        )
        for row in db.table("kept_themes").rows_where(order_by="id")
    )


def themes(db: Database) -> tuple[Theme, ...]:
    """All themes with the points that are still there; what people made goes before."""
    in_order = _live(db)
    live, kept = set(in_order), {theme.id: theme for theme in _kept(db, in_order)}
    held = {passage for theme in kept.values() for passage in theme.passages}
    found = []
    for row in db.table("themes").rows_where(order_by="position"):
        made = theme_of(row)
        free = tuple(p for p in made.passages if p in live and p not in held)
        own = kept.pop(made.id, None)
        found.append(_joined(own, made, free) if own else replace(made, passages=free))
    return tuple(theme for theme in [*found, *kept.values()] if theme.passages)


def _joined(own: Theme, made: Theme, free: tuple[str, ...]) -> Theme:
    """A person's theme with what the machine says of it: what is typical, what has come to it."""
    added = () if own.pinned else free
    members = {*own.passages, *added}
    ordered = [p for p in made.passages if p in members]
    rest = [p for p in own.passages if p not in ordered]
    return replace(
        own,
        label=made.label if own.suggested else own.label,
        keywords=made.keywords,
        passages=(*ordered, *rest),
        requests=tuple(r for r in made.requests if r.passage in members),
    )
