"""Forms whose answers stand before their questions, as in a column to the left of them."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from inspel_app.forms.ranges import Range

_TIMES = 3
"""Text stands so often between a heading and its first question, and never after its last."""


def answers_precede(
    printed: Sequence[Range], asks: Sequence[bool], is_written: Callable[[Range], bool]
) -> bool:
    """Whether the answers of a whole form stand before their questions.

    `printed` is where the form's texts stand, `asks` which of them are questions. The answers
    stand before where text stands before the first question under several headings, and after
    the last question under none.
    """
    times = 0
    for (one, asking), (other, asked) in pairwise(zip(printed, asks, strict=True)):
        if asking != asked and is_written((one[1], other[0])):
            if asking:
                return False
            times += 1
    return times >= _TIMES


def stretches(printed: Sequence[Range], end: int, precede: Sequence[bool]) -> list[Range]:
    """For each of the form's texts, up to the next: what follows it, or what precedes it."""
    edges = [0, *(edge for span in printed for edge in span), end]
    return [
        (edges[2 * n], edges[2 * n + 1]) if before else (edges[2 * n + 2], edges[2 * n + 3])
        for n, before in enumerate(precede)
    ]
