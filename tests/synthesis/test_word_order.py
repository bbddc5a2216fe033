"""Where parts stand in a report that is made again after a writer has moved some of them."""

import io
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise, permutations

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from inspel_app.synthesis.word_again import Left, Why
from inspel_app.synthesis.word_order import lines, unmoved
from tests.synthesis.conftest import BUS, Round
from tests.synthesis.test_word_again import THEME, Writer, control, writer

__all__ = ["writer"]

NEW = "Laddplatser i stället för tomma bussar"
HERE, THERE = "Identifierade behov", "4.1 Planering och byggande"
ORDER = "Delarnas ordning"


def split(sample: Round) -> None:
    """Let half of the theme's points be a theme of their own, below it."""
    texts = (BUS[1], BUS[3])
    sample.passages = [replace(p, theme="t2") if p.text in texts else p for p in sample.passages]
    label = next(t.label for t in sample.themes if t.id == "t1")
    sample.themes = [t for t in sample.themes if t.id != "t1"]
    sample.gather("t1", "3.3", label)
    sample.gather("t2", "3.3", NEW)


def send_to(sample: Round, code: str) -> None:
    """Let people say that the points of the new theme are about another part."""
    sample.passages = [
        replace(p, assignments=(replace(p.assignments[0], code=code, aspect=None),))
        if p.theme == "t2"
        else p
        for p in sample.passages
    ]
    sample.themes = [replace(t, code=code) if t.id == "t2" else t for t in sample.themes]


def move_below(part: str, other: str) -> Callable[[Document], None]:
    """A writer who moves a part to after another."""

    def move(document: Document) -> None:
        moved = control(document, part)
        control(document, other).addnext(moved)  # type: ignore[attr-defined]

    return move


def above(writer: Writer, title: str) -> str:
    """The title of the nearest of the two headings that a part stands under."""
    before = writer.lines[: len(writer.lines) - writer.lines[::-1].index(title)]
    return next(line for line in reversed(before) if line in (HERE, THERE))


def test_a_new_theme_stands_under_its_heading_though_the_one_before_was_moved(
    writer: Writer,
) -> None:
    writer.work(move_below(THEME, THERE))
    split(writer.sample)
    assert writer.again() == []
    assert (above(writer, THEME), above(writer, NEW)) == (THERE, HERE)


def test_a_new_theme_goes_with_a_section_that_a_writer_has_moved(writer: Writer) -> None:
    def move(document: Document) -> None:
        last = control(document, THERE)
        for title in (THEME, HERE):
            last.addnext(control(document, title))  # type: ignore[attr-defined]

    writer.work(move)
    split(writer.sample)
    assert writer.again() == []
    titles = [line for line in writer.lines if line in (THERE, HERE, THEME, NEW)]
    assert titles[-4:] == [THERE, HERE, THEME, NEW]


def test_a_theme_that_is_about_another_part_now_follows_though_one_was_moved(
    writer: Writer,
) -> None:
    split(writer.sample)
    writer.again()
    writer.work(move_below(THEME, HERE))
    writer.work(move_below("En kortare och mer använd strategi", THERE))
    send_to(writer.sample, "4.1")
    assert Left(ORDER, Why.MOVED) in writer.again()
    assert above(writer, NEW) == THERE
    assert above(writer, THEME) == HERE
    assert above(writer, "En kortare och mer använd strategi") == THERE
    assert Left(ORDER, Why.MOVED) not in writer.again()


def test_a_chapter_s_part_is_not_put_into_another_chapter(writer: Writer) -> None:
    """The last part of the chapter before has been moved up."""
    names = "Aktörer och källor"
    everything = writer.sample.passages
    writer.sample.passages = [p for p in everything if p.code != "4.1"]
    writer.again()
    writer.work(move_below(names, "Sammanhållen region"))
    writer.sample.passages = everything
    writer.again()
    parts = ["Sammanhållen region", names, THEME, THERE]
    body = docx.Document(io.BytesIO(writer.data)).element.body
    titles = [e.get(qn("w:val")) for e in body.iter(qn("w:alias"))]
    assert [title for title in titles if title in parts] == parts


@pytest.mark.parametrize("now", list(permutations("abcd")))
def test_those_that_were_not_moved_are_as_many_as_can_be(now: tuple[str, ...]) -> None:
    still = unmoved("abcd", now)
    kept = [tag for tag in now if tag in still]
    assert all(one < other for one, other in pairwise(kept))
    rows = ([t for n, t in enumerate(now) if chosen >> n & 1] for chosen in range(1 << len(now)))
    assert len(kept) == max(len(row) for row in rows if row == sorted(row))


def test_a_heading_rules_until_the_next_of_its_level() -> None:
    levels = {"A": 1, "a": 2, "x": 3, "b": 2, "B": 1}
    assert lines("AaxbB", levels) == {
        "A": ("A",),
        "a": ("A", "a"),
        "x": ("A", "a", "x"),
        "b": ("A", "b"),
        "B": ("B",),
    }
    assert lines("Aö", levels) == {"A": ("A",)}
