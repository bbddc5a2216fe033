"""Trains the sentence encoder: `python -m models.kodare.train DATA`.

A text is a sum of words, a word a sum of features, and each feature has a row in the table.
Each step draws pairs of texts that belong together and moves the rows so that every text comes
nearer its own partner than all others of the batch (InfoNCE both ways; Adagrad, one rate a row).
"""

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from inspel_app.analysis.encoder import Lexicon, grams
from models.kodare.corpus import Corpus, Words
from models.kodare.pack import pack, write
from models.kodare.pairs import Pair, PairSampler

Table = NDArray[np.float32]
Sparse: TypeAlias = Any
"""A matrix of scipy's, which has no types."""
_WARM_UP = 20
"""Steps until the rate is at its highest."""
_LOWEST_RATE = 0.02
"""What is left of the rate in the last step."""
_REPORT = 250
_SAMPLE = 8000
"""Paragraphs whose mean and common directions are taken out."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that can be chosen; each figure was tried, see the card."""

    words: int = 40_000
    rarest: int = 3
    grams: int = 70_000
    gram_lengths: tuple[int, ...] = (4, 5)
    columns: int = 192
    steps: int = 2000
    batch: int = 512
    scale: float = 8.0
    """What cosines are multiplied by before the softmax: a high one wants sharper contrasts."""
    rate: float = 0.1
    dropout: float = 0.1
    seed: int = 1


def make_lexicon(names: Sequence[str], counts: NDArray[np.int64], recipe: Recipe) -> Lexicon:
    """The commonest words and n-grams of the corpus."""
    common = [int(n) for n in np.argsort(-counts, kind="stable")[: recipe.words]]
    rows = {names[n]: int(counts[n]) for n in common if counts[n] >= recipe.rarest}
    seen: dict[str, float] = defaultdict(float)
    for word, count in zip(names, counts.tolist(), strict=True):
        if len(word) >= min(recipe.gram_lengths) and count > 1:
            for gram in set(grams(word, recipe.gram_lengths)):
                seen[gram] += math.log(1 + count)
    ordered = sorted(seen, key=lambda gram: (-seen[gram], gram))
    return Lexicon(rows, ordered[: recipe.grams], int(counts.sum()))


class _Pass(NamedTuple):
    """Texts x words, words x rows of the table, and what came out of them."""

    bags: Sparse
    words: Sparse
    units: Table
    lengths: Table


class Trainer:
    """The table in the making."""

    def __init__(self, lexicon: Lexicon, names: Sequence[str], recipe: Recipe) -> None:
        self._recipe = recipe
        self._features = _feature_matrix(lexicon, names)
        self._weights = np.array([lexicon.weight(word) for word in names], np.float32)
        random = np.random.default_rng(recipe.seed)
        shape = (len(lexicon), recipe.columns)
        self.table = random.standard_normal(shape, np.float32) * np.float32(0.1)
        self._squares = np.full(len(lexicon), 1e-8, np.float32)

    def units(self, texts: Sequence[Words]) -> Table:
        """A row of length 1 for each text; zeros for one without known words."""
        return self._forward(texts).units

    def step(self, pairs: Sequence[Pair], progress: float) -> float:
        """Learn from a batch; `progress` (0-1) lowers the rate. Gives the loss."""
        done = self._forward([p.left for p in pairs] + [p.right for p in pairs])
        loss, slope = contrast(done.units, self._recipe.scale)
        along = (slope * done.units).sum(axis=1, keepdims=True)
        slope = (slope - along * done.units) / done.lengths
        self._descend(done.words, done.bags.T.tocsr() @ slope, progress)
        return loss

    def _forward(self, texts: Sequence[Words]) -> "_Pass":
        every = self._bags(texts)
        used, columns = np.unique(every.indices, return_inverse=True)
        bags = sparse.csr_matrix((every.data, columns, every.indptr), (len(texts), used.size))
        words = self._features[used]
        sums = bags @ (words @ self.table)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True) + np.float32(1e-6)
        return _Pass(bags, words, sums / lengths, lengths)

    def _bags(self, texts: Sequence[Words]) -> Sparse:
        """Texts x words: the words' weights by how often they stand there."""
        starts = np.cumsum([0, *(t.size for t in texts)])
        numbers = np.concatenate(texts)
        shape = (len(texts), self._weights.size)
        bags = sparse.csr_matrix((np.ones(numbers.size, np.float32), numbers, starts), shape)
        bags.sum_duplicates()
        bags.data = (1 + np.log(bags.data)) * self._weights[bags.indices]
        return bags

    def _descend(self, words: Sparse, slope: Table, progress: float) -> None:
        """Move the rows that the words are made of; `slope` is that of the words' sums."""
        rows, columns = np.unique(words.indices, return_inverse=True)
        made_of = sparse.csr_matrix((words.data, columns, words.indptr), (len(slope), rows.size))
        change = made_of.T.tocsr() @ slope
        self._squares[rows] += np.einsum("rc,rc->r", change, change) / change.shape[1]
        warm = min(1.0, (1 + progress * self._recipe.steps) / _WARM_UP)
        rate = self._recipe.rate * max(_LOWEST_RATE, 1 - progress) * warm
        change *= (np.float32(rate) / np.sqrt(self._squares[rows]))[:, None]
        self.table[rows] -= change


def contrast(units: Table, scale: float) -> tuple[float, Table]:
    """The loss and its slope, where row n and row half + n belong together."""
    half = len(units) // 2
    left, right = units[:half], units[half:]
    alike = left @ right.T * np.float32(scale)
    own = np.arange(half)
    forth, back = _softmax(alike, axis=1), _softmax(alike, axis=0)
    loss = -(np.log(forth[own, own] + 1e-9) + np.log(back[own, own] + 1e-9)).mean() / 2
    slope = (forth + back) / np.float32(2 * half)
    slope[own, own] -= np.float32(1 / half)
    slope *= np.float32(scale)
    return float(loss), np.concatenate([slope @ right, slope.T @ left])


def _softmax(values: Table, axis: int) -> Table:
    powers = np.exp(values - values.max(axis=axis, keepdims=True))
    return np.asarray(powers / powers.sum(axis=axis, keepdims=True), np.float32)


def _feature_matrix(lexicon: Lexicon, names: Iterable[str]) -> Sparse:
    """Words x rows of the table."""
    found = [lexicon.features(word) for word in names]
    starts = np.cumsum([0, *map(len, found)])
    rows = np.array([row for features in found for row, _ in features], np.int32)
    weights = np.array([weight for features in found for _, weight in features], np.float32)
    return sparse.csr_matrix((weights, rows, starts), (len(found), len(lexicon)))


def train(corpus: Corpus, recipe: Recipe) -> bytes:
    """The content of the model file."""
    names, counts = corpus.names, corpus.counts()
    lexicon = make_lexicon(names, counts, recipe)
    trainer = Trainer(lexicon, names, recipe)
    sampler = PairSampler(corpus, counts, recipe.dropout, recipe.seed)
    for step in range(recipe.steps):
        loss = trainer.step(sampler.batch(recipe.batch), step / recipe.steps)
        if step % _REPORT == 0:
            print(f"step {step}: loss {loss:.3f}", flush=True)  # noqa: T201 - a command's output
    return pack(lexicon, trainer.table, trainer.units(sampler.texts(_SAMPLE)))


if __name__ == "__main__":
    content = train(Corpus(Path(sys.argv[1])), Recipe())
    write(Path(__file__).with_name("kodare.safetensors"), content)
