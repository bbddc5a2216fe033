"""The tokens: what is read can be read, light and dark; and the icons take their colour."""

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from inspel_app.domain.form import ActorType
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


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2: 1 to 21."""

    def luminance(colour: str) -> float:
        parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
        red, green, blue = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


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
