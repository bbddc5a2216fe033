import pytest

from inspel_app.analysis.replying import speaks_of_replying


@pytest.mark.parametrize(
    "sentence",
    [
        "Men jag svarar på några frågor ändå.",
        "Vi skriver kort, vi hinner inte mer.",
        "Vi har valt att skriva ett brev i stället.",
        "Nu har jag sagt mitt.",
        "Jag fick mallen av en granne.",
        "Nämndens yttrande har beretts av samtliga förvaltningar.",
        "Kommunen lämnar sina synpunkter efter behandling i nämnden den 3 juni.",
        "Vi tackar för inbjudan.",
    ],
)
def test_knows_what_only_tells_of_the_answer(sentence: str) -> None:
    assert speaks_of_replying(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi svarar för driften av färjan och får inget betalt.",
        "Vi skriver för att ni ska laga vägen.",
        "Vi skriver till er för att bussen måste gå på kvällen.",
        "Vi har skrivit ett avtal som bör gälla hela länet.",
        "Jag fick ett brev om att skolan läggs ned, det är fel.",
        "Svaret är fler bussar.",
        "Vi tackar nej till fler vindkraftverk.",
        "Vi skriver en plan för skogen.",
        "Vi har skrivit avtal med grannkommunen.",
        "Vi har valt att bo här.",
        "Varför skriver ni så svårt?",
        "Regionen lämnar våra synpunkter utan svar.",
        "Vi skriver i vår plan att vindkraft, gruvor, vägar, renar, fiske, jakt och skog hör ihop.",
    ],
)
def test_leaves_what_says_more(sentence: str) -> None:
    assert not speaks_of_replying(sentence)
