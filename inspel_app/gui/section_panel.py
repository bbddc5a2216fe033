"""What can be made of a section of the report: its text, its quotations, whether it is told."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspel_app.gui.key_field import KeyField
from inspel_app.gui.outline_tree import Line
from inspel_app.gui.quote_list import QuoteList
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import ElidedLabel, button, column, label, lay_out, row, set_role
from inspel_app.gui.written_text import WrittenText
from inspel_app.i18n import _, ngettext
from inspel_app.services import composing
from inspel_app.services.draft import METHOD, Draft, Node, SectionEdit
from inspel_app.services.rounds import Project

Act = Callable[[Project, str], object]
"""What is to be done with the round, in somebody's name."""


class SectionPanel(QWidget):
    """Heading | own text | what it quotes; what is said of what is gone is read, and removed."""

    wanted = Signal(object)
    """An `Act`."""
    typed = Signal(str)
    """What is being written, before it is kept."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._draft: Draft | None = None
        self._line: Line | None = None
        self.title, self.heading = ElidedLabel("section"), self._heading()
        self.text = WrittenText(_("Egen text"), _("Skriv här. Texten står först i avsnittet."))
        self.quotes = QuoteList()
        self._state, self._chosen = label(role="small"), label(role="small")
        self._out = button(_("Utelämna"), self.toggle_left_out, "link")
        self._drop = button(_("Ta bort"), self.drop, "link")
        self._free = button(_("Låt programmet välja"), self.let_choose, "link")
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        self.heading.setProperty("role", "name")
        self._state.setWordWrap(True)
        head = row(self.title, self.heading)
        own = row(label(_("Egen text"), "heading"), None, self._out, self._drop)
        said = row(label(_("Citat"), "heading"), self._chosen, None, self._free)
        self._said = column(said, self.quotes, gap=GRID // 2)
        self._own = column(own, self.text, gap=GRID // 2)
        for part in (head, self._state, self._own, said):
            part.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        layout = QVBoxLayout(self)
        parts = (head, self._state, self._own, self._said)
        lay_out(layout, *parts, margins=(0, 2 * GRID, 0, GRID), gap=GRID)
        layout.setStretchFactor(self._own, 2)
        layout.setStretchFactor(self._said, 3)
        layout.addStretch(0)

    def _heading(self) -> KeyField:
        """Where an own section is named; Enter and Esc lead back, so that keys are keys again."""
        return KeyField(
            _("Avsnittets rubrik"), dict.fromkeys(("Return", "Enter", "Esc"), self.left.emit)
        )

    def _connect(self) -> None:
        self.text.written.connect(self._write)
        self.text.textChanged.connect(lambda: self.typed.emit(self.text.toPlainText()))
        self.text.left.connect(self.left)
        self.heading.editingFinished.connect(self._rename)
        self.quotes.toggled.connect(self._toggle)
        self.quotes.never.connect(self._never)
        self.quotes.shifted.connect(self._shift)

    def show_line(self, draft: Draft | None, line: Line | None) -> None:
        """Show what people have made of a section, or said of one that is gone."""
        others = _key(line) != _key(self._line)
        self._draft, self._line = draft, line
        node = self._node
        edit = self._edit
        title = node.section.title if node else line.title if isinstance(line, SectionEdit) else ""
        own = node is not None and node.own
        self.title.setText(title)
        self.title.setVisible(not own)
        self.heading.setVisible(own)
        if not self.heading.hasFocus():
            self.heading.setText(edit.title if edit else "")
            self.heading.setCursorPosition(0)
        self.text.setReadOnly(node is None)
        self.text.show_text(_key(line), edit.text if edit else "")
        self._own.setVisible(line is not None and not (node and node.fixed))
        self._out.setVisible(node is not None and not node.fixed and node.key != METHOD)
        self._out.setText(_("Ta med igen") if node and node.left_out else _("Utelämna"))
        self._drop.setVisible(own or (node is None and edit is not None))
        self._show_state()
        self._show_quotes(others=others)

    @property
    def _node(self) -> Node | None:
        return self._line if isinstance(self._line, Node) else None

    @property
    def _edit(self) -> SectionEdit | None:
        """What people have said of it, in their own words."""
        if self._draft is None or self._line is None:
            return None
        return self._draft.composition.sections.get(self._line.key)

    def _show_state(self) -> None:
        told = _state(self._draft, self._line)
        self._state.setVisible(bool(told))
        self._state.setText(told)
        warns = isinstance(self._line, SectionEdit) or bool(self._node and self._node.left_out)
        set_role(self._state, "warning" if warns else "small")

    def _show_quotes(self, *, others: bool) -> None:
        node = self._node
        found = self._draft.candidates(node) if self._draft and node else ()
        self._said.setVisible(bool(found))
        self.quotes.show_candidates(found, others=others)
        chosen = len(self._picked) if node and node.chooses else 0
        self._free.setVisible(bool(chosen))
        self._chosen.setText(_how_chosen(chosen, chooses=node is not None and node.chooses))

    def toggle_left_out(self) -> None:
        """Leave the section out, or put it back."""
        node = self._node
        if node:
            out = not node.left_out
            self.wanted.emit(lambda p, by: composing.leave_out(p, node, by, left_out=out))

    def drop(self) -> None:
        """Take away a section of a person's own, or what was said of what is gone."""
        edit = self._edit
        if edit and (edit.own or self._node is None):
            self.wanted.emit(lambda p, by: composing.drop(p, edit, by))

    def let_choose(self) -> None:
        """Let the machine choose the quotations again."""
        self._quote([])

    def _write(self, key: object, text: str) -> None:
        node = self._draft.by_key.get(str(key)) if self._draft else None
        if node:
            self.wanted.emit(lambda p, by: composing.write(p, node, text, by))

    def _rename(self) -> None:
        node, title, edit = self._node, self.heading.text(), self._edit
        if node and node.own and edit and title.strip() and title.strip() != edit.title:
            self.wanted.emit(lambda p, by: composing.rename(p, node, title, by))

    @property
    def _picked(self) -> list[str]:
        """The points that people have chosen here, in their order."""
        return [one.quotation.passage for one in self.quotes.candidates if one.chosen]

    def _toggle(self, passage: str) -> None:
        if self._node and not self._node.chooses:
            self._never(passage)
            return
        picked = self._picked
        others = [p for p in picked if p != passage]
        self._quote(others if passage in picked else [*picked, passage])

    def _shift(self, passage: str, step: int) -> None:
        picked = self._picked
        place = picked.index(passage) + step
        if 0 <= place < len(picked):
            picked.remove(passage)
            picked.insert(place, passage)
            self._quote(picked)

    def _quote(self, passages: list[str]) -> None:
        node = self._node
        if node:
            self.wanted.emit(lambda p, by: composing.quote(p, node, passages, by))

    def _never(self, passage: str) -> None:
        node = self._node
        never = self._draft is not None and passage not in self._draft.composition.never
        if node:
            self.wanted.emit(
                lambda p, by: composing.never_quote(p, node, [passage], by, never=never)
            )


def _how_chosen(chosen: int, *, chooses: bool) -> str:
    if not chooses:
        return _("alla återges, utom dem du tar bort")
    text = ngettext("du har valt {n}", "du har valt {n}", chosen)
    return text.format(n=chosen) if chosen else _("programmet har valt")


def _key(line: Line | None) -> str:
    return line.key if line else ""


def _state(draft: Draft | None, line: Line | None) -> str:
    """What is to be known of a section before something is made of it; "" for most."""
    if draft is None or line is None:
        return ""
    if isinstance(line, SectionEdit):
        return _gone(draft, line)
    if line.fixed:
        return _("Inspelen i bilagan står som de kom in.")
    if line.left_out:
        return _("Utelämnat ur rapporten med allt under. Det står i avsnittet om metoden.")
    if draft.under_left_out(line):
        return _("Står inte i rapporten, eftersom något ovanför är utelämnat.")
    return ""


def _gone(draft: Draft, line: SectionEdit) -> str:
    if line.key in draft.composition.sections:
        return _(
            "Avsnittet finns inte längre i rapporten. Det som skrevs finns kvar här, och kommer "
            "tillbaka om avsnittet gör det."
        )
    return _("Här står det som är skrivet om avsnitt som inte finns längre.")
