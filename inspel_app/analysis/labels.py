"""Keywords and a short title for a group of texts: what they say and the other groups do not."""

import math
import re
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspel_app.analysis.words import STOP_WORDS, WORD, stem, word_set
from inspel_app.i18n import _

_KEYWORDS = 5
_PHRASE_WORDS = 4
_QUOTED = 60
"""Characters of a text that lends its beginning as title."""
_CLAUSE = re.compile(r"[^.,:;!?()\[\]\"”»\n–]+")
_STARTS = re.compile(r"(?:\A|[.!?…:\n])[\s\"”»(–-]*\Z")
_VERB = re.compile(r"(?:ade|ades|ats|erar|eras|era|erat|dde|tte|nde|as|ts|ds)\Z")
"""Endings that are mostly verbs; a title is better without them."""
_SHORTEST = 3
_LONGEST = 40
"""Longer words are slips of the keyboard or web addresses."""
_PART = 4
"""A part of a compound has at least this many letters; shorter ones are found by chance."""
_INNER = word_set("av för från i inom med mellan och om på till under utan vid")
"""Words of grammar that may stand inside a title."""


class Label(NamedTuple):
    """A title such as "Bredband till sista hushållen", and the words behind it."""

    title: str
    keywords: tuple[str, ...]


class Labeller:
    """Names groups of texts against the background of all of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            for form in _forms(text):
                forms[stem(form.lower())][form] += 1
        self._form = {
            s: min(seen, key=lambda form: (-seen[form], len(form), form))
            for s, seen in forms.items()
        }
        self._total = len(texts)
        self._spread = Counter(s for text in texts for s in self._subjects(text))

    def label(self, texts: Sequence[str]) -> Label:
        """The title and the keywords of a group, most telling first."""
        weight = self._weights(texts)
        keywords = sorted(weight, key=lambda s: (-weight[s], s))[:_KEYWORDS]
        forms = tuple(self._form[s] for s in keywords)
        return Label(self._title(texts, weight, forms), forms)

    def _weights(self, texts: Sequence[str]) -> dict[str, float]:
        """c-TF-IDF of the words that stand by themselves in the group.

        The power puts what several texts share before what one has alone, the length what is
        specific before what is general, as Swedish compounds are.
        """
        inside = Counter(s for text in texts for s in self._subjects(text))
        alone = {stem(form.lower()) for text in texts for form in _forms(text)}
        return {
            s: inside[s] ** 1.5 * math.log(1 + self._total / self._spread[s]) * math.log(len(s))
            for s in alone
        }

    def _subjects(self, text: str) -> set[str]:
        """The stems of a text and those that stand first or last in its compounds."""
        stems = {stem(form.lower()) for form in _forms(text)}
        parts = {part for s in stems for part in _ends(s) if part in self._form}
        return stems | parts

    def _title(
        self, texts: Sequence[str], weight: dict[str, float], keywords: tuple[str, ...]
    ) -> str:
        """The weightiest phrase, else the two best keywords, else how the first text begins."""
        worth: dict[str, float] = {}
        for text in texts:
            for phrase in _phrases(text):
                parts = [weight[s] for s in map(stem, phrase.lower().split()) if s in weight]
                worth[phrase] = sum(parts) / math.sqrt(len(parts) + 1)
        if worth:
            title = min(worth, key=lambda phrase: (-worth[phrase], phrase))
        elif keywords:
            title = _(" och ").join(keywords[:2])
        else:
            title = textwrap.shorten(texts[0], _QUOTED, placeholder=" …")
        return title[:1].upper() + title[1:]


def _ends(word: str) -> Iterator[str]:
    """The ways to take a compound's first or last part: "fiberstråk" -> "fiber", "stråk"."""
    for cut in range(_PART, len(word) - _SHORTEST + 1):
        yield word[:cut]
        yield word[-cut:]


def _forms(text: str) -> Iterator[str]:
    """The content words as written, save that a sentence's first word loses its capital."""
    for match in WORD.finditer(text):
        word = match.group()
        if not _SHORTEST <= len(word) <= _LONGEST or word.lower() in STOP_WORDS:
            continue
        first = word[1:].islower() and _STARTS.search(text, 0, match.start())
        yield word.lower() if first else word


def _phrases(text: str) -> Iterator[str]:
    """The runs of 2-4 words that begin and end with a content word and hold no verb form."""
    for clause in _CLAUSE.findall(text):
        run = clause.split()
        for start in range(len(run)):
            for end in range(start + 2, min(start + _PHRASE_WORDS, len(run)) + 1):
                phrase = run[start:end]
                if (
                    _is_telling(phrase[0])
                    and _is_telling(phrase[-1])
                    and all(w in _INNER or _is_telling(w) for w in phrase[1:-1])
                ):
                    yield " ".join(phrase)


def _is_telling(word: str) -> bool:
    return (
        WORD.fullmatch(word) is not None
        and len(word) >= _SHORTEST
        and word.lower() not in STOP_WORDS
        and not _VERB.search(word)
    )
