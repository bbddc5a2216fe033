"""Outlook's mails (.msg): properties, attachments, mails in mails, damage."""

import struct
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.domain.document import Role
from inspel_app.domain.parcel import Mail, MailKind, Parcel
from inspel_app.errors import UnreadableError
from inspel_app.reading.mail_rtf import unpacked_rtf
from inspel_app.reading.parcels import is_parcel, open_parcel
from tests.mails import Tree, compound, mail, outlook, outlook_file, outlook_mail, outlook_tree
from tests.reading.test_mail_wrapped import signed, winmail

CLASS, SUBJECT, SENT, HEADERS, SENDER, BODY, SMTP = 0x1A, 0x37, 0x39, 0x7D, 0x0C1A, 0x1000, 0x5D01
PLAIN = {
    CLASS: "IPM.Note",
    SUBJECT: "Inspel från Åsele",
    SENDER: "Anna Ek",
    SMTP: "anna@byn.example",
    BODY: "Fler bussar!\r\n\r\n> gammalt\r\n",
}
FILE = b"Ett brev om bussar. " * 300
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def opened(data: bytes) -> Mail:
    assert is_parcel(data, "a.msg")
    parcel = open_parcel(data, "a.msg")
    assert isinstance(parcel, Mail)
    return parcel


@pytest.mark.parametrize("ticks", [2**63, 2**64 - 1])
def test_a_time_beyond_all_calendars_is_none(ticks: int) -> None:
    assert opened(outlook(PLAIN, times={SENT: ticks})).envelope.arrived is None


def test_reads_the_properties_of_a_mail() -> None:
    moment = datetime(2025, 6, 17, 19, 14, 5, tzinfo=UTC)
    ticks = int((moment - EPOCH).total_seconds()) * 10_000_000
    parcel = opened(outlook(PLAIN, times={SENT: ticks}))
    assert parcel.envelope.subject == "Inspel från Åsele"
    assert parcel.envelope.sender.email == "anna@byn.example"
    assert parcel.envelope.arrived == "2025-06-17T21:14:05+02:00"
    assert [block.text for block in parcel.body.blocks] == ["Fler bussar!", "gammalt"]


def test_takes_no_struck_text_for_live() -> None:
    html = "<p>Vi vill <s>inte</s> ha bussar.</p>"
    shown = {BODY: "Vi vill inte ha bussar.", 0x1013: html}
    inner = outlook_mail({SUBJECT: "Inre", **shown})
    parcel = opened(outlook(PLAIN | shown, inner))
    within = parcel.items[0]
    assert isinstance(within, Mail)
    for one in (parcel, within):
        blocks = one.body.blocks
        assert [b.text for b in blocks if b.role is Role.BODY] == ["Vi vill ha bussar."]
        assert [b.text for b in blocks if b.role is Role.STRAY] == ["inte"]
        assert "struken-text" in [problem.code for problem in one.problems]


def test_hidden_text_of_a_mail_within_a_mail_stays_hidden() -> None:
    inner = outlook_mail({0x1013: "<p hidden>Ny bro.</p><p>Bussar &amp; tåg.</p>"})
    within = opened(outlook(PLAIN, inner)).items[0]
    assert isinstance(within, Mail)
    assert [(b.text, b.role) for b in within.body.blocks] == [
        ("Bussar & tåg.", Role.BODY),
        ("Ny bro.", Role.STRAY),
    ]


@pytest.mark.parametrize("plain", ["", "Vi vill inte ha bussar."])
def test_takes_no_struck_text_of_its_rtf_for_live(plain: str) -> None:
    rtf = rb"{\rtf1\ansi Vi vill {\strike inte} ha bussar.\par}"
    packed = struct.pack("<4I", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf
    tree = {**outlook_tree(PLAIN | {BODY: plain}, 32), "__substg1.0_10090102": packed}
    blocks = opened(compound(tree)).body.blocks
    assert [b.text.split() for b in blocks] == [["Vi", "vill", "ha", "bussar."], ["inte"]]


def test_a_mail_with_damaged_rtf_is_read_by_its_plain_text() -> None:
    tree = {**outlook_tree(PLAIN, 32), "__substg1.0_10090102": b"x" * 40}
    assert opened(compound(tree)).body.blocks[0].text == "Fler bussar!"


def test_the_head_that_it_came_with_goes_before() -> None:
    head = "Received: by x; Wed, 18 Jun 2025 08:00:00 +0200\r\nFrom: Per <per@a.example>\r\n\r\n"
    envelope = opened(outlook(PLAIN | {HEADERS: head})).envelope
    assert envelope.sender.email == "per@a.example"
    assert envelope.arrived == "2025-06-18T08:00:00+02:00"


def test_takes_out_files_and_mails() -> None:
    inner = outlook_mail({SUBJECT: "Inre", BODY: "Innerst"})
    parcel = opened(outlook(PLAIN, outlook_file("brev.txt", FILE), inner))
    letter, mail = parcel.items
    assert (letter.name, letter.data) == ("brev.txt", FILE)
    assert isinstance(mail, Mail)
    assert (mail.envelope.subject, mail.body.text) == ("Inre", "Innerst")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("IPM.Schedule.Meeting.Request", MailKind.INVITATION),
        ("IPM.Note.Rules.OofTemplate.Microsoft", MailKind.AUTO_REPLY),
        ("REPORT.IPM.Note.NDR", MailKind.BOUNCE),
        ("REPORT.IPM.Note.IPNRN", MailKind.AUTO_REPLY),
        ("IPM.Note", MailKind.ORDINARY),
    ],
)
def test_tells_kinds_by_class(name: str, kind: MailKind) -> None:
    assert opened(outlook(PLAIN | {CLASS: name})).envelope.kind is kind


