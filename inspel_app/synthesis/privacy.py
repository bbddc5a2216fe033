"""What each audience may see of personal data, before anything is composed.

Names and addresses are masked with as many characters as they had, so that every
character range in the material still holds.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import PurePath
from typing import NamedTuple

from inspel_app.domain.coding import Assignment, Passage, Theme
from inspel_app.domain.document import Problem
from inspel_app.domain.form import Answer, Respondent, SourceFile, Submission, Unplaced
from inspel_app.domain.revision import Revision
from inspel_app.domain.synthesis import Audience
from inspel_app.i18n import _
from inspel_app.synthesis.contact_details import CONTACT_DETAILS
from inspel_app.synthesis.person_names import (
    PARTICLES,
    ending_name,
    in_office,
    last_line,
    names,
    signatures,
)
from inspel_app.synthesis.words import is_private

Mask = Callable[[str], str]
Material = tuple[tuple[Submission, ...], tuple[Passage, ...], tuple[Theme, ...]]

COVERED = "\N{FULL BLOCK}"
"""Stands for each character of what is covered."""
_COLLECTIVE = re.compile(
    r"(?:förbund|förening|församling|kommun|region|styrelse|råd|verk|universitet|högskola|grupp|parti"
    r"|nätverk|sällskap|stiftelse|bolag|myndighet|nämnd|kår|klubb|lag|län|kansli|avdelning|enhet"
    r"|förvaltning)s?(?:en|et|n|t|s|ens|ets|ns)?$"
)
"""How words end that name a body of people."""
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W_]{2}")
_ADDRESS = re.compile(r"\S*[@/]\S*")
"""What stands in small letters though it may be a name."""
_DETAILS = re.compile(CONTACT_DETAILS)
_START = 3
"""Letters of its first word by which a name is looked for."""


def for_audience(
    submissions: Sequence[Submission],
    passages: Sequence[Passage],
    themes: Sequence[Theme],
    audience: Audience,
    everyone: Mask | None = None,
) -> Material:
    """The material without the personal data that the audience shall not see.

    Nor does the public see what senders took back in their files, what of the ledger is no words,
    or the doubts.

    `everyone` is what `covering` gives for these inspel, where it is at hand: it takes time.
    """
    if audience is Audience.WORK:
        return tuple(submissions), tuple(passages), tuple(themes)
    public = audience is Audience.PUBLIC
    masks = {
        s.id: _mask((*_found(s, public=public), *map(_alone, _surnames(s)))) for s in submissions
    }
    everyone = everyone or covering(submissions, audience)
    contacts = _words_of_contacts(s.respondent for s in submissions)
    covered = tuple(_passage(p, masks[p.submission]) for p in passages)
    hidden = {p.id: _hidden(p, seen) for p, seen in zip(passages, covered, strict=True)}

    def theme(made: Theme) -> Theme:
        words = contacts.union(*(hidden.get(key, frozenset()) for key in made.passages))
        return _theme(made, everyone, words)

    return (
        tuple(_submission(s, masks[s.id], public=public) for s in submissions),
        covered,
        tuple(map(theme, themes)),
    )


def covering(submissions: Sequence[Submission], audience: Audience) -> Mask:
    """A function that covers, in what anybody has written, what the audience may not see.

    That is what the inspel tell of their senders: names, also single ones of contact persons, and
    contact details.
    """
    if audience is Audience.WORK:
        return str
    public = audience is Audience.PUBLIC
    bodies = (s.respondent for s in submissions if not is_private(s.respondent))
    places = _LETTERS.findall(" ".join(map(_called, bodies)))
    taken = {form for word in places for form in (word, word.removesuffix("s"))}
    named = [one for s in submissions for one in _found(s, public=public)]
    single = [*_given_names(submissions), *(n for s in submissions for n in _surnames(s))]
    return _mask((*named, *(_alone(name) for name in single if name not in taken)))


class _Hidden(NamedTuple):
    """What is to be covered: a regular expression, and the name that it begins with, if any."""

    begins: str
    regex: str


def _mask(hidden: Iterable[_Hidden]) -> Mask:
    """A function that covers contact details and all that is hidden.

    A name is looked for only in a text that has a word which begins as it does: names may be many
    thousands.
    """
    by_start: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for one in hidden:
        by_start[_start(one.begins)][one.regex] = None

    @cache
    def finder(start: str) -> re.Pattern[str]:
        return re.compile("|".join(by_start[start]))

    def covered(text: str) -> str:
        words = {word.casefold() for word in _LETTERS.findall(text)}
        starts = {"", *(word[:n] for word in words for n in range(1, _START + 1))}
        finders = (_DETAILS, *map(finder, sorted(starts & by_start.keys())))
        for start, end in [m.span() for one in finders for m in one.finditer(text)]:
            text = text[:start] + COVERED * (end - start) + text[end:]
        return text

    return covered


def _start(name: str) -> str:
    """How the first word of a name begins; "" if there is none."""
    first = _LETTERS.search(name)
    return first[0].casefold()[:_START] if first else ""


def _found(submission: Submission, *, public: bool) -> list[_Hidden]:
    """The names and the address of one respondent; addresses in the usual form are details."""
    respondent = submission.respondent
    addresses = (respondent.email.strip(), submission.sent_from.strip())
    unusual = (one for one in addresses if one and not _DETAILS.fullmatch(one))
    found = [_Hidden("", re.escape(address)) for address in unusual]
    hidden = public and _may_be_private(respondent)
    own = (respondent.organisation,) if hidden else ()
    signed = [n for n in _signatures(submission) if hidden or _is_person(n, respondent)]
    told = [n for n in _told(submission) if _is_person(n, respondent)]
    found += [_Hidden(n, rf"\b{re.escape(n)}\b") for n in _first_names(submission)]
    found += [_Hidden(n, rf"(?m:\b{re.escape(n)}(?=[^\S\n]*$))") for n in _lone_names(submission)]
    for name in dict.fromkeys(names(respondent.contact, *own, *signed, *told)):
        words = name.split()
        if len(words) > 1:
            whole = r"(?i:\b" + r"[\W_]*".join(map(re.escape, words)) + ")"
            found.append(_Hidden(words[0], whole))
        if hidden:
            ordinary = {"privatperson", (respondent.municipality or "").casefold(), *PARTICLES}
            telling = [w for w in words if len(w) > 1 and w.casefold() not in ordinary]
            found += map(_alone, telling)
    return found


def _is_person(name: str, respondent: Respondent) -> bool:
    """Whether a signature is a person's, and not what the respondent or a body of it is called."""
    told = _called(respondent).casefold()
    found = name.casefold().split()
    is_body = all(word in told for word in found) or any(map(_COLLECTIVE.search, found))
    return len(found) > 1 and not is_body


