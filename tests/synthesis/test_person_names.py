"""Names of persons are covered where people sign or are spoken of, and other words stay."""

import pytest

from inspel_app.domain.form import (
    ActorType,
    Respondent,
)
from inspel_app.domain.synthesis import Audience
from tests.synthesis.showing import shown


@pytest.mark.parametrize(
    "letter",
    [
        "Bussen går för sällan.\nMvh\nNils Påhittsson\nVästby",
        "Bussen går för sällan.\nMed vänliga hälsningar,\n\nNils Påhittsson, Västby",
        "Vänlig hälsning Nils Påhittsson",
        "Hälsningar Nils Påhittsson nils@by.example",
        "Mvh Nils Påhittsson 070-174 06 05",
        "Hej, jag heter Nils Påhittsson och bor i Västby.",
        "Hälsningar från Nils och Karin Påhittsson",
        "Bussen går för sällan. /Nils",
        "M.v.h.\nNILS PÅHITTSSON",
    ],
)
def test_the_public_does_not_see_who_signed_a_letter_from_nobody_known(letter: str) -> None:
    text = f"{letter}\nDet gäller Västby."
    if letter.endswith("/Nils"):
        text = letter
    seen = shown(text, Respondent(), Audience.PUBLIC)
    assert not [name for name in ("Nils", "NILS", "Karin", "Påhitts", "PÅHITTS") if name in seen]
    assert seen.count("Västby") == text.count("Västby")
    for who, audience in (
        (Respondent(), Audience.WRITING),
        (Respondent("Storby kommun"), Audience.WRITING),
        (Respondent("Storby kommun"), Audience.PUBLIC),
    ):
        seen = shown(text, who, audience)
        assert "påhittsson" not in seen.casefold() or "Nils och" in text
        assert seen.count("Västby") == text.count("Västby")


@pytest.mark.parametrize(
    "signed",
    ["Umeå kommun", "Vita Vidden", "Norra Byarnas Förbund", "Kommunstyrelsen i Storby"],
)
def test_an_organisation_that_signs_its_letter_stays(signed: str) -> None:
    text = f"Bussen går för sällan.\nMed vänlig hälsning\n{signed}"
    who = Respondent("Skoterklubben Vita Vidden")
    assert shown(text, who, Audience.PUBLIC) == text


def test_who_signs_a_cover_letter_beside_a_form_is_not_seen() -> None:
    text = "Här kommer vårt inspel.\nMed vänlig hälsning\nKarin Testsson\nregistrator"
    for audience in (Audience.WRITING, Audience.PUBLIC):
        seen = shown(text, Respondent("Storby kommun", contact="Bo Ek"), audience)
        assert "Testsson" not in seen
        assert "registrator" in seen


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
@pytest.mark.parametrize(
    "letter",
    [
        "Bussen går för sällan.\nKarin Testsson",
        "Bussen går för sällan.\nStorby kommun\nEnligt delegation\nKarin Testsson\nstrateg",
        "Bussen går för sällan.\n👵🏽🚌\nKarin Testsson\nkommunstrateg",
        "Kontakta vår kassör Karin Testsson om bussen.",
        "Ordföranden Karin Testsson nås på jobbet.",
    ],
)
def test_a_person_who_ends_a_letter_or_is_to_be_asked_is_not_seen(
    letter: str, audience: Audience
) -> None:
    assert "Testsson" not in shown(letter, Respondent("Storby kommun"), audience)


@pytest.mark.parametrize(
    "letter",
    [
        "Fler bör vara med:\nSkellefteå Kraft\nNorra Skog",
        "Bussen går för sällan.\nNorra Byarnas Förbund",
        "Kontakta Region Provlän om bussen.",
    ],
)
def test_organisations_that_a_letter_ends_with_or_speaks_of_stay(letter: str) -> None:
    assert shown(letter, Respondent("Storby kommun"), Audience.PUBLIC) == letter


