"""The words that were not read surely, one after the other, beside what stands on the page."""

from collections.abc import Sequence
from concurrent.futures import Executor, Future

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from inspel_app.domain.form import Submission
from inspel_app.gui.faults import explain
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import ElidedLabel, button, column, label, lay_out, row
from inspel_app.i18n import _
from inspel_app.services.doubts import Doubt, queue_among
from inspel_app.services.pages import crop
from inspel_app.services.rounds import Project

_PICTURE = QSize(36 * GRID, 13 * GRID)
_AROUND = 10.0
"""Points of the page above and below the word; three times as much to the sides."""
_TURNS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class WordEditor(QWidget):
    """Enter says that a word is right as it is written here; Tab goes on, Esc leaves."""

    shown = Signal(object)
    """The `Doubt` that is asked about now."""
    settled = Signal(object, str)
    """A `Doubt`, and what shall stand there."""
    left = Signal()

    def __init__(self, executor: Executor) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._executor = executor
        self._doubts: tuple[Doubt, ...] = ()
        self._at = 0
        self._project: Project | None = None
        self._drawing: Future[bytes] | None = None
        self._place, self._reading = ElidedLabel("muted"), ElidedLabel("muted")
        self.picture, self.edit = _picture(), _WordEdit()
        self.edit.returnPressed.connect(self._settle)
        self.edit.turned.connect(self.step)
        self.edit.left.connect(self.leave)
        keys = row(
            button(_("Godkänn"), self._settle, "primary"),
            button(_("Hoppa över"), lambda: self.step(1)),
            button(_("Stäng"), self.leave),
            None,
        )
        beside = column(self._place, self.edit, self._reading, keys, gap=GRID // 2)
        margins = (3 * GRID, GRID, 2 * GRID, GRID)
        lay_out(QHBoxLayout(self), self.picture, beside, margins=margins, gap=2 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def doubt(self) -> Doubt | None:
        """What is asked about, while it is open."""
        return self._doubts[self._at] if self._doubts and not self.isHidden() else None

    def begin(self, project: Project, submissions: Sequence[Submission], number: int) -> bool:
        """Ask from the inspel with that number on; whether there is anything to ask."""
        self._doubts = queue_among(submissions).left
        onward = (i for i, doubt in enumerate(self._doubts) if doubt.number >= number)
        self._at = next(onward, 0)
        if self._doubts:
            self.show()
            self._ask(project)
            self.edit.setFocus()
        return bool(self._doubts)

    def renew(self, project: Project, submissions: Sequence[Submission]) -> None:
        """Ask about the same word, or the one after it where that is settled now."""
        asked = self.doubt
        if asked is None:
            return
        self._doubts = queue_among(submissions).left
        same = (i for i, doubt in enumerate(self._doubts) if _key(doubt) == _key(asked))
        self._at = next(same, self._at if self._at < len(self._doubts) else 0)
        if self._doubts:
            self._ask(project)
        else:
            self.leave()

    def step(self, step: int) -> None:
        """Go to the next word or the one before without settling this one."""
        if self._doubts and self._project:
            self._at = (self._at + step) % len(self._doubts)
            self._ask(self._project)

    def leave(self) -> None:
        """Close."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def poll(self) -> None:
        """Fetch the picture of the word when it has been cut out."""
        if self._drawing is None or not self._drawing.done():
            return
        drawing, self._drawing = self._drawing, None
        try:
            picture = QPixmap()
            picture.loadFromData(drawing.result(), "PNG")
            self._show_picture(picture)
        except Exception as error:  # noqa: BLE001 - whatever a hostile file did in a child, told here
            self.picture.setText(explain(error))

    def _ask(self, project: Project) -> None:
        self._project = project
        doubt = self._doubts[self._at]
        where = _("Osäkert ord {n} av {total} · inspel {number}, sida {page}")
        self._place.setText(
            where.format(
                n=self._at + 1,
                total=len(self._doubts),
                number=doubt.number,
                page=doubt.word.place.page,
            )
        )
        share = round(100 * doubt.word.confidence)
        read = _("Läst ur bilden som ”{word}”, säkerhet {share} %")
        self._reading.setText(read.format(word=doubt.word.text, share=share))
        self.edit.setText(doubt.text)
        self.edit.selectAll()
        self.picture.setText(_("Hämtar bilden …"))
        if self._drawing:
            self._drawing.cancel()
        try:
            data = project.original(doubt.word.place.file)
        except KeyError:
            self._drawing = None
            self.picture.setText(_("Originalet är gallrat."))
        else:
            self._drawing = crop(self._executor, data, doubt.word.place, margin=_AROUND)
        self.shown.emit(doubt)

    def _show_picture(self, picture: QPixmap) -> None:
        ratio = self.devicePixelRatioF()
        shown = picture.scaled(
            self.picture.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)

    def _settle(self) -> None:
        if self.doubt:
            self.settled.emit(self.doubt, self.edit.text())


class _WordEdit(QLineEdit):
    """One word; what does not change it is left to others."""

    turned = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Ordet som det ska stå"))

    def event(self, event: QEvent) -> bool:
        """Tab and Esc go on and out; undo is the window's while nothing is written here."""
        if isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if event.type() == QEvent.Type.ShortcutOverride and _undoes(event):
                return self.isModified() and super().event(event)
            if event.type() == QEvent.Type.KeyPress and key in _TURNS:
                self.turned.emit(_TURNS[key])
                return True
            if event.type() == QEvent.Type.KeyPress and key == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().event(event)


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
        QKeySequence.StandardKey.Redo
    )


def _key(doubt: Doubt) -> tuple[object, ...]:
    return doubt.spot.submission, doubt.word.place


def _picture() -> QLabel:
    picture = label(role="muted")
    picture.setFixedSize(_PICTURE)
    picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
    picture.setWordWrap(True)
    picture.setAccessibleName(_("Ordet i originalet"))
    return picture
