import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.fitting import Fitting
from inspel_app.analysis.requests import asked_in
from inspel_app.analysis.sayings import Meanings, Sayings
from inspel_app.analysis.sides import leaning
from inspel_app.analysis.words import content_stems
from inspel_app.services.models import compound_splitter, lemmatizer, sentence_encoder

KEEP = "Behåll simhallen i byn."
WANTS = "Simhallen måste öppna igen."
CLOSE = "Lägg ned simhallen, den är dyr."
TELLS = "Simhallen är stängd."
OTHER = "Bussen borde gå oftare."
SAID = [KEEP, WANTS, CLOSE, TELLS, OTHER]

CONTENTS = ContentWords(lemmatizer(), compound_splitter())
MEANINGS = Meanings(sentence_encoder(), (word for text in SAID for word in CONTENTS.of(text)))


def speaks(text: str) -> set[str]:
    return set(content_stems(text))


def fitting(*texts: str) -> Fitting:
    asking = {one.text for one in asked_in(texts, lambda _sentence: 1)}
    said = Sayings(CONTENTS, MEANINGS, texts)
    return Fitting(said, [leaning(text, speaks) for text in texts], asking, speaks)


def test_is_asked_what_most_ask_and_none_refuses() -> None:
    assert fitting(KEEP, WANTS, TELLS).is_asked("Behåll simhallen", "simhallen")


@pytest.mark.parametrize(
    "others", [(CLOSE, WANTS), (OTHER, OTHER), (TELLS, TELLS, TELLS)], ids=["no", "other", "none"]
)
def test_is_not_asked_what_some_refuse_few_say_or_few_ask(others: tuple[str, ...]) -> None:
    assert not fitting(KEEP, *others).is_asked("Behåll simhallen", "simhallen")


def test_what_one_of_two_says_is_not_asked() -> None:
    assert not fitting(KEEP, OTHER).is_asked("Behåll simhallen", "simhallen")


def test_what_both_speak_of_and_one_of_two_asks_is_not_asked() -> None:
    assert not fitting(KEEP, TELLS).is_asked("Behåll simhallen", "simhallen")
    assert fitting(KEEP, WANTS).is_asked("Behåll simhallen", "simhallen")


def test_what_is_asked_of_the_strategy_is_asked_by_those_who_speak_of_it() -> None:
    name = "Strategin måste nämna simhallen"
    assert not fitting(KEEP, WANTS, name).is_asked(name, "simhallen")
    assert fitting(KEEP, name, name).is_asked(name, "simhallen")


def test_one_in_many_may_say_the_opposite() -> None:
    assert fitting(*[WANTS] * 8, CLOSE).is_asked("Behåll simhallen", "simhallen")


def test_what_refuses_is_opposed_by_those_who_want() -> None:
    assert fitting(CLOSE, CLOSE).is_asked("Lägg ned simhallen", "simhallen")
    assert not fitting(CLOSE, CLOSE, KEEP).is_asked("Lägg ned simhallen", "simhallen")


def test_a_name_of_before_is_right_while_most_say_it_and_none_the_opposite() -> None:
    assert fitting(KEEP, WANTS, OTHER).is_right("Behåll simhallen")
    assert not fitting(KEEP, CLOSE).is_right("Behåll simhallen")
    assert not fitting(KEEP, OTHER, OTHER).is_right("Behåll simhallen")


def test_tells_the_matter_that_more_than_half_say() -> None:
    assert fitting(KEEP, TELLS, OTHER).tells_matter("simhall")
    assert not fitting(KEEP, OTHER).tells_matter("simhall")
    assert not fitting(*[TELLS] * 3, KEEP).tells_matter("simhall i byn")


def test_no_word_of_a_matter_is_of_one_of_several_points_alone() -> None:
    assert fitting(KEEP).tells_matter("simhall i byn")
    assert not fitting(KEEP, TELLS).tells_matter("simhall i byn")
    assert not fitting(KEEP, TELLS, WANTS).tells_matter("simhall i byn")
    assert fitting(KEEP, TELLS, WANTS, KEEP).tells_matter("simhall i byn")


@given(
    st.lists(st.sampled_from(SAID), min_size=1, max_size=12),
    st.sampled_from(
        [
            ("Behåll simhallen", "simhallen"),
            ("Lägg ned simhallen", "simhallen"),
            ("Kör buss", "buss"),
        ]
    ),
)
def test_words_of_what_is_asked_stand_in_most_of_the_texts(
    texts: list[str], name: tuple[str, str]
) -> None:
    here = fitting(*texts)
    if here.is_asked(*name):
        assert min(here.said.shares(name[1])) > 0.5
        opposite = CLOSE if name[0].startswith("Behåll") else KEEP
        assert name[1] == "buss" or texts.count(opposite) * 8 <= len(texts)
