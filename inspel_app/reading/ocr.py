"""What a program that reads text out of pictures offers."""

from dataclasses import dataclass
from typing import Protocol

from PIL import Image


class OcrFailure(Exception):  # noqa: N818 - it may be the page's fault
    """One page could not be read: it took too long, or the program gave up."""


@dataclass(frozen=True, slots=True)
class OcrWord:
    """A word in a picture: its box in pixels, and how sure (0-1) the reading of it is.

    `line` is a number that the words of one printed line have in common.
    """

    text: str
    confidence: float
    left: int
    top: int
    right: int
    bottom: int
    line: int


class OcrEngine(Protocol):
    """Reads the words of one upright page."""

    @property
    def name(self) -> str:
        """Program, version and settings: the same name gives the same words.

        Raises:
            MissingComponentError: the program or its language is not installed.
        """
        ...

    def words(self, image: Image.Image, dpi: float, seconds: float) -> list[OcrWord]:
        """The words of a grey picture, in reading order, within so many seconds.

        Raises:
            MissingComponentError: the program or its language is not installed.
            OcrFailure: this page cannot be read.
        """
        ...
