"""The weights by which paragraphs are cut into points, learnt from what people cut.

`python -m tests.benchmarks.cutting` prints them, to be rounded and put in `analysis/joints.py`. It
learns from the example round, half of the dense answers, sets from other hands where they are
there (`--sets`), and the codebooks' examples, each of which is a point, put one after the other.
"""

import json
import random
import re
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from inspel_app.analysis.joints import WEIGHTS, Around, Before, joint_features
from inspel_app.analysis.paragraphs import paragraphs
from inspel_app.analysis.sentences import Span, sentences
from inspel_app.analysis.signs import Sentence
from inspel_app.resources import load_strategy
from tests.benchmarks.dense import read_dense
from tests.benchmarks.own_set import FOLDER
from tests.benchmarks.quality import SETS, say

_STRATEGIES = ("vasterbotten-2020-2030", "vasternorrland-2030")
_PUT_TOGETHER = 500
"""So many paragraphs are made of each codebook's examples."""
_LABELLED, _DENSE, _MADE = 0.6, 3.0, 0.1
"""What a joint counts for: in labelled rounds, in dense answers and in paragraphs put together."""
_PENALTY = 0.5


class Paragraph(NamedTuple):
    """Sentences, the number of the point that each belongs to, and what a joint counts for."""

    texts: list[str]
    points: list[int]
    worth: float


def taught(sets: Path) -> Iterator[Paragraph]:
    """All paragraphs of several sentences that teach."""
    for corpus in (FOLDER / "korpus.json", sets / "exempel" / "korpus.json"):
        if corpus.is_file():
            for inspel in json.loads(corpus.read_text("utf-8")):
                for answer in inspel["answers"]:
                    said = [s["text"] for s in answer["statements"]]
                    yield from _cut(answer["text"], _spans(answer["text"], said), _LABELLED)
    for one in read_dense():
        if one.number % 2:
            yield from _cut(one.text, list(one.points), _DENSE)
    chance = random.Random(1)
    for strategy in _STRATEGIES:
        yield from _put_together(strategy, chance)


def _spans(text: str, statements: list[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for statement in statements:
        pattern = r"\s+".join(map(re.escape, statement.split()))
        found = re.compile(pattern).search(text, spans[-1][1] if spans else 0)
        if found:
            spans.append(found.span())
    return spans


def _cut(text: str, points: list[tuple[int, int]], worth: float) -> Iterator[Paragraph]:
    for part in paragraphs(text):
        said = [
            (sentence.of(text), number)
            for sentence in sentences(text, part.span)
            for number, (start, end) in enumerate(points)
            if start <= sentence.start < end
        ]
        if len(said) > 1:
            yield Paragraph([text for text, _ in said], [number for _, number in said], worth)


def _put_together(strategy: str, chance: random.Random) -> Iterator[Paragraph]:
    codes = [code for code in load_strategy(strategy).codes if code.examples]
    for _ in range(_PUT_TOGETHER):
        examples = chance.sample(chance.choice(codes).examples, chance.randint(1, 3))
        said = [
            (sentence.of(text), number)
            for number, text in enumerate(examples)
            for sentence in sentences(text, Span(0, len(text)))
        ]
        yield Paragraph([text for text, _ in said], [number for _, number in said], _MADE)


def _joints(paragraph: Paragraph) -> Iterator[tuple[list[float], bool]]:
    """The features of each joint, after what stands rightly before it, and whether it is one."""
    found = [Sentence.of(text) for text in paragraph.texts]
    words = sum(sentence.words for sentence in found)
    before = Before().and_then(found[0])
    for number in range(1, len(found)):
        following = found[number + 1] if number + 1 < len(found) else None
        features = joint_features(found[number], Around(before, following, words))
        begins = paragraph.points[number] != paragraph.points[number - 1]
        yield [features.get(name, 0.0) for name in WEIGHTS], begins
        before = (Before() if begins else before).and_then(found[number])


def learnt(sets: Path) -> dict[str, float]:
    """The weights by their names."""
    rows = [(*joint, p.worth) for p in taught(sets) for joint in _joints(p)]
    features = np.array([row[0] for row in rows])
    cuts, worth = np.array([row[1] for row in rows]), np.array([row[2] for row in rows])
    scaler = StandardScaler().fit(features, sample_weight=worth)
    model = LogisticRegression(C=_PENALTY, max_iter=3000)
    model.fit(scaler.transform(features), cuts, sample_weight=worth)
    weights = model.coef_[0] / scaler.scale_
    found = dict(zip(WEIGHTS, weights.tolist(), strict=True))
    found["bias"] = float(model.intercept_[0] - weights @ scaler.mean_)
    return found


def main() -> None:
    """Print the weights."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=Path, default=SETS, help="where sets from other hands lie")
    for name, weight in learnt(parser.parse_args().sets).items():
        say(f'    "{name}": {weight:.1f},')


if __name__ == "__main__":
    main()
