"""Mails opened: their text parted, their files taken out, their senders and times read."""

import re
from base64 import b64encode
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import SMTP
from io import BytesIO
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from inspel_app.domain.document import Role
from inspel_app.domain.parcel import Mail, MailKind, Packed, Parcel
from inspel_app.errors import UnreadableError
from inspel_app.reading.mail_charset import clean
from inspel_app.reading.mail_dates import header_date, written_date
from inspel_app.reading.parcels import is_parcel, open_parcel
from tests.mails import mail

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(200)


def opened(data: bytes, name: str = "a.eml") -> Mail:
    parcel = open_parcel(data, name)
    assert isinstance(parcel, Mail)
    return parcel


def outcome_of(data: bytes) -> Parcel | UnreadableError:
    if not is_parcel(data, "a.eml"):
        return UnreadableError("annat", "no mail any longer", "for another reader")
    try:
        return open_parcel(data, "a.eml")
    except UnreadableError as error:
        return error


def text_of(parcel: Mail, role: Role) -> str:
    return "\n".join(block.text for block in parcel.body.blocks if block.role is role)


def names(parcel: Parcel) -> list[str]:
    return [item.name for item in parcel.items]


def test_reads_the_head_of_a_mail() -> None:
    envelope = opened(mail(Subject="Inspel från Åsele – dnr 1")).envelope
    assert envelope.subject == "Inspel från Åsele – dnr 1"
    assert (envelope.sender.name, envelope.sender.email) == ("Anna Ek", "anna.ek@byalaget.example")
    assert envelope.arrived == "2025-06-17T21:14:05+02:00"


def test_a_name_may_hold_a_comma_in_its_code() -> None:
    data = mail(From=None)
    coded = b"From: =?utf-8?q?Sj=C3=B6vall=2C_Gun?= <gun@a.example>\r\n"
    sender = opened(coded + data).envelope.sender
    assert (sender.name, sender.email) == ("Sjövall, Gun", "gun@a.example")


@pytest.mark.parametrize(
    ("claimed", "written"),
    [
        ("utf-8", "iso-8859-1"),
        ("iso-8859-1", "utf-8"),
        ("us-ascii", "cp1252"),
        ("x-okand", "utf-8"),
        ("zip", "iso-8859-1"),
        ("iso-8859-1", "cp1252"),
        ("koi8-r", "iso-8859-1"),
        ("koi8-r", "utf-8"),
    ],
)
def test_reads_text_whatever_encoding_is_claimed(claimed: str, written: str) -> None:
    head = (
        f'From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset="{claimed}"\n\n'
    )
    data = head.encode() + "Fler bussar till Ånäset över älven.".encode(written)
    assert opened(data).body.text == "Fler bussar till Ånäset över älven."


def test_mends_text_that_was_encoded_twice() -> None:
    text = "Fler bussar till Ånäset över älven – på kvällen."
    assert opened(mail(text.encode().decode("cp1252"))).body.text == text


@given(st.text("aåäöÅÄÖé”“–…€ ÃÂ¥Ž", min_size=1))
def test_whole_swedish_text_is_left_as_it_is(text: str) -> None:
    """Letters of which no two look like one that was encoded twice."""
    apart = " ".join(text)
    assert clean(apart) == apart


def test_letters_and_their_marks_are_one_character() -> None:
    assert opened(mail("A\u030alvsbyn")).body.text == "Ålvsbyn"


def test_parts_a_reply_from_what_it_answers() -> None:
    parcel = opened(
        mail(
            "Ja, fler tåg!\n\nMed vänlig hälsning\nAnna Ek\n\nByalaget\n070-123 45 67\n\n"
            "-----Ursprungligt meddelande-----\nFrån: R <r@region.example>\n"
            "Skickat: den 2 juni 2025 10:00\nTill: Anna\nÄmne: Fråga\n\nVad tycker ni?\n",
            Subject="SV: Fråga",
        )
    )
    assert text_of(parcel, Role.BODY) == "Ja, fler tåg!\nMed vänlig hälsning\nAnna Ek"
    assert text_of(parcel, Role.SIGNATURE) == "Byalaget\n070-123 45 67"
    assert text_of(parcel, Role.QUOTED).endswith("Vad tycker ni?")


def test_answers_between_quoted_lines_are_the_senders_own() -> None:
    parcel = opened(
        mail("Den 2 juni 2025 skrev Regionen:\n> Vad saknas?\nBussar.\n> Och mer?\nTåg.\n")
    )
    assert text_of(parcel, Role.BODY) == "Bussar.\nTåg."
    assert "Vad saknas?" in text_of(parcel, Role.QUOTED)


