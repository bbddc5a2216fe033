"""The report while people compose it: its outline, what can be made of a section, how it reads."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspel_app.gui.find_bar import FindBar
from inspel_app.gui.keys import LetterKeys
from inspel_app.gui.outline_tree import OutlineTree
from inspel_app.gui.report_finder import ReportFinder
from inspel_app.gui.report_view import ReportView
from inspel_app.gui.section_panel import SectionPanel
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import button, column, label, lay_out, row, shared
from inspel_app.i18n import _
from inspel_app.services import composing
from inspel_app.services.draft import Composition, Draft, Node, as_made, preview
from inspel_app.services.reporting import Report

_PAUSE_MS = 150
"""How long somebody who writes rests before the text is shown as it will read."""


class Composer(QWidget):
    """Outline | own text and quotations | the report; other reports than the synthesis are read."""

    wanted = Signal(object)
    """An `Act` that is to be done with the round."""

    def __init__(self) -> None:
        super().__init__()
        self.contents, self.section, self.text = OutlineTree(), SectionPanel(), ReportView()
        self.finding = FindBar(self._finder, lambda: self.text)
        self._notice = label(_("Sammanställer …"), "muted")
        self._notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._draft: Draft | None = None
        self._nodes: tuple[Node, ...] = ()
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self._notice)
        self._stack.addWidget(self.text)
        add = button(_("Lägg till avsnitt"), self.add_section, "link")
        self._foot = row(add, None)
        self._foot.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        contents = column(self.contents, self._foot, name="pane")
        report = column(self.finding, self._stack)
        panes = shared("syntes-tre", contents, self.section, report, sizes=(330, 340, 690))
        lay_out(QVBoxLayout(self), panes, margins=(0, 0, 0, 0), gap=0)

    def _connect(self) -> None:
        self.contents.moved.connect(self._show_line)
        self.contents.shifted.connect(self._shift)
        self.contents.placed.connect(self._place)
        self.section.wanted.connect(self.wanted)
        self.section.typed.connect(lambda _text: self._typing.start())
        self.section.left.connect(self.contents.setFocus)
        self._typing.timeout.connect(self._preview)
        keys = {
            "X": self.section.toggle_left_out,
            "Delete": self._remove,
            "N": self.add_section,
            "E": self.section.text.setFocus,
        }
        LetterKeys(keys, self.contents)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """Outline, own text, quotations, report."""
        own = (self.section.text, self.section.quotes)
        return (self.contents, *(pane for pane in own if pane.isVisible()), self.text)

    def wait(self) -> None:
        """Show that another report is on its way."""
        self.section.text.keep()
        self._draft, self._nodes = None, ()
        self._stack.setCurrentWidget(self._notice)

    def show_report(self, read: Draft | Report) -> None:
        """Show a report; the synthesis is the one that is composed here."""
        self._draft = read if isinstance(read, Draft) else None
        self._nodes = read.nodes if isinstance(read, Draft) else as_made(read)
        gone = self._draft.gone if self._draft else ()
        self.section.setVisible(self._draft is not None)
        self._foot.setVisible(self._draft is not None)
        self._stack.setCurrentWidget(self.text)
        self.contents.show_outline(self._nodes, gone)
        self.finding.renew()

    def show_composition(self, composition: Composition) -> bool:
        """Show at once what people have made of the report; whether that is all that is new."""
        draft = self._draft
        if draft is None:
            return False
        self.show_report(draft.with_composition(composition))
        return draft.tells(composition)

    def _show_line(self) -> None:
        """Show the section at hand, and what can be made of it."""
        line = self.contents.line
        self.section.show_line(self._draft, line if self._draft else None)
        self._preview()

    def _preview(self) -> None:
        """Show how the section at hand reads, with what is being written in it."""
        line = self.contents.line
        if not isinstance(line, Node):
            self.text.show_nothing()
        elif self._draft and self.section.text.is_changed:
            self.text.show_section(preview(line, self.section.text.toPlainText()))
        else:
            self.text.show_section(line.told)

    def _finder(self) -> ReportFinder:
        """Finds in the sections of the upper level, which hold all of the others."""
        nodes = [node for node in self._nodes if not node.left_out]
        top = self.contents.top
        here = next((n for n, node in enumerate(nodes) if node.key == top), 0)
        if nodes:
            self.contents.choose(nodes[here].key)
        sections = [node.told for node in nodes]
        return ReportFinder(self.text, sections, here, lambda n: self.contents.choose(nodes[n].key))

    def _shift(self, step: int) -> None:
        """Move the section at hand a place up or down."""
        line = self.contents.line
        if self._draft and isinstance(line, Node):
            beside = [node.key for node in self._draft.beside(line)]
            self._place(line.key, beside.index(line.key) + step)

    def _place(self, key: str, place: int) -> None:
        draft = self._draft
        node = draft.by_key.get(key) if draft else None
        if draft and node and 0 <= place < len(draft.beside(node)):
            self.wanted.emit(lambda p, by: composing.move(p, draft, node, place, by))

    def add_section(self) -> None:
        """Make a section after the one at hand, and go to its heading."""
        draft, line = self._draft, self.contents.line
        if draft is None or not isinstance(line, Node):
            return
        known, title = set(draft.by_key), _("Nytt avsnitt")
        self.wanted.emit(lambda p, by: composing.add_section(p, draft, line, title, by))
        made = [key for key in self._draft.by_key if key not in known] if self._draft else []
        if made:
            self.contents.choose(made[0])
            self.section.heading.setFocus()
            self.section.heading.selectAll()

    def _remove(self) -> None:
        """Take away a section of a person's own or what is gone; leave out another."""
        line = self.contents.line
        if isinstance(line, Node) and not line.own:
            self.section.toggle_left_out()
        else:
            self.section.drop()
