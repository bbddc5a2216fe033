"""The overview: the round in a few pictures, each with a sentence that says what it shows."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from inspel_app.domain.coding import Codebook
from inspel_app.errors import KnownError
from inspel_app.gui import overview_words, words
from inspel_app.gui.actions import action
from inspel_app.gui.background import Background
from inspel_app.gui.bar_chart import Bar, BarChart
from inspel_app.gui.chart import Chart
from inspel_app.gui.day_chart import DayChart
from inspel_app.gui.earlier_dialog import EarlierRound
from inspel_app.gui.faults import explain
from inspel_app.gui.heat_chart import HeatChart
from inspel_app.gui.page import Hint, Page, PageId
from inspel_app.gui.session import Session
from inspel_app.gui.tokens import BAR, GRID
from inspel_app.gui.widgets import (
    ElidedLabel,
    action_button,
    column,
    fit_height,
    fit_least_height,
    label,
    lay_out,
    row,
    scrolled,
)
from inspel_app.i18n import _
from inspel_app.services.figures import Figures, Share, figures_of
from inspel_app.services.rounds import codebook_of

_MUNICIPALITIES = 8
_TILE = 2 * GRID + GRID // 2


class OverviewPage(Page):
    """Tiles: the strategy against the kinds of respondents, arrivals, work, who and from where."""

    inspel_wanted = Signal(str, object)
    """Show some inspel: what they have in common, and their numbers as a frozenset."""
    points_wanted = Signal()
    """Show the points that are left to tag."""
    disputed_wanted = Signal()
    """Show the points of which two people do not say the same."""

    def __init__(self, session: Session, change_facts: QAction) -> None:
        super().__init__(session, PageId.OVERVIEW, _hints())
        self._facts = ElidedLabel("muted")
        self.heat, self.days = HeatChart(), DayChart()
        self.work, self.places = BarChart(_("Arbetets gång")), BarChart(_("Inspel per kommun"))
        self.invited = BarChart(_("Inbjudna som har svarat"))
        self.accord = BarChart(_("Samstämmighet"))
        self._figures: Figures | None = None
        self._reading = Background[tuple[Figures, Codebook]]()
        self.earlier = EarlierRound(self)
        self._tiles: dict[Chart, _Tile] = {
            self.heat: _Tile(_("Synpunkter per delprioritering och avsändare"), self.heat),
            self.days: _Tile(_("Ankomst"), self.days),
            self.work: _Tile(_("Arbetets gång"), self.work),
            self.invited: _Tile(
                _("Inbjudna"), self.invited, action_button(_("Ändra …"), change_facts, "chip")
            ),
            self.places: _Tile(_("Kommuner"), self.places),
            self.accord: _Tile(_("Samstämmighet"), self.accord),
        }
        for chart in self._tiles:
            chart.saved.connect(self._tell_saved)
            chart.failed.connect(self.session.failed)
        self.days.chosen.connect(self._show_day)
        self.work.chosen.connect(self._show_work)
        self.places.chosen.connect(self._show_place)
        self.invited.chosen.connect(self._show_invited)
        self.accord.chosen.connect(lambda _pair: self.disputed_wanted.emit())
        lay_out(QVBoxLayout(self), self._scrolled(), margins=(0, 0, 0, 0), gap=0)

    def _scrolled(self) -> QWidget:
        compare = action(
            self,
            _("Jämför med en tidigare omgång …"),
            lambda: self.earlier.choose(self.session.project),
        )
        heading = row(
            label(_("Översikt"), "title"),
            self._facts,
            None,
            action_button(_("Jämför …"), compare, "chip"),
            gap=GRID,
        )
        fit_height(heading, BAR)
        desk = QWidget()
        desk.setObjectName("desk")
        desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(desk)
        grid.setContentsMargins(3 * GRID, 0, 3 * GRID, 3 * GRID)
        grid.setSpacing(2 * GRID)
        grid.addWidget(heading, 0, 0, 1, 3)
        grid.addWidget(self._tiles[self.heat], 1, 0, 1, 3)
        below = ((self.days, self.work), (self.invited, self.accord), (self.places,))
        for place, charts in enumerate(below):
            for line, chart in enumerate(charts):
                grid.addWidget(self._tiles[chart], 2 + line, place, 3 - len(charts), 1)
            grid.setColumnStretch(place, 1)
        grid.setRowStretch(4, 1)
        area = scrolled(desk)
        area.setProperty("role", "desk")
        return area

    @property
    def bare(self) -> bool:
        """Whether there is nothing to show."""
        return self._figures is not None and not self._figures.inspel

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The pictures that are shown."""
        return tuple(chart for chart in self._tiles if not chart.isHidden())

    def refresh(self) -> None:
        """Begin to count the round as it is now."""
        project = self.session.project
        if project:
            if self._figures is None:
                self._facts.setText(_("Räknar …"))
            self._reading.ask(project.path, lambda p: (figures_of(p), codebook_of(p)))

    @property
    def busy(self) -> bool:
        """Whether the round is being counted, or compared."""
        return self._reading.busy or self.earlier.busy

    def close_threads(self) -> None:
        """Wait for what is being counted."""
        self._reading.close()
        self.earlier.close()

    def poll(self) -> None:
        """Show the figures when they have been counted."""
        try:
            counted = self._reading.fetch()
            self.earlier.poll()
        except KnownError as error:
            self.session.failed.emit(explain(error))
            return
        if counted and self.session.project:
            self._show(*counted)
            self.begin_or_go_on()

    def _show(self, figures: Figures, codebook: Codebook) -> None:
        self._figures = figures
        self._facts.setText(overview_words.facts(figures))
        self.heat.show_heat(figures.heat)
        self.days.show_days(figures.days, figures.deadline)
        self.days.setVisible(bool(figures.days))
        self.work.show_bars(_work(figures))
        self.invited.show_bars(_invited(figures))
        self.invited.setVisible(bool(figures.attendance.invited))
        self.places.show_bars(_places(figures))
        self.accord.show_bars(_accord(figures))
        self.accord.setVisible(bool(figures.accord.pairs))
        said: dict[Chart, str] = {
            self.heat: overview_words.heat(figures.heat, codebook),
            self.days: overview_words.arrivals(figures),
            self.work: overview_words.work(figures),
            self.invited: overview_words.invited(figures),
            self.places: overview_words.municipalities(figures),
            self.accord: overview_words.accord(figures),
        }
        for chart, sentence in said.items():
            self._tiles[chart].say(sentence)

    def _tell_saved(self, path: Path) -> None:
        self.session.told.emit(words.exported(path), False)

    def _show_day(self, chosen: date) -> None:
        for day in self._figures.days if self._figures else ():
            if day.day == chosen:
                self.inspel_wanted.emit(words.written_day(chosen), frozenset(day.numbers))

    def _show_place(self, name: str) -> None:
        places = dict(self._figures.municipalities) if self._figures else {}
        self.inspel_wanted.emit(name, frozenset(places[name]))

    def _show_work(self, name: str) -> None:
        if name == _looked_at() and self._figures:
            self.inspel_wanted.emit(_("Att granska"), frozenset(self._figures.new))
        else:
            self.points_wanted.emit()

    def _show_invited(self, name: str) -> None:
        project = self.session.project
        if project is None or self._figures is None:
            return
        came = self._figures.attendance.answered
        inspel = {
            key for one in came if words.actor_type(one.type) == name for key in one.submissions
        }
        numbers = frozenset(s.number for s in project.heads() if s.id in inspel)
        self.inspel_wanted.emit(name, numbers)