def test_a_contact_person_who_signs_with_the_first_name_is_not_seen() -> None:
    who = Respondent("Norrvind AB", contact="Karin Testsson")
    assert "Karin" not in shown("Bygg ut.\nMvh\nKarin", who, Audience.WRITING)
    town = Respondent("Norrvind AB", contact="Storby kommun")
    assert "Storby" in shown("Bygg ut i Storby.\nMvh\nStorby", town, Audience.PUBLIC)


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
@pytest.mark.parametrize("signed", ["Kent", "/Kent", "Mvh Kent", "Hälsningar\nKent"])
@pytest.mark.parametrize("organisation", ["", "Norrvind AB"])
def test_a_first_name_under_a_letter_is_not_seen(
    signed: str, audience: Audience, organisation: str
) -> None:
    letter = f"Kent är en gård i byn.\n\nNi läser väl inte ens det här.\n\n{signed}"
    seen = shown(letter, Respondent(organisation), audience)
    assert "Kent" not in seen.split("här.")[1]
    assert seen.startswith("Kent är") or audience is Audience.PUBLIC


@pytest.mark.parametrize("ending", ["Storby", "Styrelsen", "Bussen", "Mvh Norrvind"])
def test_a_last_word_that_is_no_name_stays(ending: str) -> None:
    letter = f"Bygg ut. Då går bussen fortare.\n\n{ending}"
    who = Respondent("Norrvind AB", municipality="Storby")
    assert shown(letter, who, Audience.PUBLIC) == letter


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
def test_a_contact_person_s_last_or_only_name_is_not_seen(audience: Audience) -> None:
    letter = "Bygg ut. Testssons förslag är bra.\nTestsson nås på kvällen."
    letter += "\nkarin.testsson@norrvind.example"
    full = Respondent("Norrvind AB", contact="Karin Testsson")
    assert "Testsson" not in shown(letter, full, audience)
    assert "Tove" not in shown(
        "Bygg ut.\nKontakt: Tove", Respondent("IF", contact="Tove"), audience
    )


@pytest.mark.parametrize(
    ("contact", "text"),
    [
        ("Per Fjäll", "Fjällen ska skyddas. Fjäll och skog hör ihop. Vi bor nära fjäll."),
        ("Eva Norrvind", "Norrvind bygger mer."),
        ("Styrelsen", "Styrelsen har beslutat om detta."),
    ],
)
def test_words_that_a_contact_person_s_name_shares_with_others_stay(
    contact: str, text: str
) -> None:
    assert shown(text, Respondent("Norrvind AB", contact=contact), Audience.PUBLIC) == text


@pytest.mark.parametrize(
    "ending",
    [
        "För Storby kommun\nArne Testmark\nKommunstyrelsens ordförande",
        "Arne Testmark, ordförande",
        "Arne Testmark, vd för bolaget",
        "Arne Testmark\nRektor\nHandläggare: Mona Provdotter",
    ],
)
def test_who_stands_above_an_office_is_not_seen(ending: str) -> None:
    who = Respondent("Storby kommun", type=ActorType.KOMMUN)
    seen = shown(f"Bygg ut fibern.\n{ending}\nStorby", who, Audience.PUBLIC)
    assert "Testmark" not in seen
    assert "Storby" in seen


@pytest.mark.parametrize(
    "text",
    [
        "Storby kommun\nKommunstyrelsens ordförande",
        "Region Provlän, projektledare",
        "Svensk Energi, vd Jan sa det",
        "Vi vill ha\nen ordförande",
    ],
)
def test_what_else_stands_above_an_office_stays(text: str) -> None:
    who = Respondent("Storby kommun", type=ActorType.KOMMUN)
    assert shown(text, who, Audience.PUBLIC) == text


def test_a_name_that_ends_a_sentence_takes_no_word_of_the_next() -> None:
    seen = shown("Jag heter Ulf Provlund. Jag bor i byn.", Respondent(), Audience.PUBLIC)
    assert seen == f"Jag heter {'█' * len('Ulf Provlund')}. Jag bor i byn."


def test_all_who_sign_with_first_names_are_hidden_from_the_public() -> None:
    seen = shown(
        "Bussen går för sällan.\nHälsningar Elsa, Bo, Omar & Li", Respondent(), Audience.PUBLIC
    )
    assert not [
        name for name in ("Elsa", "Bo", "Omar", "Li") if name in seen.split("Hälsningar")[1]
    ]


def test_ordinary_words_of_a_letter_stay() -> None:
    text = "Vi hälsar Region Provlän. Hälsningar från oss i byn.\nBussen och/eller tåget går /dag."
    assert shown(text, Respondent(type=ActorType.KOMMUN), Audience.PUBLIC) == text
    text = "Med hälsningar till er alla.\nVi bor i Västby."
    assert shown(text, Respondent(), Audience.PUBLIC) == text
