"""What is learnt from a codebook, and that the number of the version follows how."""

from dataclasses import replace

import numpy as np
import pytest

from inspel_app.analysis.training import VERSION, examples_of, told_across, trained
from tests.analysis.books import BOOK
from tests.analysis.encoders import ENCODER

LEARNT = {3: (44.68, 65.06)}
"""By version, the sums of what the model weighs; a change of them asks for another version."""


def test_version_is_counted_up_when_something_else_is_learnt() -> None:
    learnt = trained(list(examples_of(BOOK)), ENCODER, None)
    sums = [np.abs(array).sum() for array in (learnt.model.meaning, learnt.model.letters)]
    assert sums == pytest.approx(LEARNT[VERSION], rel=1e-3)


def test_compares_texts_with_examples_or_else_with_all_there_is_of_a_code() -> None:
    shown = [e for e in examples_of(BOOK) if e.shown]
    assert len(trained(list(examples_of(BOOK)), ENCODER, None).shown) == len(shown)
    leaf = next(code for code in BOOK.leaves if code.examples)
    assert set(leaf.examples) <= {e.text for e in shown}
    assert f"{leaf.title}. {leaf.description}" not in {e.text for e in shown}


def test_an_example_under_a_leaf_and_under_what_cuts_across_teaches_both() -> None:
    leaf = next(code for code in BOOK.leaves if code.examples)
    across = next(c for c in BOOK.crosscutting if c.examples and not BOOK.children(c.id))
    also = replace(across, examples=(*across.examples, leaf.examples[0]))
    book = replace(BOOK, codes=tuple(also if c is across else c for c in BOOK.codes))
    (told,) = [e for e in examples_of(book) if e.text == leaf.examples[0]]
    assert told.target == [c.id for c in book.leaves].index(leaf.id)
    assert told.across == told_across(book).index(across.id)
