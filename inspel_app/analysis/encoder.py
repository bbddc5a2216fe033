"""Texts to vectors by a table of vectors that was trained on Swedish public texts.

What it was trained on, how and how well it does stands in models/kodare/KORT.md. Training goes
through the same `Lexicon`, so that both take texts apart alike.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from inspel_app.analysis.protocols import Vectors

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")
_COMMON = 1e-3
"""A word that makes up this share of all words weighs half as much as a rare one."""
_GRAMS, _PARTS = 0.5, 0.5
"""What a word's n-grams count for together, and each part of a compound, where the word is 1."""
_SHORTEST_WITH_GRAMS = 4
_PART = 4
"""The letters of the shortest part of a compound."""
_SEEN = 10
"""So often a part must stand as a word of its own."""
_REMEMBERED = 50_000
"""Words whose vectors are kept: 50 MB."""


def tokens(text: str) -> list[str]:
    """The words and numbers of a text in lower case."""
    return _TOKEN.findall(text.lower())


def grams(word: str, lengths: Sequence[int]) -> Iterator[str]:
    """The runs of letters of a word with its ends marked: "by" -> "<by", "by>"."""
    marked = f"<{word}>"
    for length in lengths:
        for start in range(len(marked) - length + 1):
            yield marked[start : start + length]


class Feature(NamedTuple):
    """A row of the table and its weight within a word."""

    row: int
    weight: float


class Lexicon:
    """Which rows of the table a word is the sum of: its own, its n-grams', its parts'."""

    def __init__(self, counts: Mapping[str, int], grams: Sequence[str], total: int) -> None:
        """The rows are those of the words in `counts`, and then of `grams`.

        `total` is the number of words that were counted, those without a row too.
        """
        self.counts, self.grams, self.total = counts, grams, total
        self._words = {word: row for row, word in enumerate(counts)}
        self._grams = {gram: len(counts) + row for row, gram in enumerate(grams)}
        self._lengths = sorted(set(map(len, grams)))

    def __len__(self) -> int:
        """The number of rows."""
        return len(self._words) + len(self._grams)

    def weight(self, word: str) -> float:
        """What a word counts for in a text: 0 to 1, a common one less than a rare one."""
        return _COMMON / (_COMMON + self.counts.get(word, 0) / self.total)

    def features(self, word: str) -> list[Feature]:
        """The rows of a word, their weights of length 1 together; none for a strange one."""
        found = [Feature(self._words[word], 1.0)] if word in self._words else []
        if len(word) >= _SHORTEST_WITH_GRAMS:
            rows = [self._grams[g] for g in grams(word, self._lengths) if g in self._grams]
            found += [Feature(row, _GRAMS / math.sqrt(len(rows))) for row in rows]
        found += [Feature(self._words[part], _PARTS) for part in self.parts(word)]
        length = math.hypot(*(weight for _, weight in found))
        return [Feature(row, weight / length) for row, weight in found]

    def parts(self, word: str) -> tuple[str, ...]:
        """The two known words that a compound is best made of, or none."""
        best = 0.0
        found: tuple[str, ...] = ()
        for cut in range(_PART, len(word) - _PART + 1):
            last = word[cut:]
            if self.counts.get(last, 0) < _SEEN:
                continue
            for first in (word[:cut].removesuffix("s"), word[:cut]):
                seen = min(self.counts.get(first, 0), self.counts[last])
                worth = math.log(max(1, seen)) + 0.3 * min(len(first), len(last))
                if len(first) >= _PART and seen >= _SEEN and worth > best:
                    best, found = worth, (first, last)
        return found


class SentenceEncoder:
    """An `Embedder` of its own kind: what a text is about, also in other words.

    Texts stand as near each other as those that are found in one document, under one heading.
    """

    def __init__(self, path: Path) -> None:
        """`path`: a model file whose checksum is known to be right; read when first needed."""
        self._path = path
        self._remembered: dict[str, Vectors] = {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One unit row per text, zeros for one without known words; the order changes nothing."""
        rows = np.zeros((len(texts), self._model.mean.size), np.float32)
        for number, text in enumerate(texts):
            rows[number] = self._row(text)
        return rows

    def knows(self, word: str) -> bool:
        """Whether a word in lower case, or the two that it is made of, were in what it learnt."""
        lexicon = self._model.lexicon
        return word in lexicon.counts or bool(lexicon.parts(word))

    def _row(self, text: str) -> Vectors:
        row = np.zeros(self._model.mean.size, np.float32)
        for word, count in Counter(tokens(text)).items():
            row += self._vector(word) * np.float32(1 + math.log(count))
        return _unit(_unit(row) - self._model.mean) if row.any() else row

    @cached_property
    def _model(self) -> "Model":
        return Model.load(self._path)

    def _vector(self, word: str) -> Vectors:
        """The word's vector, as long as its weight in a text makes it."""
        found = self._remembered.get(word)
        if found is None:
            if len(self._remembered) == _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[word] = self._model.vector(word)
        return found


class Model(NamedTuple):
    """A model file: `table` is rows x columns of whole numbers, `scale` the unit of each row."""

    lexicon: Lexicon
    table: NDArray[np.int8]
    scale: NDArray[np.float32]
    mean: NDArray[np.float32]

    @classmethod
    def load(cls, path: Path) -> "Model":
        """Read a file in the safetensors format; the table stays on disk until it is used."""
        data = np.memmap(path, np.uint8, "r")
        start = 8 + int(data[:8].view("<u8")[0])
        header = json.loads(bytes(data[8:start]))
        total = int(header.pop("__metadata__")["total"])
        part = {
            name: data[start + told["data_offsets"][0] : start + told["data_offsets"][1]]
            .view(_TYPES[told["dtype"]])
            .reshape(told["shape"])
            for name, told in header.items()
        }
        words, grams = (bytes(part[name]).decode().split("\n") for name in ("words", "grams"))
        counts = dict(zip(words, part["counts"].tolist(), strict=True))
        return cls(Lexicon(counts, grams, total), part["table"], part["scale"], part["mean"])

    def vector(self, word: str) -> Vectors:
        """The sum of the word's rows by their weights, times the word's own."""
        features = self.lexicon.features(word)
        rows = [row for row, _ in features]
        weights = np.array([weight for _, weight in features], np.float32)
        weights *= self.scale[rows] * np.float32(self.lexicon.weight(word))
        return np.asarray((weights[:, None] * self.table[rows]).sum(axis=0), np.float32)


def _unit(row: Vectors) -> Vectors:
    # as np.linalg.norm has it, and three times as fast
    return np.asarray(row / np.sqrt(row.dot(row)), np.float32)


_TYPES = {"U8": "<u1", "I8": "<i1", "I32": "<i4", "F32": "<f4"}
"""What the format calls the types of numbers, and what numpy calls them."""
