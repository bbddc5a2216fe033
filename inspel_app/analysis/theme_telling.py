"""What a group of points says: its name and keywords, what is asked, what is most typical."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import islice
from typing import NamedTuple

from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.endings import is_mixed
from inspel_app.analysis.labels import Label, Labeller
from inspel_app.analysis.lore import Lore
from inspel_app.analysis.nameable import Nameable
from inspel_app.analysis.naming import Namer
from inspel_app.analysis.protocols import Embedder
from inspel_app.analysis.requests import Asked, asked_in, points_back
from inspel_app.analysis.sayings import Meanings
from inspel_app.analysis.sides import Leaning, divided_on, leaning
from inspel_app.analysis.subjects import Subjects
from inspel_app.analysis.swedish import Read, Swedish
from inspel_app.analysis.theme_naming import Given, Spoken, ThemeNamer
from inspel_app.analysis.tongues import Tongues
from inspel_app.analysis.topics import Topics
from inspel_app.analysis.words import without_addresses
from inspel_app.domain.coding import Passage, Request, Stance, Theme, opposites

_REQUESTS = 2
_READ = 6
"""So many of a theme's texts, the most typical, are read word by word for its name."""
_MOST = 0.5
"""So many of a theme's points speak of what it is divided on."""
_SAME = 0.75
"""With so many of its points there before, a theme keeps its name."""


class Group(NamedTuple):
    """Points that are alike, the id of the theme that they make, and that theme as it was."""

    key: str
    passages: Sequence[Passage]
    before: Theme | None


class _Told(NamedTuple):
    """A group, its points with the most typical first, and what they say."""

    group: Group
    ordered: Sequence[Passage]
    spoken: Spoken


class Teller:
    """Tells what groups of points say, against the background of all of them."""

    def __init__(
        self,
        passages: Mapping[Passage, str | None],
        lore: Callable[[str | None], Lore],
        encoder: Embedder,
        contents: ContentWords,
        swedish: Swedish,
        tongues: Tongues,
    ) -> None:
        """`passages` come with their matters; `lore` is what a codebook tells of one."""
        self._lore, self._swedish, self._tongues = lore, swedish, tongues
        self._topics = cache(lambda matter: Topics(encoder, lore(matter).topics))
        self._texts = {p.id: without_addresses(p.text) for p in passages}
        self._matters = {p.id: matter for p, matter in passages.items()}
        self._beside: dict[str | None, list[str]] = defaultdict(list)
        for passage, matter in passages.items():
            self._beside[matter].append(passage.id)
        self._given: dict[str | None, set[str]] = defaultdict(set)
        texts = list(self._texts.values())
        self._subjects = Subjects(texts, _names(passages))
        self._labeller = Labeller(self._subjects)
        self._actors = {n.casefold() for p in passages for a in p.actors for n in (a.text, a.name)}
        self._namer = ThemeNamer(
            contents,
            Meanings(encoder, (word for text in texts for word in contents.of(text))),
            self._subjects,
            Namer(encoder, list(dict.fromkeys(texts))),
            Nameable(swedish, texts),
        )

    def shares(self, passages: Sequence[Passage]) -> list[bool]:
        """Whether each point has a subject in common with others of its group."""
        texts = [self._texts[p.id] for p in passages]
        common = set(self._labeller.common(texts))
        return [not common.isdisjoint(self._subjects.of(text)) for text in texts]

    def subjects_of(self, passages: Sequence[Passage]) -> AbstractSet[str]:
        """The subjects that several points share; of one alone, those that it speaks of."""
        texts = [self._texts[p.id] for p in passages]
        told = self._labeller.worth if len(texts) == 1 else self._labeller.common
        return set(told(texts))

    def themes(self, groups: Iterable[Group]) -> Iterator[Theme]:
        """The themes that groups of points make; a person's own label and pin stay.

        What is read for their names is read at one time, which takes a third of the time.
        """
        told = [self._told(group) for group in groups]
        reads = self._swedish.read(text for one in told for text in one.spoken.texts[:_READ])
        for one in told:
            yield self._theme(one, list(islice(reads, len(one.spoken.texts[:_READ]))))

    def _told(self, group: Group) -> _Told:
        """What a group has in common, and its points with the most typical first."""
        passages = group.passages
        worth = self._labeller.worth([self._texts[p.id] for p in _by_id(passages)])

        def typical(passage: Passage) -> tuple[float, str]:
            text = self._texts[passage.id]
            told = math.fsum(worth.get(subject, 0.0) for subject in self._subjects.of(text))
            return -told / max(len(text.split()), 1) ** 0.5, passage.id

        ordered = sorted(passages, key=typical)
        return _Told(group, ordered, self._spoken(ordered, worth))

    def _theme(self, told: _Told, read: Sequence[Read]) -> Theme:
        """The theme that a group makes, of which the most typical texts have been read."""
        (key, passages, before), ordered = told.group, told.ordered
        label = self._label(told, read)
        if before and self._is_named(before, told):
            label = label._replace(title=before.label)
        return Theme(
            id=key,
            code=_code_of(passages),
            label=label.title,
            keywords=label.keywords,
            passages=tuple(p.id for p in ordered),
            requests=tuple(
                Request(ordered[a.text].id, a.sentence) for a in self._asked(told, label.title)
            ),
            kept=before is not None and before.kept,
            pinned=before is not None and before.pinned,
            suggested=before is None or before.suggested,
        )

    def _asked(self, told: _Told, title: str) -> Sequence[Asked]:
        """What is asked of the matter that a theme is named by, or of what its points share.

        Of what is divided, what one of each side asks, or nothing; of what is mixed, nothing.
        """
        clear = [a for a in told.spoken.asked if a.worth > 0 and not points_back(a.sentence)]
        if is_mixed(title):
            return ()
        if told.spoken.divided:
            return _of_each_side(clear, told)
        named = self._subjects.of(title)
        of_it = [one for one in clear if not named.isdisjoint(self._subjects.of(one.sentence))]
        return (of_it or clear)[:_REQUESTS]

    def _label(self, told: _Told, read: Sequence[Read]) -> Label:
        """What a group is called, and its keywords.

        No two groups on a matter are called the same, if it can be helped.
        """
        if title := self._tongues.title(told.ordered):
            return Label(title, ())
        matter = self._matter_of(told.ordered)
        here = {p.id for p in told.ordered}
        others = [self._texts[p] for p in self._beside[matter] if p not in here]
        given = self._given[matter]
        label = self._namer.label(
            told.spoken,
            read,
            Given(self._lore(matter).terms, self._topics(matter)),
            others,
            given | self._actors,
        )
        given.add(label.title.casefold())
        return label

    def _spoken(self, ordered: Sequence[Passage], worth: Mapping[str, float]) -> Spoken:
        """What points say, the most typical first; `worth` is what each subject tells of them."""

        def tells(text: str) -> float:
            return math.fsum(worth.get(subject, 0.0) for subject in self._subjects.of(text))

        shared = {_evened(s) for s in worth}

        def subjects(text: str) -> set[str]:
            return shared.intersection(map(_evened, self._subjects.of(text)))

        texts = [self._texts[p.id] for p in ordered]
        leanings = [leaning(text, subjects) for text in texts]
        by_respondent: dict[str, list[Leaning]] = defaultdict(list)
        for passage, one in zip(ordered, leanings, strict=True):
            by_respondent[passage.submission].append(one)
        said = Counter(s for text in texts for s in subjects(text))
        divided = [
            s if s in worth else f"{s}a"
            for s in divided_on(by_respondent)
            if said[s] >= _MOST * len(texts)
        ]
        return Spoken(
            texts,
            leanings,
            asked_in([p.text for p in ordered], tells),
            tells,
            subjects,
            sorted(divided, key=lambda s: (-worth[s], s)),
            opposites(Stance.STOD, ordered, lambda p: p.submission) is not None,
        )

    def _is_named(self, before: Theme, told: _Told) -> bool:
        """Whether a theme's name stands: a person gave it, or it is right for nearly the same.

        One without a name has to get one, and a point alone that was one of several another.
        """
        if not before.suggested or not before.label:
            return not before.suggested
        if len(told.ordered) == 1 < len(before.passages):
            return False
        same = len(set(before.passages).intersection(p.id for p in told.ordered))
        return same >= _SAME * len(told.ordered) and self._namer.is_right(before.label, told.spoken)

    def _matter_of(self, passages: Iterable[Passage]) -> str | None:
        """The matter of most of the points, of several the first in the alphabet."""
        votes = Counter(self._matters[p.id] for p in passages)
        return min(votes, key=lambda matter: (-votes[matter], matter or ""))


