"""What cuts across the strategy is told also where its points count under other parts."""

from dataclasses import replace

import pytest

from inspel_app.domain.coding import Assignment, Origin
from inspel_app.domain.synthesis import CodeReport, Synthesis
from inspel_app.synthesis.outline import Section, Table
from inspel_app.synthesis.report import made
from tests.synthesis.conftest import BUS, Round

BETWEEN = "Vägen mot kusten måste bära tung trafik året om."


def children(synthesis: Synthesis) -> CodeReport:
    found = (r for c in synthesis.chapters for r in c.reports if r.code and r.code.id == "barn")
    return next(found)


@pytest.fixture
def beside(sample: Round) -> Round:
    """The sample in which three points concern children too, and a fourth perhaps."""
    shares = {BUS[2]: 0.9, BUS[4]: 0.5, BETWEEN: 0.3, BUS[5]: 0.29}
    sample.passages = [
        replace(p, assignments=(*p.assignments, further))
        if (share := shares.get(p.text))
        and (further := Assignment("barn", None, Origin.SUGGESTION, share))
        else p
        for p in sample.passages
    ]
    return sample


def test_what_also_concerns_it_is_told_with_its_places_and_counted_once(beside: Round) -> None:
    synthesis = beside.compose()
    report = children(synthesis)
    assert report.beside is not None
    assert (report.count.passages, report.aspects) == (0, ())
    assert (report.beside.count.passages, report.beside.count.submissions) == (3, 2)
    assert [(code and code.id, n.passages) for code, n in report.beside.parts] == [
        ("3.3", 2),
        ("4.1", 1),
    ]
    told = sum(r.count.passages for c in synthesis.chapters for r in c.reports)
    assert told == synthesis.count.passages


def test_only_what_nothing_else_quotes_is_quoted(beside: Round) -> None:
    for chosen, quoted in ((BUS[2], []), (BUS[0], [BUS[2]])):
        ids = tuple(p.id for p in beside.passages if p.text == chosen)
        beside.composition = replace(beside.composition, chosen=ids)
        report = children(beside.compose()).beside
        assert report is not None
        assert [q.text for q in report.quotations] == quoted


def test_what_a_person_says_concerns_it_is_told_there(beside: Round) -> None:
    person = Assignment("barn", None, Origin.PERSON)
    beside.passages = [
        replace(p, assignments=(p.assignments[0], person)) if p.text == BUS[2] else p
        for p in beside.passages
    ]
    report = children(beside.compose())
    assert report.count.passages == 1
    assert report.beside is not None
    assert report.beside.count.passages == 2


def test_the_report_leads_to_the_parts(beside: Round) -> None:
    sections = made(beside.compose()).sections
    (chapter,) = (s for s in sections if s.title == "Tvärgående perspektiv")
    (part,) = chapter.sections
    assert (chapter.blocks, part.title, part.blocks) == ((), "Barn och unga", ())
    (also,) = part.sections
    (table,) = (b for b in also.blocks if isinstance(b, Table))
    targets = [row[0].target for row in table.rows if not isinstance(row[0], (str, int))]
    anchors = {one.anchor for one in walked(sections)}
    assert len(targets) == 2
    assert set(targets) <= anchors


def walked(sections: tuple[Section, ...]) -> list[Section]:
    return [one for s in sections for one in (s, *walked(s.sections))]
