"""What letters say of themselves: that they have nothing to say."""

import pytest

from inspel_app.forms.cover import abstains


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
