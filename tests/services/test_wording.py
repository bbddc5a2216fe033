"""The strategy's text worded anew by a writer: which sentences those who asked led to."""

import pytest

from inspel_app.services.handling import Target, board
from inspel_app.services.strategy_text import Source, write_section
from inspel_app.services.wording import reword
from inspel_app.store.project import Project

OLD = "Bredband finns i byarna. Master ska byggas."
FIRST = "Bredband ska finnas i alla byar. Master ska byggas."
LATER = f"{FIRST} Reservkraft ska finnas i fjällen."


@pytest.fixture
def section(themed: Project) -> str:
    return write_section(themed, "Digital infrastruktur", OLD, "anna")


def themes(project: Project) -> list[Target]:
    return [Target.theme(theme.id) for theme in project.themes()]


def test_those_who_asked_led_to_the_sentences_that_are_new(themed: Project, section: str) -> None:
    villages, masts = themes(themed)
    reword(themed, section, FIRST, [villages], "anna")
    reword(themed, section, LATER, [masts], "bo")
    wording = themed.wordings()[section]
    assert wording.text == LATER
    assert set(wording.sources) == {
        Source(villages, "Bredband ska finnas i alla byar."),
        Source(masts, "Reservkraft ska finnas i fjällen."),
    }


def test_what_somebody_led_to_is_told_as_it_is_written(themed: Project, section: str) -> None:
    here = themes(themed)[0]
    text = "Öar ska ha fiber. Master ska byggas nu. Byar ska ha fiber."
    reword(themed, section, text, [here], "anna")
    (change,) = board(themed).changes(here)
    assert " ".join(change.sentences) == text


def test_where_sentences_were_only_taken_away_they_led_to_the_whole(
    themed: Project, section: str
) -> None:
    reword(themed, section, "Master ska byggas.", themes(themed), "anna")
    assert set(themed.wordings()[section].sources) == {Source(one, "") for one in themes(themed)}


def test_the_text_as_it_was_takes_the_new_wording_back(themed: Project, section: str) -> None:
    reword(themed, section, FIRST, themes(themed), "anna")
    reword(themed, section, f" {OLD}\n", themes(themed), "anna")
    assert section not in themed.wordings()
