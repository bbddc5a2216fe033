import pytest

from inspel_app.analysis.swedish import Swedish
from inspel_app.analysis.wishes import wishes
from inspel_app.services import models


@pytest.fixture(scope="module")
def swedish() -> Swedish:
    return models.swedish()


def said(swedish: Swedish, text: str) -> dict[str, str]:
    (read,) = swedish.read([text])
    return {wish.heading: wish.matter for wish in wishes(read)}


@pytest.mark.parametrize(
    ("text", "heading", "matter"),
    [
        ("Bygg mellanboenden för oss.", "Bygg mellanboenden", "mellanboenden"),
        ("Regionen måste skapa en personalpool.", "skapa en personalpool", "en personalpool"),
        (
            "Vi behöver stabil basfinansiering.",
            "Behov av stabil basfinansiering",
            "stabil basfinansiering",
        ),
        ("Vi saknar mobiltäckning.", "Brist på mobiltäckning", "mobiltäckning"),
        ("Vi säger nej till fler gruvor.", "Nej till fler gruvor", "fler gruvor"),
    ],
)
def test_says_what_is_wanted_as_a_heading(
    swedish: Swedish, text: str, heading: str, matter: str
) -> None:
    assert said(swedish, text).get(heading) == matter


@pytest.mark.parametrize(
    "text",
    [
        "Strategin är lång.",
        "Frun tackade nej till anställning.",
        "Vi behöver inte fler gruvor.",
        "Det går inte att säga nej till varje kraftledning.",
        "Vi behöver Maria Lindberg.",
        "Det är svårt att bygga bostäder.",
    ],
)
def test_makes_nothing_of_what_is_not_wanted_or_names_somebody(swedish: Swedish, text: str) -> None:
    assert said(swedish, text) == {}
