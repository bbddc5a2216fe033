"""Themes: who pulls in which direction, and what is quoted of them."""

from collections.abc import Iterator
from dataclasses import replace

from inspel_app.domain.coding import Passage, Request, Stance
from inspel_app.domain.synthesis import ThemeReport
from inspel_app.synthesis.outline import Section, Text
from inspel_app.synthesis.report import report
from tests.synthesis.conftest import Round
from tests.synthesis.test_arrange import flat


def t1(sample: Round) -> ThemeReport:
    (told,) = (t for t in sample.compose().largest if t.theme == "t1")
    return told


def with_stances(sample: Round, *stances: Stance | None) -> list[Passage]:
    """The passages of theme t1 with these stances, each of another inspel or of those before."""
    (theme,) = (t for t in sample.themes if t.id == "t1")
    members = [p for p in sample.passages if p.id in theme.passages]
    firsts = list({p.submission: p for p in members}.values())
    given = {p.id: replace(p, stance=s) for p, s in zip(firsts, stances, strict=False)}
    bare = [replace(p, stance=None) if p in members else p for p in sample.passages]
    sample.passages = [given.get(p.id, p) for p in bare]
    return list(given.values())


def test_criticism_stands_beside_what_others_propose(sample: Round) -> None:
    proposing, against = with_stances(sample, Stance.FORSLAG, Stance.KRITIK)
    told = t1(sample)
    assert not told.divided, "who proposes need not be against who criticises"
    assert told.facing is not None
    assert [q.passage for q in told.facing] == [proposing.id, against.id]
    text = str(report(sample.compose()))
    assert "Kritik och förslag sida vid sida" in text
    assert "Meningarna går isär." not in text


def test_support_and_criticism_of_different_respondents_go_apart(sample: Round) -> None:
    with_stances(sample, Stance.STOD, Stance.KRITIK)
    assert t1(sample).divided
    assert "Meningarna går isär." in str(report(sample.compose()))


def test_one_who_both_supports_and_criticises_is_no_division(sample: Round) -> None:
    one, other = with_stances(sample, Stance.STOD, Stance.KRITIK)
    moved = replace(other, submission=one.submission, answer=one.answer)
    sample.passages = [moved if p.id == other.id else p for p in sample.passages]
    told = t1(sample)
    assert (told.supporting, told.opposing) == (1, 1)
    assert not told.divided
    assert told.facing is None


def test_nothing_is_quoted_twice_in_a_theme(sample: Round) -> None:
    (theme,) = (t for t in sample.themes if t.id == "t1")
    here = {p.id: p.text for p in sample.passages}
    asked = tuple(Request(key, here[key][:25]) for key in theme.passages)
    sample.themes = [replace(t, requests=asked) if t.id == "t1" else t for t in sample.themes]
    told = next(s for s in flat(report(sample.compose()).sections) if s.anchor == "tema_t1")
    quoted = [q.text for q in told.quotes]
    assert not [(a, b) for i, a in enumerate(quoted) for b in quoted[i + 1 :] if a in b]


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
