"""What a group of texts has in common, and a short title that says so."""

import math
import textwrap
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from inspel_app.analysis.subjects import Subjects
from inspel_app.i18n import _

_NAMED = 2
"""As many subjects as a title holds at most."""
_KEYWORDS = 5
_IN_COMPOUND = 0.5
"""What a subject within a compound counts for, where a word by itself counts for 1."""
_ALIKE = 4
"""Words that begin with as many letters alike are too alike for one title."""
_QUOTED = 60
"""Characters of a text that lends its beginning as title."""

Allowed = Callable[[str], bool]
"""Whether a word may stand in a title or among keywords."""

_Holders = Mapping[int, float]
"""The numbers of the texts that have a subject, and what it counts for there."""


class Label(NamedTuple):
    """A title such as "Bredband och fiber", and the words behind it."""

    title: str
    keywords: tuple[str, ...]


class Labeller:
    """Names groups of texts against the background of all of them."""

    def __init__(self, subjects: Subjects) -> None:
        self._subjects = subjects

    def common(self, texts: Sequence[str]) -> list[str]:
        """The subjects that hold a group together, the most telling of what most share first.

        Each is in two texts or more, one of which has an earlier one too; none where the texts
        have nothing specific in common.
        """
        held = {s: rows for s, rows in self._holders(texts).items() if len(rows) > 1}
        worth = {s: self._worth(s, rows) for s, rows in held.items()}
        left = sorted(held, key=lambda s: (-worth[s], s))
        found: list[str] = []
        reached: set[int] = set()
        while linked := next((s for s in left if not reached or held[s].keys() & reached), None):
            found.append(linked)
            left.remove(linked)
            reached |= held[linked].keys()
        return found

    def worth(self, texts: Sequence[str]) -> dict[str, float]:
        """The subjects that two of the texts or more share, and how much each tells of the group.

        Of a text alone, all that it speaks of.
        """
        holders = self._holders(texts)
        several = {s: rows for s, rows in holders.items() if len(rows) > 1} or holders
        return {s: self._worth(s, rows) for s, rows in several.items()}

    def named(self, texts: Sequence[str], may: Allowed) -> list[str]:
        """The nouns that a title of the group holds: as few as tell what most texts share."""
        holders = self._holders(texts)
        shared = [s for s in self.common(texts) if self._may_name(s, may)]
        found: list[str] = []
        reached: set[int] = set()
        for s in shared:
            if len(found) == _NAMED:
                break
            alone = max(holders[s].values()) == 1
            joined = not reached or holders[s].keys() & reached
            if (
                alone
                and joined
                and holders[s].keys() - reached
                and not any(is_like(s, other) for other in found)
            ):
                found.append(s)
                reached |= holders[s].keys()
        return found

    def label(self, texts: Sequence[str], may: Allowed) -> Label:
        """The title of a group and its keywords, what is shared first; `may` tells which words.

        A text alone is named by its own most telling noun, or else by how it begins.
        """
        named = self.named(texts, may)
        holders = self._holders(texts)
        telling = sorted(
            (s for s in holders if self._may_name(s, may)),
            key=lambda s: (-self._worth(s, holders[s]), s),
        )
        ordered = list(dict.fromkeys([*named, *telling]))[:_KEYWORDS]
        keywords = tuple(map(self._subjects.form, ordered))
        words = keywords[: len(named) or 1]
        if not words:
            words = (textwrap.shorten(texts[0], _QUOTED, placeholder=" …"),)
        title = _(" och ").join(filter(None, [", ".join(words[:-1]), words[-1]]))
        return Label(title[:1].upper() + title[1:], keywords)

    def _may_name(self, subject: str, may: Allowed) -> bool:
        return self._subjects.is_noun(subject) and may(self._subjects.form(subject))

    def _holders(self, texts: Sequence[str]) -> dict[str, _Holders]:
        """The specific subjects of the texts and who has them."""
        holders: dict[str, dict[int, float]] = defaultdict(dict)
        for number, text in enumerate(texts):
            alone = self._subjects.alone(text)
            for subject in filter(self._subjects.is_specific, self._subjects.of(text)):
                holders[subject][number] = 1 if subject in alone else _IN_COMPOUND
        return dict(holders)

    def _worth(self, subject: str, holders: _Holders) -> float:
        """The power puts what several texts share before what one has alone."""
        return math.pow(sum(holders.values()), 1.5) * self._subjects.weight(subject)


def is_like(one: str, other: str) -> bool:
    """Whether two words begin alike, or one ends with the other: too alike for one title."""
    first, second = one.lower(), other.lower()
    begins = first.startswith(second[:_ALIKE]) or second.startswith(first[:_ALIKE])
    return begins or first.endswith(second) or second.endswith(first)
