"""Notes on a folder of exported files, as registrators put them there: they are no inspel."""

import re
from dataclasses import replace
from pathlib import PurePath

from inspel_app.domain.document import Problem
from inspel_app.domain.form import Status, Submission, Unplaced
from inspel_app.i18n import _

_NAME = re.compile(
    r"[\W\d_]*(?:läs[\W_]*(?:mig|detta)|read[\W_]*me|(?:innehålls?|fil|handlings|dokument)?"
    r"(?:förteckning|lista)|innehåll|följesedel|index)[\W\d_]*(?:först|first)?[\W\d_]*",
    re.IGNORECASE,
)
_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bmapp(?:en|ar|arna)?\b|\bfolder",
        r"\bfil(?:en|er|erna|namn\w*)\b|\bfiles?\b|\.(?:eml|msg|pdf|docx?|zip|jpe?g|tiff?)\b",
        r"\bexport(?:era\w*|en)?\b|\b(?:ned|ut)laddad\w*\b|\bdownloaded\b",
        r"\bdiari\w+|\bregistrator\w*|\bärende\w*|\bdnr\b|\bakt(?:en|bilag\w*)\b",
        r"\binkom\w*\b|\bhandling(?:ar|arna)\b|\bpostlista\w*",
        r"\b(?:numrera|namng|sortera|märk|döpt|ordna)\w*",
        r"\bmejl(?:en|lådan?)?\b|\be-posten?\b|\binkorg\w*|\bbrevlåd\w*|\bmailbox\b",
    )
)
"""What a note on files speaks of, and letters seldom."""
_NAMED, _UNNAMED = 2, 5
"""So many of these tell where the file is named so, and where it is not."""
_OPINES = re.compile(
    r"\b(?:bör|borde|föreslår|anser|tycker|behövs|saknas|(?:vi|jag) vill|kräver|krävs)\b",
    re.IGNORECASE,
)
_LONGEST = 300
"""Words; whoever writes more says something."""


def without_note(submission: Submission, name: str) -> Submission:
    """The inspel, or if it is only a note on the files around it, that as no inspel.

    `name` is the file's. All that a note says then stands in the ledger.
    """
    text = "\n".join(answer.text for answer in submission.answers)
    if submission.form is not None or not _is_note(PurePath(name).stem, text):
        return submission
    lines = [Unplaced(a.text, a.parts[0], a.doubtful) for a in submission.answers]
    message = _("Filen är en anteckning om de andra filerna, inget inspel.")
    return replace(
        submission,
        answers=(),
        unplaced=(*lines, *submission.unplaced),
        status=Status.EJ_INSPEL,
        problems=(*submission.problems, Problem("anteckning", message)),
    )


def _is_note(stem: str, text: str) -> bool:
    least = _NAMED if _NAME.fullmatch(stem) else _UNNAMED
    signs = sum(bool(sign.search(text)) for sign in _SIGNS)
    return signs >= least and len(text.split()) <= _LONGEST and not _OPINES.search(text)
