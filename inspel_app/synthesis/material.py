"""The material of a round with its look-ups: who is who, what counts, where a passage stands."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from inspel_app.domain.coding import Codebook, Passage
from inspel_app.domain.composition import AS_MADE, Composition
from inspel_app.domain.document import Location
from inspel_app.domain.form import Answer, FormTemplate, Question, Submission
from inspel_app.domain.revision import Revision
from inspel_app.domain.secrecy import OPEN, Secrecies
from inspel_app.domain.synthesis import Apart, Count, Quotation
from inspel_app.i18n import _
from inspel_app.synthesis.words import (
    aspect_title,
    code_heading,
    is_private,
    labelled,
    respondent_name,
    under_code,
)

_OWNED = r"(?:kommun|sameby|byalag|byaförening|församling|hembygdsförening|landsting|län|stad)\b"
_GENITIVE = re.compile(rf"(?<=\w\w)s(?= {_OWNED})")
_LEGAL_FORMS = {
    "aktiebolag": "ab",
    "aktiebolaget": "ab",
    "ek för": "ekonomisk förening",
    "ekonomiska föreningen": "ekonomisk förening",
}
_LEGAL_FORM = re.compile(rf"\b(?:{'|'.join(_LEGAL_FORMS)}|publ)\b")
_LEADING_FORM = re.compile(r"(ab|hb|kb|ekonomisk förening) (.+)")


def folded(text: str) -> str:
    """The text for comparing names: no case, no punctuation, single spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"[^\W_]+", plain))


def identity(submission: Submission) -> str:
    """The respondent behind an inspel: an organisation is one, a person is one for each inspel."""
    organisation = _same_name(submission.respondent.organisation)
    if not organisation or is_private(submission.respondent):
        return f"id:{submission.id}"
    return organisation


def respondents(submissions: Iterable[Submission]) -> int:
    """How many respondents these inspel are from."""
    return len({identity(s) for s in submissions})


@lru_cache(maxsize=10_000)
def _same_name(organisation: str) -> str:
    """One name for "Malå kommun" and "MALÅS KOMMUN", for "AB Kraft" and "Kraft Aktiebolag".

    Asked of each point, while a round has some thousand respondents.
    """
    plain = _GENITIVE.sub("", folded(organisation))
    formed = _LEGAL_FORM.sub(lambda match: _LEGAL_FORMS.get(match[0], ""), plain)
    return _LEADING_FORM.sub(r"\2 \1", " ".join(formed.split()))


def place_names(form: FormTemplate | None, codebook: Codebook) -> dict[str, str]:
    """What people know each question by: `3.3 Identifierade behov`, or words that say which."""
    if form is None:
        return {}
    choices = {q.id: _names(q, codebook) for q in form.questions}
    taken = [name for names in choices.values() for name in set(names)]
    return {
        key: next((n for n in names if taken.count(n) == 1), names[-1])
        for key, names in choices.items()
    }


def _names(question: Question, codebook: Codebook) -> list[str]:
    """Names for a question, the best first and the most exact last."""
    above = [t for t in (question.heading, question.section) if t]
    names = [question.text, *above, *(f"{t}: {question.text}" for t in reversed(above))]
    names.append(" – ".join([*reversed(above), question.text]))
    if question.code is None or question.code not in codebook:
        return names
    code = codebook[question.code]
    if question.aspect is None:
        return [code_heading(code), *names]
    return [under_code(code, aspect_title(codebook, question.aspect)), *names]


@dataclass(frozen=True)
class Material:
    """All inspel, the names of the questions, what people want quoted and have marked as secret."""

    submissions: tuple[Submission, ...]
    places: dict[str, str]
    composition: Composition = AS_MADE
    secrecies: Secrecies = OPEN
    apart: Apart = ()
    """What says the opposite of each other."""
    mixed: frozenset[str] = frozenset()
    """Themes that hold several matters, by their ids."""

    @cached_property
    def refusing(self) -> dict[str, list[str]]:
        """By passage that wants something those that refuse it."""
        found: dict[str, list[str]] = defaultdict(list)
        for wants, refuses in self.apart:
            found[wants].append(refuses)
        return dict(found)

    @cached_property
    def by_id(self) -> dict[str, Submission]:
        """The inspel by their ids."""
        return {s.id: s for s in self.submissions}

    @cached_property
    def _answers(self) -> dict[tuple[str, str], Answer]:
        return {(s.id, a.id): a for s in self.submissions for a in s.answers}

    def inspel_of(self, passages: Iterable[Passage]) -> list[Submission]:
        """The inspel that hold the passages, each once, by number."""
        found = {p.submission: self.by_id[p.submission] for p in passages}
        return sorted(found.values(), key=lambda s: s.number)

    def count(self, passages: Sequence[Passage]) -> Count:
        """How many passages these are, in how many inspel from how many respondents."""
        return tally(self.inspel_of(passages), len(passages))

    def place(self, field: str | None) -> str:
        """The place of an answer, as part of a reference: `fråga 3.3 Identifierade behov`."""
        if field is None:
            return _("fritt brev")
        return _("fråga {name}").format(name=self.places.get(field, field))

    def quote(self, passage: Passage, text: str) -> Quotation:
        """The passage as a quotation that reads `text`."""
        submission = self.by_id[passage.submission]
        answer = self._answers[passage.submission, passage.answer]
        return Quotation(
            passage=passage.id,
            text=text,
            submission=submission.id,
            number=submission.number,
            answer=answer.id,
            respondent=respondent_name(submission),
            actor_type=submission.respondent.type,
            place=self.place(passage.field),
            location=locate(answer, passage),
            secrecy=labelled(self.secrecies.of_passage(passage)),
        )


def tally(submissions: Sequence[Submission], passages: int) -> Count:
    """The count of these inspel with so many passages."""
    return Count(len(submissions), respondents(submissions), passages)


def locate(answer: Answer, passage: Passage) -> Location:
    """Where the passage begins in the original; it ends at the latest where that part ends."""
    begins, ends = _as_read(answer, passage)
    offset = 0
    for part in answer.parts[:-1]:
        length = part.end - part.start
        if begins <= offset + length:
            break
        offset += length + 1
    else:
        part = answer.parts[-1]
    start = min(part.start + begins - offset, part.end)
    end = min(part.start + ends - offset, part.end)
    return replace(part, start=start, end=end)


def _as_read(answer: Answer, passage: Passage) -> tuple[int, int]:
    """The passage's range in the answer as it was read, where a person has corrected it since."""
    if answer.reading is None:
        return passage.start, passage.end
    return Revision.between(answer.text, answer.reading).moved(passage.start, passage.end)
