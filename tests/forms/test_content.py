"""What says nothing, and what points elsewhere."""

import pytest

from inspel_app.forms.content import is_reference, says_nothing


@pytest.mark.parametrize(
    "text",
    [
        "-",
        "–",
        ".",
        "Nej",
        "nej.",
        "Inget",
        "Inget att tillägga.",
        "Inga synpunkter",
        "Vi har inget att tillägga här.",
        "Ingen kommentar",
        "ej aktuellt",
        "Inte relevant.",
        "Nej, inga synpunkter",
        "x",
        "N/A",
        "Inga ytterligare synpunkter på avsnittet",
        "Avstår",
        "vet ej",
        "Nej tack",
        "Inget särskilt",
        "Vi har inga synpunkter på målet om digitalisering.",
        "Kommunen har inga synpunkter på delprioritering 3.2",
        "Inga särskilda kommentarer kring avsnittet om transporter.",
        "Styrelsen har ingen erinran mot förslaget i sin helhet",
        "No further comments.",
        "Nothing to add",
        "Ei muuta lisättävää.",
        "Ei kommentteja",
        "Ingen flere kommentarer.",
        "Mis ii leat lasáhus.",
        "OK",
        "Dito",
        "Samma",
        "Samma som förra.",
        "Enligt ovan",
        "Se bifogad fil",
        "Vi hoppar över",
        "Jag vet inte riktigt.",
        "Ingen uppfattning",
        "Återkommer senare",
    ],
)
def test_these_say_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ja",
        "Samma dag som bussen",
        "Enligt ovan bör bussen gå oftare",
        "Vet inte hur bussen ska gå ihop",
        "Kan inte resa till vården",
        "Bra som det är.",
        "Inget mål nämner bussarna.",
        "Nej, målet är för lågt satt",
        "Inga bussar går till byn.",
        "Stryk punkten.",
        "Inget att tillägga, utom att vägen är dålig",
        "Vi har inga synpunkter på målet men saknar bussar i inlandet.",
        "Vi har inga synpunkter på målet, det är bra.",
        "Inga synpunkter på målet. Analysen bör nämna bussarna.",
        "Inga förslag på lösningar för bussarna finns i strategin.",
        "Våra ungdomar har inga kommentarer om att bussen går sällan",
    ],
)
def test_these_say_something(text: str) -> None:
    assert not says_nothing(text)


@pytest.mark.parametrize(
    "text",
    ["Se ovan", "se 3.1", "Se svar under 1.2.", "Samma som ovan", "Vi hänvisar till 4.3",
     "Jfr vårt svar på 2.2", "Se föregående fråga", "Se tidigare svar.",
     "See above", "Same as above.", "Katso yllä."],
)  # fmt: skip
def test_these_point_elsewhere(text: str) -> None:
    assert is_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "Se över tidtabellen.",
        "We see no reason to keep the target.",
        "Vi ser positivt på målet.",
        "Som nämnts ovan behöver bussen gå oftare, också på kvällar och helger i hela inlandet.",
        "Se 3.1. Dessutom behöver vägen rustas före 2030, och det är bråttom för åkerierna här.",
    ],
)
def test_these_do_not(text: str) -> None:
    assert not is_reference(text)
