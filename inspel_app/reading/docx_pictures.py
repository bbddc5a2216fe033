"""The pictures in a Word file's drawings: which part holds each, and how large it is shown."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from inspel_app.reading.docx_names import VML, WP, A, R, number
from inspel_app.reading.pictures import points, telling

_POINT = 12_700
"""Word's units of length to a point."""
_STYLE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([^;]+)")


class Drawn(NamedTuple):
    """A picture by its relation's id (empty where it lies elsewhere), and its size in points."""

    relation: str
    width: float
    height: float


def drawn(drawing: _Element) -> Iterator[Drawn]:
    """The pictures of a `w:drawing` or, of the older kind, a `w:pict`."""
    extent = next(drawing.iter(WP + "extent"), None)
    if extent is not None:
        width, height = (number(extent.get(side), 0) / _POINT for side in ("cx", "cy"))
        for blip in drawing.iter(A + "blip"):
            yield Drawn(blip.get(R + "embed", ""), width, height)
    for data in drawing.iter(VML + "imagedata"):
        shape = data.getparent()
        style = "" if shape is None else shape.get("style", "")
        sides = {side: points(length) for side, length in _STYLE.findall(style)}
        yield Drawn(data.get(R + "id", ""), sides.get("width", 0.0), sides.get("height", 0.0))


def alternative(drawing: _Element) -> str:
    """What a person wrote about the drawing for those who cannot see it."""
    return telling(" ".join(p.get("descr", "") for p in drawing.iter(WP + "docPr")))
