"""Who sent it, from fields and from letters."""

import pytest

from inspel_app.domain.form import ActorType
from inspel_app.forms.respondent import actor_type, from_fields, from_letter

TOWNS = ("Lycksele", "Malå", "Umeå", "Vilhelmina")


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
