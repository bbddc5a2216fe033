"""Signs that are no text: what they would do is not done, and that they are there is seen."""

_SEEN = "\N{REPLACEMENT CHARACTER}"
_CONTROLS = {n for n in (*range(32), *range(127, 160)) if chr(n) not in "\n\t\r"}
_DIRECTIONS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
"""Embeddings, overrides and isolates: they have text read in another order than it is written."""
_TABLE = dict.fromkeys(_CONTROLS | _DIRECTIONS, _SEEN)


def plain(text: str) -> str:
    """The text, as long as it was, with a mark in place of each sign that steers others."""
    return text.translate(_TABLE)
