import pytest

from inspel_app.analysis.stance import stance_of
from inspel_app.domain.coding import Stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Vi ser positivt på skrivningen om nattåg.", Stance.STOD),
        ("Kommunen tillstyrker förslaget.", Stance.STOD),
        ("Avsnittet saknar beskrivning av glesbygden.", Stance.KRITIK),
        ("Föreningen avstyrker ändringen.", Stance.KRITIK),
        ("Strategin bör nämna civilsamhället.", Stance.FORSLAG),
        ("Bygg ut ringbilen till byarna.", Stance.FORSLAG),
        ("Analysen saknar siffror. De bör läggas till.", Stance.FORSLAG),
        ("Hur ska inspelen vägas?", Stance.FRAGA),
        ("År 2023 hade 81 % av hushållen fiber.", Stance.FAKTA),
        ("En fin dag i byn.", None),
        ("Vi säger nej till fler mätetal.", Stance.KRITIK),
        ("Tio lärare tackade nej till tjänsten.", None),
        ("Farmor kan inte betala sina räkningar.", None),
        ("Fibern är bra, men när strömmen går försvinner allt.", None),
        ("Vi välkomnar strategin men saknar mål i avsnittet.", None),
        ("Vi välkomnar inriktningen. Den bör kortas.", None),
        ("Man måste skjutsa sina barn.", None),
        ("Busslinjen måste gå på kvällen.", Stance.FORSLAG),
        ("Behåll målet om en aktiv fritid.", Stance.STOD),
    ],
)
def test_reads_the_cue_words(text: str, stance: Stance | None) -> None:
    assert stance_of(text) == stance
