import pytest

from inspel_app.analysis.places import PlaceFinder
from inspel_app.domain.coding import Place
from inspel_app.resources.gazetteer import load_gazetteer

FINDER = PlaceFinder(load_gazetteer().towns)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vägen från Tärnaby till Hemavan.", [("Tärnaby", "Storuman"), ("Hemavan", "Storuman")]),
        ("Umeås hamn och Lycksele.", [("Umeå", "Umeå"), ("Lycksele", "Lycksele")]),
        ("Bussen till Östra Falmark går sällan.", [("Östra Falmark", "Skellefteå")]),
        ("Vi i Lund håller med.", [("Lund", "Lund")]),
        ("Nilsvik och Berg (2023) och Nilsvik & Lund (2019) visar det.", []),
        (
            "Umeå och Skellefteå (2023) växer.",
            [("Umeå", "Umeå"), ("Skellefteå", "Skellefteå")],
        ),
        ("Anna Lund håller med. Berg och dal.", []),
        ("Det är en lång väg i lund och mark.", []),
    ],
)
def test_finds_places_with_their_municipality(text: str, found: list[tuple[str, str]]) -> None:
    assert FINDER.places(text) == tuple(Place(*place) for place in found)


def test_a_paper_of_a_town_is_no_place() -> None:
    assert FINDER.are_places("Umeå (2023)")
    assert not FINDER.are_places("Umeå näringslivsanalys 2024")


def test_an_organisation_is_no_place() -> None:
    assert FINDER.places("Storumans kommun i Stensele.", ["Storumans kommun"]) == (
        Place("Stensele", "Storuman"),
    )
