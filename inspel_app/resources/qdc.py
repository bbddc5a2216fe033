"""A code system of another program (REFI-QDA, .qdc) as a codebook.

The file may be anybody's: it is read up to a limit, without entities and without the network.
"""

import re
import unicodedata
from collections.abc import Container
from pathlib import Path
from typing import cast

from lxml import etree
from lxml.etree import _Element

from inspel_app.domain.coding import Code, Codebook, CodeKind
from inspel_app.errors import DataFileError
from inspel_app.i18n import _
from inspel_app.resources.tables import read_file

MOST_BYTES = 8 * 2**20
MOST_CODES = 5_000
DEEPEST = 30
"""Codes above each other."""

_LEAF, _BRANCH = CodeKind.DELPRIORITERING, CodeKind.INRIKTNING
"""The kinds that add no words of their own to a title."""
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)
_NUMBERED = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)[.:)]? (\S.*)")
"""`3.3 Hållbar mobilitet`; what goes on in small letters is no number but "2 mil väg"."""
_TRUE = {"true", "1"}


def read_qdc(path: Path, strategy_id: str) -> Codebook:
    """The codes in the file's own order, with their tree, titles and descriptions.

    Passages are mapped to the codes that the file calls codable, and to those at the ends of the
    tree. A code's number becomes its id. The title is that of the file.

    Raises:
        UsageError: there is no such file.
        DiskError: the file may not be read.
        DataFileError: it is no code system, is damaged, or is beyond the limits.
    """
    root = _root(path)
    codes: dict[_Element, Code] = {}
    depths: dict[_Element | None, int] = {}
    taken: set[str] = set()
    for element in root.iter("{*}Code"):
        above = element.getparent()
        depths[element] = depths.get(above, 0) + 1
        if len(codes) == MOST_CODES or depths[element] > DEEPEST:
            raise _fault(path, element, _("koderna är för många eller ligger för djupt."))
        parent = codes[above].id if above in codes else None
        codes[element] = _code(element, parent, taken)
        taken.add(codes[element].id)
    if not codes:
        raise _fault(path, root, _("det finns inga koder i filen."))
    return Codebook(strategy_id, path.stem, tuple(codes.values()))


def _root(path: Path) -> _Element:
    data = read_file(path, MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        message = _("filen är större än {size} MB.").format(size=MOST_BYTES // 2**20)
        raise DataFileError(str(path), 1, "", message)
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        message = _("filen är skadad eller ingen kodbok i formatet REFI-QDA (.qdc).")
        raise DataFileError(str(path), line, "", message) from error
    if root.getroottree().docinfo.internalDTD is not None:
        message = _("filen innehåller XML-deklarationer som inte får finnas där.")
        raise DataFileError(str(path), 1, "", message)
    if etree.QName(root).localname != "CodeBook":
        raise _fault(path, root, _("filen är ingen kodbok i formatet REFI-QDA (.qdc)."))
    return root


def _fault(path: Path, element: _Element, message: str) -> DataFileError:
    line = cast("int | None", element.sourceline)
    return DataFileError(str(path), line or 1, "", message)


def _code(element: _Element, parent: str | None, taken: Container[str]) -> Code:
    name = " ".join(element.get("name", "").split()) or _("Kod utan namn")
    numbered = _NUMBERED.fullmatch(name)
    if numbered and numbered[2][0].isupper() and numbered[1] not in taken:
        key, title = numbered.groups()
    else:
        key, title = _new_id(name, taken), name
    codable = element.get("isCodable") in _TRUE or element.find("{*}Code") is None
    said = element.find("{*}Description")
    description = "" if said is None else " ".join("".join(map(str, said.itertext())).split())
    return Code(key, title, _LEAF if codable else _BRANCH, parent, codable, description)


def _new_id(name: str, taken: Container[str]) -> str:
    """An id of the letters of the name; one that begins with a digit would be shown with it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall("[a-z0-9]+", plain))
    stem = words if words[:1].isalpha() else f"kod-{words}".rstrip("-")
    numbers = (stem if n == 1 else f"{stem}-{n}" for n in range(1, MOST_CODES + 2))
    return next(key for key in numbers if key not in taken)
