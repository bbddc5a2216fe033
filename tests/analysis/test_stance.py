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
    ],
)
def test_reads_the_cue_words(text: str, stance: Stance | None) -> None:
    assert stance_of(text) == stance
