"""The tasks that are done in child processes: whatever opens a respondent's file."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.forms.interpret import interpret
from inspel_app.reading.readers import read


@dataclass(frozen=True, slots=True)
class Reading:
    """An inspel as it was read from one file, and all text of that file."""

    submission: Submission
    text: str


def read_submission(data: bytes, name: str, templates: Sequence[FormTemplate]) -> Reading:
    """Read a file and find the answers in it.

    Raises:
        UnreadableError: the file is damaged, protected, of an unknown kind or without text.
    """
    document = read(data, name)
    return Reading(interpret(document, name, templates), document.text)


def render_page(data: bytes, page: int, scale: float) -> bytes:
    """A page of a PDF (counted from 1) as a PNG image; scale 1 is 72 dots per inch."""
    import pypdfium2  # noqa: PLC0415 - not every child draws pages

    with pypdfium2.PdfDocument(data) as pdf:
        image = pdf[page - 1].render(scale=scale).to_pil()
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
