"""The zip package of a Word file: its parts and the relations between them."""

import posixpath
from typing import NamedTuple

from lxml.etree import _Element

from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading.docx_names import MARKUP, as_transitional
from inspel_app.reading.package import Package, mended, parsed

USUAL_PART = "word/document.xml"
"""What Word calls the part with the text itself."""


class Relation(NamedTuple):
    """A link from one part to another: `kind` is the last word of its type, as `header`."""

    id: str
    kind: str
    target: str


def damaged() -> UnreadableError:
    """The refusal of a Word file that is broken."""
    return UnreadableError(
        "docx-skadad",
        _("Word-filen är skadad och går inte att läsa."),
        _("Öppna den i Word och spara den på nytt, eller be avsändaren skicka den igen."),
    )


class WordPackage(Package):
    """The parts of a Word file.

    Raises:
        UnreadableError: no zip, damaged, protected, or beyond the limits.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__(data, damaged)

    def xml(self, name: str) -> _Element:
        """The root of an XML part, in the usual namespaces."""
        return parsed(as_transitional(self.read(name)), damaged)

    def mended_xml(self, name: str) -> _Element:
        """The root of what can be had of an XML part that is damaged."""
        return mended(as_transitional(self.remaining(name)), MARKUP, damaged)

    def relations(self, name: str = "") -> tuple[Relation, ...]:
        """The links from a part (or from the package as a whole) to other parts in it."""
        folder, base = posixpath.split(name)
        links = posixpath.join(folder, "_rels", base + ".rels")
        if links not in self:
            return ()
        return tuple(
            Relation(
                link.get("Id", ""),
                link.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))[1:],
            )
            for link in self.xml(links)
            if link.get("TargetMode") != "External"
        )

    def main_part(self) -> str:
        """The name of the part with the text itself, as the package points it out.

        Where it cannot be asked, the part has the name that Word gives it.
        """
        try:
            relations = self.relations()
        except UnreadableError as error:
            if error.code != damaged().code or USUAL_PART not in self:
                raise
            return USUAL_PART
        for relation in relations:
            if relation.kind == "officeDocument" and relation.target in self:
                return relation.target
        if USUAL_PART not in self or (self.is_whole and relations):
            raise damaged()
        return USUAL_PART
