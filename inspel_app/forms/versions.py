"""Whether two inspel are the same one sent twice, or an earlier and a corrected version."""

import re

from rapidfuzz import fuzz

from inspel_app.domain.document import Method
from inspel_app.domain.form import Status, Submission
from inspel_app.domain.kinship import Kinship
from inspel_app.forms.combine import likeness
from inspel_app.forms.cover import tells_of_version
from inspel_app.forms.editions import edition_order
from inspel_app.forms.folding import fold
from inspel_app.forms.respondent import identity
from inspel_app.forms.same_sender import is_same_sender, is_scanned

_ALIKE = 0.5
"""A corrected version keeps at least so much."""

_READ_TWICE = 99.0
"""Per cent of the letters that are the same when two formats of a text are read."""
_SCANNED = 90.0
"""The same where one of the two was read from a picture."""
_SIGNS = re.compile(r"[\W_]+")


def is_same_inspel(one: Submission, other: Submission) -> bool:
    """Whether two inspel, of which mails brought at least one, say the same in the same name.

    A letter that many sign is as many inspel; a form names its respondent itself.
    """
    if one.form != other.form:
        return False
    shared = {f.sha256 for f in one.files} & {f.sha256 for f in other.files}
    if not shared and not (came_by_mail(one) and came_by_mail(other)):
        return False
    who = identity(one.respondent)
    named = one.form is not None and any(who) and who == identity(other.respondent)
    if not named and not _is_same_sender(one, other):
        return False
    said = what_is_said(one)
    return bool(said) and said == what_is_said(other)


def is_version(one: Submission, other: Submission) -> bool:
    """Whether two inspel are versions of one, so that the later takes the earlier's place."""
    if Status.EJ_INSPEL in (one.status, other.status) or one.form != other.form:
        return False
    if not one.received or not other.received or not one.answers or not other.answers:
        return False
    if one.form is None:
        return _is_same_sender(one, other) and (
            _says_so(one, other) or _ratio(one, other) >= _ALIKE
        )
    if identity(one.respondent) != identity(other.respondent) or not any(identity(one.respondent)):
        return False
    return _says_so(one, other) or likeness(one, other) >= _ALIKE


def kinship(one: Submission, other: Submission, share: float) -> Kinship | None:
    """What two inspel are to each other; `share` is how much of the smaller both say (0-1)."""
    sender = is_same_sender(one, other)
    if sender is not False and is_same_text(one, other):
        return Kinship.DUPLICATE
    if is_version(one, other):
        return Kinship.VERSION
    if not sender:
        return Kinship.CAMPAIGN if share else None
    if share < _ALIKE:
        return None
    return Kinship.VERSION if later_of(one, other) else Kinship.DUPLICATE


def is_same_text(one: Submission, other: Submission) -> bool:
    """Whether nothing but the reading of two formats tells the texts apart."""
    texts = [_letters(s) for s in (one, other)]
    if texts[0] == texts[1]:
        return texts[0] != ""
    if is_scanned(one) or is_scanned(other):
        return fuzz.ratio(*texts, score_cutoff=_SCANNED) > 0
    methods = [{answer.method for answer in s.answers} for s in (one, other)]
    return methods[0] != methods[1] and fuzz.ratio(*texts, score_cutoff=_READ_TWICE) > 0


def closeness(one: Submission, other: Submission) -> float:
    """How much of what both say is the same (0-100), letter by letter."""
    return fuzz.ratio(_letters(one), _letters(other))


def later_of(one: Submission, other: Submission) -> Submission | None:
    """The later of two versions: by when they came, else by what their files are called.

    None where nothing tells, or one thing tells against another.
    """
    came = [s.received or "" for s in (one, other)]
    if all(came):
        return None if came[0] == came[1] else max(one, other, key=lambda s: s.received or "")
    order = edition_order(one.files[0].name, other.files[0].name)
    order = order or says_it_replaces(one) - says_it_replaces(other)
    if order == 0:
        return None
    return one if order > 0 else other


def says_it_replaces(submission: Submission) -> bool:
    """Whether an inspel says itself that it replaces an earlier one."""
    letters = [a.text for a in submission.answers if a.field is None]
    return any(map(tells_of_version, (*(u.text for u in submission.unplaced), *letters)))


def came_by_mail(submission: Submission) -> bool:
    """Whether a mail brought it."""
    by_mail = any(answer.method is Method.MAIL for answer in submission.answers)
    return by_mail or len(submission.files) > 1


def _says_so(one: Submission, other: Submission) -> bool:
    return says_it_replaces(max(one, other, key=lambda s: s.received or ""))


def _letters(submission: Submission) -> str:
    """Everything that was said, field by field, without signs and spaces."""
    said = sorted((a.field or "", a.text) for a in submission.answers if a.content)
    return _SIGNS.sub("", " ".join(text for _field, text in said).casefold())


def _ratio(one: Submission, other: Submission) -> float:
    texts = ["\n".join(a.text for a in s.answers) for s in (one, other)]
    return fuzz.ratio(*texts) / 100


def what_is_said(submission: Submission) -> tuple[tuple[str, str], ...]:
    """What was answered, comparable; of an inspel with a form only what stands in its fields."""
    with_form = submission.form is not None
    return tuple(
        sorted(
            (a.field or "", fold(a.as_read))
            for a in submission.answers
            if a.field is not None or not with_form
        )
    )


def _is_same_sender(one: Submission, other: Submission) -> bool:
    """By address, or where only one has an address by name, if both have one."""
    emails = [fold(s.respondent.email) for s in (one, other)]
    if all(emails):
        return emails[0] == emails[1]
    names = [fold(s.respondent.organisation) for s in (one, other)]
    return names[0] == names[1] or not all(names)
