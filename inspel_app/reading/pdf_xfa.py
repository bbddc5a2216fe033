"""What was filled in in an XFA form: its data lies beside the pages, which may not show it."""

import ctypes
from collections.abc import Iterable, Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from lxml import etree

from inspel_app.domain.document import Block, Problem, Role
from inspel_app.i18n import _
from inspel_app.reading.limits import MAX_PART_BYTES, too_large

_DATA = "{http://www.xfa.org/schema/xfa-data/1.0/}data"
_MOST_PACKETS = 100
"""The standard knows a dozen."""


def unseen_answers(pdf: pdfium.PdfDocument, shown: Iterable[Block]) -> list[Block]:
    """What the form's data says that stands on no page: each value a block beside the text.

    Raises:
        UnreadableError: `for-stor`.
    """
    said = _bare("".join(block.text for block in shown))
    values = (value for packet in _packets(pdf) for value in _values(packet))
    unseen = dict.fromkeys(v for v in values if any(map(str.isalpha, v)) and _bare(v) not in said)
    return [Block(value, role=Role.STRAY, told=True) for value in unseen]


def xfa_problems(pdf: pdfium.PdfDocument, unseen: Iterable[Block]) -> list[Problem]:
    """The doubt about a form whose pages do not show all that is filled in."""
    if not any(unseen) and pdf.get_formtype() != pdfium_c.FORMTYPE_XFA_FULL:
        return []
    message = _(
        "Filen är ett XFA-formulär. Det som är ifyllt men inte syns på sidorna står, så långt "
        "det går att läsa, utanför svaren; annat kan saknas."
    )
    return [Problem("pdf-xfa", message)]


def _packets(pdf: pdfium.PdfDocument) -> Iterator[bytes]:
    """The parts of the form, of which one holds the data; all in one where they are not parted."""
    for number in range(min(pdfium_c.FPDF_GetXFAPacketCount(pdf), _MOST_PACKETS)):
        size = ctypes.c_ulong()
        pdfium_c.FPDF_GetXFAPacketContent(pdf, number, None, 0, size)
        if size.value > MAX_PART_BYTES:
            raise too_large()
        content = ctypes.create_string_buffer(size.value)
        pdfium_c.FPDF_GetXFAPacketContent(pdf, number, content, size.value, size)
        yield content.raw


def _values(packet: bytes) -> Iterator[str]:
    """The values in the data of a packet, without its own marks."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(packet, parser)
    except etree.XMLSyntaxError:
        return  # not a single element to be found in it
    for data in root.iter(_DATA) if root is not None else ():
        yield from (text for text in map(str.strip, map(str, data.itertext("*"))) if text)


def _bare(text: str) -> str:
    """A text without white space and hyphens, which pages add where they break lines."""
    return "".join(text.replace("-", "").replace("\u00ad", "").split())
