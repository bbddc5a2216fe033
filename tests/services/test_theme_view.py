"""Themes as they are shown: counts, what is asked, links, the map, the shared words."""

from dataclasses import replace

import numpy as np

from inspel_app.services.theme_view import places_of, shared_words, themes_of
from inspel_app.store.project import Project, Run


def test_each_theme_tells_who_says_what(themed: Project) -> None:
    views = themes_of(themed, themed.passages())
    assert [v.theme.id for v in views] == [t.id for t in themed.themes()]
    view = views[0]
    assert view.passages == 3
    assert view.respondents == ("a kommun",)
    assert view.proposing == 1
    assert not view.divided
    assert 0 < len(view.quotations) <= 3
    texts = {p.id: p.text for p in themed.passages()}
    assert all(q.text in texts[q.passage] for q in view.asked)


def test_the_map_is_the_same_each_time_and_within_bounds(themed: Project) -> None:
    places = places_of(themed.passages())
    assert places == places_of(themed.passages())
    assert {p.theme for p in places} == {t.id for t in themed.themes()}
    assert all(abs(p.x) <= 1 and abs(p.y) <= 1 for p in places)


def test_what_is_in_one_theme_lies_nearer_than_what_is_in_another(themed: Project) -> None:
    places = places_of(themed.passages())

    def apart(*, same: bool) -> float:
        pairs = [
            np.hypot(a.x - b.x, a.y - b.y)
            for a in places
            for b in places
            if a.passage < b.passage and (a.theme == b.theme) is same
        ]
        return float(np.mean(pairs))

    assert apart(same=True) < apart(same=False)


def test_shared_words_tell_why_points_are_together() -> None:
    shared = dict(
        shared_words(["Bygg ut fibern i byarna.", "Byn saknar fiber.", "Fiber till alla byar!"])
    )
    assert shared["fiber"] == 3
    assert "sakna" not in shared
    assert shared_words(["Fiber."]) == ()


def test_themes_of_different_codes_on_one_question_are_linked(themed: Project) -> None:
    assert not any(view.linked for view in themes_of(themed, themed.passages()))
    one, other = themed.themes()
    swapped = [
        replace(one, code="3.4", passages=(one.passages[0], other.passages[0])),
        replace(other, code="4.1", passages=(one.passages[1], other.passages[1])),
    ]
    themed.save_themes(Run("themes", "", "", ""), swapped)
    assert [view.linked for view in themes_of(themed, themed.passages())] == [
        (other.id,),
        (one.id,),
    ]


def test_an_empty_round_has_no_themes_and_no_map(project: Project) -> None:
    assert themes_of(project, []) == []
    assert places_of([]) == []
