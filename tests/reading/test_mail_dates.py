"""When mails came in: by their dates, by the servers, and by whoever passed them on."""

from datetime import UTC, datetime

import pytest

from inspel_app.domain.document import Role
from inspel_app.reading.mail_dates import header_date, written_date
from tests.mails import mail
from tests.reading.test_mail import opened, text_of


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
