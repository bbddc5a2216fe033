"""Letters that somebody passed on to the authority: whose they are, and what of them is read."""

import pytest

from inspel_app.domain.document import Role
from tests.mails import mail
from tests.reading.test_mail_heads import POINT, opened, text_of

HEAD = "Från: Ida Lo <ida@hemma.example>\nSkickat: den 4 juni 2025 20:11\nTill: K\nÄmne: Buss"
SENDERS = ("info@kommunen.example", "eva@region.example")
COVERS = (
    "Hej, skickar vidare.",
    "FYI",
    "",
    (
        "Hej!\nDetta inkom till oss men rör er strategi. Vi skickar det vidare för handläggning.\n"
        "\nMed vänlig hälsning\nRegistrator\nKommunen"
    ),
    "För kännedom.\nRegistrator",
    "Hej! Se nedan från en invånare.\n\nMvh\nMedborgarservice",
)


def quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


@pytest.mark.parametrize("marked", [False, True], ids=["plain", "quoted"])
@pytest.mark.parametrize("sender", SENDERS)
@pytest.mark.parametrize("cover", COVERS)
def test_a_letter_passed_on_is_its_writers(
    cover: str,
    sender: str,
    marked: bool,  # noqa: FBT001 - a parameter
) -> None:
    letter = f"{HEAD}\n\n{POINT}\n\nIda Lo"
    text = f"{cover}\n\n{quoted(letter) if marked else letter}\n"
    parcel = opened(mail(text, From=sender, Subject="VB: Buss"))
    assert text_of(parcel, Role.BODY) == f"{POINT}\nIda Lo"
    assert parcel.envelope.sender.email == "ida@hemma.example"


def test_what_another_authority_passes_on_came_when_they_sent_it() -> None:
    outer = opened(mail(POINT, From=SENDERS[0])).envelope.received
    parcel = opened(mail(f"FYI\n\n{HEAD}\n\n{POINT}\n", From=SENDERS[0], Subject="VB: Buss"))
    assert parcel.envelope.received == outer


@pytest.mark.parametrize("writer", ["Ida Lo <ida@hemma.example>", "Ida Lo"])
@pytest.mark.parametrize(
    "own",
    ["Vi instämmer i brevet nedan.", "Skickar vidare. Vi tycker att det är riktigt."],
)
def test_a_letter_under_words_of_the_senders_own_is_another_inspel(own: str, writer: str) -> None:
    head = HEAD.replace("Ida Lo <ida@hemma.example>", writer)
    text = f"{own}\n\nMvh\nEva\n\n{head}\n\n{POINT}\n\nMvh\nIda Lo\n"
    parcel = opened(mail(text, From=SENDERS[0], Subject="VB: Buss"))
    assert parcel.envelope.sender.email == SENDERS[0]
    assert own in text_of(parcel, Role.BODY)
    assert POINT not in text_of(parcel, Role.BODY)
    below = parcel.below
    assert below is not None
    assert below.envelope.sender.name == "Ida Lo"
    assert below.envelope.received == parcel.envelope.received
    assert text_of(below, Role.BODY).split("\n")[0] == POINT
    assert below.body.text == parcel.body.text


@pytest.mark.parametrize(
    ("own", "letter"),
    [
        ("Vårt svar.", f"{HEAD}\n\n{POINT}\n"),
        ("Här är kommunens inspel.", f"{HEAD}\n\n{POINT}\n"),
        ("Se nedan som exempel. Vi vill ha färre blanketter.", f"{HEAD}\n\n{POINT}\n"),
        (
            "Vi är mycket trötta på alla blanketter.",
            f"{HEAD.replace('ida@', 'noreply@')}\n\n{POINT}\n",
        ),
        (
            "Vi håller med.",
            f"Från: Ida Lo\nSkickat: den 4 juni 2025\nTill: Eva Ek\nÄmne: Buss\n\n{POINT}\n",
        ),
        (
            "Vi instämmer.",
            f"{HEAD.replace('<ida@hemma.example>', '')}\n\n{POINT}\nIda, K.example\n",
        ),
    ],
)
def test_a_letter_that_the_sender_makes_theirs_is_one_inspel_with_theirs(
    own: str, letter: str
) -> None:
    sender = "Eva Ek <eva@k.example>"
    parcel = opened(mail(f"{own}\n\n{letter}", From=sender, Subject="VB: Buss"))
    assert parcel.envelope.sender.email == "eva@k.example"
    assert parcel.below is None
    assert {own, POINT} <= set(text_of(parcel, Role.BODY).split("\n"))


def test_who_is_told_that_a_letter_is_passed_on_has_written_it() -> None:
    text = f"Hej Ida! Tack, jag skickar det vidare till regionen.\n\n{HEAD}\n\n{POINT}\n"
    to = "ida@hemma.example, rus@region.example"
    parcel = opened(mail(text, From=SENDERS[0], To=to, Subject="SV: Buss"))
    assert parcel.envelope.sender.email == "ida@hemma.example"
    assert text_of(parcel, Role.BODY) == POINT


def test_an_invitation_passed_back_is_not_the_authoritys_inspel() -> None:
    head = HEAD.replace("ida@hemma.example", "rus@region.example")
    parcel = opened(mail(f"Hej!\n\n{head}\n\n{POINT}\n", From=SENDERS[0], Subject="VB: Buss"))
    assert parcel.envelope.sender.email == SENDERS[0]


def test_a_quotation_passed_on_without_head_is_read() -> None:
    parcel = opened(mail(f"Hej, skickar vidare.\n\n{quoted(POINT)}\n"))
    assert POINT in text_of(parcel, Role.BODY)


