"""What is sent on by others: mails, letters below other words, and what a registrar brings."""

from dataclasses import replace

import pytest

from inspel_app.domain.document import Block, Role
from inspel_app.domain.form import FormTemplate
from inspel_app.domain.parcel import Address, Envelope
from inspel_app.reading.mail_dates import header_date
from tests.forms.test_assemble import AUTHORITY, POINT, SENDER, WHEN, Post, answers, listed, names


@pytest.fixture
def post(template: FormTemplate) -> Post:
    return Post(template)


def test_a_mail_passed_on_within_the_authority_is_the_original(post: Post) -> None:
    form = post.form("a.docx", "Malå kommun", a1_1="Fler bostäder behövs i byarna.")
    inner = post.mail(form)
    clerk = Address("Eva", "eva@region.example")
    outer = post.mail(
        inner,
        text=("Kan du diarieföra det här inspelet som kom i går kväll?",),
        envelope=Envelope(
            "VB", clerk, (AUTHORITY,), header_date("Mon, 23 Jun 2025 09:00:00 +0200")
        ),
    )
    (submission,) = post.inspel(outer)
    assert submission.received == "2025-06-17T21:14:05+02:00"
    assert submission.respondent.email == SENDER.email
    assert names(submission) == ["m2.eml", "m1.eml", "a.docx"]
    assert listed(submission)[-1].startswith("Kan du diarieföra")


def test_a_mail_passed_on_twice_within_the_authority_came_when_the_first_did(post: Post) -> None:
    house = (Address("", "registrator@region.example"), Address("", "eva@region.example"))
    first = post.mail(text=("Hej!", POINT))
    later = [header_date(f"Wed, {day} Jun 2025 08:00:00 +0200") for day in (18, 19)]
    once = post.mail(
        first,
        text=("För diarieföring.",),
        envelope=Envelope("VB", house[0], (AUTHORITY,), later[0]),
    )
    twice = post.mail(
        once, text=("FYI",), envelope=Envelope("VB", house[1], (AUTHORITY,), later[1])
    )
    (submission,) = post.inspel(twice)
    assert submission.received == "2025-06-17T21:14:05+02:00"
    assert listed(submission) == ["För diarieföring.", "FYI"]


@pytest.mark.parametrize(
    ("words", "senders"),
    [(POINT, ["Anna Ek", "Ida Lo"]), ("Bifogat finner ni ett brev.", ["Ida Lo"])],
)
def test_a_letter_under_a_senders_words_is_an_inspel_of_its_own(
    post: Post, words: str, senders: list[str]
) -> None:
    writer = Envelope("Buss", Address("Ida Lo", "ida@hemma.example"), (AUTHORITY,), WHEN)
    letter = "Bussen går för sällan, säger vi i byn."
    mail = post.mail(text=(words,), roles=((letter, Role.QUOTED),))
    own, other = mail.body.blocks
    blocks = (replace(own, role=Role.QUOTED), replace(other, role=Role.BODY))
    below = replace(mail, envelope=writer, body=replace(mail.body, blocks=blocks))
    found = post.inspel(replace(mail, below=below))
    assert [one.respondent.contact for one in found] == senders
    assert [answer.text for answer in found[-1].answers] == [letter]
    assert [u.text for one in found for u in one.unplaced] == [words] * (len(senders) == 1)
    assert len({one.id for one in found}) == len(found)
    assert [p.code for p in found[-1].problems] == ["vidaresant-brev"]


@pytest.mark.parametrize("organisation", ["Byns förening", "Byns kommun"])
def test_the_files_of_a_letter_passed_on_are_its_writers_unless_they_tell_otherwise(
    post: Post, organisation: str
) -> None:
    writer = Envelope("Buss", Address("Ida Lo", "ida@hemma.example"), (AUTHORITY,), WHEN)
    sender = Envelope("VB: Buss", Address("Byns kommun", "info@by.example"), (AUTHORITY,), WHEN)
    form = post.form("a.docx", organisation, a1_1="Bygg vägar.")
    mail = post.mail(
        form, text=(POINT,), roles=(("Här är vårt inspel.", Role.QUOTED),), envelope=sender
    )
    own, other = mail.body.blocks
    blocks = (replace(own, role=Role.QUOTED), replace(other, role=Role.BODY))
    below = replace(mail, items=(), envelope=writer, body=replace(mail.body, blocks=blocks))
    found = post.inspel(replace(mail, below=below))
    said = {one.respondent.organisation: list(answers(one).values()) for one in found}
    if organisation == "Byns kommun":
        assert said["Byns kommun"] == ["Bygg vägar.", POINT]
    else:
        assert said == {"Byns kommun": [POINT], "Byns förening": ["Bygg vägar."]}


def test_a_mail_passed_on_within_another_house_came_with_the_last(post: Post) -> None:
    draft = post.mail(text=("Hej!", POINT), envelope=Envelope("Utkast", SENDER, (SENDER,), WHEN))
    sent = header_date("Thu, 19 Jun 2025 08:00:00 +0200")
    whole = post.mail(draft, text=("Hej!",), envelope=Envelope("VB", SENDER, (AUTHORITY,), sent))
    assert [s.received for s in post.inspel(whole)] == ["2025-06-19T08:00:00+02:00"]


@pytest.mark.parametrize(
    ("organisation", "email"), [("Byns förening", ""), ("Kommunen", SENDER.email)]
)
def test_who_only_passes_a_form_on_lends_it_no_address(
    post: Post, organisation: str, email: str
) -> None:
    form = post.form("a.docx", organisation, a1_1=POINT)
    envelope = Envelope("VB: Inspel", replace(SENDER, name="Kommunen"), (AUTHORITY,), WHEN)
    (submission,) = post.inspel(post.mail(form, text=("Hej!",), envelope=envelope))
    assert submission.respondent.organisation == organisation
    assert submission.respondent.email == email


def test_letters_that_the_authority_brings_itself_are_an_inspel_each(post: Post) -> None:
    letters = [
        post.file(
            f"{n}.txt", Block(f"Jag tycker att vägen till by {n} måste asfalteras."), Block(who)
        )
        for n, who in enumerate(("Alva Norberg", "Norra byalaget", "Inga Gran, Botsmark"))
    ]
    clerk = Envelope("Brev", Address("Registrator", "reg@region.example"), (AUTHORITY,), WHEN)
    found = post.inspel(post.mail(*letters, text=("Inkomna brev.",), envelope=clerk))
    assert [names(s)[1:] for s in found] == [["0.txt"], ["1.txt"], ["2.txt"]]
    assert [s.respondent.organisation for s in found] == ["", "Norra byalaget", ""]
    assert not any(s.respondent.email for s in found)