@pytest.mark.parametrize(
    "written",
    [
        r"{\rtf1\ansi\ansicpg1252 H\'e4lsning\par Fler t\'e5g!\par}",
        (
            r"{\rtf1\ansi\ansicpg1252\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 "
            r"H\'e4lsning{\*\htmltag72 </p>}\htmlrtf\par}\htmlrtf0 {\*\htmltag64 <p>}"
            r"\htmlrtf {\htmlrtf0 Fler t\'e5g!{\*\htmltag72 </p>}\htmlrtf\par}\htmlrtf0 }"
        ),
    ],
)
def test_reads_a_mail_whose_only_text_is_rtf(written: str) -> None:
    rtf = written.encode("ascii")
    packed = struct.pack("<4I", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf
    texts = {number: text for number, text in PLAIN.items() if number != BODY}
    tree = {**outlook_tree(texts, 32), "__substg1.0_10090102": packed}
    assert opened(compound(tree)).body.text == "Hälsning\nFler tåg!"


def test_opens_what_is_wrapped_in_an_outlook_mail() -> None:
    inner = mail("Fler tåg!", ("brev.txt", FILE))
    texts = {number: text for number, text in PLAIN.items() if number != BODY}
    opaque = outlook_file("smime.p7m", signed(inner), "application/pkcs7-mime")
    clear = outlook_file("smime.p7m", inner, "multipart/signed")
    packed = outlook_file("winmail.dat", winmail("brev.txt", FILE), "application/ms-tnef")
    for parcel in (
        opened(outlook(texts | {CLASS: "IPM.Note.SMIME"}, opaque)),
        opened(outlook(texts | {CLASS: "IPM.Note.SMIME.MultipartSigned"}, clear)),
        opened(outlook(texts | {BODY: "Fler tåg!"}, packed)),
    ):
        assert [(leaf.name, leaf.data) for leaf in parcel.leaves()] == [("brev.txt", FILE)]
        assert parcel.body.text == "Fler tåg!"
        assert not parcel.problems


def test_the_text_of_a_signed_mail_is_taken_once() -> None:
    clear = outlook_file("smime.p7m", mail("Fler tåg!"), "multipart/signed")
    texts = PLAIN | {CLASS: "IPM.Note.SMIME.MultipartSigned", BODY: "Fler tåg!\r\n"}
    assert opened(outlook(texts, clear)).body.text == "Fler tåg!"


def test_unpacks_rtf() -> None:
    """The example of [MS-OXRTFCP] 4.1.1."""
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked_rtf(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_unpacks_rtf_that_repeats_itself() -> None:
    """The example of [MS-OXRTFCP] 4.1.2: a run that reaches into what it writes."""
    packed = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert unpacked_rtf(packed) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


@given(body=st.binary(max_size=400), size=st.integers(0, 2**32 - 1))
def test_any_packed_rtf_is_unpacked_or_refused(body: bytes, size: int) -> None:
    packed = struct.pack("<4I", len(body), size, 0x75465A4C, 0) + body
    try:
        unpacked = unpacked_rtf(packed)
    except ValueError:
        unpacked = b""
    assert len(unpacked) <= size


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_any_damage_ends_in_a_parcel_or_a_refusal(data: st.DataObject) -> None:
    whole = outlook(PLAIN, outlook_file("a.txt", b"x"), outlook_mail({BODY: "Inre"}))
    broken = bytearray(whole[: data.draw(st.integers(600, len(whole)))])
    for _change in range(data.draw(st.integers(0, 30))):
        broken[data.draw(st.integers(8, len(broken) - 1))] = data.draw(st.integers(0, 255))
    if is_parcel(bytes(broken), "a.msg"):
        try:
            outcome: Parcel | UnreadableError = open_parcel(bytes(broken), "a.msg")
        except UnreadableError as error:
            outcome = error
        assert isinstance(outcome, Parcel) or outcome.advice


def nested(depth: int, *deepest: Tree) -> Mail:
    """A mail in so many others, with what is attached to the innermost."""
    mails: tuple[Tree, ...] = deepest
    for level in range(depth, 0, -1):
        inner = outlook_tree(PLAIN | {BODY: f"Plan {level}"}, 24, mails)
        mails = ({"__properties_version1.0": bytes(8), "__substg1.0_3701000D": inner},)
    return opened(outlook(PLAIN, *mails))


@pytest.mark.parametrize("depth", [1, 3])
@pytest.mark.parametrize(
    ("part", "code"),
    [
        (outlook_file("smime.p7m", b"x", "application/pkcs7-mime"), "krypterat-mejl"),
        (outlook_file("winmail.dat", b"x", "application/ms-tnef"), "winmail"),
        ({"__properties_version1.0": bytes(8)}, "hanvisad-bilaga"),
    ],
)
def test_what_cannot_be_opened_in_a_mail_in_a_mail_is_told(
    depth: int, part: Tree, code: str
) -> None:
    found = [problem.code for p in nested(depth, part).parcels() for problem in p.problems]
    assert found == [code]


def test_a_mail_in_more_mails_than_are_opened_is_told() -> None:
    parcel = nested(12)
    texts = [held.body.text for held in parcel.parcels() if isinstance(held, Mail)]
    assert texts[1:] == [f"Plan {level}" for level in range(1, 9)]
    assert [p.code for held in parcel.parcels() for p in held.problems] == ["for-djupt"]
