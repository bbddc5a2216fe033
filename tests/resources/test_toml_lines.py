"""Every key of a TOML file is found on the line where it stands."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.resources import strategies
from inspel_app.resources.toml_lines import KeyPath, key_lines

_NAMES = st.text("abc-_1", min_size=1, max_size=4)
_TEXTS = st.text(
    st.sampled_from("ab å#=[]{},.'\n"), max_size=12
)  # what would mislead one who looks only for marks
_VALUES = st.recursive(
    st.integers(-9, 9) | st.floats(allow_nan=False, allow_infinity=False) | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=8,
)
_TABLES = st.dictionaries(_NAMES, _VALUES, max_size=4)


def _paths(value: Any, path: KeyPath = ()) -> set[KeyPath]:
    """All ways into a value that tomllib has read."""
    items: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    below = [_paths(inner, (*path, key)) for key, inner in items]
    return {(*path, key) for key, _ in items}.union(*below)


def _written(value: Any, *, spread: bool) -> str:
    """A value as TOML; lists are spread over lines, with comments, when asked."""
    if isinstance(value, str):
        if "\n" in value and "'''" not in value and not value.endswith("'"):
            return f"'''\n{value}'''"
        return '"' + value.replace("\n", "\\n") + '"'
    if isinstance(value, list):
        end = ", # ] }\n" if spread else ", "
        start = "\n" if spread else ""
        return f"[{start}{end.join(_written(v, spread=spread) for v in value)}{start}]"
    if isinstance(value, dict):
        pairs = (f"{key} = {_written(v, spread=False)}" for key, v in value.items())
        return f"{{ {', '.join(pairs)} }}"
    return repr(value)


@given(_TABLES, st.lists(_TABLES, max_size=3), st.booleans())
def test_locates_every_key_of_any_document(
    root: dict[str, Any],
    tables: list[dict[str, Any]],
    spread: bool,  # noqa: FBT001 - drawn
) -> None:
    source = "\n# a = 1\n"
    expected: dict[KeyPath, int] = {}
    for header, path, values in [
        ("", (), root),
        *((f"[[t.{'x' * 5}]]\n", ("t", "xxxxx", n), table) for n, table in enumerate(tables)),
    ]:
        if header:
            expected[path] = source.count("\n") + 1
        source += header
        for key, value in values.items():
            expected[*path, key] = source.count("\n") + 1
            source += f"{key} = {_written(value, spread=spread)} # [x\n\n"
    document = tomllib.loads(source)
    lines = key_lines(source)
    assert _paths(document) - {("t",)} <= set(lines)
    assert {path: lines[path] for path in expected} == expected


def test_tells_nested_tables_apart() -> None:
    lines = key_lines(
        "[[a]]\nx = 1\n[[a.b]]\nx = 2\n[[a.b]]\nx = 3\n[[a]]\n[a.c]\nd.e = 4\n[[a.b]]\n'x' = 5\n"
    )
    assert lines["a", 0, "x"] == 2
    assert lines["a", 0, "b", 0, "x"] == 4
    assert lines["a", 0, "b", 1, "x"] == 6
    assert lines["a", 1, "c", "d", "e"] == 9
    assert lines["a", 1, "b", 0, "x"] == 11


def test_counts_lines_within_texts_and_lists() -> None:
    lines = key_lines('a = """\n[b]\n"""\nb = [\n  "x", # c = 1\n  [1,\n 2.5],\n]\r\nc = 1\n')
    assert lines == {
        ("a",): 1, ("b",): 4, ("b", 0): 5, ("b", 1): 6, ("b", 1, 0): 6, ("b", 1, 1): 7, ("c",): 9
    }  # fmt: skip


@pytest.mark.parametrize("strategy", sorted(strategies()))
def test_locates_every_key_of_a_large_file_on_a_line_that_names_it(strategy: str) -> None:
    source = strategies()[strategy].read_text(encoding="utf-8")
    printed = source.splitlines()
    lines = key_lines(source)
    paths = _paths(tomllib.loads(source))
    assert paths == set(lines)
    for path in paths:
        if isinstance(path[-1], str):
            assert path[-1] in printed[lines[path] - 1]
