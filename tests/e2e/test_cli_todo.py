"""The list of what waits for a person, after an import and on its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from inspel_app.cli.main import main
from inspel_app.cli.todo import lines_of
from inspel_app.errors import ExitCode
from inspel_app.services.todo import Concern, Task
from tests.services.letters import pdf_letter, word_letter


def test_an_import_ends_with_what_waits(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in").mkdir(exist_ok=True)
    (folder / "in" / "a.docx").write_bytes(word_letter("Malå"))
    (folder / "in" / "b.pdf").write_bytes(pdf_letter("Malå"))
    assert main(["new", "r.inspel"]) == ExitCode.OK
    assert main(["todo", "r.inspel"]) == ExitCode.OK
    assert "Inget väntar på dig." in capsys.readouterr().out
    assert main(["import", "r.inspel", "in"]) == ExitCode.OK
    told = capsys.readouterr().out
    waiting = told[told.index("Att se över:") :]
    assert "dubbletter" in waiting
    assert main(["todo", "r.inspel"]) == ExitCode.OK
    assert capsys.readouterr().out == waiting
    assert main(["todo", "r.inspel", "--json"]) == ExitCode.OK
    assert len(json.loads(capsys.readouterr().out)["todo"]["obeslutat"]) == 1


def test_lists_the_inspel(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in").mkdir(exist_ok=True)
    (folder / "in" / "a.docx").write_bytes(word_letter("Malå"))
    (folder / "in" / "b.txt").write_bytes(b"")
    assert main(["new", "r.inspel"]) == ExitCode.OK
    assert main(["import", "r.inspel", "in"]) == ExitCode.PROBLEMS
    capsys.readouterr()
    assert main(["list", "r.inspel"]) == ExitCode.OK
    told = capsys.readouterr().out
    assert "a.docx" in told
    assert "2: Filen är tom." in told
    assert main(["list", "r.inspel", "--json"]) == ExitCode.OK
    letter, empty = json.loads(capsys.readouterr().out)["submissions"]
    assert (letter["number"], letter["files"], letter["answers"]) == (1, ["a.docx"], 1)
    assert [problem["code"] for problem in empty["problems"]] == ["tom-fil"]
    assert "contact" not in letter


def test_tells_what_to_write_of_an_inspel_without_date() -> None:
    _heading, line = lines_of([Task(Concern.UNDATED, (7,))])
    assert "(inspel received OMGÅNG NR DATUM)" in line


def test_writes_out_all_numbers_short() -> None:
    _heading, line = lines_of([Task(Concern.DOUBTS, (1, 2, *range(4, 60), 80))])
    assert line.endswith("nr 1, 2, 4–59, 80")


def test_a_round_by_itself_opens_the_window(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "inspel_app", str(tmp_path / "r.inspel")]
    ended = subprocess.run(  # noqa: S603 - our own program
        command, capture_output=True, text=True, check=False, env={"LANG": "C.UTF-8"}
    )
    assert ended.returncode == ExitCode.MISSING_COMPONENT
    assert "skärm" in ended.stderr
