"""What is weeded is gone from the bytes of the file, and nothing brings it back."""

from pathlib import Path

import pytest

from inspel_app.domain.form import Respondent
from inspel_app.errors import UsageError
from inspel_app.services.handling import Target, handle
from inspel_app.services.past import nothing_to_undo
from inspel_app.services.persons import find_person
from inspel_app.services.respondents import correct
from inspel_app.services.rounds import Project
from inspel_app.services.weeding import Plan, weed
from inspel_app.store.copies import copies_of, keep_copy
from tests.services.tagged_round import BUS, add_answer, make
from tests.services.test_persons import EMAIL, MAIL, NAME, SAID, add_person

DECISION = "Gallringsbeslut RUN 12–2025"
ALL = Plan(contacts=True, originals=True, texts=True)
SURNAME = NAME.split()[1]


@pytest.fixture
def whole(project: Project) -> Project:
    """A round with a person in it, whose name was corrected, and another inspel."""
    add_person(project)
    contact = Respondent("Malå kommun", contact="Ture Påhittad", email="ture@mala.example")
    make(project, add_answer(project, "b", respondent=contact), {})
    correct(project, 1, {"organisation": f"{NAME}s förening"}, "anna")
    correct(project, 1, {"organisation": ""}, "anna")
    return project


def bytes_of(project: Project) -> bytes:
    """All bytes of the round, with what SQLite keeps beside the file."""
    beside = project.path.parent.glob(f"{project.path.name}*")
    return b"".join(Path(path).read_bytes() for path in beside)


def holds(project: Project, text: str) -> bool:
    """Whether the text stands in the bytes, as it is or as the search has its words."""
    return any(form.encode() in bytes_of(project) for form in (text, text.casefold()))


def test_contact_persons_are_gone_from_the_file(whole: Project) -> None:
    assert holds(whole, "ture@mala.example")
    protocol = weed(whole, Plan(contacts=True), DECISION, "anna")
    assert protocol.lines == (("Inspel utan kontaktuppgifter", 2),)
    assert not holds(whole, "ture@mala.example")
    assert not holds(whole, "Påhittad")
    assert {(s.respondent.contact, s.respondent.email) for s in whole.submissions()} == {("", "")}
    whole.check()


def test_all_that_is_personal_is_gone_from_the_file(whole: Project) -> None:
    assert holds(whole, SURNAME)
    weed(whole, ALL, DECISION, "anna")
    for text in (SURNAME, EMAIL, "123 45 67", MAIL.decode()):
        assert not holds(whole, text)
    assert find_person(whole, NAME) == []
    assert whole.size_of_originals() == (0, 0)
    whole.check()


def test_the_answers_and_points_stand_but_for_what_is_covered(whole: Project) -> None:
    before = {p.id for p in whole.passages()}
    weed(whole, ALL, DECISION, "anna")
    assert {p.id for p in whole.passages()} == before
    answer = whole.submissions()[0].answers[0].text
    assert answer == SAID.replace(NAME, "█" * len(NAME))
    assert [hit.text for hit in whole.search("bussarna", 5) if hit.submission == "siv"]
    assert whole.search(SURNAME, 5) == []


def test_one_person_is_gone_and_others_are_not(whole: Project) -> None:
    weed(whole, Plan(person=NAME), DECISION, "anna")
    assert not holds(whole, SURNAME)
    assert holds(whole, "Ture Påhittad")
    assert "Exempelqvist" not in whole.log()[-1].name


def test_a_whole_inspel_is_gone_with_all_that_was_said_of_it(whole: Project) -> None:
    weed(whole, Plan(numbers=(1,)), DECISION, "anna")
    assert [s.number for s in whole.submissions()] == [2]
    assert not holds(whole, SURNAME)
    assert not holds(whole, "sällan, säger")
    assert holds(whole, BUS[:10])
    whole.check()


def test_nothing_before_can_be_undone_and_that_is_said(whole: Project) -> None:
    weed(whole, ALL, DECISION, "anna")
    assert whole.undo("anna") is None
    assert whole.redo("anna") is None
    assert "gallringen" in nothing_to_undo(whole)
    with pytest.raises(KeyError):
        whole.back_to(1)
    correct(whole, 1, {"organisation": "Föreningen"}, "anna")
    assert whole.undo("anna") is not None
    assert whole.undo("anna") is None


def test_a_trial_changes_nothing_and_tells_the_same(whole: Project) -> None:
    before, log = whole.submissions(), whole.log()
    trial = weed(whole, ALL, "", "anna", dry=True)
    assert (whole.submissions(), whole.log()) == (before, log)
    assert whole.undo("anna") is not None
    assert whole.redo("anna") is not None
    assert "provkörning" in trial.text
    done = weed(whole, ALL, DECISION, "anna")
    assert dict(done.lines).keys() == dict(trial.lines).keys()
    assert dict(done.lines)["Originalfiler med sin lästa text"] == 1


def test_the_protocol_tells_what_who_when_and_why(whole: Project) -> None:
    keep_copy(whole.path)
    protocol = weed(whole, ALL, DECISION, "anna")
    assert copies_of(whole.path) == []
    for told in (
        DECISION,
        "anna",
        protocol.at,
        "Inspel utan kontaktuppgifter: 2",
        "Säkerhetskopior bredvid omgången: 1",
        "Andra kopior",
    ):
        assert told in protocol.text
    (kept,) = whole.weedings()
    assert (kept.decision, kept.by) == (DECISION, "anna")
    assert whole.log()[-1].name == kept.what


def test_history_is_watched_again_afterwards(whole: Project) -> None:
    weed(whole, Plan(contacts=True), DECISION, "anna")
    before = whole.last_change()
    correct(whole, 2, {"unit": "Kansliet"}, "anna")
    assert whole.changed_since(before) == {"b"}


def test_a_weeding_needs_a_decision_and_something_to_weed(whole: Project) -> None:
    with pytest.raises(UsageError, match="beslut"):
        weed(whole, ALL, " ", "anna")
    with pytest.raises(UsageError, match="vad som ska gallras"):
        weed(whole, Plan(), DECISION, "anna")


def test_what_people_have_written_names_nobody_afterwards(whole: Project) -> None:
    surname = "Påhittad"
    point = whole.passages()[0].id
    with whole.action("Anteckna"):
        whole.decisions.note(point, f"{surname}s förslag är bra.", "eva")
    handle(whole, [Target.passage(point)], "eva", text=f"Vi har svarat {surname}.")
    weed(whole, Plan(texts=True), DECISION, "anna")
    (note,) = whole.notes_by_passage()[point]
    assert note.text == f"{'█' * (len(surname) + 1)} förslag är bra."
    assert whole.handlings().passages[point].text == f"Vi har svarat {'█' * len(surname)}."
