"""The palette by keys alone: commands by name, places by their words, and back again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspel_app.domain import coding
from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.palette import Palette
from inspel_app.resources.settings import Theme
from inspel_app.services.rounds import Project
from tests.gui.conftest import HOSTILE, Until, show

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def searched(analysed: bytes, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with four points, one of which has a note."""
    path = tmp_path / "omgang.inspel"
    path.write_bytes(analysed)
    with Project.open(path) as project, project.action("Anteckna"):
        points = [p.id for p in project.passages()]
        project.decisions.note(points[1], "Ring kommunen", "anna")
        for name, members in (("Byar", points[:2]), ("Lärlingar", points[2:])):
            theme = coding.Theme(f"t{name}", "6.3", name, (), tuple(members))
            project.theme_edits.keep(theme, "anna")
    window = make_window(path)
    show(window)
    yield window
    window.close()
    window.deleteLater()


def begin(window: MainWindow, text: str, until: Until) -> Palette:
    """Open the palette and type; wait for what is found."""
    palette = window.finder.palette
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    assert palette.isVisible()
    assert palette.field.hasFocus()
    palette.field.setText(text)
    until(lambda: not palette._timer.isActive())
    return palette


def rows(palette: Palette, group: str) -> list[str]:
    """The texts below the name of a group."""
    found: dict[str, list[str]] = {}
    name = ""
    for item in palette.list.items:
        if item.take is None:
            name = item.text
        else:
            found.setdefault(name, []).append(item.text)
    return found.get(group, [])


def take(palette: Palette, group: str) -> None:
    """Go down to the first row of a group, and press Enter."""
    wanted = rows(palette, group)[0]
    for _row in palette.list.items:
        item = palette.list.item
        if item and item.text == wanted and item.above:
            break
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def test_places_are_shown_by_kind_with_the_words_marked(searched: MainWindow, until: Until) -> None:
    palette = begin(searched, "fibern", until)
    answers, passages = rows(palette, "Svar"), rows(palette, "Synpunkter")
    assert len(answers) == len(passages) == 1
    item = palette.list.item
    assert item
    assert [item.text[a:b] for a, b in item.marks] == ["Fibernätet"]
    palette.grab()


def test_leads_to_a_passage_whatever_is_filtered(searched: MainWindow, until: Until) -> None:
    searched.go_to(searched.tagging)
    searched.tagging.filter.text.setText("biblioteket")
    searched.go_to(searched.history)
    take(begin(searched, "fiber", until), "Synpunkter")
    assert searched.page is searched.tagging
    assert searched.tagging.list.hasFocus()
    assert "Fibernätet" in searched.tagging.passage.text.toPlainText()
    assert not searched.finder.palette.isVisible()


def test_leads_to_a_note(searched: MainWindow, until: Until) -> None:
    take(begin(searched, "ring komm", until), "Anteckningar")
    project = searched.session.project
    assert project
    assert searched.tagging.list.passage == project.passages()[1].id


def test_leads_to_an_answer_in_the_original(searched: MainWindow, until: Until) -> None:
    take(begin(searched, "biblioteket", until), "Svar")
    assert searched.page is searched.inbox
    shown = searched.inbox.table.submission
    assert shown
    assert "Biblioteket" in shown.answers[0].text
    assert searched.inbox.cards.currentIndex().isValid()


def test_leads_to_an_inspel_by_its_file(searched: MainWindow, until: Until) -> None:
    take(begin(searched, "b.txt", until), "Inspel")
    shown = searched.inbox.table.submission
    assert shown
    assert shown.files[0].name == "b.txt"


def test_leads_to_a_theme_when_the_themes_are_read(searched: MainWindow, until: Until) -> None:
    searched.themes.search.setText("finns inte")
    take(begin(searched, "lärlingar", until), "Teman")
    assert searched.page is searched.themes
    until(lambda: searched.themes.list.view)
    view = searched.themes.list.view
    assert view
    assert view.theme.label == "Lärlingar"


