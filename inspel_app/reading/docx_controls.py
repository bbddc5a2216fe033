"""What Word's content controls and older form fields say about themselves."""

from lxml.etree import _Element

from inspel_app.domain.document import ControlKind
from inspel_app.reading.controls import OpenControl, sign
from inspel_app.reading.docx_names import VAL, W14, W, is_on, number, toggle, value

_CHECKBOX = W14 + "checkbox"
_KINDS = {
    W + "dropDownList": ControlKind.CHOICE,
    W + "comboBox": ControlKind.CHOICE,
    W + "date": ControlKind.DATE,
    _CHECKBOX: ControlKind.CHECKBOX,
}
_NO_FIELDS = {W + "docPartObj", W + "docPartList", W + "bibliography", W + "citation"}
"""Controls round what Word itself makes: tables of contents, cover pages, references."""


def content_control(properties: _Element | None) -> OpenControl | None:
    """The control of `w:sdtPr`; None where it is no field to fill in."""
    if properties is None:
        return OpenControl()
    control = OpenControl()
    for child in properties:
        tag = child.tag
        if tag in _NO_FIELDS:
            return None
        if tag in _KINDS:
            control.kind = _KINDS[tag]
            if tag == _CHECKBOX:
                control.default = sign(_is_ticked(child))
        elif tag == W + "tag":
            control.tag = child.get(VAL) or control.tag
        elif tag == W + "alias":
            control.tag = control.tag or child.get(VAL, "")
        elif tag == W + "showingPlcHdr":
            control.placeholder = is_on(child.get(VAL))
    return control


def form_field(data: _Element) -> OpenControl:
    """The control of `w:ffData`, a form field of the older kind."""
    name = value(data, W + "name") or ""
    checkbox, choices = data.find(W + "checkBox"), data.find(W + "ddList")
    if checkbox is not None:
        ticked = toggle(checkbox, W + "checked")
        if ticked is None:
            ticked = toggle(checkbox, W + "default") or False
        return OpenControl(ControlKind.CHECKBOX, name, default=sign(ticked))
    if choices is not None:
        return OpenControl(ControlKind.CHOICE, name, default=_choice(choices))
    return OpenControl(ControlKind.TEXT, name, prompt=_prompt(data))


def _prompt(data: _Element) -> str:
    return value(data.find(W + "textInput"), W + "default") or ""


def _choice(choices: _Element) -> str:
    entries = [e.get(VAL, "") for e in choices.iterchildren(W + "listEntry")]
    chosen = value(choices, W + "result") or value(choices, W + "default")
    index = number(chosen, 0)
    return entries[index] if 0 <= index < len(entries) else ""


def _is_ticked(checkbox: _Element) -> bool:
    checked = checkbox.find(W14 + "checked")
    return checked is not None and is_on(checked.get(W14 + "val"))
