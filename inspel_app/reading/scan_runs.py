"""Long straight runs of ink in a picture."""

import numpy as np

from inspel_app.reading.scan_page import Mask


def runs(mask: Mask, length: int, axis: int) -> Mask:
    """The dots that stand in unbroken runs of at least `length` along an axis."""
    lying = mask if axis else mask.T
    if length > lying.shape[1]:
        return np.zeros_like(mask)
    begun = lying
    covered = 1
    while covered < length:  # each round doubles how far the dots after it are known to be ink
        step = min(covered, length - covered)
        begun = begun[:, :-step] & begun[:, step:]
        covered += step
    kept = np.zeros_like(lying)
    kept[:, : begun.shape[1]] = begun
    covered = 1
    while covered < length:
        step = min(covered, length - covered)
        kept[:, step:] |= kept[:, :-step].copy()
        covered += step
    return kept if axis else kept.T


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
