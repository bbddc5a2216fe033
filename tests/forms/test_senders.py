"""Who sends a letter is told wherever people write it: within a sentence, beside others, last."""

from pathlib import Path

import pytest

from inspel_app.forms.organisations import Organisations
from inspel_app.forms.respondent import from_letter
from inspel_app.resources import load_form
from inspel_app.resources.gazetteer import load_gazetteer

KNOWN = Organisations(load_gazetteer(), load_form("vasterbotten-2025").municipalities)
LETTERS = Path(__file__).with_name("senders.txt").read_text("utf-8").split("@@")[1:]
"""Invented letters; the first line of each tells organisation, type, contact and address."""


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.partition("|")[0] or "person")
def test_a_letter_tells_who_sent_it(letter: str) -> None:
    told, _line, text = letter.partition("\n")
    found = from_letter(text, KNOWN)
    kind = found.type.value if found.type else ""
    assert f"{found.organisation}|{kind}|{found.contact}|{found.email}" == told


@pytest.mark.parametrize(
    "text",
    [
        "Bättre skola\n\nVi vill ha mindre klasser i hela länet.",
        "Hej\nElevrådet borde få mer att säga till om.\nMer buss.",
        "Från kust till fjäll: satsa på allt.\n\nTack!",
        "Trafikverket är för långsamt med vägarna.\n\nSkynda på.",
        "Storumans kommun har stängt badet. Öppna det igen.",
        "Norrlands synpunkter hörs aldrig i Stockholm.\n\nGe oss mer makt.",
        "Restaurang och hotell behöver personal.\n\nUtbilda fler.",
        "Hej! Som ordförande i kommunstyrelsen sa i radion ska vägen byggas.\n\nNär?",
        "Gruvan som heter Blåberget ska stoppas. Vi i byarna säger nej.",
        "Skolan i Ammarnäs får inte läggas ner. Företagarna i Ammarnäs vill stanna.",
        "Cykelvägarna är dåliga.\nBygg fler\nUmeå Skellefteå Lycksele",
    ],
)
def test_a_letter_that_names_no_sender_has_none(text: str) -> None:
    found = from_letter(text, KNOWN)
    assert (found.organisation, found.contact) == ("", "")
