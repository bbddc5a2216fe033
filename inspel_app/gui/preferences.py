"""The user's settings as the window follows them: changed at once, kept between times."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from inspel_app.errors import KnownError
from inspel_app.gui.style import apply_style
from inspel_app.resources.settings import Settings, Theme, change_settings, load_settings
from inspel_app.services.models import check_models, forget_models

_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


class Preferences(QObject):
    """The settings; where their file has a fault the usual ones hold, and `fault` says what."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fault = ""
        try:
            self.settings = load_settings()
        except KnownError as error:
            self.settings, self.fault = Settings(), str(error)

    def change(self, **changes: object) -> None:
        """Change some of the settings, by their names in `Settings`.

        Raises:
            KnownError: a value cannot be used, or the settings cannot be read or written.
        """
        check_models(Settings()._replace(**changes))  # type: ignore[arg-type]
        self.settings, self.fault = change_settings(**changes), ""
        forget_models()
        self.changed.emit()


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
