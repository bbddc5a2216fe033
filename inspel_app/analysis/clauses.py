"""What a sentence holds that are points of their own: "dels ... dels", "för det andra", "och vi".

Most sentences are one point or a part of one. Cut are those that count up what is asked, and those
that join two requests, each with a subject of its own and no word of the matter in common.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from inspel_app.analysis.sentences import Span
from inspel_app.analysis.stance import asks
from inspel_app.analysis.words import content_stems

_DELS = re.compile(r"\bdels\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"(?<=[,;–-])\s+(?:och\s+)?(?:för det (?:andra|tredje|fjärde|femte)|dessutom|slutligen"
    r"|en annan (?:sak|fråga))\b"
    r"|\s+och\s+(?:sen|sedan)\s+(?:är|har|vill|borde|bör|måste|ska|kan)\b",
    re.IGNORECASE,
)
_JOIN = re.compile(r",\s+(?P<bound>(?:och|men|samt)\s+)(?=\S)", re.IGNORECASE)
_RUN_ON = re.compile(r",\s+(?P<bound>(?:och|men|samt)\s+)?(?=\S)", re.IGNORECASE)
_SHORT = 300
"""Characters of a sentence whose commas alone may part it; longer ones count things up."""
_COMPLAINS = re.compile(
    r"\b(?:är (?:\w+ )?(?:stängd?|stängda|stängt|nedlag(?:d|t|da)|trasig\w*|borta|indrag\w+|slut)"
    r"|går (?:för|alldeles för|alltför) sällan|fungerar inte|finns (?:ingen|inget|inga|inte)"
    r"|har (?:lagts ned|lagts ner|stängts?|dragits in)|(?:lades ned|lades ner|drogs in|saknas))\b",
    re.IGNORECASE,
)
"""Troubles that are told in so many words."""
_STANDS = re.compile(
    r"\b(?:vi|jag) (?:också )?(?:vill|anser|tycker|säger|kräver|föreslår|motsätter|avvisar)\b"
    r"|\bsaknas\b|\bska \w+s\b",
    re.IGNORECASE,
)
_LEANING = re.compile(
    r"(?:att|det|den|de|dem|dom|detta|denna|dessa|dess|deras|där|då|därför|därmed|inte|så|hur|om"
    r"|som|vilket|vilka|även|också|ska|skall|bör|borde|måste|kan|kunna|vill|behöver|får|har|är|blir"
    r"|finns|kräver|saknar|ges|göras)\b",
    re.IGNORECASE,
)
"""A part that begins so leans on what was said, or has its subject there."""
_POINTS = re.compile(r"\b(?:den|det|dem|dit|där|detta|denna|dessa)\b", re.IGNORECASE)
_HANDLES = re.compile(
    r"\w+ (?:(?:upp|ut|in|av|om) )?(?:dem|dom"
    r"|de[nt](?= (?:i|på|till|med|åt|om|så|varje|ofta|öppet|bättre)\b|[.,!]|$))\b",
    re.IGNORECASE,
)
"""A command about what was just named: "and report them yearly"."""
_FEWEST = 4
"""Fewer words say too little to be a point."""
_FEWEST_JOINED = 4
"""Fewer words of a request after "och", "men" or "samt" are the rest of what was said."""


def clauses(text: str, sentence: Span) -> list[Span]:
    """The sentence, or its parts where they are points of their own, in order."""
    said = sentence.of(text)
    cuts = sorted({*_counted(said), *_joined(said)})
    edges = [0, *_far_apart(said, cuts), len(said)]
    return [
        Span(sentence.start + start, sentence.start + end).trimmed(text)
        for start, end in pairwise(edges)
    ]


def _counted(said: str) -> Iterator[int]:
    """Where the second and later things begin of those that a sentence counts up and asks for."""
    if asks(said):
        yield from (match.start() for match in list(_DELS.finditer(said))[1:])
    yield from (match.start() for match in _ORDINAL.finditer(said))


def _joined(said: str) -> Iterator[int]:
    """Where a request or a trouble is joined to another that has nothing to do with it."""
    for match in (_RUN_ON if len(said) <= _SHORT else _JOIN).finditer(said):
        before, after = said[: match.start()], said[match.end() :]
        apart = not set(content_stems(before)) & set(content_stems(after))
        bound = bool(match["bound"])
        if apart and _stand_alone(before, after, bound=bound) and not _leans(after):
            yield match.start() + 1


def _leans(after: str) -> bool:
    return bool(_LEANING.match(after) or _HANDLES.match(after))


def _stand_alone(before: str, after: str, *, bound: bool) -> bool:
    """Whether two parts of a sentence claim something each; unbound ones tell of troubles."""
    long = len(after.split()) >= _FEWEST_JOINED
    if bound and long and _claims(before) and _claims(after):
        return True
    told = _claims(before) or _COMPLAINS.search(before)
    return bool(told and _COMPLAINS.search(after) and not _POINTS.search(after))


def _claims(part: str) -> bool:
    return asks(part) or _STANDS.search(part) is not None


def _far_apart(said: str, cuts: list[int]) -> Iterator[int]:
    """The cuts that leave enough on both sides."""
    start = 0
    for cut in cuts:
        if min(len(said[start:cut].split()), len(said[cut:].split())) >= _FEWEST:
            yield cut
            start = cut
