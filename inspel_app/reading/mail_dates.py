"""When a mail was sent, in the many ways in which mail programs write it."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime

from inspel_app.domain.clock import HOME

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_ZONES = {"WEST": 1, "BST": 1, "CET": 1, "MET": 1, "CEST": 2, "MEST": 2, "EET": 2, "EEST": 3}
"""Hours before Greenwich; the zones of America are known to the standard library."""

_NAMED_ZONE = re.compile(rf"\b({'|'.join(_ZONES)})\b\W*$")
_UNKNOWN_ZONE = re.compile(r"-0000\b")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?(?:Z|[+-]\d\d:?\d\d)?")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan tammikuuta",
            "februari february feb helmikuuta",
            "mars march mar maaliskuuta",
            "april apr huhtikuuta",
            "maj may toukokuuta",
            "juni june jun kesäkuuta",
            "juli july jul heinäkuuta",
            "augusti august aug elokuuta",
            "september sept sep syyskuuta",
            "oktober october okt oct lokakuuta",
            "november nov marraskuuta",
            "december dec joulukuuta",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<day>\d{{1,2}})\.?\s+{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})",
        r"\b(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})\b",
    )
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.]\d\d)?\s*(?P<half>[AP]M|[ef]m\b)?", re.IGNORECASE
)
_NOON = 12


def header_date(value: str) -> datetime | None:
    """The time that a Date header gives; None if it gives none that can be."""
    value = " ".join(value.split())[:200]
    value = _NAMED_ZONE.sub(lambda zone: f"+{_ZONES[zone[1]]:02}00", value)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return _iso_date(value)
    return _aware(moment, UTC if _UNKNOWN_ZONE.search(value) else HOME)


def arrivals(received: Iterable[str]) -> list[datetime]:
    """When each server got the mail, the last first: each puts its line above the others."""
    dates = (header_date(line.rpartition(";")[2]) for line in received)
    return [moment for moment in dates if moment is not None]


def written_date(value: str) -> datetime | None:
    """The time in a line such as "Skickat: den 12 juni 2025 14:03" of a mail passed on."""
    value = " ".join(value.split())[:200]
    for pattern in _WRITTEN:
        if found := pattern.search(value):
            return _written(found, value)
    return _iso_date(value) or header_date(value)


def _written(found: re.Match[str], value: str) -> datetime | None:
    clock = _CLOCK.search(value, found.end()) or _CLOCK.search(value[: found.start()])
    hour = int(clock["hour"]) if clock else 0
    if clock and clock["half"]:
        hour = hour % _NOON + (_NOON if clock["half"].casefold() in {"pm", "em"} else 0)
    minute = int(clock["minute"]) if clock else 0
    written = found["month"].casefold()
    month = int(written) if written.isdecimal() else _MONTHS[written]
    try:
        moment = datetime(int(found["year"]), month, int(found["day"]), hour, minute, tzinfo=HOME)
    except ValueError:
        return None
    return _aware(moment, HOME)


def _iso_date(value: str) -> datetime | None:
    found = _ISO.search(value)
    try:
        return _aware(datetime.fromisoformat(found.group()), HOME) if found else None
    except ValueError:
        return None


def _aware(moment: datetime, zone: tzinfo) -> datetime | None:
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
