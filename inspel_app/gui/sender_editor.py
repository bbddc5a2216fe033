"""Who sent an inspel and when it came, to be corrected where one reads."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from inspel_app.domain.clock import shown
from inspel_app.domain.form import ActorType, Respondent, Submission
from inspel_app.gui import words
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import Choice, button, column, label, lay_out, row
from inspel_app.i18n import _

_KINDS: tuple[ActorType | None, ...] = (None, *ActorType)


class Correction(NamedTuple):
    """What was changed, by the names of Respondent's fields, and when it came where that was."""

    number: int
    changes: dict[str, str]
    received: str | None


class SenderEditor(QWidget):
    """Enter keeps what was written, Esc leaves it."""

    kept = Signal(object)
    """A `Correction`."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._submission: Submission | None = None
        self.organisation, self.unit = _line(_("Avsändare")), _line(_("Enhet"))
        self.kind, self.municipality = Choice(_("Typ")), _line(_("Kommun"))
        self.received = _line(_("Inkom (ÅÅÅÅ-MM-DD TT.MM)"))
        self.kind.addItems([words.actor_type(kind) for kind in _KINDS])
        for field in (self.organisation, self.unit, self.municipality, self.received):
            field.returnPressed.connect(self.keep)
        keys = row(button(_("Spara"), self.keep, "primary"), button(_("Avbryt"), self.leave), None)
        lay_out(
            QVBoxLayout(self),
            row(_named(self.organisation), _named(self.unit)),
            row(*map(_named, (self.kind, self.municipality, self.received))),
            keys,
            margins=(3 * GRID, GRID, 2 * GRID, GRID),
            gap=GRID,
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def begin(self, submission: Submission, municipalities: tuple[str, ...]) -> None:
        """Show what is known of an inspel's sender; the municipalities help the writing."""
        self._submission = submission
        who = submission.respondent
        self.organisation.setText(who.organisation)
        self.unit.setText(who.unit)
        self.kind.setCurrentIndex(_KINDS.index(who.type))
        self.municipality.setText(who.municipality or "")
        self.received.setText(_moment(submission))
        completer = QCompleter(municipalities, self.municipality)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.municipality.setCompleter(completer)
        self.show()
        self.organisation.setFocus()
        self.organisation.selectAll()

    def keep(self) -> None:
        """Tell what was changed, and close."""
        if self._submission:
            written = self.received.text().strip()
            received = None if written == _moment(self._submission) else written
            changes = self._changes(self._submission.respondent)
            if changes or received is not None:
                self.kept.emit(Correction(self._submission.number, changes, received))
        self.leave()

    def leave(self) -> None:
        """Close."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def _changes(self, who: Respondent) -> dict[str, str]:
        kind = _KINDS[self.kind.currentIndex()]
        written = {
            "organisation": (who.organisation, self.organisation.text().strip()),
            "unit": (who.unit, self.unit.text().strip()),
            "type": (who.type or "", kind or ""),
            "municipality": (who.municipality or "", self.municipality.text().strip()),
        }
        return {name: str(new) for name, (old, new) in written.items() if new != old}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def _line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    return made


def _named(field: QWidget) -> QWidget:
    return column(label(field.accessibleName(), "small"), field, gap=GRID // 2)


def _moment(submission: Submission) -> str:
    return shown(submission.received) if submission.received else ""
