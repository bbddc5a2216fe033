"""Whether what stands in no point may say something all the same, so that a person should look."""

from itertools import takewhile

from inspel_app.analysis.courtesies import is_close, is_courtesy
from inspel_app.analysis.sentences import Span, sentences
from inspel_app.analysis.substance import says_more

_FEWEST = 4
"""Words of a sentence; fewer are a name or a heading."""
_SIGNS = " \n\t-–•*·0123456789.)("
"""The mark of the item that follows an announcement."""


def may_say_something(stretch: str) -> bool:
    """Whether a stretch holds a sentence that is no courtesy and has words that judge or ask.

    What stands below a close is names.
    """
    found = sentences(stretch, Span(0, len(stretch)))
    lines = [line for span in found for line in span.of(stretch).splitlines()]
    return any(map(_may_say, takewhile(lambda line: not is_close(line), lines)))


def _may_say(line: str) -> bool:
    announces = line.rstrip(_SIGNS).endswith((":", ","))
    long = len(line.split()) >= _FEWEST
    return long and not announces and says_more(line) and not is_courtesy(line)