def test_an_answer_above_a_quotation_is_the_only_one() -> None:
    parcel = opened(mail(f"Jag vill ha en mack.\n\n{quoted(POINT)}\n", Subject="SV: Inspel"))
    assert text_of(parcel, Role.BODY) == "Jag vill ha en mack."


def test_questions_in_what_is_passed_on_stay_quoted() -> None:
    letter = "Från: Ida Lo <ida@hemma.example>\nTill: K\n\n> Vad tycker ni?\nDe är för få."
    parcel = opened(mail(f"FYI\n\n{quoted(letter)}\n", From=SENDERS[1], Subject="VB: Re: fråga"))
    assert text_of(parcel, Role.BODY) == "De är för få."


GMAIL = "---------- {rule} ---------\nFrån: {{who}}\n{head}: Olle Ek <olle@gmail.com>\n\n"
HEADS = (
    GMAIL.format(
        rule="Forwarded message", head="Date: ons 4 juni 2025 kl 20:11\nSubject: Buss\nTo"
    ),
    GMAIL.format(
        rule="Vidarebefordrat meddelande", head="Datum: 4 juni 2025 kl 20:11\nÄmne: Buss\nTill"
    ),
    "Från: {who}\nSkickat: den 4 juni 2025 20:11\nTill: Olle Ek <olle@gmail.com>\nÄmne: Buss\n",
)
SON = "Olle Ek <olle@gmail.com>"


@pytest.mark.parametrize("subject", ["Fwd: Buss", "Buss"])
@pytest.mark.parametrize("who", ["Ida Lo <ida@gmail.com>", "Ida Lo <ida@hemma.example>", "Ida Lo"])
@pytest.mark.parametrize("head", HEADS)
def test_a_letter_that_a_relative_brings_is_its_writers(head: str, who: str, subject: str) -> None:
    text = f"Hej!\nMin mamma bad mig skicka detta.\n\nMvh Olle\n\n{head.format(who=who)}\n{POINT}\n"
    parcel = opened(mail(text, From=SON, Subject=subject))
    assert parcel.envelope.sender.name == "Ida Lo"
    assert text_of(parcel, Role.BODY) == POINT
    assert parcel.below is None
    assert [problem.code for problem in parcel.problems] == ["vidaresant-brev"]


@pytest.mark.parametrize("subject", ["Fwd: Buss", "Buss"])
@pytest.mark.parametrize("head", HEADS)
def test_an_opinion_without_claims_above_a_letter_is_another_inspel(
    head: str, subject: str
) -> None:
    own = "Plogbilen kommer först vid tio.\nJag skickar vidare ett brev från min mamma."
    letter = f"{head.format(who='Ida Lo <ida@gmail.com>')}\n{POINT}\n"
    parcel = opened(mail(f"{own}\n\n{letter}", From=SON, Subject=subject))
    assert parcel.envelope.sender.email == "olle@gmail.com"
    assert text_of(parcel, Role.BODY) == own
    assert parcel.below is not None
    assert parcel.below.envelope.sender.email == "ida@gmail.com"
    assert text_of(parcel.below, Role.BODY) == POINT


def test_an_own_mail_passed_on_from_another_address_is_the_senders() -> None:
    head = HEADS[0].format(who="Olle Ek <olle@ek.example>")
    parcel = opened(mail(f"Hej, skickar igen.\n\n{head}\n{POINT}\n", From=SON, Subject="Fwd: Buss"))
    assert parcel.envelope.sender.email == "olle@gmail.com"
    assert POINT in text_of(parcel, Role.BODY)
    assert parcel.below is None


@pytest.mark.parametrize("cover", ["FYI", "Plogbilen kommer först vid tio."])
def test_a_letter_that_two_have_passed_on_is_its_writers(cover: str) -> None:
    first = HEADS[2].format(who=SON).replace(f"Till: {SON}", "Till: Eva Lo")
    letter = f"{HEADS[2].format(who='Ida Lo <ida@hotmail.com>')}\n{POINT}\n"
    text = f"{cover}\n\n{first}\nKan du skicka in det här åt mamma?\n/Olle\n\n{letter}"
    parcel = opened(mail(text, From="Eva Lo <eva@pro.example>", Subject="VB: VB: Buss"))
    found = parcel.below or parcel
    assert (found is parcel) == (cover == "FYI")
    assert found.envelope.sender.email == "ida@hotmail.com"
    assert text_of(found, Role.BODY) == POINT


def test_quoted_lines_under_a_rule_outside_the_quotation_are_passed_on() -> None:
    letter = quoted(f"Från: Ida Lo <ida@icloud.com>\nDatum: 4 juni 2025\nTill: Olle\n\n{POINT}")
    text = f"Från min bror\n\nVidarebefordrat brev:\n\n{letter}\n"
    parcel = opened(mail(text, From=SON, Subject="Fwd: Buss"))
    assert parcel.envelope.sender.email == "ida@icloud.com"
    assert text_of(parcel, Role.BODY) == POINT


def test_a_second_letter_below_is_told() -> None:
    letters = (HEADS[2].format(who=who) + f"\n{POINT}\n\n" for who in ("Ida Lo", "Bo Ås"))
    parcel = opened(
        mail("Två brev från mina grannar.\n\n" + "".join(letters), From=SON, Subject="VB: Buss")
    )
    assert parcel.envelope.sender.name == "Ida Lo"
    codes = [problem.code for problem in parcel.problems]
    assert codes == ["vidaresant-brev", "citerat-brev"]
