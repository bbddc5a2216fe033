"""The overview: the round in a few pictures, each with a sentence that says what it shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from inspel_app.gui import overview_words
from inspel_app.gui.bar_chart import Bar, BarChart
from inspel_app.gui.chart import Chart
from inspel_app.gui.day_chart import DayChart
from inspel_app.gui.heat_chart import HeatChart
from inspel_app.gui.page import Hint, Page
from inspel_app.gui.session import Session
from inspel_app.gui.tokens import BAR, GRID
from inspel_app.gui.widgets import ElidedLabel, column, label, lay_out, row
from inspel_app.i18n import _
from inspel_app.services.figures import Figures, Share, figures_of
from inspel_app.services.rounds import codebook_of

_MUNICIPALITIES = 8
_TILE = 2 * GRID + GRID // 2


class OverviewPage(Page):
    """Tiles: the strategy against the kinds of respondents, arrivals, work, municipalities."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Översikt"), "oversikt", _hints())
        self._facts = ElidedLabel("muted")
        self.heat, self.days = HeatChart(), DayChart()
        self.work, self.places = BarChart(_("Arbetets gång")), BarChart(_("Inspel per kommun"))
        self._tiles: dict[Chart, _Tile] = {
            self.heat: _Tile(_("Synpunkter per delprioritering och avsändare"), self.heat),
            self.days: _Tile(_("Ankomst"), self.days),
            self.work: _Tile(_("Arbetets gång"), self.work),
            self.places: _Tile(_("Kommuner"), self.places),
        }
        lay_out(QVBoxLayout(self), self._scrolled(), margins=(0, 0, 0, 0), gap=0)

    def _scrolled(self) -> QWidget:
        heading = row(label(_("Översikt"), "title"), self._facts, None, gap=GRID)
        heading.setFixedHeight(BAR)
        desk = QWidget()
        desk.setObjectName("desk")
        desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(desk)
        grid.setContentsMargins(3 * GRID, 0, 3 * GRID, 3 * GRID)
        grid.setSpacing(2 * GRID)
        grid.addWidget(heading, 0, 0, 1, 3)
        grid.addWidget(self._tiles[self.heat], 1, 0, 1, 3)
        for place, chart in enumerate((self.days, self.work, self.places)):
            grid.addWidget(self._tiles[chart], 2, place)
            grid.setColumnStretch(place, 1)
        grid.setRowStretch(3, 1)
        area = QScrollArea()
        area.setProperty("role", "desk")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(desk)
        return area

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The pictures."""
        return self.heat, self.days, self.work, self.places

    def refresh(self) -> None:
        """Show the round as it is now."""
        project = self.session.project
        if project is None:
            return
        figures, codebook = figures_of(project), codebook_of(project)
        self._facts.setText(overview_words.facts(figures))
        self.heat.show_heat(figures.heat)
        self.days.show_days(figures.days, figures.deadline)
        self.work.show_bars(_work(figures))
        self.places.show_bars(_places(figures))
        said: dict[Chart, str] = {
            self.heat: overview_words.heat(figures.heat, codebook),
            self.days: overview_words.arrivals(figures),
            self.work: overview_words.work(figures),
            self.places: overview_words.municipalities(figures),
        }
        for chart, sentence in said.items():
            self._tiles[chart].say(sentence)


class _Tile(QFrame):
    """A picture below its title and its sentence."""

    def __init__(self, title: str, chart: Chart) -> None:
        super().__init__()
        self.setObjectName("tile")
        self._sentence = label(role="muted")
        self._sentence.setWordWrap(True)
        head = column(label(title, "heading"), self._sentence, gap=GRID // 2)
        margins = (_TILE, _TILE, _TILE, _TILE)
        lay_out(QVBoxLayout(self), head, chart, None, margins=margins, gap=2 * GRID)

    def say(self, sentence: str) -> None:
        """Tell what the picture shows."""
        self._sentence.setText(sentence)


def _work(figures: Figures) -> list[Bar]:
    return [
        _bar(_("Granskade inspel"), figures.looked_at),
        _bar(_("Kopplade synpunkter"), figures.tagged),
    ]


def _bar(name: str, share: Share) -> Bar:
    text = _("{done} av {total}").format(done=share.done, total=share.total)
    return Bar(name, share.done / max(share.total, 1), text)


def _places(figures: Figures) -> list[Bar]:
    most = max((n for _place, n in figures.municipalities), default=1)
    return [Bar(place, n / most, str(n)) for place, n in figures.municipalities[:_MUNICIPALITIES]]


def _hints() -> tuple[Hint, ...]:
    return (
        Hint(("←", "→"), _("gå i bilden")),
        Hint(("Enter",), _("visa synpunkterna")),
        Hint(("F6",), _("byt bild")),
    )
