"""Making rounds: the dialog, and the example from the start page."""

import tempfile
from pathlib import Path

import pytest

from inspel_app.gui.app import make_window
from inspel_app.gui.new_round import NewRoundDialog
from inspel_app.gui.round_fields import RoundFactsDialog
from inspel_app.resources import resource_dir, strategies
from inspel_app.services.round_facts import facts
from inspel_app.services.rounds import Project
from tests.gui.conftest import Until, show


def test_makes_a_round_with_the_chosen_strategy(tmp_path: Path) -> None:
    for strategy in strategies():
        dialog = NewRoundDialog()
        dialog.path.setText(str(tmp_path / f"Omgång för {strategy}"))
        dialog.strategy.setCurrentIndex(dialog.strategy.findData(strategy))
        dialog.make()
        assert dialog.project is not None
        dialog.project.close()
        with Project.open(tmp_path / f"Omgång för {strategy}.inspel") as project:
            assert project.settings.strategy == strategy
        dialog.deleteLater()


def test_says_why_a_round_cannot_be_made(tmp_path: Path) -> None:
    dialog = NewRoundDialog()
    dialog.path.setText(str(tmp_path / "saknas" / "ny.inspel"))
    dialog.make()
    assert dialog.project is None
    assert "finns inte" in dialog.fields.fault.text()
    dialog.path.setText(str(tmp_path / "ny.inspel"))
    dialog.make()
    assert dialog.project is not None
    dialog.project.close()
    dialog.deleteLater()


def test_facts_of_a_new_round_are_kept_and_can_be_changed(tmp_path: Path) -> None:
    dialog = NewRoundDialog()
    dialog.path.setText(str(tmp_path / "ny.inspel"))
    fields = dialog.fields
    fields.title.setText("Våren <b>2025</b>")
    fields.deadline.setText("15 juni")
    fields.invited.setPlainText("Malå kommun\nSametinget")
    dialog.make()
    assert dialog.project is None
    assert "inget datum" in fields.fault.text()
    fields.deadline.setText("2025-06-15")
    dialog.make()
    assert dialog.project is not None
    change = RoundFactsDialog(facts(dialog.project))
    assert change.fields.facts() == facts(dialog.project)
    assert [one.name for one in dialog.project.invitations()] == ["Malå kommun", "Sametinget"]
    change.fields.deadline.clear()
    change.keep()
    assert change.facts.deadline is None
    dialog.project.close()
    change.deleteLater()
    dialog.deleteLater()


def test_the_example_is_read_from_the_start_page(
    until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    window = make_window()
    show(window)
    window.try_example()
    until(lambda: not window.session.busy)
    files = list((resource_dir() / "exempel" / "inspel").iterdir())
    assert window.inbox.table.model().rowCount() == len(files) > 10
    for row in range(len(files)):
        window.inbox.table.selectRow(row)
        cards = window.inbox.cards.model().rowCount()
        for card in range(cards):
            window.inbox.cards.choose(card)
        assert cards > 0
    window.close()
    window.deleteLater()
