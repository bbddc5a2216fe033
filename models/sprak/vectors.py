"""Vectors of words by the words around them: what stands between the same neighbours is alike.

They tell the pipeline of words that its few annotated sentences lack.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.utils.extmath import randomized_svd

from models.kodare.corpus import records

_SOURCES = ("g0vse", "interpellationer")
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’:][^\W\d_]+)*|\d+|[^\w\s]")
_EDGE = ""
"""Stands between two paragraphs."""
_WORDS, _NEIGHBOURS, _COLUMNS = 25_000, 2_000, 64
_OFFSETS = (-2, -1, 1, 2)
_SMOOTHING = 0.75
"""Takes from the weight of rare neighbours."""


class WordVectors(NamedTuple):
    """Words in lower case and a row of length 1 for each."""

    words: list[str]
    rows: NDArray[np.float32]


def learn_vectors(folder: Path) -> WordVectors:
    """The vectors of the commonest words in `<source>.jsonl.gz` of the folder."""
    numbers, words = _numbered(_paragraphs(folder))
    counts = np.bincount(numbers)
    order = np.argsort(-counts, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(order.size)
    ranks = rank[numbers]
    table = sparse.hstack([_weighed(_neighbours(ranks, offset)) for offset in _OFFSETS])
    left, values, _ = randomized_svd(table.tocsr(), _COLUMNS, random_state=1)
    rows = left * np.sqrt(values)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    kept = [n for n, word in enumerate(order[:_WORDS]) if words[word].isalpha()]
    return WordVectors([words[order[n]] for n in kept], rows[kept].astype(np.float32))


def text_words(folder: Path) -> frozenset[str]:
    """All words in the texts."""
    return frozenset(word for text in _paragraphs(folder) for word in _TOKEN.findall(text))


def _paragraphs(folder: Path) -> Iterable[str]:
    for source in _SOURCES:
        for record in records(folder, source):
            yield from (text.lower() for _, text in record["blocks"])


def _numbered(texts: Iterable[str]) -> tuple[NDArray[np.int32], Sequence[str]]:
    """All words in a row as numbers, and the words by their numbers."""
    known: dict[str, int] = {_EDGE: 0}
    parts = [[known.setdefault(w, len(known)) for w in _TOKEN.findall(t)] + [0] for t in texts]
    return np.concatenate([np.array(part, np.int32) for part in parts]), list(known)


def _neighbours(ranks: NDArray[np.int64], offset: int) -> sparse.csr_matrix:
    """How often each word has each common one so far after it."""
    here, there = (
        (ranks[:-offset], ranks[offset:]) if offset > 0 else (ranks[-offset:], ranks[:offset])
    )
    kept = (here < _WORDS) & (there < _NEIGHBOURS)
    here, there = here[kept], there[kept]
    shape = (_WORDS, _NEIGHBOURS)
    return sparse.csr_matrix((np.ones(here.size, np.float32), (here, there)), shape)


def _weighed(seen: sparse.csr_matrix) -> sparse.csr_matrix:
    """How much oftener than by chance, as logarithms, never below 0 (PPMI)."""
    words = np.asarray(seen.sum(axis=1)).ravel()
    others = np.asarray(seen.sum(axis=0)).ravel() ** _SMOOTHING
    others /= others.sum()
    found = seen.tocoo()
    chance = words[found.row] * others[found.col]
    found.data = np.maximum(np.log(found.data / chance), 0).astype(np.float32)
    found.eliminate_zeros()
    return found.tocsr()
