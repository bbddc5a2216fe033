"""What an OpenDocument's form controls, input fields and content controls say of themselves."""

from collections.abc import Iterable

from lxml.etree import _Element

from inspel_app.domain.document import ControlKind
from inspel_app.reading.controls import OpenControl, sign
from inspel_app.reading.odt_names import FIELD, FORM, LOEXT, TEXT, XML

_TICKS = {FORM + "checkbox", FORM + "radio"}
_CHOICES = {FORM + "combobox", FORM + "listbox"}
_CHECKED = "Checkbox_Checked"


def content_control(element: _Element) -> OpenControl:
    """The control of `loext:content-control`, LibreOffice's own."""
    control = OpenControl(
        tag=element.get(LOEXT + "tag", "") or element.get(LOEXT + "alias", ""),
        placeholder=_is_true(element, LOEXT + "showing-place-holder"),
    )
    if _is_true(element, LOEXT + "checkbox"):
        control.kind = ControlKind.CHECKBOX
        control.default = sign(_is_true(element, LOEXT + "checked"))
    elif _is_true(element, LOEXT + "date"):
        control.kind = ControlKind.DATE
    elif element.find(LOEXT + "list-item") is not None:
        control.kind = ControlKind.CHOICE
    return control


def input_field(element: _Element) -> OpenControl:
    """The control of `text:text-input` and `text:drop-down`."""
    chosen = element.tag == TEXT + "drop-down"
    return OpenControl(
        ControlKind.CHOICE if chosen else ControlKind.TEXT,
        element.get(TEXT + "name", ""),
        prompt=element.get(TEXT + "description") or None,
    )


def field_mark(element: _Element) -> OpenControl | None:
    """The control of a form field that came from Word; None for other fields."""
    kind = element.get(FIELD + "type", "").rpartition(".")[2]
    params = [
        (p.get(FIELD + "name", "").rpartition("}")[2], p.get(FIELD + "value", "")) for p in element
    ]
    tag = element.get(TEXT + "name", "")
    match kind:
        case "FORMTEXT":
            return OpenControl(tag=tag)
        case "FORMCHECKBOX":
            ticked = any(n.endswith(_CHECKED) and v in {"true", "1"} for n, v in params)
            return OpenControl(ControlKind.CHECKBOX, tag, default=sign(ticked))
        case "FORMDROPDOWN":
            return OpenControl(ControlKind.CHOICE, tag, default=_selected(params))
    return None


def _selected(params: Iterable[tuple[str, str]]) -> str:
    found = list(params)
    entries = [v for n, v in found if n.endswith("Dropdown_ListEntry")]
    chosen = next((v for n, v in found if n.endswith("Dropdown_Selected")), "")
    index = int(chosen) if chosen.isascii() and chosen.isdigit() else len(entries)
    return entries[index] if index < len(entries) else ""


class FormControls:
    """The controls in `office:forms`, which the text shows by their ids."""

    def __init__(self, root: _Element) -> None:
        self._elements = {
            name: element
            for element in root.iter()
            if isinstance(element.tag, str) and element.tag.startswith(FORM)
            for name in (element.get(XML + "id"), element.get(FORM + "id"))
            if name
        }

    def control(self, name: str) -> OpenControl | None:
        """The control with what is written or chosen in it; None for buttons and the like."""
        element = self._elements.get(name)
        if element is None or element.tag == FORM + "button":
            return None
        tag = element.get(FORM + "name", "")
        if element.tag in _TICKS:
            states = (FORM + "current-state", FORM + "current-selected")
            ticked = any(element.get(s) in {"checked", "true"} for s in states)
            return OpenControl(ControlKind.CHECKBOX, tag, default=sign(ticked))
        kind = ControlKind.CHOICE if element.tag in _CHOICES else ControlKind.TEXT
        return OpenControl(kind, tag, default=_written(element))

    def label(self, name: str) -> str:
        """The text that a tick box shows beside itself, with a space before it."""
        element = self._elements.get(name)
        if element is None or element.tag not in _TICKS:
            return ""
        return f" {element.get(FORM + 'label', '')}"


def _written(element: _Element) -> str:
    chosen = [
        option.get(FORM + "label", "")
        for option in element.iterchildren(FORM + "option", FORM + "item")
        if _is_true(option, FORM + "current-selected")
    ]
    if chosen:
        return ", ".join(chosen)
    return element.get(FORM + "current-value", "") or element.get(FORM + "value", "")


def _is_true(element: _Element, name: str) -> bool:
    return element.get(name) == "true"