def _of_each_side(asked: Sequence[Asked], told: _Told) -> Sequence[Asked]:
    """What two respondents ask, one of whom wants what the other refuses; else nothing."""
    spoken, matter = told.spoken, {_evened(s) for s in told.spoken.divided}
    said = [(a, leaning(a.sentence, spoken.subjects), told.ordered[a.text]) for a in asked]
    pairs = (
        (wants, refuses)
        for wants, one, by in said
        for refuses, other, by_other in said
        if matter & one.wanted & other.refused and by.submission != by_other.submission
    )
    return next(pairs, ())


def _evened(subject: str) -> str:
    """A stem as it is whatever ended the word: "gruvan" has another than "gruva"."""
    return subject.removesuffix("a")


def _by_id(passages: Iterable[Passage]) -> list[Passage]:
    return sorted(passages, key=lambda p: p.id)


def _names(passages: Iterable[Passage]) -> set[str]:
    """The words that name organisations; a company's first word often names a thing too."""
    named = {a.text for p in passages for a in p.actors if not a.text.endswith(" AB")}
    return {word for name in named for word in name.split() if word[0].isupper()}


def _code_of(passages: Sequence[Passage]) -> str | None:
    """The code that most of the points concern, of several the first in order."""
    votes = Counter(p.code for p in passages)
    return min(votes, key=lambda code: (-votes[code], code_order(code)))


def code_order(code: str | None) -> tuple[bool, list[tuple[bool, int, str]]]:
    """Sorts 3.9 before 3.10, names after numbers, and None last."""
    parts = re.split(r"[.\s]", code or "")
    return code is None, [(not p.isdigit(), int(p) if p.isdigit() else 0, p) for p in parts]
