import subprocess
import sys

from PySide6.QtGui import QFont

HEAVY = {"spacy", "sklearn", "scipy"}


def test_starting_the_window_loads_neither_spacy_nor_scikit_learn() -> None:
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from inspel_app.gui.app import make_window\n"
        "from inspel_app.gui.preferences import Preferences, follow_looks\n"
        "app = QApplication([])\n"
        "preferences = Preferences()\n"
        "follow_looks(app, preferences)\n"
        "window = make_window(preferences=preferences)\n"
        "window.show()\n"
        "app.processEvents()\n"
        "window.close()\n"
        "print(*sys.modules)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "PySide6" in loaded
    assert loaded & HEAVY == set()
    assert done.stderr == ""


def test_calls_into_qt_keep_count_of_none() -> None:
    """PySide6 6.12.0 loses one reference to None with each call, until Python aborts."""
    font = QFont()
    before = sys.getrefcount(None)
    for _call in range(500):
        font.setPixelSize(12)
    assert sys.getrefcount(None) > before - 100
