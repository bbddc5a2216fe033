"""Mails opened: their text parted, their files taken out, their senders and times read."""

import re
from base64 import b64encode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.domain.document import Role
from inspel_app.domain.parcel import Mail, MailKind, Packed, Parcel
from inspel_app.errors import UnreadableError
from inspel_app.reading.mail_charset import clean
from inspel_app.reading.parcels import is_parcel, open_parcel
from tests.mails import mail


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


def test_an_address_with_bytes_that_are_no_letters_can_be_kept() -> None:
    sender = opened(mail("Hej!").replace(b"anna.ek@", b"anna.\xe5k@")).envelope.sender
    assert sender.email == "anna.åk@byalaget.example"


def test_a_name_may_hold_a_comma_in_its_code() -> None:
    data = mail(From=None)
    coded = b"From: =?utf-8?q?Sj=C3=B6vall=2C_Gun?= <post@a.example>\r\n"
    sender = opened(coded + data).envelope.sender
    assert (sender.name, sender.email) == ("Sjövall, Gun", "post@a.example")


@pytest.mark.parametrize(
    ("given", "replies", "sender"),
    [
        ('"Åberg, Örjan" <orjan.aberg@a.example>', None, ("Örjan Åberg", "orjan.aberg@a.example")),
        ('"Malå kommun, Kansliet" <mala@a.example>', None, ("Malå kommun, Kansliet", None)),
        (
            "Anna Ek via Samverkan <lista@b.example>",
            "anna@a.example",
            ("Anna Ek", "anna@a.example"),
        ),
        ("Anna via Lista <l@b.example>", "Anna Ek <e@a.example>", ("Anna Ek", "e@a.example")),
        ("Formulär <no-reply@b.example>", "Anna Ek <e@a.example>", ("Anna Ek", "e@a.example")),
        ("Anna Ek <anna@a.example>", "Kansliet <k@a.example>", ("Anna Ek", "anna@a.example")),
        ("anna@a.example (Anna Ek)", None, ("Anna Ek", "anna@a.example")),
    ],
)
def test_who_wrote_is_the_sender(
    given: str, replies: str | None, sender: tuple[str, str | None]
) -> None:
    head = f"From: {given}\r\n" + (f"Reply-To: {replies}\r\n" if replies else "")
    found = opened(head.encode() + mail(From=None)).envelope.sender
    assert (found.name, found.email) == (sender[0], sender[1] or "mala@a.example")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_a_file_keeps_its_name_whatever_bytes_it_is_in(encoding: str) -> None:
    data = mail("Hej!", ("NAMN.txt", b"Ett svar."))
    parcel = opened(data.replace(b'"NAMN.txt"', '"Åsele svar.txt"'.encode(encoding)))
    assert names(parcel) == ["Åsele svar.txt"]


def test_soft_line_breaks_with_spaces_behind_them_are_undone() -> None:
    head = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"
    body = head + b"\r\n\r\nVi vill ha fler b=C3=A5tar och= \t\r\n f=C3=A4rjor =3D bra.\r\n"
    whole = mail(None).rstrip() + b"\r\n" + body
    assert text_of(opened(whole), Role.BODY) == "Vi vill ha fler båtar och färjor = bra."


@pytest.mark.parametrize(
    "last",
    [
        "Lähetetty iPhonesta",
        "Skickades från Yahoo Mail på Android",
        "Skickat via mobilen",
        "Von meinem iPhone gesendet",
        "_______________________\nSamverkan mailing list\nhttps://lists.example/samverkan",
    ],
)
def test_what_a_device_or_a_list_adds_is_no_answer(last: str) -> None:
    parcel = opened(mail(f"Vi vill ha fler bussar.\n\n{last}\n"))
    assert text_of(parcel, Role.BODY) == "Vi vill ha fler bussar."
    added = f"{text_of(parcel, Role.SIGNATURE)}{text_of(parcel, Role.QUOTED)}"
    assert added.split() == last.split()


def test_files_written_into_the_text_are_taken_out() -> None:
    lines = "begin 644 svar.txt\n#86)C\n`\nend"
    parcel = opened(mail(f"Hej! Bifogat.\n\n{lines}\n"))
    assert names(parcel) == ["svar.txt"]
    assert text_of(parcel, Role.BODY) == "Hej! Bifogat."


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


@pytest.mark.parametrize("plain", [None, "Vi vill inte ha bussar.\n"])
def test_takes_no_struck_text_for_live(plain: str | None) -> None:
    html = (
        "<p>Vi vill <s>inte</s> ha <span style='text-decoration: line-through'>tåg och </span>"
        "bussar.</p><blockquote type=cite><p>Er <del>gamla</del> fråga</p></blockquote>"
    )
    parcel = opened(mail(plain, html=html))
    assert text_of(parcel, Role.BODY) == "Vi vill ha bussar."
    assert text_of(parcel, Role.QUOTED) == "Er gamla fråga"
    assert [b.text for b in parcel.body.blocks if b.role is Role.STRAY] == ["inte", "tåg och"]
    assert [problem.code for problem in parcel.problems] == ["struken-text"]


