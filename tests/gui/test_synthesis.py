"""The synthesis in the window: what the exports hold is read there, and written from there."""

import zipfile
from pathlib import Path

import docx
import pytest

from inspel_app.domain.synthesis import Audience, ReportKind
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.draft import Node
from inspel_app.services.reporting import export
from inspel_app.services.respondents import correct
from tests.gui.conftest import HOSTILE, Until


def nodes(window: MainWindow) -> list[Node]:
    """The sections in the outline, in order."""
    contents = window.synthesis.composer.contents
    lines = (contents.line_of(key) for key in contents.keys)
    return [line for line in lines if isinstance(line, Node)]


def titles(window: MainWindow) -> list[str]:
    return [node.section.title for node in nodes(window)]


def go_to(window: MainWindow, title: str) -> None:
    key = next(node.key for node in nodes(window) if node.section.title == title)
    window.synthesis.composer.contents.choose(key)


def shown(window: MainWindow) -> str:
    return window.synthesis.composer.text.toPlainText()


def test_report_is_read_section_by_section(window: MainWindow, until: Until) -> None:
    window.go_to(window.synthesis)
    until(lambda: titles(window))
    assert titles(window)[:2] == ["Så gjordes sammanställningen", "Helhetsbild"]
    assert "3 inspel från 2 avsändare" in shown(window)
    go_to(window, "Bilaga: Inspelen i sin helhet")
    assert "Inspel som ingår" in shown(window)


def test_says_how_to_begin_where_there_is_nothing_to_tell_of(
    empty: MainWindow, until: Until
) -> None:
    page = empty.synthesis
    empty.go_to(page)
    until(lambda: not page.composer.isVisible())
    assert not page.exports.isVisible()


def test_respondents_text_is_plain(window: MainWindow, until: Until) -> None:
    window.go_to(window.synthesis)
    until(lambda: titles(window))
    for node in nodes(window):
        window.synthesis.composer.contents.choose(node.key)
        assert shown(window).startswith(node.section.title)
        if HOSTILE in shown(window):
            return
    raise AssertionError


def test_writes_what_the_command_line_writes(
    window: MainWindow, until: Until, tmp_path: Path
) -> None:
    window.go_to(window.synthesis)
    page, project = window.synthesis, window.session.project
    assert project
    page.exports.format.setCurrentIndex(page.exports.format.findData("docx"))
    page.exports.write(tmp_path / "a.docx")
    until(lambda: not page.busy)
    assert window.footer.message.accessibleName() == f"Exporterade till {tmp_path / 'a.docx'}"
    export(project, "docx", tmp_path / "b.docx", Audience.WRITING)
    one, other = (zipfile.ZipFile(tmp_path / name).namelist() for name in ("a.docx", "b.docx"))
    assert one == other


def test_accounts_and_letters_are_read_and_written_here(
    window: MainWindow, until: Until, tmp_path: Path
) -> None:
    page = window.synthesis
    template = tmp_path / "mall.docx"
    docx.Document().save(str(template))
    window.session.preferences.change(template=str(template))
    window.go_to(page)
    for which, path in (
        (ReportKind.ACCOUNT, tmp_path / "redogorelse.docx"),
        (ReportKind.LETTERS, tmp_path / "brev"),
    ):
        page.exports.report.setCurrentIndex(page.exports.report.findData(which))
        page.exports.report.activated.emit(page.exports.report.currentIndex())
        until(lambda: not page.busy)
        assert titles(window)
        assert not page.exports.format.isEnabled()
        page.exports.write(path)
        until(lambda: not page.busy)
    names = {style.name for style in docx.Document(str(tmp_path / "redogorelse.docx")).styles}
    assert {"Body Text 2", "Fråga"} <= names, "the template's own, and ours"
    assert len(list((tmp_path / "brev").iterdir())) == 2, "one of the three may be a copy"


@pytest.mark.parametrize("audience", Audience)
def test_writes_for_the_readers_that_are_chosen(
    window: MainWindow, until: Until, tmp_path: Path, audience: Audience
) -> None:
    page, project = window.synthesis, window.session.project
    assert project
    correct(project, 1, {"organisation": "Stina Testsson", "type": "privatperson"}, "anna")
    window.go_to(page)
    page.exports.format.setCurrentIndex(page.exports.format.findData("json"))
    page.exports.audience.setCurrentIndex(page.exports.audience.findData(audience))
    page.exports.write(tmp_path / "a.json")
    until(lambda: not page.busy)
    export(project, "json", tmp_path / "b.json", audience)
    written = (tmp_path / "a.json").read_text("utf-8")
    assert written == (tmp_path / "b.json").read_text("utf-8")
    assert ("Stina" in written) is (audience is not Audience.PUBLIC)


def test_tells_what_it_left_alone_in_a_file_that_writers_have_changed(
    window: MainWindow, until: Until, tmp_path: Path
) -> None:
    window.go_to(window.synthesis)
    path = tmp_path / "a.docx"
    page = window.synthesis
    page.exports.format.setCurrentIndex(page.exports.format.findData("docx"))
    page.exports.write(path)
    until(lambda: not page.busy)
    document = docx.Document(str(path))
    part = document.element.body[-2]
    part.getparent().remove(part)
    document.save(str(path))
    page.exports.write(path)
    until(lambda: "borttagen ur dokumentet" in window.footer.message.accessibleName())


def test_export_that_cannot_be_written_is_told(
    window: MainWindow, until: Until, tmp_path: Path
) -> None:
    window.go_to(window.synthesis)
    window.synthesis.exports.write(tmp_path / "saknas" / "a.docx")
    until(lambda: window.footer.message.property("role") == "fault")
    assert "saknas" in window.footer.message.accessibleName()


def test_follows_what_is_done_with_the_round(window: MainWindow, until: Until) -> None:
    window.go_to(window.synthesis)
    until(lambda: titles(window))
    window.session.undo()
    until(lambda: "3 inspel" not in shown(window))
