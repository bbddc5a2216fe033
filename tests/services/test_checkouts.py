"""A round in a network folder: who has it, and what comes back."""

import filecmp
from pathlib import Path

import pytest

from inspel_app.domain.coding import Mark
from inspel_app.errors import DamagedError, DiskError, ProjectError, UsageError
from inspel_app.services.checkouts import checkin, checkout, hint, loans
from inspel_app.store.copies import copies_of
from inspel_app.store.project import Project
from tests.store.merging import copies as do
from tests.store.merging.copies import act, state

P = "a/0:0-4"


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """A round in a folder of the network."""
    folder = tmp_path / "nät mapp å"
    folder.mkdir()
    return do.make_round(folder / "rus.inspel")


def beside(original: Path) -> set[str]:
    """What else lies in the folder."""
    return {file.name for file in original.parent.iterdir()} - {original.name}


def test_several_have_it_and_what_they_did_comes_back(original: Path, tmp_path: Path) -> None:
    anna, bo = tmp_path / "anna.inspel", tmp_path / "bo.inspel"
    assert checkout(original, anna, "anna") == ()
    (first,) = checkout(original, bo, "bo")
    assert (first.person, first.copy) == ("anna", str(anna))
    assert {loan.person for loan in loans(original)} == {"anna", "bo"}
    act(anna, "anna", [do.code(P, "3.1")])
    act(bo, "bo", [do.code(P, "5.1")])
    assert checkin(anna, "anna").merged.actions == 1
    assert [loan.person for loan in loans(original)] == ["bo"]
    assert checkin(bo, "bo").conflicts == 0
    assert loans(original) == ()
    assert beside(original) == {"rus.inspel-kopior"}
    assert len(copies_of(original)) == 2
    with Project.open(original) as project:
        assert set(project.codings()) == {"anna", "bo"}
        project.check()


def test_what_is_said_differently_is_open_in_the_round(original: Path, tmp_path: Path) -> None:
    anna, bo = tmp_path / "anna.inspel", tmp_path / "bo.inspel"
    checkout(original, anna, "anna")
    checkout(original, bo, "bo")
    act(anna, "anna", [do.mark(P, Mark.UNSURE)])
    act(bo, "bo", [do.mark(P, Mark.NO_POINT)])
    checkin(anna, "anna")
    assert checkin(bo, "bo").conflicts == 1
    again = tmp_path / "eva.inspel"
    checkout(original, again, "eva")
    with Project.open(again) as project:
        assert len(project.conflicts()) == 1


def test_nothing_done_changes_nothing(original: Path, tmp_path: Path) -> None:
    before = original.read_bytes()
    checkout(original, tmp_path / "anna.inspel", "anna")
    assert checkin(tmp_path / "anna.inspel", "anna").merged.actions == 0
    assert original.read_bytes() == before
    assert beside(original) == set()


def test_the_round_is_never_opened_in_its_folder(original: Path, tmp_path: Path) -> None:
    local = tmp_path / "anna.inspel"
    original.chmod(0o444)
    checkout(original, local, "anna")
    assert beside(original) == {"rus.inspel-utcheckad"}
    act(local, "anna", [do.code(P, "3.1")])
    checkin(local, "anna")
    assert beside(original) == {"rus.inspel-kopior"}


def test_one_at_a_time_gives_back(original: Path, tmp_path: Path) -> None:
    local = tmp_path / "anna.inspel"
    checkout(original, local, "anna")
    act(local, "anna", [do.code(P, "3.1")])
    lock = original.with_name("rus.inspel-las")
    lock.write_text("bo sedan 2026-11-21", "utf-8")
    before = original.read_bytes()
    with pytest.raises(ProjectError, match="bo sedan 2026-11-21"):
        checkin(local, "anna")
    assert original.read_bytes() == before
    lock.unlink()
    assert checkin(local, "anna").merged.actions == 1


def test_a_failure_leaves_the_round_and_the_loan(
    original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = tmp_path / "anna.inspel"
    checkout(original, local, "anna")
    act(local, "anna", [do.code(P, "3.1")])
    before = original.read_bytes()
    monkeypatch.setattr(filecmp, "cmp", lambda *_args, **_more: False)
    with pytest.raises(DiskError):
        checkin(local, "anna")
    assert original.read_bytes() == before
    assert [loan.person for loan in loans(original)] == ["anna"]
    monkeypatch.undo()
    assert checkin(local, "anna").merged.actions == 1


def test_what_cannot_be_is_refused(original: Path, tmp_path: Path) -> None:
    local = tmp_path / "anna.inspel"
    with pytest.raises(UsageError, match="inte utcheckad"):
        checkin(original, "anna")
    checkout(original, local, "anna")
    before = state(local)
    with pytest.raises(UsageError, match="finns redan"):
        checkout(original, local, "anna")
    assert state(local) == before
    original.write_bytes(original.read_bytes()[:6000])
    with pytest.raises(DamagedError):
        checkin(local, "anna")


def test_whoever_opens_it_in_the_folder_is_told(original: Path, tmp_path: Path) -> None:
    assert hint(original) == ""
    checkout(original, tmp_path / "anna.inspel", "anna")
    assert "Utcheckad av anna." in hint(original)
    assert "på nätet" in hint(Path("//server/rus/rus.inspel"))


def test_a_note_that_cannot_be_read_still_tells_that_somebody_has_it(
    original: Path, tmp_path: Path
) -> None:
    checkout(original, tmp_path / "anna.inspel", "anna")
    (note,) = original.with_name("rus.inspel-utcheckad").iterdir()
    note.write_text("{", "utf-8")
    assert [loan.person for loan in loans(original)] == ["okänd"]