def _may_be_private(respondent: Respondent) -> bool:
    """Whether no organisation is known to stand behind the inspel."""
    nobody = respondent.type is None and not respondent.organisation.strip()
    return nobody or is_private(respondent)


def _signatures(submission: Submission) -> Iterator[str]:
    """The names with which the inspel is signed."""
    return chain.from_iterable(map(signatures, _texts(submission)))


def _told(submission: Submission) -> Iterator[str]:
    """Names of persons that the inspel speaks of, or ends with."""
    letters = [a.text for a in submission.answers if a.field is None]
    found = (*map(in_office, _texts(submission)), *map(last_line, letters))
    return chain.from_iterable(found)


def _first_names(submission: Submission) -> list[str]:
    """Single words of the contact person's name with which the inspel is signed."""
    contact = submission.respondent.contact
    words = contact.split() if _is_person(contact, submission.respondent) else []
    return [name for name in _signatures(submission) if name in words]


def _lone_names(submission: Submission) -> list[str]:
    """First names with which letters end or are signed; they are covered only where lines end.

    A word that the inspel also has in small letters is an ordinary one.
    """
    texts, who = _texts(submission), submission.respondent
    body = "" if _is_person(who.contact, who) else who.contact
    told = f"{_called(who)} {body}".casefold()
    written = {word for text in texts for word in _LETTERS.findall(text)}
    found = (*_signatures(submission), *chain.from_iterable(map(ending_name, texts)))
    return [
        name
        for name in dict.fromkeys(found)
        if " " not in name
        and name.casefold() not in told
        and name.casefold() not in written
        and not _COLLECTIVE.search(name.casefold())
    ]


