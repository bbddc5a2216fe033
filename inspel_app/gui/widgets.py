"""Small parts that every page is made of."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTableView,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspel_app.gui.flow_layout import FlowLayout
from inspel_app.gui.icons import FINEST, SIZE, icon
from inspel_app.gui.plain import plain
from inspel_app.gui.style import current, scaled
from inspel_app.gui.tokens import BAR, GRID, ROW, Tokens

_FEW_LETTERS = 4 * GRID


class PlainLabel(QLabel):
    """A text that is never taken for markup, and in which nothing steers how the rest is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(plain(text))


def label(text: str = "", role: str = "") -> QLabel:
    """A text, always plain: what respondents write is never taken for markup."""
    made = PlainLabel()
    made.setProperty("role", role)
    made.setText(text)
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Change the look of a widget to that of another role in the style sheet."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def tip(text: str) -> str:
    """A text as a tooltip that shows it as it is; Qt would take `<img>` in it for markup."""
    return f"<qt>{escape(plain(text))}</qt>" if text else ""


def button(text: str, pressed: Callable[[], object], role: str = "") -> QPushButton:
    """A button with words on it."""
    made = QPushButton(text.replace("&", "&&"))
    made.setProperty("role", role)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.clicked.connect(lambda _checked: pressed())
    return made


def action_button(text: str, action: QAction, role: str = "") -> QPushButton:
    """A button that does an action, when the action can be done."""
    made = button(text, action.trigger, role)
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    return made


def lay_out(
    layout: QBoxLayout, *parts: QWidget | int | None, margins: tuple[int, int, int, int], gap: int
) -> None:
    """Put the parts in a row or column; None takes the room that is left, a number is a gap."""
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        else:
            layout.addWidget(part)


def row(*parts: QWidget | int | None, name: str = "", gap: int = GRID) -> QWidget:
    """The parts side by side."""
    made = QWidget()
    made.setObjectName(name)
    lay_out(QHBoxLayout(made), *parts, margins=(0, 0, 0, 0), gap=gap)
    return made


def heading(*parts: QWidget | None, name: str = "header") -> QWidget:
    """The bar at the head of a page: its name, what it tells, and what can be done there.

    None takes the room that is left; where there is none the parts go on below.
    """
    made = flow(*parts, gap=GRID, margins=(3 * GRID, GRID, 2 * GRID, GRID))
    made.setObjectName(name)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    fit_least_height(made, BAR)
    return made


def flow(*parts: QWidget | None, gap: int, margins: tuple[int, int, int, int]) -> QWidget:
    """The parts side by side, on more lines where they have no room; those after None right."""
    made = QWidget()
    layout = FlowLayout(made, gap=gap, margins=margins)
    for part in parts:
        if part is None:
            layout.go_right()
        else:
            layout.addWidget(part)
    return made


def column(*parts: QWidget | int | None, name: str = "", gap: int = 0) -> QWidget:
    """The parts below each other."""
    made = QWidget()
    made.setObjectName(name)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    lay_out(QVBoxLayout(made), *parts, margins=(0, 0, 0, 0), gap=gap)
    return made


def shared(name: str, *panes: QWidget, sizes: tuple[int, ...], down: bool = False) -> QSplitter:
    """Panes beside each other (or below), which share the room by `sizes` until one drags.

    How it was dragged is remembered by its name.
    """
    made = QSplitter(Qt.Orientation.Vertical if down else Qt.Orientation.Horizontal)
    made.setObjectName(name)
    made.setHandleWidth(1)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    made.setChildrenCollapsible(False)
    for place, (pane, share) in enumerate(zip(panes, sizes, strict=True)):
        made.addWidget(pane)
        made.setStretchFactor(place, share)
    made.setSizes(sizes)
    return made


def scrolled(inner: QWidget) -> "Scrolled":
    """A part that scrolls up and down where it has no room for all of it."""
    area = Scrolled()
    area.setWidget(inner)
    return area


class Scrolled(QScrollArea):
    """Scrolls what it holds up and down; as large as that where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)

    def sizeHint(self) -> QSize:
        """Qt would never ask for more than some lines."""
        inner, edges = self.widget(), QSize(2 * GRID, 2 * GRID)
        return inner.sizeHint().expandedTo(inner.minimumSize()) + edges if inner else edges


def fit_to_screen(dialog: QWidget) -> None:
    """Let a dialog be as large as it needs, and no larger than the screen."""
    dialog.resize(dialog.sizeHint().boundedTo(dialog.screen().availableSize()))


def set_up_table(table: QTableView, height: int) -> None:
    """Give a table of rows `height` pixels high the look and ways of all our tables."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    Fitted(table, lambda: table.verticalHeader().setDefaultSectionSize(scaled(height)))
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setMinimumSectionSize(ROW)


class _Renewed(QObject):
    """Has something done to a widget: now, and at each of its events of a kind."""

    kind: ClassVar[QEvent.Type]

    def __init__(self, widget: QWidget, do: Callable[[], object]) -> None:
        super().__init__(widget)
        self._do = do
        widget.installEventFilter(self)
        do()

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        """Do it again."""
        if event.type() == self.kind:
            self._do()
        return super().eventFilter(widget, event)


class Fitted(_Renewed):
    """Has a widget fit its text: now, and whenever text has got another size."""

    kind = QEvent.Type.StyleChange


