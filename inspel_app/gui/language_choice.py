"""The languages that text in pictures is read by: a box for each that is installed."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspel_app.errors import KnownError
from inspel_app.gui.faults import explain
from inspel_app.gui.flow_layout import FlowLayout
from inspel_app.gui.tick_box import TickBox
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import label, lay_out
from inspel_app.i18n import _
from inspel_app.services.reading_languages import Language, languages

_PULSE_MS = 50


class LanguageChoice(QWidget):
    """Asks beside the window which languages there are, for that starts another program."""

    chosen = Signal(tuple)
    """The languages to read by, as Tesseract names them."""

    def __init__(self, now: Sequence[str]) -> None:
        super().__init__()
        self._now = tuple(now)
        self.boxes: dict[str, TickBox] = {}
        self._note = label(_("Letar efter installerade språk …"), "small")
        self._note.setWordWrap(True)
        self._flow = QWidget()
        self._line = FlowLayout(self._flow, gap=2 * GRID, margins=(0, 0, 0, 0))
        lay_out(QVBoxLayout(self), self._flow, self._note, margins=(0, 0, 0, 0), gap=GRID)
        thread = ThreadPoolExecutor(1, "inspel-languages")
        self._asked = thread.submit(languages)
        thread.shutdown(wait=False)  # ends when it has answered
        self._timer = QTimer(self, interval=_PULSE_MS)
        self._timer.timeout.connect(self._poll)
        self._timer.start()

    def _poll(self) -> None:
        if not self._asked.done():
            return
        self._timer.stop()
        try:
            found = self._asked.result()
        except KnownError as error:
            self._note.setText(explain(error))
            return
        before = _stop_before(self)
        for language in found:
            box = self._add(language)
            self.setTabOrder(before, box)  # it came later than what stands below
            before = box
        self._note.setText(_install())

    def _add(self, language: Language) -> TickBox:
        box = TickBox(language.name if language.optional else _("svenska (alltid)"))
        box.setChecked(language.code in self._now or not language.optional)
        box.setEnabled(language.optional)
        box.toggled.connect(lambda _on: self._tell())
        self.boxes[language.code] = box
        self._line.addWidget(box)
        box.show()
        return box

    def _tell(self) -> None:
        self.chosen.emit(tuple(code for code, box in self.boxes.items() if box.isChecked()))


def _stop_before(widget: QWidget) -> QWidget:
    """Where Shift and Tab go from a widget."""
    found = widget.previousInFocusChain()
    while found and found.focusPolicy() == Qt.FocusPolicy.NoFocus:
        found = found.previousInFocusChain()
    return found or widget


def _install() -> str:
    return _(
        "Fler språk. Windows: kör installationsprogrammet för Tesseract igen och kryssa för dem "
        "under Additional language data. Linux: installera till exempel tesseract-ocr-fin. "
        "Öppna sedan inställningarna på nytt."
    )
