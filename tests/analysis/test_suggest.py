from dataclasses import replace

import numpy as np
import pytest

from inspel_app.analysis.suggest import CodebookSuggester, Lesson
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


def test_names_the_nearest_example(suggester: CodebookSuggester) -> None:
    (found,) = suggester.suggest(["Biblioteket har öppet för sällan på kvällarna."])
    assert found[0].reason.endswith("liknar: ”Biblioteket är öppet för sällan.”")


def test_shortens_a_long_example_at_a_word() -> None:
    long = "Bussen till skolan går alldeles för sällan och är alltid full när den väl kommer."
    book = replace(BOOK, codes=(replace(BOOK.codes[1], examples=(long,)), *BOOK.codes[2:]))
    (found,) = CodebookSuggester(book, ENCODER).suggest([long])
    assert found[0].reason.endswith("”Bussen till skolan går alldeles för sällan och är alltid …”")


def test_finds_the_leaf_by_names_and_descriptions_alone() -> None:
    bare = tuple(replace(code, terms=(), examples=()) for code in BOOK.codes if code.leaf)
    bare_book = CodebookSuggester(replace(BOOK, codes=bare), ENCODER)
    texts = ["Tågen är försenade.", "Internet fungerar inte i byn.", "En konstutställning."]
    assert [found[0].code for found in bare_book.suggest(texts)] == ["1.1", "1.2", "2.1"]


def test_is_less_sure_of_what_nothing_in_the_codebook_is_near_to() -> None:
    bare = tuple(replace(code, terms=(), examples=()) for code in BOOK.codes if code.leaf)
    suggester = CodebookSuggester(replace(BOOK, codes=bare), ENCODER)
    near, far = suggester.suggest(["Bussar, tåg och cykel.", "Zebrorna äter gräs på savannen."])
    assert far[0].permille < near[0].permille - 100


def test_claims_no_sureness_of_a_strange_text_and_says_why(suggester: CodebookSuggester) -> None:
    strange = CodebookSuggester(BOOK, ENCODER, strange=lambda text: "konstig" * ("tåg" in text))
    plain, odd = strange.suggest(["Bredbandet saknas.", "Bussar och tåg måste gå oftare."])
    assert plain == suggester.suggest(["Bredbandet saknas."])[0]
    surely = suggester.suggest(["Bussar och tåg måste gå oftare."])[0]
    assert [s.code for s in odd] == [s.code for s in surely]
    assert odd[0].permille < 500 < surely[0].permille
    assert odd[0].reason == "konstig"


SNOW = ["Snöröjningen på torget sköts illa.", "Torget snöröjs sent.", "Hästarna rastas för lite."]


def test_learns_from_decisions(suggester: CodebookSuggester) -> None:
    prepared = suggester.prepare(SNOW)
    before = suggester.shares(prepared)
    after = suggester.shares(prepared, suggester.learn(prepared, [Lesson(0, "2.1")]))
    told = after[:, 2] - before[:, 2]
    assert (told[:2] > 0.1).all()
    assert abs(told[2]) < told[:2].min()


def test_learns_from_what_was_suggested_rightly_too(suggester: CodebookSuggester) -> None:
    prepared = suggester.prepare(TEXTS)
    learnt = suggester.learn(prepared, [Lesson(0, "1.1")])
    assert suggester.shares(prepared, learnt)[0, 0] > suggester.shares(prepared)[0, 0]


def test_what_was_learnt_may_be_kept_in_what_is_said(
    suggester: CodebookSuggester,
) -> None:
    prepared = suggester.prepare(SNOW)
    learnt = suggester.learn(prepared, [Lesson(0, "2.1")])
    assert learnt is not None
    taught = suggester.taught(prepared, learnt)
    assert np.allclose(suggester.shares(taught), suggester.shares(prepared, learnt))


def test_learns_from_rejections(suggester: CodebookSuggester) -> None:
    prepared = suggester.prepare(TEXTS)
    before = suggester.shares(prepared)
    lesson = Lesson(0, "1.1", concerns=False)
    after = suggester.shares(prepared, suggester.learn(prepared, [lesson]))
    assert after[0, 0] < before[0, 0]


def test_the_order_of_decisions_changes_nothing(suggester: CodebookSuggester) -> None:
    prepared = suggester.prepare(SNOW)
    lessons = [Lesson(0, "2.1"), Lesson(1, "1.1"), Lesson(2, "1.2", concerns=False)]
    one, other = (
        suggester.shares(prepared, suggester.learn(prepared, order))
        for order in (lessons, lessons[::-1])
    )
    assert np.allclose(one, other, atol=1e-4)


def test_learns_nothing_from_what_concerns_no_leaf(suggester: CodebookSuggester) -> None:
    assert suggester.learn(suggester.prepare(SNOW), [Lesson(0, "tvargaende.form")]) is None


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


def test_tells_what_cuts_across_by_what_examples_taught(suggester: CodebookSuggester) -> None:
    texts = ["Hela dokumentet är alldeles för långt och behöver kortas.", TEXTS[0]]
    form, travel = suggester.across(suggester.prepare(texts))
    assert [s.code for s in form] == ["tvargaende.form"]
    assert "liknar: ”Dokumentet är för långt" in form[0].reason
    assert travel == []


def test_what_cuts_across_is_told_by_terms_alone_in_a_text_that_is_strange() -> None:
    odd = CodebookSuggester(BOOK, ENCODER, strange=lambda _text: "konstig")
    texts = ["Hela dokumentet är alldeles för långt och behöver kortas.", "Läsbarhet, sanoi hän."]
    assert [[s.code for s in f] for f in odd.across(odd.prepare(texts))] == [
        [],
        ["tvargaende.form"],
    ]


def test_nothing_cuts_across_where_the_codebook_has_no_such_code() -> None:
    book = Codebook("en", "En", (Code("1", "Vatten", CodeKind.PRIORITERING, leaf=True),))
    plain = CodebookSuggester(book, ENCODER)
    assert plain.across(plain.prepare(["Rent vatten till alla i hela länet."])) == [[]]
