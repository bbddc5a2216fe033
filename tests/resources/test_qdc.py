"""Other programs' code systems are read as they are; what would do harm is refused."""

from pathlib import Path

import pytest

from inspel_app.domain.coding import Codebook, CodeKind
from inspel_app.errors import DataFileError, DiskError, UsageError
from inspel_app.resources import qdc
from inspel_app.resources.qdc import read_qdc

SPACE = "urn:QDA-XML:codebook:1.0"


def code(name: str, *below: str, codable: str = "true", description: str = "") -> str:
    said = f"<Description>{description}</Description>" if description else ""
    inside = said + "".join(below)
    return f'<Code guid="0" name="{name}" isCodable="{codable}">{inside}</Code>'


def book(*codes: str, space: str = SPACE, head: str = "") -> str:
    attribute = f' xmlns="{space}"' if space else ""
    return f"{head}<CodeBook{attribute}><Codes>{''.join(codes)}</Codes></CodeBook>"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Kodbok för länet.qdc"


def read(file: Path, text: str, encoding: str = "utf-8") -> Codebook:
    file.write_text(text, encoding=encoding)
    return read_qdc(file, "min-strategi")


def refusal(file: Path, text: str) -> DataFileError:
    with pytest.raises(DataFileError) as caught:
        read(file, text)
    return caught.value


def test_keeps_tree_order_titles_and_descriptions(file: Path) -> None:
    text = book(
        code("Resor", code("Buss", description="Linjer\n och  turer."), code("Tåg")),
        code("Bostäder", codable="false"),
    )
    found = read(file, text)
    assert (found.id, found.title) == ("min-strategi", "Kodbok för länet")
    assert [(c.id, c.title, c.parent, c.description) for c in found.codes] == [
        ("resor", "Resor", None, ""),
        ("buss", "Buss", "resor", "Linjer och turer."),
        ("tag", "Tåg", "resor", ""),
        ("bostader", "Bostäder", None, ""),
    ]


def test_passages_are_mapped_to_codable_codes_and_to_the_ends_of_the_tree(file: Path) -> None:
    text = book(
        code("Gren", code("Löv", codable="false"), codable="false"),
        code("Kodbar gren", code("Löv två"), codable="1"),
    )
    found = read(file, text)
    assert [c.title for c in found.leaves] == ["Löv", "Kodbar gren", "Löv två"]
    assert {c.kind for c in found.leaves} == {CodeKind.DELPRIORITERING}
    assert found["gren"].kind is CodeKind.INRIKTNING


@pytest.mark.parametrize(
    ("name", "key", "title"),
    [
        ("3.3 Hållbar mobilitet", "3.3", "Hållbar mobilitet"),
        ("3. Mobilitet", "3", "Mobilitet"),
        ("2 mil väg", "kod-2-mil-vag", "2 mil väg"),
        ("2030 Det nya länet", "kod-2030-det-nya-lanet", "2030 Det nya länet"),
        ("12", "kod-12", "12"),
        ("  Många\n ord ", "manga-ord", "Många ord"),
        ("🚌", "kod", "🚌"),
        ("", "kod-utan-namn", "Kod utan namn"),
    ],
)
def test_a_number_becomes_the_id_and_else_the_letters_do(
    file: Path, name: str, key: str, title: str
) -> None:
    (found,) = read(file, book(code(name))).codes
    assert (found.id, found.title) == (key, title)


def test_the_same_name_or_number_twice_gives_two_ids(file: Path) -> None:
    found = read(file, book(*map(code, ("Buss", "buss", "1 Väg", "1 Tåg", "Buss"))))
    assert [c.id for c in found.codes] == ["buss", "buss-2", "1", "kod-1-tag", "buss-3"]


@pytest.mark.parametrize("space", [SPACE, "urn:QDA-XML:codebook:1:0", ""])
def test_reads_what_programs_call_the_format(file: Path, space: str) -> None:
    assert [c.title for c in read(file, book(code("Buss"), space=space)).codes] == ["Buss"]


def test_reads_other_encodings(file: Path) -> None:
    head = '<?xml version="1.0" encoding="utf-16"?>'
    assert read(file, book(code("Tåg"), head=head), "utf-16").codes[0].title == "Tåg"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ingen xml",
        "PK\x03\x04",
        "<CodeBook>",
        "<html/>",
        f'<Project xmlns="{SPACE}"><CodeBook><Codes>{code("Buss")}</Codes></CodeBook></Project>',
    ],
)
def test_refuses_what_is_no_code_system(file: Path, text: str) -> None:
    assert "REFI-QDA" in str(refusal(file, text))


def test_refuses_a_code_system_without_codes(file: Path) -> None:
    assert "inga koder" in str(refusal(file, book()))


def test_fetches_nothing_and_declares_nothing(file: Path, tmp_path: Path) -> None:
    secret = tmp_path / "hemligt.txt"
    secret.write_text("hemligt", "utf-8")
    for entity in (f'SYSTEM "{secret.as_uri()}"', '"ord"', 'SYSTEM "http://ond.example/"'):
        head = f"<!DOCTYPE CodeBook [<!ENTITY x {entity}>]>"
        text = book(code("Buss", description="&x;"), head=head)
        assert "deklarationer" in str(refusal(file, text))


def test_refuses_entities_that_grow(file: Path) -> None:
    doubling = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 30))
    head = f'<!DOCTYPE CodeBook [<!ENTITY a0 "ha">{doubling}]>'
    refusal(file, book(code("&a29;"), head=head))
    refusal(file, book(code("Buss", description="&a29;"), head=head))


def test_refuses_what_is_beyond_the_limits(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = code("Löv")
    for _level in range(qdc.DEEPEST - 1):
        text = code("Gren", text)
    assert len(read(file, book(text)).codes) == qdc.DEEPEST
    assert "djupt" in str(refusal(file, book(code("Gren", text))))
    monkeypatch.setattr(qdc, "MOST_CODES", 3)
    assert len(read(file, book(code("a"), code("b"), code("c"))).codes) == 3
    fault = refusal(file, book("\n", *map(code, "abc"), "\n", code("d")))
    assert "många" in str(fault)
    assert fault.line == 3
    monkeypatch.setattr(qdc, "MOST_BYTES", 50)
    assert "större än" in str(refusal(file, book(code("Buss"))))


def test_tells_of_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read_qdc(tmp_path / "saknas.qdc", "x")
    with pytest.raises(DiskError):
        read_qdc(tmp_path, "x")
