"""Which parts of the strategy a text concerns, learnt from the codebook and from decisions.

One linear model over meaning and letters, and beside it the example of each code that means most
the same. The model's training texts are the codebook's examples, titles with descriptions and,
each as a small text of its own, its terms; it trains in some seconds. Codes under one and the same
part lend each other some of what speaks for them. What concerns no leaf is learnt too, from the
cross-cutting codes: it takes its share of the 1000 permille, so that a general remark gives every
leaf a low figure. A text whose words nothing was learnt of gives every leaf a low figure too.

What people decide corrects the probabilities by a second model of the same kind, which learns how
far those of the decided texts were from right; it is learnt anew from all of them at each decision.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from inspel_app.analysis.crosscutting import CrosscuttingFinder
from inspel_app.analysis.evidence import Evidence
from inspel_app.analysis.features import Features, Linear, Scores, ridge
from inspel_app.analysis.nearest import Examples, Nearest
from inspel_app.analysis.protocols import Embedder
from inspel_app.analysis.training import (
    Example,
    Shelf,
    Trained,
    examples_of,
    told_across,
    trained,
)
from inspel_app.analysis.words import surface_words
from inspel_app.domain.coding import Codebook, Suggestion

_NEAREST = 0.25
"""What the nearest examples count for, where they and the model count for 1 together."""
_KIN = 0.2
"""What the mean of the codes under the same part adds to each of them."""
_SHARPNESS = 1.8
_NO_LEAF = -2.5
"""Turn scores into probabilities: what a score counts for in standard deviations of its text's
scores, and how much less likely than the cross-cutting codes' many examples say it is that a text
concerns no leaf. By cross-validation."""
_FAINT = 0.04
_FAINT_ALIKE = 0.02
"""How spread scores, and likeness, must be to tell: where they are spread less, as of a text that
nothing in the codebook is near to, little is sure. By cross-validation, over codebooks with many
examples, few, and none."""
_LESSON = 9.0
_HUMILITY = 1.5
"""What is learnt from decisions counts so many times, and what was said is learnt from as if it had
been said so much less surely, so that also what was right teaches; by cross-validation."""
_REASON_PERMILLE = 20
"""Suggestions below this get no reason: nobody will look at them."""
_STRANGE = 0.2
"""What the scores of a strange text count for: its best leaf gets some tenth."""
_LESSONS = 900
"""As many decisions are learnt from, the latest: they take a fifth of a second, and twice as many
would take six times as long."""


class Lesson(NamedTuple):
    """A decision: text number `text` concerns the code, or does not."""

    text: int
    code: str
    concerns: bool = True


@dataclass(frozen=True)
class Prepared:
    """Texts with what the codebook alone says of them, so that a decision is learnt at once."""

    texts: Sequence[str]
    features: Features
    levels: Scores
    """Texts x targets: the logarithms of how likely each is, but for a term of each text's own."""
    nearest: Nearest
    strange: Sequence[str]
    """Why each text cannot be judged by its words; empty for one that can."""

    @classmethod
    def joined(cls, parts: Sequence["Prepared"]) -> "Prepared":
        """Those of several, one after the other."""
        texts = [text for part in parts for text in part.texts]
        features = Features.joined([part.features for part in parts])
        levels = np.vstack([part.levels for part in parts])
        nearest = Nearest.joined([part.nearest for part in parts])
        return cls(texts, features, levels, nearest, [why for p in parts for why in p.strange])

    def at(self, rows: Sequence[int]) -> "Prepared":
        """Those of some of the texts."""
        texts = [self.texts[row] for row in rows]
        features, levels, nearest = self.features.at(rows), self.levels[rows], self.nearest.at(rows)
        return Prepared(texts, features, levels, nearest, [self.strange[row] for row in rows])


