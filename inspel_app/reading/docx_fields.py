"""Complex fields of Word files: an instruction, which is not shown, and then its result."""

from dataclasses import dataclass

from lxml.etree import _Element

from inspel_app.reading.blocks import BlockWriter
from inspel_app.reading.controls import OpenControl
from inspel_app.reading.docx_controls import form_field
from inspel_app.reading.docx_names import W, child
from inspel_app.reading.limits import too_large

_DEEPEST = 100
"""More fields inside each other no person has made."""


@dataclass(slots=True)
class _Field:
    control: OpenControl | None
    shown: bool = False
    """Whether its result has begun."""


class Fields:
    """The fields that the walk is inside of, innermost last; form fields become controls."""

    def __init__(self, writer: BlockWriter) -> None:
        self._writer = writer
        self._open: list[_Field] = []

    @property
    def in_instruction(self) -> bool:
        """Whether the text at hand belongs to an instruction."""
        return any(not field.shown for field in self._open)

    def mark(self, mark: _Element) -> None:
        """Follow a `w:fldChar`: the beginning, the parting or the end of a field."""
        step = mark.get(W + "fldCharType")
        if step == "begin":
            if len(self._open) >= _DEEPEST:
                raise too_large()
            data = child(mark, W + "ffData")
            control = None if data is None else form_field(data)
            if control is not None:
                self._writer.open(control)
            self._open.append(_Field(control))
        elif step == "separate" and self._open:
            self._open[-1].shown = True
        elif step == "end" and self._open:
            self._end(self._open.pop())

    def end_instructions(self) -> None:
        """End fields whose result has not begun, lest all that follows be taken for instruction."""
        while self._open and not self._open[-1].shown:
            self._end(self._open.pop())

    def end_all(self) -> None:
        """End the fields that lack an end."""
        while self._open:
            self._end(self._open.pop())

    def _end(self, field: _Field) -> None:
        if field.control is not None:
            self._writer.close(field.control)
