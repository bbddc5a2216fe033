"""What the authority's people write names nobody whom an audience may not see."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.coding import Note
from inspel_app.domain.composition import Composition, SectionEdit
from inspel_app.domain.form import ActorType, Respondent
from inspel_app.domain.handling import (
    Disposition,
    Handling,
    Handlings,
    Section,
    Source,
    State,
    Target,
    Wording,
)
from inspel_app.domain.synthesis import Audience, Work
from inspel_app.synthesis.masked import masked_own
from inspel_app.synthesis.own_texts import composition_for, handlings_for, notes_for, work_for
from inspel_app.synthesis.privacy import COVERED, covering, for_audience
from tests.synthesis.conftest import Round, Said

SENDERS = (
    Respondent("Storby kommun", "", "Ture Påhittström", "t@storby.example", ActorType.KOMMUN),
    Respondent("", "", "Siv Exempelqvist", "siv@hemma.example", ActorType.PRIVATPERSON, "Västby"),
    Respondent("Lunds fibernät", "", "Anna Lund", "", ActorType.NARINGSLIV, "Lund"),
)
EVERYWHERE = ("Avsnittet Vår syn", "Motivering", "Omskrivningen av 3.3 Resor")
TEXT = "Påhittström och Exempelqvist (siv@hemma.example) menar att Lund ska få fiber."


@pytest.fixture
def senders() -> Round:
    made = Round()
    for who in SENDERS:
        made.add(who, [("3.3.behov", "Mer fiber.", [Said("Mer fiber.", "3.3", "behov")])], "a.docx")
    return made


def told(text: str, senders: Round, audience: Audience) -> dict[str, str]:
    """A text as it stands in all that people write; "" where it is not there.

    In an answer to a point, in a new wording and its sentence, in a section and in a note.
    """
    key = senders.passages[0].id
    said = Handling(Target.passage(key), Disposition.MET, text, state=State.DECIDED)
    wording = Wording("3.3", text, (Source(said.target, text),))
    mask = covering(senders.submissions, audience)
    seen = for_audience(senders.submissions, senders.passages, (), audience)
    handlings = Handlings({key: said}, wordings={"3.3": wording})
    shown = handlings_for(handlings, seen, mask, audience)
    edit = SectionEdit("tema_1", text, text=text)
    sections = composition_for(Composition({"tema_1": edit}), mask).sections
    notes = notes_for({key: (Note(text, "anna", ""),)}, mask, audience)
    return {
        "reason": shown.passages[key].text,
        "wording": shown.wordings["3.3"].text,
        "sentence": shown.wordings["3.3"].sources[0].sentence,
        "title": sections["tema_1"].title,
        "text": sections["tema_1"].text,
        "note": notes[key][0].text if notes else "",
    }


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
def test_surnames_alone_and_addresses_are_covered(senders: Round, audience: Audience) -> None:
    for text in filter(None, told(TEXT, senders, audience).values()):
        assert len(text) == len(TEXT)
        assert all(name not in text for name in ("Påhittström", "Exempelqvist", "siv@"))
        assert "Lund ska få fiber" in text


def test_the_secretariat_reads_what_it_has_written(senders: Round) -> None:
    assert set(told(TEXT, senders, Audience.WORK).values()) == {TEXT}


def test_nobody_else_reads_notes(senders: Round) -> None:
    assert told(TEXT, senders, Audience.PUBLIC)["note"] == ""
    assert told(TEXT, senders, Audience.WRITING)["note"]


def test_a_private_person_is_named_in_none_of_its_names(senders: Round) -> None:
    text = told("Siv har rätt. SIVS förslag är bra.", senders, Audience.PUBLIC)["reason"]
    assert "Siv" not in text
    assert "SIV" not in text


def test_who_decided_is_not_told(senders: Round) -> None:
    key = senders.passages[0].id
    by = Handling(Target.passage(key), Disposition.MET, "Ja.", None, "Eva", State.DECIDED, "bo")
    mask = covering(senders.submissions, Audience.PUBLIC)
    seen = for_audience(senders.submissions, senders.passages, (), Audience.PUBLIC)
    told_of = handlings_for(Handlings({key: by}), seen, mask, Audience.PUBLIC)
    assert told_of.passages[key] == replace(by, responsible="", person="")


@given(
    st.lists(st.text("abcåÅ BÖ'-", min_size=2, max_size=12), min_size=1, max_size=5),
    st.text("abcåÅ BÖ'-,.\n", max_size=60),
)
def test_names_are_found_among_many_as_alone(contacts: list[str], text: str) -> None:
    made = Round()
    for contact in contacts:
        made.add(Respondent("Storby kommun", contact=contact), [(None, "X.", [])], "a.docx")
    together = covering(made.submissions, Audience.WRITING)(text)
    alone = [covering([one], Audience.WRITING)(text) for one in made.submissions]
    union = [COVERED if COVERED in signs else signs[0] for signs in zip(*alone, strict=True)]
    assert together == "".join(union)


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
def test_first_names_alone_are_covered_unless_they_are_words(
    senders: Round, audience: Audience
) -> None:
    """Colleagues write of contact persons as they call them."""
    bo = Respondent("Västby kommun", "", "Bo Påhittgren", "bo@vastby.example", ActorType.KOMMUN)
    senders.add(bo, [("3.3.behov", "Fler vill bo här.", [])], "b.docx")
    text = "Bo kvar kan fler, som Ture och Sivs granne skriver; Lunds bor kvar."
    for shown in filter(None, told(text, senders, audience).values()):
        assert shown == text.replace("Ture", COVERED * 4).replace("Sivs", COVERED * 4)


@pytest.mark.parametrize(
    ("audience", "places"),
    [
        (Audience.WORK, []),
        (Audience.WRITING, [*EVERYWHERE, "Anteckning"]),
        (Audience.PUBLIC, [*EVERYWHERE]),
    ],
)
def test_what_is_covered_is_listed_once_with_where_it_stands(
    senders: Round, audience: Audience, places: list[str]
) -> None:
    passages, text = senders.passages, "Vi delar Påhittströms bild."
    said = {
        p.id: Handling(Target.passage(p.id), Disposition.MET, text, state=State.DECIDED)
        for p in passages
    }
    first = passages[0].id
    written = Work(
        Handlings(
            said,
            sections=(Section("s1", "3.3", "3.3 Resor", ""),),
            wordings={"s1": Wording("s1", text, (Source(Target.passage(first)),))},
        ),
        Composition(sections={"x": SectionEdit("x", "Vår syn", text=text)}),
        {first: (Note(text, "anna", ""),)},
    )
    mask = covering(senders.submissions, audience)
    seen = for_audience(senders.submissions, passages, (), audience)
    found = masked_own(written, work_for(written, seen, mask, audience))
    assert [one.own for one in found] == places
    assert {(m.number, m.before, m.text, m.after) for m in found} <= {
        (None, "Vi delar", "Påhittströms", "bild.")
    }
