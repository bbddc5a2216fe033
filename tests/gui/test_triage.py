"""Triage by keys: where inspel stand, one by one and many at a time, and undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from inspel_app.domain.form import Status
from inspel_app.gui.app import make_window
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.sender_delegate import CELL_ROLE
from inspel_app.gui.submission_model import NUMBER, SENDER
from inspel_app.services.correcting import correct_text
from inspel_app.services.doubts import spots
from tests.gui.conftest import Until, show
from tests.gui.test_inbox import texts


def stages(window: MainWindow) -> list[Status]:
    assert window.session.project is not None
    return [s.status for s in window.session.project.submissions()]


def chip(window: MainWindow, text: str) -> QPushButton:
    chips = [c for c in window.inbox.filter.findChildren(QPushButton) if c.isVisible()]
    return next(c for c in chips if c.text() == text)


def select(window: MainWindow, *rows: int) -> None:
    table = window.inbox.table
    table.selectRow(rows[0])
    for row in rows[1:]:
        flags = QItemSelectionModel.SelectionFlag
        index = table.model().index(row, 0)
        table.selectionModel().select(index, flags.Select | flags.Rows)


@pytest.mark.parametrize(
    ("key", "status"),
    [
        (Qt.Key.Key_L, Status.LAST),
        (Qt.Key.Key_C, Status.KOMPLETTERAS),
        (Qt.Key.Key_G, Status.KLAR),
        (Qt.Key.Key_X, Status.RAKNAS_INTE),
    ],
)
def test_a_key_says_where_an_inspel_stands_and_goes_on(
    window: MainWindow, key: Qt.Key, status: Status
) -> None:
    table = window.inbox.table
    QTest.keyClick(table, key)
    assert stages(window) == [status, Status.NY, Status.NY]
    assert table.currentIndex().row() == 1
    window.session.undo()
    assert stages(window) == [Status.NY] * 3
    window.session.redo()
    assert stages(window) == [status, Status.NY, Status.NY]


def test_many_are_changed_in_one_step_with_a_name(window: MainWindow) -> None:
    select(window, 0, 2)
    QTest.keyClick(window.inbox.table, Qt.Key.Key_G)
    assert stages(window) == [Status.KLAR, Status.NY, Status.KLAR]
    assert window.session.steps().undo == "Inspel 1, 3: klar"
    assert [s.number for s in window.inbox.table.submissions] == [1, 3]
    window.session.undo()
    assert stages(window) == [Status.NY] * 3


def test_x_twice_lets_it_count_again(window: MainWindow) -> None:
    table = window.inbox.table
    QTest.keyClick(table, Qt.Key.Key_X)
    QTest.keyClick(table, Qt.Key.Key_K)
    QTest.keyClick(table, Qt.Key.Key_X)
    assert stages(window) == [Status.NY] * 3
    assert window.session.steps().undo == "Inspel 1 räknas"


def test_the_list_tells_where_inspel_stand(window: MainWindow) -> None:
    model = window.inbox.table.model()
    QTest.keyClick(window.inbox.table, Qt.Key.Key_L)
    cells = [model.index(row, SENDER) for row in range(2)]
    assert [cell.data(CELL_ROLE).new for cell in cells] == [False, True]
    assert cells[0].data(CELL_ROLE).marks[0].text == "läst"
    assert ", ny," in cells[1].data(Qt.ItemDataRole.AccessibleTextRole)


def test_what_no_longer_is_new_leaves_the_choice_of_new(window: MainWindow) -> None:
    chip(window, "Nya 3").click()
    QTest.keyClick(window.inbox.table, Qt.Key.Key_L)
    assert texts(window.inbox.table.model(), NUMBER) == ["2", "3"]
    chosen = window.inbox.table.submission
    assert chosen is not None
    assert chosen.number == 2
    chip(window, "Lästa 1").click()
    assert texts(window.inbox.table.model(), NUMBER) == ["1"]


def test_keys_work_beside_the_list_too(window: MainWindow) -> None:
    QTest.keyClick(window.inbox.cards, Qt.Key.Key_C)
    assert stages(window)[0] is Status.KOMPLETTERAS


def test_a_change_of_status_leaves_the_chosen_answer(window: MainWindow) -> None:
    select(window, 1, 2)
    window.inbox.table.selectionModel().setCurrentIndex(
        window.inbox.table.model().index(1, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    window.inbox.cards.choose(0)
    window.inbox.set_status(Status.KLAR)
    assert window.inbox.header.status.text() == "Klar"
    assert window.inbox.cards.currentIndex().row() == 0
    window.session.undo()
    assert window.inbox.header.status.text() == "Ny"
    assert window.inbox.cards.currentIndex().row() == 0


def test_decisions_that_have_lost_their_points_are_offered(
    analysed: bytes, tmp_path: Path, until: Until
) -> None:
    path = tmp_path / "omgang.inspel"
    path.write_bytes(analysed)
    window = make_window(path)
    show(window)
    project, tagging = window.session.project, window.session.tagging
    assert project
    assert tagging
    point = next(iter(tagging.queue)).passage
    window.session.act(lambda tagging: tagging.assign(["3.3"], [point.id]))
    spot = next(spots(project.submission(point.submission)))
    window.go_to(window.inbox)
    window.session.change(lambda p, by: correct_text(p, spot, "Något helt annat står här.", by))
    until(lambda: "Tappade beslut 1" in offered(window))
    window.session.undo()
    until(lambda: "Tappade beslut 1" not in offered(window))
    window.close()
    window.deleteLater()


def offered(window: MainWindow) -> list[str]:
    return [c.text() for c in window.inbox.filter.findChildren(QPushButton) if c.isVisible()]
