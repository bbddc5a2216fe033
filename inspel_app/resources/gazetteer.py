"""The list of known organisations and municipalities, found and checked."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from inspel_app.domain.coding import Register
from inspel_app.domain.form import ActorType
from inspel_app.domain.gazetteer import Gazetteer
from inspel_app.i18n import _
from inspel_app.resources.paths import resource_dir
from inspel_app.resources.tables import Table, open_table

_UNTYPED = "ovriga"
_TRADE = "branschorganisation"
"""The associations of trade and industry: as respondents they are of it."""
_REGISTERS = {
    ActorType.REGION: Register.REGION,
    ActorType.STATLIG_MYNDIGHET: Register.MYNDIGHET,
    ActorType.AKADEMI: Register.LAROSATE,
    ActorType.NARINGSLIV: Register.FORETAG,
    ActorType.CIVILSAMHALLE: Register.FORENING,
    _TRADE: Register.FORENING,
}
"""By the file's lists; a list that is not here tells none."""


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer that comes with the program.

    Raises:
        DataFileError: its file has a fault.
    """
    folder = resource_dir() / "namn"
    known = read_gazetteer(folder / "aktorer.toml")
    return replace(known, towns=read_towns(folder / "orter.toml", known.counties))


def read_towns(path: Path, counties: Mapping[str, str]) -> dict[str, str]:
    """The municipality of each place in a file; that of a municipality is its own.

    Raises:
        UsageError: there is no such file.
        DataFileError: the file has a fault, such as a municipality that is none.
    """
    root = open_table(path)
    towns = {town: town for town in counties}
    table = root.table("orter")
    for municipality in table:
        for index, town in enumerate(table.texts(municipality)):
            if town in towns or municipality not in counties:
                message = _("”{text}” står två gånger, eller i ingen kommun.").format(text=town)
                table.fault(municipality, message, index)
            towns[town] = municipality
    root.finish()
    return towns


def read_gazetteer(path: Path) -> Gazetteer:
    """The organisations and municipalities in a file.

    Raises:
        UsageError: there is no such file.
        DataFileError: the file has a fault.
    """
    root = open_table(path)
    usual: dict[str, str] = {}
    types: dict[str, ActorType] = {}
    registers: dict[str, Register] = {}
    for key in (*ActorType, _TRADE, _UNTYPED):
        for index, line in enumerate(root.texts(key)):
            ways = [way.strip() for way in line.split(";")]
            _add(root, key, index, ways, usual)
            if key != _UNTYPED:
                types[ways[0]] = ActorType.NARINGSLIV if key == _TRADE else ActorType(key)
            if key in _REGISTERS:
                registers[ways[0]] = _REGISTERS[key]
    counties = _counties(root.table("lan"))
    root.finish()
    for county in dict.fromkeys(counties.values()):
        board, *others = _boards(county)
        usual |= dict.fromkeys((board, *others), board)
        types[board] = ActorType.STATLIG_MYNDIGHET
        registers[board] = Register.MYNDIGHET
    return Gazetteer(usual, types, registers, counties)


def _add(root: Table, key: str, index: int, ways: list[str], usual: dict[str, str]) -> None:
    """Note the ways to write an organisation's name; each may stand once in the file."""
    for way in ways:
        if not way or way in usual:
            root.fault(key, _("”{text}” står två gånger.").format(text=way), index)
        usual[way] = ways[0]


def _counties(table: Table) -> dict[str, str]:
    """The county of each municipality."""
    counties: dict[str, str] = {}
    for county in table:
        for index, town in enumerate(table.texts(county)):
            if town in counties:
                message = _("”{text}” står två gånger.").format(text=town)
                table.fault(county, message, index)
            counties[town] = county
    return counties


def _boards(county: str) -> tuple[str, ...]:
    """How the board of a county ("Västerbottens län") is called, the usual name first."""
    place = county.removesuffix(" län").removesuffix("s")
    return (
        f"Länsstyrelsen i {county}",
        f"Länsstyrelsen {county}",
        f"Länsstyrelsen i {place}",
        f"Länsstyrelsen {place}",
        f"Lst {place}",
    )
