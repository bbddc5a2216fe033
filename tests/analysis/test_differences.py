from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis import differences as module
from inspel_app.analysis.differences import Change, differences

words = st.lists(st.sampled_from(["buss", "tåg", "Malå", ".", "två"]), max_size=12).map(" ".join)


def told(one: str, other: str) -> list[tuple[str, str, str]]:
    return [(d.change, d.one.of(one), d.other.of(other)) for d in differences(one, other)]


def test_words_that_came_went_and_changed_are_told_with_their_places() -> None:
    assert told("Vi vill ha två bussar om dagen.", "Vi i Malå vill ha tio bussar dagen.") == [
        ("lika", "Vi", "Vi"),
        ("tillagt", "", "i Malå"),
        ("lika", "vill ha", "vill ha"),
        ("andrat", "två", "tio"),
        ("lika", "bussar", "bussar"),
        ("borttaget", "om", ""),
        ("lika", "dagen.", "dagen."),
    ]


def test_line_breaks_make_no_difference() -> None:
    assert [d.change for d in differences("ett två\ntre", "ett\ntvå  tre")] == [Change.SAME]


@given(words, words)
def test_the_stretches_hold_all_words_of_both_in_order(one: str, other: str) -> None:
    found = differences(one, other)
    assert " ".join(d.one.of(one) for d in found if d.one.of(one)).split() == one.split()
    assert " ".join(d.other.of(other) for d in found if d.other.of(other)).split() == other.split()
    for stretch in found:
        same = stretch.one.of(one).split() == stretch.other.of(other).split()
        assert same is (stretch.change is Change.SAME)


def test_texts_of_enormous_size_differ_as_a_whole() -> None:
    size = int(module._LARGEST**0.5) + 1
    one, other = "a " * size, "b " * size
    assert told(one, other) == [("andrat", one, other)]
