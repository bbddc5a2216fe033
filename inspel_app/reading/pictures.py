"""Pictures that stand in a document's text: what is written in them becomes text too.

A letter pasted in as a picture, or an answer given as one, is read as a scanned page is. What
cannot be read, or holds too few words to be a text, is named, so that somebody looks at it.
"""

import re
from dataclasses import replace
from hashlib import sha256

from inspel_app.domain.document import Block, Problem, Role
from inspel_app.errors import MissingComponentError, UnreadableError
from inspel_app.i18n import ngettext
from inspel_app.reading.image import dots_of, picture_page
from inspel_app.reading.limits import MAX_PICTURES
from inspel_app.reading.ocr import OcrEngine
from inspel_app.reading.scan import read_pages
from inspel_app.reading.scan_page import POINTS, Scan
from inspel_app.reading.scan_reading import PageReading, confidence
from inspel_app.reading.scan_sheet import laid_out

PICTURED = frozenset({Role.BODY, Role.TEXTBOX, Role.NOTE, Role.COMMENT})
"""Where pictures are read: in margins stand logos."""
LEAST_WIDTH, LEAST_HEIGHT = 140.0, 55.0
"""Points; what is shown smaller is a logo or an ornament: 5 x 2 cm."""
DOTS = 96.0
"""Per inch, where nothing tells how large a picture is shown."""
_FEWEST, _SUREST = 4, 0.7
"""So many words, read with so much confidence, make a text."""
_LETTERS = 2
"""A word has so many letters."""

_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 72 / DOTS, "": 72 / DOTS}
_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d{1,9})?)\s*(pt|in|cm|mm|px|)\s*", re.IGNORECASE)

_AUTOMATIC = re.compile(
    r"(?:en bild som (?:visar|innehåller)|(?:a|an) (?:picture|image|close-?up) (?:of|containing)"
    r"|bildobjekt|bild|picture|image|platshållare)\b.{0,5}$"
    r"|(?:en bild som (?:visar|innehåller)|(?:a|an) (?:picture|image) (?:of|containing))\b"
    r"|.*(?:automatiskt genererad|automatically generated|kan vara felaktigt|may be incorrect)"
    r"|\S+\.\w{3,4}$|.*[\\/]\S+\.\w{3,4}$",
    re.IGNORECASE | re.DOTALL,
)
"""Alternative texts that programs write by themselves, and names of files."""


class Pictures:
    """Reads the pictures of one document, each only once; remembers those that were not read."""

    def __init__(self, engine: OcrEngine | None) -> None:
        self._engine = engine
        self._met: set[str] = set()
        self._unread: list[int] = []
        self._missing = ""

    def blocks(self, data: bytes, width: float, height: float, page: int) -> list[Block]:
        """The text of a picture shown in so many points, 0 where nothing tells.

        There is none where it is small, or has been met before.
        """
        if not self.is_new(data):
            return []
        try:
            if not width or not height:
                width, height = (dots * POINTS / DOTS for dots in dots_of(data))
            if not is_shown_large(width, height):
                return []
            scan = picture_page(data, 1, width)
        except UnreadableError:
            self.leave(page)
            return []
        reading = self.read(scan, page)
        made = [] if reading is None else laid_out([], {1: reading})
        return [replace(b, page=page, cell=None, lines=()) for b in made]

    def is_new(self, data: bytes) -> bool:
        """Whether these bytes have not been met before."""
        digest = sha256(data).hexdigest()
        known = digest in self._met
        self._met.add(digest)
        return not known

    def read(self, scan: Scan, page: int) -> PageReading | None:
        """What is written in a picture; None where it holds no text to speak of."""
        if self._engine is not None and not self._missing and len(self._met) <= MAX_PICTURES:
            try:
                [(_number, reading)] = read_pages([(page, scan)], self._engine)
            except MissingComponentError as error:
                self._missing = error.message
            else:
                if reading is not None and _is_text(reading):
                    return reading
        self.leave(page)
        return None

    def leave(self, page: int) -> None:
        """Note that a picture on this page was not read."""
        self._unread.append(page)

    def problems(self) -> list[Problem]:
        """What is to be said about the pictures that were not read."""
        found = [Problem("program-saknas", self._missing)] if self._missing else []
        if self._unread:
            message = ngettext(
                "En bild i dokumentet är inte läst: se den i originalet (sida {pages}).",
                "{n} bilder i dokumentet är inte lästa: se dem i originalet (sida {pages}).",
                len(self._unread),
            )
            pages = ", ".join(map(str, sorted(set(self._unread))))
            found.append(Problem("bild-olast", message.format(n=len(self._unread), pages=pages)))
        return found


def points(length: str) -> float:
    """A length such as `5 cm` in points; 0 where it tells none. Without a unit it is in dots."""
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _POINTS[found[2].casefold()] if found else 0.0


def is_shown_large(width: float, height: float) -> bool:
    """Whether a picture of so many points is larger than logos are."""
    return width >= LEAST_WIDTH and height >= LEAST_HEIGHT


def telling(alternative: str) -> str:
    """The alternative text of a picture if a person wrote it to say something, else nothing."""
    text = " ".join(alternative.split())
    return "" if _AUTOMATIC.match(text) else text


def _is_text(reading: PageReading) -> bool:
    words = [w for w in reading.words if sum(map(str.isalpha, w.text)) >= _LETTERS]
    return len(words) >= _FEWEST and confidence(words) >= _SUREST
