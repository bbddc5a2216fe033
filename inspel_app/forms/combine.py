"""Joins what was read in several files that make one inspel."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from rapidfuzz import fuzz

from inspel_app.domain.document import Method, Problem
from inspel_app.domain.form import Answer, Submission, Unplaced
from inspel_app.forms.folding import fold
from inspel_app.forms.respondent import identity
from inspel_app.forms.same_sender import is_scanned
from inspel_app.i18n import _

_SAME = 95.0
"""Two readings of one text, in two formats, are at least so alike."""

_HALF = 0.5
_READ_SAFELY = (Method.CONTROL, Method.TEXT, Method.PDF, Method.MAIL, Method.OCR)


def combined(forms: Sequence[Submission]) -> list[Submission]:
    """The forms with those of one respondent joined, in the order of their first."""
    joined: list[Submission] = []
    for form in forms:
        twins = (n for n, other in enumerate(joined) if is_one_inspel(other, form))
        pages = (n for n in range(len(joined))[::-1] if _is_page_of_same(joined[n], form))
        twin = next(chain(twins, pages), None)
        if twin is None:
            joined.append(form)
        else:
            joined[twin] = _with_form(*sorted((joined[twin], form), key=worth, reverse=True))
    return joined


def is_one_inspel(one: Submission, other: Submission) -> bool:
    """Whether two filled-in forms are the same respondent's answers, once or in two parts.

    Of two forms in one file, which have ids of their own, it is known that they are not.
    """
    if one.files == other.files and one.id != other.id:
        return False
    if identity(one.respondent) != identity(other.respondent):
        return False
    return bool(fold(one.respondent.organisation)) or likeness(one, other) >= _HALF


def _is_page_of_same(one: Submission, other: Submission) -> bool:
    """Whether two pictures, of which one names no sender, may be pages of one form.

    They answer no field both, and one may answer none; two files with text are forms by themselves.
    """
    told = [page for page in (one, other) if page.answers]
    if not told or not all(map(is_scanned, told)) or one.files == other.files:
        return False
    both_named = _is_named(one) and _is_named(other)
    return not (both_named or _by_field(one.answers).keys() & _by_field(other.answers).keys())


def _is_named(submission: Submission) -> bool:
    return any(identity(submission.respondent))


def likeness(one: Submission, other: Submission) -> float:
    """The share of all fields in which both say the same; 0 if neither says anything."""
    said, also = _by_field(one.answers), _by_field(other.answers)
    fields = said.keys() | also.keys()
    alike = sum(_is_same(said[f], also[f]) for f in said.keys() & also.keys())
    return alike / len(fields) if fields else 0.0


def with_letter(base: Submission, letter: Submission) -> Submission:
    """The inspel with a letter that lay beside it; what it holds already is not said twice."""
    written = [a.text for a in base.answers if a.field is None]
    new = [a for a in letter.answers if not any(_is_same(a.text, text) for text in written)]
    again = [a for a in letter.answers if a not in new]
    return _extended(
        base, letter, new, [a for a in again if fold(a.text) not in map(fold, written)]
    )


def worth(submission: Submission) -> tuple[int, int]:
    """Of two readings of one form, the fuller and then the safer is the better."""
    methods = [_READ_SAFELY.index(a.method) for a in submission.answers if a.method in _READ_SAFELY]
    return sum(a.content for a in submission.answers), -max(methods, default=0)


def _with_form(base: Submission, other: Submission) -> Submission:
    """The inspel with what another file of it adds; answers that differ stand in the ledger."""
    said = _by_field(base.answers)
    new = [a for a in other.answers if (a.field or "") not in said]
    again = [a for a in other.answers if a not in new]
    varied = [a for a in again if fold(a.text) != fold(said[a.field or ""])]
    sender = next((s.respondent for s in (base, other) if _is_named(s)), base.respondent)
    joined = replace(_extended(base, other, new, varied), respondent=sender)
    differing = [a.field or "" for a in varied if not _is_same(a.text, said[a.field or ""])]
    if not differing:
        return joined
    message = _("Svaren skiljer sig mellan filerna {one} och {other}: {fields}.")
    text = message.format(
        one=base.files[-1].name, other=other.files[-1].name, fields=", ".join(differing)
    )
    return replace(joined, problems=(*joined.problems, Problem("svar-skiljer-sig", text)))


def _extended(
    base: Submission, other: Submission, new: Iterable[Answer], varied: Iterable[Answer]
) -> Submission:
    """The inspel with new answers, and with those that only vary what it says in the ledger."""
    listed = {u.text for u in base.unplaced}
    ledger = [u for u in other.unplaced if u.text not in listed]
    ledger += [Unplaced(a.text, a.parts[0], a.doubtful) for a in varied]
    return replace(
        base,
        files=tuple(dict.fromkeys((*base.files, *other.files))),
        answers=(*base.answers, *new),
        unplaced=(*base.unplaced, *ledger),
        problems=tuple(dict.fromkeys((*base.problems, *other.problems))),
        dnr=base.dnr or other.dnr,
        own_dnr=base.own_dnr or other.own_dnr,
    )


def _by_field(answers: Iterable[Answer]) -> dict[str, str]:
    return {answer.field or "": answer.text for answer in answers}


def _is_same(one: str, other: str) -> bool:
    one, other = fold(one), fold(other)
    return one == other or fuzz.ratio(one, other) >= _SAME
