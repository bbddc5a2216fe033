"""The example round with one letter more, in every format and for every audience."""

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from inspel_app.cli.main import main
from inspel_app.domain.synthesis import Audience, ReportKind
from inspel_app.services.accounts import ACCOUNTS, export_account, letters_to
from inspel_app.services.handling import Disposition, State, Target, handle
from inspel_app.services.reporting import FORMATS, export
from inspel_app.services.tagging import Tagging
from inspel_app.store.project import Project

EXAMPLE = Path(__file__).parents[2] / "resources" / "exempel"
SIGNED = ("Tord Hittepåsson", "tord.hittepasson@hemma.example", "070-174 06 05", "19121212-1212")
LETTER = """Till regionen

Bussen till byn går för sällan. Vi behöver en tur på kvällen, annars kan ingen arbeta skift.

Bredbandet räcker inte för att arbeta hemifrån. Ring mig på {2}, jag har bott här i 40 år.
Mitt personnummer är {3}, om det behövs.

Med vänliga hälsningar
{0}
{1}
"""
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def make(folder: Path) -> None:
    """Read the round, handle a theme of it, and write all that can be written in the folder."""
    letter = folder / "Brev.txt"
    letter.write_text(LETTER.format(*SIGNED), "utf-8")
    made = folder / "omgang"
    assert main(["run", str(EXAMPLE / "inspel"), str(letter), "-o", str(made)]) == 0
    with Project.open(made / "omgang.inspel") as project:
        _work_in(project)
        for audience in Audience:
            for file_format in FORMATS:
                export(project, file_format, folder / f"{audience}.{file_format}", audience)
            for kind in ACCOUNTS:
                export_account(project, kind, folder / f"{audience}-{kind}.docx", audience)
            assert list(letters_to(project, folder / f"{audience}-{ReportKind.LETTERS}", audience))


def _work_in(project: Project) -> None:
    """Answer a theme, and write a note that names somebody about one of its points."""
    theme = project.themes()[0]
    said = f"Samma som {SIGNED[0]} skriver."
    changes = {"disposition": Disposition.MET, "state": State.DECIDED}
    handle(project, [Target.theme(theme.id)], "anna", text=said, **changes)  # type: ignore[arg-type]
    for passage in theme.passages:
        Tagging(project, "anna").note(passage, said)


def word_files(folder: Path) -> list[Path]:
    """All Word files: the synthesis, the accounts and the letters for each audience."""
    return sorted(folder.glob("*.docx")) + sorted(folder.glob(f"*-{ReportKind.LETTERS}/*.docx"))


def parts(file: Path) -> dict[str, bytes]:
    """The parts of a package by name; a file that is none is its own only part."""
    if not zipfile.is_zipfile(file):
        return {file.name: file.read_bytes()}
    with zipfile.ZipFile(file) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def body(file: Path) -> Any:
    """What a Word file holds, without any library's understanding of it."""
    return etree.fromstring(parts(file)["word/document.xml"])


def footnotes(file: Path) -> dict[str, Any]:
    """The footnotes of a Word file by their ids, without the lines above them."""
    held = etree.fromstring(parts(file)["word/footnotes.xml"])
    return {one.get(f"{WORD}id", ""): one for one in held if f"{WORD}type" not in one.attrib}


def text_of(element: Any) -> str:
    """What is read in a part of a Word file, with its line breaks; instructions of fields apart."""
    told: dict[str, Callable[[Any], str]] = {
        f"{WORD}t": lambda e: e.text or "",
        f"{WORD}br": lambda _e: "\n",
        f"{WORD}tab": lambda _e: "\t",
    }
    return "".join(told[e.tag](e) for e in element.iter(*told))


def style_of(paragraph: Any) -> str:
    """The id of a paragraph's style; "" for the usual one."""
    return next((e.get(f"{WORD}val") for e in paragraph.iter(f"{WORD}pStyle")), "")


def bare(text: str) -> str:
    """The text without what formats differ in: blanks, hyphens and marks of lists."""
    return re.sub(r"[\s\x02\xad•-]", "", text)


def rows_of(table: Any) -> Iterator[list[str]]:
    """The cells of a table in Word, row by row, the header first."""
    for row in table.iter(f"{WORD}tr"):
        yield [text_of(cell) for cell in row.iter(f"{WORD}tc")]
