"""Training in small: the same seed gives the same model, and it learns what belongs together."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from inspel_app.analysis.encoder import SentenceEncoder
from models.kodare.corpus import SOURCES, Corpus, is_held_out
from models.kodare.pack import write
from models.kodare.pairs import PairSampler
from models.kodare.train import Recipe, contrast, train

_RANDOM = np.random.default_rng(0)
MATTERS = [["".join(_RANDOM.choice([*"adeiklnorst"], 6)) for _word in range(10)] for _ in range(12)]
"""The words that are used on each matter."""
RECIPE = replace(Recipe(), words=200, rarest=1, grams=200, columns=16, steps=60, batch=16)


TITLES = [f"Text {number}" for number in range(120)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty documents on each matter."""
    made = tmp_path_factory.mktemp("data")
    for source in SOURCES:
        with gzip.open(made / f"{source}.jsonl.gz", "wt", encoding="utf-8") as file:
            for number, title in enumerate(TITLES):
                words = MATTERS[number % len(MATTERS)]
                blocks = [["h", " ".join(words[:3])], ["p", _paragraph(words)]]
                file.write(json.dumps({"title": title, "blocks": blocks}) + "\n")
    return made


def _paragraph(words: list[str]) -> str:
    sentences = (" ".join(_RANDOM.choice(words, 6)).capitalize() for _ in range(5))
    return ". ".join(sentences) + "."


def test_documents_held_out_are_not_learnt_from(folder: Path) -> None:
    corpus = Corpus(folder)
    held_out = sum(map(is_held_out, TITLES))
    assert 0 < held_out < len(TITLES) / 5
    assert len(corpus.documents) == len(SOURCES) * (len(TITLES) - held_out)


def test_the_same_seed_draws_the_same_pairs(folder: Path) -> None:
    corpus = Corpus(folder)
    one, same, other = (
        PairSampler(corpus, corpus.counts(), 0.1, seed).batch(16) for seed in (1, 1, 2)
    )
    assert [p.document for p in one] == [p.document for p in same]
    assert [p.document for p in one] != [p.document for p in other]
    assert len({p.document for p in one}) == 16


def test_the_slope_of_the_loss_is_right() -> None:
    units = np.random.default_rng(0).standard_normal((6, 4)).astype(np.float32)
    _, slope = contrast(units, 2.0)
    for place in np.ndindex(units.shape):
        nudge = np.zeros_like(units)
        nudge[place] = 1e-2
        rise = contrast(units + nudge, 2.0)[0] - contrast(units - nudge, 2.0)[0]
        assert slope[place] == pytest.approx(rise / 2e-2, abs=1e-3)


def test_learns_what_belongs_together_and_the_same_each_time(folder: Path, tmp_path: Path) -> None:
    content = train(Corpus(folder), RECIPE)
    assert content == train(Corpus(folder), RECIPE)
    write(tmp_path / "liten.safetensors", content)
    halves = [" ".join(half) for words in MATTERS for half in (words[:5], words[5:])]
    rows = SentenceEncoder(tmp_path / "liten.safetensors").embed(halves)
    alike = rows[::2] @ rows[1::2].T
    assert (alike.argmax(axis=1) == np.arange(len(MATTERS))).mean() > 0.8


def test_the_checksum_is_that_of_the_file(tmp_path: Path) -> None:
    write(tmp_path / "a.bin", b"abc")
    assert (tmp_path / "SHA256SUMS").read_text() == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.bin\n"
    )
