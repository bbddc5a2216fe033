"""A round knows its strategy and form, and what to tell about itself."""

import re
from datetime import date
from pathlib import Path

import pytest

from inspel_app.config import DEFAULT_FORM
from inspel_app.domain.synthesis import Audience
from inspel_app.errors import UsageError
from inspel_app.services.rounds import codebook_of, facts_of, form_of, new_round


@pytest.mark.parametrize(
    ("strategy", "form", "expected"),
    [
        (None, None, ("vasterbotten-2020-2030", DEFAULT_FORM)),
        ("vasterbotten-2020-2030", None, ("vasterbotten-2020-2030", DEFAULT_FORM)),
        (None, DEFAULT_FORM, ("vasterbotten-2020-2030", DEFAULT_FORM)),
        ("vasternorrland-2030", None, ("vasternorrland-2030", "")),
    ],
)
def test_finds_the_form_of_a_strategy_and_the_strategy_of_a_form(
    tmp_path: Path, strategy: str | None, form: str | None, expected: tuple[str, str]
) -> None:
    with new_round(tmp_path / "p.inspel", strategy=strategy, form=form) as project:
        assert (project.settings.strategy, project.settings.form) == expected
        assert codebook_of(project).id == expected[0]
        template = form_of(project)
        assert (template.id if template else "") == expected[1]


def test_refuses_a_form_of_another_strategy(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="hör inte till"):
        new_round(tmp_path / "p.inspel", strategy="vasternorrland-2030", form=DEFAULT_FORM)
    assert not (tmp_path / "p.inspel").exists()


def test_tells_the_facts_of_the_round(tmp_path: Path) -> None:
    with new_round(
        tmp_path / "p.inspel", title="Ny RUS", dnr="RUN 1-2025", deadline=date(2025, 6, 15)
    ) as project:
        facts = facts_of(project, Audience.PUBLIC)
    assert (facts.title, facts.dnr, facts.deadline) == ("Ny RUS", "RUN 1-2025", "2025-06-15")
    assert facts.audience is Audience.PUBLIC
    assert facts.strategy_title
    assert facts.form_title


@pytest.mark.parametrize(
    ("strategy", "name"),
    [("vasterbotten-2020-2030", "Västerbotten"), ("vasternorrland-2030", "Ett Västernorrland")],
)
def test_a_round_without_a_title_is_called_after_its_strategy_and_the_year(
    tmp_path: Path, strategy: str, name: str
) -> None:
    with new_round(tmp_path / "p.inspel", strategy=strategy) as project:
        assert re.fullmatch(rf"{name}: inspel 20\d\d", project.settings.title)


def test_the_name_of_a_round_tells_that_it_is_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"slutar inte på \.inspel"):
        new_round(tmp_path / "p.db")
    assert not list(tmp_path.iterdir())
