"""Words above another's letter: those that only hand it on, and those that say something."""

import pytest

from inspel_app.reading.mail_handing_on import hands_on, only_hands_on

HANDS_ON = (
    "",
    "FYI",
    "Hej! Skickar vidare.\n\nMvh\nEva",
    "Hej!\nMin mamma bad mig skicka detta.\nMvh Olle",
    "Jag skickar vidare ett brev från min mamma.",
    "Här kommer ett brev från min granne. Hon har ingen dator.\nHälsningar\nOlle Ek",
    "Hej igen,\n\nPå uppdrag av min farmor. Svara gärna till henne.\n\nOlle",
    "Bifogar min pappas synpunkter nedan. Tack på förhand!",
    "Vi har fått detta från en medlem, för kännedom.\nMed vänlig hälsning\nAnna Ek\nHandläggare",
    "Frågan hör till regionen. Ni får gärna registrera brevet.\nSe nedan.",
    "My mother asked me to forward this.",
)
SAYS = (
    "Plogbilen kommer först vid tio.",
    "Vinterväghållningen är under all kritik.\nJag skickar vidare ett brev från min mamma.",
    "Hissen är trasig.\nMin mamma bad mig skicka detta.",
    "Skickar vidare detta, som visar hur usel plogningen är.",
    "Jag skickar vidare ett brev från min granne.\nMvh\nOlle\n\nFör övrigt är vägen stängd.",
    "Se nedan. Vi instämmer.",
    "Till sjukhuset tar det tre timmar.",
)


@pytest.mark.parametrize("text", HANDS_ON)
def test_a_note_on_whose_the_letter_is_only_hands_it_on(text: str) -> None:
    assert only_hands_on(text)


@pytest.mark.parametrize("text", SAYS)
def test_any_other_sentence_says_something(text: str) -> None:
    assert not only_hands_on(text)


@pytest.mark.parametrize("text", SAYS[1:3])
def test_a_letter_is_handed_on_under_an_opinion_too(text: str) -> None:
    assert hands_on(text.split("\n"))


def test_ones_own_answer_is_not_handed_on() -> None:
    assert not hands_on(["Här är vårt svar. Jag skickar det nedan."])
