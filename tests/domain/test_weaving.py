"""A text that two have corrected: both corrections hold, but where they touch."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.document import Location
from inspel_app.domain.form import Answer, Unplaced
from inspel_app.domain.revision import Change, Revision, revised
from inspel_app.domain.weaving import woven
from tests.domain.test_revision import answer, texts

READ = answer("Vi vill ha fler bussar pa kvallarna")


def corrected(text: str, read: Answer = READ) -> Answer:
    return revised(read, Revision.between(read.text, text))


def confirmed(word: str) -> Answer:
    """The text in which somebody has said that a doubtful word is right."""
    start = READ.text.index(word)
    return revised(READ, Revision((Change(start, start + len(word), word),)))


def both(one: Answer, other: Answer, base: Answer = READ) -> tuple[Answer, Answer]:
    found = woven(base, one, other)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Vi vill ha fler bussar på kvallarna", "Ni vill ha fler bussar pa kvallarna", "Ni … på …"),
        ("Vi vill ha fler bussar på kvallarna", "Vi vill ha fler bussar pa kvällarna", "på kvä…"),
        (
            "Vi vill ha bussar pa kvallarna",
            "Vi vill ha fler bussar pa kvällarna",
            "ha bussar pa kvä…",
        ),
        ("Vi vill ha fler bussar på kvallarna", "Vi vill ha fler bussar på kvällarna", "på kvä…"),
    ],
)
def test_corrections_of_different_places_are_both_made(one: str, other: str, together: str) -> None:
    first, second = both(corrected(one), corrected(other))
    assert first == second
    assert re.fullmatch(".*" + together.replace("…", ".*"), first.text)
    assert first.reading == READ.text


def test_where_they_touch_each_keeps_its_own_with_what_the_other_changed_elsewhere() -> None:
    one = corrected("Ni vill ha fler bussar på kvallarna")
    other = corrected("Vi vill ha fler tåg till kvällarna")
    first, second = both(one, other)
    assert first.text == "Ni vill ha fler tåg på kvällarna"
    assert second.text == "Ni vill ha fler tåg till kvällarna"


def test_words_that_either_has_settled_are_settled() -> None:
    first, second = both(confirmed("fler"), corrected("Vi vill ha fler bussar på kvallarna"))
    assert first == second
    settled = [first.text[w.start : w.end] for w in first.doubtful if w.settled]
    assert settled == ["fler", "på"]
    first, second = both(confirmed("fler"), confirmed("vill"))
    assert first == second
    assert [w.text for w in first.doubtful if w.settled] == ["vill", "fler"]


@pytest.mark.parametrize(
    "other", [answer("Vi vill ha bussar"), replace(READ, doubtful=READ.doubtful[1:])]
)
def test_what_was_read_anew_is_no_correction(other: Answer) -> None:
    assert woven(READ, confirmed("fler"), other) is None


@given(texts, texts, texts)
def test_it_does_not_matter_who_is_the_one(base: str, one: str, other: str) -> None:
    read = answer(base)
    first, second = both(corrected(one, read), corrected(other, read), read)
    assert both(corrected(other, read), corrected(one, read), read) == (second, first)


@given(st.dictionaries(st.integers(0, 9), st.sampled_from("åäö")), st.frozensets(st.integers(0, 9)))
def test_words_that_only_one_corrected_are_as_that_one_says(
    said: Mapping[int, str], mine: frozenset[int]
) -> None:
    def written(numbers: frozenset[int]) -> str:
        """Ten words, some of them corrected, with a word between that nobody touches."""
        return " ".join(f"{n}{said[n] if n in numbers else ''} ord" for n in range(10))

    read = answer(written(frozenset()))
    one, other = (
        corrected(written(frozenset(n)), read) for n in (said.keys() & mine, said.keys() - mine)
    )
    first, second = both(one, other, read)
    assert first.text == second.text == written(frozenset(said))


def test_a_line_of_the_ledger_is_woven_too() -> None:
    line = Unplaced("Se bilaga ett", Location("fil", 0, 13))
    one = replace(line, text="Se bilagan ett", reading=line.text)
    other = replace(line, text="Läs bilaga ett", reading=line.text)
    assert woven(line, one, other) == (replace(one, text="Läs bilagan ett"),) * 2
