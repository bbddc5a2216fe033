import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.sides import divided_on, leaning

MATTERS = ("flygplats", "skola", "vindkraft", "strandskydd", "kamera")


def speaks(text: str) -> set[str]:
    return set(re.findall("|".join(MATTERS), text.lower()))


def sides(text: str) -> tuple[set[str], set[str]]:
    said = leaning(text, speaks)
    return set(said.wanted), set(said.refused)


@pytest.mark.parametrize(
    "text",
    [
        "Flygplatsen måste drivas vidare.",
        "Behåll flygplatsen.",
        "Flygplatsen ska vara kvar.",
        "Flygplatsen får inte läggas ned.",
        "Stoppa nedläggningen av vår flygplats.",
        "Sluta lägga ned flygplatser.",
        "Vi motsätter oss besparingar på flygplatsen.",
        "Ett förbud mot flygplatser är fel väg.",
        "Flygplatsen är en livlina. Behåll den.",
        "Flygplatsen ska inte säljas.",
        "Vi ser mycket positivt på en flygplats.",
        "Kommunen är positiv till flygplatsen.",
        "Vi stöder en upprustning av flygplatsen.",
        "Fortsätt att satsa på flygplatsen.",
        "Freda flygplatsen.",
        "Vi är för flygplatsen.",
        "Förbudet mot flygplatser måste upphöra.",
    ],
)
def test_tells_what_a_text_wants(text: str) -> None:
    assert sides(text) == ({"flygplats"}, set())


@pytest.mark.parametrize(
    "text",
    [
        "Sluta subventionera små flygplatser.",
        "Lägg ned de små flygplatserna.",
        "Slå ihop de två flygplatserna.",
        "Nej tack till en ny flygplats!",
        "Flygplatsen måste bort.",
        "En flygplats hör inte hemma här.",
        "Flygplatsen är ingen lösning för länet.",
        "Inför förbud mot flygplatser.",
        "Ge fler undantag från flygplatsen.",
        "Flygplatsen kostar mest av allt. Lägg ned den.",
        "Flygplatsen kostar mest av allt. Lägg ned eländet!",
        "Vi tror inte på flygplatsen.",
        "Inga nya flygplatser!",
        "Släpp på flygplatsen.",
        "Det är inte rimligt att hålla liv i flygplatsen.",
        "Skrota planerna på en flygplats.",
        "Satsningen på en flygplats bör dras tillbaka.",
        "Ännu en flygplats avstyrks.",
        "Flygplatsen är ett problem.",
    ],
)
def test_tells_what_a_text_refuses(text: str) -> None:
    assert sides(text) == (set(), {"flygplats"})


@pytest.mark.parametrize(
    "text",
    [
        "Flygplatsen ligger tio mil bort.",
        "Nedläggningen av flygplatsen märktes.",
        "Vi är trötta, sluta nu. Snart har flygplatsen stängt.",
        "Gör det enklare att nå flygplatsen.",
        "Vi får inte bygga vår flygplats.",
        "Behåll flygplatsen. Nej till flygplatsen!",
    ],
)
def test_tells_nothing_where_no_side_is_plainly_taken(text: str) -> None:
    assert sides(text) == (set(), set())


def test_what_protects_is_wanted_by_who_would_not_have_it_eased() -> None:
    assert sides("Strandskyddet ska inte luckras upp.") == ({"strandskydd"}, set())
    assert sides("Strandskyddet borde lättas för små kommuner.") == (set(), {"strandskydd"})


def test_each_clause_says_its_own() -> None:
    assert sides("Lägg ned flygplatsen och rusta skolan.") == ({"skola"}, {"flygplats"})


def test_is_divided_on_what_one_wants_and_another_refuses() -> None:
    wants, refuses = leaning("Behåll vår skola.", speaks), leaning("Lägg ned vår skola.", speaks)
    assert divided_on({"a": [wants], "b": [refuses]}) == {"skola"}
    assert divided_on({"a": [wants], "b": [wants]}) == set()
    assert divided_on({"a": [wants, refuses]}) == set()


@given(st.sampled_from(MATTERS), st.sampled_from(MATTERS))
def test_to_refuse_the_end_of_a_thing_is_to_want_it(matter: str, other: str) -> None:
    wanted, _refused = sides(f"Vi säger nej till nedläggning av {matter}.")
    _wanted, refused = sides(f"Vi säger nej till {other}.")
    assert (wanted, refused) == ({matter}, {other})


@pytest.mark.parametrize(
    "text",
    [
        "Kameror ska bara få sitta vid leden och regionen bör följa upp det.",
        "Den som säger nej till kameror borde fråga oss.",
        "Stoppa inbrotten vid skolan.",
    ],
)
def test_a_limit_what_others_refuse_and_a_place_are_no_side(text: str) -> None:
    assert sides(text) == (set(), set())


def test_what_is_to_stay_is_wanted_and_not_what_it_stays_with() -> None:
    assert sides("Skolan ska finnas kvar med kameror.") == ({"skola"}, set())
