import pytest

from inspel_app.analysis.requests import asked_in, phrases_of, points_back


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


@pytest.mark.parametrize(
    "sentence",
    [
        "Det borde fattas tidigt i processen och stå fast.",
        "Den ska finnas med bland prioriterade stråk.",
        "De behöver få ersättning i tid.",
        "Detta bör regionen driva på om.",
        "Den måste gå på kvällen.",
        "Det ska göras i samråd med byarna.",
        "Dessa ska prioriteras i planen.",
        "Det bör ni se till.",
        "Det vill vi se mer av.",
        "Han måste få hjälp.",
        "Det bör göras så att alla hinner med.",
        "Det ska finnas kvar.",
        "Det bör vara gratis.",
        "Det måste ske innan vintern.",
        "Den bör vara öppen hela året.",
        "De ska inte stängas.",
        "Det får inte hända igen.",
        "Dit måste bussen gå.",
        "Det ska skrivas in i avtalet.",
        "Sådana stöd bör återinföras.",
        "Den delen måste skrivas om.",
        "Denna väg ska rustas.",
        "Det här måste prioriteras.",
        "Det kräver vi.",
    ],
)
def test_a_sentence_that_opens_with_a_word_for_another_points_back(sentence: str) -> None:
    assert points_back(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Det behövs fler turer i inlandet.",
        "Det måste gå att ringa till en människa.",
        "Det ska finnas ett bibliotek i varje kommun.",
        "Den som kör buss ska få rast.",
        "De äldre ska få välja.",
        "Den statligt upphandlade trafiken måste säkras.",
        "Det bör byggas fler bostäder för unga.",
        "Det är viktigt att skolan får vara kvar.",
        "Det måste bli enklare att bygga.",
        "Det ska vara lätt att resa.",
        "De som bor i byn måste få rösta.",
        "Stoppa det.",
        "Bygg ut bredbandet.",
        "Det krävs en ny bro över älven.",
        "Det saknas bostäder för äldre, bygg fler.",
        "Det borde finnas en jourlinje dygnet runt.",
        "Det bör satsas mer på kulturskolan.",
        "Det ska inte behöva ta en dag att nå tandvården.",
        "De små kommunerna måste få stöd.",
        "Den nya bron bör stå klar 2028.",
        "Det måste vara möjligt att pendla utan bil.",
        "De nationella målen bör brytas ned.",
        "Det är orimligt att vänta så länge, korta köerna.",
        "Den norra leden ska öppnas.",
    ],
)
def test_a_sentence_that_tells_what_it_is_of_does_not(sentence: str) -> None:
    assert not points_back(sentence)
