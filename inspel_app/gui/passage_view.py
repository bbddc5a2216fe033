"""The passage at hand: large, between what stands before and after it in the answer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from inspel_app.domain.coding import Origin
from inspel_app.gui import tokens, words
from inspel_app.gui.flow_layout import FlowLayout
from inspel_app.gui.plain import plain
from inspel_app.gui.reading_text import Units, marked
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.tokens import GRID, LARGE
from inspel_app.gui.widgets import ElidedLabel, button, column, label, lay_out, set_up_text, tip
from inspel_app.i18n import _
from inspel_app.services.entries import Entry
from inspel_app.services.respondents import respondent_name

_AROUND = 400
"""Characters of the answer that are shown before and after."""
_EDGE = 3 * GRID
_OWN = Qt.FindChildOption.FindDirectChildrenOnly


class PassageView(QScrollArea):
    """Who and where, the passage in a frame with what is said of it, and its neighbours, dimmed."""

    def __init__(self, take_away: Callable[[str], object]) -> None:
        """`take_away` is given the code whose mark was pressed."""
        super().__init__()
        self._take_away = take_away
        self._who, self._where = ElidedLabel("heading"), ElidedLabel("muted")
        self.text = PassageText()
        self._before, self._after = _dimmed(), _dimmed()
        self._marks = QWidget()
        self._flow = FlowLayout(self._marks, gap=GRID, margins=(0, 0, 0, 0))
        card = QFrame()
        card.setObjectName("card")
        margins = (_EDGE, _EDGE, _EDGE, 2 * GRID)
        lay_out(QVBoxLayout(card), self.text, self._marks, margins=margins, gap=2 * GRID)
        inner = self._inner = QWidget()
        inner.setObjectName("desk")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = column(self._who, self._where, gap=2)
        parts = (head, self._before, card, self._after, None)
        lay_out(QVBoxLayout(inner), *parts, margins=(_EDGE, GRID, _EDGE, _EDGE), gap=2 * GRID)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "desk")

    def show_entry(self, entry: Entry | None) -> None:
        """Show another passage, or none."""
        self._inner.setVisible(entry is not None)
        if entry is None:
            return
        who = entry.submission.respondent
        about = filter(None, [words.actor_type(who.type), who.municipality])
        self._who.setText(" · ".join([respondent_name(entry.submission), *about]))
        page = _("sida {page}").format(page=entry.page) if entry.page else ""
        place = entry.place or entry.passage.heading or _("Hela brevet")
        self._where.setText(" · ".join(filter(None, [place, page])))
        _show_dimmed(self._before, _ending(entry.before.rstrip()))
        _show_dimmed(self._after, _beginning(entry.after.lstrip()))
        self.text.show_text(entry.passage.text)
        self._show_marks(entry)
        self.verticalScrollBar().setValue(0)

    def _show_marks(self, entry: Entry) -> None:
        for old in self._marks.findChildren(QWidget, options=_OWN):
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        for code in entry.passage.assignments:
            if code.origin is Origin.PERSON:
                chip = button(f"{code.code}  ✕", self._taking(code.code), "given")
                chip.setToolTip(tip(_("Ta bort {code}").format(code=code.code)))
                chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                self._flow.addWidget(chip)
        for text, role in words.remarks(entry):
            self._flow.addWidget(label(text, role))

    def _taking(self, code: str) -> Callable[[], object]:
        return lambda: self._take_away(code)


class PassageText(QTextEdit):
    """The passage as plain text; in it one can point out where to cut."""

    parted = Signal(int)
    """The number of characters before the place."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plain = ""
        set_up_text(self, _("Synpunkten"))
        self.setObjectName("passage")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_text(self, text: str) -> None:
        """Show another passage, nothing in it marked."""
        self._plain = text
        self.setPlainText(plain(text))
        self.document().setDefaultFont(font(LARGE))
        lines = QTextBlockFormat()
        high = scaled(LARGE) * tokens.LINE_HEIGHT
        lines.setLineHeight(high, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)
        self.mark([])
        self._fit()

    def mark(self, sought: Sequence[str]) -> None:
        """Mark some words wherever they stand."""
        look, units = current(), Units(self._plain)
        shape = QTextCharFormat()
        shape.setBackground(QColor(look.marker))
        marks = []
        for word in sought:
            start = self._plain.find(word)
            while start >= 0:
                cursor = QTextCursor(self.document())
                cursor.setPosition(units.before(start))
                end = units.before(start + len(word))
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                marks.append(marked(cursor, shape))
                start = self._plain.find(word, start + len(word))
        self.setExtraSelections(marks)

    def point_out(self) -> None:
        """Take the keyboard, with the cursor where the passage may be cut in halves."""
        middle = self._plain.find(". ", len(self._plain) // 3)
        at = middle + 2 if middle >= 0 else len(self._plain) // 2
        cursor = self.textCursor()
        if not 0 < cursor.position() < self.document().characterCount() - 1:
            cursor.setPosition(Units(self._plain).before(at))
            self.setTextCursor(cursor)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter cuts where the cursor is, Escape goes back."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.parted.emit(Units(self._plain).character(self.textCursor().position()))
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text needs."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Mark nothing in the colours of another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setExtraSelections([])

    def _fit(self) -> None:
        self.setFixedHeight(round(self.document().size().height()) + 4)


def _dimmed() -> QLabel:
    made = label(role="dimmed")
    made.setWordWrap(True)
    made.setContentsMargins(_EDGE, 0, _EDGE, 0)
    return made


def _show_dimmed(part: QLabel, text: str) -> None:
    part.setVisible(bool(text))
    part.setText(text)


def _ending(text: str) -> str:
    return text if len(text) <= _AROUND else "… " + text[-_AROUND:].partition(" ")[2]


def _beginning(text: str) -> str:
    return text if len(text) <= _AROUND else text[:_AROUND].rpartition(" ")[0] + " …"
