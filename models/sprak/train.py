"""Trains the Swedish pipeline: `python -m models.sprak.train DATA`, on one core.

The words' vectors come first, from running text; then the part for parts of speech, features and
sentences, from the treebanks; then the part for names, from the treebanks' names and the news'.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import spacy
from spacy.tokens import Doc
from spacy.training import Example, biluo_tags_to_spans
from spacy.util import fix_random_seed, load_model_from_config
from spacy.vectors import Vectors
from thinc.api import Adam, Config, warmup_linear

from models.sprak.treebank import Sentence, read_names, read_news, read_treebank, with_names
from models.sprak.vectors import WordVectors, learn_vectors
from models.sprak.version2 import Conversion

Language: TypeAlias = Any
"""spaCy's, which has no types."""
_NAMES_PART = "ner"
_TALBANKEN_FIRST = 4
"""The treebanks differ in small things; Talbanken, which is measured on, counts so many times."""
_SENTENCES_A_TEXT = {True: 10, False: 3}
_DROPOUT = 0.15
_RATE = 0.002
_WARM_UP = 200
_PLAIN = 3
"""One sentence without names in so many is learnt from, where names are."""


@dataclass(frozen=True, slots=True)
class Course:
    """How one part of the pipeline is trained."""

    epochs: int
    words: int
    """In a batch."""
    seed: int = 1


def syntax_sentences(data: Path) -> list[Sentence]:
    """The treebanks' sentences, those of the first version converted to the second."""
    dev = read_treebank(data / "ud" / "sv_talbanken-ud-dev.conllu")
    pud = read_treebank(data / "ud" / "sv_pud-ud-test.conllu")
    conversion = Conversion([*dev * _TALBANKEN_FIRST, *pud])
    first = read_treebank(data / "ud" / "talbanken_v1_train_nolemma.conllu")
    spelt = with_names(first, read_names(data / "ner" / "uner_tb_train.iob2"))
    return [*map(conversion.converted, spelt), *dev, *pud]


def name_sentences(data: Path) -> list[Sentence]:
    """All sentences with names, save those of the news that are measured on."""
    folder = data / "ner"
    measured = {tuple(sentence.words) for sentence in read_news(folder / "test.txt")}
    news = [s for s in read_news(folder / "train.txt") if tuple(s.words) not in measured]
    files = ("uner_tb_train.iob2", "uner_tb_dev.iob2", "uner_pud.iob2")
    every = [*news, *(s for file in files for s in read_names(folder / file))]
    return [s for number, s in enumerate(every) if s.names or number % _PLAIN == 0]


def make_doc(nlp: Language, sentences: Sequence[Sentence]) -> Doc:
    """Sentences as one document of spaCy's with all that is told of them."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    starts = np.cumsum([0, *(len(sentence.tokens) for sentence in sentences)])
    doc = Doc(
        nlp.vocab,
        words=[token.text for token in tokens],
        spaces=[space for sentence in sentences for space in sentence.spaces],
        pos=[token.pos for token in tokens],
        lemmas=[token.lemma for token in tokens],
        morphs=[token.features.replace("_", "") for token in tokens],
        sent_starts=[number in starts for number in range(len(tokens))],
    )
    doc.ents = [
        doc.char_span(doc[start + name.start].idx, _end(doc[start + name.end - 1]), name.label)
        for start, sentence in zip(starts.tolist(), sentences, strict=False)
        for name in sentence.names or ()
    ]
    return doc


def _end(token: Any) -> int:  # noqa: ANN401 - spaCy's, which has no types
    return int(token.idx) + len(token)


def texts_of(
    nlp: Language, sentences: Sequence[Sentence], together: int
) -> list[Example]:
    """Sentences as texts of several, each with what is to be found in it."""
    groups = (sentences[n : n + together] for n in range(0, len(sentences), together))
    docs = [make_doc(nlp, group) for group in groups]
    return [Example(nlp.make_doc(doc.text), doc) for doc in docs]


def new_pipeline(vectors: WordVectors, parts: Sequence[str]) -> Language:
    """The untrained parts of the pipeline, which know the words' vectors."""
    config = Config().from_disk(Path(__file__).with_name("config.cfg"))
    config["nlp"]["pipeline"] = list(parts)
    config["components"] = {part: config["components"][part] for part in parts}
    nlp = load_model_from_config(config, auto_fill=True)
    strings = nlp.vocab.strings
    keys = np.array([strings.add(word) for word in vectors.words], np.uint64)
    nlp.vocab.vectors = Vectors(
        strings=strings, data=vectors.rows.copy(), keys=keys, name="ord", attr="LOWER"
    )
    return nlp


def teach(nlp: Language, examples: Sequence[Example], course: Course) -> None:
    """Train all parts of a pipeline, at last with the mean of the later steps."""
    fix_random_seed(course.seed)
    nlp.initialize(lambda: examples)
    order = random.Random(course.seed)  # noqa: S311 - no secret
    batches = [b for _ in range(course.epochs) for b in _batches(examples, course.words, order)]
    optimizer = Adam(warmup_linear(_RATE, _WARM_UP, len(batches)), L2=0.01, use_averages=True)
    losses: dict[str, float] = {}
    for number, batch in enumerate(batches):
        nlp.update(batch, sgd=optimizer, drop=_DROPOUT, losses=losses)
        optimizer.step_schedules()
        if number % (len(batches) // course.epochs) == 0:
            print(f"{number}/{len(batches)}: {losses}", flush=True)  # noqa: T201 - its output
            losses = {}
    with nlp.use_params(optimizer.averages):
        weights = nlp.to_bytes()
    nlp.from_bytes(weights)


def _batches(
    examples: Sequence[Example], words: int, order: random.Random
) -> Iterator[list[Example]]:
    """All examples in a new order, so many words at a time."""
    batch: list[Example] = []
    for example in order.sample(examples, len(examples)):
        batch.append(example)
        if sum(map(len, batch)) >= words:
            yield batch
            batch = []
    if batch:
        yield batch
