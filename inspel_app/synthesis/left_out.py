"""What of the answers stands in no point: greetings, announcements, "inget att tillägga"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from inspel_app.domain.form import Answer, Submission
from inspel_app.domain.synthesis import Synthesis

Span = tuple[int, int]
_WORD = re.compile(r"[^\W\d_]{2}")
"""Numbers and signs of lists are none."""


def left_out(synthesis: Synthesis) -> Iterator[tuple[Submission, Answer, str]]:
    """Each stretch with words, and whose it is; nothing of inspel that do not count.

    Nothing at all where answers have not been cut yet.
    """
    spans: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for point in synthesis.passages:
        spans[point.submission, point.answer].append((point.start, point.end))
    uncounted = dict(synthesis.uncounted)
    for submission in synthesis.submissions:
        if spans and submission.id not in uncounted:
            for answer in submission.answers:
                for text in between(answer.text, spans[submission.id, answer.id]):
                    yield submission, answer, text


def between(text: str, spans: Iterable[Span]) -> Iterator[str]:
    """The stretches of a text outside the spans that say something."""
    place = 0
    for start, end in (*sorted(spans), (len(text), len(text))):
        said = text[place:start].strip()
        if _WORD.search(said):
            yield said
        place = max(place, end)
