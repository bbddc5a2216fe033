"""What is marked as secret is in no export for others than the secretariat."""

import io
import json
import zipfile
from collections import Counter
from dataclasses import replace

import pytest

from inspel_app.domain.coding import Note, Passage, Request
from inspel_app.domain.composition import Composition, SectionEdit
from inspel_app.domain.handling import (
    Disposition,
    Handling,
    Handlings,
    Source,
    State,
    Target,
    Wording,
)
from inspel_app.domain.invitation import Attendance, Invitation
from inspel_app.domain.secrecy import Secrecies, Secrecy
from inspel_app.domain.synthesis import Audience, Synthesis, Work
from inspel_app.synthesis import secrecy
from inspel_app.synthesis.account import account, account_by_respondent
from inspel_app.synthesis.answering import Answering, answering
from inspel_app.synthesis.compose import compose
from inspel_app.synthesis.exporters import EXPORTERS, Exporter
from inspel_app.synthesis.letter import letter
from inspel_app.synthesis.sentences import sentences
from tests.synthesis.conftest import BUS, CODEBOOK, FACTS, FORM, WHOLE, Round

LAW = "OSL 21 kap. 1 §"
OTHERS = [Audience.WRITING, Audience.PUBLIC]
SECRET = BUS[0]
"""A point in the first inspel and in a copy of it, of the theme t1."""
TELLING = "Kvällsturerna"
"""A word that no other point has."""


def mark(passage: Passage) -> Secrecy:
    """A mark on what a passage says."""
    where = (passage.id, passage.submission, passage.answer, passage.start, passage.end)
    return Secrecy(*where, passage.text, LAW, "Region Provlän", "2025-07-01", "anna")


def said_of(key: str) -> Work:
    """What people made of a round: the point is quoted, handled, noted and written about."""
    reply = Handling(Target.passage(key), Disposition.MET, f"Vi tar fasta på: {SECRET}")
    own = SectionEdit("eget_1", "Eget", own=True, text=f"De skriver: {SECRET}")
    return Work(
        Handlings({key: reply}),
        Composition({"eget_1": own}, chosen=(key,)),
        {key: (Note(f"Läs: {SECRET}", "anna", "2025-07-01"),)},
    )


@pytest.fixture
def secret(sample: Round) -> Passage:
    """The point that is to be marked; its theme tells of it in name, keywords and request."""
    found = next(p for p in sample.passages if p.text == SECRET)
    theme = next(t for t in sample.themes if found.id in t.passages)
    telling = replace(
        theme,
        label="Kvällsturer behöver bli fler",
        keywords=("kvällstur", *theme.keywords),
        requests=(Request(found.id, SECRET),),
    )
    sample.themes = [telling if t is theme else t for t in sample.themes]
    return found


def composed(sample: Round, audience: Audience, work: Work, *marks: Secrecy) -> Synthesis:
    facts = replace(FACTS, audience=audience)
    marked = replace(work, secrecies=Secrecies(marks))
    inputs = (sample.submissions, sample.passages, sample.themes)
    return compose(facts, CODEBOOK, FORM, *inputs, marked)


def answered(sample: Round, audience: Audience, work: Work, *marks: Secrecy) -> Answering:
    facts = replace(FACTS, audience=audience)
    marked = replace(work, secrecies=Secrecies(marks))
    inputs = (sample.submissions, sample.passages, sample.themes)
    return answering(facts, CODEBOOK, FORM, *inputs, marked)


def text_of(file: bytes) -> str:
    """All that stands in a file, that of a zip archive's members too."""
    if not file.startswith(b"PK"):
        return file.decode("utf-8", errors="replace")
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return "".join(archive.read(n).decode("utf-8", "replace") for n in archive.namelist())


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.format)
@pytest.mark.parametrize("audience", OTHERS)
def test_a_marked_point_is_in_no_export(
    exporter: Exporter, audience: Audience, sample: Round, secret: Passage
) -> None:
    work = said_of(secret.id)
    before = text_of(exporter.render(composed(sample, audience, work)))
    assert TELLING in before or exporter.format == "qdc"
    after = text_of(exporter.render(composed(sample, audience, work, mark(secret))))
    assert TELLING.casefold() not in after.casefold()
    assert "kvällstur" not in after.casefold()


