"""Inspel that resemble each other, from the command line."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from tests.services.letters import pdf_letter, text_letter, word_letter

ROUND = "omgang.inspel"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a round of a letter, the same in another format, and a later version."""
    folder = tmp_path_factory.mktemp("lika")
    changed = text_letter("Malå").decode() + "\nSkolan i byn måste också vara kvar.\n"
    files = [folder / name for name in ("a.docx", "b.pdf", "a_v2.txt")]
    for file, content in zip(
        files, (word_letter("Malå"), pdf_letter("Malå"), changed.encode()), strict=True
    ):
        file.write_bytes(content)
    main(["new", str(folder / ROUND)])
    assert main(["import", str(folder / ROUND), *map(str, files)]) == ExitCode.OK
    return folder


@pytest.fixture
def filled(made: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    shutil.copytree(made, folder, dirs_exist_ok=True)
    capsys.readouterr()
    return folder


def groups(capsys: pytest.CaptureFixture[str], *command: str) -> list[dict[str, Any]]:
    assert main([*command, "--json"]) == ExitCode.OK
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["groups"]
    return found


@pytest.mark.usefixtures("filled")
def test_lists_the_groups_and_what_waits_for_a_decision(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["duplicates", ROUND]) == ExitCode.OK
    text = capsys.readouterr().out
    assert "dubblett" in text
    assert "2 inspel väntar på beslut" in text
    found = groups(capsys, "duplicates", ROUND)
    assert [g["kind"] for g in found] == ["dubblett", "version"]
    assert [[m["number"] for m in g["members"]] for g in found] == [[1, 2], [1, 3]]
    assert [g["undecided"] for g in found] == [[2], [1]]


@pytest.mark.usefixtures("filled")
def test_tells_by_which_an_earlier_version_is_replaced(capsys: pytest.CaptureFixture[str]) -> None:
    for number, day in (("1", "2025-06-01"), ("3", "2025-06-05")):
        assert main(["received", ROUND, number, day]) == ExitCode.OK
    assert main(["duplicates", ROUND]) == ExitCode.OK
    assert "nej, ersatt av 3" in capsys.readouterr().out


@pytest.mark.usefixtures("filled")
def test_marks_the_words_that_differ(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", ROUND, "1", "3"]) == ExitCode.OK
    text = capsys.readouterr().out
    assert "(version)" in text
    assert "{+Skolan i byn måste också vara kvar.+}" in text
    assert main(["compare", ROUND, "3", "1", "--json"]) == ExitCode.OK
    (field,) = json.loads(capsys.readouterr().out)["fields"]
    gone = [s["one"] for s in field["stretches"] if s["change"] == "borttaget"]
    assert [field["one"][slice(*span)] for span in gone] == ["Skolan i byn måste också vara kvar."]


@pytest.mark.usefixtures("filled")
def test_a_decision_is_in_the_export_and_in_the_history(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = groups(capsys, "decide", ROUND, "2", "--not-counted")
    assert [g["undecided"] for g in found] == [[], [1]]
    assert main(["export", ROUND, "--format", "json", "-o", "ut.json"]) == ExitCode.OK
    best, copy, later = json.loads(Path("ut.json").read_text("utf-8"))["submissions"]
    assert (copy["status"], copy["duplicate_of"]) == ("raknas-inte", best["id"])
    assert later["replaces"] == best["id"]
    capsys.readouterr()
    main(["log", ROUND])
    assert "Inspel 2 räknas inte" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (["1", "--counts"], "Inspel 1 räknas."),
        (["1", "--not-counted"], "Inspel 1 räknas inte."),
        (["1", "2", "--not-counted"], "Inspelen 1, 2 räknas inte."),
        (["1", "--not-same"], "Inspel 1 är inte samma som något annat i sina grupper."),
        (["1", "2", "--not-same"], "Inspelen 1, 2 är inte samma."),
    ],
)
@pytest.mark.usefixtures("filled")
def test_a_decision_begins_by_telling_what_was_done(
    decision: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["decide", ROUND, *decision]) == ExitCode.OK
    assert capsys.readouterr().out.splitlines()[0] == told


@pytest.mark.usefixtures("filled")
def test_what_is_not_the_same_leaves_its_groups(capsys: pytest.CaptureFixture[str]) -> None:
    (left,) = groups(capsys, "decide", ROUND, "1", "--not-same")
    assert [member["number"] for member in left["members"]] == [2, 3]
    assert main(["undo", ROUND]) == ExitCode.OK
    capsys.readouterr()
    assert len(groups(capsys, "duplicates", ROUND)) == 2


@pytest.mark.parametrize(
    "command", [["compare", ROUND, "1", "9"], ["decide", ROUND, "9", "--counts"]]
)
@pytest.mark.usefixtures("filled")
def test_a_number_that_nobody_has_is_a_mistake(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == ExitCode.USAGE
    assert "nummer 9" in capsys.readouterr().err
