"""Who says the same as whom in a round."""

from dataclasses import replace

import pytest

from inspel_app.errors import UsageError
from inspel_app.services.agreement import (
    NEEDED,
    NEEDED_OF_CODE,
    Comparison,
    Figure,
    accord,
    agreement,
)
from inspel_app.services.figures import Accord
from inspel_app.services.tagging import Preview, Tagging
from inspel_app.store.project import Project
from tests.services.coders import add_points, code, propose

COUNT = 2 * NEEDED


def value(figure: Figure | None) -> float:
    assert figure is not None
    assert figure.low <= figure.value <= figure.high
    return figure.value


def between(compared: tuple[Comparison, ...], *coders: str | None) -> Comparison:
    (found,) = (c for c in compared if c.coders == coders)
    return found


def test_two_analysts_are_compared_over_the_passages_that_both_have_coded(project: Project) -> None:
    points = add_points(project, COUNT)
    code(project, "anna", {p: ["3.3"] if n % 2 else ["1.1"] for n, p in enumerate(points)})
    code(project, "bo", {p: ["3.3"] if n % 2 else ["1.1"] for n, p in enumerate(points[:NEEDED])})
    whole = between(agreement(project), "anna", "bo").whole
    assert whole.passages == NEEDED
    assert [value(f) for f in (whole.kappa, whole.alpha, whole.f1)] == [1, 1, 1]


def test_what_was_accepted_many_at_once_is_left_out_and_told(project: Project) -> None:
    points = add_points(project, COUNT)
    propose(project, {p: {"3.3": 900} for p in points})
    code(project, "anna", {p: ["1.1"] for p in points[:NEEDED]})
    tagging = Tagging(project, "anna")
    rest = tuple(points[NEEDED:])
    tagging.accept_all(Preview(0, rest, ()))
    (compared,) = agreement(project)
    assert compared.coders == ("anna", None)
    assert (compared.whole.passages, compared.accepted) == (NEEDED, COUNT - NEEDED)
    assert value(compared.whole.f1) == 0
    tagging.assign(["3.3"], rest)
    (compared,) = agreement(project)
    assert (compared.whole.passages, compared.accepted) == (COUNT, 0)


def test_each_code_is_compared_by_itself(project: Project) -> None:
    points = add_points(project, COUNT)
    code(project, "anna", {p: ["3.3"] if n < 20 else ["1.1"] for n, p in enumerate(points)})
    code(project, "bo", {p: ["3.3"] if n < 10 else ["1.1"] for n, p in enumerate(points)})
    comparison = between(agreement(project), "anna", "bo")
    codes = dict(comparison.codes)
    assert list(codes) == ["1.1", "3.3"]
    assert (codes["1.1"].passages, codes["3.3"].passages) == (30, 20)
    assert value(codes["3.3"].f1) == pytest.approx(2 * 10 / (20 + 10))
    assert value(codes["1.1"].f1) == pytest.approx(2 * 20 / (20 + 30))
    assert value(codes["3.3"].kappa) == pytest.approx(0.5)
    assert value(codes["3.3"].kappa) == value(comparison.whole.kappa)


def test_first_codes_are_compared_by_kappa_and_all_of_them_by_f1(project: Project) -> None:
    points = add_points(project, COUNT)
    code(project, "anna", {p: ["3.3", "1.1"] if n % 2 else ["1.1"] for n, p in enumerate(points)})
    code(project, "bo", {p: ["3.3"] if n % 2 else ["1.1"] for n, p in enumerate(points)})
    whole = between(agreement(project), "anna", "bo").whole
    assert value(whole.kappa) == 1
    assert value(whole.f1) == pytest.approx(2 * COUNT / (1.5 * COUNT + COUNT))


def test_same_code_under_two_aspects_is_one(project: Project) -> None:
    points = add_points(project, COUNT)
    for person in ("anna", "bo"):
        code(project, person, {p: ["3.3" if n % 2 else "1.1"] for n, p in enumerate(points)})
    with project.action("Koppla"):
        project.assign(points[1], "3.3", "behov", "anna")
    assert value(between(agreement(project), "anna", "bo").whole.f1) == 1


