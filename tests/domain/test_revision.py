import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import Answer, DoubtfulWord
from inspel_app.domain.revision import Change, Revision, revised

WORDS = ("Umca", "Umca,", "vi", "vill", "ha", "-", "fler", "bussar.")
texts = st.lists(st.sampled_from([*WORDS, "\n", " "]), max_size=15).map(" ".join)
PLACE = Location("fil", 0, 4)


def answer(text: str) -> Answer:
    """An answer in which every word is doubtful."""
    doubtful = tuple(
        DoubtfulWord(m.start(), m.end(), m[0], 0.5, PLACE) for m in re.finditer(r"\S+", text)
    )
    return Answer("a", None, text, Method.OCR, (PLACE,), doubtful=doubtful)


@given(texts, texts)
def test_revision_makes_the_new_text_of_the_old(old: str, new: str) -> None:
    assert Revision.between(old, new).applied(old) == new


@given(texts, texts)
def test_words_left_as_they_were_are_found_where_they_stand_now(old: str, new: str) -> None:
    for word in revised(answer(old), Revision.between(old, new)).doubtful:
        assert 0 <= word.start <= word.end <= len(new)
        assert word.settled or new[word.start : word.end] == word.text


@given(texts, texts)
def test_words_keep_their_order(old: str, new: str) -> None:
    starts = [w.start for w in revised(answer(old), Revision.between(old, new)).doubtful]
    assert starts == list(accumulate(starts, max))


@given(texts, st.data())
def test_correcting_one_word_leaves_the_others_in_doubt(text: str, data: st.DataObject) -> None:
    read = answer(text)
    if not read.doubtful:
        return
    number = data.draw(st.integers(0, len(read.doubtful) - 1))
    new = data.draw(st.sampled_from(["", "Umeå", "den nya staden"]))
    word = read.doubtful[number]
    made = revised(read, Revision((Change(word.start, word.end, new),)))
    assert made.text == text[: word.start] + new + text[word.end :]
    for n, now in enumerate(made.doubtful):
        assert now.settled == (n == number)
        assert made.text[now.start : now.end] == (new if n == number else now.text)


@given(texts, texts, texts)
def test_first_reading_is_kept_until_the_text_is_as_it_was_read(
    first: str, second: str, third: str
) -> None:
    read = answer(first)
    for old, new in ((first, second), (second, third)):
        read = revised(read, Revision.between(old, new))
        assert (first if read.reading is None else read.reading) == first
    assert (read.reading is None) == (third == first)
    assert revised(read, Revision.between(third, first)).reading is None


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("Umca och Umca", "Umeå och Umca", ["och", "Umca"]),
        ("Umca och Umca", "och Umca", ["och", "Umca"]),
        ("Bo i Umca", "Vi vill bo i Umca", ["i", "Umca"]),
        ("Umca\noch vi", "Umca och vi", ["Umca", "och", "vi"]),
        ("Umca", "Umca vill", ["Umca"]),
        ("Umca", "Umcas", []),
        ("Umca", "", []),
    ],
)
def test_doubts_remain_about_what_nobody_touched(old: str, new: str, left: list[str]) -> None:
    words = revised(answer(old), Revision.between(old, new)).doubtful
    assert [new[w.start : w.end] for w in words if not w.settled] == left


@given(texts, texts)
def test_ranges_stay_within_the_text(old: str, new: str) -> None:
    revision = Revision.between(old, new)
    for start in range(len(old) + 1):
        for end in range(start, len(old) + 1):
            begins, ends = revision.moved(start, end)
            assert 0 <= begins <= ends <= len(new)
            if not revision.touches(start, end) and start < end:
                assert new[begins:ends] == old[start:end]


def test_word_put_there_again_is_settled_and_the_text_as_it_was_read() -> None:
    read = answer("Umca och Umca")
    again = revised(read, Revision((Change(9, 13, "Umca"),)))
    assert [w.settled for w in again.doubtful] == [False, False, True]
    assert again.text == read.text
    assert again.reading is None
