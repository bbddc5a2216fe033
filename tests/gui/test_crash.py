"""A crash of the window: a report without the round's text, and back to the same place."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspel_app.gui import memory
from inspel_app.gui.app import make_window
from inspel_app.gui.guard import has_crashed
from inspel_app.gui.memory import Place
from tests.gui.conftest import show

WRITTEN = "Hemligt från Malå"
CRASHING = f"""
import os, sys
from pathlib import Path
marks = Path(os.environ["PROV"])
marks.joinpath(f"{{len(list(marks.iterdir()))}}").write_text(os.environ.get("INSPEL_KRASCH", ""))
import inspel_app.gui.guard as guard
def main():
    secret = "{WRITTEN}"
    if "INSPEL_KRASCH" in os.environ:
        return 0
    import inspel_app.gui.app as app
    app._tell_of_crashes()
    import ctypes
    ctypes.string_at(0)
guard._LEAST_SECONDS = 0.0
guard._command = lambda: [sys.executable, __file__]
sys.exit(guard.watch([]) if guard.is_wanted([]) else main())
"""


@pytest.fixture
def crashed(tmp_path: Path) -> tuple[int, list[str]]:
    """The exit code, and what the window was told each time that it was opened."""
    script, marks = tmp_path / "prov.py", tmp_path / "prov"
    marks.mkdir()
    script.write_text(CRASHING, "utf-8")
    env = {**os.environ, "PROV": str(marks), "XDG_STATE_HOME": str(tmp_path / "state")}
    env |= {"PYTHONPATH": os.pathsep.join(sys.path)}
    code = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, script], env=env, check=False, stderr=subprocess.DEVNULL
    ).returncode
    told = sorted(marks.iterdir(), key=lambda mark: int(mark.name))
    return code, [mark.read_text("utf-8") for mark in told]


def test_window_is_opened_again_with_a_report_of_the_code_alone(
    crashed: tuple[int, list[str]],
) -> None:
    code, told = crashed
    assert code == 0
    assert len(told) == 3  # this process itself, the window, and the window again
    report = Path(told[-1])
    text = report.read_text("utf-8")
    assert "Segmentation fault" in text
    assert "in main" in text
    assert WRITTEN not in text
    assert [file.name for file in report.parent.iterdir()] == [report.name]


def test_only_crashes_are_crashes() -> None:
    assert [code for code in (0, 1, 5, 70, 130, -2, -9, -15) if has_crashed(code)] == []
    assert all(has_crashed(code) for code in (-11, -6, 3221225477))


def test_window_goes_on_where_it_was(path: Path) -> None:
    window = make_window(path)
    show(window)
    window.inbox.table.selectRow(1)
    chosen = window.inbox.table.submission
    window.go_to(window.history)
    window._poll()
    window.session.leave()
    window._timer.stop()
    assert chosen
    place = Place(str(path), "historik", chosen.id)
    memory.keep_place(place)
    again = make_window()
    show(again)
    again.go_to_place(memory.place())
    assert again.page is again.history
    again.go_to(again.inbox)
    assert again.inbox.table.submission == chosen
    for one in (window, again):
        one.close()
        one.deleteLater()


def test_place_is_kept_while_one_works(path: Path) -> None:
    window = make_window(path)
    show(window)
    window.go_to(window.synthesis)
    window._poll()
    assert memory.place()[:2] == (str(path), "syntes")
    window.close()
    window.deleteLater()
