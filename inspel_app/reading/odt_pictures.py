"""The pictures of an OpenDocument text: in its package, or in the XML itself."""

from base64 import b64decode

from lxml.etree import _Element

from inspel_app.domain.document import Block, Problem
from inspel_app.errors import UnreadableError
from inspel_app.reading.ocr import OcrEngine
from inspel_app.reading.odt_names import OFFICE, SVG, XLINK
from inspel_app.reading.package import Package
from inspel_app.reading.pictures import Pictures, points


class OdtPictures:
    """Reads the pictures of one document from its package, None for a flat file.

    The package is opened apart from that of the text, so that the room which pictures take is
    not counted from the text's.
    """

    def __init__(self, package: Package | None, engine: OcrEngine | None) -> None:
        self._package = package
        self._pictures = Pictures(engine)

    def blocks(self, image: _Element, page: int) -> list[Block]:
        """The text of a `draw:image`; none, and a doubt, where the file does not hold it."""
        frame = image.getparent()
        width, height = (
            0.0 if frame is None else points(frame.get(SVG + side, ""))
            for side in ("width", "height")
        )
        data = self._data(image)
        if data:
            return self._pictures.blocks(data, width, height, page)
        self._pictures.leave(page)
        return []

    def problems(self) -> list[Problem]:
        """What is to be said about the pictures that were not read."""
        return self._pictures.problems()

    def _data(self, image: _Element) -> bytes:
        try:
            if written := image.findtext(OFFICE + "binary-data"):
                return b64decode(written)
            return self._package.read(image.get(XLINK + "href", "")) if self._package else b""
        except (UnreadableError, ValueError):
            return b""
