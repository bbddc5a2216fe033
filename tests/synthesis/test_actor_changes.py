"""Actors that are to be struck are told apart from those to be added."""

import pytest

from inspel_app.domain.coding import Actor, Passage
from inspel_app.synthesis.actor_changes import is_struck


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Bygden själv. Stryk Svensk Vindenergi.", True),
        ("Svensk Vindenergi bör strykas.", True),
        ("Lägg till Energikontoret men stryk SLU och Svensk Vindenergi.", True),
        ("Ta bort SLU. Lägg till Svensk Vindenergi.", False),
        ("Stryk SLU men lägg till Svensk Vindenergi.", False),
        ("Lägg till Svensk Vindenergi och stryk SLU.", False),
        ("Svensk Vindenergi ska inte strykas.", False),
        ("Svensk Vindenergi.", False),
    ],
)
def test_an_actor_is_struck_by_the_verb_that_governs_it(text: str, *, struck: bool) -> None:
    passage = Passage("p", "s", "a", "4.4.aktorer", 0, len(text), text)
    assert is_struck(Actor("Svensk Vindenergi", "Svensk Vindenergi"), passage) is struck
