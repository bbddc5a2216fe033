"""The main job by keys alone, in one window: each step undone, done again, and told as a command.

In the end the commands have made another round of the same files, and both have the same synthesis.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from inspel_app.cli.main import main
from inspel_app.domain.form import Status
from inspel_app.domain.synthesis import Audience
from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.doubts import queue
from inspel_app.services.reporting import export
from inspel_app.services.rounds import Project
from inspel_app.services.theming import rename
from inspel_app.services.triage import set_status
from tests.gui.conftest import Until, show
from tests.gui.story_files import write_inspel

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESCAPE, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete
READ, NAME = "Sjukresorna", "Fler bussar"
Command = Callable[[Path], object]
"""Does in the round at a path what a step did."""
Pressed = str | Qt.Key
Way = tuple[tuple[Pressed, ...], Callable[[list[str]], list[object]]]
"""Keys, and what the command is told of them when these codes were proposed."""
SOON_MS = 50
TAGGED = 20


@pytest.fixture
def window() -> Iterator[MainWindow]:
    """The window with no round; commands do not learn while one works, and so it does not."""
    made = make_window()
    made.session.preferences.change(learns=False, name="anna")
    show(made)
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.slow
def test_the_main_job_by_keys_gives_the_same_as_by_commands(
    window: MainWindow, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))  # where faults would be told
    files = write_inspel(tmp_path / "inspel")
    begin(window, tmp_path / "fonster.inspel", files, until)
    story = Story(window, tmp_path)
    triage(story)
    correct_a_word(story, until)
    tag_twenty(story)
    name_a_theme(story, until)
    export_to_word(window, tmp_path / "syntes.docx", until)
    with ZipFile(tmp_path / "syntes.docx") as written:
        assert NAME in written.read("word/document.xml").decode()

    other = tmp_path / "kommando.inspel"
    do("new", other)
    do("import", other, *files)
    analyse(other)
    for command in story.commands:
        command(other)
    with Project.open(other) as project:
        assert told(project, tmp_path) == told(story.project, tmp_path)


class Story:
    """Keys in a window; each step is undone and done again, and kept as a command."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self._folder = window, folder
        self.commands: list[Command] = []

    @property
    def project(self) -> Project:
        """The round of the window."""
        assert self.window.session.project
        return self.window.session.project

    def step(self, press: Callable[[], object], command: Command) -> None:
        """Do something, take it back, and do it again, by keys; `command` does the same."""
        before = told(self.project, self._folder)
        press()
        after = told(self.project, self._folder)
        assert after != before
        hold(Qt.Key.Key_Z)
        assert told(self.project, self._folder) == before
        hold(Qt.Key.Key_Y)
        assert told(self.project, self._folder) == after
        self.commands.append(command)


def told(project: Project, folder: Path) -> tuple[object, ...]:
    """The synthesis as the JSON export has it, and what is said of each passage beside that."""
    export(project, "json", folder / "sagt.json", Audience.WORK)
    passages = [(p.passage.id, p.passage.mark, p.noted, p.rejected) for p in project.tagged()]
    return json.loads((folder / "sagt.json").read_text("utf-8")), passages


def keys(*pressed: Pressed) -> None:
    """Press keys where the keyboard is, one after the other."""
    for key in pressed:
        widget = QApplication.focusWidget()
        assert widget is not None
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)


def hold(key: Qt.Key) -> None:
    """Press a key with Ctrl where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, CTRL)


def in_dialog(window: MainWindow, key: Qt.Key, text: str, until: Until) -> None:
    """Open a dialog with Ctrl and a key, paste in the line at hand, and take Enter."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(SOON_MS, answer)
            return
        line = dialog.focusWidget()
        if isinstance(line, QLineEdit):
            line.selectAll()
            QGuiApplication.clipboard().setText(text)
            QTest.keyClick(line, Qt.Key.Key_V, CTRL)
            QTest.keyClick(line, ENTER)
        if dialog.isVisible():
            dialog.reject()  # or else a test that fails would hang

    QTimer.singleShot(SOON_MS, answer)
    hold(key)
    window.activateWindow()  # without a screen nothing gives it the keyboard back
    until(window.isActiveWindow)


