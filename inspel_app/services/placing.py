"""Text outside the fields put in the field where it belongs; each time as one action.

Nothing is lost: the text goes from the ledger into an answer, with its place in the original.
"""

from dataclasses import replace

from inspel_app.domain.document import Method
from inspel_app.domain.form import Answer, FormTemplate, Question, Submission, Unplaced
from inspel_app.errors import UsageError
from inspel_app.forms.extract import BACKGROUND
from inspel_app.forms.interpret import LETTER, reconsidered
from inspel_app.i18n import _
from inspel_app.resources import load_form
from inspel_app.store.project import Project

OUTSIDE = "oplacerad-text"
"""The problem that says that there is such text."""


def fields_of(submission: Submission) -> tuple[Question, ...]:
    """The fields but those about the sender, where a text may belong; none for a letter."""
    form = _form(submission)
    questions = form.questions if form else ()
    return tuple(q for q in questions if not q.id.startswith(BACKGROUND))


def place(
    project: Project, submission: str, line: Unplaced, field: str | None, by: str | None = None
) -> None:
    """Move a line of an inspel's ledger to a field; None is the letter as a whole.

    It is added to what was answered there, or is an answer of its own.

    Raises:
        UsageError: the line is not in the ledger any longer.
    """
    before = project.submission(submission)
    if line not in before.unplaced:
        raise UsageError(
            _("Texten har ändrats sedan den visades."), _("Välj den igen och flytta sedan.")
        )
    at = before.unplaced.index(line)
    left = (*before.unplaced[:at], *before.unplaced[at + 1 :])
    name = _("Flytta text i inspel {n} till {field}")
    named = name.format(n=before.number, field=_named(before, field))
    with project.action(named, by):
        project.ledger.keep(submission, left)
        if not left:
            project.ledger.drop_problem(submission, OUTSIDE)
        _put(project, before, line, field)


def _named(submission: Submission, field: str | None) -> str:
    form = _form(submission)
    return form.name_of(field) if form and field else _("brevet")


def _put(project: Project, submission: Submission, line: Unplaced, field: str | None) -> None:
    form = _form(submission)
    there = (n for n, answer in enumerate(submission.answers) if answer.field == field)
    position = next(there, None)
    if position is not None:
        longer = reconsidered(_joined(submission.answers[position], line), submission, form)
        project.correct(submission.id, position, longer)
        return
    made = Answer(
        f"{submission.id}.{field or LETTER}",
        field,
        line.text,
        Method.MANUAL,
        (line.location,),
        doubtful=line.doubtful,
        reading=line.reading,
    )
    made = reconsidered(made, submission, form)
    project.ledger.add_answer(submission.id, len(submission.answers), made)


def _joined(answer: Answer, line: Unplaced) -> Answer:
    """The answer with the line after it; the doubtful words of both keep their places."""
    moved = len(answer.text) + 1
    doubtful = (replace(w, start=w.start + moved, end=w.end + moved) for w in line.doubtful)
    text, as_read = f"{answer.text}\n{line.text}", f"{answer.as_read}\n{line.as_read}"
    return replace(
        answer,
        text=text,
        parts=(*answer.parts, line.location),
        doubtful=(*answer.doubtful, *doubtful),
        reading=None if text == as_read else as_read,
    )


def _form(submission: Submission) -> FormTemplate | None:
    return load_form(submission.form) if submission.form else None
