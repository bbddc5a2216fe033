import pytest

from inspel_app.analysis.suggest import CodebookSuggester
from inspel_app.domain.coding import Code, Codebook, CodeKind
from tests.analysis.books import BOOK
from tests.analysis.encoders import ENCODER

TEXTS = [
    "Bussarna och kollektivtrafiken måste byggas ut.",
    "Gräv ned bredbandskabeln så att fibern når fram.",
    "Folkbibliotekets öppettider bör utökas.",
]


@pytest.fixture(scope="module")
def suggester() -> CodebookSuggester:
    return CodebookSuggester(BOOK, ENCODER)


def test_puts_the_right_leaf_first(suggester: CodebookSuggester) -> None:
    assert [found[0].code for found in suggester.suggest(TEXTS)] == ["1.1", "1.2", "2.1"]


def test_ranks_every_leaf_and_nothing_else(suggester: CodebookSuggester) -> None:
    for found in suggester.suggest(TEXTS):
        assert {s.code for s in found} == {"1.1", "1.2", "2.1"}
        assert [s.permille for s in found] == sorted((s.permille for s in found), reverse=True)
        assert 0 <= sum(s.permille for s in found) <= 1000


def test_names_the_words_that_carried_it(suggester: CodebookSuggester) -> None:
    (found,) = suggester.suggest(["Gräv ned fibern till Bredbandsbyn i tid."])
    assert found[0].reason.startswith("ord: ")
    assert "fibern" in found[0].reason
    assert "Bredbandsbyn" in found[0].reason


def test_gives_a_general_remark_low_figures(suggester: CodebookSuggester) -> None:
    general, special = suggester.suggest(["Dokumentet har för många sidor.", TEXTS[0]])
    assert general[0].permille < special[0].permille


def test_says_nothing_of_texts_without_words(suggester: CodebookSuggester) -> None:
    assert suggester.suggest(["", "12 %", "-"]) == [[], [], []]
    assert suggester.suggest([]) == []


def test_says_the_same_each_time(suggester: CodebookSuggester) -> None:
    assert CodebookSuggester(BOOK, ENCODER).suggest(TEXTS) == suggester.suggest(TEXTS)


def test_takes_a_codebook_of_one_leaf() -> None:
    book = Codebook("en", "En", (Code("1", "Vatten", CodeKind.PRIORITERING, leaf=True),))
    assert [s.code for s in CodebookSuggester(book, ENCODER).suggest(["Rent vatten."])[0]] == ["1"]


def test_takes_a_codebook_without_leaves() -> None:
    book = Codebook("tom", "Tom", (Code("1", "Vatten", CodeKind.VISION),))
    assert CodebookSuggester(book, ENCODER).suggest(["Rent vatten."]) == [[]]
