"""Who has sent in: corrected by people, and joined where names are the same."""

import pytest

from inspel_app.domain.form import ActorType, Respondent, SourceFile, Status, Submission
from inspel_app.errors import UsageError
from inspel_app.services.respondents import correct, join, part, proposals, senders
from inspel_app.store.project import Project


@pytest.fixture
def round_(project: Project) -> Project:
    people = (
        Respondent("Umeå kommun", type=ActorType.KOMMUN, municipality="Umeå", email="a@b.example"),
        Respondent("UMEÅ KOMMUN, kommunledningen", type=ActorType.KOMMUN),
        Respondent("Privatperson", contact="Åsa Ek", type=ActorType.PRIVATPERSON),
        Respondent("Privatperson", contact="Bo Ek", type=ActorType.PRIVATPERSON),
    )
    with project.action("Läs in"):
        for n, who in enumerate(people):
            files = (SourceFile(f"{n}.docx", str(n)),)
            project.add_submission(Submission(str(n), files, respondent=who), {})
        spam = Submission("x", (SourceFile("x", "x"),), status=Status.EJ_INSPEL)
        project.add_submission(spam, {})
    return project


def test_each_private_person_is_a_sender(round_: Project) -> None:
    found = [(s.organisation, s.numbers) for s in senders(round_)]
    assert found == [
        ("Privatperson", (3,)),
        ("Privatperson", (4,)),
        ("UMEÅ KOMMUN, kommunledningen", (2,)),
        ("Umeå kommun", (1,)),
    ]


def test_a_proposal_is_taken_as_one_step_that_can_be_undone(round_: Project) -> None:
    assert join(round_, "Umeå kommun", "anna") == 2
    who = [s.respondent for s in round_.submissions()[:2]]
    assert who[0] == Respondent(
        "Umeå kommun", type=ActorType.KOMMUN, municipality="Umeå", email="a@b.example"
    )
    assert (who[1].organisation, who[1].unit) == ("Umeå kommun", "kommunledningen")
    assert who[1].municipality == "Umeå"
    assert proposals(round_) == ()
    round_.undo()
    assert [p.name for p in proposals(round_)] == ["Umeå kommun"]


def test_a_rejected_proposal_comes_back_only_when_that_is_undone(round_: Project) -> None:
    part(round_, "Umeå kommun", "anna")
    assert proposals(round_) == ()
    with pytest.raises(UsageError, match="inget förslag"):
        join(round_, "Umeå kommun")
    round_.undo()
    assert len(proposals(round_)) == 1


def test_a_sender_is_corrected_by_number(round_: Project) -> None:
    changes = {"organisation": "Byn AB", "type": "naringsliv", "municipality": "Malå"}
    correct(round_, 3, changes, "anna")
    who = round_.submissions()[2].respondent
    assert who == Respondent(
        "Byn AB", contact="Åsa Ek", type=ActorType.NARINGSLIV, municipality="Malå"
    )
    correct(round_, 3, {"type": "", "municipality": ""})
    who = round_.submissions()[2].respondent
    assert (who.organisation, who.type, who.municipality) == ("Byn AB", None, None)
    with pytest.raises(UsageError, match="nummer 9"):
        correct(round_, 9, {"unit": "Kansliet"})
