"""A codebook written as a strategy file is the same when it is read."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.coding import Code, Codebook, CodeKind
from inspel_app.resources.strategy import read_strategy
from inspel_app.resources.strategy_text import strategy_text
from inspel_app.resources.tables import Source, Table

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)


def one_below_another(titles: Sequence[tuple[str, str]], parents: Sequence[int]) -> Codebook:
    """Codes each of which lies at the top or below one of those before it."""
    codes: list[Code] = []
    for i, ((title, description), parent) in enumerate(zip(titles, parents, strict=True)):
        above = codes[parent % i].id if i and parent else None
        kind = CodeKind.DELPRIORITERING
        codes.append(Code(str(i), title, kind, above, leaf=True, description=description))
    return Codebook("min", "Min ”strategi”", tuple(codes))


@given(
    st.lists(st.tuples(TEXTS, TEXTS | st.just("")), min_size=1, max_size=6).flatmap(
        lambda titles: st.tuples(
            st.just(titles),
            st.lists(st.integers(0, 9), min_size=len(titles), max_size=len(titles)),
        )
    )
)
def test_is_read_as_it_was_written(made: tuple[list[tuple[str, str]], list[int]]) -> None:
    codebook = one_below_another(*made)
    text = strategy_text(codebook)
    source = Source(Path("min.toml"), text)
    found = read_strategy(Table(source, tomllib.loads(text)), "min")
    assert source.faults == []
    assert found == codebook


def test_says_which_kind_passages_are_mapped_to() -> None:
    branch = Code("1", "Gren", CodeKind.INRIKTNING)
    codebook = one_below_another([("Löv", "")], [0])
    text = strategy_text(replace(codebook, codes=(branch, *codebook.codes)))
    assert 'kopplas_till = "delprioritering"' in text
    assert all(len(line) <= 100 for line in text.splitlines())
