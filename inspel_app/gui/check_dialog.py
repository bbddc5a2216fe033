"""What readers do not see, and what they may see all the same, to be looked at first."""

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from inspel_app.gui.plain import plain
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import button, label, lay_out, row, told_text
from inspel_app.i18n import _
from inspel_app.services.reporting import Masked, Suspect, ToCheck

_SIZE = (100 * GRID, 80 * GRID)


class CheckDialog(QDialog):
    """The texts that are covered, and below them the sentences that nothing covers."""

    def __init__(self, found: ToCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Personuppgifter"))
        self.resize(*_SIZE)
        self.text = told_text(_("Personuppgifter"))
        self.text.setPlainText(plain("\n".join(_told(found))))
        advice = label(
            _("Listan bygger på ord och missar sådant; läs hela texten innan den publiceras."),
            "muted",
        )
        advice.setWordWrap(True)
        close = button(_("Stäng"), self.reject, "primary")
        lay_out(
            QVBoxLayout(self),
            label(_("Personuppgifter i det som andra läser"), "title"),
            advice,
            self.text,
            row(None, close),
            margins=(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID),
            gap=2 * GRID,
        )
        close.setDefault(True)


def _told(found: ToCheck) -> Iterator[str]:
    yield _("Övertäckt: {n}").format(n=len(found.masked))
    yield from map(_covered, found.masked)
    yield ""
    yield _("Inte övertäckt, men titta efter: {n}").format(n=len(found.suspects))
    yield from map(_left, found.suspects)


def _covered(one: Masked) -> str:
    where = one.own or _("Inspel {number}").format(number=one.number)
    return f"{where}: … {one.before} [{one.text}] {one.after} …"


def _left(one: Suspect) -> str:
    text = _("Inspel {number}: {text} ({why})")
    return text.format(number=one.number, text=one.text, why=", ".join(one.cues))
