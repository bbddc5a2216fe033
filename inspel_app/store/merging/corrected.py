"""Texts that were corrected both here and in a copy: each side gets what only the other changed."""

from collections.abc import Callable, Mapping

from inspel_app.domain.form import Answer, Unplaced
from inspel_app.domain.weaving import woven
from inspel_app.store.merging.kinds import Kind
from inspel_app.store.merging.rows import Sides
from inspel_app.store.records import Row, answer_of_row, text_row, unplaced_of_row

_READ: Mapping[str, Callable[[Row], Answer | Unplaced]] = {
    "answers": answer_of_row,
    "unplaced": unplaced_of_row,
}


def with_corrections(kind: Kind, sides: Sides) -> Sides:
    """The sides of a text that both have changed since it was the same; others as they are."""
    ours, theirs, base = sides.ours, sides.theirs, sides.theirs_before
    if kind.table not in _READ or not sides.changed or not ours or not theirs or not base:
        return sides
    before = kind.says(base)
    if before != kind.says(sides.ours_before) or before in (kind.says(ours), kind.says(theirs)):
        return sides
    texts = woven(*map(_READ[kind.table], (base, ours, theirs)))
    if texts is None:
        return sides
    rows = (_with(kind, base, ours, theirs), _with(kind, base, theirs, ours))
    told = [row | _corrected(text) for row, text in zip(rows, texts, strict=True)]
    return sides._replace(ours=told[0], theirs=told[1])


def _with(kind: Kind, base: Row, own: Row, other: Row) -> Row:
    """A row with what only the other side has changed."""
    columns = kind.says(own) or {}
    return own | {column: other[column] for column in columns if own[column] == base[column]}


def _corrected(read: Answer | Unplaced) -> Row:
    """What of the row of a text follows from how it was corrected."""
    _table, row = text_row(read)
    return {column: row[column] for column in ("text", "doubtful", "reading")}
