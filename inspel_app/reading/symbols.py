"""Signs that word processors keep as a place in a symbol font instead of as a character."""

_LAST_CODE = 0x10FFFF
_PRIVATE = 0xF000
"""Symbol fonts' places are written from here on, in Unicode's private area."""

_SIGNS = {
    "wingdings": {
        0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪",
        0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
        0xFD: "☒", 0xFE: "☒",
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☒", 0x53: "☒", 0x54: "☒", 0xA3: "☐"},
    "symbol": {
        0xA3: "≤", 0xA7: "♣", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
        0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈", 0xDE: "⇒", 0xE5: "∑",
    },
}  # fmt: skip


def sign_at(code: int, font: str) -> str:
    """The character at a place in a font; empty where none is known there."""
    if not _PRIVATE <= code < _PRIVATE + 0x100:
        sign = chr(code) if 0 <= code <= _LAST_CODE else ""
        return sign if sign.isprintable() else ""
    return _SIGNS.get(font.casefold(), {}).get(code - _PRIVATE, "")
