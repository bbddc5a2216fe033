"""Pictures in mails: which are read, which are listed, and which are logos."""

from email import message_from_bytes
from email.policy import SMTP
from io import BytesIO
from random import Random

import pytest
from PIL import Image

from inspel_app.domain.parcel import Mail, Parcel
from inspel_app.reading.parcels import open_parcel
from tests.mails import mail

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(200)


def opened(data: bytes, name: str = "a.eml") -> Mail:
    parcel = open_parcel(data, name)
    assert isinstance(parcel, Mail)
    return parcel


def names(parcel: Parcel) -> list[str]:
    return [item.name for item in parcel.items]


def test_logos_are_no_attachments() -> None:
    data = mail("Hej", ("brev.txt", b"Ett brev"), ("image001.png", PICTURE), ("kort.vcf", b"x"))
    assert names(opened(data)) == ["brev.txt"]


def test_a_calendar_is_no_answer_and_is_kept() -> None:
    parcel = opened(mail("Hej", ("brev.txt", b"Ett brev"), ("invite.ics", b"BEGIN:VCALENDAR")))
    assert names(parcel) == ["brev.txt"]
    assert [item.name for item in parcel.left_out] == ["invite.ics"]


def picture(width: int, height: int) -> bytes:
    buffer = BytesIO()
    noise = Image.frombytes("RGB", (width, height), Random(1).randbytes(3 * width * height))
    noise.save(buffer, "PNG")
    return buffer.getvalue()


def with_picture(html: str, width: int, height: int) -> Mail:
    message = message_from_bytes(mail(None), policy=SMTP)
    message.set_content(html, subtype="html")
    message.add_related(picture(width, height), "image", "png", cid="<a>")
    return opened(message.as_bytes())


@pytest.mark.parametrize(
    ("width", "height", "names_kept"),
    [(300, 150, []), (1200, 400, []), (900, 1200, ["bilaga"])],
    ids=["logo", "banner", "page"],
)
def test_of_pictures_in_the_text_only_pages_are_kept(
    width: int, height: int, names_kept: list[str]
) -> None:
    assert names(with_picture("<p>Hej</p><img src=cid:a>", width, height)) == names_kept


def test_an_attached_picture_is_never_left_out() -> None:
    assert names(opened(mail("Hej", ("klipp.png", picture(300, 60))))) == ["klipp.png"]


def test_an_attached_logo_is_listed_and_not_read() -> None:
    parcel = opened(mail("Hej", ("logotyp.png", picture(200, 60)), ("a.png", picture(60, 20))))
    assert (names(parcel), parcel.problems) == ([], ())
    assert [left.name for left in parcel.left_out] == ["logotyp.png", "a.png"]


@pytest.mark.parametrize("text", ["<p>Se nedan.</p>", ""], ids=["announced", "alone"])
def test_a_picture_that_is_all_that_was_sent_is_read(text: str) -> None:
    assert names(with_picture(f"{text}<img src=cid:a>", 1200, 260)) == ["bilaga"]


@pytest.mark.parametrize(
    ("close", "codes"), [("", ["bild-ej-last"]), ("Med vänlig hälsning Anna", [])]
)
def test_a_picture_left_out_is_listed_and_told_of_above_the_close(
    close: str, codes: list[str]
) -> None:
    parcel = with_picture(f"<p>Fler tåg!</p>{close}<img src=cid:a>", 1200, 260)
    assert (names(parcel), [left.name for left in parcel.left_out]) == ([], ["bilaga"])
    assert [problem.code for problem in parcel.problems] == codes
