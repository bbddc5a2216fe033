import pytest

from inspel_app.analysis.requests import asked_in, phrases_of


def told(text: str) -> float:
    """The subjects at hand: those that the text names."""
    return float(sum(word in text.lower() for word in ("buss", "turer", "bb", "led", "tåg")))


def phrase(*texts: str) -> str | None:
    found = phrases_of(asked_in(texts, told), told)
    return found[0].text if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vi vill se fler anropsstyrda turer i inlandet. Tack.",
            "fler anropsstyrda turer i inlandet",
        ),
        ("Behåll BB i Lycksele!", "Behåll BB i Lycksele"),
        ("Det är långt. Bygg ut ledsystemet, annars går det sönder.", "Bygg ut ledsystemet"),
        ("Bussen måste gå på kvällen, säger alla.", "Bussen måste gå på kvällen"),
        ("Lägg till att bussen ska gå på lördagar.", "bussen ska gå på lördagar"),
    ],
)
def test_says_what_is_asked_in_the_writers_words(text: str, expected: str) -> None:
    assert phrase(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bussen går kl. 7 och kommer hem halv fem.",
        "Det bör ni se till.",
        "Den måste gå på kvällen.",
        "Bygg bussgator där ingen bor.",
        "Rusta www.buss.example nu.",
        "Låt bussen i byn gå kvar hela nästa vinter.",
        "Vi anser att bussarna och de som kör dem i hela länets inland alla dagar bör synas.",
    ],
)
def test_gives_no_half_phrase_and_none_where_nothing_is_asked(text: str) -> None:
    assert phrase(text) is None


def test_the_clearest_sentence_comes_first() -> None:
    asked = asked_in(
        ["Det bör ske nu. Rusta bussen.", "Bussarna och tåget måste mötas vid stationen."], told
    )
    assert asked[0].sentence == "Bussarna och tåget måste mötas vid stationen."
    assert all(a.sentence for a in asked)


def test_nothing_asked_gives_nothing() -> None:
    assert asked_in(["Bussen är röd."], told) == []
    assert asked_in([], told) == []


@pytest.mark.parametrize(
    "text",
    [
        "Flytta bussen eller behåll den?",
        "och bussen bör gå också på lördagar.",
        "Vi vill att bussen:",
        "Bussen ger arbete, och någonstans måste tåget komma ifrån.",
    ],
)
def test_questions_half_sentences_and_mere_reasons_ask_for_nothing(text: str) -> None:
    assert asked_in([text], told) == []


def test_a_sentence_that_was_parted_from_another_ends_with_its_last_word() -> None:
    assert [a.sentence for a in asked_in(["Bussen bör vara avgiftsfri i hela länet,"], told)] == [
        "Bussen bör vara avgiftsfri i hela länet"
    ]
