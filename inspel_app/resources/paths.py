"""Where the program's own data files lie, and the user's."""

import os
import sys
from pathlib import Path

from platformdirs import user_data_path

from inspel_app.errors import MissingComponentError
from inspel_app.i18n import _

_PACKAGE = Path(__file__).resolve().parent.parent


def resource_dir() -> Path:
    """The folder of the data files that come with the program.

    It lies beside the package in a source tree, in the bundle of a frozen program, and
    within the package of an installed one.

    Raises:
        MissingComponentError: the installation lacks it.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        candidates = [Path(bundle) / "resources"]
    else:
        candidates = [_PACKAGE.parent / "resources", _PACKAGE / "_data" / "resources"]
    for folder in candidates:
        if (folder / "strategier").is_dir():
            return folder
    raise MissingComponentError(
        _("Programmets egna datafiler saknas: {folder}.").format(folder=candidates[-1]),
        _("Installera om programmet."),
    )


def user_dir() -> Path:
    """The user's own folder; INSPEL_DATA in the environment points out another one."""
    chosen = os.environ.get("INSPEL_DATA")
    return Path(chosen) if chosen else user_data_path("inspel", appauthor=False)
