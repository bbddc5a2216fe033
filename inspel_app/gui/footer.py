"""The quiet bar: what just happened, its undo, and the keys that work here."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inspel_app.gui.actions import Actions
from inspel_app.gui.page import Hint
from inspel_app.gui.session import Session
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    ElidedLabel,
    action_button,
    fit_height,
    label,
    lay_out,
    row,
    set_role,
)
from inspel_app.i18n import _

_HEIGHT = 4 * GRID + 4
_BETWEEN = GRID + GRID // 2
_MOST_KEYS = 8
"""More are too many to find one among; ? shows them all."""


class Footer(QWidget):
    """Tells once, on one line, and does not stand in the way: with nothing to tell it is gone."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fit_height(self, _HEIGHT)
        self.message = ElidedLabel("muted")
        self._undo = action_button(_("Ångra"), actions.undo, "link")
        self._files = action_button(_("Visa filerna"), actions.imports, "link")
        self._renew = action_button(_("Gör om dem"), actions.renew, "link")
        self._mend = action_button(_("Laga den …"), actions.mend, "link")
        self._links = (self._undo, self._files, self._renew, self._mend)
        self._offer()
        actions.renew.triggered.connect(lambda: self.tell(""))
        self._keys: QWidget = _Keys(())
        self._hints: tuple[Hint, ...] = ()
        self._line = QHBoxLayout(self)
        lay_out(
            self._line,
            self.message,
            *self._links,
            self._keys,
            margins=(3 * GRID, 0, 2 * GRID, 0),
            gap=GRID,
        )
        self._line.setStretchFactor(self._keys, 1)
        session.told.connect(self.tell)
        session.failed.connect(self.warn)
        session.files_read.connect(self._files.show)
        session.opened.connect(lambda: self.tell(""))
        session.outdated.connect(self._offer_renewal)
        session.damaged.connect(self._offer_to_mend)

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Tell which keys work on the page that is seen."""
        keys = _Keys(hints)
        self._line.replaceWidget(self._keys, keys)
        self._line.setStretchFactor(keys, 1)
        self._keys.hide()  # it lives until Qt has time to delete it
        self._keys.deleteLater()
        self._keys = keys
        self._hints = hints
        if self.message.property("role") == "fault":
            self.tell("")
        self._come_or_go()

    def tell(self, text: str, undoable: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        """Say what happened."""
        set_role(self.message, "muted")
        self.message.setText(text)
        self._keys.show()
        self._offer(*(self._undo,) * undoable)
        self._come_or_go()

    def _offer(self, *links: QWidget) -> None:
        """Show these of the links, and no other."""
        for link in self._links:
            link.setVisible(link in links)

    def _offer_renewal(self) -> None:
        self.tell(_("En annan version av programmet, eller andra modeller, gjorde förslagen."))
        self._renew.show()

    def _offer_to_mend(self, path: Path, why: str) -> None:
        self.warn(_("{file}: {why}").format(file=path.name, why=why))
        self._mend.show()

    def _come_or_go(self) -> None:
        self.setVisible(bool(self._hints or self.message.accessibleName()))

    def warn(self, text: str) -> None:
        """Say what is wrong and what to do about it."""
        set_role(self.message, "fault")
        self.message.setText(text)
        self._offer()
        self._keys.hide()  # what is wrong needs the room
        self._come_or_go()


class _Keys(QWidget):
    """As many keys as there is room for, the first before others, and how to see them all."""

    def __init__(self, hints: tuple[Hint, ...]) -> None:
        super().__init__()
        self._hints = [_shown(hint) for hint in hints[:_MOST_KEYS]]
        self._more = [_shown(Hint(("?",), _("alla")))] if hints else []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        lay_out(
            QHBoxLayout(self), None, *self._hints, *self._more, margins=(0, 0, 0, 0), gap=_BETWEEN
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the last that have no room."""
        super().resizeEvent(event)
        used = sum(more.sizeHint().width() for more in self._more) + _BETWEEN
        for hint in self._hints:
            used += hint.sizeHint().width() + _BETWEEN
            hint.setVisible(used <= self.width() + _BETWEEN)


def _shown(hint: Hint) -> QWidget:
    caps = [label(key, "key") for key in hint.keys]
    for cap in caps:
        cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return row(*caps, label(hint.text, "small"), gap=GRID // 2)
