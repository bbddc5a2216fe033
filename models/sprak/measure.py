"""Measures the Swedish pipeline on what it was not trained on, through the program's own wrapper.

`python -m models.sprak.measure DATA` prints one line per measure, in per cent.
"""

import sys
from collections.abc import Hashable, Iterable, Iterator, Sequence
from pathlib import Path

from inspel_app.analysis.sentences import Span
from inspel_app.analysis.swedish import Swedish
from inspel_app.services.models import swedish
from models.sprak.treebank import NAMES, Sentence, read_news, read_treebank

_TOGETHER = 10
"""Sentences of the treebank in a text."""


class Score:
    """What was found and what there was to find."""

    def __init__(self) -> None:
        self._right = self._found = self._there = 0

    def add(self, found: Iterable[Hashable], there: Iterable[Hashable]) -> None:
        """Compare what was found in a text with what is there."""
        one, other = set(found), set(there)
        self._right += len(one & other)
        self._found += len(one)
        self._there += len(other)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self._right / self._there

    @property
    def precision(self) -> float:
        """The share of what was found that is there."""
        return self._right / self._found

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self._right / (self._found + self._there)


def text_of(sentences: Sequence[Sentence]) -> tuple[str, list[list[Span]]]:
    """Sentences as running text, and where the tokens of each stand in it."""
    text = ""
    places = []
    for sentence in sentences:
        spans = []
        for word, space in zip(sentence.words, sentence.spaces, strict=True):
            spans.append(Span(len(text), len(text) + len(word)))
            text += word + " " * space
        places.append(spans)
    return text, places


def syntax(pipeline: Swedish, sentences: Sequence[Sentence]) -> Iterator[tuple[str, float]]:
    """Parts of speech, features and lemmas (share right of all tokens), and sentences (F1)."""
    scores = {name: Score() for name in ("part of speech", "features", "lemma", "sentences")}
    for n in range(0, len(sentences), _TOGETHER):
        group = sentences[n : n + _TOGETHER]
        text, places = text_of(group)
        words = pipeline.words(text)
        pairs = [
            (t, span)
            for s, p in zip(group, places, strict=True)
            for t, span in zip(s.tokens, p, strict=True)
        ]
        scores["part of speech"].add(
            ((w.span, w.pos) for w in words), ((p, t.pos) for t, p in pairs)
        )
        features = ((p, t.features.replace("_", "")) for t, p in pairs)
        scores["features"].add(((w.span, w.features) for w in words), features)
        scores["lemma"].add(((w.span, w.lemma) for w in words), ((p, t.lemma) for t, p in pairs))
        ends = (Span(spans[0].start, spans[-1].end) for spans in places)
        scores["sentences"].add(pipeline.sentences(text), ends)
    for name, score in scores.items():
        yield name, score.f1 if name == "sentences" else score.recall


def names(pipeline: Swedish, sentences: Iterable[Sentence]) -> Iterator[tuple[str, float]]:
    """Names, all together and by kind (F1)."""
    scores = {kind: Score() for kind in ("names", *NAMES)}
    for sentence in sentences:
        text, [spans] = text_of([sentence])
        there = {
            (Span(spans[n.start].start, spans[n.end - 1].end), n.label)
            for n in sentence.names or ()
        }
        found = set(map(tuple, pipeline.names(text)))
        scores["names"].add(found, there)
        for kind in NAMES:
            scores[kind].add({f for f in found if f[1] == kind}, {t for t in there if t[1] == kind})
    yield "names, precision", scores["names"].precision
    yield "names, recall", scores["names"].recall
    yield from ((name, score.f1) for name, score in scores.items())


def main(data: Path) -> None:
    """Print all figures."""
    pipeline = swedish()
    treebank = read_treebank(data / "ud" / "sv_talbanken-ud-test.conllu")
    news = read_news(data / "ner" / "test.txt")
    for name, figure in (*syntax(pipeline, treebank), *names(pipeline, news)):
        print(f"{name:20}{100 * figure:6.1f}")  # noqa: T201 - a command's output


if __name__ == "__main__":
    main(Path(sys.argv[1]))
