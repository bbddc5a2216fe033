"""The fixed parts of the reports: Word styles, the HTML template, its looks and script."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_FOLDERS = (
    _PACKAGE / "_data" / "resources" / "rapport",  # installed or frozen
    _PACKAGE.parent / "resources" / "rapport",  # the source tree
)


@cache
def folder() -> Path:
    """The folder that holds them."""
    return next(place for place in _FOLDERS if place.is_dir())
