"""Which printed text of the form stands where: the most likely reading of all together.

A form's texts come in a known order, but respondents delete sections, move them, repeat
questions in their answers and misspell; scanners misread. So each place where a text may
stand is weighed together with the others: going on to the next text costs nothing, leaping
over some costs little, a question without its heading more, going back most.
The best path is found by dynamic programming (Viterbi), O(places x texts^2) in NumPy.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.folding import FoldedText, fold
from inspel_app.forms.labels import Candidate, LabelIndex
from inspel_app.forms.ranges import Range

LEAP = 0.03
"""For each doubling of the number of texts leapt over."""
HEADING_UNSEEN = 0.35
BACK_TO_HEADING = 0.5
BACK_TO_QUESTION = 1.5
BACK_WITHIN_HEADING = 0.4
AGAIN = 0.5
INSIDE_CONTROL = 0.9
"""Taken from a text inside a filled-in content control: there, it is most often quoted."""
CONTAINER = 5
"""A control with so many of the form's texts inside holds a part of the form, not an answer."""
QUOTED = 0.25
"""A text that stands twice is quoted where it breaks the order at least this much more."""
OWN_ELSEWHERE = 0.3
"""Taken from running text of the form that stands out of order; it moves nothing."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Match:
    """Label `label` of the template stands at [start, end) of the document; `fit` is 0-1."""

    label: int
    start: int
    end: int
    fit: float


class Aligner:
    """Aligns documents with one form; made once per form."""

    def __init__(self, template: FormTemplate) -> None:
        self.template = template
        self._index = LabelIndex(template)
        self._movable = _movable(template)
        self._cost = _transition_costs(template)

    def align(
        self, text: str, line_starts: Sequence[int], controls: Sequence[Sequence[Range]]
    ) -> list[Match]:
        """The form's texts in the document, in order of place; all offsets are in `text`.

        `controls` are the ranges of each content control that a respondent has filled in.
        """
        folded = FoldedText(text)
        starts = sorted({folded.folded(s) for s in line_starts})
        candidates = self._index.find(folded, starts)
        groups = [list(g) for _, g in groupby(candidates, key=lambda c: c.start)]
        inside = _inside_answers([folded.original(g[0].start) for g in groups], controls)
        path = self._best_path(groups, [folded.original(g[0].start) in inside for g in groups])
        while quoted := self._quoted(path):
            groups = [g for g in groups if g[0].start not in quoted]
            path = self._best_path(groups, [folded.original(g[0].start) in inside for g in groups])
        return [
            Match(c.label, folded.original(c.start), folded.original_end(c.end), c.fit)
            for c in path
        ]

    def _quoted(self, path: Sequence[Candidate]) -> set[int]:
        """Where a text that stands elsewhere too breaks the order: a respondent's quotation."""
        times = Counter(c.label for c in path)
        worst: dict[int, Candidate] = {}
        before_form = len(self.template.labels)
        for n, candidate in enumerate(path):
            label = candidate.label
            past = path[n - 1].label if n else before_form
            detour = self._cost[past, label]
            if n + 1 < len(path):
                after = path[n + 1].label
                detour += self._cost[label, after] - self._cost[past, after]
            if times[label] > 1 and detour > QUOTED:
                known = worst.setdefault(label, candidate)
                worst[label] = min(known, candidate, key=lambda c: (c.fit, -c.start))
        return {c.start for c in worst.values()}

    def _best_path(
        self, groups: Sequence[Sequence[Candidate]], inside: Sequence[bool]
    ) -> list[Candidate]:
        states = len(self.template.labels) + 1  # the last: before the form
        score = np.full(states, -np.inf)
        score[-1] = 0.0
        steps: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
        for group, within in zip(groups, inside, strict=True):
            score, came_from, chosen = self._step(score, group, INSIDE_CONTROL * within)
            steps.append((came_from, chosen))
        path = []
        state = int(np.argmax(score))
        for group, (came_from, chosen) in zip(reversed(groups), reversed(steps), strict=True):
            if chosen[state] >= 0:
                path.append(group[chosen[state]])
            state = int(came_from[state])
        return path[::-1]

    def _step(
        self, score: Floats, group: Sequence[Candidate], penalty: float
    ) -> tuple[Floats, NDArray[np.int64], NDArray[np.int64]]:
        """Best score in each state after this place, the state before, and what stands here."""
        best = score.copy()
        came_from = np.arange(len(score))
        chosen = np.full(len(score), -1)
        labels = np.array([c.label for c in group])
        worth = np.array([c.fit for c in group]) - penalty
        reached = score[:, None] - self._cost[:, labels]
        before = np.argmax(reached, axis=0)
        for n, label in enumerate(labels):
            if self._movable[label] and (gain := worth[n] - OWN_ELSEWHERE) > 0:
                stay = best < score + gain
                best[stay] = score[stay] + gain
                came_from[stay], chosen[stay] = np.flatnonzero(stay), n
            value = reached[before[n], n] + worth[n]
            if value > best[label]:
                best[label], came_from[label], chosen[label] = value, before[n], n
        return best, came_from, chosen


def _inside_answers(places: Sequence[int], controls: Sequence[Sequence[Range]]) -> set[int]:
    """Which of the places lie inside a control that holds an answer."""
    inside: set[int] = set()
    for ranges in controls:
        held = {
            place
            for start, end in ranges
            for place in places[bisect_left(places, start) : bisect_left(places, end)]
        }
        if len(held) < CONTAINER:
            inside |= held
    return inside


def _movable(template: FormTemplate) -> list[bool]:
    """The form's running texts that may stand anywhere, unless they read like a question."""
    asked = {fold(x.text) for x in template.labels if x.kind is LabelKind.QUESTION}
    return [x.kind is LabelKind.OWN and fold(x.text) not in asked for x in template.labels]


def _transition_costs(template: FormTemplate) -> Floats:
    """Cost of label j right after label i; the last row stands for the document's beginning."""
    labels = template.labels
    count = len(labels)
    position = np.arange(count + 1)
    position[-1] = -1
    leap = position[None, :count] - position[:, None] - 1
    cost = LEAP * np.log2(1 + np.maximum(leap, 0))
    parent = np.array([-1 if x.parent is None else x.parent for x in labels])
    above = np.append(parent, -1)  # of each state; of "before the form", none
    same_heading = (above[:, None] == parent[None, :]) | (position[:, None] == parent[None, :])
    question = np.array([x.kind is LabelKind.QUESTION for x in labels])
    cost += HEADING_UNSEEN * (question[None, :] & ~same_heading)
    back = leap < -1
    within = back & same_heading & question[None, :]
    cost += np.where(within, BACK_WITHIN_HEADING, 0.0)
    cost += np.where(back & ~within & question[None, :], BACK_TO_QUESTION, 0.0)
    cost += np.where(back & ~question[None, :], BACK_TO_HEADING, 0.0)
    cost += np.where(leap == -1, AGAIN, 0.0)
    return np.asarray(cost, dtype=np.float64)