class _Tile(QFrame):
    """A picture below its title and its sentence, and what can be done about it beside them."""

    def __init__(self, title: str, chart: Chart, do: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName("tile")
        self._sentence = label(role="muted")
        self._sentence.setWordWrap(True)
        name = label(title, "heading")
        top = row(name, None, do)
        fit_least_height(top, 3 * GRID)  # as where something can be done
        head = column(top, self._sentence, gap=GRID // 2)
        margins = (_TILE, _TILE, _TILE, _TILE)
        lay_out(QVBoxLayout(self), head, chart, None, margins=margins, gap=2 * GRID)

    def say(self, sentence: str) -> None:
        """Tell what the picture shows."""
        self._sentence.setText(sentence)


def _work(figures: Figures) -> list[Bar]:
    return [
        _bar(_looked_at(), figures.looked_at),
        _bar(_("Kopplade synpunkter"), figures.tagged),
    ]


def _looked_at() -> str:
    return _("Granskade inspel")


def _bar(name: str, share: Share) -> Bar:
    text = _("{done} av {total}").format(done=share.done, total=share.total)
    return Bar(name, share.done / max(share.total, 1), text)


def _places(figures: Figures) -> list[Bar]:
    counts = [(place, len(numbers)) for place, numbers in figures.municipalities]
    most = max((n for _place, n in counts), default=1)
    return [Bar(place, n / most, str(n)) for place, n in counts[:_MUNICIPALITIES]]


def _accord(figures: Figures) -> list[Bar]:
    return [
        Bar(f"{pair.one} – {pair.other}", max(pair.kappa, 0), overview_words.kappa(pair))
        for pair in figures.accord.pairs
    ]


def _invited(figures: Figures) -> list[Bar]:
    counts = figures.attendance.by_type()
    return [_bar(words.actor_type(kind), Share(came, asked)) for kind, asked, came in counts]


def _hints() -> tuple[Hint, ...]:
    return (
        Hint(("←", "→"), _("gå i bilden")),
        Hint(("Enter",), _("visa synpunkterna")),
        Hint(("F6",), _("byt bild")),
    )
