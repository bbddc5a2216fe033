"""The top of the window: which round it is, what is going on, and what can be taken back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from inspel_app.gui.actions import Actions, with_key
from inspel_app.gui.copies import Copies
from inspel_app.gui.menu_button import MenuButton
from inspel_app.gui.session import Session
from inspel_app.gui.style import scaled
from inspel_app.gui.tokens import BAR, GRID
from inspel_app.gui.widgets import (
    ElidedLabel,
    IconButton,
    Picture,
    action_button,
    fit_height,
    fit_width,
    label,
    lay_out,
    row,
    tip,
)
from inspel_app.i18n import _
from inspel_app.services.jobs import Progress
from inspel_app.services.rounds import codebook_of, short_name

_PROGRESS, _ARROW = 28 * GRID, 16
_SEARCH = (20 * GRID, 44 * GRID)
"""Pixels that the search takes at least and at most."""


class TopBar(QWidget):
    """Title and facts of the round | search | progress | undo, redo, import."""

    def __init__(self, session: Session, actions: Actions, copies: Copies) -> None:
        super().__init__()
        self._session = session
        self._actions, self._copies = actions, copies
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fit_height(self, BAR)
        self._reading = actions.take_in, actions.take_in_folder
        self._title = _TitleButton(
            (
                actions.facts,
                *self._reading,
                actions.imports,
                copies.take_in,
                copies.settle,
                actions.open,
                actions.new,
                actions.leave,
            )
        )
        self._facts = ElidedLabel("muted")
        self._text, self._bar = ElidedLabel("muted"), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(12 * GRID)
        fit_width(self._text, _PROGRESS)
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._pause = IconButton(actions.pause, "pausa")
        cancel = IconButton(actions.cancel, "stang")
        self._progress = row(self._text, self._bar, self._pause, cancel, GRID)
        search, line = _SearchButton(actions.search), QHBoxLayout(self)
        lay_out(
            line,
            self._title,
            self._facts,
            None,
            search,
            None,
            self._progress,
            IconButton(actions.undo, "angra"),
            IconButton(actions.redo, "gor-om"),
            action_button(_("Läs in …"), actions.take_in, "primary"),
            margins=(2 * GRID, 0, 2 * GRID, 0),
            gap=GRID,
        )
        line.setStretchFactor(search, 8)  # before the room on its sides
        session.opened.connect(self.refresh)
        session.changed.connect(self.refresh)
        session.progressed.connect(self._show_progress)
        session.job_ended.connect(self.refresh)
        actions.pause.triggered.connect(lambda _on: self._show_pause())

    def refresh(self) -> None:
        """Show the round as it is now, and what can be done."""
        project, busy = self._session.project, self._session.busy
        self._progress.setVisible(busy)
        if project:
            settings = project.settings
            dnr = _("dnr {dnr}").format(dnr=settings.dnr) if settings.dnr else ""
            strategy = codebook_of(project)
            self._title.show_title(settings.title)
            self._facts.setText(" · ".join(filter(None, [dnr, short_name(strategy)])))
            self._facts.setToolTip(tip(strategy.title))
        self._show_pause()
        self._actions.imports.setEnabled(project is not None)
        for act in (*self._reading, self._actions.facts):
            act.setEnabled(self._session.free)
        self._actions.leave.setEnabled(project is not None and not busy)
        self._copies.offer(free=self._session.free)
        steps = self._session.steps()
        _offer(self._actions.undo, _("Ångra"), steps.undo)
        _offer(self._actions.redo, _("Gör om"), steps.redo)

    def _show_pause(self) -> None:
        """Offer to pause, or to go on."""
        paused = self._session.paused
        self._actions.pause.setEnabled(self._session.busy)
        self._actions.pause.setText(_("Fortsätt") if paused else _("Pausa"))
        self._pause.draw("fortsatt" if paused else "pausa")
        if paused:
            self._text.setText(_("Pausad: fortsätt eller avbryt"))

    def _show_progress(self, progress: Progress) -> None:
        if not self._progress.isVisible():
            self.refresh()
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        counted = _("{done} av {total}: {text}") if progress.total else "{text}"
        self._text.setText(
            counted.format(done=progress.done, total=progress.total, text=progress.text)
        )


def _offer(act: QAction, verb: str, name: str | None) -> None:
    """Let the action be done if there is something, and tell in its tip what that is."""
    act.setEnabled(name is not None)
    text = _("{verb}: {name}").format(verb=verb, name=name) if name else verb
    act.setToolTip(tip(with_key(text, act)))
    act.setStatusTip(text)


class _SearchButton(QPushButton):
    """Looks like the field that it leads to; tells of its key where there is room."""

    def __init__(self, search: QAction) -> None:
        super().__init__()
        self.setProperty("role", "search")
        self.setToolTip(tip(search.toolTip()))
        self.setMinimumWidth(_SEARCH[0])
        self.setMaximumWidth(_SEARCH[1])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        picture, told = Picture("sok", lambda look: look.muted, 16), ElidedLabel("muted")
        told.setText(_("Sök i allt eller gör något"))
        self.setAccessibleName(told.accessibleName())
        self._key = label(search.shortcut().toString(QKeySequence.SequenceFormat.NativeText), "key")
        self._key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for part in (picture, told, self._key):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lay_out(QHBoxLayout(self), picture, told, None, self._key, margins=(8, 0, 8, 0), gap=GRID)
        self.clicked.connect(lambda _checked: search.trigger())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What it is for comes before its key."""
        super().resizeEvent(event)
        self._key.setVisible(self.width() >= scaled(_SEARCH[0]))


class _TitleButton(MenuButton):
    """The round's title, with what can be done with rounds."""

    def __init__(self, actions: tuple[QAction, ...]) -> None:
        super().__init__(role="round", arrow=_ARROW)
        self.choices.addActions(actions)

    def show_title(self, title: str) -> None:
        """Show another title; an ampersand in it is no shortcut."""
        metrics = self.fontMetrics()
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, 48 * GRID)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(tip(title))
        self.setAccessibleName(_("Omgång: {title}").format(title=title))
