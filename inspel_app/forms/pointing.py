"""Tells letters whose parts stand under numbers of questions that were not found in the form."""

import re

from inspel_app.domain.document import Document, Problem, Role
from inspel_app.i18n import _

_FEWEST = 2
"""So many such lines; one may stand in any letter."""
_POINTS = re.compile(
    r"^[^\w\n]{0,3}(?:(?i:fråga|punkt|(?:del)?prioritering|avsnitt|rubrik)[ \t]+[A-ZÅÄÖ]?\.?\d{1,2}"
    r"(?:\.\d{1,2}){0,2}|[A-H]\.?\d{1,2}(?:\.\d{1,2})?|\d{1,2}(?:\.\d{1,2}){1,2})"
    r"(?![.\d]*\d)[.):]?[ \t]*(?:[-–:][ \t]*)?(?=[A-ZÅÄÖ\n]|$)",
    re.MULTILINE,
)


def pointing_doubt(body: Document) -> Problem | None:
    """The doubt about a mail's text of which no form was found, though its lines name questions."""
    own = "\n".join(block.text for block in body.blocks if block.role is Role.BODY)
    if len(_POINTS.findall(own)) < _FEWEST:
        return None
    message = _("Texten svarar under nummer. Se efter vilka frågor i blanketten de hör till.")
    return Problem("svar-under-nummer", message)
