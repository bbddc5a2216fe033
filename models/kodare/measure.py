"""Measures an embedder on texts that the encoder was not trained on.

`python -m models.kodare.measure DATA [MODEL]` prints one line per measure, in per cent: for the
model, for character n-grams alone, and for both together.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import Ridge
from sklearn.metrics import average_precision_score, v_measure_score

from inspel_app.analysis.embed import MixedEmbedder
from inspel_app.analysis.encoder import SentenceEncoder
from inspel_app.analysis.protocols import Embedder, Vectors
from inspel_app.resources import load_strategy, strategies
from models.kodare.corpus import is_held_out, records

_CHARACTERS = 0.4
"""The share of character n-grams in the mixture."""
_FOLDS = 10
_PARAGRAPHS = 3
_SEEDS = range(5)
COMMITTEES = {
    "Arbetsmarknadsutskottet": "Arbetsmarknad och arbetsliv, arbetslöshet, jämställdhet",
    "Civilutskottet": "Bostäder, planläggning, familjerätt, konsumentfrågor",
    "Finansutskottet": "Statsbudget, finansmarknad, kommunernas ekonomi, upphandling",
    "Försvarsutskottet": "Försvar, krisberedskap, räddningstjänst",
    "Justitieutskottet": "Brott och straff, polis, domstolar, kriminalvård",
    "Konstitutionsutskottet": "Grundlagar, val, yttrandefrihet, riksdagen, självstyrelse",
    "Kulturutskottet": "Kultur, idrott, medier, trossamfund, folkbildning",
    "Miljö- och jordbruksutskottet": "Miljö, klimat, jordbruk, skogsbruk, fiske, djur",
    "Näringsutskottet": "Näringsliv, energi, handel, regional utveckling, statliga bolag",
    "Skatteutskottet": "Skatter, tull, folkbokföring",
    "Socialutskottet": "Hälso- och sjukvård, omsorg, socialtjänst, läkemedel, alkohol",
    "Socialförsäkringsutskottet": "Pensioner, sjukpenning, föräldrapenning, migration",
    "Trafikutskottet": "Vägar, järnvägar, sjöfart, flyg, post, bredband",
    "Utbildningsutskottet": "Förskola, skola, högskola, forskning, studiestöd",
    "Utrikesutskottet": "Utrikespolitik, bistånd, EU, mänskliga rättigheter i andra länder",
}
"""The Riksdag's committees and what they deal with."""

Numbers = NDArray[np.int64]


class Characters:
    """The embedder to compare with: character n-grams weighed by rarity among the texts."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row per text, hashed by nothing: as many columns as there are n-grams."""
        kind = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, max_features=20_000
        )
        return np.asarray(kind.fit_transform(texts).toarray(), np.float32)


def title_of_text(embedder: Embedder, data: Path, source: str) -> float:
    """How often a held-out text's own title is the nearest of all."""
    texts = dict(_held_out(data, source))
    return _hits(embedder, list(texts), list(texts.values()), np.arange(len(texts)))


def same_matter(embedder: Embedder, data: Path) -> float:
    """How well likeness tells interpellations of one title from others (average precision)."""
    found = list(_held_out(data, "interpellationer"))
    often = Counter(title for title, _ in found)
    kept = [(title, text) for title, text in found if often[title] > 1]
    rows = embedder.embed([text for _, text in kept])
    pairs = np.triu_indices(len(kept), 1)
    titles = np.array([title for title, _ in kept])
    return float(
        average_precision_score((titles[:, None] == titles)[pairs], (rows @ rows.T)[pairs])
    )


def committee(embedder: Embedder, data: Path) -> float:
    """How often a summary of a decision is nearest to the matters of its committee."""
    texts, targets = [], []
    for record in records(data / "text", "voteringar"):
        text = " ".join(t for _, t in record["blocks"])
        named = [n for n, name in enumerate(COMMITTEES) if name in text]
        if len(named) == 1:
            targets.append(named[0])
            texts.append(text.replace(list(COMMITTEES)[named[0]], "Utskottet"))
    return _hits(embedder, list(COMMITTEES.values()), texts, np.array(targets))


def code_of_example(embedder: Embedder) -> float:
    """How often a codebook's example is nearest to its own code's title and description."""
    found = []
    for book in map(load_strategy, strategies()):
        texts = [text for code in book.leaves for text in code.examples]
        targets = [n for n, code in enumerate(book.leaves) for _ in code.examples]
        names = [f"{code.title}. {code.description}" for code in book.leaves]
        found.append(_hits(embedder, names, texts, np.array(targets)))
    return float(np.mean(found))


