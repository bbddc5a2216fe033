"""Addresses and numbers are covered, and what only looks like them stays."""

import pytest

from inspel_app.domain.synthesis import Audience
from tests.synthesis.conftest import CONTACT
from tests.synthesis.showing import OFFICIAL, shown


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
@pytest.mark.parametrize(
    "text",
    [
        CONTACT,
        CONTACT.upper(),
        CONTACT.replace(" ", "\n"),
        CONTACT.replace(" ", "_"),
        "ture@storby.example",
        "nagon.annan+x@myndighet.example.se",
        "070-123 45 67",
        "+46 70 123 45 67",
        "090-12 34 56",
        "19850102-1234",
        "+46701234567",
        "0701234567",
        "0046701234567",
        "+46(0)70-123 45 67",
        "+358 40 123 45 67",
        "095012345",
        "08-123 456 78",
        "5001011234",
        "195001611234",
        "500101 1234",
        "580214 - 3344",
        "580214\u20113344",
        "19580214 \u2013 33 44",
        "1958-02-14-3344",
        "(090) 12 34 56",
        "(090)-12 34 56",
        "070\u2013123 45 67",
        "070.123.45.67",
        "lisa punkt by snabel-a post punkt example",
        "lisa (at) by.example",
        "lisa(at)by (punkt) example",
        "Skogsvägen 3",
        "Västra Norrlandsgatan 10 B",
        "930 70 Malå",
        "SE-931 85 SKELLEFTEÅ",
        "Nedre Rusksele 12, 921 95 Lycksele",
        "Box 123\n901 23 Umeå",
    ],
)
def test_contact_details_are_covered(text: str, audience: Audience) -> None:
    for after in (" gärna", ", gärna", ".", "\n1. Sedan"):
        seen = shown(f"Fråga {text}{after}", OFFICIAL, audience)
        assert seen == f"Fråga {'█' * len(text)}{after}"


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("Mobil: ", "0 7 0 - 1 1 1 2 2 3 3"),
        ("tfn ", "30 40 506"),
        ("Tel. ", "140 01"),
        ("TELEFON ", "(140) 01"),
        ("ring ", "nolla sjuttio, 30 40 506"),
        ("ring ", "noll sju noll, ett två tre fyrtiofem sex sju"),
        ("född ", "1948-03-12"),
        ("Född: ", "19480312"),
        ("född den ", "12 mars 1948"),
        ("född ", "12/3 -48"),
        ("Bankgiro ", "123-4567"),
        ("kontonummer ", "8327-9, 123 456 789-0"),
        ("mitt konto är ", "SE45 5000 0000 0583 9825 7466"),
    ],
)
def test_numbers_are_covered_by_what_they_are_called(before: str, number: str) -> None:
    for after in (" gärna", ", gärna", ".", "\nSedan"):
        seen = shown(f"Fråga {before}{number}{after}", OFFICIAL, Audience.PUBLIC)
        assert seen == f"Fråga {before}{'█' * len(number)}{after}"


@pytest.mark.parametrize("below", ["", "\n", "\nÅsele"])
def test_a_village_and_a_number_that_end_a_letter_are_a_home(below: str) -> None:
    home = "Stortjärn 14"
    seen = shown(f"Bygg ut fibern.\nHälsningar\n{home}{below}", OFFICIAL, Audience.PUBLIC)
    assert seen == f"Bygg ut fibern.\nHälsningar\n{'█' * len(home)}{below}"


@pytest.mark.parametrize("last", ["Bilaga 2", "Delprioritering 3", "Väg 92"])
def test_what_else_ends_with_a_number_stays(last: str) -> None:
    text = f"Bygg ut fibern.\n{last}"
    assert shown(text, OFFICIAL, Audience.PUBLIC) == text


@pytest.mark.parametrize(
    "text",
    [
        "RUN 234–2025",
        "åren 2020-2030",
        "kommunchef",
        "s 7–9",
        "0,5 procent",
        "2025-06-17",
        "0-18 år",
        "180 000 kronor",
        "12 500 000",
        "+12 500 000",
        "1 200 000 000",
        "SOU 2020:8",
        "lag (2010:630)",
        "dnr 2024/001234",
        "dnr 03456-2025",
        "05-06-2025",
        "05/06 2025",
        "riksväg 45 och E12",
        "Länsvägen 363",
        "Inlandsvägen 30 mil",
        "Översiktsplan 2040",
        "120 000 Umeåbor",
        "kl 08.00–17.00",
        "2025-06-17 – 2026",
        "2025-06-17 14.30",
        "01.06.2025",
        "556677 – 2025",
        "(2024) 12 34",
        "+46 är",
        "född 1948",
        "födda 1990 och 2020",
        "telefon 2030",
        "från noll till fem, tio eller tjugo",
        "konto 2025",
        "mobil 4 och 5",
    ],
)
def test_ordinary_numbers_and_words_stay(text: str) -> None:
    assert shown(f"Se {text} här", OFFICIAL, Audience.PUBLIC) == f"Se {text} här"
