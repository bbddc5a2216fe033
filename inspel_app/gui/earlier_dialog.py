"""The round beside an earlier one: what comes back and what was answered then, and what is new."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from inspel_app.gui import words
from inspel_app.gui.background import Background
from inspel_app.gui.new_round import FILES
from inspel_app.gui.report_view import ReportView
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import button, label, lay_out, row
from inspel_app.i18n import _
from inspel_app.services.earlier import Beside, Matter, Returning, beside
from inspel_app.services.handling import disposition_name
from inspel_app.services.reporting import Block, Names, Section, Table, Text
from inspel_app.services.rounds import Project

_SIZE = (120 * GRID, 96 * GRID)


class EarlierRound:
    """Compares the round with an earlier one beside the window, and shows it above a page."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._reading = Background[Beside]()

    @property
    def busy(self) -> bool:
        """Whether the rounds are being compared."""
        return self._reading.busy

    def choose(self, project: Project | None) -> None:
        """Ask which round to compare with, and begin."""
        kind = _("Omgångar ({files})").format(files=FILES)
        title = _("Jämför med en tidigare omgång")
        name, _kind = QFileDialog.getOpenFileName(self._page, title, filter=kind)
        if project and name:
            self.ask(project, Path(name))

    def ask(self, project: Project, earlier: Path) -> None:
        """Begin to compare with the round in a file."""
        self._reading.ask(project.path, lambda now: _compared(now, earlier))

    def poll(self) -> None:
        """Show the answer when it is there.

        Raises:
            KnownError: a round cannot be read, or they cannot be compared.
        """
        found = self._reading.fetch()
        if found:
            EarlierDialog(found, self._page).open()

    def close(self) -> None:
        """Wait for what is being compared."""
        self._reading.close()


class EarlierDialog(QDialog):
    """Who and what comes back, what is new, and what nobody raises again."""

    def __init__(self, found: Beside, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Jämfört med en tidigare omgång"))
        self.resize(*_SIZE)
        self.text = ReportView()
        self.text.setAccessibleName(self.windowTitle())
        self.text.show_section(_section(found))
        hint = label(
            _("Vad som kommer igen är ett förslag. Läs båda innan du skriver om det."), "muted"
        )
        lay_out(
            QVBoxLayout(self),
            self.text,
            row(hint, None, button(_("Stäng"), self.reject)),
            margins=(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID),
            gap=GRID,
        )
        self.text.setFocus()


def _compared(now: Project, earlier: Path) -> Beside:
    with Project.open(earlier) as before:
        return beside(now, before)


def _section(found: Beside) -> Section:
    title = _("{now} jämförd med {earlier}").format(now=found.title, earlier=found.earlier)
    below = [
        (_("Kommer igen"), _returning(found.back)),
        (_("Kommer igen under en annan del"), _moved(found.moved)),
        (_("Nytt"), _matters(_("Det som ingen sade förra gången"), found.new)),
        (_("Tas inte upp igen"), _matters(_("Det som ingen säger nu"), found.gone)),
    ]
    sections = tuple(Section(name, blocks=tuple(blocks)) for name, blocks in below)
    return Section(title, blocks=tuple(_who(found)), sections=sections)


def _who(found: Beside) -> Iterator[Block]:
    now, before = (
        _("{inspel} med {points}").format(
            inspel=words.inspel(one.submissions), points=words.points(one.passages)
        )
        for one in found.counts
    )
    yield Text(_("Nu {now}, förra gången {before}.").format(now=now, before=before), quiet=True)
    for name, who in (
        (_("Svarade båda gångerna"), found.in_both),
        (_("Nya avsändare"), found.only_now),
        (_("Svarade bara förra gången"), found.only_before),
    ):
        yield Names(f"{name} ({len(who)})", who or ("–",))


def _returning(back: Sequence[Returning]) -> Iterator[Block]:
    if not back:
        yield Text(_("Ingenting."), quiet=True)
        return
    yield Table(
        _("Det som sades förra gången och sägs igen"),
        (_("Nu"), _("Inspel"), _("Förra gången"), _("Inspel"), _("Så hanterades det")),
        (34, 8, 34, 8, 16),
        tuple(
            (
                one.now.text,
                one.now.count.submissions,
                one.before.text,
                one.before.count.submissions,
                disposition_name(one.before.disposition) if one.before.disposition else "–",
            )
            for one in back
        ),
    )


def _moved(moved: Sequence[Returning]) -> Iterator[Block]:
    if not moved:
        yield Text(_("Ingenting."), quiet=True)
        return
    yield Table(
        _("Det som sägs igen under en annan del av strategin"),
        (_("Del nu"), _("Nu"), _("Del förra gången"), _("Förra gången"), _("Så hanterades det")),
        (16, 26, 16, 26, 16),
        tuple(
            (
                one.now.part or "–",
                one.now.text,
                one.before.part or "–",
                one.before.text,
                disposition_name(one.before.disposition) if one.before.disposition else "–",
            )
            for one in moved
        ),
    )


def _matters(caption: str, matters: Sequence[Matter]) -> Iterator[Block]:
    if not matters:
        yield Text(_("Ingenting."), quiet=True)
        return
    rows = tuple((m.part or "–", m.text, m.count.submissions) for m in matters)
    yield Table(caption, (_("Del"), _("Sak"), _("Inspel")), (30, 60, 10), rows)
