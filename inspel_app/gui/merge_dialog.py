"""What other people's copies would bring into the round, before they are taken in."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from inspel_app.errors import KnownError
from inspel_app.gui.background import Background
from inspel_app.gui.faults import explain
from inspel_app.gui.plain import plain
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import button, label, lay_out, row, told_text
from inspel_app.i18n import _, ngettext
from inspel_app.services.merging import Merged, brought, merge

_SIZE = (80 * GRID, 36 * GRID)
_POLL_MS = 100


class MergeDialog(QDialog):
    """Tells what is new in each copy; accepted when it is to come in."""

    def __init__(self, path: Path, copies: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Ta in kopior"))
        self.resize(*_SIZE)
        self._reading = Background[tuple[Merged, ...]]()
        self._reading.ask(path, lambda project: merge(project, copies, dry=True))
        self.text = told_text(_("Vad som kommer in"))
        self.text.setPlainText(_("Läser kopiorna …"))
        self.take = button(_("Ta in"), self.accept, "primary")
        self.take.setEnabled(False)
        self._close = button(_("Avbryt"), self.reject)
        hint = _("Kopiorna ändras inte. Allt som kommer in ångras på en gång.")
        lay_out(
            QVBoxLayout(self),
            label(_("Ta in kopior"), "title"),
            self.text,
            row(label(hint, "muted"), None, self._close, self.take),
            margins=(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID),
            gap=2 * GRID,
        )
        self.finished.connect(lambda _result: self._reading.close())
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._timer.start()

    def _poll(self) -> None:
        try:
            found = self._reading.fetch()
        except KnownError as error:
            self._timer.stop()
            self.text.setPlainText(plain(explain(error)))
            return
        if found is None:
            return
        self._timer.stop()
        self.text.setPlainText(plain("\n\n".join(map(_told, found))))
        new = any(one.actions for one in found)
        self.take.setEnabled(new)
        (self.take if new else self._close).setFocus()


def _told(merged: Merged) -> str:
    return "\n".join((merged.copy, *_lines(merged)))


def _lines(merged: Merged) -> Iterator[str]:
    if not merged.actions:
        yield _("Inget nytt: allt som är gjort i den finns redan här.")
        return
    done = ngettext("{n} händelse", "{n} händelser", merged.actions).format(n=merged.actions)
    yield ": ".join(filter(None, (done, ", ".join(brought(merged.things)))))
    if merged.conflicts:
        yield ngettext(
            "En sak är gjord på olika sätt här och där. Det som står här gäller tills du avgör "
            "den.",
            "{n} saker är gjorda på olika sätt här och där. Det som står här gäller tills du "
            "avgör dem.",
            merged.conflicts,
        ).format(n=merged.conflicts)