def test_three_analysts_share_an_alpha_over_what_two_of_them_have_coded(project: Project) -> None:
    points = add_points(project, COUNT)
    for person, part in {"anna": points[:30], "bo": points[10:], "cia": points[::2]}.items():
        code(project, person, {p: ["3.3"] if p in points[20:] else ["1.1"] for p in part})
    together = between(agreement(project), "anna", "bo", "cia").whole
    assert together.passages == 20 + 5 + 5
    assert value(together.alpha) == 1
    assert (together.kappa, together.f1) == (None, None)


def test_machine_says_first_the_place_and_then_what_it_holds_for_likely(project: Project) -> None:
    points = add_points(project, COUNT, place="1.1")
    propose(project, {p: {"3.3": 600, "2.2": 300} for p in points[:10]})
    code(project, "anna", {p: ["1.1", "3.3"] if p in points[:10] else ["1.1"] for p in points})
    comparison = between(agreement(project), "anna", None)
    assert value(comparison.whole.f1) == 1
    assert [code for code, _figures in comparison.codes] == ["1.1", "3.3"]
    assert dict(comparison.codes)["1.1"].kappa is None, "everybody gave it to every passage"


def test_rare_codes_get_no_figures(project: Project) -> None:
    points = add_points(project, COUNT)
    rare = NEEDED_OF_CODE - 1
    for person in ("anna", "bo"):
        code(project, person, {p: ["3.3"] if n < rare else ["1.1"] for n, p in enumerate(points)})
    figures = dict(between(agreement(project), "anna", "bo").codes)["3.3"]
    assert (figures.passages, figures.kappa, figures.alpha, figures.f1) == (rare, None, None, None)


def test_pair_with_too_few_in_common_gets_no_figures_beside_one_with_enough(
    project: Project,
) -> None:
    points = add_points(project, COUNT)
    code(project, "anna", {p: ["1.1"] for p in points})
    code(project, "bo", {p: ["1.1"] for p in points[: NEEDED - 1]})
    propose(project, {p: {"1.1": 900} for p in points})
    few = between(agreement(project), "anna", "bo")
    assert (few.whole.passages, few.whole.f1, few.codes) == (NEEDED - 1, None, ())
    assert value(between(agreement(project), "anna", None).whole.f1) == 1


def test_too_few_is_refused_and_says_how_many_are_needed(project: Project) -> None:
    points = add_points(project, COUNT)
    with pytest.raises(UsageError, match=f"minst {NEEDED}"):
        agreement(project)
    for person in ("anna", "bo"):
        code(project, person, {p: ["1.1"] for p in points[: NEEDED - 1]})
    with pytest.raises(UsageError, match=f"högst {NEEDED - 1} "):
        agreement(project)


def test_passages_that_are_gone_do_not_count(project: Project) -> None:
    points = add_points(project, COUNT)
    for person in ("anna", "bo"):
        code(project, person, {p: ["1.1"] for p in points})
    (answer,) = project.submission("a").answers
    with project.action("Rätta"):
        project.correct("a", 0, replace(answer, text="x" * NEEDED))
    assert between(agreement(project), "anna", "bo").whole.passages == NEEDED


def test_accord_tells_of_every_two_with_enough_in_common_and_where_they_differ(
    project: Project,
) -> None:
    points = add_points(project, NEEDED)
    assert accord(project) == Accord((), 0, 0, NEEDED)
    code(project, "anna", {p: ["1.1" if n % 2 else "3.3"] for n, p in enumerate(points)})
    code(project, "bo", {p: ["1.1" if n % 2 else "3.3"] for n, p in enumerate(points[1:], 1)})
    assert accord(project) == Accord((), NEEDED - 1, 0, NEEDED)
    code(project, "bo", {points[0]: ["1.1", "3.3"]})
    told = accord(project)
    (pair,) = told.pairs
    (whole,) = (c.whole for c in agreement(project) if c.coders == ("anna", "bo"))
    assert whole.kappa
    assert pair.kappa == pytest.approx(whole.kappa.value)
    assert (pair.passages, told.disputed) == (NEEDED, 1)