def test_a_postscript_is_no_signature() -> None:
    text = (
        "Bygg.\n\nHälsningar\nPer\n\nPS. Glöm inte att även cykelvägen till skolan behöver lagas."
    )
    assert "cykelvägen" in text_of(opened(mail(text)), Role.BODY)


def test_every_character_of_the_text_is_kept_in_some_role() -> None:
    head = "Från: a@b\nSkickat: 2 juni 2025\nTill: c\nÄmne: d"
    text = f"Hej!\n> gammalt\nNytt.\n-- \nAnna\n{head}\nÄldst."
    kept = opened(mail(text, Subject="SV: d")).body.text
    assert set(re.findall(r"\w+", text)) <= set(re.findall(r"\w+", kept))


def test_takes_html_where_the_plain_text_only_says_so() -> None:
    parcel = opened(
        mail(
            "Öppna i webbläsaren.",
            html="<style>p{}</style><p>Vi&nbsp;vill ha <b>fler</b> bussar på alla kvällar.</p>"
            "<ul><li>Ett</li><li>Två</li></ul><script>alert(1)</script>"
            '<blockquote type="cite">Gammalt</blockquote>',
        )
    )
    wanted = "Vi vill ha fler bussar på alla kvällar.\n- Ett\n- Två"
    assert text_of(parcel, Role.BODY) == wanted
    assert text_of(parcel, Role.QUOTED) == "Gammalt"


def test_flowed_lines_are_put_together() -> None:
    data = mail("x").replace(b'charset="utf-8"', b'charset="utf-8"; format=flowed')
    data = data.replace(b"\r\n\r\nx", b"\r\n\r\nVi vill att \r\nbussen \r\nstannar.\r\nAlltid.")
    assert opened(data).body.text == "Vi vill att bussen stannar.\nAlltid."
    split = data.replace(b"format=flowed", b"format=flowed; delsp=yes")
    split = split.replace(b"bussen \r\nst", b"bus \r\nsen  \r\nst").replace(b"att \r", b"att  \r")
    assert opened(split).body.text == "Vi vill att bussen stannar.\nAlltid."


def test_passing_on_within_the_authority_counts_the_original_sending() -> None:
    parcel = opened(
        mail(
            "Till diariet.\n\nFrån: Karin Holm <karin@byn.example>\n"
            "Skickat: den 18 juni 2025 14:03\n"
            "Till: eva@region.example\nÄmne: Synpunkter\n\nFler bussar!\n",
            From="Eva <eva@region.example>",
            To="registrator@region.example",
            Subject="VB: Synpunkter",
        )
    )
    assert parcel.envelope.sender.email == "karin@byn.example"
    assert parcel.envelope.arrived == "2025-06-18T14:03:00+02:00"
    assert text_of(parcel, Role.BODY) == "Fler bussar!"
    assert "Till diariet." in text_of(parcel, Role.QUOTED)


def test_passing_on_from_outside_counts_the_last_sending() -> None:
    parcel = opened(
        mail(
            "Här är vårt svar.\n\nFrån: Per <per@byn.example>\nSkickat: den 1 juni 2025 14:03\n"
            "Till: anna.ek@byalaget.example\nÄmne: Utkast\n\nFler bussar!\n",
            Subject="VB: Utkast",
        )
    )
    assert parcel.envelope.sender.email == "anna.ek@byalaget.example"
    assert parcel.envelope.arrived == "2025-06-17T21:14:05+02:00"
    assert text_of(parcel, Role.BODY) == "Här är vårt svar.\nFler bussar!"


def test_the_last_server_tells_when_it_was_received() -> None:
    late = b"Received: from a by region.example; Fri, 20 Jun 2025 00:10:00 +0200\r\n"
    early = b"Received: from b by a; Thu, 19 Jun 2025 23:50:00 +0200\r\n"
    assert opened(late + early + mail()).envelope.arrived == "2025-06-20T00:10:00+02:00"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("Tue, 17 Jun 2025 21:14:05 +0200", datetime(2025, 6, 17, 19, 14, 5, tzinfo=UTC)),
        ("17 Jun 2025 21:14:05 -0000", datetime(2025, 6, 17, 21, 14, 5, tzinfo=UTC)),
        ("17 Jun 2025 21:14:05", datetime(2025, 6, 17, 19, 14, 5, tzinfo=UTC)),
        ("2025-06-17T21:14:05Z", datetime(2025, 6, 17, 21, 14, 5, tzinfo=UTC)),
        ("Tue, 17 Jun 2025 21:14:05 EEST", datetime(2025, 6, 17, 18, 14, 5, tzinfo=UTC)),
        ("Tue, 17 Jun 2025 21:14:05 +0200 (CEST)", datetime(2025, 6, 17, 19, 14, 5, tzinfo=UTC)),
    ],
)
def test_reads_dates_of_headers(written: str, moment: datetime) -> None:
    assert header_date(written) == moment


