"""The round beside an earlier one, in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inspel_app.gui.earlier_dialog import EarlierDialog
from inspel_app.gui.main_window import MainWindow
from inspel_app.services.rounds import new_round
from tests.gui.conftest import Until
from tests.services.tagged_round import add_answer, make

SAID = "Fler bussar behövs i byarna på kvällen."


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A round of one point, of which nobody says anything now."""
    path = tmp_path / "dialog.inspel"
    with new_round(path, title="Dialogen") as made:
        keys = add_answer(made, "a", SAID, (SAID,))
        make(made, keys, {}, {keys[0]: ("3.3", "behov")})
    return path


def shown(app: QApplication) -> list[EarlierDialog]:
    return [w for w in app.topLevelWidgets() if isinstance(w, EarlierDialog) and w.isVisible()]


def test_tells_who_and_what_comes_back(
    tagging: MainWindow, earlier: Path, app: QApplication, until: Until
) -> None:
    tagging.go_to(tagging.overview)
    project = tagging.session.project
    assert project
    tagging.overview.earlier.ask(project, earlier)
    assert tagging.overview.busy
    until(lambda: shown(app))
    (dialog,) = shown(app)
    text = dialog.text.toPlainText()
    assert "jämförd med Dialogen" in text
    assert SAID in text
    assert "Nya avsändare" in text
    dialog.close()
    until(lambda: not shown(app))


def test_says_why_rounds_cannot_be_compared(
    tagging: MainWindow, app: QApplication, until: Until
) -> None:
    failures: list[object] = []
    tagging.session.failed.connect(failures.append)
    tagging.go_to(tagging.overview)
    project = tagging.session.project
    assert project
    tagging.overview.earlier.ask(project, project.path)
    until(lambda: failures)
    assert "samma omgång" in str(failures[0])
    assert not shown(app)
