"""How well the codes that cut across are found in short invented points by many hands.

The points were written before such codes were learnt from examples; half of them, every second one,
were looked at while terms and limits were chosen.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from inspel_app.resources import load_strategy
from inspel_app.services.suggesters import suggester
from tests.benchmarks.scorers import Figure

POINTS = Path(__file__).with_name("across.txt")
_WHOLE = frozenset({"agenda2030"})
"""What holds other codes may be said beside them."""


class Point(NamedTuple):
    """A text with the codes that cut across it, and others that are no fault."""

    codes: frozenset[str]
    also: frozenset[str]
    text: str


def across_figures() -> dict[str, Figure]:
    """How many of the codes said are right, and how many of the right ones are said."""
    right = said = wanted = 0
    for strategy, points in _points().items():
        told = suggester(load_strategy(strategy))
        found = told.across(told.prepare([point.text for point in points]))
        for point, suggestions in zip(points, found, strict=True):
            codes = {s.code for s in suggestions if ".mal-" not in s.code}
            right += len(codes & point.codes)
            said += len(codes - point.also - _WHOLE)
            wanted += len(point.codes)
    return {
        "across.precision": Figure(right / said if said else 0.0, said),
        "across.recall": Figure(right / wanted, wanted),
    }


def _points() -> dict[str, list[Point]]:
    points: defaultdict[str, list[Point]] = defaultdict(list)
    for strategy, point in _lines():
        points[strategy].append(point)
    return points


def _lines() -> Iterator[tuple[str, Point]]:
    for line in POINTS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            strategy, codes, also, text = (part.strip() for part in line.split("|"))
            yield strategy, Point(frozenset(codes.split()), frozenset(also.split()), text)
