"""Who sent it, from fields and from letters."""

import pytest

from inspel_app.domain.form import ActorType, Respondent
from inspel_app.domain.gazetteer import NOTHING_KNOWN
from inspel_app.forms.organisations import Organisations, actor_type
from inspel_app.forms.respondent import as_person, complete, from_fields, from_letter
from inspel_app.resources.gazetteer import load_gazetteer

TOWNS = Organisations(NOTHING_KNOWN, ("Lycksele", "Malå", "Umeå", "Vilhelmina"))
KNOWN = Organisations(load_gazetteer(), ("Lycksele", "Malå", "Umeå", "Vilhelmina"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Storumans kommun", ActorType.KOMMUN),
        ("Region Norrbotten", ActorType.REGION),
        ("Länsstyrelsen i Västerbottens län", ActorType.STATLIG_MYNDIGHET),
        ("Trävarubolaget AB", ActorType.NARINGSLIV),
        ("Luleå tekniska universitet", ActorType.AKADEMI),
        ("Övre byns hembygdsförening", ActorType.CIVILSAMHALLE),
        ("Rans sameby", ActorType.CIVILSAMHALLE),
        ("Bygdepartiet", ActorType.POLITISK),
        ("Privatperson", ActorType.PRIVATPERSON),
        ("Åsa Ek", None),
    ],
)
def test_a_name_tells_the_kind_of_respondent(name: str, kind: ActorType | None) -> None:
    assert actor_type(name) is kind


def test_fields_become_a_respondent_with_its_municipality() -> None:
    values = {"organisation": "Malås\nkommun", "avdelning": "Kansliet", "epost": "a@b.example"}
    respondent = from_fields(values, TOWNS)
    assert respondent.organisation == "Malås kommun"
    assert respondent.municipality == "Malå"
    assert respondent.contact == ""


def test_an_address_that_was_read_with_a_space_is_mended() -> None:
    assert from_fields({"epost": "åsa.ekQbyn. example"}, TOWNS).email == "åsa.ek@byn.example"
    two = "a@b.example, c@d.example"
    assert from_fields({"epost": two}, TOWNS).email == two


def test_a_letters_receiver_is_not_its_sender() -> None:
    text = "Region Västerbotten\nBox 1, 901 89 Umeå\n\nBussen går för sällan.\n\nFjällbyns sameby"
    respondent = from_letter(text, TOWNS)
    assert respondent.organisation == "Fjällbyns sameby"
    assert respondent.municipality is None


def test_a_sentence_that_presents_the_sender_names_it() -> None:
    text = "Synpunkter\n\nKulturföreningen Norrsken driver en scen. Den är liten, i Umeå."
    assert from_letter(text, TOWNS).organisation == "Kulturföreningen Norrsken"


def test_a_letter_without_a_name_has_no_organisation() -> None:
    respondent = from_letter("Hej!\n\nBussen går för sällan.\n\nHälsningar\nÅsa Ek", TOWNS)
    assert respondent.organisation == ""
    assert respondent.type is None


@pytest.mark.parametrize(
    ("organisation", "kind", "municipality"),
    [
        ("UMEÅ KOMMUN", ActorType.KOMMUN, "Umeå"),
        ("Örnsköldsviks kommun", ActorType.KOMMUN, "Örnsköldsvik"),
        ("Kommunen i Malå", ActorType.KOMMUN, "Malå"),
        ("Kommunstyrelsen, Lycksele", ActorType.KOMMUN, "Lycksele"),
        ("Luleå tekniska universitet", ActorType.AKADEMI, "Luleå"),
        ("SLU", ActorType.AKADEMI, None),
        ("MUCF", ActorType.STATLIG_MYNDIGHET, None),
        ("Länsstyrelsen i Kalmar län", ActorType.STATLIG_MYNDIGHET, None),
        ("Region Uppsala", ActorType.REGION, None),
        ("Norrtåg", ActorType.NARINGSLIV, None),
        ("Ale kommun", ActorType.KOMMUN, "Ale"),
        ("Berg & Lund AB", ActorType.NARINGSLIV, None),
        ("LRF Västerbotten", ActorType.NARINGSLIV, None),
        ("Konstnärsnämnden", ActorType.STATLIG_MYNDIGHET, None),
        ("Umeå universitets studentkår", ActorType.CIVILSAMHALLE, "Umeå"),
    ],
)
def test_a_known_name_tells_type_and_municipality(
    organisation: str, kind: ActorType | None, municipality: str | None
) -> None:
    found = from_fields({"organisation": organisation}, KNOWN)
    assert (found.type, found.municipality) == (kind, municipality)


@pytest.mark.parametrize(
    ("email", "organisation"),
    [
        ("a@umea.se", "Umeå kommun"),
        ("a@kommun.ornskoldsvik.example", "Örnsköldsvik kommun"),
        ("a@slu.se", "SLU"),
        ("a@gmail.com", ""),
        ("a@byn.example", ""),
        ("", ""),
    ],
)
def test_a_mail_host_tells_of_an_organisation(email: str, organisation: str) -> None:
    found = KNOWN.at_host(email)
    assert found == organisation


@pytest.mark.parametrize(
    ("email", "kind"),
    [
        ("info@fjallbageriet.example", None),
        ("styrelsen@byn.example", None),
        ("info@gmail.com", ActorType.PRIVATPERSON),
        ("bo.ek@byn.example", ActorType.PRIVATPERSON),
    ],
)
def test_nobody_writes_for_herself_from_the_address_of_a_house(
    email: str, kind: ActorType | None
) -> None:
    person = Respondent(contact="Bo", type=ActorType.PRIVATPERSON)
    assert complete(person, Respondent(email=email), KNOWN).type is kind
    unknown = Respondent(contact="Bo", email=email)
    assert as_person(unknown, "Jag har skrivit till er förut.\nMvh\nBo", KNOWN).type is kind


def test_the_mails_sender_fills_in_what_is_missing() -> None:
    sender = Respondent("Malå kommun", "Kansliet", "Åsa Ek", "a@mala.example")
    found = complete(Respondent(email="b@mala.example"), sender, KNOWN)
    assert found == Respondent(
        "Malå kommun", "Kansliet", "Åsa Ek", "b@mala.example", ActorType.KOMMUN, "Malå"
    )


@pytest.mark.parametrize(
    ("signed", "contact"),
    [("Åsa", "Åsa Ek"), ("Åsa Ek", "Åsa Ek"), ("", "Åsa Ek"), ("Bo", "Bo"), ("Ås", "Ås")],
)
def test_a_first_name_at_the_end_is_filled_in_from_the_head(signed: str, contact: str) -> None:
    found = complete(Respondent(contact=signed), Respondent(contact="Åsa Ek"), KNOWN)
    assert found.contact == contact
