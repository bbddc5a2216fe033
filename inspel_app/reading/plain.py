"""Text as it is shown: composed letters, and none of the signs that are not seen."""

import unicodedata

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphen, zero-width space, word joiner, byte order mark."""


def plain(text: str) -> str:
    """The text with å, ä, ö as one character each and without unseen signs."""
    return text if text.isascii() else unicodedata.normalize("NFC", text.translate(_UNSEEN))
