"""The two sides of a matter that stand in different places of the report lead to each other."""

from dataclasses import replace

import pytest

from inspel_app.domain.coding import Passage, Stance
from inspel_app.domain.composition import SectionEdit
from inspel_app.synthesis.outline import Link, Table, Text
from inspel_app.synthesis.report import report
from tests.synthesis.conftest import Round
from tests.synthesis.test_arrange import flat

CAPTION = "Motsatta synpunkter i olika teman eller delar"


@pytest.fixture
def parted(sample: Round) -> tuple[Passage, Passage]:
    """One in theme t1 that wants what one of another inspel refuses, which stands alone."""
    here = {p.id: p for p in sample.passages}
    wants = next(p for p in sample.passages if p.theme == "t1")
    reports = [r for chapter in sample.compose().chapters for r in chapter.reports]
    alone = (here[q.passage] for r in reports for a in r.aspects for q in a.single)
    refuses = next(p for p in alone if p.code == "sammanhallen")
    sample.apart = ((wants.id, refuses.id),)
    return wants, refuses


def far(sample: Round) -> list[tuple[str | int | Link, ...]]:
    """The rows of the table of what is opposed in different places."""
    sections = flat(report(sample.compose()).sections)
    blocks = (block for section in sections for block in section.blocks)
    return [row for b in blocks if isinstance(b, Table) and b.caption == CAPTION for row in b.rows]


def test_sides_in_different_places_are_told_beside_each_other(
    sample: Round, parted: tuple[Passage, Passage]
) -> None:
    wants, refuses = parted
    ((place, one, where, other),) = far(sample)
    assert isinstance(place, Link)
    assert place.target == "tema_t1"
    assert wants.text in str(one)
    assert refuses.text in str(other)
    assert where == "Sammanhållen region"


@pytest.mark.usefixtures("parted")
def test_a_theme_tells_where_the_other_side_stands(sample: Round) -> None:
    theme = next(s for s in flat(report(sample.compose()).sections) if s.anchor == "tema_t1")
    told = [b.text for b in theme.blocks if isinstance(b, Text)]
    assert "Motsatta synpunkter står under Sammanhållen region." in told
    assert "Meningarna går isär." not in " ".join(told)


def test_sides_in_one_theme_are_told_there_alone(sample: Round) -> None:
    assert sample.compose().across == ()
    assert far(sample) == []


def test_what_is_never_quoted_is_not_told(sample: Round, parted: tuple[Passage, Passage]) -> None:
    sample.composition = replace(sample.composition, never=frozenset({parted[1].id}))
    assert far(sample) == []


@pytest.mark.usefixtures("parted")
def test_a_theme_that_is_left_out_is_not_led_to(sample: Round) -> None:
    edits = {"tema_t1": SectionEdit("tema_t1", "Bussar", left_out=True)}
    sample.composition = replace(sample.composition, sections=edits)
    assert far(sample) == []


def test_tells_how_many_take_no_stand(sample: Round) -> None:
    said = [replace(p, stance=None) if p.theme == "t1" else p for p in sample.passages]
    first = next(p for p in said if p.theme == "t1")
    sample.passages = [replace(p, stance=Stance.STOD) if p is first else p for p in said]
    (told,) = (t for t in sample.compose().largest if t.theme == "t1")
    assert told.unclear == told.count.submissions - told.supporting
    assert f"ingen tydlig hållning i {told.unclear} inspel" in str(report(sample.compose()))
