"""Whatever is wrong with what the user gives: a clear word, the next step, nothing lost."""

import os
import sqlite3
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from inspel_app.services.rounds import Project
from tests.services.letters import pdf_letter, text_letter, word_letter

Ask = Callable[..., Any]
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def empty(path: Path) -> None:
    path.write_bytes(b"")


def no_zip(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 4)


def half(path: Path) -> None:
    path.write_bytes(word_letter("Malå")[:2000])


def broken_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("brev.txt", b"Ett brev om bussar")
    path.write_bytes(path.read_bytes().replace(b"bussar", b"bilar!"))


def protected_pdf(path: Path) -> None:
    canvas = Canvas(str(path), encrypt=StandardEncryption("hemligt", canPrint=0))
    canvas.drawString(72, 700, "Hemlig text")
    canvas.save()


def protected_docx(path: Path) -> None:
    """What Word makes of a document with a password: an OLE file with these two streams."""
    names = "EncryptionInfo".encode("utf-16-le") + "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(COMPOUND + bytes(504) + names + bytes(512))


def pdf_without_text(path: Path) -> None:
    canvas = Canvas(str(path))
    canvas.rect(72, 72, 300, 300, fill=1)
    canvas.save()


@pytest.mark.parametrize(
    ("name", "make", "message"),
    [
        ("tom.docx", empty, "Filen är tom"),
        ("ingen zip.docx", no_zip, "skadad"),
        ("halv.docx", half, "skadad"),
        ("arkiv.zip", broken_zip, "skadat"),
        ("låst.pdf", protected_pdf, "lösenord"),
        ("låst.docx", protected_docx, "lösenord"),
        ("bara bild.pdf", pdf_without_text, "ingen text"),
    ],
)
def test_keeps_a_file_that_cannot_be_read_and_says_what_to_do(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    make: Callable[[Path], None],
    message: str,
) -> None:
    make(folder / name)
    assert main(["new", "p.inspel"]) == ExitCode.OK
    assert main(["import", "p.inspel", name]) == ExitCode.UNREADABLE
    told = capsys.readouterr().out
    assert f"{name}: gick inte att läsa" in told
    assert message in told
    (problem,) = (line for line in told.splitlines() if message in line)
    assert problem.count(". ") >= 1  # what is wrong, and what to do
    with Project.open(folder / "p.inspel") as project:
        (submission,) = project.submissions()
        assert submission.problems
        assert project.original(submission.files[0].sha256) == (folder / name).read_bytes()


def test_reads_the_good_files_beside_a_bad_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty(folder / "tom.docx")
    (folder / "hel.docx").write_bytes(word_letter("Malå"))
    assert main(["run", "tom.docx", "hel.docx", "-o", "ut"]) == ExitCode.PROBLEMS
    told = capsys.readouterr().out
    assert "tom.docx: gick inte att läsa" in told
    assert (folder / "ut" / "syntes.docx").exists()


@pytest.mark.parametrize(
    ("name", "make"),
    [("word.pdf", word_letter), ("pdf.docx", pdf_letter), ("text.pdf", text_letter)],
)
def test_reads_a_file_with_the_wrong_ending(
    folder: Path, json_of: Ask, name: str, make: Callable[[str], bytes]
) -> None:
    (folder / name).write_bytes(make("Malå"))
    json_of("new", "p.inspel")
    assert json_of("import", "p.inspel", name)["files"][0]["outcome"] in {"last", "tveksam"}
    with Project.open(folder / "p.inspel") as project:
        assert "till Malå" in project.submissions()[0].answers[0].text


def test_takes_a_decomposed_name_with_spaces(folder: Path, json_of: Ask) -> None:
    name = unicodedata.normalize("NFD", "Åmåls äldsta ö.txt")
    (folder / name).write_bytes(text_letter("Åmål"))
    made = json_of("run", name, "-o", unicodedata.normalize("NFD", "Ärende å"))["made"]
    assert all(Path(path).exists() for path in made)
    with Project.open(Path(made[0])) as project:
        assert project.submissions()[0].files[0].name == unicodedata.normalize("NFC", name)


