"""What is secret of an inspel: all of it, an answer, or a text wherever that stands now."""

import pytest

from inspel_app.domain.coding import Passage
from inspel_app.domain.document import Method
from inspel_app.domain.form import Answer
from inspel_app.domain.secrecy import Secrecies, Secrecy

TEXT = "Bussen går för sällan. Mitt namn är hemligt."


def passage(text: str, *, submission: str = "a", answer: str = "a/0") -> Passage:
    start = TEXT.index(text)
    return Passage(f"{answer}:{start}", submission, answer, None, start, start + len(text), text)


def secret(text: str) -> Secrecy:
    start = TEXT.index(text)
    return Secrecy("m", "a", "a/0", start, start + len(text), text)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [("Mitt namn är hemligt.", True), ("namn", True), (TEXT, True), ("Bussen går", False)],
)
def test_a_passage_that_holds_something_of_a_secret_text_is_secret(
    text: str, *, hidden: bool
) -> None:
    marks = Secrecies((secret("namn är"),))
    assert bool(marks.of_passage(passage(text))) is hidden
    assert not marks.of_passage(passage(text, answer="a/1"))


@pytest.mark.parametrize("mark", [Secrecy("m", "a"), Secrecy("m", "a", "a/0")])
def test_all_passages_of_a_secret_answer_or_inspel_are_secret(mark: Secrecy) -> None:
    marks = Secrecies((mark,))
    assert marks.of_passage(passage("Bussen går")) == (mark,)
    assert bool(marks.of_passage(passage("Bussen går", answer="a/1"))) is not bool(mark.answer)
    assert not marks.of_passage(passage("Bussen går", submission="b", answer="b/0"))


@pytest.mark.parametrize(
    ("now", "stretch"),
    [
        (TEXT, "namn är"),
        (f"Hej! {TEXT}", "namn är"),
        ("Mitt n*** är hemligt.", "Mitt n*** är hemligt."),
    ],
)
def test_a_secret_text_is_found_where_it_stands_now_or_else_all_is_secret(
    now: str, stretch: str
) -> None:
    start, end = secret("namn är").stretch(Answer("a/0", None, now, Method.TEXT, ()))
    assert now[start:end] == stretch


def test_a_mark_without_a_text_is_on_the_whole_answer() -> None:
    answer = Answer("a/0", None, TEXT, Method.TEXT, ())
    assert Secrecy("m", "a", "a/0").stretch(answer) == (0, len(TEXT))
