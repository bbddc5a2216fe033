"""How a point comes by its handling: its own, its theme's, or that of what it was part of."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.coding import Passage, Theme
from inspel_app.domain.handling import (
    Disposition,
    Handling,
    Handlings,
    Source,
    State,
    Target,
    Via,
    Wording,
    range_of,
)

_SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda t: (t[0], t[0] + t[1]))
_SPAN_SETS = st.lists(_SPANS, max_size=6, unique=True)


def passage(start: int, end: int, answer: str = "a:b.0") -> Passage:
    return Passage(f"{answer}:{start}-{end}", "a", answer, None, start, end, "x" * (end - start))


def said(key: str, state: State = State.DECIDED) -> Handling:
    return Handling(Target.passage(key), Disposition.MET, "Ja.", state=state)


def test_a_passage_s_id_tells_its_place_in_its_answer() -> None:
    assert range_of(passage(3, 17).id) == ("a:b.0", 3, 17)


def test_the_same_of_something_else_and_by_somebody_else_is_the_same() -> None:
    one = Handling(Target.passage("a"), Disposition.MET, "Ja.", person="anna")
    assert one.says_as(Handling(Target.theme("t1"), Disposition.MET, "Ja.", person="bo"))
    assert not one.says_as(Handling(Target.passage("a"), Disposition.MET, "Nej."))
    assert not one.says_as(Handling(Target.passage("a"), Disposition.LATER, "Ja."))


@given(_SPAN_SETS, _SPAN_SETS)
def test_what_was_said_of_a_point_is_told_of_another_or_told_as_lost(
    before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    handlings = Handlings({passage(*s).id: said(passage(*s).id) for s in before})
    here = [passage(*s) for s in after]
    found, lost = handlings.resolve(here, [])
    told = {one.handling.target.id for one in found.values()} | {one.target.id for one in lost}
    own = {p.id for p in here} & set(handlings.passages)
    assert told <= set(handlings.passages)
    assert own <= told
    if not own:
        assert told == set(handlings.passages)


@given(_SPANS)
def test_a_point_cut_to_its_greater_part_is_handled_as_it_was_but_as_a_draft(
    span: tuple[int, int],
) -> None:
    whole = passage(*span)
    part = passage(span[0], span[0] + (span[1] - span[0] + 1) // 2)
    found, lost = Handlings({whole.id: said(whole.id)}).resolve([part], [])
    via = Via.OWN if part.id == whole.id else Via.EARLIER
    assert (found[part.id].via, found[part.id].handling.text) == (via, "Ja.")
    assert found[part.id].handling.state is (State.DECIDED if via is Via.OWN else State.DRAFT)
    assert not lost


def test_a_point_goes_with_what_it_mostly_was() -> None:
    handlings = Handlings(
        {passage(0, 10).id: said("x"), passage(10, 30).id: Handling(Target.passage("y"), None)}
    )
    found, lost = handlings.resolve([passage(5, 25)], [])
    assert found[passage(5, 25).id].handling.target.id == "y"
    assert [one.target.id for one in lost] == ["x"]


def test_a_point_of_another_answer_is_not_the_same() -> None:
    handlings = Handlings({passage(0, 10).id: said("x")})
    found, lost = handlings.resolve([passage(0, 10, "b.0")], [])
    assert not found
    assert len(lost) == 1


def test_own_goes_before_the_theme_s_and_that_before_what_was() -> None:
    one, other, third = passage(0, 5), passage(5, 10), passage(10, 15)
    theme = Theme("t1", None, "Tema", (), (one.id, other.id, third.id))
    handlings = Handlings(
        {one.id: said(one.id), passage(5, 9).id: said("x")},
        {"t1": Handling(Target.theme("t1"), Disposition.LATER, state=State.DECIDED)},
        {one.id: "t1", other.id: "t1"},
    )
    found, _lost = handlings.resolve([one, other, third], [theme])
    assert [found[p.id].via for p in (one, other, third)] == [Via.OWN, Via.THEME, Via.ADDED]
    assert [found[p.id].theme for p in (one, other, third)] == ["t1"] * 3
    assert found[third.id].handling.state is State.DRAFT


def test_only_what_is_decided_is_told_with_what_it_led_to() -> None:
    points = [passage(0, 10), passage(20, 30), passage(40, 50)]
    decided, draft, added = (p.id for p in points)
    theme = Theme("t1", None, "Tema", (), (added,))
    sources = tuple(Source(Target.passage(key), "Ny mening.") for key in (decided, draft))
    handlings = Handlings(
        {decided: said(decided), draft: said(draft, State.REVIEWED)},
        {"t1": replace(said("t1"), target=Target.theme("t1"))},
        wordings={
            "s1": Wording("s1", "Ny mening.", sources),
            "s2": Wording("s2", "Utkast.", sources[1:]),
        },
    )
    told = handlings.decided(points, [theme])
    found, _lost = told.resolve(points, [theme])
    assert found[decided].handling == said(decided)
    for key in (draft, added):  # the machine put `added` in the theme, and nobody has looked at it
        assert found[key].answered
        assert found[key].handling.withheld
        assert (found[key].handling.disposition, found[key].handling.text) == (None, "")
    assert told.themes["t1"].disposition is Disposition.MET
    assert {key: one.sources for key, one in told.wordings.items()} == {"s1": sources[:1]}


def test_a_point_cut_anew_has_no_decided_answer() -> None:
    before, after = passage(0, 10), passage(0, 9)
    told = Handlings({before.id: said(before.id)}).decided([after], [])
    found, _lost = told.resolve([after], [])
    assert found[after.id].handling.withheld


def test_what_has_no_answer_is_not_withheld() -> None:
    key = passage(0, 10).id
    bare = Handling(Target.passage(key), responsible="eva")
    assert bare.unless_decided() == Handling(Target.passage(key))
