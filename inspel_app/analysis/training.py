"""What the suggester learns from a codebook alone: worked out once, and kept if one likes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from inspel_app.analysis.features import Featurizer, Linear, Scores, ridge
from inspel_app.analysis.protocols import Embedder, Vectors
from inspel_app.domain.coding import Codebook

Arrays = Mapping[str, NDArray[Any]]
"""What was learnt, as a file can keep it."""

VERSION = 1
"""Counted up when a codebook is learnt from otherwise than before."""
_TERM_WEIGHT = 0.8
"""Weight in training of a term of weight 1, where an example has 1; by cross-validation."""


class Shelf(Protocol):
    """Where what was learnt from a codebook is kept, to be found again the next time."""

    def found(self) -> Arrays | None:
        """What was kept; None where there is nothing."""
        ...

    def keep(self, arrays: Arrays) -> None:
        """Keep it, if that can be done."""
        ...


class Example(NamedTuple):
    """A text to learn from, and the number of the target that it concerns."""

    text: str
    target: int
    weight: float
    shown: bool = False
    """Whether to compare texts with it: a point like them, or all there is of a code."""


@dataclass(frozen=True)
class Trained:
    """`levels` is one figure per target, `shown` a row for each example that is shown."""

    featurizer: Featurizer
    model: Linear
    levels: Scores
    shown: Vectors

    def arrays(self) -> Arrays:
        """All of it but the embedder."""
        return {
            **self.featurizer.arrays(),
            "meaning": self.model.meaning,
            "letters": self.model.letters,
            "levels": self.levels,
            "shown": self.shown,
        }


def examples_of(codebook: Codebook) -> Iterator[Example]:
    """The training texts; what is neither leaf nor above one is the last target."""
    number = {code.id: n for n, code in enumerate(codebook.leaves)}
    for code in codebook.codes:
        if code.id not in number and codebook.children(code.id):
            continue
        target = number.get(code.id, len(number))
        yield Example(f"{code.title}. {code.description}", target, 1.0, not code.examples)
        yield from (Example(text, target, 1.0, shown=True) for text in code.examples)
        yield from (Example(t.text, target, _TERM_WEIGHT * t.weight) for t in code.terms)


def trained(examples: Sequence[Example], embedder: Embedder, shelf: Shelf | None) -> Trained:
    """What is learnt from texts, at least one; found on the shelf, or else put there."""
    kept = shelf.found() if shelf else None
    if kept is not None:
        model = Linear(kept["meaning"], kept["letters"])
        return Trained(Featurizer.of(embedder, kept), model, kept["levels"], kept["shown"])
    learnt = _learnt(examples, embedder)
    if shelf:
        shelf.keep(learnt.arrays())
    return learnt


def _learnt(examples: Sequence[Example], embedder: Embedder) -> Trained:
    numbers = np.array([e.target for e in examples])
    weights = np.array([e.weight for e in examples], np.float32)
    targets = np.eye(numbers.max() + 1, dtype=np.float32)[numbers]
    levels = np.average(targets, axis=0, weights=weights).astype(np.float32)
    featurizer, features = Featurizer.made_of(embedder, [e.text for e in examples])
    model = ridge(features, targets - levels, weights)
    return Trained(featurizer, model, levels, features.meaning[[e.shown for e in examples]])
