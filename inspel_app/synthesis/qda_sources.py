"""An inspel as a text of REFI-QDA."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from inspel_app.domain.clock import HOME
from inspel_app.domain.form import Submission
from inspel_app.domain.synthesis import Synthesis
from inspel_app.i18n import _
from inspel_app.synthesis import words
from inspel_app.synthesis.qda import guid

_UNSTEADY = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What programs drop, join or cannot read, and so would move all that follows; \r among it."""
_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|]')
_LONGEST_NAME = 100
_UNKNOWN = "1970-01-01T00:00:00Z"
"""Where nobody knows when: the same in every export, and plainly no date of an inspel."""


@dataclass(frozen=True)
class SourceText:
    """All that was written in an inspel as one text; `starts` tells where answers begin, by id."""

    text: str
    starts: dict[str, int]


def _steady(text: str) -> str:
    """The text, as long as it was, with a space for each character that is not safe with all."""
    return _UNSTEADY.sub(" ", text)


def source_text(submission: Submission, places: dict[str, str]) -> SourceText:
    """The answers under their questions, then the text outside the form's fields."""
    text = f"{_title(submission)}\n\n"
    starts = {}
    for answer in submission.answers:
        question = places.get(answer.field, answer.field) if answer.field else _("Fritt brev")
        text += f"{_one_line(question)}\n"
        starts[answer.id] = len(text)
        text += f"{_steady(answer.text)}\n\n"
    told = (
        f"{lead}\n" + "\n\n".join(_steady(line.text) for line in lines) + "\n"
        for lead, lines in words.outside(submission)
    )
    return SourceText(text + "\n".join(told), starts)


def file_title(submission: Submission) -> str:
    """The title in characters of which a file's name can be made; programs do so."""
    return _NO_FILE_NAME.sub("-", _title(submission))[:_LONGEST_NAME].rstrip(" .")


def moment(submission: Submission) -> str:
    """When it came, as XML writes a time; it is as old as what is made of it."""
    if submission.received is None:
        return _UNKNOWN
    received = datetime.fromisoformat(submission.received)
    known = received if received.tzinfo else received.replace(tzinfo=HOME)
    return known.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def source_guid(synthesis: Synthesis, submission: Submission) -> str:
    """The identity of an inspel's text."""
    return guid(synthesis.facts.identity, "inspel", submission.id)


def _title(submission: Submission) -> str:
    """`Inspel 3 – Storby kommun`."""
    name = words.respondent_name(submission)
    return _one_line(_("Inspel {number} – {name}").format(number=submission.number, name=name))


def _one_line(text: str) -> str:
    return " ".join(words.clean(text).split())
