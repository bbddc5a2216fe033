"""A quotation stands without what was written before it."""

import pytest

from inspel_app.synthesis.standing import stands_alone


@pytest.mark.parametrize(
    "text",
    [
        "Skriv det också.",
        "Se ovan under punkt tre i svaret.",
        "Dessutom behövs fler bussar till byarna.",
        "Sådana avtal bör lyftas som goda exempel.",
        "De behöver mer stöd än i dag från regionen.",
        "Det andra gäller datorer och bank-id i vården.",
        "Vi vill också att det framgår hur det går.",
        "Hon är den enda distriktssköterskan i hela kommunen.",
        "Detta måste få kosta mer pengar än i dag.",
        "2) Därför ska länet ta större ansvar för vägarna.",
        "– men det är inte så det fungerar hos oss i fjällen",
        "att strategin följs upp varje år med mått",
        "Åkerierna!!",
        "",
    ],
)
def test_what_needs_what_stands_before_it_does_not(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vi vill ha reservkraft i masterna.",
        "Det behövs fler bussar på kvällen.",
        "De mindre företagen behöver stöd vid ägarskiften.",
        "Den psykiska ohälsan bland unga har ökat i hela riket.",
        "1. Färre mål och tydligare ordning mellan dem.",
        "”Reservkraft måste finnas”, säger räddningstjänsten i Sorsele.",
        "Såväl kommunen som regionen måste ta sitt ansvar.",
        "Därtorps by ligger längst ut på linjen.",
        "Vi tycker att det ska finnas en kort version för unga.",
    ],
)
def test_what_begins_a_matter_of_its_own_does(text: str) -> None:
    assert stands_alone(text)
