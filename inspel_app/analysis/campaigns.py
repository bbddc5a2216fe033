"""The text that several respondents send in alike, and what each adds to it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from inspel_app.analysis.courtesies import is_close, is_courtesy
from inspel_app.analysis.likeness import RUN, runs_of, words_of
from inspel_app.analysis.sentences import Span, sentences

_Run = tuple[str, ...]

_OFTEN = 0.25
"""What so large a part of the members say, and at least two, is the campaign's own."""
_MOST = 0.5
_MARKS = 3
"""Runs that make the id: one alone may be a turn of phrase that two campaigns share."""
_INSERTED = 6
"""Words that may be put into a sentence of the campaign: a name and a place."""
_NAME = 8
"""Words in the longest line of a letterhead or a signature."""
_EDGE = 3
"""Lines at the beginning and the end of a letter that may be its head and signature."""
_ENDED = re.compile(r"[.!?…][\"”»’')\]]*$")
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Campaign:
    """The same text from several: `additions` are what each adds, in the order of the members."""

    id: str
    additions: tuple[tuple[str, ...], ...]


def campaign_of(members: Sequence[Sequence[str]]) -> Campaign:
    """The campaign of members' texts (letters, or answers to the questions of a form).

    The id is made of what most members share, so it is the same in whatever order they came,
    and most often the same when more have come.
    """
    shared = Counter(run for texts in members for run in {r for t in texts for r in _runs(t)})
    common = {run for run, n in shared.items() if n >= max(2, _OFTEN * len(members))}
    core = {run for run, n in shared.items() if n > _MOST * len(members)} or common
    return Campaign(
        _identity(core),
        tuple(tuple(s for t in texts for s in _own_sentences(t, common)) for texts in members),
    )


def _identity(core: Iterable[_Run]) -> str:
    """An id made of the few runs that stand first by their hashes: seldom others when it grows."""
    return f"k{_digest(' '.join(sorted(_digest(' '.join(run)) for run in core)[:_MARKS]))[:10]}"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()


def _runs(text: str) -> list[_Run]:
    return runs_of(words_of(text))


def _own_sentences(text: str, common: set[_Run]) -> Iterator[str]:
    """The sentences of a text that are not the campaign's, without greetings and names."""
    lines = [Span(*m.span()) for m in _PARAGRAPH.finditer(text) if m.group().strip()]
    covered = iter(_covered(text, common))
    closed = False
    for number, line in enumerate(lines):
        edge = number < _EDGE or number >= len(lines) - _EDGE or closed
        closed = closed or is_close(line.of(text).strip())
        for span in sentences(text, line):
            sentence = span.of(text)
            known = [next(covered) for _word in words_of(sentence)]
            if _is_own(known) and not _is_furniture(sentence, edge=edge and len(lines) > 1):
                yield sentence


def _covered(text: str, common: set[_Run]) -> list[bool]:
    """For each word of the text, whether it stands in a run that is the campaign's."""
    words = words_of(text)
    covered = [False] * len(words)
    for start, run in enumerate(runs_of(words)):
        if run in common:
            covered[start : start + RUN] = [True] * min(RUN, len(words))
    return covered


def _is_own(covered: Iterable[bool]) -> bool:
    """Whether a sentence says something of its own; a name put into it is nothing."""
    known = list(covered)
    longest = max((len(list(g)) for seen, g in groupby(known) if not seen), default=0)
    return longest > _INSERTED or known.count(False) > _MOST * len(known)


def _is_furniture(sentence: str, *, edge: bool) -> bool:
    """Whether it is a greeting, a close, a lone word, or a line of a letterhead or signature."""
    plain = sentence.strip()
    if is_close(plain) or is_courtesy(plain) or " " not in plain:
        return True
    return edge and len(plain.split()) <= _NAME and not _ENDED.search(plain)
