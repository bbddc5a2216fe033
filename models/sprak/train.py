"""Trains the Swedish pipeline: `python -m models.sprak.train DATA`, on one core.

The words' vectors come first, from running text; then the part for parts of speech, features and
sentences, from the treebanks; then the part for names, from the treebanks' names and the news'.
"""

import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import load_model_from_config
from spacy.vectors import Vectors
from thinc.api import Adam, Config, fix_random_seed, warmup_linear

from models.sprak.dictionary import dictionary
from models.sprak.lemmas import pack
from models.sprak.treebank import Sentence, read_names, read_news, read_treebank, with_names
from models.sprak.vectors import WordVectors, learn_vectors, text_words
from models.sprak.version2 import Conversion

Language: TypeAlias = Any
"""spaCy's, which has no types."""
_TALBANKEN_FIRST = 4
"""The treebanks differ in small things; Talbanken, which is measured on, counts so many times."""
_DROPOUT = 0.15
_RATE = 0.002
_WARM_UP = 200
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Course:
    """How some parts of the pipeline are trained; `words` are those of a batch."""

    parts: tuple[str, ...]
    sentences: int
    """In a text."""
    epochs: int
    words: int
    seed: int = 1


_SYNTAX = Course(("tok2vec", "morphologizer", "senter"), sentences=10, epochs=6, words=500)
_NAMES = Course(("ner",), sentences=3, epochs=4, words=400)


def syntax_sentences(data: Path) -> list[Sentence]:
    """The treebanks' sentences, those of the first version converted to the second."""
    dev = read_treebank(data / "ud" / "sv_talbanken-ud-dev.conllu")
    pud = read_treebank(data / "ud" / "sv_pud-ud-test.conllu")
    conversion = Conversion([*dev * _TALBANKEN_FIRST, *pud])
    first = read_treebank(data / "ud" / "talbanken_v1_train_nolemma.conllu")
    spelt = with_names(first, read_names(data / "ner" / "uner_tb_train.iob2"))
    return [*map(conversion.converted, spelt), *dev, *pud]


def name_sentences(data: Path) -> list[Sentence]:
    """Sentences of the news, save those that are measured on, and the treebanks' with names."""
    folder = data / "ner"
    measured = {tuple(sentence.words) for sentence in read_news(folder / "test.txt")}
    news = [s for s in read_news(folder / "train.txt") if tuple(s.words) not in measured]
    files = ("uner_tb_train.iob2", "uner_tb_dev.iob2", "uner_pud.iob2")
    return [*news, *(s for file in files for s in read_names(folder / file) if s.names)]


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
        Span(doc, start + name.start, start + name.end, name.label)
        for start, sentence in zip(starts.tolist(), sentences, strict=False)
        for name in sentence.names or ()
    ]
    return doc


def texts_of(nlp: Language, sentences: Sequence[Sentence], together: int) -> list[Example]:
    """Sentences as texts of several, each with what is to be found in it."""
    groups = (sentences[n : n + together] for n in range(0, len(sentences), together))
    docs = [make_doc(nlp, group) for group in groups]
    return [Example(nlp.make_doc(doc.text), doc) for doc in docs]


def new_pipeline(vectors: WordVectors, parts: Sequence[str]) -> Language:
    """The untrained parts of the pipeline, which know the words' vectors."""
    config = Config().from_disk(_FOLDER / "config.cfg")
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
    rates: Any = warmup_linear(_RATE, _WARM_UP, len(batches))
    optimizer = Adam(rates, L2=0.01, use_averages=True)
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


def trained(course: Course, vectors: WordVectors, sentences: Sequence[Sentence]) -> Language:
    """A pipeline of the parts that a course is about."""
    nlp = new_pipeline(vectors, course.parts)
    teach(nlp, texts_of(nlp, sentences, course.sentences), course)
    return nlp


def join(syntax: Language, names: Language) -> Language:
    """Both pipelines as one; the vectors take half the room on disk."""
    for part in names.pipe_names:
        syntax.add_pipe(part, source=names)
    vectors = syntax.vocab.vectors
    vectors.data = vectors.data.astype(np.float16)
    syntax.meta.update(name="inspel", version="1.0", license="CC BY-SA 4.0", performance={})
    return syntax


def save(nlp: Language, lemmas: bytes) -> None:
    """Write all files, and their checksums in the form of sha256sum.

    Of all strings that were seen, the labels alone are needed; words are known by their hashes.
    """
    nlp.to_disk(_FOLDER / "modell", exclude=["tokenizer"])
    labels = sorted({label for part in nlp.pipe_names for label in nlp.get_pipe(part).labels})
    strings = json.dumps(labels, ensure_ascii=False)
    (_FOLDER / "modell" / "vocab" / "strings.json").write_text(strings, "utf-8")
    (_FOLDER / "lemmor.npz").write_bytes(lemmas)
    others = (_FOLDER / name for name in ("lemmor.npz", "orter.txt", "organisationer.txt"))
    files = [*(_FOLDER / "modell").rglob("*"), *others]
    lines = [
        f"{sha256(file.read_bytes()).hexdigest()}  {file.relative_to(_FOLDER).as_posix()}\n"
        for file in sorted(files)
        if file.is_file()
    ]
    (_FOLDER / "SHA256SUMS").write_text("".join(lines))


def main(data: Path) -> None:
    """Train all and write it beside this file."""
    vectors = learn_vectors(data / "text")
    sentences = syntax_sentences(data)
    syntax = trained(_SYNTAX, vectors, sentences)
    names = trained(_NAMES, vectors, name_sentences(data))
    save(join(syntax, names), pack(sentences, dictionary(), text_words(data / "text")))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
