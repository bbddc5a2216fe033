"""Opens the window without a screen and goes through its pages."""

import os
from pathlib import Path


def visit_pages(path: Path) -> tuple[str, ...]:
    """The names of the window's pages, each of which has been shown with a round."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - by now it is told not to show

    from inspel_app.gui.app import make_window  # noqa: PLC0415 - as above
    from inspel_app.gui.looks import follow_looks  # noqa: PLC0415 - as above
    from inspel_app.gui.preferences import Preferences  # noqa: PLC0415 - as above

    app, preferences = QApplication([]), Preferences()
    follow_looks(app, preferences)
    window = make_window(path, preferences)
    window.show()
    for page in window.pages:
        window.go_to(page)
        while window.session.busy or page.busy:
            app.processEvents()
        window.grab()
    window.close()
    return tuple(page.name for page in window.pages)
