"""Whether two inspel come from the same respondent, as far as they tell."""

import re

from rapidfuzz import fuzz

from inspel_app.domain.document import Method
from inspel_app.domain.form import ActorType, Submission
from inspel_app.forms.folding import fold

_MISREAD = 75.0
"""Per cent of likeness between a name and what was read for it in a picture."""
_LEAST_WORDS = 2
"""A name of so many words is the same name when more words follow it."""
_WORD = re.compile(r"\w+")


def is_same_sender(one: Submission, other: Submission) -> bool | None:
    """Whether both come from the same respondent; None where they do not tell.

    A letter that many sign may name the same organisation in each copy, so letters go by
    the address that they came from and by whoever has signed them first.
    """
    blurred = is_scanned(one) or is_scanned(other)
    emails = [fold(s.respondent.email) for s in (one, other)]
    if all(emails) and emails[0] == emails[1]:
        return True
    told_by_email = all(emails) and not blurred
    letters = one.form is None and other.form is None
    organisations = [_organisation(s) for s in (one, other)]
    colleagues = all(organisations) and _host(emails[0]) == _host(emails[1])
    if letters and told_by_email and not colleagues:
        return False
    persons = [s.respondent.contact for s in (one, other)]
    if all(persons) and (letters or not any(organisations)):
        return _is_same_name(*persons, blurred=blurred)
    if all(organisations):
        return _is_same_name(*organisations, blurred=blurred)
    return False if told_by_email else None


def is_scanned(submission: Submission) -> bool:
    """Whether some of its answers were read from a picture."""
    return any(answer.method is Method.OCR for answer in submission.answers)


def _host(email: str) -> str:
    return email.rpartition("@")[2]


def _organisation(submission: Submission) -> str:
    """The organisation; none for a private person, who has no name of that kind."""
    who = submission.respondent
    return "" if who.type is ActorType.PRIVATPERSON else who.organisation


def _is_same_name(one: str, other: str, *, blurred: bool) -> bool:
    """Whether two names are the same but for signs, for words that follow, and for misreading."""
    words = sorted((_WORD.findall(fold(name)) for name in (one, other)), key=len)
    if words[0] == words[1]:
        return True
    if len(words[0]) >= _LEAST_WORDS and words[1][: len(words[0])] == words[0]:
        return True
    return blurred and fuzz.ratio(*map(" ".join, words)) >= _MISREAD
