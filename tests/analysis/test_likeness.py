import random
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.likeness import alike, joined

OWN = [f"ord{n}" for n in range(4000)]


def text(seed: int, words: int = 120) -> str:
    return " ".join(random.Random(seed).choices(OWN, k=words))


def pairs(*texts: str) -> list[tuple[int, int]]:
    return [(found.one, found.other) for found in alike([[t] for t in texts])]


def test_texts_of_their_own_are_not_alike() -> None:
    assert alike([]) == []
    assert pairs(*map(text, range(5))) == []


def test_a_text_with_paragraphs_in_another_order_is_alike() -> None:
    one, other = text(1, 60), text(2, 60)
    assert pairs(f"{one}\n\n{other}", text(3), f"{other.upper()}\n{one}") == [(0, 2)]


def test_a_shortened_text_is_alike_to_the_whole() -> None:
    whole = text(1, 300)
    (found,) = alike([[whole], [" ".join(whole.split()[:60])]])
    assert found.share == 1


def test_a_text_read_with_errors_is_alike() -> None:
    words = text(1).split()
    misread = [word + "x" if n % 9 == 0 else word for n, word in enumerate(words)]
    assert pairs(" ".join(words), " ".join(misread)) == [(0, 1)]


def test_a_turn_of_phrase_in_common_is_not_enough() -> None:
    phrase = "vi tackar för möjligheten att lämna inspel"
    assert pairs(f"{phrase} {text(1, 9)}", f"{phrase} {text(2, 9)}") == []


def test_many_copies_hang_together_in_few_pairs() -> None:
    found = pairs(*(f"{text(0, 60)} {text(n, 20)}" for n in range(1, 200)))
    assert len(set(joined(199, found, set()))) == 1
    assert len(found) < 199 * 8


def test_ten_times_as_many_take_nowhere_near_a_hundred_times_as_long() -> None:
    def seconds(count: int) -> float:
        texts = [[f"{text(0, 60)} {text(n, 60)}"] for n in range(1, count)]
        start = perf_counter()
        alike(texts)
        return perf_counter() - start

    seconds(20)
    assert seconds(1000) < 40 * seconds(100)


@given(st.permutations([text(1), text(1), text(2) + text(1), text(2), text(3)]))
def test_the_order_of_the_texts_makes_no_difference(texts: list[str]) -> None:
    found = {frozenset((texts[a], texts[b])) for a, b in pairs(*texts)}
    assert found == {
        frozenset((text(1),)),
        frozenset((text(1), text(2) + text(1))),
        frozenset((text(2), text(2) + text(1))),
    }


def test_no_group_holds_two_that_are_to_be_apart() -> None:
    assert joined(4, [(0, 1), (1, 2), (2, 3)], {(0, 2)}) == [0, 0, 2, 2]
