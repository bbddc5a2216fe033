"""Archives opened: their files, their names, and what is not unpacked."""

import zipfile
from io import BytesIO

import pytest

from inspel_app.domain.parcel import Mail
from inspel_app.errors import UnreadableError
from inspel_app.reading.mail_raw import MAX_ITEMS
from inspel_app.reading.parcels import is_parcel, open_parcel
from inspel_app.reading.readers import read
from tests.mails import mail
from tests.reading.word_files import p, r, texts, word_file


def packed(**files: bytes) -> bytes:
    return packed_as(files)


def packed_as(files: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_unpacks_files_in_the_order_of_their_names() -> None:
    parcel = open_parcel(packed_as({"b.txt": b"2", "mapp/a.txt": b"3", "a.txt": b"1"}), "x.zip")
    assert [(i.name, i.data) for i in parcel.items] == [
        ("a.txt", b"1"),
        ("b.txt", b"2"),
        ("a.txt", b"3"),
    ]


def test_opens_mails_and_archives_in_it() -> None:
    inner = packed_as({"brev.txt": b"Hej", "mejl.eml": mail("Fler tåg")})
    (archive,) = open_parcel(packed_as({"inre.zip": inner}), "x.zip").items
    assert [type(p).__name__ for p in open_parcel(inner, "inre.zip").items] == ["Packed", "Mail"]
    assert archive.data == inner


def test_names_are_no_paths_and_the_system_s_files_no_inspel() -> None:
    names = ["../../evil.txt", "/etc/passwd", "__MACOSX/._a", ".DS_Store", "Thumbs.db"]
    parcel = open_parcel(packed_as(dict.fromkeys(names, b"x")), "x.zip")
    assert sorted(item.name for item in parcel.items) == ["evil.txt", "passwd"]


@pytest.mark.parametrize("part", ["[Content_Types].xml", "Index/Document.iwa"])
def test_a_document_that_is_packed_is_no_archive(part: str) -> None:
    """Word's and Apple's are."""
    assert not is_parcel(packed_as({part: b"<x/>", "word/document.xml": b""}), "a")


def test_what_needs_a_password_is_told_and_the_rest_read() -> None:
    data = bytearray(packed(a=b"hemligt", b=b"fritt"))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    parcel = open_parcel(bytes(data), "x.zip")
    assert [problem.code for problem in parcel.problems] == ["losenord"]
    assert [item.name for item in parcel.items] == ["b"]


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(UnreadableError) as caught:
        open_parcel(packed(bomb=bytes(40 * 2**20)), "x.zip")
    assert caught.value.code == "for-stor"


def test_too_many_files_are_not_unpacked() -> None:
    with pytest.raises(UnreadableError) as caught:
        open_parcel(packed_as({str(n): b"" for n in range(MAX_ITEMS + 1)}), "x.zip")
    assert caught.value.code == "for-stor"


def test_a_bomb_in_a_mail_costs_itself_alone() -> None:
    parcel = open_parcel(
        mail("Fler bussar", ("bomb.zip", packed(bomb=bytes(40 * 2**20))), ("a.txt", b"Brev")), "a"
    )
    bomb, letter = parcel.items
    assert isinstance(parcel, Mail)
    assert parcel.body.text == "Fler bussar"
    assert [p.code for parcel in parcel.parcels() for p in parcel.problems] == ["for-stor"]
    assert bomb.name == "bomb.zip"
    assert letter.data == b"Brev"


def test_a_mailbox_is_as_many_mails() -> None:
    start = b"From anna@a.example Tue Jun 17 21:14:05 2025\n"
    box = b"\n".join(start + mail(text) for text in ("Ett", "Två", "Tre"))
    parcel = open_parcel(box, "post.mbox")
    assert [m.body.text for m in parcel.items if isinstance(m, Mail)] == ["Ett", "Två", "Tre"]


def test_lines_that_a_mailbox_marks_are_the_mails_own() -> None:
    start = b"From anna@a.example Tue Jun 17 21:14:05 2025\n"
    box = b"\n".join(start + mail(text) for text in ("Ett\n\n>From byn", "Två"))
    first = open_parcel(box, "post.mbox").items[0]
    assert isinstance(first, Mail)
    assert [block.text for block in first.body.blocks] == ["Ett", "From byn"]


def test_a_word_file_that_lacks_its_list_of_parts_is_no_archive() -> None:
    with zipfile.ZipFile(BytesIO(word_file(p(r("Fler bussar"))))) as whole:
        kept = {n: whole.read(n) for n in whole.namelist() if "rels" not in n and n[0] != "["}
    data = packed_as(kept)
    assert not is_parcel(data, "brev.docx")
    assert texts(read(data, "brev.docx")) == ["Fler bussar"]


def test_files_without_content_are_told_in_one_line() -> None:
    parcel = open_parcel(packed_as({**{f"{n:04}": b"" for n in range(900)}, "a": b"Brev"}), "x.zip")
    assert [item.name for item in parcel.items] == ["a"]
    (problem,) = parcel.problems
    assert problem.code == "tom-fil"
    assert "900" in problem.message
    assert "895 till" in problem.message
