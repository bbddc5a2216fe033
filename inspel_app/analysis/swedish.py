"""Swedish text taken apart: sentences, parts of speech, lemmas, names of people and places.

spaCy and its pipeline are loaded when they are first needed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from inspel_app.analysis.lemmas import NAME, Lemmatizer
from inspel_app.analysis.names import any_of
from inspel_app.analysis.pipelines import Pipeline
from inspel_app.analysis.sentences import Span, stops_within
from inspel_app.domain.gazetteer import Gazetteer

Document: TypeAlias = Any
"""spaCy's, which is not loaded at start."""

_KINDS = {kind: kind for kind in ("PER", "LOC", "ORG")} | {"PRS": "PER"}
"""What a name is, by what pipelines call it; spaCy's own for Swedish call people PRS."""
_ABBREVIATION = 4
"""Known names of no more letters may be other words."""
_AT_ONCE = 64
"""Texts that the pipeline takes at a time; more take more memory and no less time."""


_OPENER = re.compile(
    r"""(?:Alla|Att|Av|Bara|Bland|Både|Där|Då|Efter|Enligt|Från|För|Genom|Hos|Hur|I|Ibland|Inom
    |Med|Men|Mot|Nu|När|Och|Om|På|Sedan|Som|Så|Till|Under|Utan|Var|Vid|Är|Även|Över)(?:\s+|\Z)""",
    re.VERBOSE,
)
"""Words that open sentences and no names, for which their capital makes them be taken."""


class Word(NamedTuple):
    """A word or sign: its part of speech and features as in Universal Dependencies."""

    span: Span
    pos: str
    features: str
    lemma: str


class Name(NamedTuple):
    """A name of a person (PER), a place (LOC) or an organisation (ORG)."""

    span: Span
    kind: str


class Read(NamedTuple):
    """A text taken apart into words and names."""

    text: str
    words: list[Word]
    names: list[Name]


class Swedish:
    """A pipeline of spaCy's with what the program knows beside it; that goes before guesses."""

    def __init__(
        self,
        load: Callable[[], Pipeline],
        lemmatizer: Lemmatizer,
        known: Gazetteer,
        places: Sequence[str],
        organisations: Sequence[str],
    ) -> None:
        """`load` is called when the first text comes.

        `places` and `organisations` are of the whole country and the world; what concerns a round
        stands in `known`.
        """
        self._load, self._lemmatizer = load, lemmatizer
        self._organisations = (*organisations, *(n for n in known.usual if len(n) > _ABBREVIATION))
        self._places = (*places, *known.counties, *set(known.counties.values()))

    def read(self, texts: Iterable[str]) -> Iterator[Read]:
        """Each text taken apart; many at a time take a third of the time of each by itself."""
        for doc in self._nlp.pipe(texts, batch_size=_AT_ONCE, disable=["senter"]):
            yield Read(doc.text, self._words(doc), self._names(doc))

    def words(self, text: str) -> list[Word]:
        """All words and signs of a text, in order."""
        return self._words(self._nlp(text))

    def _words(self, doc: Document) -> list[Word]:
        return [
            Word(
                Span(token.idx, token.idx + len(token)),
                token.pos_,
                str(token.morph),
                self._lemmatizer.lemma(token.text, token.pos_),
            )
            for token in doc
            if not token.is_space
        ]

    def sentences(self, text: str) -> list[Span]:
        """The sentences of a text, trimmed; those of nothing but white space left out."""
        found: list[Span] = []
        for sentence in self._nlp(text).sents:
            span = Span(sentence.start_char, sentence.end_char).trimmed(text)
            if found and stops_within(text, found[-1]):
                found[-1] = Span(found[-1].start, span.end)
            elif span.start < span.end:
                found.append(span)
        return found

    def names(self, text: str) -> list[Name]:
        """The names in a text, in order, none within another.

        Known organisations stand whatever is guessed; a known place may be part of a longer name,
        but alone it is no person.
        """
        return self._names(self._nlp(text))

    def is_word(self, word: str) -> bool:
        """Whether a word (in lower case) is a common one of Swedish, or ends with one."""
        return self._lemmatizer.knows(word)

    def _names(self, doc: Document) -> list[Name]:
        text: str = doc.text
        places = self._matches(self._known_places, text, "LOC")
        alone = {p.span for p in places if p.span.end - p.span.start > _ABBREVIATION}
        guessed = [n for n in self._guesses(doc) if n.kind != "PER" or n.span not in alone]
        organisations = self._matches(self._known_organisations, text, "ORG")
        found: list[Name] = []
        for names in (organisations, guessed, places):
            found += [n for n in names if not any(_overlap(n.span, f.span) for f in found)]
        return sorted(found)

    def _guesses(self, doc: Document) -> Iterator[Name]:
        for ent in doc.ents:
            opener = _OPENER.match(ent.text)
            start = ent.start_char + (opener.end() if opener else 0)
            named = any(token.pos_ == NAME for token in ent)
            if ent.label_ in _KINDS and named and start < ent.end_char:
                yield Name(Span(start, ent.end_char), _KINDS[ent.label_])

    def _matches(self, known: re.Pattern[str], text: str, kind: str) -> list[Name]:
        """Known names; the s of a genitive belongs to the name, as in what was learnt from."""
        return [
            Name(Span(m.start(), m.end() + text.startswith("s", m.end())), kind)
            for m in known.finditer(text)
        ]

    @cached_property
    def _known_organisations(self) -> re.Pattern[str]:
        return any_of(self._organisations)

    @cached_property
    def _known_places(self) -> re.Pattern[str]:
        return any_of(self._places)

    @cached_property
    def _nlp(self) -> Pipeline:
        return self._load()


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
