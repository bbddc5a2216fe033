"""Answers -> passages: each a point that can be tagged by itself.

A paragraph or a list item is one point, unless a sentence within it opens a new matter or it
is so long that it must hold several. What only greets, introduces or closes is no point.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from inspel_app.analysis.contacts import is_contact
from inspel_app.analysis.courtesies import is_courtesy, is_presentation, topic_length
from inspel_app.analysis.paragraphs import body, paragraphs
from inspel_app.analysis.sentences import Span, sentences
from inspel_app.analysis.words import content_stems
from inspel_app.domain.coding import Assignment, Origin, Passage
from inspel_app.domain.form import Answer, Submission

Places = Mapping[str, tuple[str | None, str | None]]
"""Field id -> the code and the aspect that the form asks about there."""

_OPENS = re.compile(
    r"""(?:dessutom|därtill|därutöver|vidare|däremot|emellertid|ändå|slutligen|avslutningsvis
        |till\s+(?:sist|slut)|sist|förresten|men|och|utöver\s+det(?:ta)?|i\s+övrigt|likaså
        |sen\s+det|så\s+något|för\s+det\s+(?:andra|tredje|fjärde)|å\s+andra\s+sidan
        |en\s+annan\s+\w+|ett\s+annat\s+\w+|när\s+det\s+gäller|vad\s+gäller|beträffande|angående)
        \b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A sentence that begins so opens a new matter."""
_LEANS = re.compile(
    r"(?:det|den|de|dem|detta|denna|dessa|då|där|därför|så|han|hon|sådan\w*|samma|vilket)\b",
    re.IGNORECASE,
)
"""A sentence that begins so leans on the one before."""
_POINTS_BACK = re.compile(r"\b(?:båda|bägge|dessa|sådana|ingendera|den senare)\b", re.IGNORECASE)
"""A sentence that holds one of these leans too."""
_LONG = 75
"""A point of more words than this is looked through for a shift of subject."""
_SPLITTABLE = 4
"""Fewer sentences than this are never two points for their length alone."""
_WINDOW = 8
"""So many sentences are looked at together for that."""
_FRAGMENT = 3
"""Fewer words than this are no point beside another."""


def cut(submission: Submission, places: Places) -> list[Passage]:
    """The points of an inspel, in order, with the codes that the form's places give them."""
    passages = []
    for number, answer in enumerate(a for a in submission.answers if a.content):
        code, aspect = places.get(answer.field or "", (None, None))
        given = (Assignment(code, aspect, Origin.FORM),) if code else ()
        passages += [
            Passage(
                id=f"{answer.id}:{span.start}-{span.end}",
                submission=submission.id,
                answer=answer.id,
                field=answer.field,
                start=span.start,
                end=span.end,
                text=span.of(answer.text),
                assignments=given,
            )
            for span in points(answer, first=number == 0 and code is None)
        ]
    return passages


def points(answer: Answer, *, first: bool = False) -> list[Span]:
    """The stretches of an answer that make a point each.

    `first` says that here the writer may be presented, which is no point.
    """
    text = answer.text
    parts = paragraphs(text)
    letter = answer.field is None
    if letter:
        parts = body(text, parts)
    found: list[Span] = []
    for part in parts:
        if is_contact(part.span.of(text), in_letter=letter):
            continue
        said = _said(text, part.span, opening=first)
        if said:
            first = False
        for group in _matters(text, said):
            found += _pieces(text, group)
    return found


def _said(text: str, paragraph: Span, *, opening: bool) -> list[Span]:
    """The sentences of a paragraph that say something on the matter."""
    topic = topic_length(paragraph.of(text))
    said = sentences(text, Span(paragraph.start + topic, paragraph.end))
    said = [s for s in said if not is_courtesy(s.of(text))]
    while opening and said and is_presentation(said[0].of(text)) and not _leans(text, said[1:]):
        del said[0]
    return said


def _leans(text: str, following: Sequence[Span]) -> bool:
    """Whether the next sentence cannot be understood without the one before."""
    if not following:
        return False
    sentence = following[0].of(text)
    return bool(_LEANS.match(sentence) or _POINTS_BACK.search(sentence))


def _matters(text: str, said: Sequence[Span]) -> Iterator[list[Span]]:
    """The sentences in groups, each about one matter."""
    group: list[Span] = []
    for sentence in said:
        if group and _OPENS.match(sentence.of(text)) and not _is_fragment(text, group, sentence):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _is_fragment(text: str, group: Sequence[Span], sentence: Span) -> bool:
    before = Span(group[0].start, group[-1].end)
    return min(len(before.of(text).split()), len(sentence.of(text).split())) < _FRAGMENT


def _pieces(text: str, group: Sequence[Span]) -> Iterator[Span]:
    """A group as one stretch, or as several where it is long and its subject shifts."""
    start = 0
    while True:
        ahead = group[start : start + _WINDOW]
        words = sum(len(s.of(text).split()) for s in ahead)
        if len(ahead) < _SPLITTABLE or words <= _LONG:
            break
        joint = _weakest_joint(text, ahead)
        yield Span(ahead[0].start, ahead[joint - 1].end)
        start += joint
    yield Span(group[start].start, group[-1].end)


def _weakest_joint(text: str, group: Sequence[Span]) -> int:
    """The place where the sentences on both sides have least in common, the first of equals."""
    stems = [set(content_stems(s.of(text))) for s in group]

    def bond(joint: int) -> int:
        before, after = stems[joint - 2] | stems[joint - 1], stems[joint] | stems[joint + 1]
        return 2 * len(before & after) + bool(_LEANS.match(group[joint].of(text)))

    return min(range(2, len(group) - 1), key=bond)
