"""Answers -> passages: each a point that can be tagged by itself.

A paragraph or a list item is one point, unless a sentence within it begins another (`joints`) or a
sentence counts up several (`clauses`). What only greets, introduces or closes is no point.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

from inspel_app.analysis.clauses import clauses
from inspel_app.analysis.contacts import is_contact
from inspel_app.analysis.courtesies import is_courtesy, topic_length
from inspel_app.analysis.headings import headings
from inspel_app.analysis.joints import first_sentences
from inspel_app.analysis.mashing import is_mash
from inspel_app.analysis.paragraphs import body, paragraphs, titled
from inspel_app.analysis.presentations import is_presentation
from inspel_app.analysis.references import References
from inspel_app.analysis.replying import speaks_of_replying
from inspel_app.analysis.sentences import Span, sentences
from inspel_app.analysis.stance import stance_of
from inspel_app.domain.coding import Assignment, Origin, Passage
from inspel_app.domain.form import Answer, Submission
from inspel_app.i18n import _

Places = Mapping[str, tuple[str | None, str | None]]
"""Field id -> the code and the aspect that the form asks about there."""

VERSION = 5
"""Counted up when answers are cut or described otherwise than before."""
_LEANS = re.compile(
    r"(?:det|den|de|dem|detta|denna|dessa|då|där|därför|så|han|hon|sådan\w*|samma|vilket)\b",
    re.IGNORECASE,
)
"""A sentence that begins so leans on the one before."""
_POINTS_BACK = re.compile(r"\b(?:båda|bägge|dessa|sådana|ingendera|den senare)\b", re.IGNORECASE)
"""A sentence that holds one of these leans too."""


class Point(NamedTuple):
    """A stretch of an answer, and what stands above it.

    `under` is the part of the strategy that a line names, `lead` what announces the point, as
    "Vi vill se:"; it is no part of any point, but tells what its list is for. `heading` is what it
    stands under in a letter, "" for nothing.
    """

    span: Span
    under: str | None
    lead: Span | None
    heading: str


def cut(submission: Submission, places: Places, references: References) -> list[Passage]:
    """The points of an inspel, in order, with the codes of the places that they stand in.

    Those that something announces have the stance that it gives them. A line that names a part of
    the strategy goes before the form's field, and that before a part named in the point itself.
    """
    passages = []
    for number, answer in enumerate(a for a in submission.answers if a.content):
        code, aspect = places.get(answer.field or "", (None, None))
        passages += [
            Passage(
                id=f"{answer.id}:{span.start}-{span.end}",
                submission=submission.id,
                answer=answer.id,
                field=answer.field,
                start=span.start,
                end=span.end,
                text=span.of(answer.text),
                assignments=_given(span.of(answer.text), under, (code, aspect), references),
                stance=stance_of(f"{lead.of(answer.text)} {span.of(answer.text)}")
                if lead
                else None,
                heading=heading,
            )
            for span, under, lead, heading in points(
                answer, references, first=number == 0 and code is None
            )
        ]
    return passages


def _given(
    text: str, under: str | None, place: tuple[str | None, str | None], references: References
) -> tuple[Assignment, ...]:
    """The code that a line above the point, the form's place or the text itself gives it."""
    code, aspect = place
    named = under or (None if code else references.named(text))
    if named and named != code:
        reason = _("texten nämner {code}").format(code=named)
        return (Assignment(named, aspect, Origin.FORM, reason=reason),)
    return (Assignment(code, aspect, Origin.FORM),) if code else ()


def points(answer: Answer, references: References, *, first: bool = False) -> list[Point]:
    """The stretches of an answer that make a point each.

    `first` says that here the writer may be presented, which is no point.
    """
    text = answer.text
    parts = paragraphs(text)
    letter = answer.field is None
    marked = titled(text, parts, answer.headings) if letter else frozenset()
    kept = set(body(text, parts, marked) if letter else parts)
    above = headings(text, parts, kept, marked) if letter else repeat("")
    under = None
    found: list[Point] = []
    for part, heading in zip(parts, above, strict=False):
        if part.lead:
            under = references.heading(part.lead.of(text)) or under
        named = references.heading(part.span.of(text))
        if named or part not in kept:
            under = named
            continue
        if is_contact(part.span.of(text), in_letter=letter) or is_mash(part.span.of(text)):
            continue
        said = _said(text, part.span, opening=first)
        if said:
            first = False
        spans = _matters(text, said)
        found += [
            Point(span, under, part.lead, heading)
            for span in spans
            if not _only_replies(text, span)
        ]
    return found


def _said(text: str, paragraph: Span, *, opening: bool) -> list[Span]:
    """The sentences of a paragraph that say something on the matter."""
    topic = topic_length(paragraph.of(text))
    said = sentences(text, Span(paragraph.start + topic, paragraph.end))
    said = [s for s in said if not _says_nothing(s.of(text))]
    while said and _leads_up(said[0].of(text), opening=opening) and not _leans(text, said[1:]):
        del said[0]
    return said


def _says_nothing(sentence: str) -> bool:
    """Whether a sentence is a courtesy or only gives a number of the case or an address."""
    return is_courtesy(sentence) or is_contact(sentence.rstrip("."), in_letter=False)


def _leads_up(sentence: str, *, opening: bool) -> bool:
    """Whether a sentence tells of the answer itself, or at its opening who is writing."""
    return speaks_of_replying(sentence) or (opening and is_presentation(sentence))


def _only_replies(text: str, span: Span) -> bool:
    """Whether a stretch tells of the answer itself and nothing more."""
    return all(speaks_of_replying(sentence.of(text)) for sentence in sentences(text, span))


def _leans(text: str, following: Sequence[Span]) -> bool:
    """Whether the next sentence cannot be understood without the one before."""
    if not following:
        return False
    sentence = following[0].of(text)
    return bool(_LEANS.match(sentence) or _POINTS_BACK.search(sentence))


def _matters(text: str, said: Sequence[Span]) -> Iterator[Span]:
    """The stretches of a paragraph's sentences that are about one matter each.

    What stood between two of them and says nothing, as an announcement, parts them.
    """
    first = {said[number] for number in first_sentences([s.of(text) for s in said])}
    matter: list[Span] = []
    for sentence in said:
        for number, clause in enumerate(clauses(text, sentence)):
            parted = matter and text[matter[-1].end : clause.start].strip()
            if matter and (number or sentence in first or parted):
                yield Span(matter[0].start, matter[-1].end)
                matter = []
            matter.append(clause)
    if matter:
        yield Span(matter[0].start, matter[-1].end)