def test_commands_are_done_by_name_and_show_their_keys(searched: MainWindow, until: Until) -> None:
    palette = begin(searched, "historik", until)
    item = palette.list.item
    assert item
    assert (item.text, item.key) == ("Historik", "Ctrl+7")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert searched.page is searched.history


def test_undo_is_told_with_its_name(searched: MainWindow, until: Until) -> None:
    assert rows(begin(searched, "ångra", until), "Kommandon") == ["Ångra: Anteckna"]
    QTest.keyClick(searched.finder.palette.field, Qt.Key.Key_Return)
    assert "Gör om: Anteckna" in rows(begin(searched, "gör om", until), "Kommandon")


def test_keys_of_the_page_are_commands_too(searched: MainWindow, until: Until) -> None:
    searched.go_to(searched.inbox)
    palette = begin(searched, "inkorg: klart", until)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert searched.footer.message.accessibleName() == "Inspel 1: klar"


def test_enter_before_the_answer_waits_for_it(searched: MainWindow, until: Until) -> None:
    palette = searched.finder.palette
    searched.go_to(searched.history)
    QTest.keyClick(searched, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(palette.field, "biblioteket i byn")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    until(lambda: searched.page is searched.inbox)


def test_escape_gives_the_keyboard_back(searched: MainWindow, until: Until) -> None:
    searched.go_to(searched.tagging)
    palette = begin(searched, "buss", until)
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert searched.tagging.list.hasFocus()


def test_what_was_gone_to_is_offered_again(searched: MainWindow, until: Until) -> None:
    take(begin(searched, "fiber", until), "Synpunkter")
    palette = begin(searched, "", until)
    assert len(rows(palette, "Senast")) == 1
    assert "Syntes" in rows(palette, "Kommandon")
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    searched.session.leave()
    assert rows(begin(searched, "", until), "Senast") == []


def test_without_a_round_only_what_can_be_done_is_offered(
    searched: MainWindow, until: Until
) -> None:
    searched.session.leave()
    palette = begin(searched, "", until)
    commands = rows(palette, "Kommandon")
    assert "Ny omgång …" in commands
    assert "Syntes" not in commands
    palette.field.setText("fiber")
    assert [item.text for item in palette.list.items] == ["Inget hittades."]


def test_respondents_text_is_plain(searched: MainWindow, until: Until) -> None:
    palette = begin(searched, "öppettider", until)
    texts = [item.text for item in palette.list.items]
    assert any(HOSTILE in text for text in texts)
    palette.grab()


def test_arrows_pass_over_the_names_of_groups_and_go_round(
    searched: MainWindow, until: Until
) -> None:
    palette = begin(searched, "fibern", until)
    first = palette.list.item
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    last = palette.list.item
    assert first
    assert last
    assert last is not first
    assert last.take
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.item is first


def test_find_here_takes_the_field_of_the_page(searched: MainWindow) -> None:
    for page, field in (
        (searched.tagging, searched.tagging.filter.text),
        (searched.themes, searched.themes.search),
        (searched.handling, searched.handling.filter.text),
    ):
        searched.go_to(page)
        QTest.keyClick(searched, Qt.Key.Key_F, CTRL)
        assert field.hasFocus()
    searched.go_to(searched.overview)
    QTest.keyClick(searched, Qt.Key.Key_F, CTRL)
    assert searched.finder.palette.field.hasFocus()


def test_enter_is_the_palettes_own_where_it_is_a_key_of_the_page(
    searched: MainWindow, until: Until
) -> None:
    searched.session.undo()
    searched.session.redo()
    searched.go_to(searched.history)
    searched.history.table.selectRow(searched.history.model.rowCount() - 1)
    assert searched.history.back.isEnabled()
    before = searched.history.model.rowCount()
    palette = begin(searched, "finnsinte", until)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert searched.history.model.rowCount() == before


def test_look_is_changed_by_name(
    searched: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("INSPEL_DATA", str(tmp_path))
    palette = begin(searched, "mörkt", until)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert searched.session.preferences.settings.theme is Theme.DARK
