"""Marks of secrecy: set, undone, found again, kept when inspel are put together."""

import json
from datetime import date
from pathlib import Path

import pytest

from inspel_app.domain.secrecy import SecretKind
from inspel_app.domain.synthesis import Audience, ReportKind
from inspel_app.errors import UsageError
from inspel_app.services.accounts import account_of
from inspel_app.services.reporting import export, synthesis_of, to_check
from inspel_app.services.rounds import Project
from inspel_app.services.secrecy import Decision, found, laws, mark, marked, unmark
from tests.services.tagged_round import BUS, ROAD, add_answer, make

DECISION = Decision("OSL 21 kap. 1 §", "Region Provlän", date(2025, 7, 1))


@pytest.fixture
def ids(project: Project) -> list[str]:
    """The passages of one inspel."""
    found_ids = add_answer(project, "a", field="3.3.behov")
    make(project, found_ids, {})
    return found_ids


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
def test_a_marked_passage_is_kept_out_until_that_is_undone(
    project: Project, ids: list[str], audience: Audience
) -> None:
    mark(project, found(project, ids[0]), DECISION, "anna")
    (answer,) = synthesis_of(project, audience).submissions[0].answers
    assert BUS not in answer.text
    assert ROAD in answer.text
    assert BUS not in str(account_of(project, ReportKind.BY_RESPONDENT, audience))
    project.undo("anna")
    assert BUS in synthesis_of(project, audience).submissions[0].answers[0].text
    project.redo("anna")
    assert BUS not in synthesis_of(project, audience).submissions[0].answers[0].text
    unmark(project, ids[0], "bo")
    assert not marked(project)


def test_the_laws_of_an_inspel_are_told_together(project: Project, ids: list[str]) -> None:
    other = Decision("OSL 25 kap. 1 §", "Region Provlän", date(2025, 7, 1))
    for passage, decision in zip(ids, (DECISION, other, DECISION), strict=True):
        mark(project, found(project, passage), decision, "anna")
    assert laws(project) == {"a": "Sekretess: OSL 21 kap. 1 § och OSL 25 kap. 1 §"}


def test_the_history_tells_of_a_mark_and_not_of_what_it_stands_on(
    project: Project, ids: list[str]
) -> None:
    mark(project, found(project, ids[0]), DECISION, "anna")
    assert project.log()[-1].name == "Sekretessmarkera en synpunkt i inspel 1"


def test_an_answer_and_an_inspel_are_marked(
    project: Project, ids: list[str], tmp_path: Path
) -> None:
    mark(project, found(project, "1", "3.3.behov"), DECISION, "anna")
    assert [p.id for p in synthesis_of(project, Audience.WRITING).passages] == []
    mark(project, found(project, "1"), DECISION, "anna")
    mark(project, found(project, ids[0]), DECISION, "anna")
    assert {one.mark.kind: (one.number, one.what, one.found) for one in marked(project)} == {
        SecretKind.ANSWER: (1, "svaret 3.3.behov", True),
        SecretKind.SUBMISSION: (1, "hela inspelet", True),
        SecretKind.PASSAGE: (1, BUS, True),
    }
    path = tmp_path / "ut.json"
    export(project, "json", path, Audience.PUBLIC)
    record = json.loads(path.read_text("utf-8"))
    assert record["submissions"] == []
    assert record["withheld"]["statements"] == len(ids)
    assert to_check(project, Audience.PUBLIC).masked == []


def test_a_mark_is_told_also_where_its_inspel_is_gone(project: Project, ids: list[str]) -> None:
    mark(project, found(project, ids[0]), DECISION, "anna")
    with project.action("Ta bort"):
        project.remove_submission("a")
    (one,) = marked(project)
    assert (one.number, one.what, one.found) == (None, BUS, False)


def test_a_mark_stays_when_the_machine_cuts_the_answer_anew(
    project: Project, ids: list[str]
) -> None:
    mark(project, found(project, ids[0]), DECISION, "anna")
    answer = ids[0].partition(":")[0]
    make(project, [f"{answer}:0-52"], {})
    made = synthesis_of(project, Audience.WRITING)
    assert made.passages == ()
    assert BUS not in made.submissions[0].answers[0].text


def test_marks_follow_an_inspel_that_another_takes_in(project: Project, ids: list[str]) -> None:
    mark(project, found(project, "1"), DECISION, "anna")
    mark(project, found(project, ids[0]), DECISION, "anna")
    add_answer(project, "b")
    with project.action("Slå ihop"):
        project.remove_submission("a")
        project.secrecy_edits.hand_over("a", "b")
    assert {one.number for one in marked(project)} == {2}
    assert synthesis_of(project, Audience.PUBLIC).submissions == ()


@pytest.mark.parametrize(
    "decision", [Decision(" ", "Region", date(2025, 7, 1)), Decision("OSL", "", date(2025, 7, 1))]
)
def test_a_mark_needs_a_provision_and_an_authority(
    project: Project, ids: list[str], decision: Decision
) -> None:
    with pytest.raises(UsageError, match="bestämmelse"):
        mark(project, found(project, ids[0]), decision, "anna")


def test_what_is_not_there_cannot_be_marked(project: Project, ids: list[str]) -> None:
    with pytest.raises(UsageError, match="ingen synpunkt"):
        found(project, "borta")
    with pytest.raises(UsageError, match="inget svar"):
        found(project, "1", "9.9.behov")
    with pytest.raises(UsageError, match="inte sekretessmarkerat"):
        unmark(project, ids[0], "anna")
