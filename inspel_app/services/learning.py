"""Suggestions that learn while a person works: what one decision teaches, all others show.

A `Learner` keeps what it needs of the passages in memory, so that a decision is learnt from in a
fraction of a second. It neither reads nor writes the round, so it may be prepared in a thread
beside the one that asks it; and it only suggests: what a person has decided stands. The next full
run (`coding.suggest`) learns from the same decisions, stores its suggestions and is recorded.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from inspel_app.analysis.analyse import worth_a_look
from inspel_app.analysis.suggest import CodebookSuggester, Lesson, Prepared
from inspel_app.domain.coding import Codebook, Passage, Suggestion
from inspel_app.i18n import _
from inspel_app.services.jobs import Job, Progress
from inspel_app.services.points import Point
from inspel_app.services.suggesters import suggester

if TYPE_CHECKING:
    from inspel_app.analysis.features import Linear

Suggestions = dict[str, list[Suggestion]]
"""By passage id, best first."""

_STEP = 50
"""Passages that are prepared at a time: some hundredths of a second."""
_BLOCK = 2000
"""Passages that are kept together."""
_AT_ONCE = 1000
"""Passages that get new suggestions at a time."""
_PARTS = 5
"""A part of the inspel learns from the fields of the other parts, as in a full run."""
_FIELDS = 900
"""As many fields are learnt from, evenly chosen."""
_BEST = 3
"""As many leaves as a list needs."""

_Key = tuple[str, str, str]


class Learner:
    """What suggests codes for a round's passages, and learns from what is decided of them."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._leaves = [code.id for code in codebook.leaves]
        self._rows: dict[_Key, int] = {}
        self._parts: list[int] = []
        self._across: list[list[Suggestion]] = []
        self._kept = _Kept()
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
            self._learnt = self._learn(told, taught=True)

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
            passage.id: worth_a_look(passage, found) + self._across[self._rows[_key(passage)]]
            for passage, found in zip(passages, ranked, strict=True)
        }

    def _add(self, passages: Sequence[Passage]) -> None:
        if not passages:
            return
        prepared = self._suggester.prepare(
            [p.text for p in passages], [p.heading for p in passages]
        )
        parts = [crc32(p.submission.encode()) % _PARTS for p in passages]
        self._kept.add(prepared, self._taught(prepared, parts))
        self._parts += parts
        self._across += self._suggester.across(prepared)
        for passage in passages:
            self._rows[_key(passage)] = len(self._rows)

    def _learn_from_fields(self, passages: Sequence[Passage]) -> Iterator[Progress]:
        """What the fields of other inspel teach each part of them."""
        placed = [(self._rows[_key(p)], p.assignments[0].code) for p in passages if p.assignments]
        for part in range(_PARTS):
            yield Progress(part, _PARTS, _("Lär av blankettens fält"))
            others = [Lesson(row, code) for row, code in placed if self._parts[row] != part]
            step = max(1, len(others) // _FIELDS)
            with self._lock:
                learnt = self._learn(others[::step], taught=False)
            if learnt:
                self._fields[part] = learnt
        with self._lock:
            self._kept.teach(lambda said, first: self._taught(said, self._parts[first:]))

    def _learn(self, lessons: Sequence[Lesson], *, taught: bool) -> "Linear | None":
        """What lessons about rows of all that is kept add to what is said of those rows."""
        heeded = self._suggester.heeded(lessons)
        if not heeded:
            return None
        prepared = self._kept.at([lesson.text for lesson in heeded], taught=taught)
        here = [lesson._replace(text=row) for row, lesson in enumerate(heeded)]
        return self._suggester.learn(prepared, here)

    def _taught(self, prepared: Prepared, parts: Sequence[int]) -> Prepared:
        """The same, with what fields teach beside what the codebook says."""
        levels = prepared.levels.copy()
        for part, learnt in self._fields.items():
            rows = np.flatnonzero(np.equal(parts[: len(prepared.texts)], part))
            if rows.size:
                own = prepared.at(rows.tolist())
                levels[rows] = self._suggester.taught(own, learnt).levels
        return replace(prepared, levels=levels)

    def _at(self, passages: Sequence[Passage]) -> Prepared:
        return self._kept.at([self._rows[_key(p)] for p in passages], taught=True)

    @cached_property
    def _suggester(self) -> CodebookSuggester:
        return suggester(self._codebook)


class _Kept:
    """What is prepared, in blocks: by the codebook alone, and with what fields teach.

    The blocks are never put together: for that all would have to be in memory twice. Features are
    kept in coarser numbers, which take two thirds of the room; nothing but lessons reads them.
    """

    def __init__(self) -> None:
        self._blocks: list[tuple[Prepared, Prepared]] = []
        self._open = 0
        """As many blocks, the last ones, are not full."""

    def add(self, said: Prepared, taught: Prepared) -> None:
        """Keep more rows after those that are kept."""
        coarse = said.features.coarse()
        self._blocks.append((replace(said, features=coarse), replace(taught, features=coarse)))
        self._open += 1
        last = self._blocks[-self._open :]
        if sum(len(one.texts) for one, _taught in last) >= _BLOCK:
            self._blocks[-self._open :] = [_joined(last)]
            self._open = 0

    def at(self, rows: Sequence[int], *, taught: bool) -> Prepared:
        """Some of the rows, at least one, in the order asked for."""
        asked = np.asarray(rows)
        starts = np.cumsum([0, *(len(said.texts) for said, _taught in self._blocks)])
        places = np.searchsorted(starts, asked, side="right") - 1
        found = [
            self._blocks[n][taught].at((asked[places == n] - starts[n]).tolist())
            for n in np.unique(places).tolist()
        ]
        back = np.argsort(np.argsort(places, kind="stable"), kind="stable")
        joined = Prepared.joined(found).at(back.tolist())
        return replace(joined, features=joined.features.fine())

    def teach(self, taught: Callable[[Prepared, int], Prepared]) -> None:
        """Tell anew what fields teach, of each block and the number of its first row."""
        first = 0
        for n, (said, _earlier) in enumerate(self._blocks):
            told = taught(replace(said, features=said.features.fine()), first)
            self._blocks[n] = said, replace(told, features=said.features)
            first += len(said.texts)


def _joined(blocks: Sequence[tuple[Prepared, Prepared]]) -> tuple[Prepared, Prepared]:
    """Several blocks as one, whose features both sides share."""
    whole = Prepared.joined([said for said, _taught in blocks])
    levels = np.vstack([taught.levels for _said, taught in blocks])
    return whole, replace(whole, levels=levels)


def _key(passage: Passage) -> _Key:
    """A passage may be corrected, and stand under another heading, under the id that it has."""
    return passage.id, passage.text, passage.heading


def _said(point: Point) -> Iterator[tuple[str, bool]]:
    """The code that people say that it first and foremost concerns, and those that it does not."""
    for decided in point.said.decided[:1]:
        yield decided.code, True
    for code in sorted(point.said.rejected):
        yield code, False
