"""The overview's figures, of a small round of mails."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from inspel_app.domain.form import ActorType, Respondent, Status
from inspel_app.services.analysing import analyse
from inspel_app.services.figures import Day, Share, figures_of
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import finish
from inspel_app.services.rounds import Project, new_round
from inspel_app.services.workers import WorkerPool

MAIL = """From: {sender} <{n}@byn.example>
To: rus@region.example
Date: {day} Jun 2025 08:00:00 +0200
Subject: Synpunkter
Content-Type: text/plain; charset=utf-8

{text}

{sender}
"""
BUS = "Vi behöver en bussförbindelse till byn även på helgerna, annars kan ingen bo kvar här."
FIBER = "Fibernätet måste byggas ut till byarna, annars kan ingen arbeta på distans."
MAILS = (
    ("Malå kommun", 12, BUS),
    ("Byaföreningen Framåt", 14, FIBER),
    ("Åsele kommun", 17, f"{BUS}\n\n{FIBER}"),
)


@pytest.fixture
def mails(tmp_path: Path, pool: WorkerPool) -> Iterator[Project]:
    """Three inspel, one after the last day."""
    folder = tmp_path / "in"
    folder.mkdir()
    for n, (sender, day, text) in enumerate(MAILS):
        mail = MAIL.format(n=n, sender=sender, day=day, text=text)
        (folder / f"{n}.eml").write_text(mail, "utf-8")
    with new_round(tmp_path / "r.inspel", deadline=date(2025, 6, 15)) as project:
        finish(import_files(project, [folder], pool), lambda _progress: None)
        finish(analyse(project), lambda _progress: None)
        yield project


def test_counts_by_day_kind_and_place(mails: Project) -> None:
    found = figures_of(mails)
    assert (found.inspel, found.respondents, found.undated) == (3, 3, 0)
    came = {12: (1,), 14: (2,), 17: (3,)}
    days = (Day(date(2025, 6, n), came.get(n, ()), n > 15) for n in range(12, 18))
    assert found.days == tuple(days)
    assert found.new == (1, 2, 3)
    assert found.heat.types == (ActorType.KOMMUN, ActorType.CIVILSAMHALLE)
    assert sum(found.heat.points.values()) == found.points == len(mails.passages())
    assert sum(map(found.heat.of_code, found.heat.codes)) == found.points
    assert found.municipalities == (("Malå", (1,)), ("Åsele", (3,)))


@pytest.mark.parametrize(
    ("names", "respondents"),
    [(("Malå kommun", "MALÅ KOMMUN", "Åsele kommun"), 2), (("privatperson",) * 3, 3)],
)
def test_counts_respondents_as_the_report_does(
    mails: Project, names: tuple[str, ...], respondents: int
) -> None:
    with mails.action("Rätta"):
        for submission, name in zip(mails.submissions(), names, strict=True):
            kind = ActorType.PRIVATPERSON if name == "privatperson" else ActorType.KOMMUN
            mails.update_respondent(submission.id, Respondent(organisation=name, type=kind))
    assert figures_of(mails).respondents == respondents


def test_follows_what_people_do(mails: Project) -> None:
    before, first = figures_of(mails), mails.submissions()[0]
    passage = mails.passages()[0]
    with mails.action("Koppla"):
        mails.assign(passage.id, "1.1", None, "anna")
        mails.update_submission(first.id, status=Status.LAST)
    found = figures_of(mails)
    assert before.tagged == Share(0, before.points)
    assert found.tagged == Share(1, before.points)
    assert found.looked_at == Share(1, 3)
    with mails.action("Räkna inte"):
        mails.update_submission(first.id, status=Status.RAKNAS_INTE)
    assert figures_of(mails).inspel == 2
    assert figures_of(mails).heat.of_code("1.1") == 0


def test_leaves_out_empty_days_of_a_long_time(mails: Project) -> None:
    first = mails.submissions()[0]
    with mails.action("Datera"):
        mails.update_submission(first.id, received="1999-12-31T12:00:00+01:00")
    assert [day.inspel for day in figures_of(mails).days] == [1, 1, 1]


def test_empty_round_has_figures(project: Project) -> None:
    found = figures_of(project)
    assert (found.inspel, found.points, found.days) == (0, 0, ())
    assert found.tagged == Share(0, 0)