def _surnames(submission: Submission) -> list[str]:
    """The contact person's last or only name, where it stands alone, unless it is a word there.

    A name that the inspel also has in small letters is an ordinary word in it, as `fjäll`.
    """
    bare = [re.sub(CONTACT_DETAILS, " ", text) for text in _texts(submission)]
    written = {word for text in bare for word in _LETTERS.findall(text)}
    told = _called(submission.respondent).casefold()
    last = {name.split()[-1] for name in names(submission.respondent.contact)}
    return [
        name
        for name in sorted(last)
        if len(name) > 1
        and name.casefold() not in told
        and name.casefold() not in written
        and not _COLLECTIVE.search(name.casefold())
    ]


def _given_names(submissions: Sequence[Submission]) -> list[str]:
    """The contact persons' first names, by which colleagues may call them.

    A name that any inspel has in small letters is an ordinary word, as `bo`.
    """
    texts = (_ADDRESS.sub(" ", text) for s in submissions for text in _texts(s))
    written = {word for text in texts for word in _LETTERS.findall(text)}
    told = [s.respondent for s in submissions if _is_person(s.respondent.contact, s.respondent)]
    given = {word for who in told for n in names(who.contact) for word in n.split()[:-1]}
    return [
        name
        for name in sorted(given)
        if len(name) > 1 and name.casefold() not in written and name not in PARTICLES
    ]


def _alone(name: str) -> _Hidden:
    """A name where it stands alone."""
    return _Hidden(name, rf"\b(?:{'|'.join(map(re.escape, _cases(name)))})[sS]?\b")


def _called(respondent: Respondent) -> str:
    """What a respondent is called, and where it is."""
    return f"{respondent.organisation} {respondent.unit} {respondent.municipality or ''}"


def _texts(submission: Submission) -> list[str]:
    """All that was written in the inspel."""
    return [a.text for a in submission.answers] + [u.text for u in submission.unplaced]


def _cases(word: str) -> Iterable[str]:
    """A name as it may be written; in small letters it may be an ordinary word."""
    return dict.fromkeys((word, word.title(), word.upper()))


def _words_of_contacts(respondents: Iterable[Respondent]) -> frozenset[str]:
    """The words of the contact persons' names, less those that also name a place or organisation.

    A contact person may be called "Region Provlän".
    """
    persons: set[str] = set()
    places: set[str] = set()
    for respondent in respondents:
        for name in names(respondent.contact):
            persons.update(w for w in _LETTERS.findall(name) if len(w) > 1 and w[0].isupper())
        if not is_private(respondent):
            places.update(_LETTERS.findall(respondent.organisation))
        places.update(_LETTERS.findall(respondent.municipality or ""))
    return frozenset(persons - places)


def _submission(submission: Submission, mask: Mask, *, public: bool) -> Submission:
    return replace(
        submission,
        files=_files(submission),
        respondent=_respondent(submission.respondent, public=public),
        sent_from="",
        assignee="" if public else submission.assignee,
        answers=tuple(_answer(a, mask) for a in submission.answers),
        unplaced=tuple(_line(u, mask) for u in submission.unplaced if not public or _is_told(u)),
        problems=() if public else _problems(submission, mask),
        additions=tuple(map(mask, submission.additions)),
    )


def _is_told(line: Unplaced) -> bool:
    """Whether the public reads a line: not what was taken back, nor single signs of a bad scan."""
    return not line.withdrawn and _WORD.search(line.text) is not None


def _line(line: Unplaced, mask: Mask) -> Unplaced:
    return replace(line, text=mask(line.text), doubtful=(), reading=None)


def _problems(submission: Submission, mask: Mask) -> tuple[Problem, ...]:
    """The doubts, which are for those who work with the inspel to look into.

    Those tell of files by the names that the senders gave them.
    """
    named = tuple(zip(submission.files, _files(submission), strict=True))

    def told(message: str) -> str:
        for file, seen in named:
            message = message.replace(file.name, seen.name)
        return mask(message)

    return tuple(replace(p, message=told(p.message)) for p in submission.problems)


