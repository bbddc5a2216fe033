import pytest

from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.sayings import Meanings, Sayings
from inspel_app.analysis.subjects import Subjects
from inspel_app.analysis.titles import Titles, plain_forms
from inspel_app.analysis.words import stem
from inspel_app.services.models import compound_splitter, lemmatizer, sentence_encoder, swedish

BUSES = [
    "Bussarna till badplatsen går för sällan.",
    "En buss till badplatsen vore bra.",
    "Bussen är alltid full.",
]
OTHER = ["Biblioteket har stängt.", "Ingen spelar teater mer.", "Gruvan ger jobb."]
CONTENTS = ContentWords(lemmatizer(), compound_splitter())
MEANINGS = Meanings(sentence_encoder(), (w for t in BUSES + OTHER for w in CONTENTS.of(t)))


def forms(texts: list[str]) -> dict[str, str]:
    return plain_forms([*swedish().read(texts)])


def title(texts: list[str]) -> str:
    titles = Titles(Subjects(BUSES + OTHER))
    nouns = titles.telling(forms(texts), texts)
    return titles.title(nouns, Sayings(CONTENTS, MEANINGS, texts))


def test_tells_what_most_say_and_what_several_say_beside() -> None:
    assert title(BUSES) == "badplats och buss"


def test_a_noun_alone_is_told_to_be_spoken_of() -> None:
    assert title(BUSES[1:]) == "synpunkter på buss"


def test_nouns_of_one_text_each_stand_for_more() -> None:
    assert title([OTHER[0], OTHER[2]]) == "bibliotek och jobb med mera"


def test_says_that_there_is_more_where_most_say_something_else() -> None:
    assert title([*OTHER, BUSES[0]]).endswith(" med mera")


@pytest.mark.parametrize(
    ("text", "form"),
    [("Bussarna går.", "bussarna"), ("Bussen går.", "buss"), ("Fler bussar går.", "bussar")],
)
def test_a_title_has_several_or_one_without_its_article(text: str, form: str) -> None:
    assert form in forms([text]).values()


def test_a_genitive_and_what_is_no_noun_heads_nothing() -> None:
    assert set(forms(["Bussens förare kör."]).values()) == {"förare"}


def test_the_name_of_a_thing_keeps_its_capital() -> None:
    titles = Titles(Subjects(["Vi vill rusta Inlandsbanan.", "Kör på Inlandsbanan."]))
    assert titles.written(stem("inlandsbanan"), "inlandsbanan") == "Inlandsbanan"
