"""Correcting what was misread; each correction is an action that can be undone.

The first reading is kept, and so is the way to the place in the original. What people have said
about passages goes with them; the passages themselves are made anew by `coding.suggest`.
"""

import re

from inspel_app.domain.document import Method
from inspel_app.domain.form import Answer
from inspel_app.domain.revision import Change, Revision, revised
from inspel_app.errors import UsageError
from inspel_app.forms.interpret import reconsidered
from inspel_app.i18n import _, ngettext
from inspel_app.resources import load_form
from inspel_app.services.doubts import Doubt, Spot, spots
from inspel_app.services.rehoming import follows
from inspel_app.store.project import Project


def correct_text(project: Project, spot: Spot, text: str, by: str | None = None) -> None:
    """Let the text at a spot read otherwise.

    Raises:
        UsageError: it has been changed since the spot was read.
    """
    number = project.submission(spot.submission).number
    with project.action(_("Rätta text i inspel {number}").format(number=number), by):
        _revise(project, spot, Revision.between(spot.read.text, text))


def correct_word(project: Project, doubt: Doubt, text: str, by: str | None = None) -> None:
    """Let a doubtful word read otherwise; an empty text strikes it out.

    Raises:
        UsageError: the text has been changed since the doubt was read.
    """
    with project.action(_("Rätta ”{old}” till ”{new}”").format(old=doubt.text, new=text), by):
        _revise(project, doubt.spot, Revision((Change(doubt.word.start, doubt.word.end, text),)))


def confirm_word(project: Project, doubt: Doubt, by: str | None = None) -> None:
    """Note that a doubtful word is right as it stands.

    Raises:
        UsageError: the text has been changed since the doubt was read.
    """
    same = Change(doubt.word.start, doubt.word.end, doubt.text)
    with project.action(_("Godkänn ”{word}”").format(word=doubt.text), by):
        _revise(project, doubt.spot, Revision((same,)))


def correct_everywhere(project: Project, old: str, new: str, by: str | None = None) -> int:
    """Let a word that was misread again and again read otherwise; how many times it stood there.

    Only whole words are changed, also those that seemed sure, and only in what was read from
    pictures.

    Raises:
        UsageError: there is no such word, or nothing to put in its place.
    """
    if not new.strip():
        raise UsageError(
            _("Ett ord kan inte rättas till ingenting på alla ställen på en gång."),
            _("Stryk det i fönstret, där du ser varje ställe bredvid bilden."),
        )
    count = 0
    with project.action("", by) as action:
        for submission in project.submissions():
            for spot in filter(_was_seen, spots(submission)):
                revision = _replacing(old, new, spot.read.text)
                if revision.changes:
                    _revise(project, spot, revision)
                    count += len(revision.changes)
        name = ngettext("Rätta ”{old}” till ”{new}”", "Rätta {n} ”{old}” till ”{new}”", count)
        action.name = name.format(n=count, old=old, new=new)
    if not count:
        raise UsageError(
            _("Ordet ”{word}” står inte i någon text som har lästs ur en bild.").format(word=old),
            _("Skriv det precis som i svaret; stora och små bokstäver räknas."),
        )
    return count


def _was_seen(spot: Spot) -> bool:
    """Whether the text was read from a picture; of a line of the ledger its doubts tell."""
    read = spot.read
    return read.method is Method.OCR if isinstance(read, Answer) else bool(read.doubtful)


def _replacing(old: str, new: str, text: str) -> Revision:
    found = re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", text) if old else ()
    return Revision(tuple(Change(*match.span(), new) for match in found))


def _revise(project: Project, spot: Spot, revision: Revision) -> None:
    submission = project.submission(spot.submission)
    if spot not in spots(submission):
        raise UsageError(
            _("Texten har ändrats sedan den visades."), _("Läs den igen och rätta sedan.")
        )
    read = revised(spot.read, revision)
    if isinstance(read, Answer):
        form = load_form(submission.form) if submission.form else None
        read = reconsidered(read, submission, form)
        moved = follows(spot.read.text, read.text, revision)
        project.decisions.move(read.id, read.text, moved)
    project.correct(submission.id, spot.position, read)
