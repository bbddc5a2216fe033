"""What was covered for an audience, for a person to check before anything is published."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from inspel_app.domain.form import Submission
from inspel_app.synthesis.privacy import COVERED

_AROUND = 40
"""Characters of the text that are shown on each side."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text that was covered: in which inspel and field, and what stands before and after."""

    number: int
    field: str | None
    before: str
    text: str
    after: str


def masked(submissions: Sequence[Submission], shown: Iterable[Submission]) -> list[Masked]:
    """What stands covered in the inspel that are shown, in the order of the inspel."""
    there = {s.id: s for s in shown}
    return [
        found
        for one in submissions
        for field, text, seen in _texts(one, there[one.id])
        for found in _covered(one.number, field, text, seen)
    ]


def _texts(one: Submission, shown: Submission) -> Iterator[tuple[str | None, str, str]]:
    """The texts as they are and as they are shown, which are as long."""
    for answer, seen in zip(one.answers, shown.answers, strict=True):
        yield answer.field, answer.text, seen.text
    lines = {line.location: line.text for line in one.unplaced}
    for line in shown.unplaced:  # not all lines are shown to everybody
        yield None, lines[line.location], line.text


def _covered(number: int, field: str | None, text: str, seen: str) -> Iterator[Masked]:
    for match in re.finditer(f"{COVERED}+", seen):
        start, end = match.span()
        if text[start:end] != match[0]:
            around = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
            before, after = (" ".join(part.split()) for part in around)
            yield Masked(number, field, before, text[start:end], after)
