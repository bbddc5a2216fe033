"""What every reader of a file format offers."""

from typing import Protocol

from inspel_app.domain.document import Document


class Reader(Protocol):
    """Reads one family of file formats from bytes; touches neither disk nor network."""

    name: str
    """Short name for lists: "docx", "pdf", "text"."""

    def score(self, data: bytes, name: str) -> float:
        """How sure it is (0-1) that the bytes are of its kind; the content tells, not the name."""
        ...

    def read(self, data: bytes) -> Document:
        """The document.

        Raises:
            UnreadableError: the file is damaged, protected or beyond the limits.
        """
        ...
