"""What is wrapped in mails: signatures, winmail.dat, PGP, links to files elsewhere."""

import struct
from base64 import encodebytes
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.domain.document import Role
from inspel_app.domain.parcel import Mail
from inspel_app.reading.mail_signed import signed_content
from inspel_app.reading.mail_tnef import open_tnef
from inspel_app.reading.parcels import open_parcel
from tests.mails import mail

LETTER = b"Ett brev om bussar."
SIGNED_DATA, DATA = (bytes.fromhex(f"06092a864886f70d01070{n}") for n in (2, 1))
HEAD = b"From: a@b.example\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n"


def opened(data: bytes) -> Mail:
    parcel = open_parcel(data, "a.eml")
    assert isinstance(parcel, Mail)
    return parcel


def text_of(parcel: Mail, role: Role) -> str:
    return "\n".join(block.text for block in parcel.body.blocks if block.role is role)


def codes(parcel: Mail) -> list[str]:
    return [problem.code for problem in parcel.problems]


def element(tag: int, *content: bytes, endless: bool = False) -> bytes:
    """A value in ASN.1's basic encoding, of a length that is told or marked by its end."""
    held = b"".join(content)
    if endless:
        return bytes([tag, 0x80]) + held + b"\0\0"
    return bytes([tag, 0x84]) + len(held).to_bytes(4, "big") + held


def signed(content: bytes, *, endless: bool = False) -> bytes:
    half = len(content) // 2
    plain = element(4, content)
    pieces = element(0x24, element(4, content[:half]), element(4, content[half:]), endless=True)
    inner = element(0x30, DATA, element(0xA0, pieces if endless else plain, endless=endless))
    body = element(0x30, b"\x02\x01\x01", element(0x31), inner, element(0x31), endless=endless)
    return element(0x30, SIGNED_DATA, element(0xA0, body, endless=endless), endless=endless)


def winmail(name: str, data: bytes) -> bytes:
    """A winmail.dat with a file whose long name stands among its properties."""

    def attribute(number: int, value: bytes) -> bytes:
        return struct.pack("<BII", 2, number, len(value)) + value + b"\0\0"

    wide = name.encode("utf-16-le") + b"\0\0"
    named = struct.pack("<HH16sIIIII", 0x1F, 0x8001, bytes(16), 0, 1, 1, 2, 0)
    properties = struct.pack("<I", 3) + struct.pack("<HHI", 3, 0x0E20, 5) + named
    properties += struct.pack("<HHII", 0x1F, 0x3707, 1, len(wide)) + wide + bytes(-len(wide) % 4)
    parts = ((0x9002, bytes(14)), (0x8010, b"INSPEL~1.TXT\0"), (0x800F, data), (0x9005, properties))
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(attribute(*part) for part in parts)


@pytest.mark.parametrize("endless", [False, True])
@pytest.mark.parametrize("told", [b"; smime-type=signed-data", b""])
def test_takes_the_mail_out_of_a_signature(endless: bool, told: bytes) -> None:  # noqa: FBT001
    inner = mail("Hej", ("brev.txt", LETTER))
    kind = b"Content-Type: application/pkcs7-mime" + told + b"\n\n"
    parcel = opened(HEAD + kind + encodebytes(signed(inner, endless=endless)))
    assert [(leaf.name, leaf.data) for leaf in parcel.leaves()] == [("brev.txt", LETTER)]
    assert parcel.body.text == "Hej"
    assert not parcel.problems


def test_takes_the_files_out_of_a_winmail() -> None:
    parcel = opened(mail("Hej", ("winmail.dat", winmail("Inspel från Åsele.txt", LETTER))))
    (letter,) = parcel.leaves()
    assert (letter.name, letter.data) == ("Inspel från Åsele.txt", LETTER)
    assert not parcel.problems


@given(cut=st.integers(0, 400), change=st.integers(0, 255))
@settings(deadline=None)
def test_what_is_damaged_is_refused_or_read(cut: int, change: int) -> None:
    for whole, read in (
        (winmail("a.txt", LETTER), open_tnef),
        (signed(LETTER, endless=True), signed_content),
    ):
        place = cut % len(whole)
        for broken in (whole[:place], whole[:place] + bytes([change]) + whole[place + 1 :]):
            with suppress(ValueError, IndexError, struct.error):
                assert read(broken) is not None


def test_what_pgp_has_signed_is_read() -> None:
    text = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nFler bussar!\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n"
    )
    parcel = opened(mail(text))
    assert text_of(parcel, Role.BODY) == "Fler bussar!"
    assert "iQEz" in text_of(parcel, Role.QUOTED)
    assert not parcel.problems


def test_what_pgp_has_encrypted_is_told() -> None:
    parcel = opened(mail("-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"))
    assert not text_of(parcel, Role.BODY)
    assert codes(parcel) == ["krypterat-mejl"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Vårt svar: https://drive.google.com/file/d/1a/view?usp=sharing.", None),
        (None, '<p>Svar: <a href="https://x-my.sharepoint.com/:w:/g/1a">Inspel.docx</a></p>'),
    ],
)
def test_tells_of_files_that_are_shared_elsewhere(text: str | None, html: str | None) -> None:
    data = mail(text or html)
    if html:
        data = data.replace(b"text/plain", b"text/html")
    parcel = opened(data)
    assert codes(parcel) == ["lankad-fil"]
    assert "/1a" in parcel.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Vårt inspel finns att ladda ner här: https://delning.example/s/1a\nGäller i 7 dagar.",
        "Hej, filen var för stor: https://moln.example/1a",
        "Här kommer vårt yttrande som länk.\nhttps://nextcloud.byn.example/1a",
        "Ni kan hämta svaret på https://byn.example/1a.",
    ],
)
def test_tells_of_files_to_be_fetched_from_any_host(text: str) -> None:
    parcel = opened(mail(text))
    assert codes(parcel) == ["lankad-fil"]
    assert "/1a" in parcel.problems[0].message


@pytest.mark.parametrize(
    "text",
    ["Bussen måste gå oftare, se https://tidning.example/1a", f"{'Tåg och buss. ' * 20}\nSvaret"],
)
def test_a_link_to_what_is_spoken_of_is_no_file(text: str) -> None:
    assert not opened(mail(f"{text}\n\nhttps://byn.example")).problems


def test_a_link_to_a_page_is_no_file() -> None:
    assert not opened(mail("Läs mer på https://www.byalaget.example/om")).problems
