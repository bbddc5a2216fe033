"""Cuts RTF into its tokens, and finds the ends of groups without reading what is in them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

TOKEN = re.compile(
    rb"""\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?
    | \\'(?P<hex>[0-9a-fA-F]{2})
    | \\(?P<sign>[^a-zA-Z])
    | (?P<brace>[{}])
    | (?P<text>[^\\{}\r\n]+)""",
    re.VERBOSE | re.DOTALL,
)
"""A control word, a byte in hexadecimals, a control sign, the edge of a group, or text."""

_EDGE = re.compile(rb"[{}]|\\(?:bin(?P<size>\d{1,10})[ ]?|.)", re.DOTALL)
_OPENING = re.compile(
    rb"\{\s*(?P<star>\\\*)?\s*(?:\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?)?"
)


class Opening(NamedTuple):
    """How a group begins: its first control word, and where what follows that word starts.

    `ignorable` groups may be passed over by readers that do not know the word.
    """

    word: str
    number: int | None
    ignorable: bool
    start: int


def opening(data: bytes, at: int) -> Opening:
    """The beginning of the group whose brace stands at this place."""
    match = _OPENING.match(data, at)
    if match is None:
        return Opening("", None, ignorable=False, start=at + 1)
    word = (match["word"] or b"").decode("ascii")
    return Opening(word, number(match), match["star"] is not None, match.end())


def number(match: re.Match[bytes]) -> int | None:
    """The number of a control word; None where it has none."""
    return None if match["number"] is None else int(match["number"])


def end_of_group(data: bytes, at: int) -> int:
    """Where the group around this place ends: at its brace, or at the end of the file."""
    depth = 1
    while edge := _EDGE.search(data, at):
        at = edge.end() + int(edge["size"] or 0)
        depth += (edge[0] == b"{") - (edge[0] == b"}")
        if depth == 0:
            return edge.start()
    return len(data)


def groups(data: bytes, start: int, end: int) -> Iterator[tuple[Opening, int]]:
    """The groups that lie side by side in a range: how each begins and where it ends."""
    at = data.find(b"{", start, end)
    while at >= 0:
        stop = min(end_of_group(data, at + 1), end)
        yield opening(data, at), stop
        at = data.find(b"{", stop + 1, end)
