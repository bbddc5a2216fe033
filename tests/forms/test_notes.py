"""Notes on the files of a folder are no inspel, and letters are no notes."""

import pytest

from inspel_app.domain.document import Block, Document, Method
from inspel_app.domain.form import FormTemplate, Status
from inspel_app.forms.interpret import interpret
from inspel_app.forms.notes import without_note

NOTE = (
    "Mappen innehåller det som har kommit in till och med fredag.\n"
    "Filerna är numrerade i den ordning de diariefördes."
)
LONG_NOTE = f"Utdrag ur inkorgen.\n{NOTE}\nMejlen ligger som .eml, inkomna handlingar som .pdf."
LETTER = "Vi vill att regionen bygger ut biblioteken. Filer och mappar lånas redan ut."


def _read(text: str, name: str, template: FormTemplate) -> tuple[Status, str, str]:
    document = Document.of("f" * 64, Method.TEXT, map(Block, text.split("\n")))
    found = without_note(interpret(document, name, [template]), name)
    answered = "\n".join(a.text for a in found.answers)
    return found.status, answered, "\n".join(u.text for u in found.unplaced)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("LÄS MIG.txt", NOTE),
        ("00_läsmig först.txt", NOTE),
        ("README.txt", NOTE),
        ("Innehållsförteckning.docx", NOTE),
        ("Anteckning.txt", LONG_NOTE),
    ],
)
def test_a_note_on_files_is_no_inspel_and_all_of_it_is_listed(
    template: FormTemplate, name: str, text: str
) -> None:
    assert _read(text, name, template) == (Status.EJ_INSPEL, "", text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("LÄS MIG.txt", LETTER),
        ("LÄS MIG.txt", "Bussen går för sällan från Holmön."),
        ("Anteckning.txt", NOTE),
        ("README.txt", "Ortens bibliotek stänger klockan tre."),
    ],
)
def test_a_letter_is_an_inspel_whatever_its_name(
    template: FormTemplate, name: str, text: str
) -> None:
    assert _read(text, name, template) == (Status.NY, text, "")
