"""Marks of secrecy: what is kept from all but the secretariat, by which law and whose decision.

    mark(project, found(project, "3", field="3.3.behov"), decision, by="anna")

A mark is an action, and can be undone. What it does to exports is in `synthesis/secrecy.py`.
"""

from dataclasses import dataclass, replace
from datetime import date

from inspel_app.domain.form import Submission
from inspel_app.domain.secrecy import Secrecies, Secrecy, SecretKind
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.browsing import numbered
from inspel_app.store.project import Project
from inspel_app.synthesis.words import labelled

__all__ = [
    "Decision",
    "Marked",
    "Secrecies",
    "Secrecy",
    "SecretKind",
    "found",
    "laws",
    "mark",
    "marked",
    "unmark",
]

_SHOWN = 60
"""Characters of a text in a list."""


@dataclass(frozen=True, slots=True)
class Decision:
    """By which provision something is secret, who decided so, and on which day."""

    provision: str
    authority: str
    day: date


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark, the number of its inspel, and what it stands on, shortly.

    `number` is None where the inspel is not here now. `found` is false where what is marked is not
    found: then the whole inspel is kept out.
    """

    mark: Secrecy
    number: int | None
    what: str
    found: bool


def found(project: Project, target: str, field: str | None = None) -> Secrecy:
    """What is to be marked: an inspel by number, its answer in a field, or a passage by its id.

    Raises:
        UsageError: there is no such thing.
    """
    if target.isdigit():
        submission = numbered(project, int(target))
        return _inspel(submission) if field is None else _answer(submission, field)
    passage = next((p for p in project.passages() if p.id == target), None)
    if passage is None:
        raise UsageError(
            _("Det finns ingen synpunkt {id}.").format(id=target),
            _("Ange inspelets nummer, eller synpunktens id som i JSON-exporten."),
        )
    return Secrecy(
        passage.id,
        passage.submission,
        passage.answer,
        passage.start,
        passage.end,
        passage.text,
    )


def mark(project: Project, target: Secrecy, decision: Decision, by: str) -> None:
    """Keep it from all but the secretariat; what was said of it before is replaced.

    Raises:
        UsageError: the decision names no provision or nobody who made it.
    """
    provision, authority = (
        " ".join(text.split()) for text in (decision.provision, decision.authority)
    )
    if not provision or not authority:
        raise UsageError(
            _("En sekretessmarkering behöver en bestämmelse och vem som har beslutat."),
            _("Skriv till exempel ”OSL 21 kap. 1 §” och ”Region Västerbotten”."),
        )
    made = replace(
        target,
        provision=provision,
        authority=authority,
        decided=decision.day.isoformat(),
        person=by,
    )
    with project.action(_("Sekretessmarkera {what}").format(what=_name(project, target)), by):
        project.secrecy_edits.put(made)


def unmark(project: Project, key: str, by: str) -> None:
    """Take a mark away, by the id of what is marked.

    Raises:
        UsageError: it is not marked.
    """
    there = next((m for m in project.secrecies().marks if m.id == key), None)
    if there is None:
        raise UsageError(
            _("Det är inte sekretessmarkerat."), _("Se vad som är det med inspel secrecy.")
        )
    name = _("Ta bort sekretessmarkeringen av {what}").format(what=_name(project, there))
    with project.action(name, by):
        project.secrecy_edits.drop(key)


def marked(project: Project) -> tuple[Marked, ...]:
    """All that is marked, by the inspel's numbers."""
    by_id = {s.id: s for s in project.submissions()}
    told = [_told(m, by_id.get(m.submission)) for m in project.secrecies().marks]
    return tuple(sorted(told, key=lambda one: (one.number is None, one.number or 0)))


def laws(project: Project) -> dict[str, str]:
    """By which laws something is secret in each inspel that has a mark, by its id, in words."""
    of: dict[str, list[Secrecy]] = {}
    for one in project.secrecies().marks:
        of.setdefault(one.submission, []).append(one)
    return {submission: labelled(marks) for submission, marks in of.items()}


def _told(mark: Secrecy, submission: Submission | None) -> Marked:
    if submission is None:
        return Marked(mark, None, mark.text[:_SHOWN], found=False)
    if mark.kind is SecretKind.SUBMISSION:
        return Marked(mark, submission.number, _("hela inspelet"), found=True)
    answer = next((a for a in submission.answers if a.id == mark.answer), None)
    if answer is None:
        return Marked(mark, submission.number, mark.text[:_SHOWN], found=False)
    if mark.kind is SecretKind.ANSWER:
        place = answer.field or _("brevet")
        return Marked(mark, submission.number, _("svaret {place}").format(place=place), found=True)
    return Marked(mark, submission.number, mark.text[:_SHOWN], found=mark.text in answer.text)


def _inspel(submission: Submission) -> Secrecy:
    return Secrecy(submission.id, submission.id)


def _answer(submission: Submission, field: str) -> Secrecy:
    answers = [a for a in submission.answers if (a.field or "") == field]
    if not answers:
        raise UsageError(
            _("Inspel {number} har inget svar i {field}.").format(
                number=submission.number, field=field
            ),
            _("Fälten heter som i JSON-exporten, till exempel 3.3.behov."),
        )
    return Secrecy(answers[0].id, submission.id, answers[0].id)


def _name(project: Project, target: Secrecy) -> str:
    """What it is called in the history, which tells nothing of what it says."""
    number = next((s.number for s in project.heads() if s.id == target.submission), None)
    kinds = {
        SecretKind.SUBMISSION: _("inspel {number}"),
        SecretKind.ANSWER: _("ett svar i inspel {number}"),
        SecretKind.PASSAGE: _("en synpunkt i inspel {number}"),
    }
    return kinds[target.kind].format(number="–" if number is None else number)
