"""What was covered is listed, so that a person can check it before anything is published."""

from inspel_app.domain.synthesis import Audience
from inspel_app.synthesis.masked import masked
from inspel_app.synthesis.privacy import COVERED, for_audience
from tests.synthesis.conftest import CONTACT, EMAIL, Round


def test_every_cover_is_listed_with_what_it_hides_and_what_stands_around(sample: Round) -> None:
    for audience in (Audience.WRITING, Audience.PUBLIC):
        shown, _passages, _themes = for_audience(sample.submissions, (), (), audience)
        found = masked(sample.submissions, shown)
        covers = sum(
            bool(run)
            for one in shown
            for text in (a.text for a in one.answers)
            for run in text.split()
            if set(run.strip(".,;:!?()”")) == {COVERED}
        )
        assert found
        assert sum(len(m.text.split()) for m in found) >= covers
        assert not any(COVERED in m.text for m in found)
        hidden = " ".join(m.text for m in found)
        assert EMAIL in hidden or CONTACT.split()[0] in hidden
        written = {a.text for s in sample.submissions for a in s.answers}
        written |= {line.text for s in sample.submissions for line in s.unplaced}
        whole = " ".join(" ".join(text.split()) for text in written)
        assert all(" ".join(m.text.split()) in whole for m in found)


def test_nothing_is_listed_where_nothing_is_covered(sample: Round) -> None:
    shown, _passages, _themes = for_audience(sample.submissions, (), (), Audience.WORK)
    assert masked(sample.submissions, shown) == []


def test_bars_that_a_respondent_wrote_are_no_covers(sample: Round) -> None:
    before, _p, _t = for_audience(sample.submissions, (), (), Audience.PUBLIC)
    assert masked(before, before) == []
