"""The languages that text in pictures can be read by."""

from typing import NamedTuple

from inspel_app.i18n import _
from inspel_app.reading.ocr_languages import SWEDISH
from inspel_app.reading.ocr_tesseract import installed_languages

_NO_LANGUAGES = {"osd", "equ", "snum"}
"""Data that tell how a page is turned, or read formulas."""


class Language(NamedTuple):
    """A language as Tesseract names it, and as people do; Swedish is always read."""

    code: str
    name: str

    @property
    def optional(self) -> bool:
        """Whether it can be left out."""
        return self.code != SWEDISH


def languages() -> list[Language]:
    """Those that are installed, Swedish first.

    Raises:
        MissingComponentError: Tesseract is not installed.
    """
    names = _names()
    found = [
        Language(code, names.get(code, code))
        for code in installed_languages()
        if code not in _NO_LANGUAGES
    ]
    return sorted(found, key=lambda language: (language.optional, language.name))


def _names() -> dict[str, str]:
    """What the languages of the country, its minorities and its neighbours are called."""
    return {
        SWEDISH: _("svenska"),
        "eng": _("engelska"),
        "fin": _("finska"),
        "nor": _("norska"),
        "dan": _("danska"),
        "isl": _("isländska"),
        "deu": _("tyska"),
        "fra": _("franska"),
        "pol": _("polska"),
        "est": _("estniska"),
        "yid": _("jiddisch"),
        "ara": _("arabiska"),
        "fas": _("persiska"),
        "ukr": _("ukrainska"),
        "rus": _("ryska"),
    }
