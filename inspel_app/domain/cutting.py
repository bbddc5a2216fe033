"""Passages that a person cuts, and how they stand beside those that the machine cuts.

A cut is a range of an answer's text. It goes before every passage of the machine that it touches;
what of such a passage no cut covers is still a passage.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from inspel_app.domain.coding import Passage

_ByAnswer = Mapping[str, Sequence[Passage]]


def part_of(passage: Passage, start: int, end: int, text: str) -> Passage:
    """`[start, end)` of the text of a passage's answer as a passage, less the space around it."""
    begins, ends = trimmed(start, end, text)
    key = f"{passage.answer}:{begins}-{ends}"
    return replace(passage, id=key, start=begins, end=ends, text=text[begins:ends])


def trimmed(start: int, end: int, text: str) -> tuple[int, int]:
    """The range `[start, end)` of a text less the space around what it says."""
    said = text[start:end]
    begins = start + len(said) - len(said.lstrip())
    return begins, begins + len(said.strip())


def around(passages: Iterable[Passage], cuts: Iterable[Passage]) -> list[Passage]:
    """The machine's passages; in the place of one that cuts cover in part, what they leave of it.

    Those that cuts cover wholly stay, as they are needed when a cut is taken back.
    """
    by_answer = _by_answer(cuts)
    return [left for passage in passages for left in _left(passage, by_answer)]


def alive(passages: Iterable[Passage], cuts: Sequence[Passage]) -> list[Passage]:
    """The passages that count: the cuts, and those of the machine's that no cut touches."""
    by_answer = _by_answer(cuts)
    made = list(passages)
    order = {passage.answer: n for n, passage in reversed(list(enumerate(made)))}
    found = [*(p for p in made if not list(_touching(p, by_answer))), *cuts]
    return sorted(found, key=lambda p: (order.get(p.answer, -1), p.start))


def _left(passage: Passage, cuts: _ByAnswer) -> list[Passage]:
    left = []
    at = passage.start
    for cut in _touching(passage, cuts):
        left.append((at, cut.start))
        at = cut.end
    left.append((at, passage.end))
    parts = [(start, end) for start, end in left if _says(passage, start, end)]
    if not parts:
        return [passage]
    whole = " " * passage.start + passage.text
    return [part_of(passage, start, end, whole) for start, end in parts]


def _says(passage: Passage, start: int, end: int) -> bool:
    """Whether there is anything but space in `[start, end)` of the answer."""
    return start < end and not passage.text[start - passage.start : end - passage.start].isspace()


def _touching(passage: Passage, cuts: _ByAnswer) -> Iterator[Passage]:
    """The cuts in a passage, in order."""
    for cut in cuts.get(passage.answer, ()):
        if cut.start < passage.end and cut.end > passage.start:
            yield cut


def _by_answer(cuts: Iterable[Passage]) -> dict[str, list[Passage]]:
    by_answer: defaultdict[str, list[Passage]] = defaultdict(list)
    for cut in sorted(cuts, key=lambda c: c.start):
        by_answer[cut.answer].append(cut)
    return by_answer
