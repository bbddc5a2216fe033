"""The strategy's text beside its new wording, and for each sentence of that who asked for it."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from inspel_app.domain.handling import Section, Target, Wording
from inspel_app.gui import words
from inspel_app.gui.keys import LetterKeys, StepKeys
from inspel_app.gui.menu_button import MenuButton
from inspel_app.gui.reading_text import Units, marked
from inspel_app.gui.style import current, scaled
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    Choice,
    ElidedLabel,
    button,
    column,
    flow,
    label,
    lay_out,
    row,
    set_up_text,
    shared,
    tip,
)
from inspel_app.gui.written_text import WrittenText
from inspel_app.i18n import _, ngettext
from inspel_app.services.handling_view import Asked, Desk
from inspel_app.services.strategy_text import new_sentences, spans_of

_TARGET = Qt.ItemDataRole.UserRole
_ROW, _MOST = 4 * GRID, 3
"""The height of a line of who asked, and how many are seen at once."""
_EDGE = (3 * GRID, GRID, 2 * GRID, GRID)


class WordingPanel(QWidget):
    """Section | as it is, as it is to be | who asked for the sentence where the cursor stands."""

    linked = Signal(str, str)
    """What is chosen led to this sentence of a section."""
    unlinked = Signal(str, str, object)
    """This `Target` did not lead to this sentence of a section."""
    point_wanted = Signal(object)
    """The `Target` of a point to be shown."""
    text_wanted = Signal()
    """The strategy's text is to be read in."""
    section_wanted = Signal(object)
    """A `Section` is to be corrected, or a new one written if None."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk: Desk | None = None
        self._code: str | None = None
        self._section: Section | None = None
        self._sentence = ""
        self.sections, self.old = Choice(_("Avsnitt")), QTextEdit()
        self.new = WrittenText(_("Ny lydelse"), _("Ny lydelse"))
        self.sources = QListWidget()
        self._state, self._led = label(role="small"), ElidedLabel("small")
        self.link = button(_("Koppla valda till meningen"), self.link_chosen, "link")
        self._stack = QStackedWidget()
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        set_up_text(self.old, _("Strategins text"))
        self.sources.setAccessibleName(_("Vilka meningen bygger på"))
        self.sources.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        StepKeys(self.sources)
        self.sections.setMinimumContentsLength(12)
        self.sections.setPlaceholderText(_("Välj avsnitt"))
        self.link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        title = label(_("Strategins text"), "heading")
        head = flow(title, self.sections, None, self._changing(), gap=GRID, margins=(0, 0, 0, 0))
        old = column(label(_("Nu"), "small"), self.old, gap=GRID // 2)
        new = column(self._state, self.new, gap=GRID // 2)
        old.setContentsMargins(0, 0, GRID, 0)
        new.setContentsMargins(GRID, 0, 0, 0)
        whole = QWidget()
        self._texts = shared("nu-ny", old, new, sizes=(1, 1))
        led = flow(self._led, None, self.link, gap=GRID, margins=(0, 0, 0, 0))
        below = column(led, self.sources, gap=GRID // 2)
        layout = QVBoxLayout(whole)
        lay_out(layout, head, self._texts, below, margins=_EDGE, gap=GRID // 2)
        layout.setStretchFactor(self._texts, 1)
        layout.addStretch(0)  # takes the room only where there are no texts
        read = button(_("Läs in strategins text …"), self.text_wanted.emit)
        write = button(_("Skriv ett avsnitt …"), partial(self.section_wanted.emit, None), "link")
        lacks = label(_("Strategins text är inte inläst"), "heading")
        why = _("Här skrivs den om, bredvid synpunkterna som gav anledning till det.")
        told = label(why, "muted")
        for line in (lacks, told):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            line.setWordWrap(True)
        none = column(None, lacks, GRID, told, 2 * GRID, row(None, read, write, None), None)
        for page in (none, whole):
            self._stack.addWidget(page)
        lay_out(QVBoxLayout(self), self._stack, margins=(0, 0, 0, 0), gap=0)

    def _changing(self) -> MenuButton:
        """What can be done about the text as it is."""
        changing = MenuButton(_("Ändra"))
        menu = changing.choices
        self._correct = menu.addAction(
            _("Rätta avsnittet …"), lambda: self.section_wanted.emit(self._section)
        )
        menu.addAction(_("Nytt avsnitt …"), lambda: self.section_wanted.emit(None))
        menu.addAction(_("Läs in texten på nytt …"), self.text_wanted.emit)
        return changing

    def _connect(self) -> None:
        self.sections.activated.connect(lambda _row: self._show_section())
        self.new.left.connect(self.left)
        self.new.cursorPositionChanged.connect(self._show_sources)
        self.new.textChanged.connect(self._mark)
        self.sources.itemActivated.connect(lambda item: self.point_wanted.emit(item.data(_TARGET)))
        LetterKeys({"Delete": self._unlink}, self.sources)

    def show_desk(self, desk: Desk) -> None:
        """Show the text as it is now, at the same section."""
        others = self._desk is None or desk.handlings.sections != self._desk.handlings.sections
        self._desk = desk
        if others:
            self._offer_sections()
        self._stack.setCurrentIndex(1 if desk.handlings.sections else 0)
        self._show_section()

    def show_code(self, code: str | None) -> None:
        """Go to the section about a part of the strategy, if it is another than before."""
        if code == self._code or self._desk is None:
            return
        self._code = code
        section = self._desk.section_for(code)
        self.sections.setCurrentIndex(self.sections.findData(section.id) if section else -1)
        self._show_section()

    def _offer_sections(self) -> None:
        """Offer the sections that there are; the one that is shown stays, if it is among them."""
        shown = self.sections.currentData()
        self.sections.clear()
        for section in self._desk.handlings.sections if self._desk else ():
            self.sections.addItem(section.heading, section.id)
        self.sections.setCurrentIndex(self.sections.findData(shown) if shown else -1)
        if self.sections.currentIndex() < 0:
            self._code = None

    def link_chosen(self) -> None:
        """Let what is chosen in the list have led to the sentence where the cursor stands."""
        self.new.keep()
        if self._section and self._wording:
            self.linked.emit(self._section.id, self._sentence)

    @property
    def _wording(self) -> Wording | None:
        return self._desk.wording(self._section.id) if self._desk and self._section else None

    def _show_section(self) -> None:
        chosen = self.sections.currentData()
        sections = self._desk.handlings.sections if self._desk else ()
        self._section = next((s for s in sections if s.id == chosen), None)
        self._texts.setVisible(self._section is not None)
        self._correct.setEnabled(self._section is not None)
        if self._section is None:
            self._tell_none()
            return
        wording = self._wording
        if self.old.toPlainText() != self._section.text:
            self.old.setPlainText(self._section.text)
        self.new.show_text(self._section.id, wording.text if wording else self._section.text)
        self._state.setText(_told(wording))
        self._mark()
        self._show_sources()

    def _tell_none(self) -> None:
        """Say that no section is about what is at hand."""
        self._sentence = ""
        self.sources.hide()
        self.link.hide()
        self._led.setText(_("Inget avsnitt handlar om den här delen. Välj ett i listan ovan."))

    def _mark(self) -> None:
        """Mark the sentences that the strategy does not have."""
        text = self.new.toPlainText()
        shape = QTextCharFormat()
        shape.setBackground(QColor(current().marker))
        shape.setFontUnderline(True)
        units = Units(text)
        marks = []
        for span in new_sentences(self._section.text if self._section else "", text):
            cursor = QTextCursor(self.new.document())
            cursor.setPosition(units.before(span.start))
            cursor.setPosition(units.before(span.end), QTextCursor.MoveMode.KeepAnchor)
            marks.append(marked(cursor, shape))
        self.new.setExtraSelections(marks)

    def _show_sources(self) -> None:
        """Tell who asked for the sentence where the cursor stands."""
        text = self.new.toPlainText()
        at = Units(text).character(self.new.textCursor().position())
        here = (s.of(text) for s in spans_of(text) if s.start <= at <= s.end)
        self._sentence = next(here, "")
        self.sources.clear()
        asked: tuple[Asked, ...] = ()
        if self._desk and self._section and self._wording:
            asked = self._desk.asked(self._section.id, self._sentence)
        for one in asked:
            theme = self._desk.item(Target.theme(one.theme)) if one.theme and self._desk else None
            item = QListWidgetItem(_source(one, theme.text if theme else ""))
            item.setData(_TARGET, Target.passage(one.quotation.passage))
            item.setToolTip(tip(one.quotation.text))
            self.sources.addItem(item)
        self.sources.setVisible(bool(asked))
        self.sources.setFixedHeight(min(len(asked), _MOST) * scaled(_ROW) + GRID // 2)
        self._led.setText(_led(len(asked), reworded=self._wording is not None))
        self.link.setVisible(self._wording is not None)

    def _unlink(self) -> None:
        item = self.sources.currentItem()
        if item and self._section:
            self.unlinked.emit(self._section.id, self._sentence, item.data(_TARGET))

    def changeEvent(self, event: QEvent) -> None:
        """Mark anew in the colours of the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._section:
            self._mark()


def _told(wording: Wording | None) -> str:
    if wording is None:
        return _("Ny lydelse – skriv här")
    day = words.day(wording.at)
    return _("Ny lydelse – {person}, {day}").format(person=wording.person or "–", day=day)


def _source(asked: Asked, theme: str) -> str:
    said = asked.quotation
    who = _("{respondent}, inspel {n}").format(respondent=said.respondent, n=said.number)
    via = _("genom ”{theme}”").format(theme=theme) if theme else ""
    return " · ".join(filter(None, [who, via, words.beginning(said.text)]))


def _led(n: int, *, reworded: bool) -> str:
    if not reworded:
        return _("Det som skrivs kopplas till det som är valt i listan.")
    if not n:
        return _("Ingen synpunkt är kopplad till meningen.")
    text = ngettext("Meningen bygger på {n} synpunkt", "Meningen bygger på {n} synpunkter", n)
    return text.format(n=n)
