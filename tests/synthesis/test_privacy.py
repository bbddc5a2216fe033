"""Each audience sees what it may of personal data, and no character moves."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.coding import Assignment, Origin, Passage
from inspel_app.domain.document import Location, Method, Problem
from inspel_app.domain.form import (
    ActorType,
    Answer,
    DoubtfulWord,
    Respondent,
    SourceFile,
    Submission,
)
from inspel_app.domain.synthesis import Audience
from inspel_app.synthesis.privacy import for_audience
from tests.synthesis.conftest import CONTACT, NAME, Round
from tests.synthesis.showing import OFFICIAL, PRIVATE, shown


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
def test_nobody_else_sees_which_address_a_mail_came_from(audience: Audience) -> None:
    files = (SourceFile("f.docx", "f"),)
    made = Submission("s", files, respondent=OFFICIAL, sent_from="bo@storby.example")
    ((seen,), _passages, _themes) = for_audience([made], [], [], audience)
    assert seen.sent_from == ""


@pytest.mark.parametrize("audience", list(Audience))
def test_every_passage_still_stands_in_its_answer(sample: Round, audience: Audience) -> None:
    synthesis = sample.compose(audience)
    answers = {(s.id, a.id): a.text for s in synthesis.submissions for a in s.answers}
    for p in synthesis.passages:
        assert answers[p.submission, p.answer][p.start : p.end] == p.text


@given(st.text(), st.sampled_from([OFFICIAL, PRIVATE]), st.sampled_from(list(Audience)))
def test_masking_never_moves_a_character(
    text: str, respondent: Respondent, audience: Audience
) -> None:
    after = shown(text, respondent, audience)
    assert len(after) == len(text)
    assert all(now in (before, "█") for before, now in zip(text, after, strict=True))


def test_the_secretariat_sees_everything(sample: Round) -> None:
    made = for_audience(sample.submissions, sample.passages, sample.themes, Audience.WORK)
    assert made == (tuple(sample.submissions), tuple(sample.passages), tuple(sample.themes))


def test_the_public_sees_no_part_of_a_private_person_s_name() -> None:
    first, last = NAME.split()
    text = f"{first} säger, {last}s hus, {last.upper()}. Vi i Västby."
    assert first in shown(text, PRIVATE, Audience.WRITING)
    seen = shown(text, PRIVATE, Audience.PUBLIC)
    assert not [part for part in (first, last, last.upper()) if part in seen]
    assert seen.endswith("Vi i Västby.")


def test_a_private_person_is_named_by_place_for_the_public() -> None:
    files = (SourceFile(f"{NAME}.docx", "f"), SourceFile("bilaga.pdf", "g"))
    made = Submission("s", files, number=4, respondent=PRIVATE)
    (seen,), _passages, _themes = for_audience([made], [], [], Audience.PUBLIC)
    assert seen.respondent == Respondent(
        "Privatperson, Västby", type=ActorType.PRIVATPERSON, municipality="Västby"
    )


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
@pytest.mark.parametrize("respondent", [PRIVATE, OFFICIAL])
def test_nobody_else_sees_what_a_sender_called_a_file(
    respondent: Respondent, audience: Audience
) -> None:
    files = (SourceFile("Kims brev.docx", "f"), SourceFile("bilaga.pdf", "g"))
    doubts = (Problem("liten-text", "I Kims brev.docx är texten liten."),)
    made = Submission("s", files, number=4, respondent=respondent, problems=doubts)
    (seen,), _passages, _themes = for_audience([made], [], [], audience)
    assert [f.name for f in seen.files] == ["Inspel 4.docx", "Inspel 4 (2).pdf"]
    told = [] if audience is Audience.PUBLIC else ["I Inspel 4.docx är texten liten."]
    assert [p.message for p in seen.problems] == told


@pytest.mark.parametrize(
    ("label", "keywords", "audience", "seen"),
    [
        (f"{NAME.lower()}, buss", ("exempelqvist", "buss", "taxa"), "public", "Buss och taxa"),
        (f"Kontakta {CONTACT}", ("buss",), "writing", "Buss"),
        ("Påhittad", ("Påhittad",), "writing", "Tema utan namn"),
        ("Familjen Påhittad", ("buss", "Påhittads"), "public", "Buss"),
        ("Buss och Ture", ("buss", "Ture"), "work", "Buss och Ture"),
        ("Bussen till Storby", ("buss", "Storby", "ture"), "public", "Bussen till Storby"),
    ],
)
def test_themes_are_named_by_words_that_name_nobody(
    sample: Round, label: str, keywords: tuple[str, ...], audience: str, seen: str
) -> None:
    theme = replace(sample.themes[0], label=label, keywords=keywords)
    _submissions, _passages, (made,) = for_audience(
        sample.submissions, [], [theme], Audience(audience)
    )
    assert made.label == seen
    kept = [k for k in keywords if not k.startswith(("Ture", "ture", "Påhittad", "exempel"))]
    assert list(made.keywords) == (list(keywords) if audience == "work" else kept)


def test_no_theme_is_named_by_a_word_of_an_address(sample: Round) -> None:
    passage = replace(sample.passages[0], text="E-post kim punkt ek snabel-a by punkt example")
    theme = replace(sample.themes[0], label="Kim", keywords=("kim", "buss"), passages=(passage.id,))
    _submissions, _passages, (made,) = for_audience(
        sample.submissions, [passage], [theme], Audience.PUBLIC
    )
    assert (made.label, made.keywords) == ("Buss", ("buss",))


def test_the_unit_of_a_respondent_without_organisation_is_hidden() -> None:
    made = Submission("s", (SourceFile("Nils.txt", "f"),), 7, respondent=Respondent(unit="Nils"))
    (seen,), _passages, _themes = for_audience([made], [], [], Audience.PUBLIC)
    assert seen.respondent == Respondent()
    assert seen.files[0].name == "Inspel 7.txt"


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
def test_how_words_were_misread_is_for_the_secretariat_alone(audience: Audience) -> None:
    text, reading = f"Hälsar {CONTACT}. Vi bor i Umeå.", "Hälsar Turc Tnst. Vi bor i Umca."
    place = Location("f", 0, len(reading))
    answer = Answer(
        "a",
        None,
        text,
        Method.OCR,
        (place,),
        doubtful=(DoubtfulWord(7, 11, "Turc", 0.4, place),),
        reading=reading,
    )
    made = Submission("s", (SourceFile("f.pdf", "f"),), respondent=OFFICIAL, answers=(answer,))
    ((shown,), _passages, _themes) = for_audience([made], [], [], audience)
    (covered,) = shown.answers
    assert covered.doubtful == ()
    assert covered.reading is not None
    assert len(covered.reading) == len(reading)
    assert covered.reading.startswith("Hälsar █")
    assert covered.reading.endswith(" Vi bor i █████")
    assert not {"Turc", "Tnst", "Umca"} & set(covered.reading.replace(".", " ").split())


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
def test_reasons_name_no_word_that_is_covered_in_the_text(audience: Audience) -> None:
    text = f"Bygg ett häfte, hälsar {CONTACT}."
    place = Location("f", 0, len(text))
    answer = Answer("a", None, text, Method.TEXT, (place,))
    made = Submission("s", (SourceFile("f.txt", "f"),), respondent=OFFICIAL, answers=(answer,))
    reason = f"ord: häfte, {CONTACT.split()[-1]}"
    assigned = (Assignment("1.1", None, Origin.SUGGESTION, 0.5, reason),)
    passage = Passage("a:0", "s", "a", None, 0, len(text), text, assigned)
    _submissions, (seen,), _themes = for_audience([made], [passage], [], audience)
    assert seen.assignments[0].reason.startswith("ord: häfte, █")
    assert CONTACT.split()[-1] not in seen.assignments[0].reason


def test_who_sees_to_an_inspel_is_for_the_authority_alone() -> None:
    one = Submission("s", (SourceFile("a.txt", "0"),), assignee="Åsa")
    seen = {a: for_audience([one], [], [], a)[0][0].assignee for a in Audience}
    assert seen == {Audience.WORK: "Åsa", Audience.WRITING: "Åsa", Audience.PUBLIC: ""}
