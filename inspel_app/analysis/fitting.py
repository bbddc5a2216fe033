"""Whether a name fits a group of points: most say its words, and few the opposite."""

from collections.abc import Container, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from inspel_app.analysis.sayings import Sayings
from inspel_app.analysis.sides import Leaning, Speaks, leaning
from inspel_app.analysis.verdicts import ABOUT

_MOST = 0.5
"""More of the points say each word of what a name asks, and so many or more ask for it."""
_SOME = 1 / 3
"""So many say each word of a name that tells the matter alone."""
_SEVERAL = 2
"""What one alone asks is not what several ask."""
_OPPOSED = 0.125
"""No more of them may say the opposite."""


class Fitting:
    """Tells which names fit a group of points."""

    def __init__(
        self,
        said: Sayings,
        leanings: Sequence[Leaning],
        asking: Container[int],
        speaks: Speaks,
    ) -> None:
        """`leanings` are those of the texts, `asking` the numbers of those that ask for something.

        `speaks` tells the subjects of a text.
        """
        self.said, self._leanings, self._asking, self._speaks = said, leanings, asking, speaks

    def tells_matter(self, name: str) -> bool:
        """Whether more than half of the points say a word of a name, and several each of them."""
        shares, points = self.said.shares(name), len(self.said.texts)
        several = points == 1 or min(shares, default=0.0) * points > 1
        return self._are_said(shares, _SOME) and several and self.said.is_of_most(name)

    def tells_sides(self, name: str) -> bool:
        """Whether most of the points say each word of a name themselves."""
        return self._are_said(self.said.plain_shares(name), _MOST)

    def is_right(self, name: str) -> bool:
        """Whether a name that a group has may stay: most say some of it, few the opposite."""
        return self.said.reach(name) >= _MOST and not self._is_opposed(name)

    def is_asked(self, name: str, matter: str) -> bool:
        """Whether most of the points ask for what a name asks, which is of a matter.

        What is asked of the strategy's text is asked by those alone that speak of it.
        """
        said = min(self.said.shares(matter), default=0.0) > _MOST
        fits = said and not self._is_opposed(name) and self._is_shared(matter)
        return fits and (self._are_about_strategy or not ABOUT.search(name))

    @cached_property
    def _are_about_strategy(self) -> bool:
        """Whether most of the points speak of the strategy's text."""
        return sum(bool(ABOUT.search(t)) for t in self.said.texts) > _MOST * len(self.said.texts)

    @staticmethod
    def _are_said(shares: Sequence[float], each: float) -> bool:
        return bool(shares) and min(shares) >= each and max(shares) > _MOST

    def _is_shared(self, matter: str) -> bool:
        subjects = self._speaks(matter)
        asked = sum(not subjects.isdisjoint(spoken) for spoken in self._asked_of)
        several = min(_SEVERAL, len(self.said.texts))
        return asked >= max(_MOST * len(self.said.texts), several)

    @cached_property
    def _asked_of(self) -> list[AbstractSet[str]]:
        """The subjects of the texts that ask for something."""
        texts = enumerate(self.said.texts)
        return [self._speaks(text) for number, text in texts if number in self._asking]

    def _is_opposed(self, name: str) -> bool:
        """Whether some of the points want what a name refuses, or refuse what it speaks of else."""
        against = leaning(name, self._speaks).refused
        subjects = self._speaks(name) - against
        opposed = sum(
            not (one.wanted.isdisjoint(against) and one.refused.isdisjoint(subjects))
            for one in self._leanings
        )
        return opposed > _OPPOSED * len(self._leanings)
