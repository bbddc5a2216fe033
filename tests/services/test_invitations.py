"""Whom the authority asked, and who of them has answered."""

from datetime import date
from pathlib import Path

import pytest

from inspel_app.domain.form import ActorType, Respondent, SourceFile, Submission
from inspel_app.domain.invitation import Invitation
from inspel_app.domain.synthesis import Audience
from inspel_app.errors import UsageError
from inspel_app.services.invitations import attendance, listed, read_list, written
from inspel_app.services.reporting import synthesis_of
from inspel_app.services.respondents import known_organisations
from inspel_app.services.round_facts import Facts, Signature, change_facts, facts
from inspel_app.store.project import Project

PASTED = """Organisation\tTyp\tKommun\tE-post
Umeå kommun\tKommun\tUmeå\tkommun@umea.example
- Sametinget <sametinget@same.example>
2. Malå kommun

UMEÅ KOMMUN
"Byaföreningen Framåt";Civilsamhälle;Åsele
"""
SENDERS = ("Umeå kommun, kommunledningen", "Malå kommun", "Skellefteå kommun", "")


@pytest.fixture
def round_(project: Project) -> Project:
    with project.action("Läs in"):
        for n, name in enumerate(SENDERS):
            file = SourceFile(f"{n}.docx", str(n))
            came = f"2025-06-1{n + 4}T08:00:00+02:00"
            one = Submission(str(n), (file,), respondent=Respondent(name), received=came)
            project.add_submission(one, {})
    return project


def test_a_pasted_list_is_read_as_people_write_it(project: Project) -> None:
    found = listed(PASTED, known_organisations(project))
    assert found == (
        Invitation("Umeå kommun", ActorType.KOMMUN, "Umeå"),
        Invitation("Sametinget", ActorType.STATLIG_MYNDIGHET, None),
        Invitation("Malå kommun", ActorType.KOMMUN, "Malå"),
        Invitation("Byaföreningen Framåt", ActorType.CIVILSAMHALLE, "Åsele"),
    )
    assert listed(written(found), known_organisations(project)) == found


def test_a_sender_is_known_however_it_writes_its_name(round_: Project) -> None:
    change_facts(round_, Facts("R", invited=PASTED))
    came = attendance(round_)
    assert [(one.name, one.submissions) for one in came.answered] == [
        ("Umeå kommun", ("0",)),
        ("Malå kommun", ("1",)),
    ]
    assert [one.name for one in came.silent] == ["Sametinget", "Byaföreningen Framåt"]
    assert came.uninvited == 2


def test_names_that_a_person_has_parted_are_two(round_: Project) -> None:
    change_facts(round_, Facts("R", invited="Malå kommuns\nÅsele kommun"))
    assert len(attendance(round_).answered) == 1
    with round_.action("Håll isär"):
        round_.keep_apart("malå kommun", "malå kommuns", "anna")
    assert not attendance(round_).answered


def test_all_facts_change_as_one_step(round_: Project) -> None:
    before, late = facts(round_), [s.late for s in round_.submissions()]
    new = Facts(
        "Ny",
        "RUN 1-2",
        date(2025, 6, 15),
        written(listed(PASTED, known_organisations(round_))),
        Signature("Region Exempel", "Utveckling", "Ort", "Kim Exempel", "kim@exempel.example"),
    )
    change_facts(round_, new, "anna")
    assert facts(round_) == new
    assert [s.late for s in round_.submissions()] == [False, False, True, True]
    round_.undo()
    assert facts(round_) == before
    assert [s.late for s in round_.submissions()] == late
    change_facts(round_, before)
    assert len(round_.log()) == 3


def test_the_synthesis_tells_who_is_silent_but_no_private_person_to_all(round_: Project) -> None:
    change_facts(round_, Facts("R", invited="Åsa Ek; Privatperson\nSametinget"))
    named = {
        audience: [o.name for o in synthesis_of(round_, audience).facts.attendance.silent]
        for audience in Audience
    }
    assert named[Audience.WRITING] == ["Åsa Ek", "Sametinget"]
    assert named[Audience.PUBLIC] == ["Privatperson", "Sametinget"]


def test_a_list_is_read_in_any_encoding_but_a_workbook_is_refused(tmp_path: Path) -> None:
    there = tmp_path / "lista.csv"
    there.write_bytes("Åsele kommun;Kommun".encode("cp1252"))
    assert read_list(there) == "Åsele kommun;Kommun"
    there.write_bytes(b"PK\x03\x04\x00\x00\x08\x00\x00\x00\x00\x00\x01\x02\x00")
    with pytest.raises(UsageError, match="kan inte läsas som en lista"):
        read_list(there)
