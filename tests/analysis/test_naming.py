import pytest

from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.naming import Candidates, Namer
from inspel_app.analysis.sayings import Meanings, Sayings
from inspel_app.services.models import compound_splitter, lemmatizer, sentence_encoder

BUSES = ["Bussen går för sällan på kvällen.", "Vi vill ha en buss till.", "Bussarna är fulla."]
LIBRARIES = ["Biblioteket är stängt.", "Böckerna på biblioteket är gamla."]
NOTHING = Candidates({}, (), (), (), "Cykel")


CONTENTS = ContentWords(lemmatizer(), compound_splitter())
MEANINGS = Meanings(sentence_encoder(), (w for t in BUSES + LIBRARIES for w in CONTENTS.of(t)))


@pytest.fixture(scope="module")
def namer() -> Namer:
    return Namer(sentence_encoder(), [*BUSES, *LIBRARIES])


def best_first(namer: Namer, names: Candidates, texts: list[str], others: list[str]) -> list[str]:
    return namer.best_first(names, Sayings(CONTENTS, MEANINGS, texts), others)


def test_takes_what_comes_near_to_these_texts_and_not_to_the_others(namer: Namer) -> None:
    names = NOTHING._replace(terms=["bibliotek", "buss"])
    assert best_first(namer, names, BUSES, LIBRARIES)[0] == "buss"
    assert best_first(namer, names, LIBRARIES, BUSES)[0] == "bibliotek"


def test_leaves_out_what_none_of_the_texts_speaks_of(namer: Namer) -> None:
    names = NOTHING._replace(terms=["kollektivtrafik"], pieces=["fulla bussar"], title="Buss")
    assert set(best_first(namer, names, BUSES, LIBRARIES)) == {"fulla bussar", "Buss"}


def test_rather_takes_what_more_of_the_texts_say(namer: Namer) -> None:
    names = NOTHING._replace(pieces=["fulla bussar", "fulla klotrymdfarkoster"])
    assert best_first(namer, names, BUSES, LIBRARIES)[0] == "fulla bussar"


def test_weighs_a_heading_by_the_words_that_tell_its_matter(namer: Namer) -> None:
    names = NOTHING._replace(wishes={"Behov av fler bussar": "fler bussar"}, terms=["Cykel"])
    assert best_first(namer, names, BUSES, LIBRARIES) == ["Behov av fler bussar"]


def test_rather_takes_what_is_asked_than_the_matter(namer: Namer) -> None:
    names = NOTHING._replace(requests=["buss på kvällen"], terms=["buss på kvällen"])
    asked_for = NOTHING._replace(requests=["fler bussar"])
    assert names.weights()["buss på kvällen"] == max(asked_for.weights().values())
    asked = NOTHING._replace(requests=["buss på kvällen"], pieces=["buss till kvällen"])
    assert best_first(namer, asked, BUSES, LIBRARIES)[0] == "buss på kvällen"


def test_nothing_names_nothing(namer: Namer) -> None:
    assert best_first(namer, NOTHING, BUSES, []) == []
