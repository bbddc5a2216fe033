"""The answer to what is at hand: what becomes of it, why, who is responsible, how far it is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspel_app.domain.handling import Disposition, Reason, State, TargetKind
from inspel_app.gui import handling_words
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    ElidedLabel,
    button,
    fit_height,
    fit_width,
    flow,
    label,
    lay_out,
)
from inspel_app.gui.written_text import WrittenText
from inspel_app.i18n import _
from inspel_app.services.handling import handling_state
from inspel_app.services.handling_view import Answer, Item

_TEXT = 9 * GRID
_KEYS = {State.DRAFT: "U", State.REVIEWED: "G", State.DECIDED: "B"}


class AnswerPanel(QWidget):
    """Tells what is chosen, written and left here; it changes nothing itself."""

    disposed = Signal(object)
    """The `Disposition`."""
    taken_back = Signal()
    """Nothing is to be said of it any longer."""
    stated = Signal(object)
    """The `State`."""
    entrusted = Signal(str)
    """Who is responsible."""
    reason_wanted = Signal()
    reason_named = Signal(str)
    """The text is to be a reusable reason with this title."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._about, self._origin = ElidedLabel("heading"), label(role="quiet-tag")
        self._reason = ElidedLabel("small")
        self.clear = button(_("Ta bort svaret"), self.taken_back.emit, "link")
        self.dispositions = {
            value: _choice(f"{n}  {handling_words.short(value)}", self._disposing(value))
            for n, value in enumerate(Disposition, 1)
        }
        self.states = {
            value: _choice(f"{key}  {handling_state(value)}", self._stating(value))
            for value, key in _KEYS.items()
        }
        self.text = WrittenText(_("Motivering"), _("Varför? R hämtar en motivering"))
        self.responsible, self.title = _Line(_("Ansvarig")), _Line(_("Motiveringens rubrik"))
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        fit_height(self.text, _TEXT)
        fit_width(self.responsible, 18 * GRID)
        self.title.hide()
        fetch = button(_("Motiveringar …"), self.reason_wanted.emit, "link")
        save = button(_("Spara motivering …"), self.name_reason, "link")
        for tool in (fetch, save, self.clear):
            tool.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lay_out(
            QVBoxLayout(self),
            _flow(self._about, self._origin, None, fetch, save),
            _flow(*self.dispositions.values(), self.clear),
            self.text,
            self._reason,
            self.title,
            _flow(*self.states.values(), None, self.responsible),
            margins=(3 * GRID, GRID, 2 * GRID, GRID + GRID // 2),
            gap=GRID,
        )

    def _connect(self) -> None:
        self.text.left.connect(self.left)
        self.responsible.given.connect(self.entrusted)
        self.responsible.left.connect(self.left)
        self.title.left.connect(self._close_title)
        self.title.given.connect(self._name)

    def show_items(
        self, items: Sequence[Item], reasons: Sequence[Reason], people: Sequence[str]
    ) -> None:
        """Show what is said of some items alike; `people` are who may be responsible."""
        self.setEnabled(bool(items))
        said = Answer.of(items)
        self._about.setText(handling_words.chosen(items) if items else "")
        self._show_origin(items)
        for disposition, chip in self.dispositions.items():
            chip.setChecked(said.disposition is disposition)
        for state, chip in self.states.items():
            chip.setEnabled(said.state is not None or _all_answered(items))
            chip.setChecked(said.state is state)
        self.clear.setVisible(said.own)
        follows = any(item.handled and item.handled.theme for item in items)
        self.clear.setText(_("Följ temat igen") if follows else _("Ta bort svaret"))
        self.text.show_text(tuple(item.target for item in items), said.text)
        self.responsible.show_text(said.responsible)
        self.responsible.offer(people)
        used = next((reason for reason in reasons if reason.id == said.reason), None)
        uses = handling_words.uses(len(used.uses)) if used else ""
        self._reason.setText(f"{used.title} · {uses}" if used else "")
        self._reason.setVisible(used is not None)

    def event(self, event: QEvent) -> bool:
        """Be as high as the lines need, on which what has no room beside is put."""
        done = super().event(event)
        layout = self.layout()
        if layout and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
        return done

    def name_reason(self) -> None:
        """Ask what the text is to be called, to be used again."""
        self.text.keep()
        self.title.clear()
        self.title.show()
        self.title.setFocus()

    def _show_origin(self, items: Sequence[Item]) -> None:
        """Tell of one point where its answer comes from."""
        alone = items[0] if len(items) == 1 else None
        point = alone is not None and alone.target.kind is TargetKind.PASSAGE
        text = handling_words.origin(alone.handled) if alone and point else ""
        self._origin.setText(text)
        self._origin.setVisible(bool(text))

    def _disposing(self, value: Disposition) -> Callable[[], None]:
        return lambda: self.disposed.emit(value)

    def _stating(self, value: State) -> Callable[[], None]:
        return lambda: self.stated.emit(value)

    def _name(self, title: str) -> None:
        if title:
            self.reason_named.emit(title)
        self._close_title()

    def _close_title(self) -> None:
        if not self.title.isHidden():
            self.title.hide()
            self.left.emit()


def _flow(*parts: QWidget | None) -> QWidget:
    return flow(*parts, gap=GRID // 2, margins=(0, 0, 0, 0))


def _choice(text: str, pressed: Callable[[], None]) -> QPushButton:
    chip = button(text, pressed, "chip")
    chip.setCheckable(True)
    return chip


def _all_answered(items: Sequence[Item]) -> bool:
    return bool(items) and all(item.handled and item.handled.answered for item in items)


class _Line(QLineEdit):
    """A line that is told by Enter, or when it is left; Escape takes back what stood there."""

    given = Signal(str)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._shown = ""
        self._offered = QStringListModel(self)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        completer = QCompleter(self._offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.editingFinished.connect(self._tell)
        self.returnPressed.connect(self.left)

    def show_text(self, text: str) -> None:
        """Show another text, from its beginning."""
        self._shown = text
        self.setText(text)
        self.setCursorPosition(0)

    def offer(self, texts: Sequence[str]) -> None:
        """Complete what is typed with these."""
        self._offered.setStringList(list(texts))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        text = " ".join(self.text().split())
        if text != self._shown:
            self._shown = text
            self.given.emit(text)
