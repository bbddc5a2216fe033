"""What the instructions of RTF fields ask for: form fields and symbols."""

import re

from inspel_app.domain.document import ControlKind
from inspel_app.reading.controls import OpenControl, sign
from inspel_app.reading.symbols import sign_at

_SYMBOL = re.compile(r'SYMBOL\s+(0x[0-9a-fA-F]{1,4}|\d{1,5})(?:.*?\\f\s*"?([^"\\]+))?')
_PRIVATE = 0xF000
_BYTE = 0x100
_USE_DEFAULT = 25
"""The result of a form field in which nobody has chosen anything."""


def form_field(
    kind: str, numbers: dict[str, int], texts: dict[str, list[str]]
) -> OpenControl | None:
    """The control that an instruction begins; None for fields that are nothing to fill in.

    `numbers` and `texts` are what the field's own description holds, by control word. The
    default text of a field without a name is no prompt: LibreOffice writes the answer there.
    """
    name = "".join(texts.get("ffname", []))
    chosen = numbers.get("ffres", _USE_DEFAULT)
    if chosen == _USE_DEFAULT:
        chosen = numbers.get("ffdefres", 0)
    match kind:
        case "FORMTEXT":
            prompt = "".join(texts.get("ffdeftext", []))
            return OpenControl(tag=name, prompt=prompt if name else None)
        case "FORMCHECKBOX":
            return OpenControl(ControlKind.CHECKBOX, name, default=sign(chosen == 1))
        case "FORMDROPDOWN":
            entries = texts.get("ffl", [])
            default = entries[chosen] if 0 <= chosen < len(entries) else ""
            return OpenControl(ControlKind.CHOICE, name, default=default)
    return None


def field_symbol(instruction: str) -> str:
    """The sign that a SYMBOL field shows; empty for other fields."""
    match = _SYMBOL.match(instruction)
    if match is None:
        return ""
    code = int(match[1], 0)
    font = (match[2] or "").strip()
    return (sign_at(_PRIVATE + code, font) if font and code < _BYTE else "") or sign_at(code, "")
