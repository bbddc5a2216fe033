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
        ("Vi instämmer i att bussarna behöver samordnas.", Stance.STOD),
        ("Vi instämmer inte i beskrivningen av länet.", Stance.KRITIK),
        ("Kommunen välkomnar inte fler vindparker.", Stance.KRITIK),
        ("Vi stödjer inte målet om fler vindkraftverk.", Stance.KRITIK),
        ("Vi kan inte ställa oss bakom målet.", Stance.KRITIK),
        ("Vi ser inte positivt på fler gruvor.", Stance.KRITIK),
        ("Vi är inte positiva till fler gruvor.", Stance.KRITIK),
        ("Vi är positiva till inriktningen.", Stance.STOD),
        ("Vi motsätter oss kravet. Ägaren ska avgöra det själv.", Stance.KRITIK),
        ("Myndigheten har ingen erinran mot målet.", Stance.STOD),
        ("Småflygplatserna får inte läggas ned.", Stance.FORSLAG),
        ("Jag får inte tag på någon när det händer.", None),
    ],
)
def test_reads_the_cue_words(text: str, stance: Stance | None) -> None:
    assert stance_of(text) == stance
