"""Themes as islands on a map: like ones near each other, each point drawn towards those it is like.

The themes' middles are laid out by multidimensional scaling, in steps of SMACOF (de Leeuw 1977):
distances on the map come as near as they can to those between what the themes mean. Each point then
lies by its own theme and by the few themes that it is nearest to, so that one that may belong
elsewhere is seen between them.
"""

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]
Places = NDArray[np.float64]

_ANCHORS = 800
"""The largest themes are laid out by each other, at most so many; the others by them."""
_STEPS = 100
_NEAREST = 6
_SHARP = 0.06
"""The likeness by which a theme draws e times as hard as another."""
_OWN = 0.55
"""How much of a point's place is its own theme's."""
_ISLAND = 0.05
"""How far apart the points of a theme lie, on a map of 1 each way."""
_TOUCHING = 1e-9
_BLOCK = 4096


def laid_out(rows: Rows, themes: NDArray[np.intp]) -> Places:
    """A place for each row, at most 1 each way; `themes` number the rows' themes from 0.

    Rows are what the points mean, of length 1. The same rows get the same places. They are changed
    where they lie, for of many a copy is large.
    """
    if not rows.size:
        return np.zeros((len(rows), 2))
    middles, sizes = _middles(rows, themes)
    anchors = np.sort(np.argsort(-sizes, kind="stable")[:_ANCHORS])
    at = _scaled(_scaling(middles[anchors]))
    islands = _drawn(middles, middles[anchors], at)
    islands[anchors] = at
    drawn = _drawn(rows, middles[anchors], at)
    for n in range(0, len(rows), _BLOCK):
        rows[n : n + _BLOCK] -= middles[themes[n : n + _BLOCK]]
    apart = _scaled(_flat(rows))
    return _scaled(_OWN * islands[themes] + (1 - _OWN) * drawn + _ISLAND * apart)


def _middles(rows: Rows, themes: NDArray[np.intp]) -> tuple[Rows, NDArray[np.intp]]:
    sizes = np.bincount(themes)
    sums = np.zeros((len(sizes), rows.shape[1]), np.float32)
    np.add.at(sums, themes, rows)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    return sums / np.maximum(lengths, np.finfo(np.float32).tiny), sizes


def _scaling(middles: Rows) -> Places:
    """Places whose distances are as near as can be to how unlike the middles are."""
    unlike = np.asarray(1 - middles @ middles.T, np.float64)
    at = _flat(middles.copy())
    for _step in range(_STEPS):
        squares = (at * at).sum(axis=1)
        far = np.sqrt(np.maximum(squares[:, None] + squares - 2 * at @ at.T, 0))
        pull = np.divide(unlike, far, out=np.zeros_like(far), where=far > _TOUCHING)
        np.fill_diagonal(pull, 0)
        at = (pull.sum(axis=1)[:, None] * at - pull @ at) / len(at)
    return at


def _drawn(rows: Rows, anchors: Rows, at: Places) -> Places:
    """Between the places of the anchors that each row is nearest to, the nearer the more alike."""
    return np.concatenate(
        [_between(rows[n : n + _BLOCK] @ anchors.T, at) for n in range(0, len(rows), _BLOCK)]
    )


def _between(alike: Rows, at: Places) -> Places:
    few = min(_NEAREST, len(at))
    nearest = np.argpartition(-alike, few - 1, axis=1)[:, :few]
    near = np.take_along_axis(alike, nearest, axis=1)
    weights = np.exp((near - near.max(axis=1, keepdims=True)) / _SHARP)
    weights /= weights.sum(axis=1, keepdims=True)
    return np.asarray((weights[:, :, None] * at[nearest]).sum(axis=1), np.float64)


def _flat(rows: Rows) -> Places:
    """The rows in the two directions in which they differ most.

    They are changed where they lie. The sign of a direction is arbitrary; here its largest figure
    is positive.
    """
    rows -= rows.mean(axis=0)
    _values, directions = np.linalg.eigh(np.asarray(rows.T @ rows, np.float64))
    flat = rows @ directions[:, -1:-3:-1].astype(np.float32)
    peaks = flat[np.abs(flat).argmax(axis=0), np.arange(2)]
    return np.asarray(flat * np.where(peaks < 0, -1, 1), np.float64)


def _scaled(at: Places) -> Places:
    """The places at most 1 each way from the middle."""
    centred = at - (at.max(axis=0) + at.min(axis=0)) / 2
    return np.asarray(centred / np.maximum(np.abs(centred).max(axis=0), _TOUCHING), np.float64)
