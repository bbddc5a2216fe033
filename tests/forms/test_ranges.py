"""Laws of ranges."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from inspel_app.forms.ranges import Range, stripped, subtract, union

ranges = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda r: (min(r), max(r))), max_size=8
)


def ground(pieces: list[Range]) -> set[int]:
    return {n for start, end in pieces for n in range(start, end)}


@given(ranges)
def test_union_covers_the_same_ground_with_gaps_between(pieces: list[Range]) -> None:
    joined = union(pieces)
    assert ground(joined) == ground(pieces)
    assert all(a[1] < b[0] for a, b in itertools.pairwise(joined))


@given(ranges, st.integers(0, 30), st.integers(0, 60))
def test_subtract_leaves_what_the_holes_do_not_cover(
    holes: list[Range], start: int, length: int
) -> None:
    whole = (start, start + length)
    assert ground(subtract(whole, union(holes))) == ground([whole]) - ground(holes)


@given(st.text(alphabet=" \n\tabå", max_size=40))
def test_strip_keeps_all_that_is_not_white_space_at_the_ends(text: str) -> None:
    pieces = stripped(text, [(0, len(text))])
    assert [text[start:end] for start, end in pieces] == [t for t in [text.strip()] if t]