def code_learnt(embedder: Embedder) -> float:
    """How often a linear model learnt from nine tenths of the examples is right on the rest."""
    found = []
    for texts, targets in _examples():
        rows = embedder.embed(texts)
        folds = np.random.default_rng(0).permutation(len(texts)) % _FOLDS
        for fold in range(_FOLDS):
            rest = folds != fold
            model = Ridge(alpha=1.0).fit(rows[rest], np.eye(targets.max() + 1)[targets[rest]])
            found.append((model.predict(rows[~rest]).argmax(axis=1) == targets[~rest]).mean())
    return float(np.mean(found))


def clusters(embedder: Embedder) -> float:
    """How well k-means finds the codes again among the examples (V-measure)."""
    found = []
    for texts, targets in _examples():
        rows = embedder.embed(texts)
        for seed in _SEEDS:
            means = KMeans(targets.max() + 1, n_init=3, random_state=seed)
            found.append(v_measure_score(targets, means.fit_predict(rows)))
    return float(np.mean(found))


def answer_of_question(embedder: Embedder, data: Path) -> float:
    """SweFAQ: how often a question's own answer is the nearest of its category's."""
    found = [
        _hits(embedder, task["candidate_answers"], [task["question"]], np.array([task["label"]]))
        for task in _lines(data / "superlim" / "swefaq", "swefaq_*.jsonl")
    ]
    return float(np.mean(found))


def paraphrase(embedder: Embedder, data: Path) -> float:
    """SweParaphrase (test): the correlation of likeness with people's judgement."""
    tasks = list(_lines(data / "superlim" / "sweparaphrase", "*_test.jsonl"))
    rows = embedder.embed([t[side] for side in ("sentence_1", "sentence_2") for t in tasks])
    alike = (rows[: len(tasks)] * rows[len(tasks) :]).sum(axis=1)
    return float(np.corrcoef(alike, [t["label"] for t in tasks])[0, 1])


def measures(data: Path) -> dict[str, Callable[[Embedder], float]]:
    """What can be measured, by name."""
    return {
        "title, g0vse": lambda e: title_of_text(e, data, "g0vse"),
        "title, interpellationer": lambda e: title_of_text(e, data, "interpellationer"),
        "same matter": lambda e: same_matter(e, data),
        "committee": lambda e: committee(e, data),
        "code of example": code_of_example,
        "code learnt": code_learnt,
        "clusters": clusters,
        "SweFAQ": lambda e: answer_of_question(e, data),
        "SweParaphrase": lambda e: paraphrase(e, data),
    }


def _held_out(data: Path, source: str) -> Iterator[tuple[str, str]]:
    """The titles and first paragraphs of a source's held-out documents, in lower case."""
    for record in records(data / "text", source):
        paragraphs = [text for kind, text in record["blocks"] if kind == "p"]
        if paragraphs and is_held_out(record["title"]):
            yield record["title"].lower(), " ".join(paragraphs[:_PARAGRAPHS])


def _examples() -> Iterator[tuple[list[str], Numbers]]:
    """Each codebook's examples and the numbers of their codes."""
    for book in map(load_strategy, strategies()):
        texts = [text for code in book.leaves for text in code.examples]
        yield texts, np.array([n for n, code in enumerate(book.leaves) for _ in code.examples])


def _hits(
    embedder: Embedder, names: Sequence[str], texts: Sequence[str], targets: Numbers
) -> float:
    """How often the name nearest to a text is its own."""
    rows = embedder.embed([*names, *texts])
    alike = rows[len(names) :] @ rows[: len(names)].T
    return float((alike.argmax(axis=1) == targets).mean())


def _lines(folder: Path, pattern: str) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob(pattern)):
        yield from map(json.loads, path.read_text("utf-8").splitlines())


if __name__ == "__main__":
    folder, model = map(Path, sys.argv[1:3])
    characters, encoder = Characters(), SentenceEncoder(model)
    mixture = MixedEmbedder(((encoder, 1 - _CHARACTERS), (characters, _CHARACTERS)))
    for name, measure in measures(folder).items():
        figures = [100 * measure(e) for e in (encoder, characters, mixture)]
        print(f"{name:24}", *(f"{figure:6.1f}" for figure in figures))  # noqa: T201 - its output