@pytest.mark.parametrize(
    "written",
    [
        "den 12 juni 2025 14:03",
        "torsdag den 12 juni 2025 kl. 14.03",
        "Thursday, June 12, 2025 2:03 PM",
        "2025-06-12 14:03",
        "torsdag, juni 12, 2025 2:03:00 em",
        "12.6.2025 14.03",
        "12/06/2025 14:03",
        "Thu, 12 Jun 2025 14:03:00 +0200",
    ],
)
def test_reads_dates_that_mail_programs_write(written: str) -> None:
    assert written_date(written) == datetime(2025, 6, 12, 12, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    "written", ["", "i går", "99 Jun 2025", "Thu, 32 Foo 0000 99:99", "1 juni 1066"]
)
def test_a_date_that_cannot_be_is_no_date(written: str) -> None:
    assert header_date(written) is None
    assert written_date(written) is None


def redirected(by: str, to: str, *received: str) -> bytes:
    """A mail of the 17th that somebody redirected on the 20th, with the lines of the servers."""
    head = (
        f"Resent-From: {by}\r\nResent-To: {to}\r\nResent-Date: Fri, 20 Jun 2025 08:00:00 +0200\r\n"
    )
    servers = "".join(f"Received: from x by y; {date}\r\n" for date in received)
    return (servers + head).encode() + mail()


def test_redirecting_within_the_authority_counts_the_first_arrival() -> None:
    within = ("Eva <eva@region.example>", "diarium@region.example")
    arrived = "Wed, 18 Jun 2025 07:00:00 +0200"
    both = redirected(*within, "Fri, 20 Jun 2025 08:00:05 +0200", arrived)
    assert opened(both).envelope.arrived == "2025-06-18T07:00:00+02:00"
    assert opened(redirected(*within)).envelope.arrived == "2025-06-17T21:14:05+02:00"


def test_redirecting_from_outside_counts_the_last_arrival() -> None:
    outside = ("Bo <bo@annan.example>", "diarium@region.example")
    assert opened(redirected(*outside)).envelope.arrived == "2025-06-20T08:00:00+02:00"


