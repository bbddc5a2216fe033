"""Which printed text of the form stands where: the most likely reading of all together.

A form's texts come in a known order, but respondents delete sections, move them, repeat
questions in their answers and misspell; scanners misread. So each place where a text may
stand is weighed together with the others: going on to the next text costs nothing, leaping
over some costs little, a question without its heading more, going back most.
The best path is found by dynamic programming (Viterbi), O(places x texts^2) in NumPy.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.folding import fold
from inspel_app.forms.ground import Ground
from inspel_app.forms.labels import LONG, Candidate, LabelIndex
from inspel_app.forms.ranges import Range

LEAP = 0.03
"""For each doubling of the number of texts leapt over."""
HEADING_UNSEEN = 0.35
OWN_UNSEEN = 0.5
"""For the form's own text that reads like a question, where what leads up to it is not there."""
BACK_TO_HEADING = 0.5
BACK_TO_QUESTION = 6.0
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
        self._asks = [label.kind is LabelKind.QUESTION for label in template.labels]
        self._movable = _movable(template)
        self._cost = _transition_costs(template)

    def align(
        self, text: str, leads: Mapping[int, int], controls: Sequence[Sequence[Range]]
    ) -> list[Match]:
        """The form's texts in the document, in order of place; all offsets are in `text`.

        `leads` maps the beginnings of lines to where what leads up to them begins;
        `controls` are the ranges of each content control that a respondent has filled in.
        """
        ground = Ground(text, leads)
        candidates = self._index.find(ground)
        groups = [list(g) for _, g in groupby(candidates, key=lambda c: c.start)]
        places = [ground.original(g[0].start) for g in groups]
        inside = _inside_answers(places, controls)
        for n, place in enumerate(places):
            if place in inside:
                groups[n] = [replace(c, worth=c.worth - INSIDE_CONTROL) for c in groups[n]]
        path = self._best_path(groups)
        while quoted := self._quoted(path):
            groups = [g for g in groups if g[0].start not in quoted]
            path = self._best_path(groups)
        return [
            Match(c.label, ground.original(c.start), ground.original_end(c.end), c.fit)
            for c in path
        ]

    def _quoted(self, path: Sequence[Candidate]) -> set[int]:
        """Where a question that stands elsewhere too breaks the order: a respondent's quotation.

        One that was copied twice, with nothing between, stands there once.
        """
        path = [c for n, c in enumerate(path) if not n or not _is_copy(c, path[n - 1])]
        times = Counter(c.label for c in path)
        worst: dict[int, Candidate] = {}
        before_form = len(self.template.labels)
        for n, candidate in enumerate(path):
            label = candidate.label
            if times[label] == 1 or not self._asks[label]:
                continue
            past = path[n - 1].label if n else before_form
            detour = self._cost[label, past]
            if n + 1 < len(path):
                after = path[n + 1].label
                detour += self._cost[after, label] - self._cost[after, past]
            if detour > QUOTED:
                known = worst.setdefault(label, candidate)
                worst[label] = min(known, candidate, key=lambda c: (c.worth, -c.start))
        return {c.start for c in worst.values()}

    def _best_path(self, groups: Sequence[Sequence[Candidate]]) -> list[Candidate]:
        score = np.full(len(self.template.labels) + 1, -np.inf)  # the last: before the form
        score[-1] = 0.0
        steps = [self._step(score, group) for group in groups]  # each changes the score
        path = []
        state = int(np.argmax(score))
        for step in reversed(steps):
            before, candidate = step.moved.get(state, (state, step.stayed))
            if candidate is not None:
                path.append(candidate)
            state = before
        return path[::-1]

    def _step(self, score: Floats, group: Sequence[Candidate]) -> "_Step":
        """Bring the best score in each state (the last text met) past one place, in place."""
        labels = [c.label for c in group]
        reached = score - self._cost[labels]
        before = np.argmax(reached, axis=1)
        movable = [c for c in group if self._movable[c.label] and c.worth > OWN_ELSEWHERE]
        stayed = max(movable, key=lambda c: c.worth, default=None)
        if stayed is not None:
            score += stayed.worth - OWN_ELSEWHERE
        moved = {}
        for n, candidate in enumerate(group):
            value = reached[n, before[n]] + candidate.worth
            if value > score[candidate.label]:
                score[candidate.label] = value
                moved[candidate.label] = (int(before[n]), candidate)
        return _Step(moved, stayed)


@dataclass(frozen=True, slots=True)
class _Step:
    """What stands at one place: whence and by which text a state was reached; else `stayed`."""

    moved: dict[int, tuple[int, Candidate]]
    stayed: Candidate | None


def _is_copy(candidate: Candidate, before: Candidate) -> bool:
    """Whether it is the same again at once; a short one may be how an answer begins."""
    long = candidate.end - candidate.start >= LONG
    return long and candidate.label == before.label and candidate.start - before.end <= 1


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
    """[j, i]: cost of label j right after label i; the last i is the document's beginning."""
    labels = template.labels
    here = np.arange(len(labels))[:, None]
    last = np.append(np.arange(len(labels)), -1)[None, :]
    leap = here - last - 1
    parent = np.array([-1 if x.parent is None else x.parent for x in labels])
    same_heading = (parent[:, None] == np.append(parent, -1)) | (parent[:, None] == last)
    question = np.array([x.kind is LabelKind.QUESTION for x in labels])[:, None]
    own = np.array([x.kind is LabelKind.OWN for x in labels])[:, None]
    alike = own & ~np.array(_movable(template))[:, None]
    back = leap < -1
    cost = LEAP * np.log2(1 + np.maximum(leap, 0))
    cost += HEADING_UNSEEN * (question & ~same_heading) + OWN_UNSEEN * (alike & ~same_heading)
    cost += BACK_WITHIN_HEADING * (back & question & same_heading)
    cost += BACK_TO_QUESTION * (back & (question & ~same_heading | alike))
    cost += BACK_TO_HEADING * (back & ~question & ~alike)
    cost += AGAIN * ((leap == -1) & ~own)  # running text is met sentence by sentence
    return np.asarray(cost, dtype=np.float64)
