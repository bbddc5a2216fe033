"""A table is read with types, and all its faults are gathered with line and key."""

from enum import StrEnum
from pathlib import Path

import pytest

from inspel_app.errors import DataFileError, DiskError, UsageError
from inspel_app.resources.tables import Table, open_table


class _Colour(StrEnum):
    RED = "röd"
    BLUE = "blå"


def _table(folder: Path, source: str) -> Table:
    path = folder / "fil.toml"
    path.write_text(source, encoding="utf-8")
    return open_table(path)


def _faults(table: Table) -> list[tuple[int, str]]:
    return [(fault.line, fault.key) for fault in table.source.faults]


def test_reads_what_is_there(tmp_path: Path) -> None:
    table = _table(
        tmp_path, 'a = " x "\nb = ["y", "z"]\nc = """\n ett\n\n två\n"""\nd = "blå"\n[e]\nf = "g"'
    )
    assert table.text("a") == "x"
    assert table.texts("b") == ("y", "z")
    assert table.lines("c") == ("ett", "två")
    assert table.choice("d", _Colour) is _Colour.BLUE
    assert table.table("e").reference("f", {"g"}) == "g"
    assert (table.optional_text("x"), table.texts("x"), table.tables("x")) == (None, (), [])
    table.table("e").close()
    assert _faults(table) == [(10, "e.f")], (
        "a key counts as asked for only in the table object that read it"
    )


def test_gathers_all_faults_in_the_files_order(tmp_path: Path) -> None:
    table = _table(tmp_path, 'titl = "x"\ntal = 3\nlista = "x"\nton = "blått"\n')
    table.choice("ton", _Colour)
    table.texts("lista")
    table.text("tal")
    table.text("titel")
    table.close()
    assert _faults(table) == [(1, "titel"), (1, "titl"), (2, "tal"), (3, "lista"), (4, "ton")]
    messages = {fault.key: fault.fault for fault in table.source.faults}
    assert "saknas" in messages["titel"]
    assert "Menade du ”titel”?" in messages["titl"]
    assert "Menade du ”blå”?" in messages["ton"]


def test_places_a_missing_key_at_its_table(tmp_path: Path) -> None:
    table = _table(tmp_path, '\n[[kod]]\nid = "1"\n\n[[kod]]\nid = "2"\ntitel = ""\n')
    for code in table.tables("kod"):
        code.text("titel")
    assert _faults(table) == [(2, "kod.titel"), (7, "kod.titel")]


def test_places_a_fault_at_the_item_of_a_list(tmp_path: Path) -> None:
    table = _table(tmp_path, 'ord = [\n  "a",\n  3,\n  "a",\n  "",\n]\nkod = [\n 1,\n {},\n]\n')
    assert table.texts("ord") == ("a",)
    assert len(table.tables("kod")) == 1
    assert _faults(table) == [(3, "ord"), (4, "ord"), (5, "ord"), (8, "kod")]


def test_refuses_a_text_where_a_table_should_be(tmp_path: Path) -> None:
    table = _table(tmp_path, 'a = "x"\n')
    assert list(table.table("a")) == []
    assert _faults(table) == [(1, "a")]


@pytest.mark.parametrize(
    ("source", "line", "word"),
    [
        ('a = 1\nb "x"\n', 2, "likhetstecken"),
        ('frågor = "x"\n', 1, "utan å, ä och ö"),
        ("a = 1\na = 2\n", 2, "samma tabell"),
        ("[a]\n[b]\n[a]\n", 3, "finns redan"),
        ('a = "x\nb = 1\n', 1, "citattecken"),
        ('b = 1\na = "x', 2, "citattecken"),
        ('a = ["x"\n "y"]\n', 2, "komma"),
        ('a = { b = "x" c = "y" }\n', 1, "komma"),
        ('a = "c:\\x"\n', 1, "snedstreck"),
        ("a = ord\n", 1, "citattecken"),
        ('a = "x" "y"\n', 1, "mer på raden"),
        ("= 3\n", 1, "TOML"),
    ],
)
def test_explains_slips_of_syntax_in_swedish(
    tmp_path: Path, source: str, line: int, word: str
) -> None:
    with pytest.raises(DataFileError) as caught:
        _table(tmp_path, source)
    assert caught.value.line == line
    assert word in caught.value.fault
    assert caught.value.file == str(tmp_path / "fil.toml")


def test_reads_a_file_with_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "fil.toml"
    path.write_bytes('\ufeffa = "å"\r\nb = 3\r\n'.encode())
    table = open_table(path)
    table.text("b")
    assert table.text("a") == "å"
    assert _faults(table) == [(2, "b")]


def test_names_the_line_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "fil.toml"
    path.write_bytes(b'a = "x"\n' + 'b = "å"\n'.encode("latin-1"))
    with pytest.raises(DataFileError, match="UTF-8") as caught:
        open_table(path)
    assert caught.value.line == 2


def test_tells_a_missing_file_from_an_unreadable_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="finns inte"):
        open_table(tmp_path / "ingen.toml")
    with pytest.raises(DiskError, match="går inte att läsa"):
        open_table(tmp_path)
