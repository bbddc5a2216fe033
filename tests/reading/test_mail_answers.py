"""Answers that stand where others' words do: in a quoted mail, under a signature."""

import pytest

from inspel_app.domain.document import Role
from inspel_app.domain.parcel import Mail
from inspel_app.reading.parcels import open_parcel
from tests.mails import mail

HEAD = (
    "-----Ursprungligt meddelande-----\nFrån: R <r@region.example>\n"
    "Skickat: den 2 juni 2025 10:00\nTill: Anna\nÄmne: Fråga\n\n"
)


def codes(text: str) -> list[str]:
    parcel = open_parcel(mail(text, Subject="SV: Fråga"), "a.eml")
    return [problem.code for problem in parcel.problems]


def text_of(text: str, role: Role) -> str:
    parcel = open_parcel(mail(text, Subject="SV: Fråga"), "a.eml")
    assert isinstance(parcel, Mail)
    return "\n".join(block.text for block in parcel.body.blocks if block.role is role)


@pytest.mark.parametrize("above", ["Mina svar står efter varje fråga.", "Hej!"])
def test_marked_answers_under_quoted_questions_are_the_senders_own(above: str) -> None:
    text = (
        f"{above}\n\n{HEAD}1. Vad saknas?\nSVAR: Bussar.\nOch tåg.\n2. Vad är bra?\n"
        "SVAR: Skolan.\n\nMed vänlig hälsning\nRegionen\n"
    )
    assert text_of(text, Role.BODY) == f"{above}\nSVAR: Bussar.\nOch tåg.\nSVAR: Skolan."
    assert "Vad saknas?" in text_of(text, Role.QUOTED)
    assert "Regionen" in text_of(text, Role.QUOTED)


def test_a_mark_in_a_quoted_mail_without_question_is_that_mails_own() -> None:
    text = f"Fler tåg!\n\n{HEAD}Svar: senast den 15 juni.\n"
    assert text_of(text, Role.BODY) == "Fler tåg!"


def test_answers_that_are_said_to_stand_under_a_quoted_mail_are_the_senders_own() -> None:
    text = f"Se våra synpunkter under ert meddelande.\n\n{HEAD}Skriv till oss.\n\nFler tåg!\n"
    assert text_of(text, Role.BODY).endswith("Fler tåg!")
    assert codes(text) == ["svar-i-citat"]


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        ("", "Skriv till oss.\n\nFler tåg!", ["svar-i-citat"]),
        ("Hej!\n\nMvh Anna", "Skriv till oss.\n\nFler tåg!", ["svar-i-citat"]),
        ("Svar från byn.", "Skriv till oss.\n\nFler tåg!\nAnna Ek", ["svar-i-citat"]),
        ("Fler tåg!", "Skriv till oss.\n\nRegionen", []),
        ("Fler tåg!", "", []),
    ],
)
def test_a_quoted_mail_in_which_the_sender_may_have_written_is_told_of(
    above: str, below: str, told: list[str]
) -> None:
    assert codes(f"{above}\n\n{HEAD}{below}\n") == told


def test_a_postscript_in_a_signature_is_the_senders_own() -> None:
    text = "Fler tåg!\n\n-- \nAnna Ek\nPS. Glöm inte bussarna!\n\n070-123 45 67\n"
    assert text_of(text, Role.BODY) == "Fler tåg!\nPS. Glöm inte bussarna!"
    assert "070-123 45 67" in text_of(text, Role.SIGNATURE)
