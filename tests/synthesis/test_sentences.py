"""Sentences end alike wherever the synthesis cuts a text."""

import pytest

from inspel_app.domain.coding import Actor
from inspel_app.domain.form import Respondent
from inspel_app.resources.first_names import load_first_names
from inspel_app.synthesis.actor_changes import is_struck
from inspel_app.synthesis.sentences import sentences
from inspel_app.synthesis.third_parties import to_look_at
from tests.synthesis.conftest import Round, Said

HEARD = "Hon åker t.ex. till Elin, jfr. Bilaga 2, var tredje dag."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ett. Två!  Tre?", ["Ett.", "Två!", "Tre?"]),
        (
            "Vi vill, t.ex. Umeå kommun, ha tåg. Bra.",
            ["Vi vill, t.ex. Umeå kommun, ha tåg.", "Bra."],
        ),
        ("- ett\n\n- två\n", ["- ett", "- två"]),
        ("Kl. 7.30 går bussen. Den är full.", ["Kl. 7.30 går bussen.", "Den är full."]),
        (" \n", []),
    ],
)
def test_sentences_end_with_their_stop_and_never_after_what_is_shortened(
    text: str, said: list[str]
) -> None:
    assert sentences(text) == said


def test_what_is_listed_to_be_looked_at_is_a_whole_sentence() -> None:
    made = Round()
    made.add(Respondent("Byalaget"), [(None, f"Bra. {HEARD} Tack.", [])], "a.docx")
    assert [one.text for one in to_look_at(made.submissions, load_first_names())] == [HEARD]


def test_an_actor_is_struck_by_the_verb_of_its_whole_sentence() -> None:
    made, text = Round(), "Stryk dem som inte finns, t.ex. Provbolaget AB. Lägg till Byarådet."
    made.add(Respondent("Byalaget"), [(None, text, [Said(text)])], "a.docx")
    (passage,) = made.passages
    assert is_struck(Actor("Provbolaget AB", "Provbolaget AB"), passage)
    assert not is_struck(Actor("Byarådet", "Byarådet"), passage)