@pytest.mark.parametrize("audience", OTHERS)
def test_a_marked_point_is_in_no_account_and_no_letter(
    audience: Audience, sample: Round, secret: Passage
) -> None:
    work = said_of(secret.id)
    told = answered(sample, audience, work, mark(secret))
    reports = [account(told), account_by_respondent(told), *(letter(told, s) for s in told.counted)]
    assert TELLING in str(account_by_respondent(answered(sample, audience, work)))
    assert all(TELLING not in str(report) for report in reports)
    assert LAW in str(reports[0])


@pytest.mark.parametrize("audience", OTHERS)
def test_one_sentence_of_what_is_marked_is_known_again(
    audience: Audience, sample: Round, secret: Passage
) -> None:
    marked = replace(mark(secret), text=f"{SECRET} Den andra meningen är också hemlig.")
    other = next(p for p in sample.passages if p.submission != secret.submission)
    target, reason = Target.passage(other.id), f"Jämför: {SECRET}"
    reply = Handling(target, Disposition.MET, reason, state=State.DECIDED)
    wording = Wording("3.3", f"Länet: {SECRET}", (Source(target, f"Länet: {SECRET}"),))
    work = Work(Handlings({other.id: reply}, wordings={"3.3": wording}))
    told = composed(sample, Audience.WORK, work, marked).handlings
    assert TELLING in str(told)
    assert TELLING not in str(composed(sample, audience, work, marked).handlings)


@pytest.mark.parametrize("audience", OTHERS)
def test_a_marked_answer_says_only_that_it_is_there(audience: Audience, sample: Round) -> None:
    one = sample.submissions[0]
    (answer,) = (a for a in one.answers if a.text == WHOLE)
    marked = Secrecy(
        answer.id, one.id, answer.id, provision=LAW, authority="R", decided="2025-07-01"
    )
    made = composed(sample, audience, Work(), marked)
    seen = next(a for s in made.submissions for a in s.answers if a.id == answer.id)
    assert seen.text == f"[Sekretess: {LAW}]"
    assert not seen.content
    assert all(p.answer != answer.id for p in made.passages)
    assert made.withheld.answers == 1


@pytest.mark.parametrize("audience", OTHERS)
def test_a_marked_inspel_is_gone_with_its_copies(audience: Audience, sample: Round) -> None:
    one = sample.submissions[0]
    copies = [s for s in sample.submissions if one.id in (s.duplicate_of, s.replaces)]
    made = composed(sample, audience, Work(), Secrecy(one.id, one.id, provision=LAW))
    gone = {one.id, *(s.id for s in copies)}
    assert copies
    assert gone.isdisjoint(s.id for s in made.submissions)
    assert made.withheld.submissions == len(gone)
    assert made.withheld.passages == sum(p.submission in gone for p in sample.passages)


@pytest.mark.parametrize("audience", OTHERS)
def test_own_texts_say_nothing_of_whole_answers_and_inspel_that_are_kept_out(
    audience: Audience, sample: Round
) -> None:
    said = Counter(t for s in sample.submissions for a in s.answers for t in sentences(a.text))
    one, answer, first = next(
        (s, a, t)
        for s in sample.submissions
        for a in s.answers
        for t in sentences(a.text)
        if said[t] == 1 and len(t) >= secrecy.TELLING and t.isprintable()
    )
    own = SectionEdit("eget_1", "Eget", own=True, text=f"Någon skriver: {first} Det är sant.")
    work = Work(composition=Composition({"eget_1": own}))
    assert first in str(composed(sample, audience, work).composition)
    for marked in (
        Secrecy(one.id, one.id, provision=LAW),
        Secrecy(answer.id, one.id, answer.id, provision=LAW),
    ):
        told = str(composed(sample, audience, work, marked).composition)
        assert first not in told
        assert "Det är sant." in told


