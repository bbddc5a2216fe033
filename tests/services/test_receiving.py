"""The time of receipt set by hand: lateness and versions follow, and it can be undone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from inspel_app.errors import UsageError
from inspel_app.services.receiving import moment_of, set_received
from inspel_app.services.respondents import correct
from inspel_app.services.rounds import new_round
from inspel_app.store.project import Project
from tests.services.test_kinship import CARE, ROADS, TRAINS, inspel


@pytest.fixture
def round_(tmp_path: Path) -> Iterator[Project]:
    with new_round(tmp_path / "r.inspel", deadline=date(2025, 6, 15)) as project:
        with project.action("Läs in"):
            project.add_submission(inspel("a.docx", "Malå kommun", TRAINS, CARE), {})
            project.add_submission(inspel("b.docx", "Malå kommun", TRAINS, ROADS, CARE), {})
        yield project


@pytest.mark.parametrize(
    ("moment", "received", "late"),
    [
        (datetime.fromisoformat("2025-06-15 23:59"), "2025-06-15T23:59:00+02:00", False),
        (datetime.fromisoformat("2025-06-16"), "2025-06-16T00:00:00+02:00", True),
        (datetime(2025, 6, 15, 22, tzinfo=UTC), "2025-06-16T00:00:00+02:00", True),
    ],
)
def test_lateness_follows_the_time_that_is_set(
    round_: Project, moment: datetime, received: str, *, late: bool
) -> None:
    dated = set_received(round_, 1, moment, "anna")
    assert (dated.received, dated.late) == (received, late)
    assert (round_.submissions()[0].received, round_.submissions()[0].late) == (received, late)
    assert round_.log()[-1].by == "anna"
    round_.undo()
    assert (round_.submissions()[0].received, round_.submissions()[0].late) == (None, False)


def test_a_wrong_time_can_be_taken_away(round_: Project) -> None:
    set_received(round_, 1, datetime(2025, 7, 1, tzinfo=UTC))
    assert set_received(round_, 1, None).received is None
    assert not round_.submissions()[0].late


def test_which_version_is_the_later_follows_the_time(round_: Project) -> None:
    set_received(round_, 1, datetime(2025, 6, 10, tzinfo=UTC))
    set_received(round_, 2, datetime(2025, 6, 1, tzinfo=UTC))
    first, second = round_.submissions()
    assert (first.replaces, second.replaces) == (second.id, None)


def test_kinship_follows_who_sent_it(round_: Project) -> None:
    correct(round_, 2, {"organisation": "Åsele kommun"})
    assert {s.replaces for s in round_.submissions()} == {None}
    assert len({s.campaign for s in round_.submissions()} - {None}) == 1
    round_.undo()
    correct(round_, 1, {"unit": "Kansliet"})
    assert {s.campaign for s in round_.submissions()} == {None}


def test_there_must_be_such_an_inspel(round_: Project) -> None:
    with pytest.raises(UsageError):
        set_received(round_, 9, None)


@pytest.mark.parametrize(
    "text", ["0001-01-01", "1899-12-31 23.59", "2201-01-01", "9999-12-31", "igår"]
)
def test_what_is_no_time_of_these_centuries_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="ingen tid"):
        moment_of(text)


@pytest.mark.parametrize("text", ["1900-01-01", "2025-06-17 21.14", "2200-12-31 23.59"])
def test_times_of_these_centuries_are_taken(text: str) -> None:
    moment = moment_of(text)
    assert moment is not None
    assert f"{moment:%Y-%m-%d %H.%M}".startswith(text)


def test_a_time_is_written_with_colons_or_points_or_not_at_all() -> None:
    assert moment_of("") is None
    assert moment_of("2025-06-17 21.14") == moment_of("2025-06-17 21:14")
