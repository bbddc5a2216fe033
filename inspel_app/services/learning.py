"""Suggestions that learn while a person works: what one decision teaches, all others show.

A `Learner` keeps what it needs of the passages in memory, so that a decision is learnt from in a
fraction of a second. It neither reads nor writes the round, so it may be prepared in a thread
beside the one that asks it; and it only suggests: what a person has decided stands. The next full
run (`coding.suggest`) learns from the same decisions, stores its suggestions and is recorded.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from inspel_app.analysis.analyse import worth_a_look
from inspel_app.analysis.crosscutting import CrosscuttingFinder
from inspel_app.analysis.suggest import CodebookSuggester, Lesson, Prepared
from inspel_app.domain.coding import Codebook, Passage, Suggestion
from inspel_app.i18n import _
from inspel_app.services.jobs import Job, Progress
from inspel_app.services.models import sentence_encoder
from inspel_app.services.points import Point

if TYPE_CHECKING:
    from inspel_app.analysis.features import Linear

Suggestions = dict[str, list[Suggestion]]
"""By passage id, best first."""

_STEP = 50
"""Passages that are prepared at a time: some hundredths of a second."""
_AT_ONCE = 1000
"""Passages that get new suggestions at a time."""
_PARTS = 5
"""A part of the inspel learns from the fields of the other parts, as in a full run."""
_FIELDS = 900
"""As many fields are learnt from, evenly chosen."""
_BEST = 3
"""As many leaves as a list needs."""

_Key = tuple[str, str]


class Learner:
    """What suggests codes for a round's passages, and learns from what is decided of them."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._leaves = [code.id for code in codebook.leaves]
        self._rows: dict[_Key, int] = {}
        self._parts: list[int] = []
        self._across: list[list[Suggestion]] = []
        self._chunks: list[tuple[Prepared, Prepared]] = []
        self._fields: dict[int, Linear] = {}
        self._lessons: dict[tuple[int, str], bool] = {}
        self._learnt: Linear | None = None
        self._lock = RLock()

    def knows(self, passage: Passage) -> bool:
        """Whether the passage has been prepared."""
        return _key(passage) in self._rows

    def prepare(self, passages: Sequence[Passage]) -> Job:
        """Work out what is needed of all passages; a job of many steps, the first of two seconds.

        Args:
            passages: With the form's own codes, from which is learnt too.
        """
        new = list({_key(p): p for p in passages if not self.knows(p)}.values())
        for start in range(0, len(new), _STEP):
            yield Progress(start, len(new), _("Förbereder förslagen"))
            with self._lock:
                self._add([p for p in new[start : start + _STEP] if not self.knows(p)])
        if new:
            yield from self._learn_from_fields(passages)
        yield Progress(len(new), len(new), _("Förslagen är förberedda"))

    def learn(self, points: Iterable[Point]) -> None:
        """Learn from what people have given and rejected, of passages that are prepared."""
        lessons = {
            (self._rows[key], code): concerns
            for point in points
            if (key := _key(point.passage)) in self._rows
            for code, concerns in _said(point)
        }
        old = {lesson: concerns for lesson, concerns in self._lessons.items() if lesson in lessons}
        self._lessons = {**old, **lessons}
        told = [Lesson(row, code, concerns) for (row, code), concerns in self._lessons.items()]
        with self._lock:
            self._learnt = self._suggester.learn(self._whole()[1], told) if told else None

    def suggestions(self, points: Iterable[Point]) -> Iterator[Suggestions]:
        """New suggestions, without reasons, for those of the points that are prepared, in parts."""
        known = [p.passage for p in points if self.knows(p.passage)]
        for start in range(0, len(known), _AT_ONCE):
            part = known[start : start + _AT_ONCE]
            with self._lock:
                shares = self._suggester.shares(self._at(part), self._learnt)
            best = np.argsort(-shares, axis=1, kind="stable")[:, :_BEST].tolist()
            permille = (1000 * shares).astype(int).tolist()
            yield {
                passage.id: [
                    *(Suggestion(self._leaves[n], row[n]) for n in leaves),
                    *self._across[self._rows[_key(passage)]],
                ]
                for passage, leaves, row in zip(part, best, permille, strict=True)
            }

    def explain(self, passages: Sequence[Passage]) -> Suggestions:
        """Suggestions with their reasons, as a full run would show them; prepares what is new."""
        with self._lock:
            self._add([p for p in passages if not self.knows(p)])
            ranked = self._suggester.suggestions(self._at(passages), self._learnt)
        return {
            passage.id: worth_a_look(passage, found, self._crosscutting)
            for passage, found in zip(passages, ranked, strict=True)
        }

    def _add(self, passages: Sequence[Passage]) -> None:
        if not passages:
            return
        prepared = self._suggester.prepare([p.text for p in passages])
        parts = [crc32(p.submission.encode()) % _PARTS for p in passages]
        self._chunks.append((prepared, self._taught(prepared, parts)))
        self._parts += parts
        for passage in passages:
            self._rows[_key(passage)] = len(self._rows)
            self._across.append(self._crosscutting.find(passage.text))

    def _learn_from_fields(self, passages: Sequence[Passage]) -> Iterator[Progress]:
        """What the fields of other inspel teach each part of them."""
        placed = [(self._rows[_key(p)], p.assignments[0].code) for p in passages if p.assignments]
        for part in range(_PARTS):
            yield Progress(part, _PARTS, _("Lär av blankettens fält"))
            others = [Lesson(row, code) for row, code in placed if self._parts[row] != part]
            step = max(1, len(others) // _FIELDS)
            with self._lock:
                learnt = self._suggester.learn(self._whole()[0], others[::step])
            if learnt:
                self._fields[part] = learnt
        with self._lock:
            said, _earlier = self._whole()
            self._chunks = [(said, self._taught(said, self._parts))]

    def _taught(self, prepared: Prepared, parts: Sequence[int]) -> Prepared:
        """The same, with what fields teach beside what the codebook says."""
        scores = prepared.scores.copy()
        for part, learnt in self._fields.items():
            rows = np.flatnonzero(np.equal(parts, part))
            if rows.size:
                scores[rows] += learnt.scores(prepared.features.at(rows.tolist()))
        return replace(prepared, scores=scores)

    def _whole(self) -> tuple[Prepared, Prepared]:
        """All that is prepared: by the codebook alone, and with what fields teach."""
        if len(self._chunks) > 1:
            said, taught = zip(*self._chunks, strict=True)
            whole = Prepared.joined(said)
            scores = np.vstack([one.scores for one in taught])
            self._chunks = [(whole, replace(whole, scores=scores))]
        return self._chunks[0]

    def _at(self, passages: Sequence[Passage]) -> Prepared:
        _said, taught = self._whole()
        return taught.at([self._rows[_key(p)] for p in passages])

    @cached_property
    def _suggester(self) -> CodebookSuggester:
        return CodebookSuggester(self._codebook, sentence_encoder())

    @cached_property
    def _crosscutting(self) -> CrosscuttingFinder:
        return CrosscuttingFinder(self._codebook)


def _key(passage: Passage) -> _Key:
    """A passage may be corrected under the id that it has."""
    return passage.id, passage.text


def _said(point: Point) -> Iterator[tuple[str, bool]]:
    """The code that people say that it first and foremost concerns, and those that it does not."""
    for decided in point.said.decided[:1]:
        yield decided.code, True
    for code in sorted(point.said.rejected):
        yield code, False
