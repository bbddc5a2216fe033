"""One wants what another refuses: by a matter that both name, and by nothing less."""

import pytest

from inspel_app.analysis.opposed import opposed
from inspel_app.analysis.stance import stance_of
from inspel_app.domain.coding import Passage, Stance


def said(*texts: str, stance: Stance | None = None) -> list[Passage]:
    """Each as a passage of another inspel, with its stance."""
    return [
        Passage(str(n), str(n), str(n), None, 0, len(t), t, stance=stance or stance_of(t))
        for n, t in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("wants", "refuses"),
    [
        ("Nattåget måste räddas.", "Vi tror inte på nattåget. Lägg hellre pengarna på bussen."),
        ("Nattåget bör gå varje dag.", "Nattåget kostar åtta miljarder. Lägg ner eländet!"),
        ("Vi ser positivt på gruvdrift nära järnväg.", "Ingen mer gruvdrift vid sjön!"),
        ("Terrängspåren måste få en driftspeng.", "Terrängspåren är ett problem för djuren."),
        ("Vi vill därför att urskogen ska skyddas.", "Fler reservat i urskogen avstyrks."),
        ("Vi stöder en upprustning av hamnen.", "Lägg ned hamnen."),
    ],
)
def test_who_wants_and_who_refuses_the_same_are_opposed(wants: str, refuses: str) -> None:
    assert opposed(said(wants, refuses)) == (("0", "1"),)
    assert opposed(said(refuses, wants)) == (("1", "0"),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nattåget måste räddas.", "Gruvdriften är ett problem."),
        ("Ni borde läsa mer om nattåget.", "Ni läser väl inte ens det här."),
        (
            "Vi instämmer i att yrkesskolan är viktig.",
            "Yrkesskolan nämns i strategin bara i en bisats, vilket är en brist.",
        ),
        ("Rusta hamnen.", "Vi säger nej till varje nedläggning av hamnen."),
        ("Bygg marklägenheter.", "Vi motsätter oss gruvor på betesmarker."),
        ("Nattåget bör gå varje dag.", "Nattåget fungerar inte."),
    ],
)
def test_criticism_beside_a_proposal_is_no_opposition_by_itself(one: str, other: str) -> None:
    assert opposed(said(one, other, "Vi har läst strategin.")) == ()


def test_support_comes_before_proposals() -> None:
    told = said("Hamnen bör rustas upp.", "Vi välkomnar hamnen.", "Nej till hamnen!")
    assert opposed(told) == (("1", "2"), ("0", "2"))


def test_one_respondents_own_points_are_not_opposed() -> None:
    wants, refuses = said("Hamnen bör rustas upp.", "Nej till hamnen!")
    assert opposed([wants, refuses])
    assert not opposed([wants, Passage("9", "0", "0", None, 0, 9, refuses.text)])
