"""Mails that are no inspel told from those that are."""

import pytest

from inspel_app.domain.parcel import Mail, MailKind
from inspel_app.reading.parcels import open_parcel
from tests.mails import mail


def opened(data: bytes, name: str = "a.eml") -> Mail:
    parcel = open_parcel(data, name)
    assert isinstance(parcel, Mail)
    return parcel


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (MailKind.AUTO_REPLY, mail("Åter den 1 augusti.", Subject="Autosvar: Inspel")),
        (MailKind.AUTO_REPLY, mail("Åter i augusti.", Auto_Submitted="auto-replied (vacation)")),
        (MailKind.AUTO_REPLY, mail("Hej! Jag är på semester till augusti.")),
        (MailKind.BOUNCE, mail("Fel", From="MAILER-DAEMON@a.example", Subject="Undelivered Mail")),
        (
            MailKind.BOUNCE,
            mail(
                "Det gick inte att leverera till info@byn.example.",
                From="Microsoft Outlook <MicrosoftExchange329e71ec88ae@region.example>",
                Subject="Det går inte att leverera: Inbjudan",
            ),
        ),
        (
            MailKind.ORDINARY,
            mail(
                "Posten måste fram i byarna.",
                From="Microsoft Outlook <anna@byn.example>",
                Subject="Brev som inte går att leverera",
            ),
        ),
        (MailKind.INVITATION, mail("Möte").replace(b"text/plain", b"text/calendar")),
        (MailKind.SPAM, mail("Stort erbjudande! Klicka här. Avregistrera dig.", Subject="Vinn")),
        (MailKind.SPAM, mail("Billiga lån", X_Spam_Flag="YES")),
        (MailKind.SPAM, mail("Webbinarium om er strategi. Klicka här.", List_Unsubscribe="<x>")),
        (MailKind.QUESTION, mail("Hej! När är sista dag att lämna inspel?")),
        (MailKind.COURTESY, mail("Tack!\n\n> Vi har tagit emot ert inspel.")),
        (MailKind.ORDINARY, mail("Jag är på semester men vill lämna vårt inspel: fler bussar.")),
        (MailKind.EMPTY, mail(" ")),
        (
            MailKind.AUTO_REPLY,
            mail("I will be out of the office and will respond when I return.", Subject="Re: RUS"),
        ),
        (MailKind.AUTO_REPLY, mail("Åter i maj.", Subject="Anna Ek/MALA is out of the office.")),
        (MailKind.AUTO_REPLY, mail("Luettiin 3.6.2025.", Subject="Luettu: Inbjudan")),
        (
            MailKind.AUTO_REPLY,
            mail("Ert ärende har nummer 47. Detta är ett automatiskt meddelande.", Subject="47"),
        ),
        (
            MailKind.ORDINARY,
            mail("Detta är ett automatiskt meddelande från formuläret.\nSynpunkter: Mer buss."),
        ),
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


def test_a_report_of_delivery_is_a_bounce() -> None:
    data = (
        b"From: post@a.example\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n"
        b"--x\n\nGick inte.\n--x\nContent-Type: message/delivery-status\n\nAction: failed\n--x--\n"
    )
    assert opened(data).envelope.kind is MailKind.BOUNCE
