"""Long straight runs of ink in a picture."""

import numpy as np

from inspel_app.reading.scan_page import Mask

_SAMPLES = 8
"""So many dots of each run tell in which lines of dots there may be any."""


def runs(mask: Mask, length: int, axis: int) -> Mask:
    """The dots that stand in unbroken runs of at least `length` along an axis; all do of 0 or 1."""
    length = max(length, 1)
    lying = mask if axis else mask.T
    kept = np.zeros_like(lying)
    step = max(1, length // _SAMPLES)
    some = _begun(lying[:, ::step], length // step).any(axis=1)  # seldom many: text has none
    begun = _begun(lying[some], length)
    if begun.size:
        kept[some] = _continued(begun, length)
    return kept if axis else kept.T


def _begun(mask: Mask, length: int) -> Mask:
    """Where runs of so many dots to the right begin."""
    covered = 1
    while covered < length:  # each round doubles how far the dots after it are known to be ink
        step = min(covered, length - covered)
        mask = mask[:, :-step] & mask[:, step:]
        covered += step
    return mask


def _continued(begun: Mask, length: int) -> Mask:
    """The runs of so many dots that begin there."""
    kept = np.pad(begun, ((0, 0), (0, length - 1)))
    covered = 1
    while covered < length:
        step = min(covered, length - covered)
        kept[:, step:] |= kept[:, :-step].copy("K")
        covered += step
    return kept


def thickened(mask: Mask, axis: int) -> Mask:
    """The mask with each dot's two neighbours along an axis."""
    wider = mask.copy()
    if axis:
        wider[:, 1:] |= mask[:, :-1]
        wider[:, :-1] |= mask[:, 1:]
    else:
        wider[1:] |= mask[:-1]
        wider[:-1] |= mask[1:]
    return wider
