"""Names of one organisation, written in different ways."""

import pytest

from inspel_app.forms.organisations import Organisations
from inspel_app.forms.same_name import SameName, pair, same_names
from inspel_app.resources.gazetteer import load_gazetteer

KNOWN = Organisations(load_gazetteer(), ())


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (("Umeå kommun", "UMEÅ KOMMUN, kommunledningskontoret", "Umea kn"), "Umeå kommun"),
        (("Malås kommun", "Kommunen i Malå"), "Malå kommun"),
        (("Upplands Väsby kommun", "Upplands-Väsby kommun"), "Upplands Väsby kommun"),
        (("Region Vbn", "Region Västerbotten"), "Region Västerbotten"),
        (("SLU", "Sveriges lantbruksuniversitet"), "SLU"),
        (
            ("Lst Västerbotten", "Länsstyrelsen i Västerbotten"),
            "Länsstyrelsen i Västerbottens län",
        ),
    ],
)
def test_known_names_are_one_under_the_usual_name(names: tuple[str, ...], name: str) -> None:
    (proposal,) = same_names(names, KNOWN, ())
    assert (proposal.name, set(proposal.names), proposal.known) == (name, set(names), True)


def test_other_names_are_one_under_the_name_that_most_bear() -> None:
    names = ["Granvågs Såg AB", "Granvåg Såg", "Granvågs Såg AB", "Granvaags bygdegård"]
    assert same_names(names, KNOWN, ()) == (
        SameName("Granvågs Såg AB", ("Granvågs Såg AB", "Granvåg Såg"), known=False),
    )
    misspelt = ["Bäckliden hembygdsförening", "Bäckliden hembygdsföreing"]
    assert len(same_names(misspelt, KNOWN, ())) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Umeå kommun", "Umeå universitet"),
        ("Storuman kommun", "Sorsele kommun"),
        ("Distrikt nummer 1 i norr", "Distrikt nummer 2 i norr"),
        ("Malå IF", "Malå IK"),
        ("PRO Malå", "PRO Vindeln"),
        ("-", "–"),
        ("Umeå kommun", "Umeå kommun"),
    ],
)
def test_different_names_are_not_one(names: tuple[str, ...]) -> None:
    assert same_names(names, KNOWN, ()) == ()


def test_names_that_a_person_has_parted_are_not_proposed() -> None:
    names = ("Granvågs Såg AB", "Granvåg Såg")
    assert same_names(names, KNOWN, {pair(*reversed(names))}) == ()
