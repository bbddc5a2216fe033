"""What people have written about points, in the margin of the Word report."""

import io

import pytest
from docx.oxml.ns import qn

from inspel_app.domain.coding import Note
from inspel_app.domain.synthesis import Audience
from inspel_app.synthesis.report import report
from inspel_app.synthesis.word import written
from tests.synthesis.conftest import BUS, CONTACT, Round
from tests.synthesis.word_reading import again, opened, paragraphs

SAID = "Stämmer det här med trafikplanen?"
WHEN = "2025-06-30T10:15:00+02:00"


@pytest.fixture
def noted(sample: Round) -> Round:
    """The round with a note about a point of a theme."""
    key = next(p.id for p in sample.passages if p.text == BUS[0])
    sample.notes = {key: (Note(SAID, "Anna Lind", WHEN),)}
    return sample


def made(sample: Round, audience: Audience = Audience.WRITING) -> bytes:
    synthesis = sample.compose(audience)
    return written(report(synthesis), synthesis.facts)


def said(data: bytes) -> list[tuple[str, str]]:
    """Who wrote what in the margin."""
    return [(one.author, one.text) for one in opened(data).comments]


def references(data: bytes) -> list[str]:
    body = opened(data).element.body
    return [one.get(qn("w:id")) for one in body.iter(qn("w:commentReference"))]


def test_a_note_stands_at_the_words_that_it_is_about(noted: Round) -> None:
    data = made(noted)
    assert said(data) == [("Anna Lind", SAID)]
    (comment,) = opened(data).comments
    assert (comment.initials, comment._comment_elm.get(qn("w:date"))) == ("AL", WHEN)
    (start,) = opened(data).element.body.iter(qn("w:commentRangeStart"))
    quoted = next(
        p for p in paragraphs(opened(data)) if p._p is start.getparent() or BUS[0] in p.text
    )
    assert quoted.text.startswith(f"”{BUS[0]}”")
    assert references(data) == [str(comment.comment_id)]


@pytest.mark.parametrize("audience", Audience)
def test_only_the_authority_s_own_people_see_notes(noted: Round, audience: Audience) -> None:
    (key,) = noted.notes
    noted.notes = {key: (Note(f"Fråga {CONTACT}.", "Anna Lind", WHEN),)}
    told = " ".join(text for _who, text in said(made(noted, audience)))
    assert ("Fråga" in told) is (audience is not Audience.PUBLIC)
    assert (CONTACT in told) is (audience is Audience.WORK)


def test_made_again_there_is_one_of_each_and_the_new_words(noted: Round) -> None:
    data = made(noted)
    for _time in range(2):
        data, left = again(data, noted)
        assert left == ()
        assert said(data) == [("Anna Lind", SAID)]
    (key,) = noted.notes
    noted.notes = {key: (Note("Ja, det gör det.", "Bo Ek", WHEN),)}
    data, left = again(data, noted)
    assert left == ()
    assert said(data) == [("Bo Ek", "Ja, det gör det.")]
    noted.notes = {}
    data, _left = again(data, noted)
    assert said(data) == []
    assert references(data) == []


def test_what_writers_say_in_the_margin_stands(noted: Round) -> None:
    document = opened(made(noted))
    heading = next(p for p in paragraphs(document) if p.text == "Helhetsbild" and p.style)
    document.add_comment(heading.runs, "Kan kortas.", author="Skribent", initials="S")
    saved = io.BytesIO()
    document.save(saved)
    data, _left = again(saved.getvalue(), noted)
    assert sorted(said(data)) == [("Anna Lind", SAID), ("Skribent", "Kan kortas.")]


def test_a_report_without_notes_has_no_margin(sample: Round) -> None:
    assert said(made(sample)) == []
    assert again(made(sample), sample)[1] == ()
