"""Comments in the margin of a Word report: what people have written about the points."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from inspel_app.domain.coding import Note
from inspel_app.synthesis.word_xml import Element, letters, named, w
from inspel_app.synthesis.words import clean

REFERENCE = "commentReference"
"""The element that stands in the text where a note is about it."""
_INITIALS = 3


class Margin:
    """Adds comments to a document, and takes away those that nothing in it leads to any more."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def noted(self, note: Note, *content: Element) -> list[Element]:
        """The content, with a note in the margin."""
        initials = "".join(word[0] for word in note.person.split())[:_INITIALS].upper()
        added = self._document.comments.add_comment(clean(note.text), clean(note.person), initials)
        added._comment_elm.set(named("date"), note.at)  # noqa: SLF001 - it would be now
        number = added.comment_id
        start, end = (w(f"commentRange{side}", id=number) for side in ("Start", "End"))
        return [start, *content, end, w("r", w(REFERENCE, id=number))]

    def said(self) -> dict[str, str]:
        """The text of each comment by its id."""
        return {one.get(named("id"), ""): letters(one) for one in self._comments()}

    def clear(self) -> None:
        """Take away the comments of parts that were written anew or not at all."""
        body = self._document.element.body
        used = {one.get(named("id")) for one in body.iter(named(REFERENCE))}
        for one in self._comments():
            above = one.getparent()
            if above is not None and one.get(named("id")) not in used:
                above.remove(one)

    def _comments(self) -> list[Element]:
        part = self._document.part
        if RELATIONSHIP_TYPE.COMMENTS not in {one.reltype for one in part.rels.values()}:
            return []
        return list(part._comments_part.element)  # noqa: SLF001 - there is no API to remove one
