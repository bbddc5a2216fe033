"""A text that two have corrected, each in a copy: what only one of them changed, both get."""

from dataclasses import replace

from inspel_app.domain.revision import Read, Revision, revised


def woven(base: Read, one: Read, other: Read) -> tuple[Read, Read] | None:
    """The text as each of the two has it, with what the other changed elsewhere in `base`.

    They are the same unless both changed the same place, or places that touch, to different
    things. A doubtful word is settled where either has settled it. None if they are not
    corrections of one reading.
    """
    if any(_reading(read) != _reading(base) for read in (one, other)):
        return None
    own, others = (Revision.between(base.text, read.text) for read in (one, other))
    both = _beside(own, others), _beside(others, own)
    if both == (own, others):
        return _settled(one, one, other), _settled(other, one, other)
    first, second = (_settled(revised(base, changes), one, other) for changes in both)
    return first, second


def _reading(read: Read) -> tuple[object, ...]:
    return read.as_read, [word.place for word in read.doubtful]


def _beside(own: Revision, other: Revision) -> Revision:
    """All of one's changes, and those of another that do not touch them."""
    added = [
        change
        for change in other.changes
        if not any(c.start <= change.end and change.start <= c.end for c in own.changes)
    ]
    return Revision(tuple(sorted((*own.changes, *added), key=lambda change: change.start)))


def _settled(read: Read, one: Read, other: Read) -> Read:
    """The text with those doubts settled that either has settled."""
    words = zip(read.doubtful, one.doubtful, other.doubtful, strict=True)
    doubtful = tuple(
        replace(word, settled=any(w.settled for w in (word, *same))) for word, *same in words
    )
    return replace(read, doubtful=doubtful)
