"""The footnotes of the Word report: one for each quotation, and the writers' own."""

import io
from collections.abc import Callable

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from inspel_app.synthesis.report import report
from inspel_app.synthesis.word import written
from inspel_app.synthesis.word_again import Why
from tests.synthesis.conftest import BUS, Round
from tests.synthesis.word_reading import again, footnotes, opened, paragraphs

EDITED = "Se även trafikplanen."


def made(sample: Round, template: bytes | None = None) -> bytes:
    synthesis = sample.compose()
    return written(report(synthesis), synthesis.facts, template)


def marks(data: bytes) -> list[str]:
    """The ids of the footnotes in the order of the text."""
    body = opened(data).element.body
    return [e.get(qn("w:id")) for e in body.iter(qn("w:footnoteReference"))]


def with_footnotes(data: bytes, change: Callable[[etree._Element], object]) -> bytes:
    """The file after somebody has worked in its footnotes."""
    document = opened(data)
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    root = parse_xml(part.blob)
    change(root)
    part._blob = etree.tostring(root)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def of_the_bus(data: bytes) -> str:
    """The id of the footnote at the first quotation about the bus."""
    quoted = next(p for p in paragraphs(opened(data)) if p.text.startswith(f"”{BUS[0]}"))
    return str(next(quoted._p.iter(qn("w:footnoteReference"))).get(qn("w:id")))


def test_each_quotation_has_one(sample: Round) -> None:
    data = made(sample)
    assert len(marks(data)) == len(set(marks(data))) > 1
    assert set(marks(data)) == set(footnotes(opened(data)))


def test_made_again_there_are_no_more_and_none_that_nothing_leads_to(sample: Round) -> None:
    data, before = made(sample), len(marks(made(sample)))
    for _time in range(2):
        data, left = again(data, sample)
        assert not left
        assert len(marks(data)) == before
        assert set(marks(data)) == set(footnotes(opened(data)))


def test_what_a_writer_changes_in_one_stands(sample: Round) -> None:
    data = made(sample)
    number = of_the_bus(data)

    def edit(root: etree._Element) -> None:
        note = next(one for one in root if one.get(qn("w:id")) == number)
        note[0].append(parse_xml(etree.tostring(docx.Document().add_paragraph(EDITED)._p))[0])

    edited = with_footnotes(data, edit)
    renewed_, left = again(edited, sample)
    assert not left  # the round says nothing else
    assert EDITED in footnotes(opened(renewed_))[number].text
    sample.notes = {}
    passage = next(p for p in sample.passages if p.text == BUS[0])
    sample.passages.remove(passage)
    renewed_, left = again(edited, sample)
    assert [one.why for one in left] == [Why.CHANGED]
    assert EDITED in footnotes(opened(renewed_))[number].text


@pytest.mark.parametrize("with_own", [False, True])
def test_a_template_s_own_footnotes_are_no_hindrance(sample: Round, *, with_own: bool) -> None:
    base = io.BytesIO()
    docx.Document().save(base)
    template = made(sample) if with_own else base.getvalue()
    data = made(sample, template)
    assert set(marks(data)) == set(footnotes(opened(data)))
    lines = {"separator", "continuationSeparator"}
    part = opened(data).part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    assert {one.get(qn("w:type")) for one in parse_xml(part.blob)} == {*lines, None}
