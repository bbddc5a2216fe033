"""Files of accounts and letters: whole or not at all, under names that no respondent chooses."""

import errno
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from inspel_app.domain.form import ActorType, Respondent
from inspel_app.domain.handling import State
from inspel_app.domain.secrecy import Secrecy
from inspel_app.domain.synthesis import Audience, ReportKind, Signature
from inspel_app.errors import DiskError, UsageError
from inspel_app.services.accounts import (
    ACCOUNTS,
    account_of,
    check_letters,
    export_account,
    letter_name,
    letter_of,
    letters_to,
)
from inspel_app.services.handling import Disposition, Target, handle
from inspel_app.services.jobs import Progress, finish
from inspel_app.services.round_facts import change_facts, facts
from inspel_app.services.secrecy import Decision, mark
from inspel_app.store.project import Project
from inspel_app.synthesis.word_xml import named
from tests.store.samples import submission


@pytest.mark.parametrize(
    ("organisation", "name"),
    [
        ("Malå kommun", "Inspel 007 Malå kommun.docx"),
        ("../../etc/passwd", "Inspel 007 etc passwd.docx"),
        ('Bolaget "A/B": <x>|?*', "Inspel 007 Bolaget A B x.docx"),
        ("C:\\con\n\x00nul.", "Inspel 007 C con nul.docx"),
        ("", "Inspel 007 Privatperson.docx"),
    ],
)
def test_a_letter_s_name_leads_nowhere_else(organisation: str, name: str) -> None:
    kind = None if organisation else ActorType.PRIVATPERSON
    sent = replace(submission("a"), number=7, respondent=Respondent(organisation, type=kind))
    assert letter_name(sent) == name


def test_a_letter_s_name_is_short_enough_for_any_disk() -> None:
    sent = replace(submission("a"), number=7, respondent=Respondent("Å" * 400))
    assert len(letter_name(sent).encode()) < 255


@pytest.mark.parametrize("which", ACCOUNTS)
def test_an_account_that_cannot_be_written_leaves_what_was_there(
    themed: Project, tmp_path: Path, which: ReportKind
) -> None:
    (tmp_path / "mapp.docx").mkdir()
    with pytest.raises(DiskError):
        export_account(themed, which, tmp_path / "mapp.docx", Audience.WORK)
    assert list((tmp_path / "mapp.docx").iterdir()) == []
    assert account_of(themed, which, Audience.WORK).kicker == "Samrådsredogörelse"


def test_there_is_a_letter_for_each_inspel_that_counts(themed: Project, tmp_path: Path) -> None:
    finish(letters_to(themed, tmp_path / "brev", Audience.WRITING), lambda _progress: None)
    assert [path.name for path in (tmp_path / "brev").iterdir()] == ["Inspel 001 a kommun.docx"]
    assert letter_of(themed, "a", Audience.WRITING)
    assert letter_of(themed, "b", Audience.WRITING) is None


def test_letters_are_all_written_or_none_is(themed: Project, tmp_path: Path) -> None:
    with themed.action("Läs in"):
        themed.add_submission(submission("b"), {})
    folder = tmp_path / "brev"
    folder.mkdir()
    (folder / "Inspel 002 b kommun.docx").write_bytes(b"inget brev")
    with pytest.raises(UsageError):
        finish(letters_to(themed, folder, Audience.WORK), lambda _progress: None)
    assert [path.name for path in folder.iterdir()] == ["Inspel 002 b kommun.docx"]


def test_no_folder_is_left_for_letters_that_found_no_room(
    themed: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskError, match="Disken är full"):
        finish(letters_to(themed, tmp_path / "ut" / "brev", Audience.WORK), lambda _p: None)
    assert not (tmp_path / "ut").exists()


def test_letters_that_writers_have_changed_are_named(themed: Project, tmp_path: Path) -> None:
    folder, said = tmp_path / "brev", list[Progress]()
    finish(letters_to(themed, folder, Audience.WORK), said.append)
    assert said[-1].text == "Breven är klara"
    (path,) = folder.iterdir()
    document = docx.Document(str(path))
    title = next(
        p for p in document.element.body.iter(named("t")) if p.text == "Tack för ert inspel"
    )
    title.text = "Hej!"
    document.save(str(path))
    keys = [Target.passage(p.id) for p in themed.passages()]
    handle(themed, keys, "anna", disposition=Disposition.MET, state=State.DECIDED)
    finish(letters_to(themed, folder, Audience.WORK), said.append)
    assert path.name in said[-1].text


def test_what_is_not_ready_is_told_by_the_numbers_of_the_inspel(themed: Project) -> None:
    assert check_letters(themed, Audience.WORK).unanswered == (1,)
    keys = [Target.passage(p.id) for p in themed.passages()]
    handle(themed, keys, "anna", disposition=Disposition.NOT_MET)
    check = check_letters(themed, Audience.WORK)
    assert (check.letters, check.unanswered, check.undecided) == (1, (), (1,))
    assert check.without_reason == (1,)
    assert len(check.told) == 3
    assert "inte undertecknade" in check.told[-1]
    handle(themed, keys, "anna", text="Det görs redan.", state=State.DECIDED)
    signature = Signature("Region Exempel", officer="Kim Exempel")
    change_facts(themed, replace(facts(themed), signature=signature))
    assert check_letters(themed, Audience.WORK).told == ()


def test_no_letter_is_written_about_what_its_readers_may_not_see(themed: Project) -> None:
    one = themed.submissions()[0]
    before = check_letters(themed, Audience.PUBLIC)
    decision = Decision("OSL 21 kap. 1 §", "Region Exempel", date(2025, 7, 1))
    mark(themed, Secrecy(one.id, one.id), decision, "anna")
    after = check_letters(themed, Audience.PUBLIC)
    assert (before.secret, after.secret) == ((), (one.number,))
    assert after.letters == before.letters - 1
    assert f"Inget brev om inspel {one.number}: sekretessmarkerat." in after.told
    assert check_letters(themed, Audience.WORK).secret == ()