def _respondent(respondent: Respondent, *, public: bool) -> Respondent:
    bare = replace(respondent, contact="", email="")
    if not (public and _may_be_private(respondent)):
        return bare
    known = is_private(respondent)
    name = ", ".join(filter(None, [_("Privatperson"), respondent.municipality])) if known else ""
    return replace(bare, organisation=name, unit="")


def _files(submission: Submission) -> tuple[SourceFile, ...]:
    """The files by the number of their inspel: senders often give a file a person's name."""
    name = _("Inspel {number}").format(number=submission.number)
    return tuple(
        replace(f, name=f"{name}{f' ({i})' if i > 1 else ''}{PurePath(f.name).suffix}")
        for i, f in enumerate(submission.files, 1)
    )


def _answer(answer: Answer, mask: Mask) -> Answer:
    """The answer; which words were misread, and how, is for the secretariat alone."""
    text = mask(answer.text)
    reading = None if answer.reading is None else as_covered(answer.text, answer.reading, text)
    return replace(answer, text=text, doubtful=(), reading=reading)


def as_covered(text: str, reading: str, masked: str) -> str:
    """The first reading as long as it was: as the masked text where they agree, or else covered.

    A name that was misread is a name that no pattern finds.
    """
    changes = Revision.between(text, reading).changes
    bars = tuple(replace(c, text="".join(_cover(sign) for sign in c.text)) for c in changes)
    return Revision(bars).applied(masked)


def _cover(sign: str) -> str:
    return sign if sign.isspace() else COVERED


def _passage(passage: Passage, mask: Mask) -> Passage:
    text = mask(passage.text)
    seen = replace(passage, text=text)
    hidden = _hidden(passage, seen)
    return replace(
        seen,
        assignments=tuple(_assignment(a, mask, hidden) for a in passage.assignments),
        actors=tuple(
            a for a in passage.actors if mask(a.text) == a.text and mask(a.name) == a.name
        ),
        sources=tuple(map(mask, passage.sources)),
    )


def _hidden(passage: Passage, seen: Passage) -> frozenset[str]:
    """The words of a passage of which nothing is left where its text is covered."""
    return frozenset(_LETTERS.findall(passage.text)) - frozenset(_LETTERS.findall(seen.text))


def _assignment(assignment: Assignment, mask: Mask, hidden: frozenset[str]) -> Assignment:
    """The assignment; its reason names single words of the text, also of names in it."""

    def cover(word: re.Match[str]) -> str:
        return COVERED * len(word[0]) if word[0] in hidden else word[0]

    return replace(assignment, reason=_LETTERS.sub(cover, mask(assignment.reason)))


def _theme(theme: Theme, mask: Mask, contacts: frozenset[str]) -> Theme:
    """The theme, named by its other keywords when its label would name a person."""
    theme = replace(theme, requests=tuple(replace(r, text=mask(r.text)) for r in theme.requests))
    keywords = tuple(
        k for k in theme.keywords if not _tells(k, _LETTERS.findall(k), mask, contacts)
    )
    words = _LETTERS.findall(theme.label)[1:]  # the first has a capital anyhow
    dropped = set(theme.keywords) - set(keywords)
    label = theme.label.casefold()
    if any(k.casefold() in label for k in dropped) or _tells(theme.label, words, mask, contacts):
        title = _(" och ").join(keywords[:2]) or _("Tema utan namn")
        return replace(theme, label=title[:1].upper() + title[1:], keywords=keywords)
    return replace(theme, keywords=keywords)


def _tells(text: str, words: Iterable[str], mask: Mask, contacts: frozenset[str]) -> bool:
    """Whether the text, or one of the words in it, names a person.

    Labels may be in small letters, so the text is looked at as if every word had a capital.
    """
    capital = " ".join(word[:1].upper() + word[1:] for word in text.split(" "))
    if mask(capital) != capital:
        return True
    return any(w in contacts or w.removesuffix("s") in contacts for w in words)
