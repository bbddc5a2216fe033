"""What each kind of row is known by, and what of it can be said in two ways.

`key` is what makes two rows of two copies the same thing. `who` tells by whom and when, and `place`
in which order or whatever follows from the rest: neither is a matter of two opinions. The rest is
compared column by column where the columns are facts of their own (`apart`), or else as one.
"""

from dataclasses import dataclass
from functools import cached_property

from sqlite_utils import Database

from inspel_app.store.records import Row

Key = tuple[object, ...]
"""What a row is known by within its table."""


@dataclass(frozen=True)
class Kind:
    """A table whose rows are put together row by row."""

    table: str
    key: tuple[str, ...]
    who: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    apart: bool = False
    whether: bool = False
    """Of the value only counts whether there is one."""

    def key_of(self, row: Row) -> Key:
        """What makes the row the same thing in all copies."""
        return tuple(row[column] for column in self.key)

    def facts(self, row: Row) -> tuple[tuple[str, ...], ...]:
        """The groups of columns of which each can be said in two ways."""
        aside = {*self.key, *self.who, *self.place}
        said = tuple(column for column in row if column not in aside)
        return tuple((column,) for column in said) if self.apart else (said,)

    def says(self, row: Row | None) -> Row | None:
        """What of a row is compared."""
        if row is None:
            return None
        said = (column for group in self.facts(row) for column in group)
        return {c: row[c] is not None if self.whether else row[c] for c in said}


@dataclass(frozen=True)
class Whole:
    """A thing with parts in other tables: what is taken away on one side takes its parts along.

    `parts` are the tables with the column that names the thing.
    """

    table: str
    parts: tuple[tuple[str, str], ...]

    @cached_property
    def columns(self) -> dict[str, str]:
        """Which column names the thing, by table, with the table of the thing itself."""
        return {self.table: "id", **dict(self.parts)}


_PERSON = ("person",)
_BY_POSITION = ("submission", "position")
_FOLLOWING = ("number", "late", "duplicate_of", "replaces", "campaign", "additions")
"""What is worked out from all inspel together, by number or by what each holds."""

KINDS = (
    Kind("settings", ("id",), apart=True),
    Kind("submissions", ("id",), place=_FOLLOWING, apart=True),
    Kind("contacts", ("submission",), apart=True),
    Kind("files", _BY_POSITION, who=("name",)),
    Kind("answers", ("submission", "id"), place=("position",)),
    Kind("unplaced", ("submission", "location"), place=("position",)),
    Kind("problems", _BY_POSITION),
    Kind("apart", ("one", "other"), who=_PERSON),
    Kind("not_kin", ("one", "other", "kinship"), who=_PERSON),
    Kind("cuts", ("id",), who=_PERSON, place=("heading",)),
    Kind("reasons", ("id",), who=_PERSON, apart=True),
    Kind("kept_themes", ("id",), who=_PERSON, apart=True),
    Kind("theme_places", ("passage",), who=_PERSON),
    Kind("assignments", ("passage", "code", "aspect", "person"), who=("position", "accepted")),
    Kind("rejections", ("passage", "code"), who=_PERSON),
    Kind("marks", ("passage",), who=_PERSON),
    Kind("notes", ("passage", "person"), who=("at",)),
    Kind("handlings", ("passage",), who=_PERSON),
    Kind("theme_handlings", ("theme",), who=_PERSON),
    Kind("sections", ("id",), who=_PERSON, place=("position",), apart=True),
    Kind("wordings", ("section",), who=("person", "at")),
    Kind("wording_passages", ("section", "sentence", "passage"), who=_PERSON),
    Kind("wording_themes", ("section", "sentence", "theme"), who=_PERSON),
    Kind("invitations", ("name",), place=("position",), apart=True),
    Kind("report_sections", ("key",), who=_PERSON, apart=True),
    Kind("report_orders", ("above", "key"), who=_PERSON),
    Kind("quotings", ("passage",), who=_PERSON, whether=True),
    Kind("secrecies", ("id",), who=_PERSON),
)
"""All that people send in and decide, in an order in which it can be put in place."""

BY_TABLE = {kind.table: kind for kind in KINDS}

WHOLES = (
    Whole(
        "submissions",
        tuple((t, "submission") for t in ("contacts", "files", "answers", "unplaced", "problems")),
    ),
    Whole(
        "kept_themes",
        tuple((t, "theme") for t in ("theme_places", "theme_handlings", "wording_themes")),
    ),
    Whole("reasons", (("handlings", "reason"), ("theme_handlings", "reason"))),
    Whole(
        "sections",
        tuple((t, "section") for t in ("wordings", "wording_passages", "wording_themes")),
    ),
)


def row_of(db: Database, kind: Kind, key: Key) -> Row | None:
    """The row of a thing as it is now."""
    where = " AND ".join(f'"{column}" IS ?' for column in kind.key)
    return next(db.query(f'SELECT * FROM "{kind.table}" WHERE {where}', list(key)), None)  # noqa: S608 - our own names