def test_a_mail_passed_on_without_readable_date_had_come_by_then() -> None:
    text = "Från: Karin <k@byn.example>\nSkickat: i förrgår\nTill: Eva\nÄmne: Inspel\n\nFler tåg."
    envelope = opened(mail(text, From="Eva <eva@region.example>")).envelope
    assert envelope.sender.email == "k@byn.example"
    assert envelope.arrived == "2025-06-17T21:14:05+02:00"
    assert envelope.at_latest


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (MailKind.AUTO_REPLY, mail("Åter den 1 augusti.", Subject="Autosvar: Inspel")),
        (MailKind.AUTO_REPLY, mail("Åter i augusti.", Auto_Submitted="auto-replied (vacation)")),
        (MailKind.AUTO_REPLY, mail("Hej! Jag är på semester till augusti.")),
        (MailKind.BOUNCE, mail("Fel", From="MAILER-DAEMON@a.example", Subject="Undelivered Mail")),
        (MailKind.INVITATION, mail("Möte").replace(b"text/plain", b"text/calendar")),
        (MailKind.SPAM, mail("Stort erbjudande! Klicka här. Avregistrera dig.", Subject="Vinn")),
        (MailKind.SPAM, mail("Billiga lån", X_Spam_Flag="YES")),
        (MailKind.SPAM, mail("Webbinarium om er strategi. Klicka här.", List_Unsubscribe="<x>")),
        (MailKind.QUESTION, mail("Hej! När är sista dag att lämna inspel?")),
        (MailKind.COURTESY, mail("Tack!\n\n> Vi har tagit emot ert inspel.")),
        (MailKind.ORDINARY, mail("Jag är på semester men vill lämna vårt inspel: fler bussar.")),
        (MailKind.EMPTY, mail(" ")),
        (MailKind.AUTO_REPLY, mail("I'm on annual leave until Monday.", Subject="Re: Inbjudan")),
        (MailKind.AUTO_REPLY, mail("Olen lomalla 4.8. asti.", Subject="VS: Inbjudan")),
        (MailKind.AUTO_REPLY, mail("Kansliet har semesterstängt. Vi svarar i augusti.")),
        (
            MailKind.INVITATION,
            mail("Seminarium kl. 9–12 i Lycksele. Anmäl dig!", Subject="Välkommen till seminarium"),
        ),
        (
            MailKind.SPAM,
            mail("Dear Sir, we have the lowest prices on chairs.", Subject="Chairs for you"),
        ),
        (MailKind.ORDINARY, mail("I am on holiday here and think the buses are too few.")),
        (MailKind.ORDINARY, mail("Jag är ledig, sjuk och får ingen läkartid. Kontakta mig!")),
        (MailKind.ORDINARY, mail("Ert webbinarium var bra. Klicka här för vår film.", Subject="F")),
        (
            MailKind.ORDINARY,
            mail("Till BB är det 40 mil. Anmälan kl 03 i snöstorm.", Subject="Välkommen hit"),
        ),
        (MailKind.ORDINARY, mail("Gör bussen gratis och ge unga rabatt.", Subject="Buss")),
        (MailKind.ORDINARY, mail("Vi behöver fler läkare.", Subject="Frånvaro av läkare")),
        (MailKind.ORDINARY, mail("De skadar fjällen.", Subject="Återkalla tillstånden")),
        (MailKind.ORDINARY, mail("Vi vill ha vårt inspel läst.", X_Spam_Flag="YES")),
        (MailKind.ORDINARY, mail("Inför gratis buss. Ge rabatt till unga. Det är vårt inspel.")),
        (MailKind.ORDINARY, mail("Jag är på semester till maj men hinner: rädda byn!")),
        (
            MailKind.ORDINARY,
            mail(
                "Jag är på semester till maj. Lanthandeln i Saxnäs är det enda stället i byn där"
                " folk kan träffas på vintern, och utan den blir det tyst och tomt här."
            ),
        ),
        (MailKind.AUTO_REPLY, mail("Tack för ditt mejl! Jag är ledig till maj. Trevlig sommar!")),
        (
            MailKind.ORDINARY,
            mail("Vi erbjuder regionen gratis lokaler. Klicka här.", Subject="Erbjudande"),
        ),
        (MailKind.ORDINARY, mail("Rädda lanthandeln i Saxnäs!", X_Spam_Flag="YES")),
        (MailKind.SPAM, mail("Sänk dina kostnader! Boka demo. Gratis.", Subject="Vinn")),
        (MailKind.ORDINARY, mail("Under semestern är det svårt att resa. Fler tåg behövs.")),
    ],
)
def test_tells_what_is_no_inspel(kind: MailKind, data: bytes) -> None:
    assert opened(data).envelope.kind is kind


def test_an_answer_to_an_invitation_may_be_an_inspel() -> None:
    data = (
        b"From: a@a.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        b"--x\n\nKan inte komma. Bussen b\xc3\xb6r g\xc3\xa5 oftare.\n"
        b"--x\nContent-Type: text/calendar\n\nMETHOD:REPLY\n--x--\n"
    )
    assert opened(data).envelope.kind is MailKind.ORDINARY


def test_a_mail_may_say_all_in_its_subject() -> None:
    mail_ = opened(mail(" ", Subject="Vi vill ha tågstopp i Hällnäs"))
    assert mail_.envelope.kind is MailKind.ORDINARY
    assert [block.text for block in mail_.body.blocks] == ["Vi vill ha tågstopp i Hällnäs"]
    assert opened(mail(" ", Subject="SV: Vi vill ha svar")).envelope.kind is MailKind.EMPTY


def test_a_report_of_delivery_is_a_bounce() -> None:
    data = (
        b"From: post@a.example\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n"
        b"--x\n\nGick inte.\n--x\nContent-Type: message/delivery-status\n\nAction: failed\n--x--\n"
    )
    assert opened(data).envelope.kind is MailKind.BOUNCE


def test_logos_are_no_attachments() -> None:
    data = mail("Hej", ("brev.txt", b"Ett brev"), ("image001.png", PICTURE), ("kort.vcf", b"x"))
    assert names(opened(data)) == ["brev.txt"]


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


