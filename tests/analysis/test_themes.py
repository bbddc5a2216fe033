import random

import pytest

from inspel_app.analysis.cluster import AverageClusterer
from inspel_app.analysis.themes import make_themes
from inspel_app.domain.coding import Assignment, Origin, Passage, Theme
from tests.analysis.encoders import MIXED

SAID = [
    ("3.4", "Bygg ut bredbandet i byarna så att fibern når alla."),
    ("3.4", "Bredbandet når inte byarna, fibern måste byggas ut."),
    ("3.4", "Byarna saknar fiber och bredband."),
    ("3.4", "Lär ut källkritik i skolan."),
    ("3.10", "Vinterväghållning."),
    ("3.10", "12 %"),
    (None, "Strategin är för lång."),
    (None, "!"),
]


def passage(number: int, code: str | None, text: str) -> Passage:
    given = (Assignment(code, None, Origin.FORM),) if code else ()
    return Passage(f"a{number}:0-9", "s", f"a{number}", None, 0, 9, text, given)


PASSAGES = [passage(n, code, text) for n, (code, text) in enumerate(SAID)]


def themes(passages: list[Passage]) -> list[Theme]:
    return make_themes(passages, MIXED, AverageClusterer())


def test_every_passage_lands_in_one_theme_of_its_code() -> None:
    code = {p.id: p.code for p in PASSAGES}
    found = themes(PASSAGES)
    assert sorted(p for t in found for p in t.passages) == sorted(code)
    assert all(code[p] == t.code for t in found for p in t.passages)


def test_what_says_nothing_on_the_matter_is_in_no_theme() -> None:
    found = themes([*PASSAGES, passage(20, "3.4", "Mitt namn är Kim.")])
    assert found == themes(PASSAGES)


def test_what_shares_nothing_specific_stands_alone() -> None:
    said = ["Strategin är för kommunen.", "Strategin är bra för kommunen.", "Kommunen äter pizza."]
    found = themes([passage(n, None, text) for n, text in enumerate(said)])
    assert [len(t.passages) for t in found] == [1, 1, 1]


def test_the_first_passage_has_most_of_what_the_theme_is_named_by() -> None:
    first = themes(PASSAGES)[0]
    text = {p.id: p.text for p in PASSAGES}[first.passages[0]]
    assert first.label.split()[0].lower()[:6] in text.lower()


def test_gathers_what_says_the_same() -> None:
    first = themes(PASSAGES)[0]
    assert first.code == "3.4"
    assert set(first.passages) == {"a0:0-9", "a1:0-9", "a2:0-9"}
    assert {"bredbandet", "fibern"} & set(first.keywords)


def test_numbers_by_code_then_size_with_the_whole_last() -> None:
    found = themes(PASSAGES)
    assert [t.id for t in found] == [f"t{n}" for n in range(1, len(found) + 1)]
    assert [t.code for t in found if t.code] == sorted(
        (t.code for t in found if t.code), key=["3.4", "3.10"].index
    )
    assert found[-1].code is None
    sizes = [len(t.passages) for t in found if t.code == "3.4"]
    assert sizes == sorted(sizes, reverse=True)


def test_every_theme_has_a_label() -> None:
    assert all(t.label for t in themes(PASSAGES))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_passages_changes_nothing(seed: int) -> None:
    shuffled = random.Random(seed).sample(PASSAGES, len(PASSAGES))
    assert themes(shuffled) == themes(PASSAGES)


def test_makes_no_themes_of_nothing() -> None:
    assert themes([]) == []
