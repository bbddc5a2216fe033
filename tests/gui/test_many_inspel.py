"""The inspel of a large round are read beside the window, and then shown as of any round."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspel_app.gui import session
from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from tests.gui.conftest import Until, show


@pytest.fixture
def large(analysed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window with a round of more passages than are read at once."""
    monkeypatch.setattr("inspel_app.gui.inbox_page.FEW", 1)
    monkeypatch.setattr(session, "FEW", 1)
    path = tmp_path / "omgang.inspel"
    path.write_bytes(analysed)
    made = make_window(path)
    show(made)
    yield made
    made.close()
    made.deleteLater()


def test_many_inspel_are_read_beside_the_window(large: MainWindow, until: Until) -> None:
    assert large.session.project
    inbox, path = large.inbox, large.session.project.path
    large.session.leave()
    large.session.open(path)
    assert inbox.busy
    assert not inbox.table.isVisible()
    until(inbox.table.isVisible)
    assert inbox.table.model().rowCount() == 2
    assert inbox.table.hasFocus()
    assert inbox.table.submission


def test_an_inspel_that_is_wanted_is_shown_when_all_are_read(
    large: MainWindow, until: Until
) -> None:
    assert large.session.project
    last = large.session.project.submissions()[-1]
    large.inbox.show_submission(last.id)
    until(lambda: not large.inbox.busy)
    until(lambda: large.inbox.table.submission)
    assert large.inbox.table.submission
    assert large.inbox.table.submission.id == last.id
