"""The main job from the command line, and the same in steps."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from inspel_app.store.project import Project
from tests.schema import faults
from tests.services.letters import pdf_letter, text_letter, word_letter, write_letters
from tests.synthesis.word_reading import paragraphs

EXAMPLE = Path(__file__).parents[2] / "resources" / "exempel"
STRATEGY = "vasterbotten-2020-2030"
Ask = Callable[..., Any]


def write_three(folder: Path) -> list[Path]:
    paths = [folder / "a.docx", folder / "b.pdf", folder / "c.txt"]
    for path, make in zip(paths, (word_letter, pdf_letter, text_letter), strict=True):
        path.write_bytes(make(f"Byn {path.stem}"))
    return paths


def inspel(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
    """The program started as a user starts it."""
    command = [sys.executable, "-m", "inspel_app", *map(str, arguments)]
    return subprocess.Popen(command, **options)  # noqa: S603 - our own program


def test_makes_four_syntheses_of_word_pdf_and_text(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = write_three(folder)
    assert main(["run", *map(str, paths), "-o", "ut"]) == ExitCode.OK
    text = capsys.readouterr().out
    for name in ("a.docx", "b.pdf", "c.txt", "3 inspel, 3 svar", "Skapade ut/syntes.docx"):
        assert name in text
    word = docx.Document(str(folder / "ut" / "syntes.docx"))
    assert any("bussar" in paragraph.text for paragraph in paragraphs(word))
    sheets = openpyxl.load_workbook(folder / "ut" / "syntes.xlsx", read_only=True)
    cells = [str(cell) for sheet in sheets for row in sheet.values for cell in row]
    assert any("bussar" in cell for cell in cells)
    sheets.close()
    assert "bussar" in (folder / "ut" / "syntes.html").read_text("utf-8")
    exported = json.loads((folder / "ut" / "syntes.json").read_text("utf-8"))
    assert faults(exported) == []
    assert [s["file"] for s in exported["submissions"]] == ["a.docx", "b.pdf", "c.txt"]
    assert {s["submission"] for s in exported["statements"]} == {
        s["id"] for s in exported["submissions"]
    }


def shown_in_readme() -> list[str]:
    """The lines that README says the example round prints."""
    readme = (EXAMPLE.parents[1] / "README.md").read_text("utf-8")
    block = readme[readme.index("nr  avsändare") :].split("```")[0]
    return [line for line in block.splitlines() if line.strip() != "..."]


def test_finds_every_answer_of_the_example_round(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = json.loads((EXAMPLE / "facit.json").read_text("utf-8"))
    assert main(["run", str(EXAMPLE / "inspel"), "-o", "demo"]) == ExitCode.OK
    printed = {line.rstrip() for line in capsys.readouterr().out.splitlines()}
    assert [line for line in shown_in_readme() if line not in printed] == []
    exported = json.loads((folder / "demo" / "syntes.json").read_text("utf-8"))
    found = {s["file"]: s for s in exported["submissions"]}
    assert set(found) == {entry["file"] for entry in key}
    for entry in key:
        answers = {a["field"]: a["text"] for a in found[entry["file"]]["answers"]}
        expected = {f: t for f, t in entry["answers"].items() if not f.startswith("bakgrund.")}
        if entry["kind"] == "letter":
            assert set(answers) == {None}
            lost = Counter(words(entry["text"])) - Counter(words(answers[None]))
            assert not lost
        else:
            assert {f: words(t) for f, t in answers.items()} == {
                f: words(t) for f, t in expected.items()
            }


def words(text: str) -> list[str]:
    """The words; a bullet may be written in several ways."""
    return [word for word in text.split() if word not in {"-", "–", "•"}]


def test_the_same_in_steps_with_undo_and_redo(folder: Path, json_of: Ask) -> None:
    write_letters(folder / "in", "Malå", "Åsele")
    assert json_of("new", "p.inspel", "--dnr", "RUN 1-2025", "--deadline", "2025-06-15")
    imported = json_of("import", "p.inspel", "in", "--jobs", "1")
    assert [f["outcome"] for f in imported["files"]] == ["last", "last"]
    again = json_of("import", "p.inspel", "in")
    assert [f["outcome"] for f in again["files"]] == ["fanns", "fanns"]
    assert json_of("suggest", "p.inspel")["passages"] > 0
    assert json_of("themes", "p.inspel")["themes"] > 0
    assert json_of("undo", "p.inspel")["action"]["name"] == "Ångra: Läs in 2 filer"
    assert json_of("suggest", "p.inspel")["passages"] == 0
    assert json_of("redo", "p.inspel")["action"]["name"] == "Gör om: Läs in 2 filer"
    assert json_of("redo", "p.inspel")["action"] is None
    assert [entry["undone"] for entry in json_of("log", "p.inspel")["log"]] == [False] * 3
    assert json_of("check", "p.inspel")["files"][0]["faults"] == []


def test_learning_can_be_turned_off(folder: Path, json_of: Ask) -> None:
    write_letters(folder / "in", "Malå")
    json_of("new", "p.inspel")
    json_of("import", "p.inspel", "in", "--jobs", "1")
    settings = []
    for switch in ([], ["--no-learn"]):
        assert json_of("suggest", "p.inspel", *switch)["passages"] > 0
        with Project.open(folder / "p.inspel") as project:
            run = project.current_run("suggestions")
            assert run is not None
            settings.append(run.settings)
    assert settings == ["learning", ""]


def test_exports_csv_that_excel_opens(folder: Path, json_of: Ask) -> None:
    write_letters(folder / "in", "Malå")
    json_of("new", "p.inspel")
    json_of("import", "p.inspel", "in")
    json_of("export", "p.inspel", "--format", "csv", "-o", "ut.csv")
    rows = list(csv.reader(io.StringIO((folder / "ut.csv").read_text("utf-8-sig")), delimiter=";"))
    assert any("till Malå" in cell for row in rows for cell in row)


def test_contact_persons_stay_out_of_what_is_published(folder: Path, json_of: Ask) -> None:
    json_of("new", "p.inspel")
    json_of(
        "import", "p.inspel", EXAMPLE / "inspel" / "RUS Robertsfors kommun (KS 2025-06-10).docx"
    )
    for audience, told in (("work", True), ("writing", False), ("public", False)):
        json_of(
            "export",
            "p.inspel",
            "--format",
            "json",
            "--audience",
            audience,
            "-o",
            f"{audience}.json",
        )
        text = (folder / f"{audience}.json").read_text("utf-8")
        assert ("Hedenäs" in text) is told


def test_a_run_takes_the_facts_of_the_round(folder: Path) -> None:
    (folder / "a.txt").write_bytes(text_letter("Byn"))
    facts = ("--title", "Ny RUS", "--dnr", "RUN 1-2025", "--deadline", "2025-06-15")
    assert main(["run", "a.txt", "-o", "ut", *facts]) == ExitCode.OK
    with Project.open(folder / "ut" / "omgang.inspel") as project:
        settings = project.settings
    assert (settings.title, settings.dnr) == ("Ny RUS", "RUN 1-2025")
    assert settings.deadline == "2025-06-15"


def test_themes_and_synthesis_do_not_change_from_run_to_run(folder: Path) -> None:
    paths = [str(path) for path in write_three(folder)]
    for name in ("ett", "två"):
        assert main(["run", *paths, "-o", str(folder / name)]) == 0
    first, second = (
        json.loads((folder / name / "syntes.json").read_text("utf-8")) for name in ("ett", "två")
    )
    assert first == second


def test_ranks_line_by_line() -> None:
    with inspel(
        "rank", "--strategy", STRATEGY, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for text in ("Fler bussar och tåg behövs i glesbygden.", "Kulturen ger livskvalitet."):
            line = json.dumps({"text": text}, ensure_ascii=False) + "\n"
            program.stdin.write(line.encode())
            program.stdin.flush()
            ranked = json.loads(program.stdout.readline())
            assert len(ranked["codes"]) == len(ranked["permille"]) == len(ranked["reason"])
            assert ranked["permille"] == sorted(ranked["permille"], reverse=True)
        program.stdin.close()
    assert program.returncode == 0


@pytest.mark.parametrize(
    "line", ["inte json", "[]", '{"txt": "a"}', '{"text": 3}', "[" * 100_000, '"' * 3]
)
def test_ranking_tells_which_line_is_wrong(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = f'\n{{"text": ""}}\n \r\n{line}\n{{"text": ""}}\n'.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    monkeypatch.setattr("inspel_app.cli.rank.ranker", lambda *_given: lambda _text: [])
    assert main(["rank", "--strategy", STRATEGY]) == ExitCode.USAGE
    out, errors = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "Rad 4 " in errors


LEARNT = {"text": "Snöröjningen på torget sköts illa.", "code": "4.3"}


def test_ranks_by_what_it_was_taught(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "lär.jsonl").write_text(json.dumps(LEARNT), "utf-8")
    line = json.dumps({"text": "Snöröjningen på torget sköts mycket illa."}).encode()
    first = []
    for options in ([], ["--learn", "lär.jsonl"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
        assert main(["rank", "--strategy", STRATEGY, *options]) == 0
        first.append(json.loads(capsys.readouterr().out)["codes"][0])
    assert first[0] != first[1] == "4.3"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"text": "a"}', ExitCode.USAGE),
        ('{"text": "a", "code": "4"}', ExitCode.USAGE),
        (None, ExitCode.UNREADABLE),
    ],
)
def test_ranking_refuses_what_it_cannot_learn_from(
    content: str | None, code: ExitCode, folder: Path
) -> None:
    if content:
        (folder / "lär.jsonl").write_text(content, "utf-8")
    assert main(["rank", "--strategy", STRATEGY, "--learn", "lär.jsonl"]) == code


def test_answers_in_utf8_whatever_the_console_speaks(folder: Path) -> None:
    write_letters(folder / "in", "Åsele")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    with inspel(
        "run", "in", "-o", "ut", env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as program:
        out, _none = program.communicate()
    assert program.returncode == 0
    assert "Åsele.txt" in out.decode("utf-8")


def test_ends_quietly_when_nobody_reads_on(folder: Path) -> None:
    write_letters(folder / "in", "Malå")
    assert main(["new", "p.inspel"]) == 0
    read_end, write_end = os.pipe()
    os.close(read_end)
    with inspel("log", "p.inspel", stdout=write_end, stderr=subprocess.PIPE) as program:
        os.close(write_end)
        _none, errors = program.communicate()
    assert (program.returncode, errors) == (ExitCode.OK, b"")


def test_ctrl_c_keeps_what_is_finished_in_a_sound_project(folder: Path, json_of: Ask) -> None:
    paths = write_letters(folder / "in", *(f"Byn {number:03}" for number in range(400)))
    json_of("new", "p.inspel")
    with inspel(
        "import",
        "p.inspel",
        "in",
        "--jobs",
        "1",
        "--json",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as program:
        assert program.stderr is not None
        assert program.stdout is not None
        for line in program.stderr:
            if line.startswith(b"3/"):
                break
        os.killpg(program.pid, signal.SIGINT)
        errors = program.stderr.read().decode()
        told = json.loads(program.stdout.read())["files"]
        began = time.monotonic()
    assert program.returncode == ExitCode.CANCELLED
    assert time.monotonic() - began < 10
    assert "Avbrutet" in errors
    assert "Traceback" not in errors
    assert json_of("check", "p.inspel")["files"][0]["faults"] == []
    (entry,) = json_of("log", "p.inspel")["log"]
    outcomes = [f["outcome"] for f in json_of("import", "p.inspel", "in")["files"]]
    kept = outcomes.count("fanns")
    assert 3 <= kept < len(paths)
    assert entry["name"] == f"Läs in {kept} filer"
    assert [f["file"] for f in told] == [path.name for path in paths[:kept]]
    assert {f["outcome"] for f in told} == {"last"}
    assert outcomes == ["fanns"] * kept + ["last"] * (len(paths) - kept)
