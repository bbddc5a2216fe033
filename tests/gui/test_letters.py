"""Letters to respondents: what is not ready is told before they are written."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from inspel_app.domain.synthesis import ReportKind
from inspel_app.gui.app import make_window
from inspel_app.gui.letters_dialog import LettersDialog
from tests.gui.conftest import Until, show


def test_what_is_not_ready_is_told_before_letters_are_written(
    analysed: bytes, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "omgang.inspel").write_bytes(analysed)
    window = make_window(tmp_path / "omgang.inspel")
    show(window)
    bar, folder = window.synthesis.exports, tmp_path / "brev"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    window.go_to(window.synthesis)
    bar.report.setCurrentIndex(bar.report.findData(ReportKind.LETTERS))
    bar.choose_file()
    until(lambda: bar.findChildren(LettersDialog))
    (dialog,) = bar.findChildren(LettersDialog)
    assert "utan svar" in " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert not folder.exists()
    dialog.write.click()
    until(lambda: not window.synthesis.busy)
    assert list(folder.iterdir())
    window.close()
    window.deleteLater()
