"""What a respondent struck out, deleted or hid is not the answer: who sees it, and as what."""

import io
import json

import docx
import pytest

from inspel_app.domain.synthesis import Audience
from inspel_app.synthesis.exporters import EXPORTERS, Exporter
from inspel_app.synthesis.masked import masked
from inspel_app.synthesis.privacy import for_audience
from tests.synthesis.conftest import TAKEN_BACK, Round
from tests.synthesis.test_exporters import contents, every_material
from tests.synthesis.word_reading import paragraphs


@every_material
def test_the_public_never_reads_it(sample: Round, exporter: Exporter) -> None:
    made = exporter.render(sample.compose(Audience.PUBLIC))
    assert TAKEN_BACK not in contents(made)


@pytest.mark.parametrize("audience", [Audience.WORK, Audience.WRITING])
def test_the_authority_reads_it_as_what_it_is(sample: Round, audience: Audience) -> None:
    synthesis = sample.compose(audience)
    word, records = (
        next(e for e in EXPORTERS if e.format == name).render(synthesis)
        for name in ("docx", "json")
    )
    said = [p.text for p in paragraphs(docx.Document(io.BytesIO(word)))]
    assert said[said.index(TAKEN_BACK) - 1].startswith("Borttaget, struket, dolt eller")
    lines = [line for s in json.loads(records)["submissions"] for line in s["unplaced"]]
    assert [line["text"] for line in lines if line["withdrawn"]] == [TAKEN_BACK]


def test_the_public_reads_no_doubts_that_are_for_others_to_look_into(sample: Round) -> None:
    shown, _passages, _themes = for_audience(sample.submissions, (), (), Audience.PUBLIC)
    assert any(one.problems for one in sample.submissions)
    assert not any(one.problems for one in shown)
    assert (
        "anmärkning" not in contents(EXPORTERS[0].render(sample.compose(Audience.PUBLIC))).lower()
    )


def test_covers_are_listed_though_some_lines_are_not_shown(sample: Round) -> None:
    shown, _passages, _themes = for_audience(sample.submissions, (), (), Audience.PUBLIC)
    before = [line.text for m in sample.submissions for line in m.unplaced]
    assert [line.text for m in shown for line in m.unplaced] != before
    (found,) = [m for m in masked(sample.submissions, shown) if "Skickat från" in m.before]
    assert found.text in before[0]


@pytest.mark.parametrize(
    ("audience", "is_shown"), [(Audience.WRITING, True), (Audience.PUBLIC, False)]
)
def test_signs_of_a_bad_scan_are_not_for_the_public(
    sample: Round, audience: Audience, *, is_shown: bool
) -> None:
    shown, _passages, _themes = for_audience(sample.submissions, (), (), audience)
    assert ("¦ ]" in [line.text for one in shown for line in one.unplaced]) == is_shown
