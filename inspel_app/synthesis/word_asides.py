"""What stands beside the text of a Word report: notes in the margin, footnotes below."""

from docx.document import Document

from inspel_app.synthesis import word_comments, word_footnotes
from inspel_app.synthesis.word_comments import Margin
from inspel_app.synthesis.word_footnotes import Footnotes
from inspel_app.synthesis.word_template import Dress


class Asides:
    """The margin and the footnotes of one document."""

    def __init__(self, document: Document) -> None:
        self.margin, self.footnotes = Margin(document), Footnotes(document)

    def said(self) -> dict[tuple[str, str], str]:
        """What stands beside the text, by the name and the id of what leads to it there."""
        kinds = {
            word_comments.REFERENCE: self.margin.said(),
            word_footnotes.REFERENCE: self.footnotes.said(),
        }
        return {(kind, key): text for kind, one in kinds.items() for key, text in one.items()}

    def settle(self, dress: Dress) -> None:
        """Let the document hold what is new, and no more than something in the text leads to."""
        dress.put_on(self.footnotes.new)
        self.margin.clear()
        self.footnotes.settle()
