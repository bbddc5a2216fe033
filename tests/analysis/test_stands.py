"""What is to become of a thing, where a text says so plainly, and nothing of what is only told."""

import pytest

from inspel_app.analysis.stands import Kind, is_same, stands


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Simhallen i Åsele ska vara kvar.", Kind.STAY),
        ("Låt simhallen i Åsele få vara kvar.", Kind.STAY),
        ("Vi tycker att simhallen ska hållas öppen.", Kind.STAY),
        ("Simhallen får inte läggas ned.", Kind.STAY),
        ("Stoppa nedläggningen av simhallen.", Kind.STAY),
        ("Simhallen är en förutsättning för byn.", Kind.STAY),
        ("Bygg fler simhallar.", Kind.MORE),
        ("Därför bör simhallen byggas ut.", Kind.MORE),
        ("Det behövs en simhall.", Kind.MORE),
        ("Stäng simhallen.", Kind.END),
        ("Regionen bör lägga ned simhallarna.", Kind.END),
        ("Vi säger nej till simhallen.", Kind.END),
        ("Simhallarna bör samlas i större orter.", Kind.GATHERED),
        ("Slå ihop simhallarna.", Kind.GATHERED),
        ("Simhallen ska inte byggas ut.", Kind.FEWER),
        ("Bygg ingen simhall.", Kind.FEWER),
        ("Utbyggnaden av simhallen bör stoppas.", Kind.FEWER),
        ("Vi vill inte ha några simhallar.", Kind.FEWER),
    ],
)
def test_tells_what_is_to_become_of_a_thing(text: str, kind: Kind) -> None:
    (stand,) = stands(text)
    assert (stand.kind, stand.thing) == (kind, "simhall")


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen vill lägga ned simhallen.",
        "Simhallen ska läggas ned.",
        "Simhallen ska enligt beslut byggas ut.",
        "Ska simhallen vara kvar?",
        "Simhallen som ska byggas ut är dyr.",
        "Hon tackade nej till simhallen.",
        "Lägg ned den gamla simhallen och flytta dit.",
        "Begränsa simhallen till helgerna.",
        "Ta bort bilarna från simhallen.",
        "Simhallen har gett fler besökare.",
        "Samla information om simhallen på en sida.",
        "Behåll simhallen. Stäng simhallen.",
        "Inför rivningen av simhallen höll kommunen möten.",
        "Den som säger nej till simhallen har aldrig varit där.",
    ],
)
def test_takes_no_stand_where_it_is_told_or_said_of_a_part(text: str) -> None:
    assert not stands(text)


def test_a_thing_is_the_same_however_it_is_inflected() -> None:
    (one,), (other,) = stands("Öppna gruvan."), stands("Inga nya gruvor.")
    assert is_same(one.thing, other.thing)
    assert not is_same("skol", "skolskjut")


def test_a_compound_that_adds_little_is_of_the_same_thing() -> None:
    assert {s.thing for s in stands("Bygg ut vindkraftverken. Inga nya skotrar.")} == {
        "vindkraf",
        "skotr",
    }
