"""What the window remembers between times: rounds that were open, its size, and its panes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QWidget

from inspel_app.config import PROGRAM

_MOST = 6
_RECENT, _GEOMETRY, _PANES, _SEEN = "senaste", "fonster", "rutor", "sedda"
_PLACE, _VIEWS, _STATES = "plats", "vyer", "lagen"


@dataclass(frozen=True, slots=True)
class Recent:
    """A round that was open: where it is, its title, and when it was last changed."""

    path: Path
    title: str
    changed: datetime


def _store() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, PROGRAM, PROGRAM)


def recents() -> list[Recent]:
    """The rounds that were open, the latest first; those that are gone are left out."""
    found = []
    for path, title in _told():
        try:
            changed = datetime.fromtimestamp(Path(path).stat().st_mtime).astimezone()
        except OSError:
            continue
        found.append(Recent(Path(path), title, changed))
    return found


def remember(path: Path, title: str) -> None:
    """Let a round be the latest that was open."""
    others = [one for one in _told() if one[0] != str(path)]
    told = [[str(path), title], *others][:_MOST]
    _store().setValue(_RECENT, json.dumps(told))


def is_new(view: str) -> bool:
    """Whether nobody has asked this of the view before; from now on somebody has."""
    store = _store()
    seen = str(store.value(_SEEN, "")).split()
    store.setValue(_SEEN, " ".join(sorted({*seen, view})))
    return view not in seen


class Place(NamedTuple):
    """Where somebody works: the round, the view, and what is chosen in it, by ids; "" for none."""

    round: str = ""
    view: str = ""
    inspel: str = ""
    passage: str = ""


def keep_place(here: Place) -> None:
    """Remember where somebody works, for after a crash."""
    _store().setValue(_PLACE, json.dumps(here))


def place() -> Place:
    """Where somebody worked."""
    try:
        return Place(*map(str, json.loads(str(_store().value(_PLACE, "[]")))))
    except (TypeError, ValueError):  # somebody has written in the file
        return Place()


class View(NamedTuple):
    """What the inbox shows, and in which order: a choice, words, a column, and which way."""

    choice: str
    text: str
    column: int
    down: bool


def views() -> dict[str, View]:
    """The views that were kept, by name."""
    try:
        told = json.loads(str(_store().value(_VIEWS, "{}")))
        found = {str(name): view_of(view) for name, view in told.items()}
        return {name: view for name, view in found.items() if view}
    except (ValueError, AttributeError):  # somebody has written in the file
        return {}


def view_of(told: object) -> View | None:
    """A view as it was written down; None where it is none."""
    match told:
        case [str(choice), str(text), int(column), bool(down)]:
            return View(choice, text, column, down)
    return None


def keep_views(kept: Mapping[str, View]) -> None:
    """Let these be the views that are kept."""
    _store().setValue(_VIEWS, json.dumps(kept))


def states(round_: Path) -> dict[str, dict[str, object]]:
    """How the views of a round were left, by name; and under "" which of them was seen."""
    return _all_states().get(str(round_), {})


def keep_states(round_: Path, left: Mapping[str, Mapping[str, object]]) -> None:
    """Remember how the views of a round were left; those of rounds of late are kept."""
    recent = [path for path, _title in _told()]
    others = {path: told for path, told in _all_states().items() if path in recent}
    _store().setValue(_STATES, json.dumps({**others, str(round_): left}))


def _all_states() -> dict[str, dict[str, dict[str, object]]]:
    try:
        told = json.loads(str(_store().value(_STATES, "{}")))
        return {
            str(path): {str(view): dict(state) for view, state in views.items()}
            for path, views in told.items()
        }
    except (TypeError, ValueError, AttributeError):  # somebody has written in the file
        return {}


def keep(window: QWidget) -> None:
    """Remember the size and place of the window's frame, and how its panes share the room."""
    store = _store()
    store.setValue(_GEOMETRY, window.window().saveGeometry())
    for splitter in window.findChildren(QSplitter):
        store.setValue(f"{_PANES}/{splitter.objectName()}", splitter.saveState())


def restore(frame: QWidget) -> None:
    """Let a window's frame stand where it stood."""
    geometry = _store().value(_GEOMETRY)
    if isinstance(geometry, QByteArray):
        frame.restoreGeometry(geometry)


def restore_panes(page: QWidget) -> None:
    """Let the panes of a page share the room as they did."""
    store = _store()
    for splitter in page.findChildren(QSplitter):
        state = store.value(f"{_PANES}/{splitter.objectName()}")
        if isinstance(state, QByteArray):
            splitter.restoreState(state)


def _told() -> list[tuple[str, str]]:
    try:
        told = json.loads(str(_store().value(_RECENT, "[]")))
        return [(str(path), str(title)) for path, title in told]
    except ValueError:  # somebody has written in the file
        return []
