"""The strategy goes out as a code system, whole and in order."""

import pytest

from inspel_app.resources import load_strategy, strategies
from inspel_app.synthesis.compose import compose
from inspel_app.synthesis.qdc import QdcExporter
from tests.synthesis.conftest import FACTS, Round
from tests.synthesis.qda_reader import read_codebook


@pytest.mark.parametrize("strategy", strategies())
def test_the_whole_strategy_is_written_in_its_order(strategy: str) -> None:
    codebook = load_strategy(strategy)
    codes = read_codebook(QdcExporter().render(compose(FACTS, codebook, None, [], [], [])))
    assert len(codes.above) == len(codebook.codes)
    assert list(codes.descriptions.values()) == [c.description for c in codebook.codes]
    for name, code in zip(codes.above, codebook.codes, strict=True):
        assert name.endswith(code.title)
        assert codes.codable[name] >= code.leaf
        above = codes.above[name]
        assert (above or "").endswith(codebook[code.parent].title if code.parent else "")


def test_nothing_that_was_said_is_in_it(sample: Round) -> None:
    nobody = compose(FACTS, sample.compose().codebook, None, [], [], [])
    assert QdcExporter().render(sample.compose()) == QdcExporter().render(nobody)
