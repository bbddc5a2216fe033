"""Which printed text of the form stands where: the most likely reading of all together.

A form's texts come in a known order, but respondents delete sections, move them, repeat
questions in their answers and misspell; scanners misread. So each place where a text may
stand is weighed together with the others: going on to the next text costs nothing, leaping
over some costs little, a question without its heading more, going back most.
The best path is found by dynamic programming (Viterbi), O(places x texts^2) in NumPy.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.folding import FoldedText
from inspel_app.forms.labels import Candidate, LabelIndex

LEAP = 0.03
"""For each doubling of the number of texts leapt over."""
HEADING_UNSEEN = 0.35
BACK_TO_HEADING = 0.5
BACK_TO_QUESTION = 1.5
BACK_WITHIN_HEADING = 0.15
AGAIN = 0.5
INSIDE_CONTROL = 0.6
"""Taken from a text inside a content control: there, it is most often quoted."""
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
        self._own = np.array([label.kind is LabelKind.OWN for label in template.labels])
        self._cost = _transition_costs(template)

    def align(
        self, text: str, line_starts: Sequence[int], controls: Sequence[tuple[int, int]]
    ) -> list[Match]:
        """The form's texts in the document, in order of place; all offsets are in `text`.

        `controls` are the ranges of content controls that a respondent has filled in.
        """
        folded = FoldedText(text)
        starts = sorted({folded.folded(s) for s in line_starts})
        candidates = self._index.find(folded, starts)
        groups = [list(g) for _, g in groupby(candidates, key=lambda c: c.start)]
        inside = [_is_inside(folded.original(g[0].start), controls) for g in groups]
        return [
            Match(c.label, folded.original(c.start), folded.original_end(c.end), c.fit)
            for c in self._best_path(groups, inside)
        ]

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
            if self._own[label] and (gain := worth[n] - OWN_ELSEWHERE) > 0:
                stay = best < score + gain
                best[stay] = score[stay] + gain
                came_from[stay], chosen[stay] = np.flatnonzero(stay), n
            value = reached[before[n], n] + worth[n]
            if value > best[label]:
                best[label], came_from[label], chosen[label] = value, before[n], n
        return best, came_from, chosen


def _is_inside(offset: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in ranges)


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
