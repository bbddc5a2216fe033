"""Tells the pictures of a mail apart: pages and what is pasted in, which are read, and logos."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image

from inspel_app.domain.document import Problem
from inspel_app.i18n import _
from inspel_app.reading.kinds import Kind, kind_of
from inspel_app.reading.mail_raw import RawPart

_LARGEST_LOGO = 60_000
"""Pixels; a picture in a mail's text that has no more can hardly hold a letter."""

_LARGEST_ICON = 10_000
"""Pixels; in a picture that has no more nothing can be read."""

_SHORTEST_PAGE = 400
"""Pixels; a photographed page whose shorter side is less cannot be read."""

_BANNER = 2
"""A picture that is so much wider than high is no page."""

_SMALL_FILE = 48 * 2**10
"""Bytes; of photographed pages none is so small."""

_OUTLOOK_PICTURE = re.compile(r"image\d{3}\.(?:png|jpe?g|gif)", re.IGNORECASE)
_NAMED_LOGO = re.compile(r".*logo.*\.(?:png|jpe?g|gif|bmp)", re.IGNORECASE)
_SIGNATURE_FILE = re.compile(r".+\.(?:vcf|p7s|asc|sig)", re.IGNORECASE)
_SHOWN = re.compile(r"\bcid:([^\"'>\s)]+)", re.IGNORECASE)
_CLOSE = re.compile(r"\b(?:mvh|vänligen|hälsar)\b|h(?:ä|&auml;)lsning|\bregards\b", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"\b(?:nedan\w*|(?:in)?klistra\w*|skärm(?:bild|klipp|dump)\w*|foto(?:t|n|na)?|fotograf\w*"
    r"|bild(?:en|erna)|skanna\w*|pasted|screenshot|below)\b",
    re.IGNORECASE,
)
"""Says that something stands in a picture."""

_SHORT = 40
"""Words; whoever pastes a letter in as a picture writes no more beside it."""


@dataclass
class Sorted:
    """The files of a mail: those to read, and those left out, with what is to be said of it."""

    read: list[RawPart] = field(default_factory=list)
    left_out: list[RawPart] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def pictures_shown(html: str) -> dict[str, bool]:
    """The Content-IDs of the pictures in a text, and whether each stands under its close."""
    close = _CLOSE.search(html)
    end = close.start() if close else len(html)
    return {found[1]: found.start() > end for found in _SHOWN.finditer(html)}


def sort_parts(parts: Iterable[RawPart], written: str) -> Sorted:
    """Part what is to be read from logos and visiting cards, by what the sender wrote beside.

    What was attached is read, but for logos, icons and calendars, which are listed. Of pictures in
    the text, small ones belong to it; between those and pages nobody can tell, so they are listed.
    """
    is_announced = not written.strip() or (
        len(written.split()) <= _SHORT and bool(_ANNOUNCES.search(written))
    )
    result = Sorted()
    for part in parts:
        if _SIGNATURE_FILE.fullmatch(part.name) or part.type == "text/x-vcard":
            continue
        if part.type == "text/calendar" or part.name.casefold().endswith(".ics"):
            result.left_out.append(part)
        elif not _is_in_text(part):
            (result.left_out if _is_attached_logo(part) else result.read).append(part)
        elif _is_page(part):
            result.read.append(part)
        elif not _is_logo(part):
            (result.read if is_announced else result.left_out).append(part)
            if not is_announced and not part.is_below:
                result.problems.append(_unread(part))
    return result


def _is_in_text(part: RawPart) -> bool:
    shown = part.is_inline or bool(_OUTLOOK_PICTURE.fullmatch(part.name))
    return shown and kind_of(part.data) is Kind.IMAGE


def _is_attached_logo(part: RawPart) -> bool:
    if kind_of(part.data) is not Kind.IMAGE:
        return False
    width, height = _size(part.data)
    largest = _LARGEST_LOGO if _NAMED_LOGO.fullmatch(part.name) else _LARGEST_ICON
    return width * height <= largest


def _is_page(part: RawPart) -> bool:
    width, height = _size(part.data)
    return (
        min(width, height) >= _SHORTEST_PAGE
        and not width > _BANNER * height
        and len(part.data) > _SMALL_FILE
    )


def _is_logo(part: RawPart) -> bool:
    width, height = _size(part.data)
    return width * height <= _LARGEST_LOGO or (math.isinf(width) and len(part.data) <= _SMALL_FILE)


def _unread(part: RawPart) -> Problem:
    message = _("Bilden {name} i mejlets text är inte läst. Se efter om den hör till inspelet.")
    return Problem("bild-ej-last", message.format(name=part.name))


def _size(picture: bytes) -> tuple[float, float]:
    """Width and height in pixels, by the picture's head alone; infinite if it does not say."""
    try:
        with Image.open(BytesIO(picture)) as opened:
            return opened.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return math.inf, math.inf
