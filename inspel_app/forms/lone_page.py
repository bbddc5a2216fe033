"""A picture of a page of a form on which too little of it stands to be read as a form."""

from collections.abc import Sequence
from functools import lru_cache

from inspel_app.domain.document import Block, Document, Method, Problem
from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.own_text import OwnText
from inspel_app.forms.page_order import labels_on
from inspel_app.forms.ranges import Range
from inspel_app.i18n import _

_ONLY_PRINTED = frozenset({LabelKind.QUESTION, LabelKind.OWN})
"""Headings stand in letters too, as those of the strategy do."""


def printed_on(document: Document, templates: Sequence[FormTemplate]) -> list[Range]:
    """Where the form's own texts stand in a scan that is no letter but such a page; else none."""
    written = [block for block in document.blocks if block.text]
    if not all(block.words for block in written):
        return []
    for template in templates:
        kinds = {template.labels[label].kind for label in labels_on(document, template)}
        if kinds & _ONLY_PRINTED:
            return [(b.start, b.end) for b in written if _is_own(b, template)]
    return []


def lone_page() -> Problem:
    """The doubt about such a page."""
    message = _(
        "Sidan hör till en blankett, men visar för lite av den för att säga till vilken fråga "
        "det som är skrivet hör."
    )
    return Problem("sida-av-blankett", message)


def _is_own(block: Block, template: FormTemplate) -> bool:
    return _own_text(template).holds(block.text, Method.OCR, block.role)


@lru_cache(maxsize=16)
def _own_text(template: FormTemplate) -> OwnText:
    return OwnText(template)
