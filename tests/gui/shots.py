"""Pictures of all pages and dialogs, to be looked at: `python -m tests.gui.shots [FOLDER]`.

Light, dark, and light with text of twice the size; at 100, 150 and 200 per cent; with the
example round, with one that is handled in part, with an empty one, and with one of 3,000 inspel.
Runs on the screen that is there, or without one (`QT_QPA_PLATFORM=offscreen`).
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from inspel_app.resources import resource_dir
from inspel_app.services.analysing import analyse
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import finish
from inspel_app.services.rounds import Project, new_round
from inspel_app.services.workers import WorkerPool
from tests.benchmarks.large_round import large_round
from tests.gui.handled_round import handle_some

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inspel_app.gui.main_window import MainWindow

LARGE_TEXT = "stor-text"
LOOKS = ("ljus", "mork", LARGE_TEXT)
SCALES = ("1", "1.5", "2")
SIZE = (1440, 900)
_SETTLE, _DRAW_MS = 0.3, 400
_MOST_PULSES = 50


def main(folder: Path) -> None:
    """Make the rounds once, and a process for each look and scale."""
    folder.mkdir(parents=True, exist_ok=True)
    example = _example(folder / "exempel.inspel")
    rounds = [
        example,
        _handled(folder / "hanterad.inspel", example),
        _empty(folder / "tom.inspel"),
        _large(folder / "stor.inspel"),
    ]
    for look, scale, path in product(LOOKS, SCALES, rounds):
        subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", "tests.gui.shots", look, path, folder],
            env={**os.environ, "QT_SCALE_FACTOR": scale},
            check=True,
        )


def _example(path: Path) -> Path:
    if not path.exists():
        with new_round(path, title="RUS-aktualisering 2025", dnr="RUN 234–2025") as project:
            with WorkerPool() as pool:
                files = [resource_dir() / "exempel" / "inspel"]
                finish(import_files(project, files, pool), lambda _progress: None)
            finish(analyse(project), lambda _progress: None)
    return path


def _empty(path: Path) -> Path:
    if not path.exists():
        new_round(path).close()
    return path


def _large(path: Path) -> Path:
    if not path.exists():
        large_round(path)
    return path


def _handled(path: Path, example: Path) -> Path:
    """The example round when a third of it has an answer, and a section a new wording."""
    if not path.exists():
        path.write_bytes(example.read_bytes())
        with Project.open(path) as project:
            handle_some(project)
    return path


def shoot(look: str, path: Path, folder: Path) -> None:
    """Save a picture of each page with a round, and of the start page."""
    from PySide6.QtGui import QCursor  # noqa: PLC0415 - as below
    from PySide6.QtTest import QTest  # noqa: PLC0415 - the process above needs no Qt
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    from inspel_app.gui.app import make_window  # noqa: PLC0415 - as above
    from inspel_app.gui.style import apply_style  # noqa: PLC0415 - as above

    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    apply_style(app, dark=look == "mork", percent=200 if look == LARGE_TEXT else 100)
    window = make_window(path)
    window.resize(*SIZE)
    window.show()
    QCursor.setPos(window.mapToGlobal(window.rect().bottomRight()))  # nothing is pointed at

    def save(name: str, settled: Callable[[], object], shown: "QWidget" = window) -> None:
        for _pulse in range(_MOST_PULSES):
            sleep(_SETTLE)  # threads go on meanwhile
            QTest.qWait(_DRAW_MS)
            if settled():
                break
        QTest.qWait(_DRAW_MS)  # what has been read is laid out
        scale = os.environ.get("QT_SCALE_FACTOR", "1")
        shown.grab().save(str(folder / f"{path.stem}-{name}-{look}-{scale}.png"))

    for page in window.pages:
        window.go_to(page)
        save(
            page.drawing,
            lambda: not (window.session.busy or any(one.busy for one in window.pages)),
        )
    for name, dialog in dialogs(window):
        save(name, lambda: True, dialog)
        if dialog is not window:
            dialog.close()
        else:
            window.show_help()  # a second time takes it away
    window.session.leave()
    save("start", lambda: True)
    window.close()


def dialogs(window: "MainWindow") -> Iterator[tuple[str, "QWidget"]]:
    """What opens above the pages, one after the other, and what each is called."""
    from inspel_app.gui.imports_dialog import ImportsDialog  # noqa: PLC0415 - as above
    from inspel_app.gui.keys_dialog import KeysDialog  # noqa: PLC0415 - as above
    from inspel_app.gui.new_round import NewRoundDialog  # noqa: PLC0415 - as above
    from inspel_app.gui.settings_dialog import SettingsDialog  # noqa: PLC0415 - as above

    window.go_to(window.inbox)
    for name, show, kind in (
        ("filer", window.show_imports, ImportsDialog),
        ("installningar", window.change_settings, SettingsDialog),
        ("tangenter", window.show_keys, KeysDialog),
    ):
        show()
        found = window.findChild(kind)
        if found:
            yield f"dialog-{name}", found
    fresh = NewRoundDialog(window)
    fresh.show()
    yield "dialog-ny-omgang", fresh
    window.show_help()
    yield "dialog-hjalp", window


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in LOOKS:
        shoot(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(Path(sys.argv[1] if sys.argv[1:] else "build/bilder"))