class CodebookSuggester:
    """Suggests the leaves of one codebook; trained when first asked."""

    def __init__(
        self,
        codebook: Codebook,
        embedder: Embedder,
        shelf: Shelf | None = None,
        strange: Callable[[str], str] = lambda _text: "",
    ) -> None:
        """`shelf` keeps what is learnt from just this codebook by just this embedder.

        `strange` tells why a text cannot be judged by its words; empty for one that can.
        """
        self._embedder, self._shelf, self._strange = embedder, shelf, strange
        self._leaves = [code.id for code in codebook.leaves]
        self._across, self._crosscutting = told_across(codebook), CrosscuttingFinder(codebook)
        self._kin = _kin(codebook)
        self._examples = list(examples_of(codebook))

    def suggest(self, texts: Sequence[str], learnt: Linear | None = None) -> list[list[Suggestion]]:
        """For each text all leaves, best first; an empty list for a text without words."""
        if not self._leaves or not any(map(surface_words, texts)):
            return [[] for _text in texts]
        return self.suggestions(self.prepare(texts), learnt)

    def prepare(self, texts: Sequence[str], above: Sequence[str] = ()) -> Prepared:
        """What is needed of texts, at least one, whatever is learnt later.

        `above` is what each stands under, "" for nothing: that is judged with it, but no words of
        it are taken for the text's own.
        """
        under = above or [""] * len(texts)
        whole = [". ".join(filter(None, told)) for told in zip(under, texts, strict=True)]
        features = self._trained.featurizer.features(whole)
        scores = self._trained.model.scores(features) + self._trained.levels
        nearest = self._shown.nearest(features.meaning)
        levels, strange = self._levels(scores, nearest), [self._strange(text) for text in texts]
        levels *= np.where(strange, _STRANGE, 1)[:, None]
        return Prepared(texts, features, levels, nearest, strange)

    def learn(self, prepared: Prepared, lessons: Sequence[Lesson]) -> Linear | None:
        """What decisions on the texts, the oldest first, add to what the codebook says.

        What was decided of other codes than leaves teaches nothing; None if that is all.
        """
        numbers = {leaf: n for n, leaf in enumerate(self._leaves)}
        heeded = self.heeded(lessons)
        if not heeded:
            return None
        rows = [lesson.text for lesson in heeded]
        said = _likely(prepared.levels[rows] / _HUMILITY)
        missing = np.zeros_like(said)
        for row, lesson in enumerate(heeded):
            number = numbers[lesson.code]
            if lesson.concerns:
                missing[row] = -said[row]
                missing[row, number] += 1
            else:
                missing[row, number] = -said[row, number]
        return ridge(prepared.features.at(rows), missing, np.ones(len(rows), np.float32))

    def heeded(self, lessons: Sequence[Lesson]) -> list[Lesson]:
        """Those that something is learnt from: the latest, about leaves."""
        return [lesson for lesson in lessons if lesson.code in self._leaves][-_LESSONS:]

    def shares(self, prepared: Prepared, learnt: Linear | None = None) -> Scores:
        """Texts x leaves: how likely it is that a text first and foremost concerns the leaf."""
        told = self.taught(prepared, learnt) if learnt else prepared
        return _likely(told.levels)[:, : len(self._leaves)]

    def taught(self, prepared: Prepared, learnt: Linear) -> Prepared:
        """The same texts, with what was learnt in what is said of them."""
        levels = prepared.levels + _LESSON * learnt.scores(prepared.features)
        return replace(prepared, levels=levels)

    def suggestions(
        self, prepared: Prepared, learnt: Linear | None = None
    ) -> list[list[Suggestion]]:
        """What `suggest` gives, after what was learnt."""
        shares = self.shares(prepared, learnt)
        permilles = (1000 * shares).astype(int).tolist()
        best = np.argsort(-shares, axis=1, kind="stable").tolist()
        evidence = self._evidence(prepared, learnt)
        return [
            [
                Suggestion(
                    self._leaves[leaf],
                    permille := permilles[row][leaf],
                    self._reason(prepared, evidence, row, leaf, permille),
                )
                for leaf in best[row]
            ]
            if surface_words(text)
            else []
            for row, text in enumerate(prepared.texts)
        ]

    def across(self, prepared: Prepared) -> list[list[Suggestion]]:
        """For each text the codes that it concerns whatever its leaf, in the codebook's order.

        None without a reason: a person could not check it.
        """
        trained = self._trained
        taught = (trained.across.scores(prepared.features) + trained.across_levels).tolist()
        found = [
            self._crosscutting.find(text, {} if why else dict(zip(self._across, row, strict=True)))
            for text, why, row in zip(prepared.texts, prepared.strange, taught, strict=True)
        ]
        untold = [row for row, codes in enumerate(found) if any(not s.reason for s in codes)]
        if untold:
            evidence = self._evidence_across(prepared.at(untold))
            for number, row in enumerate(untold):
                told = [self._told(s, evidence, number) for s in found[row]]
                found[row] = [suggestion for suggestion in told if suggestion.reason]
        return found

    def _told(self, found: Suggestion, evidence: Evidence, row: int) -> Suggestion:
        """With a reason also where no term gave one."""
        if found.reason:
            return found
        return replace(found, reason=evidence.reason(row, self._across.index(found.code)))

    @staticmethod
    def _reason(prepared: Prepared, evidence: Evidence, row: int, leaf: int, permille: int) -> str:
        if permille < _REASON_PERMILLE:
            return ""
        return prepared.strange[row] or evidence.reason(row, leaf)

    def _levels(self, scores: Scores, nearest: Nearest) -> Scores:
        """What the model and the nearest examples say together, and codes lend each other."""
        leaves = slice(len(self._leaves))
        mixed = (1 - _NEAREST) * _even(scores, _FAINT)
        mixed += _NEAREST * _even(nearest.alike, _FAINT_ALIKE)
        mixed[:, leaves] += _KIN * mixed[:, leaves] @ self._kin
        mixed *= _SHARPNESS
        mixed[:, len(self._leaves) :] += _NO_LEAF
        return mixed

    def _evidence(self, prepared: Prepared, learnt: Linear | None) -> Evidence:
        trained = self._trained
        model = trained.model + learnt if learnt else trained.model
        return Evidence(prepared.texts, prepared.nearest, self._shown, trained.featurizer, model)

    def _evidence_across(self, prepared: Prepared) -> Evidence:
        trained, shown = self._trained, self._shown_across
        nearest = shown.nearest(prepared.features.meaning)
        return Evidence(prepared.texts, nearest, shown, trained.featurizer, trained.across)

    @cached_property
    def _trained(self) -> Trained:
        return trained(self._examples, self._embedder, self._shelf)

    @cached_property
    def _shown(self) -> Examples:
        return self._examples_by(lambda e: e.target, self._trained.levels.size)

    @cached_property
    def _shown_across(self) -> Examples:
        return self._examples_by(lambda e: e.across, len(self._across))

    def _examples_by(self, number_of: Callable[[Example], int | None], count: int) -> Examples:
        """The examples that are shown, by a number of theirs."""
        shown = [e for e in self._examples if e.shown]
        rows = [[n for n, e in enumerate(shown) if number_of(e) == at] for at in range(count)]
        return Examples([e.text for e in shown], rows, self._trained.shown)


def _kin(codebook: Codebook) -> Scores:
    """Leaves x leaves: the share that a leaf has in the mean of those under the other's part."""
    parts = [code.parent for code in codebook.leaves]
    same = np.array([one == other for one in parts for other in parts], np.float32)
    square = same.reshape(len(parts), len(parts))
    return np.asarray(square / square.sum(axis=0), np.float32)


def _even(scores: Scores, faint: float) -> Scores:
    """The scores of each text about 0, in standard deviations, which are hardly below `faint`."""
    spread = np.hypot(scores.std(axis=1, keepdims=True), np.float32(faint))
    return np.asarray((scores - scores.mean(axis=1, keepdims=True)) / spread)


def _likely(levels: Scores) -> Scores:
    """The targets' probabilities."""
    powers = np.exp(levels - levels.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))
