from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.teaching import teaching_order


def test_the_most_unsure_come_first() -> None:
    assert teaching_order([0.1, 0.9, 0.5], ["a", "b", "c"]) == [1, 2, 0]


def test_another_kind_goes_before_many_of_one() -> None:
    assert teaching_order([0.9, 0.9, 0.9, 0.8], ["a", "a", "a", "b"]) == [0, 1, 3, 2]


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3))))
def test_every_passage_has_its_place(passages: list[tuple[float, int]]) -> None:
    unsure = [worth for worth, _kind in passages]
    order = teaching_order(unsure, [kind for _worth, kind in passages])
    assert sorted(order) == list(range(len(passages)))
