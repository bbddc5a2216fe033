"""The order that people want holds whatever the machine adds or takes away."""

from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.composition import SectionEdit, in_order

KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(KEYS, KEYS)
def test_nothing_is_lost_or_made_up(keys: list[str], wanted: list[str]) -> None:
    assert sorted(in_order(keys, wanted)) == sorted(keys)


@given(KEYS, KEYS)
def test_what_is_named_stands_as_it_is_wanted(keys: list[str], wanted: list[str]) -> None:
    told = [key for key in in_order(keys, wanted) if key in wanted]
    assert told == [key for key in wanted if key in keys]


@given(KEYS, KEYS)
def test_what_is_not_named_comes_right_after_what_it_came_after(
    keys: list[str], wanted: list[str]
) -> None:
    ordered = in_order(keys, wanted)
    for before, key in zip([None, *keys], keys, strict=False):
        if key not in wanted:
            place = ordered.index(key)
            assert (ordered[place - 1] if place else None) == before


def test_an_edit_that_says_nothing_is_none() -> None:
    assert not SectionEdit("tema_t1", "Bussar").says_something
    assert SectionEdit("eget_1", "Sammanfattning", own=True).says_something