class Drawn(_Renewed):
    """Has a widget drawn in the colours of the look: now, and in those of each new look."""

    kind = QEvent.Type.PaletteChange


def fit_height(widget: QWidget, pixels: int) -> None:
    """Let a widget be so high that text of the chosen size has room; `pixels` for the usual."""
    Fitted(widget, lambda: widget.setFixedHeight(scaled(pixels)))


def fit_width(widget: QWidget, pixels: int) -> None:
    """Let a widget be so wide that text of the chosen size has room; `pixels` for the usual."""
    Fitted(widget, lambda: widget.setFixedWidth(scaled(pixels)))


def fit_least_width(widget: QWidget, pixels: int) -> None:
    """Let a widget get no narrower than its text can bear; `pixels` for the usual size."""
    Fitted(widget, lambda: widget.setMinimumWidth(scaled(pixels)))


def fit_least_height(widget: QWidget, pixels: int) -> None:
    """Let a widget get no lower than its text can bear; `pixels` for the usual size."""
    Fitted(widget, lambda: widget.setMinimumHeight(scaled(pixels)))


def fit_columns(table: QTableView, widths: Mapping[int, int]) -> None:
    """Let columns be so wide that text of the chosen size has room; pixels for the usual."""

    def fit() -> None:
        for column, pixels in widths.items():
            table.horizontalHeader().resizeSection(column, scaled(pixels))

    Fitted(table, fit)


def set_up_list(view: QListView, name: str) -> None:
    """Give a list of drawn rows the ways of all our lists, and a name for those who listen."""
    view.setAccessibleName(name)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMouseTracking(True)


def set_up_text(view: QTextEdit, name: str) -> None:
    """Let a text be read and copied, never written in, and plain whatever is pasted."""
    view.setAccessibleName(name)
    view.setReadOnly(True)
    view.setAcceptRichText(False)
    view.setUndoRedoEnabled(False)
    view.setTabChangesFocus(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )


def told_text(name: str) -> QTextEdit:
    """A text that tells something within a dialog: plain, and in line with what is beside it."""
    made = QTextEdit()
    made.setProperty("role", "told")
    made.document().setDocumentMargin(0)
    set_up_text(made, name)
    return made


class Picture(PlainLabel):
    """A drawing in one of the look's colours; it says nothing by itself.

    It is `size` pixels high beside text of the usual size.
    """

    def __init__(self, drawing: str, colour: Callable[[Tokens], str], size: int = SIZE) -> None:
        super().__init__()
        self._drawing, self._colour, self._size = drawing, colour, size
        Fitted(self, self._draw)
        Drawn(self, self._draw)

    def _draw(self) -> None:
        side = QSize(scaled(self._size), scaled(self._size))
        self.setPixmap(icon(self._drawing, self._colour(current())).pixmap(side, FINEST))


class IconButton(QToolButton):
    """A button with a drawing; it does and is named as its action."""

    def __init__(self, action: QAction, drawing: str) -> None:
        super().__init__()
        self._drawing = drawing
        self.setDefaultAction(action)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        Fitted(self, self._fit)
        self.setAccessibleName(action.text())
        Drawn(self, self._draw)

    def draw(self, drawing: str) -> None:
        """Show another drawing, and take the name that the action has now."""
        self._drawing = drawing
        self.setAccessibleName(self.defaultAction().text())
        self._draw()

    def _fit(self) -> None:
        size = scaled(SIZE)
        self.setIconSize(QSize(size, size))
        self.setMinimumSize(size + GRID, size + GRID)  # where a row has too little room

    def _draw(self) -> None:
        self.defaultAction().setIcon(icon(self._drawing, current().text))


class Choice(QComboBox):
    """A choice among a few; with our own arrow.

    The values are kept here: Qt would give an enum of texts back as a bare text.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._values: list[Any] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.currentTextChanged.connect(lambda text: self.setToolTip(tip(text)))

    def addItem(self, text: str, value: object = None) -> None:  # type: ignore[override]
        """Offer one more value under a name."""
        self._values.append(value)
        super().addItem(text)

    def clear(self) -> None:
        """Offer nothing."""
        self._values.clear()
        super().clear()

    def currentData(self) -> Any:  # type: ignore[override]  # noqa: ANN401 - what was offered
        """The value that is chosen, as it was offered; None for none."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def findData(self, value: object) -> int:  # type: ignore[override]
        """Where a value is offered; -1 for nowhere."""
        return self._values.index(value) if value in self._values else -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box as the style draws it, the text shortened to fit, and the arrow."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText() or self.placeholderText(),
            Qt.TextElideMode.ElideRight,
            self.width() - SIZE - scaled(SIZE) - GRID,  # edges and arrow
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        arrow, size = icon("ned", current().muted), scaled(SIZE)
        arrow.paint(painter, self.width() - size - 4, 0, size, self.height())


class ElidedLabel(QLabel):
    """A plain text on one line, shortened where it has no room; its tip has all of it."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self._whole = ""

    def setText(self, text: str) -> None:
        """Show a text."""
        self._whole = plain(" ".join(text.split()))
        self.setAccessibleName(self._whole)
        self.setToolTip(tip(self._whole))
        super().setText(self._whole)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(_FEW_LETTERS, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of it as there is room for."""
        painter = QPainter(self)
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._whole, mode, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment(), shown)
