"""What letters say of who sent them."""

import pytest

from inspel_app.domain.form import ActorType, Respondent
from inspel_app.forms.organisations import Organisations
from inspel_app.forms.respondent import from_fields, from_letter
from inspel_app.resources import load_form
from inspel_app.resources.gazetteer import load_gazetteer
from tests.forms.letters import LETTERS, Letter

KNOWN = Organisations(load_gazetteer(), load_form("vasterbotten-2025").municipalities)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.organisation or "nobody")
def test_a_letter_tells_who_sent_it(letter: Letter) -> None:
    found = from_letter(letter.text, KNOWN)
    assert (
        Letter(
            letter.text,
            found.organisation,
            found.type,
            found.municipality,
            found.unit,
            found.contact,
            found.email,
        )
        == letter
    )


@pytest.mark.parametrize(
    ("letter", "contact"),
    [
        ("Jag vill ha en buss.\nNi läser väl inte det här.\n\nKent", "Kent"),
        ("Jag vill ha en buss.\n\nGrannarna", ""),
        ("Jag vill ha en buss.\n\nMalå", ""),
        ("Jag vill ha en buss\n\nSnart", ""),
        ("Bygg en väg.\n\nSnart", ""),
    ],
)
def test_a_first_name_under_a_letter_is_its_writers(letter: str, contact: str) -> None:
    found = from_letter(letter, KNOWN)
    assert found.contact == contact
    assert (found.type is ActorType.PRIVATPERSON) == bool(contact)


def test_a_municipality_is_not_told_by_the_writer_s_name() -> None:
    letter = "Föreningen Rädda ån\n\nBygg inte mer.\n\nOrdförande {name}, 073-999 88 77"
    assert from_letter(letter.format(name="Dorotea Provlund"), KNOWN).municipality is None
    assert from_letter(letter.format(name="Eva Provlund, Dorotea"), KNOWN).municipality == "Dorotea"


@pytest.mark.parametrize(
    ("text", "letterhead", "organisation"),
    [
        (
            "Vi i Norra byalaget vill att bussen\ngår oftare.\nNorra byalaget\nStina Å",
            "",
            "Norra byalaget",
        ),
        (
            "Vi hör av oss.\n\nYstävällisin terveisin\nPekka Oja\nMeren neuvosto ry",
            "",
            "Meren neuvosto ry",
        ),
        ("Bures!\n\nDearvvuođat\nInga Sara\nSámi Siida Searvi", "", "Sámi Siida Searvi"),
        ("Ängarna växer igen.", "Hembygdsrådet i Norr · Rapport 2025:3", "Hembygdsrådet i Norr"),
    ],
)
def test_names_an_organisation_by_its_name_alone(
    text: str, letterhead: str, organisation: str
) -> None:
    assert from_letter(text, KNOWN, [letterhead]).organisation == organisation


def test_an_address_that_is_a_link_is_the_address() -> None:
    written = 'HYPERLINK "mailto:anna@byn.example"anna@byn.example'
    assert from_fields({"epost": written}, KNOWN).email == "anna@byn.example"


def test_a_text_without_lines_tells_nothing() -> None:
    assert from_letter("", KNOWN) == Respondent()


def test_a_region_that_only_receives_is_no_sender() -> None:
    found = from_letter("Region Västerbotten\nrus@regionvasterbotten.example\n\nBra så.", KNOWN)
    assert (found.organisation, found.email, found.type) == ("", "", None)


def test_a_letter_that_names_only_the_receivers_address_tells_of_nobody() -> None:
    found = from_letter("Bra så.\nSvaret mejlas till rus@regionvasterbotten.se", KNOWN)
    assert (found.organisation, found.email) == ("", "")


@pytest.mark.parametrize("piece", ["Vi i A", "a@b.", "för A ", "Hälsningar A\n", "genom A "])
def test_hostile_letters_are_read_in_reasonable_time(piece: str) -> None:
    assert len(from_letter(piece * 20_000, KNOWN).organisation) < 200


@pytest.mark.parametrize("place", ["Vilhelmina", "Åsele"])
@pytest.mark.parametrize("said", ["Anna Granberg\n{}", "för {}\nAnna Granberg", "Vd {}"])
def test_a_place_in_the_signature_is_no_organisation(place: str, said: str) -> None:
    letter = f"Bussarna går för sällan.\n\nMed vänlig hälsning\n{said.format(place)}"
    assert from_letter(letter, KNOWN).organisation == ""