@pytest.mark.parametrize(
    "altered",
    [
        mail().replace(b"\r\n", b"\n"),
        mail().replace(b"\r\n", b"\r"),
        b"\r\n\r\n" + mail(),
        b"\xef\xbb\xbf" + mail(),
        b"From anna@x Tue Jun 17 21:14:05 2025\r\n" + mail(),
        b"%d      \n" % len(mail()) + mail() + b"<?xml version='1.0'?><plist/>",
    ],
    ids=["lf", "cr", "blank", "bom", "from", "emlx"],
)
def test_a_mail_is_known_however_it_was_saved(altered: bytes) -> None:
    assert is_parcel(altered, "a")
    assert opened(altered, "a").body.text == opened(mail()).body.text


def test_opens_mails_in_mails_to_the_bottom() -> None:
    inner = mail("Innerst", ("brev.txt", b"Ett brev"), Subject="Inre")
    parcel = opened(mail("Ytterst", mails=[mail("Mitten", mails=[inner])]))
    (middle,) = parcel.items
    assert isinstance(middle, Mail)
    (innermost,) = middle.items
    assert isinstance(innermost, Mail)
    assert innermost.body.text == "Innerst"
    assert [leaf.data for leaf in parcel.leaves()] == [b"Ett brev"]


def test_names_of_attachments_are_no_paths() -> None:
    data = mail("Hej", ("../../etc/passwd", b"a"), ("C:\\x\\brev.txt", b"b"), ("\x07", b"c"))
    assert names(opened(data)) == ["passwd", "brev.txt", "bilaga"]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("application/ms-tnef", "winmail"),
        ("application/pkcs7-mime", "krypterat-mejl"),
        ("application/pkcs7-mime; smime-type=signed-data", "signerat-mejl"),
        ("message/partial", "del-av-mejl"),
        ("message/external-body", "hanvisad-bilaga"),
    ],
)
def test_says_what_it_cannot_open(kind: str, code: str) -> None:
    data = mail("Hej", ("fil.x", b"a")).replace(b"application/octet-stream", kind.encode())
    parcel = opened(data)
    assert [problem.code for problem in parcel.problems] == [code]
    assert parcel.body.text == "Hej"


def test_too_deep_a_nest_is_told_where_it_ends() -> None:
    data = mail("Botten")
    for _level in range(12):
        data = mail("Lager", mails=[data])
    parcel = opened(data)
    assert "for-stor" in {problem.code for p in parcel.parcels() for problem in p.problems}


def test_a_text_file_is_no_mail() -> None:
    assert not is_parcel("Från: oss alla\n\nVi vill ha bussar.".encode(), "brev.txt")


def test_a_bare_head_is_a_mail_if_it_is_named_so() -> None:
    data = b"From: a@b.example\nSubject: Inspel\n\nFler bussar."
    assert opened(data, "brev.eml").body.text == "Fler bussar."


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_damage_ends_in_a_parcel_or_a_refusal(data: st.DataObject) -> None:
    whole = mail("Hej\n> a\n-- \nb", ("a.txt", b"x"), html="<p>Hej<br>du</p>", mails=[mail()])
    cut = data.draw(st.integers(0, len(whole)))
    broken = bytearray(whole[:cut] if data.draw(st.booleans()) else whole)
    for _change in range(data.draw(st.integers(0, 20))):
        if broken:
            broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    outcome = outcome_of(bytes(broken))
    if isinstance(outcome, Parcel):
        assert all(isinstance(leaf, Packed) for leaf in outcome.leaves())
    else:
        assert outcome.message


@pytest.mark.parametrize(
    "data",
    [
        b"From: a\nMIME-Version: 1.0\n" + b"X: y\n" * 50_000 + b"\nhej",
        b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nhej",
        b"MIME-Version: 1.0\nTo: " + b"a@b.example, " * 100_000 + b"\n\nhej",
        b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + b"<div>" * 50_000 + b"hej",
        b"MIME-Version: 1.0\n\n" + b"> " * 200_000 + b"hej",
        b"MIME-Version: 1.0\n\n" + b"Den 1 juni skrev " * 40_000,
        b"MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n" + b64encode(bytes(500_000)),
        b"MIME-Version: 1.0\n"
        + b"".join(
            b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(2000)
        ),
    ],
    ids=["headers", "words", "recipients", "html", "quotes", "attribution", "zeros", "boundaries"],
)
def test_huge_mails_are_opened_or_refused_in_time(data: bytes) -> None:
    outcome = outcome_of(data)
    assert isinstance(outcome, Parcel) or outcome.advice
