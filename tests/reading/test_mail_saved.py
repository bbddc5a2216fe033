"""Mails saved as text: read as mails, whatever language their program speaks; letters are not."""

import pytest

from inspel_app.domain.document import Role
from inspel_app.domain.parcel import Address, Mail
from inspel_app.reading.parcels import is_parcel, open_parcel

LETTER = (
    "Hej!\n\nBussen går två gånger i veckan.\n\n> Den 5 juni skrev kansliet:\n> Lämna inspel!\n"
)
WRITER = Address("Lillbyns byalag", "lag@lillbyn.example")


def saved(*head: str, text: str = LETTER) -> Mail:
    data = ("\r\n".join(head) + "\r\n\r\n" + text).encode()
    assert is_parcel(data, "mejl.txt")
    opened = open_parcel(data, "mejl.txt")
    assert isinstance(opened, Mail)
    return opened


@pytest.mark.parametrize(
    "head",
    [
        (
            "Från: Lillbyns byalag <lag@lillbyn.example>",
            "Till: rus@lanet.example; Bo Ek",
            "Datum: den 3 juni 2025 21:14",
            "Ämne: Om bussen",
        ),
        (
            "From: Lillbyns byalag [mailto:lag@lillbyn.example]",
            "Sent: Tuesday, June 3, 2025 9:14 PM",
            "To: rus@lanet.example",
            "Subject: Om bussen",
        ),
        (
            "Date: Tue, 3 Jun 2025 21:14",
            "From: Lillbyns byalag <lag@lillbyn.example>",
            "To: rus@lanet.example",
            "Subject: Om bussen",
        ),
    ],
)
def test_a_saved_mails_head_tells_who_sent_it_and_when(head: tuple[str, ...]) -> None:
    mail = saved(*head)
    assert mail.envelope.sender == WRITER
    assert mail.envelope.arrived == "2025-06-03T21:14:00+02:00"
    assert mail.envelope.subject == "Om bussen"
    assert "rus@lanet.example" in {one.email for one in mail.envelope.recipients}


def test_the_head_is_no_part_of_the_letter_nor_is_what_it_quotes() -> None:
    mail = saved("Från: a@b.example", "Till: rus@lanet.example", "Ämne: Skandal!!!")
    told = {(block.role, block.text) for block in mail.body.blocks}
    assert (Role.BODY, "Bussen går två gånger i veckan.") in told
    assert not any("Skandal" in text for _role, text in told)
    assert {role for role, text in told if "Lämna inspel" in text} == {Role.QUOTED}
    assert mail.envelope.received is None


def test_a_mail_saved_in_an_older_encoding_is_read() -> None:
    text = "Från: a@b.example\nTill: rus@lanet.example\nÄmne: Om bussen\n\nVi åker över bron.\n"
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        mail = open_parcel(text.encode(encoding), "mejl.txt")
        assert isinstance(mail, Mail)
        written = [block.text for block in mail.body.blocks if block.role is Role.BODY]
        assert written == ["Vi åker över bron."]


@pytest.mark.parametrize(
    "letter",
    [
        "Från: Lillbyns byalag\nTill: Regionen\nÄmne: Om bussen\n\nBussen går för sällan.\n",
        "Lillbyns byalag\nFrån: a@b.example\nTill: c@d.example\nÄmne: Om bussen\n\nHej!\n",
        "Från: Lillbyns byalag\nE-post: a@b.example\nDatum: 2025-06-03\n\nHej!\n",
    ],
)
def test_a_letter_with_labelled_lines_is_no_mail(letter: str) -> None:
    assert not is_parcel(letter.encode(), "brev.txt")
