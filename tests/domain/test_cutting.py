from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.coding import Passage
from inspel_app.domain.cutting import alive, around, part_of

TEXT = "ett två tre fyra fem sex sju åtta nio tio"
WHOLE = Passage("a:0-41", "s", "a", None, 0, len(TEXT), TEXT)


def _ranges(bounds: list[int]) -> list[Passage]:
    """Passages between every other pair of bounds."""
    places = sorted(set(bounds))
    found = [part_of(WHOLE, s, e, TEXT) for s, e in zip(places[::2], places[1::2], strict=False)]
    return [passage for passage in found if passage.text]


ranges = st.lists(st.integers(0, len(TEXT)), max_size=10).map(_ranges)


def _letters(passages: list[Passage]) -> list[int]:
    return [n for p in passages for n in range(p.start, p.end) if not TEXT[n].isspace()]


def test_part_of_a_passage_is_without_the_space_around_it() -> None:
    part = part_of(WHOLE, 3, 8, TEXT)
    assert (part.id, part.start, part.end, part.text) == ("a:4-7", 4, 7, "två")


def test_what_a_cut_leaves_of_a_passage_is_still_a_passage() -> None:
    middle = part_of(WHOLE, 8, 16, TEXT)
    left = around([WHOLE], [middle])
    assert [p.text for p in left] == ["ett två", "fem sex sju åtta nio tio"]
    found = alive(left, [middle])
    assert [p.text for p in found] == ["ett två", "tre fyra", "fem sex sju åtta nio tio"]


def test_passage_that_cuts_cover_stays_and_is_not_alive() -> None:
    halves = [part_of(WHOLE, 0, 12, TEXT), part_of(WHOLE, 12, 41, TEXT)]
    assert around([WHOLE], halves) == [WHOLE]
    assert alive([WHOLE], halves) == halves


@given(ranges, ranges)
def test_every_letter_of_passages_and_cuts_is_alive_once(
    made: list[Passage], cuts: list[Passage]
) -> None:
    letters = _letters(alive(around(made, cuts), cuts))
    assert letters == sorted(set(_letters(made)) | set(_letters(cuts)))


@given(ranges, ranges)
def test_order_of_answers_is_kept(made: list[Passage], cuts: list[Passage]) -> None:
    other = Passage("b:0-3", "s", "b", None, 0, 3, "ett")
    found = alive(around([other, *made], cuts), cuts)
    assert [p for p in found if p.answer == "b"] == [other]
    if made:
        assert found[0] == other
