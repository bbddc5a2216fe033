"""What a theme is called: what most of its points ask for, else the matter that they share."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import islice
from typing import NamedTuple

from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.endings import differing, for_and_against, sides_told
from inspel_app.analysis.fitting import Fitting
from inspel_app.analysis.labels import Label, Labeller
from inspel_app.analysis.nameable import Nameable
from inspel_app.analysis.naming import Candidates, Namer
from inspel_app.analysis.nounphrases import noun_phrases
from inspel_app.analysis.requests import Asked, phrases_of
from inspel_app.analysis.sayings import Meanings, Sayings
from inspel_app.analysis.sides import Leaning
from inspel_app.analysis.stance import asks
from inspel_app.analysis.subjects import Subjects
from inspel_app.analysis.swedish import Read
from inspel_app.analysis.titles import Titles, plain_forms
from inspel_app.analysis.topics import Topics
from inspel_app.analysis.wishes import wishes

_PHRASES = 50
"""So many phrases of what is asked are looked at."""
_TRIED = 12
"""So many names are looked at."""
_LONGEST = 6
"""A name has at most so many words."""


class Spoken(NamedTuple):
    """What a group's points say, the most typical first: texts, what they want, what is asked.

    `tells` says how much of what the group has in common a text tells, `subjects` which of that.
    `divided` are the subjects that most speak of, and that some want and others refuse; `counted`
    tells that some of the points are counted as support and others as criticism.
    """

    texts: Sequence[str]
    leanings: Sequence[Leaning]
    asked: Sequence[Asked]
    tells: Callable[[str], float]
    subjects: Callable[[str], AbstractSet[str]]
    divided: Sequence[str]
    counted: bool


class Given(NamedTuple):
    """What a codebook gives to name a group on a matter by."""

    terms: Sequence[str]
    topics: Topics


class ThemeNamer:
    """Names groups of points on a matter."""

    def __init__(
        self,
        contents: ContentWords,
        meanings: Meanings,
        subjects: Subjects,
        namer: Namer,
        nameable: Nameable,
    ) -> None:
        self._contents, self._meanings = contents, meanings
        self._namer, self._nameable = namer, nameable
        self._labeller, self._titles = Labeller(subjects), Titles(subjects)

    def fitting(self, spoken: Spoken) -> Fitting:
        """What tells whether a name fits a group."""
        said = Sayings(self._contents, self._meanings, spoken.texts)
        asking = {one.text for one in spoken.asked}
        return Fitting(said, spoken.leanings, asking, spoken.subjects)

    def is_right(self, name: str, spoken: Spoken) -> bool:
        """Whether a name that the machine gave before still fits a group."""
        sides = spoken.counted if spoken.divided else None
        return sides_told(name) is sides and self.fitting(spoken).is_right(name)

    def label(
        self,
        spoken: Spoken,
        read: Sequence[Read],
        given: Given,
        others: Sequence[str],
        taken: Collection[str],
    ) -> Label:
        """What a group is called, and its keywords.

        What is divided is named by its matter, and not by what one side asks; what no words of its
        own name well is named by the topic that the codebook knows, where there is one.

        Args:
            spoken: What its points say.
            read: Some of its texts, taken apart.
            given: What the codebook tells of the matter.
            others: The other texts on the matter.
            taken: Names, folded, that it may not have.
        """
        may = self._nameable.among(read)
        label = self._labeller.label(spoken.texts, may)
        fitting = self.fitting(spoken)
        forms = {s: form for s, form in plain_forms(read).items() if may(form)}
        spoken = spoken._replace(divided=[s for s in spoken.divided if s in forms])
        title = self._title(spoken, forms, fitting) or label.title
        candidates, sentences = self._candidates(spoken, read, given.terms, title)
        fits = partial(_fits, candidates, fitting, divided=bool(spoken.divided))
        free = (
            name
            for name in self._namer.best_first(candidates, fitting.said, others)
            if name.casefold() not in taken and fits(name)
        )
        best = list(islice(free, _TRIED))
        name = next(self._sound(best, candidates, sentences, spoken), title)
        if spoken.divided:
            name = for_and_against(name) if spoken.counted else differing(name)
        elif name == title or " " not in name:
            name = _by_topic(given.topics, fitting.said, taken) or name
        return label._replace(title=name[:1].upper() + name[1:])

    def _title(self, spoken: Spoken, forms: Mapping[str, str], fitting: Fitting) -> str:
        """The matter in a noun or two; empty where the texts have none."""
        if spoken.divided:
            return self._titles.written(spoken.divided[0], forms[spoken.divided[0]])
        nouns = self._titles.telling(forms, spoken.texts)
        return self._titles.title(nouns, fitting.said) if nouns else ""

    def _candidates(
        self, spoken: Spoken, read: Sequence[Read], terms: Sequence[str], title: str
    ) -> tuple[Candidates, dict[str, str]]:
        """All that could name a group, and the sentences that phrases of what is asked are from."""
        pieces = [
            piece
            for one in read
            for piece in noun_phrases(one)
            if spoken.tells(piece) > 0 and self._nameable.says_something(piece)
        ]
        if spoken.divided:
            parts = set(spoken.divided)
            pieces = [p for p in pieces if not parts.isdisjoint(spoken.subjects(p))]
            return Candidates({}, (), pieces, (), title), {}
        phrases = phrases_of(spoken.asked, spoken.tells)[:_PHRASES]
        wanted = {
            wish.heading: wish.matter
            for one in read
            for wish in wishes(one)
            if spoken.tells(wish.matter) > 0
        }
        sentences = {phrase.text: phrase.sentence for phrase in phrases}
        return Candidates(wanted, list(sentences), pieces, terms, title), sentences

    def _sound(
        self,
        names: Sequence[str],
        candidates: Candidates,
        sentences: dict[str, str],
        spoken: Spoken,
    ) -> Iterator[str]:
        """Those names that are whole, and name no person."""
        sure = {candidates.title, *candidates.wishes, *candidates.pieces}
        unsure = [n for n in names if n not in sure and n not in sentences]
        terms = [n for n in unsure if " " in n or spoken.tells(n) > 0]
        sure.update(self._nameable.phrases(terms))
        for name in names:
            asked = name in sentences and self._nameable.names_nobody(name, sentences[name])
            if name in sure or asked:
                yield name


def _by_topic(topics: Topics, said: Sayings, taken: Collection[str]) -> str | None:
    """The topic that most are about as a name; None where it is too long, taken or never said."""
    topic = topics.shared_by(said.texts) or ""
    free = topic.casefold() not in taken and len(topic.split()) <= _LONGEST
    return topic if free and said.reach(topic) > 0 else None


def _fits(candidates: Candidates, fitting: Fitting, name: str, *, divided: bool) -> bool:
    if name in candidates.wishes:
        return fitting.is_asked(name, candidates.wishes[name])
    if name in candidates.requests:
        return fitting.is_asked(name, name) if asks(name) else fitting.tells_matter(name)
    if divided:
        return fitting.tells_sides(name)
    return name == candidates.title or fitting.tells_matter(name)
