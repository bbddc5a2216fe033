"""Evens out the light of a scanned or photographed page, and tells blank pages."""

from functools import reduce

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

from inspel_app.reading.scan_page import INK, Grey, Mask, grey

_CELL = 8
"""The background is measured in cells of so many pixels across."""
_REACH = 9
"""The lightest of so many cells across is paper: letters and lines are narrower."""
_DARKEST_PAPER = 60
"""What is darker all around is a picture, not paper in the shade."""
_NIGHT = 96
"""Where three quarters of a page are darker, and its light dots stand out, they are the letters."""
_BLACK, _FADED, _WHITE = 0.25, 0.7, 0.92
"""Shares of the paper's lightness that become black, at least and at most, and white: noise falls
outside."""
_INKED = 0.5
"""Per cent of a page with writing that its ink covers at least: the darkest dots are ink."""
_VISIBLE = 0.8
"""What is lighter is paper: nothing is written, or too little to tell how dark ink is."""
_SPECKED, _FAINTEST = 0.05, 0.88
"""Where no more dots than this per cent are darker than that, all ink is faint."""
_SPARSE = 5
"""So many dots each way, one is enough to tell how dark ink is."""
_DARK, _LIGHT, _BILEVEL = 16, 239, 0.995
"""So large a share of pure black and white makes a fax, in which there is no light to even out."""
_PAIR, _SURROUNDED = 2, 8
"""So many dots of nine, the middle one counted, are black around a speck and around a pinhole."""
LOOK = 75.0
"""At so many dots per inch a page shows where its ink is, and noise is gone."""
_BLANK = 25
"""So few dots of ink, at that resolution, are specks: three short words have more."""
_EDGE = 0.03
"""The share of the page along its edges where a scanner leaves shadows."""


def positive(image: Image.Image) -> Image.Image:
    """The page with dark letters on light paper, also where it is printed the other way round."""
    few, half, most, almost = np.percentile(grey(image)[::_SPARSE, ::_SPARSE], (1, 50, 75, 99))
    negative = most < _NIGHT and almost - half > half - few
    return ImageOps.invert(image) if negative else image


def evened(image: Image.Image) -> Image.Image:
    """The page with white paper everywhere, without shadows; a fax only loses its specks."""
    pixels = grey(image)
    if np.count_nonzero((pixels < _DARK) | (pixels > _LIGHT)) >= _BILEVEL * pixels.size:
        return _without_specks(image, pixels < INK)
    small = Image.fromarray(_lightest_around(grey(image.reduce(_CELL))))
    paper = small.filter(ImageFilter.GaussianBlur(_REACH / 2)).resize(
        image.size, Image.Resampling.BILINEAR
    )
    share = pixels / np.maximum(grey(paper), _DARKEST_PAPER).astype(np.float32)
    black = _black(share[::_SPARSE, ::_SPARSE])
    share -= black
    share *= 255 / (_WHITE - black)
    return Image.fromarray(np.clip(share, 0, 255, out=share).astype(np.uint8))


def _lightest_around(cells: Grey) -> Grey:
    """For each cell the lightest within reach; Pillow's own filter is a hundred times slower."""
    padded = np.pad(cells, _REACH // 2, mode="edge")
    for _ in ("down", "across"):
        height = len(padded) - _REACH + 1
        padded = reduce(np.maximum, (padded[i : i + height] for i in range(_REACH))).T
    return padded


def _black(share: NDArray[np.floating]) -> float:
    """The share of the paper's lightness that is to be black: more where the ink has faded."""
    for least, faintest in ((_INKED, _VISIBLE), (_SPECKED, _FAINTEST)):
        darkest, middle, lightest = np.percentile(share, (least, 50, 100 - least))
        ink = darkest + (lightest - middle)  # noise is as much on both sides of the paper
        if ink < faintest:
            return float(np.clip(ink, _BLACK, _FADED))
    return _BLACK


def _without_specks(image: Image.Image, mask: Mask) -> Image.Image:
    """The fax without black dots that stand alone or in pairs, and without pinholes in letters."""
    around = np.pad(mask, 1).astype(np.uint8)
    around = around[:-2] + around[1:-1] + around[2:]
    around = around[:, :-2] + around[:, 1:-1] + around[:, 2:]
    specks, holes = mask & (around <= _PAIR), ~mask & (around >= _SURROUNDED)
    if not (specks | holes).any():
        return image
    return Image.fromarray(np.where((mask & ~specks) | holes, 0, 255).astype(np.uint8))


def ink(image: Image.Image, dpi: float, lightest: int = INK) -> tuple[Mask, int]:
    """Where an evened page has ink, coarsely, and how many pixels each dot stands for."""
    factor = max(1, round(dpi / LOOK))
    return grey(image.reduce(factor)) < lightest, factor


def is_blank(image: Image.Image, dpi: float) -> bool:
    """Whether nothing is written on an evened page."""
    mask, _ = ink(image, dpi)
    height, width = mask.shape
    y, x = round(_EDGE * height), round(_EDGE * width)
    return bool(np.count_nonzero(mask[y : height - y, x : width - x]) < _BLANK)
