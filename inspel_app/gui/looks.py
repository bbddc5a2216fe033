"""Light or dark, and how large text is: as the settings say, or as the system does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspel_app.gui.preferences import Preferences
from inspel_app.gui.style import apply_style
from inspel_app.resources.settings import Theme

_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


def follow_looks(app: QApplication, preferences: Preferences) -> None:
    """Look as the settings say, and light or dark as the system does where they do not say."""
    hints = app.styleHints()
    worn: list[tuple[bool, int]] = []

    def dress() -> None:
        chosen = preferences.settings
        hints.setColorScheme(_SCHEMES[chosen.theme])  # of the frames that the system draws
        system = hints.colorScheme() is Qt.ColorScheme.Dark
        dark = system if chosen.theme is Theme.SYSTEM else chosen.theme is Theme.DARK
        if worn != [(dark, chosen.text_size)]:
            worn[:] = [(dark, chosen.text_size)]
            apply_style(app, dark=dark, percent=chosen.text_size)

    hints.colorSchemeChanged.connect(dress)
    preferences.changed.connect(dress)
    dress()
