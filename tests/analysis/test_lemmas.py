import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.compounds import Splitter
from inspel_app.analysis.lemmas import Lemmas, Lemmatizer, Rule, checksum
from inspel_app.resources import model_dir


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    lemmas = Lemmas.load(model_dir("sprak") / "lemmor.npz")
    parts = Splitter.load(model_dir("sammansattningar") / "sammansattningar.json")
    return Lemmatizer(lemmas, parts)


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("kommunernas", "NOUN", "kommun"),
        ("Barnen", "NOUN", "barn"),
        ("städer", "NOUN", "stad"),
        ("gick", "VERB", "gå"),
        ("vindkraftsparkerna", "NOUN", "vindkraftspark"),
        ("snabbt", "ADV", "snabb"),
        ("Umeås", "PROPN", "Umeå"),
        ("Paris", "PROPN", "Paris"),
        ("Xyzqw", "NOUN", "xyzqw"),
    ],
)
def test_finds_the_form_of_the_dictionary(
    lemmatizer: Lemmatizer, word: str, pos: str, lemma: str
) -> None:
    assert lemmatizer.lemma(word, pos) == lemma


def test_finds_lemmas_without_part_of_speech(lemmatizer: Lemmatizer) -> None:
    assert [lemmatizer.lemma(w) for w in ("bilarna", "fjärrvärmens")] == ["bil", "fjärrvärme"]


@given(form=st.text(min_size=1), lemma=st.text(min_size=1))
def test_a_rule_makes_the_lemma_that_it_was_made_for(form: str, lemma: str) -> None:
    assert Rule.between(form, lemma).lemma(form) == lemma


def test_knows_the_forms_of_a_file_and_no_others(tmp_path: Path) -> None:
    known = {"husen": "hus", "bilar": "bil"}
    marks = sorted((checksum(form), Rule.between(form, lemma)) for form, lemma in known.items())
    told = {"rules": [rule for _, rule in marks], "special": {}, "endings": {}}
    np.savez(
        tmp_path / "lemmor.npz",
        forms=np.array([mark for mark, _ in marks], np.uint32),
        numbers=np.arange(len(marks), dtype=np.uint16),
        told=np.frombuffer(json.dumps(told).encode(), np.uint8),
    )
    lemmas = Lemmas.load(tmp_path / "lemmor.npz")

    assert [lemmas.known(form) for form in ("husen", "bilar", "kor")] == ["hus", "bil", None]