def refused(arguments: list[str], code: ExitCode, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said when a command ends with the code: one error and one next step."""
    capsys.readouterr()
    assert main(arguments) == code
    out, told = capsys.readouterr()
    assert out == ""
    assert told.startswith("Fel: ")
    assert len(told.splitlines()) == 2
    return told


def test_tells_of_a_missing_file_before_anything_is_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_bytes(text_letter("Malå"))
    told = refused(["run", "a.txt", "borta.docx", "-o", "ut"], ExitCode.UNREADABLE, capsys)
    assert "borta.docx" in told
    assert not (folder / "ut").exists()


def test_tells_of_an_empty_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in").mkdir()
    assert "inga filer" in refused(["run", "in", "-o", "ut"], ExitCode.USAGE, capsys)


def test_leaves_a_round_that_is_already_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "p.inspel"]) == ExitCode.OK
    before = (folder / "p.inspel").read_bytes()
    assert "finns redan" in refused(["new", "p.inspel"], ExitCode.USAGE, capsys)
    assert (folder / "p.inspel").read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["--strategy", "finns-inte"],
        ["--form", "finns-inte"],
        ["--strategy", "vasternorrland-2030", "--form", "vasterbotten-2025"],
    ],
)
def test_refuses_strategies_and_forms_that_do_not_go(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    refused(["new", "p.inspel", *arguments], ExitCode.USAGE, capsys)
    assert not (folder / "p.inspel").exists()


def test_takes_letters_alone_where_a_strategy_has_no_form(folder: Path, json_of: Ask) -> None:
    (folder / "a.txt").write_bytes(text_letter("Härnösand"))
    made = json_of("run", "a.txt", "-o", "ut", "--strategy", "vasternorrland-2030")
    assert made["passages"] > 0


def test_names_file_line_and_key_of_a_faulty_strategy(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INSPEL_DATA", str(folder))
    (folder / "strategier").mkdir()
    faulty = folder / "strategier" / "egen.toml"
    faulty.write_text('titel = "Egen"\n\n[[kod]]\nid = 3\n', "utf-8")
    assert main(["new", "p.inspel", "--strategy", "egen"]) == ExitCode.UNREADABLE
    assert f"{faulty}, rad " in capsys.readouterr().err
    assert not (folder / "p.inspel").exists()
    assert main(["check", str(faulty)]) == ExitCode.PROBLEMS
    assert f"{faulty}, rad " in capsys.readouterr().out


def newer(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 999")
    database.close()


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)


def overwrite(path: Path) -> None:
    path.write_bytes(b"ingen databas" * 100)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (newer, "nyare version"),
        (damage, "skadad"),
        (overwrite, "ingen omgång"),
        (Path.unlink, "finns inte"),
    ],
)
def test_tells_what_is_wrong_with_a_project_file(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], None],
    message: str,
) -> None:
    assert main(["new", "p.inspel"]) == ExitCode.OK
    spoil(folder / "p.inspel")
    assert message in refused(["log", "p.inspel"], ExitCode.LOCKED, capsys)


def test_tells_that_another_program_is_writing(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspel_app.store.connection.WAIT_S", 0.1)
    (folder / "a.txt").write_bytes(text_letter("Malå"))
    assert main(["new", "p.inspel"]) == ExitCode.OK
    other = sqlite3.connect(folder / "p.inspel")
    other.execute("BEGIN IMMEDIATE")
    assert "annat program" in refused(["import", "p.inspel", "a.txt"], ExitCode.LOCKED, capsys)
    other.close()


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "a.txt/p.inspel"],
        ["new", "ingen/mapp/p.inspel"],
        ["run", "a.txt", "-o", "a.txt"],
        ["export", "p.inspel", "--format", "csv", "-o", "a.txt/ut.csv"],
        ["export", "p.inspel", "--format", "csv", "-o", "ingen/mapp/ut.csv"],
        ["export", "p.inspel", "--format", "csv", "-o", "."],
    ],
)
def test_tells_where_it_cannot_write(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    (folder / "a.txt").write_bytes(text_letter("Malå"))
    assert main(["new", "p.inspel"]) == ExitCode.OK
    refused(arguments, ExitCode.DISK, capsys)
    assert (folder / "a.txt").read_bytes() == text_letter("Malå")


@pytest.mark.parametrize(
    ("arguments", "room"),
    [
        (["export", "ut/omgang.inspel", "--format", "json", "-o", "ut.json"], 40_000),
        (["import", "ut/omgang.inspel", "stor.txt"], 100_000),
        (["new", "ny.inspel"], 10_000),
    ],
)
def test_tells_that_there_is_no_room(folder: Path, arguments: list[str], room: int) -> None:
    for name, count in (("a.txt", 200), ("stor.txt", 1000)):
        (folder / name).write_bytes(b"".join(text_letter(str(n)) for n in range(count)))
    assert main(["run", "a.txt", "-o", "ut"]) == ExitCode.OK
    assert main(["export", "ut/omgang.inspel", "--format", "json", "-o", "ut.json"]) == ExitCode.OK
    before = (folder / "ut.json").read_bytes()
    code = (
        "import resource, sys\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))\n"
        "from inspel_app.cli.main import main\n"
        f"sys.exit(main({arguments}))"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == ExitCode.DISK
    assert "Fel: Disken" in done.stderr
    assert (folder / "ut.json").read_bytes() == before
    assert main(["check", "ut/omgang.inspel"]) == ExitCode.OK
    assert {path.name for path in folder.iterdir()} == {"a.txt", "stor.txt", "ut", "ut.json"}


def test_tells_of_its_own_faults_without_what_was_written(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_args: object) -> None:
        text = "hemligt ur ett inspel"
        raise LookupError(text)

    monkeypatch.setattr("inspel_app.cli.commands.COMMANDS", {"log": fail})
    assert main(["log", "p.inspel"]) == ExitCode.BUG
    told = capsys.readouterr().err
    (report,) = (folder / "state").rglob("*.txt")
    assert "Fel i programmet (LookupError)" in told
    assert str(report) in told.replace("\n", "")
    assert "LookupError" in report.read_text("utf-8")
    assert "hemligt" not in told + report.read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_answers_errors_in_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["log", "borta.inspel", "--json"]) == ExitCode.LOCKED
    assert '"code": 5' in capsys.readouterr().out


def test_makes_a_damaged_round_whole_by_the_copy_from_before_an_import(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"Inspel\n\nBussen till {name} går för sällan.", "utf-8")
    path = folder / "omgang.inspel"
    main(["new", str(path)])
    for name in ("a.txt", "b.txt"):
        assert main(["import", str(path), name]) == ExitCode.OK
    damage(path)
    assert main(["check", str(path)]) == ExitCode.LOCKED
    capsys.readouterr()
    assert main(["check", "--repair", str(path)]) == ExitCode.OK
    text = capsys.readouterr().out
    assert "var skadad och är lagad" in text
    assert "Säkerhetskopian" in text
    assert (folder / "omgang skadad.inspel").exists()
    with Project.open(path) as project:
        assert [s.files[0].name for s in project.submissions()] == ["a.txt"]
    assert main(["check", "--repair", str(path), "--json"]) == ExitCode.OK
    assert '"repaired": null' in capsys.readouterr().out
