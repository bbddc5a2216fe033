"""A Word file that writers have worked in is not made again with what is secret by now."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from inspel_app.cli.reports import of_files
from inspel_app.domain.synthesis import Audience, ReportKind
from inspel_app.errors import ExitCode, UsageError
from inspel_app.gui.words import exported
from inspel_app.services.accounts import export_account, letters_to
from inspel_app.services.jobs import finish
from inspel_app.services.reporting import export
from inspel_app.services.rounds import Project
from inspel_app.services.secrecy import Decision, found, mark
from inspel_app.synthesis.word_again import Why
from tests.synthesis.word_reading import paragraphs

DECISION = Decision("OSL 21 kap. 1 §", "Region Provlän", date(2025, 7, 1))
OTHERS = [Audience.WRITING, Audience.PUBLIC]
SAID = "Bygg ut bredbandet i byarna så att fibern når alla."
"""A point of the first inspel, in a theme of three."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "syntes.docx"


def work(path: Path, do: Callable[[Document], object]) -> bytes:
    """Do something in the file, and save it; what it holds then."""
    document = docx.Document(io.BytesIO(path.read_bytes()))
    do(document)
    document.save(str(path))
    return path.read_bytes()


def add_to_all_that_say_it(document: Document) -> None:
    """Add a word in every part that says it."""
    said = [p for p in paragraphs(document) if SAID in p.text]
    assert len({next(p._p.iterancestors(qn("w:sdt"))) for p in said}) > 1  # theme and appendix
    for paragraph in said:
        paragraph.add_run(" Ja.")


def mark_it(project: Project) -> None:
    """Mark the whole inspel that says it."""
    mark(project, found(project, "1"), DECISION, "anna")


def mark_point(project: Project) -> None:
    """Mark what it says alone."""
    said = next(p.id for p in project.passages() if p.text == SAID)
    mark(project, found(project, said), DECISION, "anna")


@pytest.mark.parametrize("marking", [mark_it, mark_point])
@pytest.mark.parametrize("audience", OTHERS)
def test_it_is_refused_with_the_changed_parts_named(
    themed: Project, path: Path, audience: Audience, marking: Callable[[Project], None]
) -> None:
    export(themed, "docx", path, audience)
    work(path, add_to_all_that_say_it)
    export(themed, "docx", path, audience)  # as long as nothing is marked
    before = path.read_bytes()
    marking(themed)
    runs = len(themed.runs())
    with pytest.raises(UsageError, match="delar innehåller text som nu är sekr") as caught:
        export(themed, "docx", path, audience)
    assert caught.value.exit_code == ExitCode.USAGE
    assert "syntes.docx" in caught.value.message
    assert "Inspel 1" in caught.value.message
    assert "exportera till en ny fil" in caught.value.advice
    assert path.read_bytes() == before
    assert len(themed.runs()) == runs
    new = path.with_name("ny.docx")
    export(themed, "docx", new, audience)
    assert SAID not in "".join(p.text for p in paragraphs(docx.Document(str(new))))


def test_it_is_written_where_nobody_has_changed_what_is_secret(themed: Project, path: Path) -> None:
    export(themed, "docx", path, Audience.PUBLIC)
    work(path, lambda d: d.add_paragraph("Det här har vi skrivit om bredbandet i länets byar."))
    mark_it(themed)
    update = export(themed, "docx", path, Audience.PUBLIC)
    assert update is not None
    assert Why.SECRET not in {one.why for one in update.left}
    told = "".join(p.text for p in paragraphs(docx.Document(str(path))))
    assert "Det här har vi skrivit" in told
    assert SAID not in told


def quote(document: Document) -> None:
    """Quote it as a person may: a word is another, and the case of letters too."""
    document.add_paragraph("Någon skrev: ”bygg ut bredbandet i byarna så att all fibern når ut”.")


def quote_deleted(document: Document) -> None:
    """Have it deleted with tracked changes."""
    run = document.add_paragraph().add_run(SAID)
    for text in run._r.iter(qn("w:t")):
        text.tag = qn("w:delText")


def head(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = SAID


def comment(document: Document) -> None:
    document.add_comment(document.add_paragraph("Se här.").runs, SAID, "Kim")


OWN = "Egen text efter "
AROUND = "Sidhuvud, sidfot eller annat utanför texten"


@pytest.mark.parametrize(
    ("do", "place"), [(quote, OWN), (quote_deleted, OWN), (comment, OWN), (head, AROUND)]
)
def test_it_is_found_in_what_writers_have_added(
    themed: Project, path: Path, do: Callable[[Document], object], place: str
) -> None:
    export(themed, "docx", path, Audience.WRITING)
    before = work(path, do)
    mark_it(themed)
    with pytest.raises(UsageError, match=f"syntes.docx: delen innehåller text som .*: {place}"):
        export(themed, "docx", path, Audience.WRITING)
    assert path.read_bytes() == before


def test_the_secretariat_may_keep_it_and_is_told(themed: Project, path: Path) -> None:
    export(themed, "docx", path, Audience.WORK)
    work(path, add_to_all_that_say_it)
    mark_it(themed)
    update = export(themed, "docx", path, Audience.WORK)
    assert update is not None
    named = [one for one in update.left if one.why is Why.SECRET]
    assert named
    answer = of_files([path], update)
    assert "secret" in str(answer.data["left"])
    assert "sekretessmarkerad" in str(answer.parts)
    assert "sekretessmarkerad" in exported(path, update)


def test_accounts_and_letters_are_refused_too(themed: Project, tmp_path: Path) -> None:
    path, folder = tmp_path / "redogorelse.docx", tmp_path / "brev"
    export_account(themed, ReportKind.BY_RESPONDENT, path, Audience.PUBLIC)
    finish(letters_to(themed, folder, Audience.PUBLIC), print)
    held = {one: work(one, quote) for one in (path, *folder.iterdir())}
    mark_point(themed)
    with pytest.raises(UsageError, match=r"redogorelse\.docx: delen innehåller"):
        export_account(themed, ReportKind.BY_RESPONDENT, path, Audience.PUBLIC)
    with pytest.raises(UsageError, match=r"Inspel .*\.docx: delen innehåller"):
        finish(letters_to(themed, folder, Audience.PUBLIC), print)
    assert all(one.read_bytes() == data for one, data in held.items())
