"""Under which part themes are told."""

from dataclasses import replace

from inspel_app.synthesis.theme_homes import at_home
from tests.synthesis.conftest import Round


def test_a_theme_is_told_where_its_points_are(sample: Round) -> None:
    theme = next(t for t in sample.themes if len(t.passages) > 1)
    points = [p for p in sample.passages if p.id in theme.passages]
    elsewhere = replace(theme, code="9.9")
    assert at_home([theme], points) == (theme,)
    assert at_home([elsewhere], points)[0].code in {p.code for p in points}
    assert at_home([elsewhere], []) == (elsewhere,)
