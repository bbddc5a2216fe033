"""Older mails inside a mail: passed on or replied to, in the words of many mail programs."""

import pytest

from inspel_app.domain.document import Role
from inspel_app.domain.parcel import Mail
from inspel_app.reading.parcels import open_parcel
from tests.mails import mail

POINT = "Fler bussar behövs på kvällarna."
REPLIED = "Vi bjuder in er att lämna inspel."


def opened(data: bytes) -> Mail:
    parcel = open_parcel(data, "a.eml")
    assert isinstance(parcel, Mail)
    return parcel


def text_of(parcel: Mail, role: Role) -> str:
    return "\n".join(block.text for block in parcel.body.blocks if block.role is role)


def passed_on(head: str, subject: str = "VB: Inspel", sender: str = "eva@region.example") -> Mail:
    text = f"Till diariet.\n\n{head}\n\n{POINT}\n"
    return opened(mail(text, From=sender, To="diarium@region.example", Subject=subject))


@pytest.mark.parametrize(
    ("subject", "head"),
    [
        ("VB: I", "Från: K <k@byn.example>\nSkickat: den 12 juni 2025 14:03\nTill: R\nÄmne: I"),
        ("FW: I", "From: K <k@byn.example>\nSent: June 12, 2025 2:03 PM\nTo: R\nSubject: I"),
        (
            "VL: I",
            (
                "Lähettäjä: K <k@byn.example>\nLähetetty: torstai 12. kesäkuuta 2025 14.03\n"
                "Vastaanottaja: R\nAihe: I"
            ),
        ),
        ("VS: I", "Fra: K <k@byn.example>\nSendt: torsdag 12. juni 2025 14:03\nTil: R\nEmne: I"),
        (
            "Fwd: I",
            (
                "-------- Forwarded Message --------\nSubject: \tI\n"
                "Date: \tThu, 12 Jun 2025 14:03:00 +0200\nFrom: \tK <k@byn.example>\nTo: \tR"
            ),
        ),
        (
            "VB: I",
            (
                "Från: K <k@byn.example>\nSkickat: den 12 juni 2025 14:03\nTill: R\nÄmne: I\n"
                "Prioritet: Hög\nBifogade filer: a.docx"
            ),
        ),
        (
            "Inspel",
            (
                "-----Ursprungligt meddelande-----\nFrån: K <k@byn.example>\n"
                "Skickat: den 12 juni 2025 14:03\nTill: R\nÄmne: I"
            ),
        ),
    ],
    ids=["sv", "en", "fi", "no", "thunderbird", "more-lines", "no-mark"],
)
def test_finds_the_original_of_what_was_passed_on_within_the_authority(
    subject: str, head: str
) -> None:
    parcel = passed_on(head, subject)
    assert parcel.envelope.sender.email == "k@byn.example"
    assert parcel.envelope.arrived == "2025-06-12T14:03:00+02:00"
    assert text_of(parcel, Role.BODY) == POINT


def test_a_part_of_the_authoritys_domain_is_the_authority() -> None:
    head = "Från: K <k@byn.example>\nSkickat: den 12 juni 2025 14:03\nTill: R\nÄmne: I"
    parcel = passed_on(head, sender="eva@trafik.region.example")
    assert parcel.envelope.sender.email == "k@byn.example"


def test_what_was_passed_on_twice_within_the_authority_is_followed_to_the_bottom() -> None:
    parcel = passed_on(
        "Från: Bo <bo@region.example>\nSkickat: den 13 juni 2025 09:00\nTill: Eva\nÄmne: VB: I\n\n"
        "Kan du ta detta?\n\n"
        "Från: K <k@byn.example>\nSkickat: den 12 juni 2025 14:03\nTill: Bo\nÄmne: I"
    )
    assert parcel.envelope.arrived == "2025-06-12T14:03:00+02:00"
    assert text_of(parcel, Role.BODY) == POINT
    assert "Kan du ta detta?" in text_of(parcel, Role.QUOTED)


def test_who_sent_it_may_have_a_copy_when_it_is_passed_on() -> None:
    head = "Från: K <k@byn.example>\nSkickat: den 12 juni 2025 14:03\nTill: R\nÄmne: I"
    parcel = opened(
        mail(
            f"Till diariet.\n\n{head}\n\n{POINT}\n",
            From="eva@region.example",
            To="diarium@region.example",
            Cc="k@byn.example",
            Subject="VB: I",
        )
    )
    assert parcel.envelope.sender.email == "k@byn.example"


def test_a_colleague_in_copy_does_not_make_a_sender_from_outside_the_authority() -> None:
    parcel = opened(
        mail(
            f"Vårt svar.\n\nFrån: P <p@annan.example>\nSkickat: den 1 juni 2025 14:03\n"
            f"Till: A\nÄmne: Utkast\n\n{POINT}\n",
            Cc="kollega@byalaget.example",
            Subject="VB: Utkast",
        )
    )
    assert parcel.envelope.sender.email == "anna.ek@byalaget.example"


@pytest.mark.parametrize(
    ("subject", "quote"),
    [
        (
            "VS: Inbjudan",
            (
                "Lähettäjä: R <r@region.example>\nLähetetty: tiistai 3. kesäkuuta 2025 9.12\n"
                f"Vastaanottaja: Anna\nAihe: Inbjudan\n\n{REPLIED}"
            ),
        ),
        (
            "SV: Inbjudan",
            f"Fra: R <r@region.example>\nSendt: 3. juni 2025 09:12\nTil: A\nEmne: I\n\n{REPLIED}",
        ),
        (
            "Re: Inbjudan",
            (
                "Den tis 3 juni 2025 kl 09:12 skrev Regional utveckling <\n"
                f"r@region.example>:\n\n> {REPLIED}"
            ),
        ),
        ("Re: Inbjudan", f"3 juni 2025 kl. 09:12 skrev R <r@region.example>:\n\n{REPLIED}"),
        ("Vs: Inbjudan", f"ti 3.6.2025 klo 9.12 R (r@region.example) kirjoitti:\n\n> {REPLIED}"),
    ],
    ids=["fi-head", "no-head", "two-lines", "unmarked", "fi"],
)
def test_tells_what_is_replied_to(subject: str, quote: str) -> None:
    parcel = opened(mail(f"{POINT}\n\n{quote}\n", Subject=subject))
    assert text_of(parcel, Role.BODY) == POINT
    assert REPLIED in text_of(parcel, Role.QUOTED)


def test_a_letter_may_begin_with_a_head_of_its_own() -> None:
    head = "Från: Byalaget\nTill: Regionen\nDatum: 2025-06-10\nÄmne: Inspel"
    parcel = opened(mail(f"{head}\n\n{POINT}\n"))
    assert POINT in text_of(parcel, Role.BODY)


def test_answers_said_to_stand_below_are_the_senders_own() -> None:
    parcel = opened(
        mail(
            "Hej! Se våra svar i rött nedan.\n\nFrån: R <r@region.example>\n"
            f"Skickat: den 3 juni 2025 09:12\nTill: A\nÄmne: I\n\nVad saknas?\n{POINT}\n",
            Subject="SV: I",
        )
    )
    assert POINT in text_of(parcel, Role.BODY)
