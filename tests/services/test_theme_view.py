"""Themes as they are shown: counts, what is asked, links, the map, the shared words."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from inspel_app.analysis.protocols import Vectors
from inspel_app.domain.synthesis import Audience
from inspel_app.services.models import sentence_encoder
from inspel_app.services.reporting import synthesis_of
from inspel_app.services.theme_view import shared_words, themes_of
from inspel_app.services.theming import pin, rename
from inspel_app.store.project import Project, Run


def test_each_theme_tells_who_says_what(themed: Project) -> None:
    views, said, _at = themes_of(themed)
    assert [v.theme.id for v in views] == [t.id for t in themed.themes()]
    view = views[0]
    assert view.passages == 3
    assert view.respondents == ("a kommun",)
    assert view.proposing == 1
    assert not view.divided
    assert 0 < len(view.quotations) <= 3
    texts = {p.id: p.text for p in themed.passages()}
    assert all(q.text in texts[q.passage] for q in view.asked)
    assert [s.passage for s in said] == [p for v in views for p in v.theme.passages]
    assert all(s.text == texts[s.passage] and s.sender == "a kommun, 1" for s in said[:3])


def test_a_theme_says_whether_it_is_mixed(themed: Project) -> None:
    assert not any(view.mixed for view in themes_of(themed).views)
    first = themed.themes()[0]
    rename(themed, first.id, "Buss och bad med mera", by="anna")
    assert [v.theme.id for v in themes_of(themed).views if v.mixed] == [first.id]
    assert synthesis_of(themed, Audience.WORK).mixed == {first.id}


def test_the_map_is_the_same_each_time_and_within_bounds(themed: Project) -> None:
    _views, said, at = themes_of(themed)
    assert (at == themes_of(themed).at).all()
    assert {one.theme for one in said} == {t.id for t in themed.themes()}
    assert at.shape == (len(said), 2)
    assert (np.abs(at) <= 1).all()


def test_what_each_point_means_is_worked_out_once(
    themed: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder, asked = sentence_encoder(), list[str]()

    class Counting:
        def embed(self, texts: Sequence[str]) -> Vectors:
            asked.extend(texts)
            return encoder.embed(texts)

    monkeypatch.setattr("inspel_app.services.theme_view.sentence_encoder", Counting)
    said = themes_of(themed).points
    assert asked == [point.text for point in said] != []


def test_what_is_in_one_theme_lies_nearer_than_what_is_in_another(themed: Project) -> None:
    _views, said, at = themes_of(themed)
    points = list(zip(said, at, strict=True))

    def apart(*, same: bool) -> float:
        pairs = [
            np.hypot(*(one - other))
            for a, one in points
            for b, other in points
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
    assert not any(view.linked for view in themes_of(themed).views)
    one, other = themed.themes()
    swapped = [
        replace(one, code="3.4", passages=(one.passages[0], other.passages[0])),
        replace(other, code="4.1", passages=(one.passages[1], other.passages[1])),
    ]
    themed.save_themes(Run("themes", "", "", ""), swapped)
    assert [view.linked for view in themes_of(themed).views] == [
        (other.id,),
        (one.id,),
    ]


def test_what_people_have_made_is_shown_also_of_one_point(themed: Project) -> None:
    themes = themed.themes()
    one, *rest = (p for t in themes for p in t.passages)
    alone = [replace(themes[0], id=f"t{n}", passages=(p,)) for n, p in enumerate([one, *rest], 1)]
    themed.save_themes(Run("themes", "", "", ""), alone)
    assert themes_of(themed).views == []
    pin(themed, "t1", by="anna")
    views, said, at = themes_of(themed)
    assert [(v.theme.id, v.passages) for v in views] == [("t1", 1)]
    assert [s.passage for s in said] == [one]
    assert np.isfinite(at).all()
    assert [q.passage for q in views[0].quotations] == [one]


def test_an_empty_round_has_no_themes_and_no_map(project: Project) -> None:
    views, said, at = themes_of(project)
    assert (views, said, at.shape) == ([], [], (0, 2))
