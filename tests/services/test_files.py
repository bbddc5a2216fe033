"""Folders hold odd things; names come in two kinds of Unicode."""

import os
import unicodedata
from pathlib import Path

import pytest

from inspel_app.errors import UnreadableError, UsageError
from inspel_app.services import files
from inspel_app.services.files import files_in, load, passed_over, shown_name
from inspel_app.services.rounds import new_round


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"text")


def names_in(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in files_in([folder])]


def test_walks_folders_in_the_order_of_names(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.txt", "under/d.txt", "under/c.txt", "annat/e.txt")
    assert names_in(tmp_path) == ["a.txt", "b.txt", "annat/e.txt", "under/c.txt", "under/d.txt"]


def test_passes_over_what_is_no_inspel(tmp_path: Path) -> None:
    make(tmp_path, "svar.docx", "~$svar.docx", ".DS_Store", "Thumbs.db", ".git/svar.txt")
    make(tmp_path, "omgång.inspel", "omgång.inspel-journal")
    make(tmp_path, "syntes.json", "Inbjudna.CSV", "strategi.toml")
    assert names_in(tmp_path) == ["svar.docx"]


def test_takes_a_file_that_was_named_by_itself_whatever_it_is_called(tmp_path: Path) -> None:
    make(tmp_path, ".svar.txt")
    assert files_in([tmp_path / ".svar.txt"]) == [tmp_path / ".svar.txt"]


def test_takes_a_file_once_however_often_it_is_named(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    assert files_in([tmp_path / "a.txt", tmp_path]) == [tmp_path / "a.txt"]


def test_keeps_the_order_of_the_arguments(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    backwards = [tmp_path / "b.txt", tmp_path / "a.txt"]
    assert files_in(backwards) == backwards


def test_ends_where_links_go_in_circles(tmp_path: Path) -> None:
    make(tmp_path, "under/a.txt")
    (tmp_path / "under" / "runt").symlink_to(tmp_path, target_is_directory=True)
    assert "under/a.txt" in names_in(tmp_path)


def test_says_which_path_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="borta"):
        files_in([tmp_path / "borta.docx"])


def test_shows_names_composed_and_harmless() -> None:
    path = Path(unicodedata.normalize("NFD", "Åre åäö \x1b[31m.docx"))
    assert shown_name(path) == "Åre åäö �[31m.docx"


def test_refuses_what_is_no_plain_file(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "genväg.txt").symlink_to(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "rör.txt")
    for path in (tmp_path / "genväg.txt", tmp_path / "rör.txt", Path(os.devnull)):
        with pytest.raises(UnreadableError) as caught:
            load(path)
        assert caught.value.code == "ingen-vanlig-fil"


def test_refuses_a_round_whatever_its_name(tmp_path: Path) -> None:
    with new_round(tmp_path / "p.inspel") as project:
        os.link(tmp_path / "p.inspel", tmp_path / "svar.docx")
        for name in ("p.inspel", "svar.docx"):
            with pytest.raises(UnreadableError) as caught:
                load(tmp_path / name)
            assert caught.value.code == "omgang"
        project.check()


def test_names_the_folder_without_files(tmp_path: Path) -> None:
    (tmp_path / "Inkorg").mkdir()
    with pytest.raises(UsageError, match="Inkorg"):
        files_in([tmp_path / "Inkorg"])


def test_refuses_what_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 3)
    make(tmp_path, "a.txt")
    with pytest.raises(UnreadableError) as caught:
        load(tmp_path / "a.txt")
    assert caught.value.code == "for-stor"


def test_tells_of_a_file_that_went_away(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        load(tmp_path / "a.txt")
    assert caught.value.code == "ej-atkomlig"


def test_files_that_are_passed_over_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "under").mkdir(parents=True)
    for name in ("brev.docx", "~$brev.docx", ".~lock.brev.odt#", "Thumbs.db", "under/.DS_Store"):
        (folder / name).write_text("x")
    left = sorted(passed_over([folder, folder / "brev.docx"]))
    assert left == [".DS_Store", ".~lock.brev.odt#", "Thumbs.db", "~$brev.docx"]
    assert [path.name for path in files_in([folder])] == ["brev.docx"]
