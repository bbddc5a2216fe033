"""The list of known organisations and municipalities."""

from pathlib import Path

import pytest

from inspel_app.domain.coding import Register
from inspel_app.domain.form import ActorType
from inspel_app.errors import DataFileError
from inspel_app.resources.gazetteer import load_gazetteer, read_gazetteer, read_towns


def test_the_country_is_there() -> None:
    known = load_gazetteer()
    assert len(known.counties) == 290
    assert len(set(known.counties.values())) == 21
    assert known.counties["Malå"] == "Västerbottens län"
    regions = [name for name, kind in known.types.items() if kind is ActorType.REGION]
    assert len(regions) == 21


def test_places_lie_in_municipalities() -> None:
    known = load_gazetteer()
    assert known.towns["Tärnaby"] == "Storuman"
    assert known.towns["Storuman"] == "Storuman"
    assert set(known.towns.values()) <= set(known.counties)


@pytest.mark.parametrize(
    "text", ['[orter]\n"Malå" = ["Adak", "Adak"]', '[orter]\n"Ingenstans" = ["Adak"]']
)
def test_places_that_stand_twice_or_nowhere_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "orter.toml").write_text(text, "utf-8")
    with pytest.raises(DataFileError, match="Adak"):
        read_towns(tmp_path / "orter.toml", {"Malå": "Västerbottens län"})


@pytest.mark.parametrize(
    ("way", "usual", "kind"),
    [
        ("Lst Västerbotten", "Länsstyrelsen i Västerbottens län", ActorType.STATLIG_MYNDIGHET),
        ("Region Vbn", "Region Västerbotten", ActorType.REGION),
        (
            "MUCF",
            "Myndigheten för ungdoms- och civilsamhällesfrågor",
            ActorType.STATLIG_MYNDIGHET,
        ),
        ("LTU", "Luleå tekniska universitet", ActorType.AKADEMI),
        ("LRF", "Lantbrukarnas riksförbund", ActorType.NARINGSLIV),
        ("Europaforum Norra Sverige", "Europaforum Norra Sverige", None),
        ("Postnord", "PostNord", ActorType.NARINGSLIV),
        ("ICA", "ICA", ActorType.NARINGSLIV),
    ],
)
def test_every_way_leads_to_the_usual_name_and_its_type(
    way: str, usual: str, kind: ActorType | None
) -> None:
    known = load_gazetteer()
    assert known.usual[way] == usual
    assert known.types.get(usual) is kind


@pytest.mark.parametrize(
    ("name", "register"),
    [
        ("SCB", Register.MYNDIGHET),
        ("UKÄ", Register.MYNDIGHET),
        ("PTS", Register.MYNDIGHET),
        ("MSB", Register.MYNDIGHET),
        ("RISE", Register.LAROSATE),
        ("LKAB", Register.FORETAG),
        ("LRF", Register.FORENING),
        ("SKR", Register.FORENING),
        ("Region Skåne", Register.REGION),
        ("Centerpartiet", None),
    ],
)
def test_the_register_of_an_organisation_is_known(name: str, register: Register | None) -> None:
    known = load_gazetteer()
    assert known.registers.get(known.usual[name]) is register


def test_short_names_stand_with_capitals_so_that_no_word_is_taken_for_one() -> None:
    short = [name for name in load_gazetteer().usual if len(name) <= len("SCB")]
    assert len(short) > 50
    assert not [name for name in short if name == name.lower()]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('akademi = ["Skolan; S"]\nregion = ["S"]', "rad 1"),
        ('[lan]\n"A län" = ["By"]\n"B län" = ["By"]', "rad 3"),
        ('akademier = ["Skolan"]', "okänd nyckel"),
        ('akademi = ["Skolan;"]', "rad 1"),
    ],
)
def test_faults_are_told_with_their_place(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "aktorer.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError, match=fault):
        read_gazetteer(path)
