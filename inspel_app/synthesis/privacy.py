"""What each audience may see of personal data, before anything is composed.

Names and addresses are masked with as many characters as they had, so that every
character range in the material still holds.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from inspel_app.domain.coding import Assignment, Passage, Theme
from inspel_app.domain.form import Answer, Respondent, SourceFile, Submission, Unplaced
from inspel_app.domain.synthesis import Audience
from inspel_app.i18n import _
from inspel_app.synthesis.words import is_private

Mask = Callable[[str], str]
Material = tuple[tuple[Submission, ...], tuple[Passage, ...], tuple[Theme, ...]]

_BAR = "\N{FULL BLOCK}"
_CONTACT_DETAILS = (
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # e-mail
    r"|(?<![\w-])(?:\+46|0)[\s-]?\d{1,3}[\s/-]{1,3}\d{2,3}(?:\s?\d{2,3}){1,3}\b"  # telephone
    r"|\b(?:19|20)?\d{6}[-+]\d{4}\b"  # personal identity number
)
_WORD = r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*"
_PARTICLES = {"von", "van", "af", "av", "de", "la", "di", "el", "al"}
_SEPARATORS = re.compile(r"[,;/&(\n]| och ")


def for_audience(
    submissions: Sequence[Submission],
    passages: Sequence[Passage],
    themes: Sequence[Theme],
    audience: Audience,
) -> Material:
    """The material without the personal data that the audience shall not see."""
    if audience is Audience.WORK:
        return tuple(submissions), tuple(passages), tuple(themes)
    public = audience is Audience.PUBLIC
    patterns = {s.id: _patterns(s.respondent, public=public) for s in submissions}
    masks = {key: _mask(found) for key, found in patterns.items()}
    everyone = _mask(p for found in patterns.values() for p in found)
    return (
        tuple(_submission(s, masks[s.id], public=public) for s in submissions),
        tuple(_passage(p, masks[p.submission]) for p in passages),
        tuple(_theme(t, everyone) for t in themes),
    )


def _mask(patterns: Iterable[str]) -> Mask:
    """A function that covers contact details and what the patterns find."""
    found = re.compile("|".join(dict.fromkeys([_CONTACT_DETAILS, *patterns])))
    return lambda text: found.sub(lambda match: _BAR * len(match[0]), text)


def _patterns(respondent: Respondent, *, public: bool) -> list[str]:
    """Regular expressions for the names and the address of one respondent."""
    patterns = [re.escape(respondent.email)] if respondent.email.strip() else []
    hidden = public and is_private(respondent)
    for name in _names(respondent.contact, respondent.organisation if hidden else ""):
        words = name.split()
        if len(words) > 1:
            patterns.append(r"(?i:\b" + r"[\W_]*".join(map(re.escape, words)) + ")")
        if hidden:
            ordinary = {"privatperson", (respondent.municipality or "").casefold(), *_PARTICLES}
            own = [w for w in words if len(w) > 1 and w.casefold() not in ordinary]
            patterns += [rf"\b(?:{re.escape(w)}|{re.escape(w.upper())})s?\b" for w in own]
    return patterns


def _names(*texts: str) -> list[str]:
    """The parts of the texts that look like names of persons."""
    parts = [part.strip() for text in texts for part in _SEPARATORS.split(text)]
    return [part for part in parts if _is_name(part.split())]


def _is_name(words: list[str]) -> bool:
    return 1 <= len(words) <= 5 and all(  # noqa: PLR2004 - more words than that are a sentence
        re.fullmatch(_WORD, w) and (w[0].isupper() or w in _PARTICLES) for w in words
    )


def _submission(submission: Submission, mask: Mask, *, public: bool) -> Submission:
    return replace(
        submission,
        files=_files(submission, mask, public=public),
        respondent=_respondent(submission.respondent, public=public),
        answers=tuple(_answer(a, mask) for a in submission.answers),
        unplaced=tuple(Unplaced(mask(u.text), u.location) for u in submission.unplaced),
        problems=tuple(replace(p, message=mask(p.message)) for p in submission.problems),
        additions=tuple(map(mask, submission.additions)),
    )


def _respondent(respondent: Respondent, *, public: bool) -> Respondent:
    bare = replace(respondent, contact="", email="")
    if not (public and is_private(respondent)):
        return bare
    name = ", ".join(filter(None, [_("Privatperson"), respondent.municipality]))
    return replace(bare, organisation=name, unit="")


def _files(submission: Submission, mask: Mask, *, public: bool) -> tuple[SourceFile, ...]:
    """The files; the public sees no name that a sender gave a file."""
    if not public:
        return tuple(replace(f, name=mask(f.name)) for f in submission.files)
    name = _("Inspel {number}").format(number=submission.number)
    return tuple(
        replace(f, name=f"{name}{f' ({i})' if i > 1 else ''}{PurePath(f.name).suffix}")
        for i, f in enumerate(submission.files, 1)
    )


def _answer(answer: Answer, mask: Mask) -> Answer:
    return replace(answer, text=mask(answer.text))


def _passage(passage: Passage, mask: Mask) -> Passage:
    return replace(
        passage,
        text=mask(passage.text),
        assignments=tuple(_assignment(a, mask) for a in passage.assignments),
        actors=tuple(
            a for a in passage.actors if mask(a.text) == a.text and mask(a.name) == a.name
        ),
        sources=tuple(map(mask, passage.sources)),
    )


def _assignment(assignment: Assignment, mask: Mask) -> Assignment:
    return replace(assignment, reason=mask(assignment.reason))


def _theme(theme: Theme, mask: Mask) -> Theme:
    keywords = tuple(k for k in theme.keywords if _covered(k, mask) == k)
    return replace(theme, label=_covered(theme.label, mask), keywords=keywords)


def _covered(text: str, mask: Mask) -> str:
    """The text masked as if every word began with a capital: labels may be in small letters."""
    masked = mask(" ".join(word[:1].upper() + word[1:] for word in text.split(" ")))
    return "".join(seen if seen == _BAR else own for seen, own in zip(masked, text, strict=False))
