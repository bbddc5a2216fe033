"""Sentences that may be of others than their sender are listed for a person to look at."""

import pytest

from inspel_app.domain.form import Respondent
from inspel_app.resources.first_names import load_first_names
from inspel_app.synthesis.third_parties import Cue, to_look_at
from tests.synthesis.conftest import Round


def cues(text: str) -> list[tuple[Cue, ...]]:
    made = Round()
    made.add(Respondent("Byalaget"), [(None, text, [])], "a.docx")
    return [found.cues for found in to_look_at(made.submissions, load_first_names())]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("I mars föll min fru på isen.", Cue.KIN),
        ("Farmor kan inte betala sina räkningar själv längre.", Cue.KIN),
        ("Vår äldre granne har inget att värma sig med.", Cue.KIN),
        ("Hon har telefon med snurrskiva.", Cue.SOMEBODY),
        ("En 84-åring sa att gympan är allt.", Cue.SOMEBODY),
        ("Min mor fick sin diagnos efter två år.", Cue.HEALTH),
        ("Jag är sjukskriven sedan i våras.", Cue.HEALTH),
        ("Han är dömd för det.", Cue.OTHER),
        ("Hos Ester var det tre olika som kom.", Cue.NAME),
        ("Ring Gun-Britt Provlund om lokalen.", Cue.NAME),
        ("Elin", Cue.NAME),
        ("En pojke som heter Xerxes åker taxi.", Cue.NAME),
    ],
)
def test_somebody_is_listed_with_why(text: str, cue: Cue) -> None:
    (found,) = cues(f"Bussen behövs. {text} Vägen också.")
    assert cue in found


@pytest.mark.parametrize(
    "text",
    [
        "Den psykiska ohälsan bland unga har ökat.",
        "Sjukskrivningarna är många i länets vård.",
        "Inga synpunkter.",
        "- Inga fler förbud.",
        "Cancervården ska vara jämlik i hela länet.",
        "Umeå kommun och Trafikverket bör samarbeta.",
        "En god vän till landsbygden är bredband.",
    ],
)
def test_policies_are_not_listed(text: str) -> None:
    assert cues(text) == []


def test_what_is_listed_says_where_and_is_all_of_the_sentence() -> None:
    made = Round()
    text = "Vägen är dålig. Min granne Tore får maten kall! Det är allt."
    made.add(Respondent("Byalaget"), [("3.3.behov", text, [])], "a.docx")
    (found,) = to_look_at(made.submissions, load_first_names())
    assert (found.number, found.field) == (1, "3.3.behov")
    assert found.text == "Min granne Tore får maten kall!"
    assert found.cues == (Cue.KIN, Cue.NAME)
