"""Times by the authority's clock."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.clock import HOME, at_home, shown

_ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))


@pytest.mark.parametrize(
    ("moment", "seen"),
    [
        ("2025-06-12T12:05:59+00:00", "2025-06-12 14.05"),
        ("2025-12-12T12:05:00+00:00", "2025-12-12 13.05"),
        ("2025-06-12T23:30:00+01:00", "2025-06-13 00.30"),
    ],
)
def test_a_time_is_shown_as_swedish_clocks_have_it(moment: str, seen: str) -> None:
    assert shown(moment) == seen


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)), _ZONES)  # noqa: DTZ001 - the bounds have the zone of `timezones`
def test_in_which_zone_it_was_written_is_the_same(moment: datetime, zone: timezone) -> None:
    elsewhere = moment.astimezone(zone).isoformat()
    assert shown(elsewhere) == shown(moment.isoformat())
    assert at_home(elsewhere) == moment
    assert at_home(elsewhere).tzinfo is HOME
