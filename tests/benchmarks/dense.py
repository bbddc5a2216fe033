"""Dense answers and letters of many kinds, invented, with the points that a person found in them.

In `dense.txt` each begins with a line `## NUMBER KIND FIELD` (`None` for a letter); `[[` and `]]`
stand around the points. What cuts points was taught by those with odd numbers; the others measure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inspel_app.analysis.passages import points
from inspel_app.analysis.references import References
from inspel_app.domain.coding import Codebook
from inspel_app.domain.document import Method
from inspel_app.domain.form import Answer
from tests.benchmarks.labelled import words
from tests.benchmarks.scorers import Figure, share

FILE = Path(__file__).with_name("dense.txt")
_HEAD = re.compile(r"^## (\d+) .*?(\S+)$\n", re.MULTILINE)
_EDGE = re.compile(r"\[\[|\]\]")


@dataclass(frozen=True)
class Dense:
    """An answer, and the stretches of its text that are points."""

    number: int
    field: str | None
    text: str
    points: tuple[tuple[int, int], ...]


def read_dense() -> Iterator[Dense]:
    """All of the file, in order."""
    _, *parts = _HEAD.split(FILE.read_text("utf-8"))
    for number, field, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        pieces = _EDGE.split(body.rstrip())
        edges = [sum(map(len, pieces[: n + 1])) for n in range(len(pieces) - 1)]
        spans = tuple(zip(edges[::2], edges[1::2], strict=True))
        yield Dense(int(number), None if field == "None" else field, "".join(pieces), spans)


def dense_figure() -> Figure:
    """How many of the points are found whole and alone, in those that taught nothing."""
    return share(hit for one in read_dense() if one.number % 2 == 0 for hit in _hits(one))


def _hits(one: Dense) -> Iterator[bool]:
    answer = Answer("dense", one.field, one.text, Method.TEXT, ())
    cut = points(answer, References(Codebook("", "", ())), first=one.field is None)
    found = [words(point.span.of(one.text)) for point in cut]
    for start, end in one.points:
        yield words(one.text[start:end]) in found
