"""Broken, protected and hostile OpenDocument files: each ends in a clear refusal, quickly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.errors import UnreadableError
from inspel_app.reading import blocks
from inspel_app.reading.odt import OdtReader
from tests.reading.odt_files import TEXT_TYPE, flat_file, items, odt_file, p, read, xml
from tests.reading.word_files import pack


def _refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as refused:
        OdtReader().read(data)
    assert refused.value.message
    assert refused.value.advice
    return refused.value.code


@pytest.mark.parametrize(
    "data",
    [
        b"",
        odt_file(p("x"))[:300],
        pack({"mimetype": TEXT_TYPE}),
        pack({"mimetype": TEXT_TYPE, "content.xml": "<trasig"}),
        pack({"mimetype": TEXT_TYPE, "content.xml": xml("office:document-content", "")}),
        flat_file(p("x"))[:-80],
    ],
    ids=["empty", "half", "no content", "xml", "no body", "flat"],
)
def test_refuses_what_is_no_whole_document(data: bytes) -> None:
    assert _refusal(data) == "odt-skadad"


@pytest.mark.parametrize(
    "other",
    [
        {"META-INF/manifest.xml": "<manifest:encryption-data/>"},
        {"encrypted-package": "x"},
    ],
)
def test_refuses_encrypted_files(other: dict[str, str]) -> None:
    assert _refusal(odt_file(p("x"), other=other)) == "losenord"


def test_refuses_a_document_type_with_its_entities() -> None:
    doctype = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    declaration, _, rest = flat_file(p("&amp;a;")).partition(b"?>")
    assert _refusal(declaration + b"?>" + doctype + rest) == "xml-doctype"


def test_refuses_a_part_that_unpacks_out_of_proportion() -> None:
    assert _refusal(odt_file(p("x" * 5_000_000))) == "for-stor"


def test_refuses_too_many_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MAX_BLOCKS", 3)
    assert _refusal(odt_file(p("") * 4)) == "for-stor"


def test_bounds_spaces_that_are_counted_instead_of_written() -> None:
    (block,) = read(p('a<text:s text:c="999999999"/>b')).blocks
    assert len(block.text) == 1_002


def test_reads_deep_nesting_and_doubts_the_deepest() -> None:
    assert "djupt" in read("<text:section>" * 240 + p("djupt") + "</text:section>" * 240).text
    deep = "<text:list><text:list-item>"
    shut = "</text:list-item></text:list>"
    assert "djupt" in read(deep * 115 + p("djupt") + shut * 115).text
    deepest = read(deep * 200 + p("djupast") + shut * 200)
    assert "djupast" in deepest.text
    assert [problem.code for problem in deepest.problems] == ["odt-skadad-del"]


def test_survives_styles_that_inherit_from_each_other() -> None:
    style = '<style:style style:name="{}" style:family="paragraph" style:parent-style-name="{}"/>'
    document = read(p("x", "A"), automatic=style.format("A", "B") + style.format("B", "A"))
    assert document.text == "x"


def test_recognises_documents_by_content() -> None:
    reader = OdtReader()
    assert reader.score(odt_file(p("x")), "brev.docx") == 1
    assert reader.score(pack({"content.xml": "x"}), "brev.odt") > 0
    assert reader.score(pack({"content.xml": "x"}), "brev.zip") == 0
    assert reader.score(b"<html>", "sida.html") == 0


_leaves = st.sampled_from(
    [
        "ord ",
        "<text:s/>",
        "<text:line-break/>",
        "<text:soft-page-break/>",
        '<field:fieldmark-start field:type="x.FORMTEXT"/>',
        "<field:fieldmark-end/>",
        '<field:fieldmark field:type="x.FORMCHECKBOX"/>',
    ]
)
_wrappers = [
    *("text:p", "text:h", "text:span", "text:list", "text:list-item", "text:section", "text:note"),
    *("table:table", "table:table-row", "table:table-cell", "table:covered-table-cell"),
    *("draw:frame", "draw:text-box", "office:annotation", "text:text-input", "text:okänt"),
    *("loext:content-control", "text:placeholder", "text:ruby-text", "text:numbered-paragraph"),
]
_tangles = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds("".join, st.lists(inner, max_size=4)),
        st.builds(lambda tag, x: f"<{tag}>{x}</{tag}>", st.sampled_from(_wrappers), inner),
        st.builds(items, inner, inner),
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(_tangles)
def test_loses_no_word_however_the_elements_are_tangled(tangle: str) -> None:
    document = read(tangle)
    for block in document.blocks:
        assert document.at(document.locate(block.start, block.end)) == block.text
        for control in block.controls:
            assert 0 <= control.start <= control.end <= len(block.text)
    assert document.text.count("ord") == tangle.count("ord")


def test_reads_the_whole_parts_of_a_file_without_its_end() -> None:
    document = OdtReader().read(odt_file(p("Fler bussar"))[:-80])
    assert "Fler bussar" in document.text
    assert [problem.code for problem in document.problems] == ["odt-skadad-del"]
