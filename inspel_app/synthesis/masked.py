"""What was covered for an audience, for a person to check before anything is published."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from inspel_app.domain.form import Submission
from inspel_app.domain.synthesis import Work
from inspel_app.i18n import _
from inspel_app.synthesis.privacy import COVERED

_AROUND = 40
"""Characters of the text that are shown on each side."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text that was covered: in which inspel and field, and what stands before and after.

    `own` names the text of the authority's own people that it stands in; then no inspel does.
    """

    number: int | None
    field: str | None
    before: str
    text: str
    after: str
    own: str = ""


def masked(submissions: Sequence[Submission], shown: Iterable[Submission]) -> list[Masked]:
    """What stands covered in the inspel that are shown, in the order of the inspel."""
    there = {s.id: s for s in shown}
    return [
        found
        for one in submissions
        for field, text, seen in _texts(one, there[one.id])
        for found in _covered(one.number, field, text, seen)
    ]


def masked_own(written: Work, shown: Work) -> list[Masked]:
    """What stands covered in what the authority's people have written, each as often as it differs.

    A reason may answer hundreds of points.
    """
    return list(
        dict.fromkeys(
            replace(found, own=own)
            for own, text, seen in _own_texts(written, shown)
            for found in _covered(None, None, text, seen)
        )
    )


def _own_texts(written: Work, shown: Work) -> Iterator[tuple[str, str, str]]:
    """What each text is called, as it is and as it is shown."""
    for key, edit in shown.composition.sections.items():
        was = written.composition.sections[key]
        name = _("Avsnittet {title}").format(title=was.title)
        yield name, was.title, edit.title
        yield name, was.text, edit.text
    before, now = written.handlings, shown.handlings
    for key, said in now.passages.items():
        yield _("Motivering"), before.passages[key].text, said.text
    for key, said in now.themes.items():
        yield _("Motivering"), before.themes[key].text, said.text
    headings = {section.id: section.heading for section in now.sections}
    for key, wording in now.wordings.items():
        name = _("Omskrivningen av {heading}").format(heading=headings.get(key, key))
        yield name, before.wordings[key].text, wording.text
    for key, notes in shown.notes.items():
        for was_noted, note in zip(written.notes[key], notes, strict=True):
            yield _("Anteckning"), was_noted.text, note.text


def _texts(one: Submission, shown: Submission) -> Iterator[tuple[str | None, str, str]]:
    """The texts as they are and as they are shown, which are as long."""
    for answer, seen in zip(one.answers, shown.answers, strict=True):
        yield answer.field, answer.text, seen.text
    lines = {line.location: line.text for line in one.unplaced}
    for line in shown.unplaced:  # not all lines are shown to everybody
        yield None, lines[line.location], line.text


def _covered(number: int | None, field: str | None, text: str, seen: str) -> Iterator[Masked]:
    for match in re.finditer(f"{COVERED}+", seen):
        start, end = match.span()
        if text[start:end] != match[0]:
            around = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
            before, after = (" ".join(part.split()) for part in around)
            yield Masked(number, field, before, text[start:end], after)
