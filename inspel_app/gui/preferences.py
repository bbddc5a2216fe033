"""The user's settings as the window follows them: changed at once, kept between times."""

from PySide6.QtCore import QObject, Signal

from inspel_app.errors import KnownError
from inspel_app.resources.settings import Settings, change_settings, load_settings


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
        from inspel_app.services.models import (  # noqa: PLC0415 - the window comes first
            check_models,
            forget_models,
        )

        check_models(Settings()._replace(**changes))  # type: ignore[arg-type]
        self.settings, self.fault = change_settings(**changes), ""
        forget_models()
        self.changed.emit()
