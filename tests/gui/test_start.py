"""The start: the frame before all that takes time, and then what is in it."""

import subprocess
import sys
from pathlib import Path
from threading import enumerate as enumerate_threads

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from inspel_app.gui.app import fill
from inspel_app.gui.frame import Frame
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.preferences import Preferences
from inspel_app.resources import catalogue, load_strategy
from tests.gui.conftest import Until
from tests.resources.test_strategy import SOUND

HEAVY = {
    "PIL", "docx", "jinja2", "lxml", "numpy", "openpyxl", "pdfplumber", "pi_heif", "pypdfium2",
    "rapidfuzz", "scipy", "sklearn", "spacy", "sqlite3", "sqlite_utils", "xlsxwriter",
}  # fmt: skip
TOLD = "print(*sys.modules); sys.stdout.flush(); os._exit(0)"


def loaded_after(code: str) -> set[str]:
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", f"import os, sys\n{code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return set(done.stdout.split())


def all_is_read_ahead() -> bool:
    return all(one.name != "inspel-read-ahead" for one in enumerate_threads())


def test_frame_is_seen_before_anything_heavy_is_loaded() -> None:
    code = f"""
from inspel_app.cli.main import main
from inspel_app.gui.frame import Frame
def seen(frame, *_then):
    assert frame.isVisible()
    {TOLD}
Frame.load = seen
main([])
"""
    loaded = loaded_after(code)
    assert "inspel_app.gui.frame" in loaded
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()
    ours = {name.split(".")[1] for name in loaded if name.startswith("inspel_app.")}
    assert ours == {"cli", "config", "errors", "gui", "i18n", "resources"}


def test_guard_loads_nothing_before_it_waits() -> None:
    code = f"""
import subprocess
def begin(*_command, **_options):
    {TOLD}
subprocess.run = begin
sys.argv = ["inspel"]
from inspel_app.__main__ import main
main()
"""
    ours = {name for name in loaded_after(code) if name.startswith(("inspel_app", "PySide6"))}
    assert ours == {
        "inspel_app", "inspel_app.__main__", "inspel_app.errors", "inspel_app.gui",
        "inspel_app.gui.guard",
    }  # fmt: skip


def test_window_when_it_is_made_loads_no_model() -> None:
    code = f"""
from PySide6.QtWidgets import QApplication
app = QApplication([])
from inspel_app.gui.app import make_window
from inspel_app.gui.style import apply_style
apply_style(app, dark=False)
window = make_window()
window.show()
app.processEvents()
assert window.pages
{TOLD}
"""
    loaded = {name.partition(".")[0] for name in loaded_after(code)}
    assert "PySide6" in loaded
    assert loaded & {"spacy", "sklearn", "scipy", "onnxruntime", "tokenizers"} == set()


def test_frame_is_filled_when_all_is_loaded(app: QApplication, path: Path, until: Until) -> None:
    usual = sys.excepthook
    frame, filled = Frame(), []
    frame.show()

    def go_on() -> None:
        fill(frame, Preferences(), [str(path)])
        filled.append(frame.centralWidget())

    frame.load("inspel_app.gui.app", go_on)
    assert filled == []
    until(lambda: filled)
    (window,) = filled
    sys.excepthook = usual
    assert isinstance(window, MainWindow)
    assert window.isVisible()
    assert not window.isWindow()
    assert frame.windowTitle() == window.windowTitle() != "Inspel"
    assert set(window.made.values()) == {window.inbox}
    frame.close()
    assert window.session.project is None
    frame.deleteLater()
    until(all_is_read_ahead)
    assert app.styleSheet() == ""


def test_strategies_are_read_beside_the_window(
    tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "data" / "strategier" / "lan.toml"
    own.parent.mkdir(parents=True)
    own.write_text(SOUND, encoding="utf-8")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    frame = Frame()
    fill(frame, Preferences(), [])
    until(all_is_read_ahead)
    monkeypatch.setattr(catalogue, "open_table", None)
    assert load_strategy("lan").title == "Länets strategi"
    frame.close()
    frame.deleteLater()


def test_calls_into_qt_keep_count_of_none() -> None:
    """PySide6 6.12.0 loses one reference to None with each call, until Python aborts."""
    font = QFont()
    before = sys.getrefcount(None)
    for _call in range(500):
        font.setPixelSize(12)
    assert sys.getrefcount(None) > before - 100
