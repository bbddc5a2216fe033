"""Swedish text taken apart: sentences, parts of speech, lemmas, names of people and places.

spaCy and the pipeline in models/sprak are loaded when they are first needed.
"""

import re
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from inspel_app.analysis.lemmas import NAME, Lemmatizer
from inspel_app.analysis.names import any_of
from inspel_app.analysis.sentences import Span, stops_within
from inspel_app.domain.gazetteer import Gazetteer

_Pipeline: TypeAlias = Any
_Doc: TypeAlias = Any
"""spaCy's, which is not loaded at start."""
_ABBREVIATION = 4
"""Known names of no more letters may be other words."""


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


class Swedish:
    """The pipeline that comes with the program; known names go before what it guesses."""

    def __init__(self, folder: Path, lemmatizer: Lemmatizer, known: Gazetteer) -> None:
        """`folder`: the pipeline's, its checksums known to be right."""
        self._folder, self._lemmatizer, self._known = folder, lemmatizer, known

    def words(self, text: str) -> list[Word]:
        """All words and signs of a text, in order."""
        return [
            Word(
                Span(token.idx, token.idx + len(token)),
                token.pos_,
                str(token.morph),
                self._lemmatizer.lemma(token.text, token.pos_),
            )
            for token in self._doc(text)
            if not token.is_space
        ]

    def sentences(self, text: str) -> list[Span]:
        """The sentences of a text, trimmed; those of nothing but white space left out."""
        found: list[Span] = []
        for sentence in self._doc(text).sents:
            span = Span(sentence.start_char, sentence.end_char).trimmed(text)
            if found and stops_within(text, found[-1]):
                found[-1] = Span(found[-1].start, span.end)
            elif span.start < span.end:
                found.append(span)
        return found

    def names(self, text: str) -> list[Name]:
        """The names in a text, in order, none within another.

        Known organisations stand whatever is guessed; a known place may be part of a longer name.
        """
        guessed = [
            Name(Span(ent.start_char, ent.end_char), ent.label_)
            for ent in self._doc(text).ents
            if any(token.pos_ == NAME for token in ent)
        ]
        found: list[Name] = []
        for names in (
            self._matches(self._organisations, text, "ORG"),
            guessed,
            self._matches(self._places, text, "LOC"),
        ):
            found += [n for n in names if not any(_overlap(n.span, f.span) for f in found)]
        return sorted(found)

    def _matches(self, known: re.Pattern[str], text: str, kind: str) -> list[Name]:
        """Known names; the s of a genitive belongs to the name, as in what was learnt from."""
        return [
            Name(Span(m.start(), m.end() + text.startswith("s", m.end())), kind)
            for m in known.finditer(text)
        ]

    @cached_property
    def _organisations(self) -> re.Pattern[str]:
        return any_of(name for name in self._known.usual if len(name) > _ABBREVIATION)

    @cached_property
    def _places(self) -> re.Pattern[str]:
        places = (self._folder / "orter.txt").read_text("utf-8").split("\n")
        return any_of([*filter(None, places), *self._known.counties])

    def _doc(self, text: str) -> _Doc:
        return self._pipeline(text)

    @cached_property
    def _pipeline(self) -> _Pipeline:
        import spacy  # noqa: PLC0415 - takes a second, and few commands need it

        nlp = spacy.load(self._folder / "modell", exclude=["tokenizer"])  # which spaCy makes
        nlp.vocab.vectors.data = np.asarray(nlp.vocab.vectors.data, np.float32)
        return nlp


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