def begin(window: MainWindow, path: Path, files: list[Path], until: Until) -> None:
    """Make a round, and take files into it."""
    in_dialog(window, Qt.Key.Key_N, str(path), until)
    in_dialog(window, Qt.Key.Key_I, " ".join(f'"{file}"' for file in files), until)
    until(lambda: window.session.busy)
    until(
        lambda: (
            not window.session.busy and window.session.project and window.session.project.themes()
        )
    )


def triage(story: Story) -> None:
    """Say where three inspel stand."""
    hold(Qt.Key.Key_2)
    for number, (key, status) in enumerate(
        (("l", Status.LAST), ("c", Status.KOMPLETTERAS), ("g", Status.KLAR))
    ):
        story.step(lambda key=key: keys(key), stand(number, status))  # type: ignore[misc]


def stand(number: int, status: Status) -> Command:
    """There is no command for it, but the service that the key calls."""

    def change(path: Path) -> None:
        with Project.open(path) as project:
            set_status(project, [project.submissions()[number].id], status, "anna")

    return change


def correct_a_word(story: Story, until: Until) -> None:
    """Correct the first word that was not read surely; its answer is then cut anew."""
    editor = story.window.inbox.editors.words.edit
    word = queue(story.project).left[0].text

    def correct() -> None:
        keys("w")
        assert editor.hasFocus()
        assert editor.selectedText() == word
        keys(READ, ENTER)

    story.step(correct, lambda path: do("correct", path, word, READ))
    keys(ESCAPE)
    hold(Qt.Key.Key_3)
    until(lambda: not story.window.session.busy)
    story.commands.append(analyse)


def tag_twenty(story: Story) -> None:
    """Go through twenty passages, and do with them all that one can."""
    page = story.window.tagging
    cuts: list[int] = []
    page.passage.text.parted.connect(cuts.append)
    accept: Way = ((ENTER,), lambda _codes: ["--accept"])
    ways: list[Way] = [
        (("2",), lambda codes: ["--code", codes[1]]),
        accept,
        (("/", "mobilitet", ENTER), lambda _codes: ["--code", "3.3"]),
        (("r",), lambda _codes: ["--code", "3.3"]),
        (("u",), lambda _codes: ["--unsure"]),
        (("x",), lambda _codes: ["--no-point"]),
        ((DELETE,), lambda codes: ["--reject", codes[0]]),
        (("/", "5.1", ENTER), lambda _codes: ["--code", "5.1"]),
        (("s", ENTER), lambda _codes: ["--split", cuts[-1]]),
        (("m",), lambda _codes: ["--merge"]),
        *[accept] * 14,
    ]
    for pressed, arguments in ways:
        passage, codes = page.list.passage, [p.code for p in page.panel.proposals.proposals]
        assert passage
        story.step(partial(keys, *pressed), tag(passage, partial(arguments, codes)))
        assert page.list.hasFocus()
    assert story.window.session.tagging
    assert story.window.session.tagging.queue.headway().decided >= TAGGED


def tag(passage: str, arguments: Callable[[], list[object]]) -> Command:
    """The command for tagging; the arguments are known when the keys have been pressed."""
    return lambda path: do("tag", path, passage, *arguments())


def name_a_theme(story: Story, until: Until) -> None:
    """Give the first theme of the list a name."""
    themes = story.window.themes
    hold(Qt.Key.Key_4)
    until(lambda: themes.list.view and not themes.busy)
    assert themes.list.view
    label = themes.list.view.theme.label

    def command(path: Path) -> None:
        with Project.open(path) as project:
            (theme,) = (theme.id for theme in project.themes() if theme.label == label)
            rename(project, theme, NAME, "anna")

    story.step(lambda: keys(Qt.Key.Key_F2, NAME, ENTER), command)


def export_to_word(window: MainWindow, path: Path, until: Until) -> None:
    """Write the synthesis."""
    hold(Qt.Key.Key_6)
    until(lambda: not window.synthesis.busy)
    in_dialog(window, Qt.Key.Key_E, str(path), until)
    until(lambda: not window.synthesis.busy)


def do(command: str, path: Path, *arguments: object) -> None:
    """Run a command on a round; it may have problems to tell of."""
    assert main([command, str(path), *map(str, arguments)]) in (0, 1)


def analyse(path: Path) -> None:
    """What the window does by itself when files have come in or texts have been corrected."""
    do("suggest", path)
    do("themes", path)
