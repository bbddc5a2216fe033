"""What a group of points says: its name and keywords, what is asked, what is most typical."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.labels import Label, Labeller, is_like
from inspel_app.analysis.nameable import Nameable
from inspel_app.analysis.naming import Candidates, Namer
from inspel_app.analysis.nounphrases import noun_phrases
from inspel_app.analysis.protocols import Embedder
from inspel_app.analysis.requests import Asked, asked_in, phrases_of
from inspel_app.analysis.sides import divided_on
from inspel_app.analysis.subjects import Subjects
from inspel_app.analysis.swedish import Read, Swedish
from inspel_app.analysis.wishes import wishes
from inspel_app.analysis.words import without_addresses
from inspel_app.domain.coding import Passage, Request, Theme
from inspel_app.i18n import _

_REQUESTS = 2
_READ = 4
"""So many of a theme's texts, the most typical, are read word by word for its name."""
_TRIED = 12
"""So many names are looked at."""
_PHRASES = 50
"""So many phrases of what is asked are looked at."""
_SAME = 0.75
"""With so many of its points there before, a theme keeps its name."""


class Group(NamedTuple):
    """Points that are alike, the id of the theme that they make, and that theme as it was."""

    key: str
    passages: Sequence[Passage]
    before: Theme | None


class _Told(NamedTuple):
    """What a group says: its points, the most typical first, and what is asked, best first.

    `tells` says how much of what the group has in common a text tells; `divided` is it where some
    want what others refuse.
    """

    group: Group
    ordered: Sequence[Passage]
    asked: Sequence[Asked]
    tells: Callable[[str], float]
    divided: bool


class Teller:
    """Tells what groups of points say, against the background of all of them."""

    def __init__(
        self,
        passages: Mapping[Passage, str | None],
        terms: Callable[[str | None], Sequence[str]],
        encoder: Embedder,
        contents: ContentWords,
        swedish: Swedish,
    ) -> None:
        """`passages` come with their matters; `terms` are a codebook's for a matter."""
        self._terms, self._swedish = terms, swedish
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
        self._nameable = Nameable(swedish, texts)
        self._namer = Namer(encoder, contents, list(dict.fromkeys(texts)))

    def shares(self, passages: Sequence[Passage]) -> list[bool]:
        """Whether each point has a subject in common with others of its group."""
        texts = [self._texts[p.id] for p in passages]
        common = set(self._labeller.common(texts))
        return [not common.isdisjoint(self._subjects.of(text)) for text in texts]

    def themes(self, groups: Iterable[Group]) -> Iterator[Theme]:
        """The themes that groups of points make; a person's own label and pin stay.

        What is read for their names is read at one time, which takes a third of the time.
        """
        told = [self._told(group) for group in groups]
        reads = self._swedish.read(self._texts[p.id] for one in told for p in one.ordered[:_READ])
        for one in told:
            yield self._theme(one, list(islice(reads, len(one.ordered[:_READ]))))

    def _told(self, group: Group) -> _Told:
        """What a group has in common, and its points with the most typical first."""
        passages = group.passages
        worth = self._labeller.worth([self._texts[p.id] for p in _by_id(passages)])

        def tells(text: str) -> float:
            return math.fsum(worth.get(subject, 0.0) for subject in self._subjects.of(text))

        def typical(passage: Passage) -> tuple[float, str]:
            text = self._texts[passage.id]
            return -tells(text) / max(len(text.split()), 1) ** 0.5, passage.id

        ordered = sorted(passages, key=typical)
        asked = asked_in([p.text for p in ordered], tells)
        return _Told(group, ordered, asked, tells, divided=self._is_divided(ordered, worth))

    def _theme(self, told: _Told, read: Sequence[Read]) -> Theme:
        """The theme that a group makes, of which the most typical texts have been read."""
        (key, passages, before), ordered = told.group, told.ordered
        label = self._label(told, read)
        if before and _is_named(before, passages):
            label = label._replace(title=before.label)
        return Theme(
            id=key,
            code=_code_of(passages),
            label=label.title,
            keywords=label.keywords,
            passages=tuple(p.id for p in ordered),
            requests=tuple(Request(ordered[a.text].id, a.sentence) for a in told.asked[:_REQUESTS]),
            kept=before is not None and before.kept,
            pinned=before is not None and before.pinned,
        )

    def _is_divided(self, passages: Sequence[Passage], shared: Container[str]) -> bool:
        """Whether some want what others refuse."""
        said: dict[str, list[str]] = defaultdict(list)
        for passage in passages:
            said[passage.submission].append(self._texts[passage.id])
        return bool(divided_on(said, lambda t: {s for s in self._subjects.of(t) if s in shared}))

    def _label(self, told: _Told, read: Sequence[Read]) -> Label:
        """What a group is called, and its keywords.

        No two groups on a matter are called the same, if it can be helped. What is `divided` is
        named by its matter and not by what one side asks.
        """
        _group, ordered, asked, tells, divided = told
        texts = [self._texts[p.id] for p in ordered]
        may = self._nameable.among(read)
        label = self._labeller.label([self._texts[p.id] for p in _by_id(ordered)], may)
        matter = self._matter_of(ordered)
        here = {p.id for p in ordered}
        others = [self._texts[p] for p in self._beside[matter] if p not in here]
        if divided:
            asked = ()
        phrases = {p.text: p.sentence for p in phrases_of(asked, tells)[:_PHRASES]}
        pieces = [
            piece
            for one in read
            for piece in noun_phrases(one)
            if tells(piece) > 0 and self._nameable.says_something(piece)
        ]
        wanted = {
            wish.heading: wish.matter
            for one in read
            for wish in wishes(one)
            if not divided and tells(wish.matter) > 0
        }
        candidates = Candidates(wanted, list(phrases), pieces, self._terms(matter), label.title)
        given = self._given[matter]
        taken = given | self._actors
        best = self._namer.best_first(candidates, texts, others)
        best = [name for name in best if taken.isdisjoint({name, name.casefold()})][:_TRIED]
        sure = {label.title, *wanted, *pieces}
        terms = [n for n in best if n not in {*sure, *phrases} and (" " in n or tells(n) > 0)]
        sure.update(self._nameable.phrases(terms))
        good = (
            n
            for n in best
            if n in sure or (n in phrases and self._nameable.names_nobody(n, phrases[n]))
        )
        name = next(good, label.title)
        given.add(name)
        if " " not in name:
            shared = (w for w in label.keywords if tells(w) > 0 and not is_like(w, name))
            name = _(" och ").join([name, *islice(shared, 1)])
        name = name[:1].upper() + name[1:]
        return label._replace(
            title=_("{matter}: för och emot").format(matter=name) if divided else name
        )

    def _matter_of(self, passages: Iterable[Passage]) -> str | None:
        """The matter of most of the points, of several the first in the alphabet."""
        votes = Counter(self._matters[p.id] for p in passages)
        return min(votes, key=lambda matter: (-votes[matter], matter or ""))


def _by_id(passages: Iterable[Passage]) -> list[Passage]:
    return sorted(passages, key=lambda p: p.id)


def _is_named(before: Theme, passages: Sequence[Passage]) -> bool:
    """Whether a theme's name stands: a person gave it, or most points are those that it named.

    One without a name has to get one.
    """
    same = len(set(before.passages).intersection(p.id for p in passages))
    return before.kept or (bool(before.label) and same >= _SAME * len(passages))


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
