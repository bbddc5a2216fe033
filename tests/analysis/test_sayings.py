import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.sayings import Meanings, Sayings
from inspel_app.services.models import compound_splitter, lemmatizer, sentence_encoder

TEXTS = [
    "Bygg ut elnätet i byarna.",
    "Nätet är fullt.",
    "Flyget är dyrt.",
    "Bussen går för sällan och elnätet räcker inte.",
]
CONTENTS = ContentWords(lemmatizer(), compound_splitter())
MEANINGS = Meanings(sentence_encoder(), (w for text in TEXTS for w in CONTENTS.of(text)))


@pytest.fixture(scope="module")
def said() -> Sayings:
    return Sayings(CONTENTS, MEANINGS, TEXTS)


def test_counts_the_texts_that_say_a_word_however_it_is_bent(said: Sayings) -> None:
    assert said.plain_shares("buss") == [0.25]
    assert said.plain_shares("elnät") == [0.5]
    assert said.plain_shares("och i") == []


def test_a_word_that_means_nearly_the_same_counts_half(said: Sayings) -> None:
    assert said.share("flygplatser") == 0.125
    assert said.plain_shares("flygplatser") == [0.0]


def test_reaches_all_that_say_any_of_the_words(said: Sayings) -> None:
    assert said.reach("buss") == 0.25
    assert said.reach("elnät och buss") >= 0.5
    assert said.reach("och") == 0


def test_the_very_words_count_more_than_near_ones(said: Sayings) -> None:
    assert said.plain_reach("flygplatser och buss") == 0.25
    assert said.sure_share("flygplatser") == 0.0625


@given(st.lists(st.sampled_from(TEXTS), min_size=1), st.sampled_from(["buss", "elnät", "flyg"]))
def test_all_shares_are_shares_and_no_text_counts_twice(texts: list[str], word: str) -> None:
    said = Sayings(CONTENTS, MEANINGS, texts)
    (plain,) = said.plain_shares(word)
    assert 0 <= plain <= said.share(word) <= said.reach(word) <= 1


def test_a_word_is_of_most_when_more_than_half_say_it_themselves() -> None:
    half = Sayings(CONTENTS, MEANINGS, ["Bussen går.", "Färjan går."])
    assert not half.is_of_most("buss och färja")
    assert Sayings(CONTENTS, MEANINGS, [*half.texts, "En buss."]).is_of_most("buss och färja")
