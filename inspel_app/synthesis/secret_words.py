"""The words of what is marked as secret, to be known again in a file that people have worked in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from inspel_app.domain.coding import Passage, Theme
from inspel_app.domain.form import Submission
from inspel_app.domain.synthesis import Audience, Work
from inspel_app.synthesis.secrecy import TELLING, without_secrets
from inspel_app.synthesis.sentences import sentences

_RUN = 6
"""Words in a row that a person writes again only of somebody's text; shorter sentences count whole.

So a sentence is known again also where one of its words has been changed.
"""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class SecretWords:
    """Runs of words that stand in what is marked, and nowhere that anybody may read."""

    runs: frozenset[str] = frozenset()

    def are_in(self, text: str) -> bool:
        """Whether a text says something of what is marked."""
        return any(True for _run in self._found(text))

    def without(self, texts: Iterable[str]) -> "SecretWords":
        """Those that none of these texts says."""
        if not self.runs:
            return self
        return SecretWords(self.runs - {run for text in texts for run in self._found(text)})

    def _found(self, text: str) -> Iterator[str]:
        words = _words(text) if self.runs else []
        for length in {run.count(" ") + 1 for run in self.runs}:
            yield from (run for run in _in_row(words, length) if run in self.runs)


NO_SECRETS = SecretWords()
"""Nothing is marked."""


def secret_words(
    submissions: Sequence[Submission],
    passages: Sequence[Passage],
    themes: Sequence[Theme],
    work: Work,
) -> SecretWords:
    """The words of all that is kept from others than the secretariat for its marks of secrecy."""
    bare = without_secrets(submissions, passages, themes, work, Audience.WRITING)
    shown = {text for one in bare.material[0] for text in _texts(one)}
    kept = {text for one in submissions for text in _texts(one)} - shown
    told = (
        run
        for text in (*kept, *(mark.text for mark in work.secrecies.marks))
        for run in _runs(text)
    )
    return SecretWords(frozenset(told)).without(shown)


def _texts(submission: Submission) -> Iterator[str]:
    """All that was written in an inspel."""
    yield from (answer.text for answer in submission.answers)
    yield from (line.text for line in submission.unplaced)


def _runs(text: str) -> Iterator[str]:
    """The runs of words by which the sentences of a text are known."""
    for sentence in sentences(text):
        words = _words(sentence)
        yield from (r for r in _in_row(words, min(len(words), _RUN)) if len(r) >= TELLING)


def _in_row(words: Sequence[str], length: int) -> Iterator[str]:
    return (" ".join(words[i : i + length]) for i in range(len(words) - length + 1))


def _words(text: str) -> list[str]:
    """The words as they are compared: without signs, in small letters."""
    return _WORD.findall(text.replace("\N{SOFT HYPHEN}", "").casefold())