def test_hidden_text_is_no_answer_and_is_not_lost() -> None:
    html = (
        "<div style='display: none'>Nytt brev från byn &zwnj;&nbsp;</div><p>Vi vill ha bussar.</p>"
        "<span style='mso-hide:all'>&zwnj;&nbsp;</span><p hidden>Och en <b>järnväg</b> dit.</p>"
        "<blockquote type=cite><p hidden>gammalt</p></blockquote>"
    )
    parcel = opened(mail(None, html=html))
    assert text_of(parcel, Role.BODY) == "Vi vill ha bussar."
    hidden = [b.text.rstrip("\u200c ") for b in parcel.body.blocks if b.role is Role.STRAY]
    assert hidden == ["Nytt brev från byn", "Och en järnväg dit."]
    assert parcel.problems == ()


def test_what_is_filled_in_in_a_form_of_a_mail_is_its_text() -> None:
    html = (
        "<p>Behov: <input value='bredband i alla byar'>, tack</p><input type=hidden value=spår>"
        "<p>Var? <select><option>Syd<option selected>Norr</select></p><input hidden value=gömt>"
        "<p><input type=checkbox checked> Ja</p><textarea>Rad ett\nRad två</textarea>"
    )
    wanted = "Behov: bredband i alla byar , tack\nVar? Norr\n☒ Ja\nRad ett\nRad två"
    parcel = opened(mail(None, html=html))
    assert text_of(parcel, Role.BODY) == wanted
    assert text_of(parcel, Role.STRAY) == ""


def test_flowed_lines_are_put_together() -> None:
    data = mail("x").replace(b'charset="utf-8"', b'charset="utf-8"; format=flowed')
    data = data.replace(b"\r\n\r\nx", b"\r\n\r\nVi vill att \r\nbussen \r\nstannar.\r\nAlltid.")
    assert opened(data).body.text == "Vi vill att bussen stannar.\nAlltid."
    split = data.replace(b"format=flowed", b"format=flowed; delsp=yes")
    split = split.replace(b"bussen \r\nst", b"bus \r\nsen  \r\nst").replace(b"att \r", b"att  \r")
    assert opened(split).body.text == "Vi vill att bussen stannar.\nAlltid."


def test_a_mail_may_say_all_in_its_subject() -> None:
    mail_ = opened(mail(" ", Subject="Vi vill ha tågstopp i Hällnäs"))
    assert mail_.envelope.kind is MailKind.ORDINARY
    assert [block.text for block in mail_.body.blocks] == ["Vi vill ha tågstopp i Hällnäs"]
    assert opened(mail(" ", Subject="SV: Vi vill ha svar")).envelope.kind is MailKind.EMPTY


@pytest.mark.parametrize(
    ("subject", "text", "said", "kept"),
    [
        ("Rusta banan till Storuman", "Hej!\n\nMvh\nKalle Ek", "Rusta banan till Storuman", ""),
        ("Rusta banan till Storuman", "Tack på förhand!", "Rusta banan till Storuman", ""),
        ("Mer pengar till vägarna", "Tack för hjälpen!", "Mer pengar till vägarna", ""),
        ("Rusta banan till Storuman", "Se ämnesraden.", "Rusta banan till Storuman", ""),
        ("Inspel: rusta banan till Storuman", "", "Inspel: rusta banan till Storuman", ""),
        ("Rusta banan till Storuman", "Fler bussar också.", "", "Rusta banan till Storuman"),
        ("Inspel till RUS", "", "", "Inspel till RUS"),
        ("Inspel till RUS", "Fler bussar.", "", ""),
        ("Aktualisering av utvecklingsstrategin, dnr 1", "Fler bussar.", "", ""),
        ("SV: Rusta banan till Storuman", "Fler bussar.", "", ""),
    ],
)
def test_a_subject_is_the_answer_where_nothing_else_is_and_kept_where_it_says_more(
    subject: str, text: str, said: str, kept: str
) -> None:
    parcel = opened(mail(text, Subject=subject))
    assert text_of(parcel, Role.BODY).partition("\n")[0] == (said or text)
    assert text_of(parcel, Role.QUOTED) == kept


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
    *_, deepest, unopened = parcel.parcels()
    assert isinstance(deepest, Mail)
    assert deepest.body.text == "Lager"
    assert not isinstance(unopened, Mail)
    assert [problem.code for problem in unopened.problems] == ["for-djupt"]


def test_a_file_in_the_deepest_mail_that_is_opened_is_there() -> None:
    data = mail("Botten", ("brev.txt", b"Ett brev."))
    for _level in range(8):
        data = mail("Lager", mails=[data])
    assert [leaf.data for leaf in opened(data).leaves()] == [b"Ett brev."]


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
