"""Themes: the machine's as they were made, and before them those that people have made of them.

A theme that a person has touched is *kept*: the points that it held then stand, whatever the
machine makes later, and its name where a person gave it; the machine may add points to it, unless
it is pinned.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from sqlite_utils import Database

from inspel_app.domain.coding import Theme
from inspel_app.domain.handling import Target, TargetKind, range_of
from inspel_app.store.handling import forget_theme, handed_down, told_themes
from inspel_app.store.machine import theme_of
from inspel_app.store.records import to_json

_PLACE = (
    "INSERT INTO theme_places (passage, theme, person) VALUES (?, ?, ?) ON CONFLICT (passage)"
    " DO UPDATE SET theme = excluded.theme, person = excluded.person"
)
"""Quicker than sqlite-utils, which looks at the table for each row."""
_AMONG = "IN (SELECT value FROM json_each(?))"
_HOLDING = (
    f"SELECT theme FROM theme_places WHERE passage {_AMONG} UNION "  # noqa: S608 - our own text
    f"SELECT t.id FROM themes t, json_each(t.passages) p WHERE p.value {_AMONG}"
)
"""The themes that hold some of the points, as the machine or as people put them."""


class ThemeEdits:
    """What is written about themes inside an action; `Project.theme_edits` gives it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, theme: Theme, by: str) -> None:
        """Let a theme be as the person has made it; its points leave the themes they were in."""
        self.keep_all([theme], by)

    def keep_all(self, kept: Iterable[Theme], by: str) -> None:
        """The same of several, none of which has points of another."""
        kept = list(kept)
        concerned = [Target.passage(passage) for theme in kept for passage in theme.passages]
        concerned += [Target.theme(theme.id) for theme in kept]
        before = dict(self._handled_points(concerned))
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
        concerned = [Target.theme(theme_id)]
        held = [p for p, theme in self._handled_points(concerned) if theme == theme_id]
        handed_down(self._db, theme_id, held)
        forget_theme(self._db, theme_id)
        self._db.table("theme_places").delete_where("theme = ?", [theme_id])
        self._db.table("kept_themes").delete_where("id = ?", [theme_id])

    def _handled_points(self, concerned: Sequence[Target]) -> Iterator[tuple[str, str]]:
        """The points of the themes of which something is said, each with its theme.

        All of the themes that are concerned, or hold a point that is; also those that people put
        there and that are cut otherwise now.
        """
        told = told_themes(self._db)
        if not told:
            return
        here = {p: t.id for t in themes(self._db, concerned) for p in t.passages}
        placed = _places(self._db)
        yield from ((p, theme) for p, theme in {**placed, **here}.items() if theme in told)


def kept_themes(db: Database) -> tuple[Theme, ...]:
    """What people have made themes of, with their points that are still there."""
    return _kept(db, _live(db))


def _places(db: Database, points: Collection[str] | None = None) -> dict[str, str]:
    """In which theme people have put each point, of all or of some."""
    asked = "SELECT passage, theme FROM theme_places"
    if points is None:
        return dict(db.execute(asked))
    return dict(db.execute(f"{asked} WHERE passage {_AMONG}", [to_json(list(points))]))


def _live(db: Database) -> list[str]:
    """The points that are still there, in the order in which they were written."""
    rows = db.execute("SELECT id FROM live_passages ORDER BY position, start")
    return [passage for (passage,) in rows]


def _kept(
    db: Database, live: Collection[str], near: Collection[str] | None = None
) -> tuple[Theme, ...]:
    """What people have made themes of; of all, or of those `near` and of some points alone."""
    theme_of = _places(db, None if near is None else live)
    kept, ids = db.table("kept_themes"), {*(near or ()), *theme_of.values()}
    if near is None:
        rows = kept.rows_where(order_by="id")
    else:
        rows = kept.rows_where(f"id {_AMONG}", [to_json(sorted(ids))], order_by="id")
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
        for row in rows
    )


def themes(db: Database, concerned: Sequence[Target] | None = None) -> tuple[Theme, ...]:
    """The themes with the points that are still there; what people made goes before.

    All of them, or those that are `concerned` or hold a point that is.
    """
    if concerned is None:
        rows = db.table("themes").rows_where(order_by="position")
        return _themes(db, map(theme_of, rows), _live(db))
    near = _near(db, concerned)
    among = [to_json(sorted(near))]
    rows = db.table("themes").rows_where(f"id {_AMONG}", among, order_by="position")
    made = list(map(theme_of, rows))
    placed = db.execute(f"SELECT passage FROM theme_places WHERE theme {_AMONG}", among)  # noqa: S608 - our own text
    points = {passage for theme in made for passage in theme.passages}
    in_order = _live_beside(db, points.union(passage for (passage,) in placed))
    return tuple(theme for theme in _themes(db, made, in_order, near) if theme.id in near)


def _themes(
    db: Database,
    made: Iterable[Theme],
    in_order: Sequence[str],
    near: Collection[str] | None = None,
) -> tuple[Theme, ...]:
    """What the machine made with what people made of it, as far as the points are there."""
    live, kept = set(in_order), {theme.id: theme for theme in _kept(db, in_order, near)}
    held = {passage for theme in kept.values() for passage in theme.passages}
    found = []
    for theme in made:
        free = tuple(p for p in theme.passages if p in live and p not in held)
        own = kept.pop(theme.id, None)
        found.append(_joined(own, theme, free) if own else replace(theme, passages=free))
    return tuple(theme for theme in [*found, *kept.values()] if theme.passages)


def _near(db: Database, concerned: Iterable[Target]) -> set[str]:
    """The themes that are concerned, or hold a point that is, by id."""
    ids: dict[TargetKind, list[str]] = {TargetKind.PASSAGE: [], TargetKind.THEME: []}
    for target in concerned:
        ids[target.kind].append(target.id)
    points = to_json(ids[TargetKind.PASSAGE])
    return {*ids[TargetKind.THEME], *(key for (key,) in db.execute(_HOLDING, [points, points]))}


def _live_beside(db: Database, points: Iterable[str]) -> list[str]:
    """All points of the answers of some points that are still there, in order.

    Answer by answer, as the view is searched by its index for a single one alone.
    """
    one = "SELECT ifnull(position, -1), start, id FROM live_passages WHERE answer = ?"
    answers = {range_of(point)[0] for point in points}
    rows = sorted(tuple(row) for answer in answers for row in db.execute(one, [answer]))
    return [passage for _position, _start, passage in rows]


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
