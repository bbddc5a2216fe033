"""Folded text knows its way back."""

from hypothesis import given
from hypothesis import strategies as st

from inspel_app.forms.folding import FoldedText, fold


def test_fold_makes_dashes_quotes_case_and_spaces_alike() -> None:
    assert fold("Hållbar  –\n”Mobilitet”, S 17–18 ") == 'hållbar - "mobilitet", s 17-18'


@given(st.text(max_size=60))
def test_folded_text_is_the_fold_of_the_text(text: str) -> None:
    assert FoldedText(text).text == fold(text)


@given(st.text(alphabet=" \n\tABÅ–“x", max_size=40))
def test_each_folded_character_leads_back_to_its_origin(text: str) -> None:
    folded = FoldedText(text)
    for position, character in enumerate(folded.text):
        if character != " ":
            origin = folded.original(position)
            assert fold(text[origin]) == character
            assert folded.folded(origin) == position
            assert folded.original_end(position + 1) == origin + 1


@given(st.text(alphabet=" \nab", max_size=30), st.integers(0, 30))
def test_an_offset_in_white_space_leads_to_the_next_word(text: str, offset: int) -> None:
    folded = FoldedText(text)
    rest = text[offset:].split()
    if rest:
        assert folded.text[folded.folded(offset) :].startswith(rest[0])
