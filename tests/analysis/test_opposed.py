"""One wants what another refuses: by a matter that both name, and by nothing less."""

from dataclasses import replace

import pytest

from inspel_app.analysis.opposed import opposed
from inspel_app.analysis.stance import stance_of
from inspel_app.domain.coding import Passage


def said(*texts: str, theme: str | None = "t") -> list[Passage]:
    """Each as a passage of another inspel, in the same theme, with its stance."""
    return [
        Passage(str(n), str(n), str(n), None, 0, len(t), t, stance=stance_of(t), theme=theme)
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
        ("Vi är för hamnen vid Lövsund.", "Hamnen vid Lövsund måste stoppas."),
        ("Badhuset ska vara kvar.", "Det är inte rimligt att hålla liv i badhuset."),
        ("Strandskyddet måste värnas.", "Släpp på strandskyddet."),
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
        ("Den som säger nej till hamnen måste visa var jobben finns.", "Bygg ut hamnen."),
        ("Badhuset ska vara kvar.", "Stoppa hyrpersonalen i badhuset."),
        ("En fast dialog med byarna behövs.", "Två råd har samma dialog. Slå ihop dialogerna."),
        ("Bidragen till vägarna måste växa.", "Bidragstaket måste bort."),
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
    assert not opposed([wants, replace(refuses, submission="0")])


OPPOSITE = [
    ("Simhallen i Åsele ska vara kvar.", "Simhallarna bör samlas i större orter."),
    ("Bygg en bro till ön.", "Bygg ingen bro till ön."),
    ("Stationen ska hållas öppen.", "Stäng stationen."),
    ("Det behövs fler reservat.", "Inga fler reservat i fjällskogen!"),
    ("Tingsrätten måste få vara kvar.", "Tingsrätterna bör slås ihop."),
    ("Turistskatt ska införas.", "Vi avvisar en turistskatt."),
    ("Behåll biblioteken.", "Biblioteken bör slås samman till ett enda."),
    ("Fler vargar ska få leva.", "Vargstammen bör minskas."),
]


@pytest.mark.parametrize(("wants", "refuses"), OPPOSITE)
def test_opposite_proposals_are_opposed_wherever_they_stand(wants: str, refuses: str) -> None:
    assert opposed(said(wants, refuses, theme=None)) == (("0", "1"),)
    assert opposed(said(refuses, wants, theme=None)) == (("1", "0"),)


def test_of_many_things_only_the_same_are_opposed() -> None:
    told = said(*(text for pair in OPPOSITE for text in pair), theme=None)
    assert {(int(a) // 2, int(b) // 2) for a, b in opposed(told)} == {(n, n) for n in range(8)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bussen ska gå varje timme.", "Bussarna måste bli tystare."),
        ("Förlossningsvården måste bli bättre.", "Förlossningsavdelningen bör få fler rum."),
        ("Samla all information på en webbplats.", "Information ska finnas på flera språk."),
        ("Turismen ska växa.", "Begränsa turismen till markerade leder."),
        ("Lägg ned det gamla reningsverket och bygg ett nytt.", "Reningsverket ska byggas ut."),
        ("Dra inte in skolbussen.", "Skolbussen ska vara kvar."),
    ],
)
def test_to_want_different_things_of_the_same_is_no_opposition(one: str, other: str) -> None:
    assert opposed(said(one, other)) == ()


def test_in_different_themes_a_word_in_common_is_not_enough() -> None:
    wants, refuses = said("Terrängspåren måste få pengar.", "Terrängspåren är ett problem.")
    assert opposed([wants, refuses])
    assert not opposed([wants, replace(refuses, theme="other")])
