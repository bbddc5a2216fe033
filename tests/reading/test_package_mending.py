"""Word and OpenDocument files whose zip is whole but whose XML is not: all their text is read."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.domain.document import Document, Role
from inspel_app.reading.docx import DocxReader
from inspel_app.reading.odt import OdtReader
from inspel_app.reading.package_mending import Markup, well_formed
from tests.reading import odt_files, word_files
from tests.reading.word_files import pack

WORDS = [f"ord{n:02}å" for n in range(40)]


def _word_xml() -> bytes:
    cells = word_files.table(*([word_files.p(w) for w in WORDS[n : n + 2]] for n in (20, 22, 24)))
    body = "".join(map(word_files.p, WORDS[:20])) + cells + "".join(map(word_files.p, WORDS[26:]))
    return word_files.xml("w:document", f"<w:body>{body}</w:body>").encode()


def _open_xml() -> bytes:
    cells = "".join(f"<table:table-cell>{odt_files.p(w)}</table:table-cell>" for w in WORDS[20:26])
    row = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    body = "".join(map(odt_files.p, WORDS[:20])) + row + "".join(map(odt_files.p, WORDS[26:]))
    return odt_files.flat_file(body)


def _read_word(xml: bytes) -> Document:
    links = word_files.relations({"r": ("officeDocument", "word/document.xml")})
    return DocxReader().read(pack({"_rels/.rels": links, "word/document.xml": xml}))


def _read_packed(xml: bytes) -> Document:
    return OdtReader().read(pack({"mimetype": odt_files.TEXT_TYPE, "content.xml": xml}))


READERS: dict[str, tuple[Callable[[bytes], Document], bytes]] = {
    "docx": (_read_word, _word_xml()),
    "odt": (_read_packed, _open_xml()),
    "fodt": (OdtReader().read, _open_xml()),
}
FAULTS = {
    "byte": ("ord05å".encode(), b"ord05\xe5"),
    "control": ("ord05å".encode(), b"ord\x0b05"),
    "ampersand": ("ord05å".encode(), b"R & D &co; AT&T"),
    "reference": ("ord05å".encode(), b"&#11;ord05"),
    "less than": ("ord05å".encode(), b"ord05 < 7 <8"),
    "end tag": ("ord05å".encode(), b"ord05</x></w:p></text:p>"),
    "start tag": ("ord05å".encode(), b"ord05<w:r><text:span>"),
    "root ends": ("ord05å".encode(), b"ord05</w:body></w:document></office:document>"),
    "comment": ("ord05å".encode(), b"ord05<!-- "),
}


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_costs_no_other_word(kind: str, fault: str) -> None:
    read, xml = READERS[kind]
    document = read(xml.replace(*FAULTS[fault]))
    assert [w for w in WORDS if w not in document.text] in ([], ["ord05å"])
    assert any(problem.code.endswith("-skadad-del") for problem in document.problems)
    if fault in {"byte", "control", "ampersand", "reference", "less than"}:
        body = [b.text for b in document.blocks if b.role is Role.BODY and b.text]
        assert [*WORDS[:5], *WORDS[6:]] == [*body[:5], *body[6:]]


def test_signs_that_the_xml_should_have_hidden_are_read_as_they_stand() -> None:
    read, xml = READERS["docx"]
    document = read(xml.replace("ord05å".encode(), b"R & D < 5 &aring; &lt;b&gt; &co; AT&T"))
    assert "R & D < 5 å <b> &co; AT&T" in document.text


def _changed(data: st.DataObject, xml: bytes) -> tuple[bytes, list[str]]:
    """The XML with some bytes changed, put in or taken out; and the words that stand as before."""
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(xml) - 1))
        new = data.draw(
            st.sampled_from([b"", b"\x00", b"\xff", b"<", b">", b'"', b"&", b"/", b"x"])
        )
        xml = xml[:at] + new + xml[at + data.draw(st.integers(0, 1)) :]
    return xml, [word for word in WORDS if word.encode() in xml]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(READERS)), st.data())
def test_no_word_is_lost_however_the_xml_is_damaged(kind: str, data: st.DataObject) -> None:
    read, whole = READERS[kind]
    head = whole.index(b"<w:body>" if kind == "docx" else b"<office:text>")
    xml, words = _changed(data, whole[head:])
    text = read(whole[:head] + xml).text
    assert [word for word in words if word not in text] == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="<>/&;#x ab:=\"'!-?\n\x00å"))
def test_every_letter_outside_sound_tags_stays(text: str) -> None:
    mended = well_formed(f"<r>{text}</r>".encode(), Markup({}, frozenset()))
    assert re.sub(r"<[^<>]*>", "", f"<r>{text}</r>").count("å") <= mended.count("å")
