from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.coding import (
    Assignment,
    Code,
    CodeKind,
    Origin,
    Passage,
    Suggestion,
    compose_assignments,
)

FORM = Assignment("3.3", "behov", Origin.FORM)
PERSON = Assignment("5.1", None, Origin.PERSON)


def passage(
    *given_: Assignment, field: str | None = "3.3.behov", misplaced: bool = False
) -> Passage:
    return Passage("a:0-1", "s", "a", field, 0, 1, "x", given_, misplaced)


def codes(
    p: Passage, *suggestions: tuple[str, int], decided: tuple[Assignment, ...] = ()
) -> list[str]:
    found = [Suggestion(code, permille) for code, permille in suggestions]
    return [a.code for a in compose_assignments(p, found, decided)]


def test_a_person_goes_before_the_form_and_the_form_before_suggestions() -> None:
    assert codes(passage(FORM), ("3.4", 800), decided=(PERSON,)) == ["5.1", "3.3", "3.4"]


def test_the_best_suggestion_goes_before_the_form_when_misplaced() -> None:
    misplaced = passage(FORM, misplaced=True)
    assert codes(misplaced, ("3.4", 500), ("2.1", 450)) == ["3.4", "3.3", "2.1"]
    assert codes(misplaced, ("3.4", 500), decided=(PERSON,)) == ["5.1", "3.4", "3.3"]


def test_each_code_stands_once_as_the_best_says_it() -> None:
    (only,) = compose_assignments(passage(FORM), [Suggestion("3.3", 900)], [])
    assert only == FORM


def test_a_suggestion_takes_the_aspect_of_the_field() -> None:
    made = compose_assignments(passage(FORM), [Suggestion("3.4", 812, "ord: fiber")], [])[1]
    assert made == Assignment("3.4", "behov", Origin.SUGGESTION, 0.812, "ord: fiber")


def test_weak_suggestions_count_in_letters_only() -> None:
    assert codes(passage(), ("3.4", 200)) == []
    assert codes(passage(field=None), ("3.4", 100), ("1.1", 40)) == ["3.4"]


def test_a_faint_guess_places_nothing_in_the_strategy() -> None:
    letter = passage(field=None)
    assert codes(letter, ("3.4", 99)) == []
    assert codes(letter, ("3.4", 99), ("tvar.unga", 600)) == ["tvar.unga"]


def test_a_further_code_in_a_letter_is_more_than_a_guess() -> None:
    guesses, told = (("3.4", 600), ("1.1", 240)), (("3.4", 600), ("1.1", 250))
    assert codes(passage(field=None), *guesses) == ["3.4"]
    assert codes(passage(field=None), *told) == ["3.4", "1.1"]


def test_a_guess_in_a_letter_does_not_stand_beside_what_a_person_said() -> None:
    letter = passage(field=None)
    assert codes(letter, ("3.4", 240), decided=(PERSON,)) == ["5.1"]
    assert codes(letter, ("3.4", 250), decided=(PERSON,)) == ["5.1", "3.4"]


def test_composing_again_changes_nothing() -> None:
    again = passage(*compose_assignments(passage(FORM), [Suggestion("3.4", 800)], [PERSON]))
    assert codes(again, ("3.4", 800), decided=(PERSON,)) == ["5.1", "3.3", "3.4"]


@given(
    suggestions=st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 1000)), max_size=6),
    misplaced=st.booleans(),
)
def test_no_code_is_repeated_and_the_form_is_never_lost(
    suggestions: list[tuple[str, int]], *, misplaced: bool
) -> None:
    found = codes(passage(FORM, misplaced=misplaced), *suggestions)
    assert len(found) == len(set(found))
    assert FORM.code in found


def test_a_part_is_called_by_its_number_or_else_by_its_name() -> None:
    assert Code("3.3", "Hållbar mobilitet", CodeKind.DELPRIORITERING).short == "3.3"
    assert Code("barn", "Barn och unga", CodeKind.TVARGAENDE).short == "Barn och unga"