@pytest.mark.parametrize("audience", OTHERS)
def test_nobody_sees_that_an_invited_sender_has_sent_in_something_secret(
    audience: Audience, sample: Round
) -> None:
    one, other = sample.submissions[0], sample.submissions[-1]
    invited = (
        Invitation("Hemliga AB", submissions=(one.id,)),
        Invitation("Malå kommun", submissions=(one.id, other.id)),
        Invitation("Tysta AB"),
    )
    facts = replace(FACTS, audience=audience, attendance=Attendance(invited))
    marked = Work(secrecies=Secrecies((Secrecy(one.id, one.id, provision=LAW),)))
    inputs = (sample.submissions, sample.passages, sample.themes)
    exporter = next(e for e in EXPORTERS if e.format == "json")
    made = json.loads(exporter.render(compose(facts, CODEBOOK, FORM, *inputs, marked)))
    told = {row["name"]: row["submissions"] for row in made["invited"]}
    assert told == {"Malå kommun": [other.id], "Tysta AB": []}
    assert one.id not in json.dumps(made)


@pytest.mark.parametrize("audience", OTHERS)
def test_the_whole_inspel_is_kept_out_where_a_marked_answer_is_not_found(
    audience: Audience, sample: Round, secret: Passage
) -> None:
    lost = replace(mark(secret), answer="borta")
    made = composed(sample, audience, Work(), lost)
    assert all(s.id != secret.submission for s in made.submissions)


@pytest.mark.parametrize("audience", OTHERS)
def test_the_whole_answer_is_kept_out_where_a_marked_text_is_not_found(
    audience: Audience, sample: Round, secret: Passage
) -> None:
    lost = replace(mark(secret), text="Det som stod där en gång, men inte nu.")
    made = composed(sample, audience, Work(), lost)
    seen = next(a for s in made.submissions for a in s.answers if a.id == secret.answer)
    assert TELLING not in seen.text
    assert not seen.content


def test_the_other_points_stand_where_they_stood(sample: Round, secret: Passage) -> None:
    made = composed(sample, Audience.WRITING, Work(), mark(secret))
    texts = {(s.id, a.id): a.text for s in made.submissions for a in s.answers}
    assert any(p.answer == secret.answer for p in made.passages)
    assert all(texts[p.submission, p.answer][p.start : p.end] == p.text for p in made.passages)


def test_the_secretariat_sees_it_plainly_marked(sample: Round, secret: Passage) -> None:
    work = said_of(secret.id)
    made = composed(sample, Audience.WORK, work, mark(secret))
    assert not made.withheld
    for exporter in EXPORTERS:
        if exporter.format in {"docx", "xlsx", "html", "json"}:
            text = text_of(exporter.render(made))
            assert TELLING in text
            assert LAW in text
    told = answered(sample, Audience.WORK, work, mark(secret))
    assert f"{SECRET} [Sekretess: {LAW}]" in str(account_by_respondent(told))


def test_the_report_and_the_json_tell_how_much_is_left_out(sample: Round, secret: Passage) -> None:
    made = composed(sample, Audience.PUBLIC, Work(), mark(secret))
    exporters = {e.format: e for e in EXPORTERS}
    withheld = json.loads(exporters["json"].render(made))["withheld"]
    out = len(sample.passages) - len(made.passages)
    assert withheld == {
        "submissions": 0,
        "answers": 0,
        "stretches": 1,
        "statements": out,
        "provisions": [LAW],
        "undecided": 0,
    }
    assert f"1 stycke ur ett svar ({LAW})" in text_of(exporters["html"].render(made))


def test_without_marks_nothing_is_changed(sample: Round) -> None:
    made = composed(sample, Audience.WRITING, Work())
    assert not made.withheld
    assert "sekretess" not in text_of(EXPORTERS[2].render(made)).casefold()
