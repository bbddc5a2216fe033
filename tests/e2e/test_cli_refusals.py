"""What a user may try by mistake: refused in words that lead on, with nothing spoiled."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from inspel_app.services.rounds import Project
from tests.services.letters import text_letter, write_letters


@pytest.mark.parametrize("file_format", ["docx", "xlsx", "html", "json", "csv"])
def test_no_export_is_written_over_a_round(
    folder: Path, capsys: pytest.CaptureFixture[str], file_format: str
) -> None:
    assert main(["new", "p.inspel"]) == ExitCode.OK
    before = (folder / "p.inspel").read_bytes()
    command = ["export", "p.inspel", "--format", file_format, "-o", "p.inspel"]
    assert main(command) == ExitCode.USAGE
    assert "p.inspel är en omgång" in capsys.readouterr().err
    assert (folder / "p.inspel").read_bytes() == before


def test_a_round_is_not_taken_into_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_bytes(text_letter("Malå"))
    assert main(["new", "p.inspel"]) == ExitCode.OK
    assert main(["import", "p.inspel", "p.inspel", "a.txt"]) == ExitCode.PROBLEMS
    assert "Det är en omgång" in capsys.readouterr().out
    with Project.open(folder / "p.inspel") as project:
        assert [s.files[0].name for s in project.submissions()] == ["a.txt"]


def test_tells_how_to_go_on_after_a_run_that_was_broken_off(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_bytes(text_letter("Malå"))
    (folder / "ut").mkdir()
    assert main(["new", "ut/omgang.inspel"]) == ExitCode.OK
    assert main(["run", "a.txt", "-o", "ut"]) == ExitCode.USAGE
    told = capsys.readouterr().err
    assert f"inspel import {Path('ut', 'omgang.inspel')}" in told
    assert "annan mapp" in told


@pytest.mark.parametrize("name", ["omgang.txt", "omgang", "."])
def test_a_round_is_named_as_one(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["new", name]) == ExitCode.USAGE
    assert "slutar inte på .inspel" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


def test_check_tells_of_all_files_also_of_those_that_are_not_ours(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bild.png").touch()
    assert main(["new", "p.inspel"]) == ExitCode.OK
    assert main(["check", "borta.toml", "bild.png", "p.inspel"]) == ExitCode.PROBLEMS
    told = capsys.readouterr().out
    assert "borta.toml" in told
    assert "bild.png är varken" in told
    assert "p.inspel: inga fel." in told


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
def test_tells_of_a_missing_screen() -> None:
    asked = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "inspel_app"],
        env={name: value for name, value in os.environ.items() if name not in asked},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == ExitCode.MISSING_COMPONENT
    assert done.stderr.startswith("Fel: Det finns ingen skärm")
    assert len(done.stderr.splitlines()) == 2


def test_children_end_quietly_when_the_program_is_killed(folder: Path) -> None:
    write_letters(folder / "in", *(f"Byn {number:03}" for number in range(200)))
    assert main(["new", "p.inspel"]) == ExitCode.OK
    command = [sys.executable, "-m", "inspel_app", "import", "p.inspel", "in", "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as program:  # noqa: S603 - our own
        assert program.stderr is not None
        for line in program.stderr:
            if line.startswith(b"3/"):
                break
        program.kill()
        rest = program.stderr.read().decode()  # until the last child has ended
    assert "Traceback" not in rest
    assert main(["check", "p.inspel"]) == ExitCode.OK


@pytest.mark.parametrize("file_format", ["xlsx", "html", "json", "csv", "qdpx", "qdc"])
def test_an_export_replaces_that_of_its_own_round_alone(
    folder: Path, capsys: pytest.CaptureFixture[str], file_format: str
) -> None:
    (folder / "a.txt").write_bytes(text_letter("Malå"))
    for name in ("p.inspel", "q.inspel"):
        assert main(["new", name, "--title", name]) == ExitCode.OK
    assert main(["import", "p.inspel", "a.txt"]) == ExitCode.OK
    (folder / "tom").touch()
    (folder / "eget").write_text("Mina egna anteckningar.")

    def exported(name: str, to: str, *options: str) -> int:
        return main(["export", name, "--format", file_format, "-o", to, *options])

    assert exported("p.inspel", "ut") == exported("p.inspel", "tom") == ExitCode.OK
    assert main(["import", "p.inspel", "eget"]) in (ExitCode.OK, ExitCode.PROBLEMS)
    assert exported("p.inspel", "ut") == exported("p.inspel", "tom") == ExitCode.OK
    before = (folder / "ut").read_bytes() + b" "  # somebody has changed it
    (folder / "ut").write_bytes(before)
    capsys.readouterr()
    for name, to in (("q.inspel", "tom"), ("p.inspel", "eget"), ("p.inspel", "ut")):
        if file_format != "qdc" or to != "tom":  # both rounds have the same strategy
            assert exported(name, to) == ExitCode.USAGE
            told = capsys.readouterr().err
            assert "inte skriven från den här omgången" in told
            assert "Välj ett annat namn; filen är orörd." in told
    assert (folder / "ut").read_bytes() == before
    assert (folder / "eget").read_text() == "Mina egna anteckningar."


def test_an_export_for_some_readers_does_not_replace_that_for_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "p.inspel"]) == ExitCode.OK
    command = ["export", "p.inspel", "--format", "html", "-o", "webben.html"]
    assert main([*command, "--audience", "public"]) == ExitCode.OK
    (folder / "a.txt").write_bytes(text_letter("Malå"))
    assert main(["import", "p.inspel", "a.txt"]) == ExitCode.OK
    assert main([*command, "--audience", "work"]) == ExitCode.USAGE
    assert "är skriven för andra läsare" in capsys.readouterr().err
    assert main([*command, "--audience", "public"]) == ExitCode.OK
