"""One inspel in several mails: one that speaks of a file, one that brings it or adds more."""

from collections.abc import Iterable
from dataclasses import replace

from inspel_app.domain.form import Submission
from inspel_app.forms.folding import fold

LACKS_FILE = "bilaga-saknas"
"""The problem of a mail that speaks of an attachment and has none."""

BRINGS_MORE = "kompletterar"
"""The problem of a mail that says that it adds to another, which is not found."""

_SOLVED = frozenset({LACKS_FILE, BRINGS_MORE})
_NEVER = "9"
"""Later than every time that is written."""


def is_piece(submission: Submission) -> bool:
    """Whether it is a mail that says itself that the inspel is in another, or adds to another."""
    return lacks_file(submission) or _has(submission, BRINGS_MORE)


def lacks_file(submission: Submission) -> bool:
    """Whether it is a mail that speaks of an attachment and has none."""
    return _has(submission, LACKS_FILE)


def whole_of(piece: Submission, others: Iterable[Submission]) -> Submission | None:
    """The inspel of which a mail is a piece, among those that came from the same address.

    A mail without its file belongs to what came next, or failing that to what came last before;
    a mail that brings more, to what came last before. Of several from one address, one in the
    same name is likelier.
    """
    found = [other for other in others if _belongs(piece, other)]
    name = fold(piece.respondent.organisation)
    named = [other for other in found if name and fold(other.respondent.organisation) == name]
    found = sorted(named or found, key=in_time)
    if lacks_file(piece):
        after = [other for other in found if in_time(other) > in_time(piece)]
        found = after[:1] or found
    return found[-1] if found else None


def joined(whole: Submission, piece: Submission) -> Submission:
    """The inspel with the files of a mail that belongs to it, and with what only that says."""
    said = {answer.as_read for answer in whole.answers}
    fields = {answer.field for answer in whole.answers if answer.field}
    listed = {unplaced.as_read for unplaced in whole.unplaced}
    new = (a for a in piece.answers if a.field not in fields and (a.field or a.text not in said))
    problems = dict.fromkeys((*whole.problems, *piece.problems))
    return replace(
        whole,
        files=tuple(dict.fromkeys((*whole.files, *piece.files))),
        answers=(*whole.answers, *new),
        unplaced=(*whole.unplaced, *(u for u in piece.unplaced if u.as_read not in listed)),
        problems=tuple(p for p in problems if p.code not in _SOLVED),
        dnr=whole.dnr or piece.dnr,
        own_dnr=whole.own_dnr or piece.own_dnr,
    )


def addresses(submission: Submission) -> frozenset[str]:
    """The addresses that an inspel came from or names as its respondent's."""
    return frozenset(map(fold, (submission.respondent.email, submission.sent_from))) - {""}


def in_time(submission: Submission) -> tuple[str, str]:
    """What sorts inspel by when they came; those that do not tell come last."""
    return submission.received or _NEVER, submission.id


def _belongs(piece: Submission, whole: Submission) -> bool:
    """Whether a mail may be a piece of an inspel.

    What answers the same fields again is another version, and no more of the same.
    """
    if lacks_file(whole) or not addresses(piece) & addresses(whole):
        return False
    if lacks_file(piece):
        return True
    if is_piece(whole) or not whole.answers or (piece.received or "") < (whole.received or _NEVER):
        return False
    fields = [{a.field for a in s.answers if a.field} for s in (whole, piece)]
    return not fields[0] & fields[1] and bool(fields[0] or not fields[1])


def _has(submission: Submission, code: str) -> bool:
    return any(problem.code == code for problem in submission.problems)
