"""What is saved is whole, where the user meant it, and never in the place of a round."""

import os
from pathlib import Path

import pytest

from inspel_app.errors import DiskError, ExitCode, KnownError, UsageError
from inspel_app.services.rounds import Project, new_round
from inspel_app.services.saving import folder_for, save, save_all


def refused(path: Path, message: str) -> KnownError:
    """The error for a path where nothing is saved, and nothing left behind either."""
    before = sorted(path.parent.iterdir())
    with pytest.raises(KnownError, match=message) as caught:
        save(path, b"nytt")
    assert caught.value.advice
    assert sorted(path.parent.iterdir()) == before
    return caught.value


def test_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "ut.json"
    for data in (b"gammalt", b"nytt"):
        save(path, data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("there", [True, False])
def test_writes_where_a_link_leads_and_leaves_the_link(tmp_path: Path, *, there: bool) -> None:
    (tmp_path / "mapp").mkdir()
    target, link, second = tmp_path / "mapp" / "ut.json", tmp_path / "länk", tmp_path / "till länk"
    if there:
        target.write_bytes(b"gammalt")
    link.symlink_to(Path("mapp", "ut.json"))
    second.symlink_to(link)
    save(second, b"nytt")
    assert target.read_bytes() == b"nytt"
    assert not target.is_symlink()
    assert (link.is_symlink(), second.is_symlink()) == (True, True)
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("name", ["p.inspel", "omdöpt.json", "länk.json", "hård länk.json"])
def test_never_replaces_a_round(tmp_path: Path, name: str) -> None:
    path = tmp_path / "p.inspel"
    new_round(path).close()
    before = path.read_bytes()
    (tmp_path / "omdöpt.json").write_bytes(before)
    (tmp_path / "länk.json").symlink_to(path)
    os.link(path, tmp_path / "hård länk.json")
    assert isinstance(refused(tmp_path / name, "är en omgång"), UsageError)
    assert path.read_bytes() == before


@pytest.mark.parametrize("mark", ["~$rapport.docx", "~$pport.docx", ".~lock.rapport.docx#"])
def test_leaves_a_file_that_somebody_has_open(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "rapport.docx"
    path.write_bytes(b"gammalt")
    (tmp_path / mark).write_bytes(b"Kim")
    assert mark in refused(path, "öppen").advice
    assert path.read_bytes() == b"gammalt"
    save(tmp_path / "annan.docx", b"nytt")


def test_never_replaces_a_round_that_has_just_been_made(tmp_path: Path) -> None:
    path = tmp_path / "p.inspel"
    with new_round(path):
        refused(path, "är en omgång")
        with Project.open(path) as again:
            again.check()


def test_refuses_folders_devices_and_pipes(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör")
    (tmp_path / "enhet").symlink_to(os.devnull)
    (tmp_path / "runt").symlink_to("runt")
    assert refused(tmp_path / "rör", "ingen vanlig fil").exit_code == ExitCode.DISK
    assert refused(tmp_path / "enhet", "ingen vanlig fil").exit_code == ExitCode.DISK
    assert refused(tmp_path, "är en mapp").exit_code == ExitCode.DISK
    refused(tmp_path / "runt", "går inte att skriva")


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no names for open files here")
def test_refuses_a_file_that_is_open_already(tmp_path: Path) -> None:
    with (tmp_path / "ut.txt").open("w") as file, pytest.raises(DiskError, match="ingen vanlig"):
        save(Path("/dev/fd", str(file.fileno())), b"nytt")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b""]


def test_tells_of_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    for path in (tmp_path / "a.txt", tmp_path / "a.txt" / "under"):
        with pytest.raises(DiskError, match="en fil ligger i vägen"), folder_for(path):
            pass


def test_a_folder_goes_again_where_nothing_could_be_put_in_it(tmp_path: Path) -> None:
    (tmp_path / "min").mkdir()
    for path in (tmp_path / "min", tmp_path / "min" / "ny" / "under"):
        with pytest.raises(DiskError), folder_for(path):
            raise DiskError("full")
        assert [*tmp_path.rglob("*")] == [tmp_path / "min"]
    with pytest.raises(DiskError), folder_for(path):
        _fail_after(path / "a.txt")
    assert (path / "a.txt").exists()


def _fail_after(path: Path) -> None:
    save(path, b"hel")
    raise DiskError("full")


def test_none_of_several_files_is_written_where_one_cannot_be(tmp_path: Path) -> None:
    first, last = tmp_path / "a.txt", tmp_path / "mapp"
    first.write_bytes(b"gammal")
    last.mkdir()
    with pytest.raises(DiskError):
        save_all({first: b"ny", tmp_path / "b.txt": b"ny", last: b"ny"})
    assert first.read_bytes() == b"gammal"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "mapp"]
