"""A person is found wherever the round has it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import Answer, Respondent, SourceFile, Submission, Unplaced
from inspel_app.errors import UsageError
from inspel_app.services.persons import (
    count_surname,
    find_person,
    person_pattern,
    told_surname,
    write_extract,
)
from inspel_app.services.rounds import Project
from inspel_app.services.saving import save
from tests.services.tagged_round import make
from tests.store.samples import sha256_of

NAME, EMAIL = "Siv Exempelqvist", "siv@hemma.example"
MAIL = b"From: =?utf-8?q?Siv_Exempelqvist?= <siv@hemma.example>\r\nSubject: Inspel\r\n\r\nHej"
SAID = f"Bussarna går för sällan, säger {NAME}."


def add_person(project: Project) -> list[str]:
    """Add an inspel that names a person in as many places as there can be; its passages' ids."""
    digest = sha256_of(MAIL)
    answer = Answer("siv.0", None, SAID, Method.MAIL, (Location(digest, 0, len(SAID)),))
    inspel = Submission(
        "siv",
        (SourceFile("Siv Exempelqvist.eml", digest),),
        respondent=Respondent("", contact=NAME, email=EMAIL),
        sent_from=EMAIL,
        answers=(answer,),
        unplaced=(Unplaced(f"Mvh {NAME}, 070-123 45 67", Location(digest, 0, 10)),),
    )
    with project.action("Läs in"):
        project.add_original(MAIL, digest)
        project.add_submission(inspel, {digest: f"{SAID}\nMvh {NAME}, 070-123 45 67"})
    key = f"siv.0:0-{len(SAID)}"
    make(project, [key], {key: {"3.3": 900}})
    with project.action("Anteckna", "anna"):
        project.decisions.note(key, "anna", f"Ring {NAME}")
    return [key]


def test_a_name_is_found_everywhere(project: Project) -> None:
    add_person(project)
    places = find_person(project, "siv  exempelqvist")
    outside = {p.what for p in places if p.action is None}
    assert outside >= {
        "kontaktuppgifter",
        "filnamn",
        "svar",
        "synpunkt",
        "text utanför fälten",
        "originalets text",
        "anteckning",
        "mejlhuvud",
    }
    assert {p.number for p in places} == {1}
    assert any(p.action == 1 for p in places)
    assert all(p.text.casefold().startswith("siv") for p in places)


@pytest.mark.parametrize(
    "asked", ["Exempelqvist, Siv", EMAIL.upper(), "+46 70 123 45 67", "0701234567"]
)
def test_other_ways_of_asking_find_it_too(project: Project, asked: str) -> None:
    add_person(project)
    assert find_person(project, asked)


def test_nobody_is_found_who_is_not_there(project: Project) -> None:
    add_person(project)
    assert find_person(project, "Siv Exempel") == []
    assert find_person(project, "070-123 45 68") == []


@pytest.mark.parametrize("asked", ["", " ", "x"])
def test_somebody_must_be_asked_for(project: Project, asked: str) -> None:
    with pytest.raises(UsageError, match="vem som söks"):
        find_person(project, asked)


@pytest.mark.parametrize(
    "written",
    [
        *("19850102-1234", "850102-1234", "198501021234", "850102 1234", "850102+1234"),
        *("850102 - 1234", "1985-01-02-1234", "850102\u20111234"),
    ],
)
def test_an_identity_number_is_found_however_it_is_written(written: str) -> None:
    for asked in ("19850102-1234", "8501021234"):
        assert person_pattern(asked).search(f"pnr {written}.")


@given(st.text())
def test_whatever_is_asked_is_a_pattern_or_refused(asked: str) -> None:
    try:
        assert person_pattern(asked).pattern
    except UsageError:
        assert len(" ".join(asked.split())) < 2


def test_the_extract_is_written_to_a_file(project: Project, tmp_path: Path) -> None:
    add_person(project)
    path = tmp_path / "utdrag.txt"
    write_extract(path, NAME, find_person(project, NAME))
    text = path.read_text("utf-8")
    assert text.startswith(f"Registerutdrag för {NAME}\n")
    assert "Inspel 1, kontaktuppgifter" in text


def test_a_round_is_never_written_over(project: Project) -> None:
    with pytest.raises(UsageError):
        save(project.path, b"")


def test_a_last_name_alone_is_counted_and_left_to_a_person(project: Project) -> None:
    add_person(project)
    first, last = NAME.split()
    before = count_surname(project, NAME)
    with project.action("Anteckna"):
        project.decisions.note(
            project.passages()[0].id, f"Ring {last}, {first} {last}s bror.", "eva"
        )
    assert count_surname(project, NAME) == before + 2
    assert count_surname(project, f"{last}, {first}") == before + 2
    assert count_surname(project, last) == count_surname(project, EMAIL) == 0


def test_a_last_name_that_stands_alone_is_counted_and_told_of(project: Project) -> None:
    add_person(project)
    assert count_surname(project, NAME) == count_surname(project, "Exempelqvist, Siv") == 0
    assert told_surname(0) == ""
    with project.action("Anteckna", "bo"):
        project.decisions.note(f"siv.0:0-{len(SAID)}", "Fråga Exempelqvist igen.", "bo")
    assert count_surname(project, NAME) == count_surname(project, "Exempelqvist, Siv") > 0
    assert "1 ställe till" in told_surname(1)
    assert "2 ställen till" in told_surname(2)
    assert count_surname(project, EMAIL) == count_surname(project, "Exempelqvist") == 0


def test_a_mail_head_that_cannot_be_decoded_is_searched_as_it_stands(project: Project) -> None:
    mail = b"From: =?x-unknown?q?Siv_Exempelqvist?= <siv@hemma.example>\r\n\r\nHej"
    with project.action("Läs in"):
        project.add_original(mail, sha256_of(mail))
        project.add_submission(
            Submission("m", (SourceFile("a.eml", sha256_of(mail)),)), {sha256_of(mail): "Hej"}
        )
    assert {p.what for p in find_person(project, EMAIL)} == {"mejlhuvud"}
