"""What letters say of themselves: that they have nothing to say, or only that they are sent."""

import pytest

from inspel_app.forms.cover import abstains, says_something


@pytest.mark.parametrize(
    "letter",
    [
        "Vi avstår från att yttra oss.",
        "Hej!\nÅsele kommun får yttra sig men avstår från att lämna synpunkter.\nMvh\nPer Ås",
        "Hej!\nVi har inga synpunkter på strategin.\nMvh Anna",
        "Myndigheten har ingen erinran mot förslaget.",
        "Nämnden lämnar remissen utan erinran.",
    ],
)
def test_knows_who_has_nothing_to_say(letter: str) -> None:
    assert abstains(letter)


@pytest.mark.parametrize(
    "letter",
    [
        "Vi har inga synpunkter på kapitel ett, men anser att kapitel två bör skrivas om.",
        "I övrigt har vi inga synpunkter.\nKapitel två bör däremot skrivas om från grunden.",
        "Vi har inga synpunkter utöver att bussarna måste gå på kvällarna.",
        "Unga avstår från att flytta hem eftersom det saknas bostäder.",
        "Fler bussar!",
        "",
    ],
)
def test_knows_who_has_something_to_say(letter: str) -> None:
    assert not abstains(letter)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("Styrelsen antog det den 12 juni.", False),
        ("Yttrandet antogs av nämnden i går kväll.", False),
        ("Kommunen antog 2023 en plan för renare luft.", True),
        ("Vi hade tyvärr fel siffror i tabellen.", False),
        ("Planen bygger på helt fel antaganden om resor.", True),
    ],
)
def test_tells_notes_on_the_sending_from_points(sentence: str, *, says: bool) -> None:
    assert says_something(sentence) is says
