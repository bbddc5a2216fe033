import pytest

from inspel_app.analysis.announcing import announces, label_length


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi har följande synpunkter:",
        "Avslutningsvis några ord om skolan.",
        "Först något om vården.",
        "Sedan till frågan om vägar.",
        "Vi vill lyfta tre saker.",
        "Nämnden vill framföra följande.",
        "Vad gäller transporter har vi två förslag.",
        "Här kommer våra synpunkter:",
        "Allmänna synpunkter.",
        "Det var allt från oss.",
        "Det är våra viktigaste synpunkter.",
        "Vi hänvisar till vårt yttrande från 2024.",
    ],
)
def test_tells_what_only_announces(sentence: str) -> None:
    assert announces(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi vill lyfta tre saker: buss, tåg och fiber.",
        "Vi har påtalat det sedan 2018.",
        "Godset har halverats sedan 2010.",
        "Vi vill framhålla att dialogen måste börja tidigare.",
        "Vi har två förskolor och de är fulla.",
        "Några ord om skolan saknas.",
    ],
)
def test_what_says_something_does_not_only_announce(sentence: str) -> None:
    assert not announces(sentence)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I övrigt: Inget att tillägga.", "I övrigt: "),
        ("Några korta kommentarer: Skriv ut vem som ansvarar.", "Några korta kommentarer: "),
        ("Reservkraft måste finnas: nätet var dött.", ""),
        ("Lägg till: Svenska kyrkan.", ""),
    ],
)
def test_a_label_that_tells_nothing_is_told_from_one_that_does(text: str, label: str) -> None:
    assert text[: label_length(text)] == label
