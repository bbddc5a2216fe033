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

VERSION = 3
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
    across: int | None = None
    """The number of its code among those that `told_across` gives."""


@dataclass(frozen=True)
class Trained:
    """`levels` is one figure per target, `shown` a row for each example that is shown.

    `across` tells how far a text concerns each code that cuts across, whatever else it does.
    """

    featurizer: Featurizer
    model: Linear
    levels: Scores
    shown: Vectors
    across: Linear
    across_levels: Scores

    def arrays(self) -> Arrays:
        """All of it but the embedder."""
        return {
            **self.featurizer.arrays(),
            "meaning": self.model.meaning,
            "letters": self.model.letters,
            "levels": self.levels,
            "shown": self.shown,
            "across_meaning": self.across.meaning,
            "across_letters": self.across.letters,
            "across_levels": self.across_levels,
        }


def examples_of(codebook: Codebook) -> Iterator[Example]:
    """The training texts; what is neither leaf nor above one is the last target.

    An example that stands under a leaf and under what cuts across is one, of both.
    """
    number = {code.id: n for n, code in enumerate(codebook.leaves)}
    across = {code: n for n, code in enumerate(told_across(codebook))}
    beside = {t: across[c.id] for c in codebook.codes if c.id in across for t in c.examples}
    of_leaves = {text for code in codebook.leaves for text in code.examples}
    for code in codebook.codes:
        if code.id not in number and codebook.children(code.id):
            continue
        target, also = number.get(code.id, len(number)), across.get(code.id)
        told = f"{code.title}. {code.description}"
        yield Example(told, target, 1.0, not code.examples, also)
        own = [t for t in code.examples if code.id in number or t not in of_leaves]
        yield from (Example(t, target, 1.0, True, beside.get(t)) for t in own)
        yield from (
            Example(t.text, target, _TERM_WEIGHT * t.weight, False, also) for t in code.terms
        )


def told_across(codebook: Codebook) -> list[str]:
    """The ids of the codes that cut across and have examples to learn from, in order."""
    across = codebook.crosscutting
    return [c.id for c in across if c.examples and not codebook.children(c.id)]


def trained(examples: Sequence[Example], embedder: Embedder, shelf: Shelf | None) -> Trained:
    """What is learnt from texts, at least one; found on the shelf, or else put there."""
    kept = shelf.found() if shelf else None
    if kept is not None:
        return Trained(
            Featurizer.of(embedder, kept),
            Linear(kept["meaning"], kept["letters"]),
            kept["levels"],
            kept["shown"],
            Linear(kept["across_meaning"], kept["across_letters"]),
            kept["across_levels"],
        )
    learnt = _learnt(examples, embedder)
    if shelf:
        shelf.keep(learnt.arrays())
    return learnt


def _learnt(examples: Sequence[Example], embedder: Embedder) -> Trained:
    """All is solved at once; what cuts across is columns of their own, which change no other."""
    weights = np.array([e.weight for e in examples], np.float32)
    leaves = _marked([e.target for e in examples])
    targets = np.hstack([leaves, _marked([e.across for e in examples])])
    levels = np.average(targets, axis=0, weights=weights).astype(np.float32)
    featurizer, features = Featurizer.made_of(embedder, [e.text for e in examples])
    model = ridge(features, targets - levels, weights)
    own, across = slice(leaves.shape[1]), slice(leaves.shape[1], None)
    return Trained(
        featurizer,
        model.of(own),
        levels[own],
        features.meaning[[e.shown for e in examples]],
        model.of(across),
        levels[across],
    )


def _marked(numbers: Sequence[int | None]) -> Scores:
    """Examples x numbers: 1 at each one's number."""
    most = max((n for n in numbers if n is not None), default=-1)
    return np.array([[n == at for at in range(most + 1)] for n in numbers], np.float32)
