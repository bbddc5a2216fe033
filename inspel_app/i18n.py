"""Swedish is the language of the source; other languages are gettext catalogues.

`_` is looked up at each call, so that a change of language reaches every new text.
"""

import gettext
from pathlib import Path

DOMAIN = "inspel"
_translation: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str, catalogues: Path) -> None:
    """Use the catalogue for `language` in the folder; Swedish texts where there is none."""
    global _translation  # noqa: PLW0603 - the one language of the process
    _translation = gettext.translation(DOMAIN, catalogues, [language], fallback=True)


def _(message: str) -> str:
    """The message in the language in use."""
    return _translation.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The message in the form that the number `n` asks for."""
    return _translation.ngettext(singular, plural, n)
