"""Two inspel side by side, field by field, with what differs marked; and which of them count."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor, QTextLength, QTextTableFormat
from PySide6.QtWidgets import QDialog, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from inspel_app.domain.form import Submission
from inspel_app.gui import tokens
from inspel_app.gui.plain import plain
from inspel_app.gui.style import current, font
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import ElidedLabel, button, label, lay_out, row
from inspel_app.i18n import _
from inspel_app.services.comparing import Change, Comparison, FieldComparison
from inspel_app.services.respondents import respondent_name

_SIZE = (140 * GRID, 90 * GRID)


class CompareDialog(QDialog):
    """The lower number to the left; `decide` takes the numbers, and whether they count."""

    def __init__(
        self,
        comparison: Comparison,
        decide: Callable[[Sequence[int], bool], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._comparison, self._decide = comparison, decide
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Jämför inspel"))
        self.resize(*_SIZE)
        self.sides = _Sides()
        self.differing = button(_("Visa bara det som skiljer"), self._show, "chip")
        self.differing.setCheckable(True)
        self.differing.setChecked(any(f.change is not Change.SAME for f in comparison.fields))
        one, other = comparison.one, comparison.other
        lay_out(
            QVBoxLayout(self),
            row(label(_("Jämför inspel"), "title"), None, self.differing),
            label(_told(comparison), "muted"),
            row(_heading(one), _heading(other)),
            self.sides,
            self._choices(one, other),
            margins=(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID),
            gap=2 * GRID,
        )
        self._show()

    def _choices(self, one: Submission, other: Submission) -> QWidget:
        text = _("Räkna inte nummer {n}")
        both = button(_("Räkna båda"), lambda: self._choose([one.number, other.number], True))
        first = button(text.format(n=one.number), lambda: self._choose([one.number], False))
        second = button(text.format(n=other.number), lambda: self._choose([other.number], False))
        return row(both, first, second, None, button(_("Stäng"), self.reject))

    def _choose(self, numbers: Sequence[int], counts: bool) -> None:  # noqa: FBT001 - as `decide`
        self._decide(numbers, counts)
        self.accept()

    def _show(self) -> None:
        only = self.differing.isChecked()
        fields = [f for f in self._comparison.fields if not only or f.change is not Change.SAME]
        self.sides.show_fields(fields)


class _Sides(QTextEdit):
    """Two columns of plain text, a row for each field; what only one side has is marked."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Svaren sida vid sida"))

    def show_fields(self, fields: Sequence[FieldComparison]) -> None:
        """Show what stands in these fields."""
        self.clear()
        self.document().setDefaultFont(font(tokens.READING))
        if not fields:
            return
        table = QTextCursor(self.document()).insertTable(2 * len(fields), 2, _halves())
        for number, field in enumerate(fields):
            table.mergeCells(2 * number, 0, 1, 2)
            heading = table.cellAt(2 * number, 0).firstCursorPosition()
            heading.insertText(plain(field.place), _heading_type())
            for column in (0, 1):
                cursor = table.cellAt(2 * number + 1, column).firstCursorPosition()
                for text, differs in _pieces(field, other=bool(column)):
                    cursor.insertText(plain(text), _differing() if differs else _usual())
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _halves() -> QTextTableFormat:
    shape = QTextTableFormat()
    half = QTextLength(QTextLength.Type.PercentageLength, 50)
    shape.setColumnWidthConstraints([half, half])
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setBorder(0)
    shape.setCellSpacing(0)
    shape.setCellPadding(GRID)
    return shape


def _pieces(field: FieldComparison, *, other: bool) -> Iterator[tuple[str, bool]]:
    """The text in order, each piece with whether the other side says it otherwise."""
    text = field.other if other else field.one
    at = 0
    for stretch in field.stretches:
        span = stretch.other if other else stretch.one
        yield text[at : span.start], False
        yield text[span.start : span.end], stretch.change is not Change.SAME
        at = span.end
    yield text[at:] or (_("(inget svar)") if not text else ""), False


def _usual() -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setForeground(QColor(current().text))
    return shape


def _heading_type() -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setForeground(QColor(current().muted))
    shape.setFontWeight(QFont.Weight.DemiBold)
    return shape


def _differing() -> QTextCharFormat:
    shape = _usual()
    shape.setBackground(QColor(current().marker))
    shape.setFontUnderline(True)
    return shape


def _heading(submission: Submission) -> ElidedLabel:
    shown = ElidedLabel("heading")
    shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    shown.setText(
        _("Nummer {n}: {name}").format(n=submission.number, name=respondent_name(submission))
    )
    return shown


def _told(comparison: Comparison) -> str:
    same = sum(field.change is Change.SAME for field in comparison.fields)
    text = _("{same} av {n} svar är lika. Det som skiljer är markerat och understruket.")
    return text.format(same=same, n=len(comparison.fields))
