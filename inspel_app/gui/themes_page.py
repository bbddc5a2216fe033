"""The themes: a list, a map of their points, and the theme at hand, which people make their own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from inspel_app.domain.coding import Codebook
from inspel_app.errors import KnownError
from inspel_app.gui import words
from inspel_app.gui.actions import action
from inspel_app.gui.background import Background
from inspel_app.gui.faults import explain
from inspel_app.gui.map_points import MapPoints
from inspel_app.gui.page import Hint, Page, PageId
from inspel_app.gui.session import Session
from inspel_app.gui.theme_list import ThemeList
from inspel_app.gui.theme_map import ThemeMap
from inspel_app.gui.theme_panel import ThemePanel
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    Choice,
    action_button,
    button,
    column,
    fit_width,
    heading,
    label,
    lay_out,
    row,
    shared,
    tip,
)
from inspel_app.i18n import _
from inspel_app.services import theming
from inspel_app.services.rounds import Project, codebook_of
from inspel_app.services.theme_view import Said, ThemeView, shared_words, themes_of


@dataclass(frozen=True)
class _Read:
    """What is shown of the round."""

    views: list[ThemeView]
    points: MapPoints
    codebook: Codebook


def _read(project: Project) -> _Read:
    (views, said, at), codebook = themes_of(project), codebook_of(project)
    tops = [code.id for code in codebook.children(None)]
    parts = {view.theme.id: _part(view.theme.code, tops, codebook) for view in views}
    shared_words(())  # what it needs is loaded here, and not when a theme is shown
    return _Read(views, MapPoints.made(said, at, parts), codebook)


class ThemesPage(Page):
    """List | map | the theme at hand."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, PageId.THEMES, _hints())
        self._reading = Background[_Read]()
        self._read: _Read | None = None
        self._wanted, self._unnamed = "", False
        """The theme to take at hand when it is read, and whether its name is to be opened then."""
        self._kept_choice: Mapping[str, object] = {}
        self._gathered = False
        """Whether points are chosen on the map instead of a theme."""
        self._count = label(role="muted")
        self.search, self.part = QLineEdit(), Choice(_("Del av strategin"))
        self.divided = button(_("Delade åsikter"), self._find, "chip")
        self.by_theme = button(_("Färg efter tema"), self._colour, "chip")
        self.list, self.map, self.panel = ThemeList(), ThemeMap(), ThemePanel()
        self._notice = label()
        self.rename = action(self, _("Byt namn"), self.panel.name.begin, "F2")
        self.merge = action(self, _("Slå ihop"), self._merge, "Ctrl+M")
        self.split = action(self, _("Bryt ut"), self._split, "Ctrl+D")
        self.move_ = action(self, _("Flytta …"), self._ask_where, "Ctrl+T")
        self.pin = action(self, _("Nåla fast"), self._pin, "Ctrl+P")
        self._set_up()
        self.part.currentIndexChanged.connect(lambda _index: self._find())
        self.search.textChanged.connect(lambda _text: self._find())
        self.list.moved.connect(self._show_theme)
        self.list.dropped.connect(self._move)
        self.map.chosen.connect(self._go_to_point)
        self.map.gathered.connect(self._show_gathered)
        self.panel.themes.taken.connect(lambda theme: self._move(theme, self.panel.chosen))
        self.panel.renamed.connect(self._rename)
        self.panel.left.connect(self.list.setFocus)
        self.panel.points.picked.connect(self._offer)

    def _set_up(self) -> None:
        self.search.setPlaceholderText(_("Hitta tema"))
        self.search.setAccessibleName(_("Hitta tema"))
        fit_width(self.search, 24 * GRID)
        self.divided.setCheckable(True)
        self.by_theme.setCheckable(True)
        self.by_theme.setChecked(True)
        self.by_theme.setToolTip(tip(_("Annars efter strategins delar, som i listan över dem")))
        self._notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._notice.setProperty("role", "muted")
        self.part.setMinimumContentsLength(20)
        doing = (self.merge, self.split, self.move_, self.pin)
        head = heading(
            label(_("Teman"), "title"),
            self._count,
            None,
            self.part,
            self.divided,
            self.search,
            *(action_button(one.text(), one) for one in doing),
        )
        how = label(_("Dra en ruta runt synpunkter för att välja dem"), "small")
        how.setWordWrap(True)
        over = row(how, self.by_theme)
        over.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        panes = shared(
            "teman",
            column(self.list, name="pane"),
            column(over, self.map, name="desk"),
            self.panel,
            sizes=(440, 500, 440),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._notice)
        self._stack.addWidget(panes)
        lay_out(QVBoxLayout(self), head, self._stack, margins=(0, 0, 0, 0), gap=0)

    @property
    def bare(self) -> bool:
        """Whether there is nothing to show."""
        return self._read is not None and not self._read.views

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The list first."""
        return self.list, self.map, self.panel.points

    @property
    def busy(self) -> bool:
        """Whether the themes are being read."""
        return self._reading.busy

    @property
    def standing(self) -> Mapping[str, object]:
        """What is asked for, the theme at hand, and what the colours tell."""
        view = self.list.view
        return self._kept_choice or {
            "tema": view.theme.id if view else "",
            "del": self.part.currentData(),
            "delade": self.divided.isChecked(),
            "ord": self.search.text(),
            "farg": self.by_theme.isChecked(),
        }

    def take_up(self, state: Mapping[str, object]) -> None:
        """Ask for what was asked for, when the themes have been read."""
        self._kept_choice = state
        self._take_up_choice()

    def _take_up_choice(self) -> None:
        """Ask for what was asked for; what there is none of any more is left out."""
        state, read = self._kept_choice, self._read
        if not state or read is None:
            return
        self._kept_choice = {}
        self.search.setText(str(state.get("ord", "")))
        self.part.setCurrentIndex(max(self.part.findData(state.get("del")), 0))
        for chip, key in ((self.divided, "delade"), (self.by_theme, "farg")):
            if isinstance(state.get(key), bool) and chip.isChecked() != state[key]:
                chip.click()
        self.list.choose(str(state.get("tema")))

    def close_threads(self) -> None:
        """Wait for what is being read."""
        self._reading.close()

    def refresh(self) -> None:
        """Begin to read the themes as they are now."""
        if self.session.project:
            self._reading.ask(self.session.project.path, _read)
            if self._read is None or not self._read.views:
                self._tell(_("Läser temana …"))

    def poll(self) -> None:
        """Show the themes when they have been read."""
        try:
            read = self._reading.fetch()
        except KnownError as error:
            self.session.failed.emit(explain(error))
            return
        if read:
            self._show(read)

    def show_theme(self, theme: str) -> None:
        """Take a theme at hand, whatever the list was asked to show, when the themes are read."""
        self._wanted, self._unnamed = theme, False
        self._choose_wanted()

    def find_here(self) -> bool:
        """Ask which words the themes' names hold."""
        self.search.setFocus()
        self.search.selectAll()
        return True

    def _choose_wanted(self) -> None:
        views = self._read.views if self._read else []
        if self._wanted not in {view.theme.id for view in views}:
            return
        if not self.list.choose(self._wanted):
            self.search.clear()
            self.part.setCurrentIndex(0)
            if self.divided.isChecked():
                self.divided.click()
            self.list.choose(self._wanted)
        if self._unnamed:
            self.panel.name.begin()
        self._wanted, self._unnamed = "", False

    def _show(self, read: _Read) -> None:
        self._read = read
        self.begin_or_go_on()
        if not read.views:
            self._tell(_("Här samlas synpunkter som säger samma slags sak."))
            return
        self._stack.setCurrentIndex(1)
        self.map.show_points(read.points, {v.theme.id: v.theme.label for v in read.views})
        self._offer_parts(read)
        self._find()
        self._take_up_choice()
        self._choose_wanted()

    def _tell(self, text: str) -> None:
        self._notice.setText(text)
        self._stack.setCurrentIndex(0)

    def _offer_parts(self, read: _Read) -> None:
        """Offer the parts of the strategy that have themes; what is chosen stays so."""
        chosen = self.part.currentData()
        with QSignalBlocker(self.part):
            self.part.clear()
            self.part.addItem(_("Hela strategin"), None)
            for code in dict.fromkeys(view.theme.code for view in read.views):
                self.part.addItem(words.part(code, read.codebook), code or "")
            self.part.setCurrentIndex(max(self.part.findData(chosen), 0))

    def _find(self) -> None:
        """Show the themes that are asked for."""
        part = self.part.currentData()
        views, sought = self._read.views if self._read else [], self.search.text().casefold()
        found = [
            view
            for view in views
            if sought in f"{view.theme.code or ''} {view.theme.label}".casefold()
            and (view.divided or not self.divided.isChecked())
            and part in (None, view.theme.code or "")
        ]
        self._count.setText(words.themes(len(found)))
        self.list.show_views(found)

    def _colour(self) -> None:
        self.map.colour(by_theme=self.by_theme.isChecked())

    def _show_gathered(self, points: Sequence[Said]) -> None:
        """List the points that are chosen on the map; the theme at hand where there are none."""
        if not points:
            self._show_theme()
            return
        self._gathered = True
        self.panel.show_gathered(points)
        self._offer()

    def _show_theme(self) -> None:
        self._gathered = False
        view, read = self.list.view, self._read
        self.panel.show_view(view, read.points.told_in(view.theme.id) if read and view else ())
        self.map.choose(view.theme.id if view else "")
        self._offer()

    def _offer(self) -> None:
        """Let be done what can be done with what is chosen."""
        view, points = self.list.view, self.panel.points.count
        alone = not self._gathered
        self.merge.setEnabled(alone and len(self.list.chosen) > 1)
        some = view is not None and points < view.passages
        self.split.setEnabled(points > 0 and (some or not alone))
        self.move_.setEnabled(points > 0 and len(self._others) > 0)
        self.rename.setEnabled(alone and view is not None)
        self.pin.setEnabled(alone and view is not None)
        self.pin.setText(_("Lossa") if view and view.theme.pinned else _("Nåla fast"))

    @property
    def _others(self) -> list[ThemeView]:
        """The themes beside the one at hand; all where points of any are chosen."""
        views = self._read.views if self._read else []
        return [view for view in views if view is not self.list.view or self._gathered]

    def _go_to_point(self, of: tuple[str, str]) -> None:
        passage, theme = of
        self.list.choose(theme)
        self.panel.choose(passage)

    def _rename(self, name: str) -> None:
        """Give the theme at hand another name, which is seen before all is read again."""
        view, read = self.list.view, self._read
        done = self._do(lambda project, theme, by: theming.rename(project, theme, name, by))
        if done and view and read:
            there = read.views.index(view)
            read.views[there] = replace(view, theme=replace(view.theme, label=name))
            self._find()

    def _merge(self) -> None:
        """Put the chosen themes together, in one that a person has made if there is any."""
        chosen = self.list.chosen
        into = next((view.theme.id for view in chosen if view.theme.kept), chosen[0].theme.id)
        others = [view.theme.id for view in chosen]
        self.session.change(lambda project, by: theming.merge(project, into, others, by))

    def _split(self) -> None:
        """Make a theme of the chosen points, called after the first until its name is changed."""
        points = self.panel.chosen
        name = words.beginning(self.panel.points.text_of(points[0]))
        if self._gathered:
            self.session.change(
                lambda project, by: self._begin_new(theming.gather(project, points, name, by))
            )
        else:
            self._do(
                lambda project, theme, by: self._begin_new(
                    theming.split(project, theme, points, name, by)
                )
            )

    def _begin_new(self, theme: str) -> None:
        """Take a theme at hand that a person has just made, and open its name, when it is read."""
        self._wanted, self._unnamed = theme, True

    def _ask_where(self) -> None:
        """Ask to which theme the chosen points are to be moved."""
        text = _("Flytta {points} till tema:").format(points=words.points(self.panel.points.count))
        self.panel.themes.begin(text, [(v.theme.id, words.theme(v)) for v in self._others])

    def _move(self, theme: str, points: Sequence[str]) -> None:
        """Move points to a theme from those that they are in; the one at hand stays so."""
        if set(points) - self._points_of(theme):
            self.session.change(lambda project, by: theming.move(project, points, theme, by))

    def _points_of(self, theme: str) -> set[str]:
        views = self._read.views if self._read else []
        return {point for view in views if view.theme.id == theme for point in view.theme.passages}

    def _pin(self) -> None:
        pinned = bool(self.list.view and self.list.view.theme.pinned)
        self._do(lambda project, theme, by: theming.pin(project, theme, by, pinned=not pinned))

    def _do(self, do: Callable[[Project, str, str], object]) -> bool:
        """Do something with the theme at hand; whether it was done."""
        view = self.list.view
        return view is not None and self.session.change(
            lambda project, by: do(project, view.theme.id, by)
        )


def _part(code: str | None, tops: list[str], codebook: Codebook) -> int:
    """The number of the strategy's upper part that a code belongs to."""
    above = code
    while above is not None and codebook[above].parent is not None:
        above = codebook[above].parent
    return tops.index(above) if above in tops else len(tops)


def _hints() -> tuple[Hint, ...]:
    return (
        Hint(("J", "K"), _("nästa, förra")),
        Hint(("F2",), _("byt namn")),
        Hint(("Ctrl", "M"), _("slå ihop valda")),
        Hint(("Ctrl", "D"), _("bryt ut valda")),
        Hint(("Ctrl", "T"), _("flytta valda")),
        Hint(("Ctrl", "P"), _("nåla fast")),
        Hint(("F6",), _("byt ruta")),
    )
