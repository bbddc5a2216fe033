"""Themes: who pulls in which direction, and what is quoted of them."""

import json
from collections.abc import Iterator
from dataclasses import replace

from inspel_app.analysis.opposed import opposed
from inspel_app.domain.coding import Passage, Request
from inspel_app.domain.synthesis import ThemeReport
from inspel_app.synthesis.outline import Section, Text
from inspel_app.synthesis.records import JsonExporter
from inspel_app.synthesis.report import report
from tests.synthesis.conftest import Round
from tests.synthesis.test_arrange import flat


def t1(sample: Round) -> ThemeReport:
    (told,) = (t for t in sample.compose().largest if t.theme == "t1")
    return told


def set_apart(sample: Round) -> tuple[Passage, Passage]:
    """Two passages of theme t1, of two inspel, of which one wants what the other refuses."""
    (theme,) = (t for t in sample.themes if t.id == "t1")
    members = [p for p in sample.passages if p.id in theme.passages]
    wants, refuses = list({p.submission: p for p in members}.values())[:2]
    sample.apart = ((wants.id, refuses.id),)
    return wants, refuses


def test_who_warns_of_buses_is_against_who_wants_them(sample: Round) -> None:
    (theme,) = (t for t in sample.themes if t.id == "t1")
    assert opposed([p for p in sample.passages if p.id in theme.passages])


def test_what_one_wants_stands_beside_what_another_refuses(sample: Round) -> None:
    sides = set_apart(sample)
    told = t1(sample)
    assert told.divided
    assert told.facing is not None
    assert tuple(q.passage for q in told.facing) == tuple(p.id for p in sides)
    text = str(report(sample.compose()))
    assert "Kritik och förslag sida vid sida" in text
    assert "Meningarna går isär." in text


def test_support_and_criticism_of_different_things_do_not_go_apart(sample: Round) -> None:
    sample.apart = ()
    told = t1(sample)
    assert told.supporting
    assert told.opposing
    assert not told.divided
    assert told.facing is None
    text = str(report(sample.compose()))
    assert "Kritik och förslag sida vid sida" not in text
    assert "Meningarna går isär." not in text


def test_one_who_wants_and_refuses_is_no_division(sample: Round) -> None:
    one, other = set_apart(sample)
    moved = replace(other, submission=one.submission, answer=one.answer)
    sample.passages = [moved if p.id == other.id else p for p in sample.passages]
    told = t1(sample)
    assert not told.divided
    assert told.facing is None


def test_what_is_never_quoted_is_not_set_beside_anything(sample: Round) -> None:
    _wants, refuses = set_apart(sample)
    sample.composition = replace(sample.composition, never=frozenset({refuses.id}))
    told = t1(sample)
    assert told.divided
    assert told.facing is None


def asking(sample: Round, *passages: Passage) -> ThemeReport:
    """The first theme, with requests of these passages."""
    asked = tuple(Request(p.id, p.text[:25]) for p in passages)
    sample.themes = [replace(t, requests=asked) if t.id == "t1" else t for t in sample.themes]
    return t1(sample)


def test_what_one_side_asks_is_no_request_of_a_theme_but_quoted_as_both_sides_are(
    sample: Round,
) -> None:
    wants, refuses = set_apart(sample)
    for side in (wants, refuses):
        told = asking(sample, side)
        assert told.asked == ()
        assert {wants.id, refuses.id} <= {q.passage for q in told.quotations}
    assert not any(t.requests for t in sample.compose().themes if t.id == "t1")


def test_what_both_sides_ask_is_told(sample: Round) -> None:
    told = asking(sample, *set_apart(sample))
    assert len(told.asked) == 2


def test_nothing_is_quoted_twice_in_a_theme(sample: Round) -> None:
    (theme,) = (t for t in sample.themes if t.id == "t1")
    here = {p.id: p.text for p in sample.passages}
    asked = tuple(Request(key, here[key][:25]) for key in theme.passages)
    sample.themes = [replace(t, requests=asked) if t.id == "t1" else t for t in sample.themes]
    told = next(s for s in flat(report(sample.compose()).sections) if s.anchor == "tema_t1")
    quoted = [q.text for q in told.quotes]
    assert not [(a, b) for i, a in enumerate(quoted) for b in quoted[i + 1 :] if a in b]


def test_a_mixed_theme_is_not_among_the_largest_and_told_as_mixed(sample: Round) -> None:
    assert "Blandat tema" not in str(report(sample.compose()))
    sample.mixed = frozenset({"t1"})
    made = sample.compose()
    assert "t1" not in {t.theme for t in made.largest}
    told = str(report(made))
    assert told.count("Blandat tema") == 1
    assert "Ett tema är blandat" in told
    written = json.loads(JsonExporter().render(made))["themes"]
    assert {t["id"] for t in written if t["mixed"]} == {"t1"} != {t["id"] for t in written}


def test_a_mixed_theme_comes_last_of_its_part(sample: Round) -> None:
    theme = next(t for t in sample.themes if t.id == "t1")
    whole = theme.passages
    parts = {"t1": whole[:4], "t9": whole[4:]}
    sample.themes = [t for t in sample.themes if t.id != "t1"]
    sample.themes += [replace(theme, id=key, passages=held) for key, held in parts.items()]

    def order() -> list[str]:
        reports = (r for chapter in sample.compose().chapters for r in chapter.reports)
        return [t.theme for r in reports for a in r.aspects for t in a.themes if t.theme in parts]

    assert order() == ["t1", "t9"]
    sample.mixed = frozenset({"t1"})
    assert order() == ["t9", "t1"]


def test_no_count_is_told_twice_in_a_row(sample: Round) -> None:
    def texts(sections: tuple[Section, ...]) -> Iterator[list[str]]:
        for section in sections:
            own = [block.text for block in section.blocks if isinstance(block, Text)]
            for child in section.sections:
                below = [block.text for block in child.blocks if isinstance(block, Text)]
                yield [*own[:1], *below[:1]]
            yield from texts(section.sections)

    pairs = [pair for pair in texts(report(sample.compose()).sections) if len(pair) > 1]
    assert pairs
    assert all(above != below for above, below in pairs)
