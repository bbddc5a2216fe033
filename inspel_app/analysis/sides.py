"""Whether points on one matter pull in opposite directions: some want what others refuse.

Only what is plainly said counts: a cue word with a subject close after it. To want the end of
something that takes away is to want the thing itself: "stoppa nedläggningen av skolan".
"""

import re
import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from inspel_app.analysis.sentences import Span, sentences
from inspel_app.analysis.stance import asks

_REFUSES = re.compile(
    r"""\b(?:nej\ (?:tack\ )?till|motsätter\ (?:oss|sig|mig)|avråder|avvisar|avstyrker|är\ emot
      |sluta(?:\ att)?|stoppa|stryk|avskaffa|skeptiska?\ till|inte\ (?:fler|mer|bygga|förorda)
      |inga\ (?:fler|nya))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_TAKES_AWAY = re.compile(
    r"nedlägg|nedlagd|avveckl|stängning|nedskär|neddrag|indrag|försäm|besparing|utarm|minsk|förlust",
    re.IGNORECASE,
)
_EASES = re.compile(r"\b(?:enklare|lättnad\w*|undanta\w*|dispens\w*|färre|mindre)\b", re.IGNORECASE)
"""Wishes that go along with those who refuse."""
_CLOSE = 60
"""Characters after a cue within which its subject stands."""

Speaks = Callable[[str], AbstractSet[str]]
"""The subjects that a text speaks of."""


def divided_on(texts: Mapping[str, Iterable[str]], speaks: Speaks) -> set[str]:
    """The subjects that one respondent wants and another refuses.

    Args:
        texts: What each respondent says in the points at hand.
        speaks: Tells the subjects of a text.
    """
    wants: dict[str, set[str]] = defaultdict(set)
    refuses: dict[str, set[str]] = defaultdict(set)
    for respondent, said in texts.items():
        for sentence in (sentence for text in said for sentence in _sentences(text)):
            against = _refused(sentence, speaks)
            for subject in against:
                refuses[subject].add(respondent)
            if asks(sentence) and not _EASES.search(sentence):
                for subject in speaks(sentence) - against:
                    wants[subject].add(respondent)
    return {s for s in refuses if wants[s] - refuses[s]}


def _refused(sentence: str, speaks: Speaks) -> AbstractSet[str]:
    """The subjects that a sentence says no to."""
    cue = _REFUSES.search(sentence)
    if cue is None:
        return frozenset()
    after = textwrap.shorten(sentence[cue.end() :], _CLOSE, placeholder="")
    return frozenset() if _TAKES_AWAY.search(after) else speaks(after)


def _sentences(text: str) -> Iterator[str]:
    return (span.of(text) for span in sentences(text, Span(0, len(text))))
