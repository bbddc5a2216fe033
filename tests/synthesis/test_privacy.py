from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import ActorType, Answer, Respondent, SourceFile, Submission
from inspel_app.domain.synthesis import Audience
from inspel_app.synthesis.privacy import for_audience
from tests.synthesis.conftest import CONTACT, EMAIL, NAME, Round


def shown(text: str, respondent: Respondent, audience: Audience) -> str:
    """What an audience sees of the only answer of a respondent."""
    answer = Answer("a", None, text, Method.TEXT, (Location("f", 0, len(text)),))
    made = Submission("s", (SourceFile("f.docx", "f"),), respondent=respondent, answers=(answer,))
    submissions, _passages, _themes = for_audience([made], [], [], audience)
    return submissions[0].answers[0].text


OFFICIAL = Respondent("Storby kommun", "", f"{CONTACT}, kommunchef", "ture@storby.example")
PRIVATE = Respondent("", "", NAME, EMAIL, ActorType.PRIVATPERSON, "Västby")


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


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
@pytest.mark.parametrize(
    "text",
    [
        CONTACT,
        CONTACT.upper(),
        CONTACT.replace(" ", "\n"),
        CONTACT.replace(" ", "_"),
        "ture@storby.example",
        "nagon.annan+x@myndighet.example.se",
        "070-123 45 67",
        "+46 70 123 45 67",
        "090-12 34 56",
        "19850102-1234",
    ],
)
def test_contact_details_are_covered(text: str, audience: Audience) -> None:
    assert shown(f"Fråga {text} gärna", OFFICIAL, audience) == f"Fråga {'█' * len(text)} gärna"


@pytest.mark.parametrize(
    "text",
    [
        "RUN 234–2025",
        "åren 2020-2030",
        "kommunchef",
        "s 7–9",
        "0,5 procent",
        "2025-06-17",
        "0-18 år",
    ],
)
def test_ordinary_numbers_and_words_stay(text: str) -> None:
    assert shown(f"Se {text} här", OFFICIAL, Audience.PUBLIC) == f"Se {text} här"


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
    assert [f.name for f in seen.files] == ["Inspel 4.docx", "Inspel 4 (2).pdf"]


def test_themes_do_not_give_names_away(sample: Round) -> None:
    first, last = NAME.lower().split()
    theme = replace(sample.themes[0], label=f"{first} {last}, buss", keywords=(last, "buss"))
    _submissions, _passages, (seen,) = for_audience(
        sample.submissions, [], [theme], Audience.PUBLIC
    )
    assert seen.label == "█" * len(NAME) + ", buss"
    assert seen.keywords == ("buss",)
