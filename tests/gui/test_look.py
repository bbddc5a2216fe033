"""The tokens: what is read can be read, light and dark; and the icons take their colour."""

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from inspel_app.domain.form import ActorType
from inspel_app.gui import style
from inspel_app.gui.heat_chart import shade
from inspel_app.gui.icons import icon
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.style import apply_style, current, palette, stylesheet
from inspel_app.gui.tokens import DARK, LIGHT, Tokens
from inspel_app.resources import resource_dir

ICONS = sorted((resource_dir() / "ikoner").glob("*.svg"), key=lambda file: file.name)
READ_ON = (
    ("text", ("background", "surface", "hover", "accent_soft", "warning_soft", "marker")),
    ("muted", ("background", "surface", "hover", "accent_soft", "warning_soft")),
    ("accent", ("surface", "accent_soft", "background")),
    ("on_accent", ("accent",)),
    ("warning", ("surface", "warning_soft")),
    ("danger", ("surface", "danger_soft")),
    ("positive", ("surface",)),
)


GROUNDS = ("background", "surface", "hover", "accent_soft")
SEEN_ON = (
    ("accent", GROUNDS),
    ("positive", GROUNDS),
    ("warning", GROUNDS),
    ("danger", GROUNDS),
    ("field", ("surface", "background")),
)
"""What is drawn: dots, bars, rings, and the edges of fields."""


def contrast(one: str, other: str) -> float:
    return style.contrast(QColor(one), QColor(other))


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_surface(look: Tokens) -> None:
    faint = {
        (text, ground): round(contrast(getattr(look, text), getattr(look, ground)), 2)
        for text, grounds in READ_ON
        for ground in grounds
        if contrast(getattr(look, text), getattr(look, ground)) < 4.5
    }
    assert faint == {}


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_every_kind_of_respondent_has_a_hue_of_its_own(look: Tokens) -> None:
    assert set(look.actors) == {*ActorType, None}
    assert len(set(look.actors.values())) == len(look.actors)
    assert len(set(look.parts)) == len(look.parts)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_drawn_is_seen_on_every_ground(look: Tokens) -> None:
    drawn = [(getattr(look, name), grounds) for name, grounds in SEEN_ON]
    drawn += [(hue, GROUNDS) for hue in (*look.actors.values(), *look.parts)]
    faint = {
        (colour, ground): round(contrast(colour, getattr(look, ground)), 2)
        for colour, grounds in drawn
        for ground in grounds
        if contrast(colour, getattr(look, ground)) < 3
    }
    assert faint == {}


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_the_numbers_of_a_heat_map_are_read_in_every_shade(look: Tokens) -> None:
    shades = [shade(look, share / 100) for share in range(101)]
    assert min(style.contrast(ink, ground) for ground, ink in shades) >= 4.5


def _colours(value: str | tuple[str, ...] | dict[object, str]) -> Iterable[str]:
    if isinstance(value, str):
        return [value]
    return value if isinstance(value, tuple) else value.values()


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_all_colours_are_colours(look: Tokens) -> None:
    for field in fields(Tokens):
        value = getattr(look, field.name)
        for colour in _colours(value):
            assert QColor(colour).isValid()
    assert "$" not in stylesheet(look)
    assert palette(look).window().color() == QColor(look.background)


def test_changes_between_light_and_dark(window: MainWindow, app: QApplication) -> None:
    try:
        apply_style(app, dark=True)
        app.processEvents()
        assert current() is DARK
        image = window.inbox.grab().toImage()
        corner = image.pixelColor(image.width() // 4, image.height() - 4)
        assert corner == QColor(DARK.surface)
    finally:
        apply_style(app, dark=False)
    assert current() is LIGHT


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_draws_every_icon_in_its_colour(file: Path) -> None:
    picture = icon(file.stem, "#ff0000").pixmap(QSize(20, 20)).toImage()
    colours = [picture.pixelColor(x, y) for x in range(20) for y in range(20)]
    seen = [colour for colour in colours if colour.alpha() > 150]
    assert seen
    if "currentColor" in file.read_text("utf-8"):
        assert all(c.red() > 150 and c.green() < 60 and c.blue() < 60 for c in seen)


@pytest.mark.parametrize("side", [16, 20, 30, 40, 64])
def test_an_icon_is_as_large_as_is_asked_for(side: int) -> None:
    assert icon("sok", "#ff0000").actualSize(QSize(side, side)) == QSize(side, side)
