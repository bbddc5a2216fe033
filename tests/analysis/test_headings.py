"""What a point of a letter stands under, which tells what it is of."""

import pytest

from inspel_app.analysis.passages import points
from inspel_app.analysis.references import References
from inspel_app.domain.coding import Codebook
from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import Answer

REFERENCES = References(Codebook("s", "Strategi", ()))
HEAD = """Byalaget i Norrbyn
Storgatan 12
Till Regionen
Anna Andersson, ordförande

Det här gäller hela bygden.
"""
LETTER = f"""{HEAD}
Vägar
De är fulla av hål varje vår.
Ingen lagar dem i tid.

2. Vården
Det är tolv mil till akuten.

Övrigt
Elnätet är fullt.

Med vänlig hälsning
Byalaget i Norrbyn

PS. Laga vägen!
"""


def above(text: str, *marked: str, field: str | None = None) -> dict[str, str]:
    """What each point stands under, by its text; some lines are marked as headings."""
    spans = tuple((text.index(h), text.index(h) + len(h)) for h in marked)
    parts = (Location("0" * 64, 0, len(text), headings=spans),)
    answer = Answer("s1/0", field, text, Method.TEXT, parts)
    return {point.span.of(text): point.heading for point in points(answer, REFERENCES)}


def test_points_stand_under_the_line_above_them_until_the_next() -> None:
    assert above(LETTER) == {
        "Det här gäller hela bygden.": "",
        "De är fulla av hål varje vår.": "Vägar",
        "Ingen lagar dem i tid.": "Vägar",
        "Det är tolv mil till akuten.": "Vården",
        "Elnätet är fullt.": "",
        "Laga vägen!": "",
    }


def test_addresses_and_names_at_the_top_are_no_headings() -> None:
    said = "Bussen går för sällan."
    for line in HEAD.splitlines()[:4]:
        assert above(f"{line}\n\n{said}\nBygg ett badhus också.\n\nHälsningar\n{line}")[said] == ""


def test_the_first_line_heads_where_there_are_headings_further_down() -> None:
    letter = "Resor\nBussen går för sällan.\n\nBostäder\nDet finns inget att hyra."
    assert [*above(letter).values()] == ["Resor", "Bostäder"]


def test_what_the_writer_marked_goes_before_how_it_looks() -> None:
    letter = "Vägen är dålig.\nHur får vi fler att flytta hem till byarna?\nBygg små hyreshus."
    assert above(letter, letter.splitlines()[1])["Bygg små hyreshus."] == letter.splitlines()[1]


def test_a_list_stands_under_what_announces_it_if_that_names_a_matter() -> None:
    letter = "Planen är bra.\n\nSkolan\nDen är bra.\n\n{}\n- fler turer på kvällen\n- lägre pris"
    for lead, told in (("Tågen och bussarna:", "Tågen och bussarna"), ("Vi vill se:", "Skolan")):
        assert above(letter.format(lead))["fler turer på kvällen"] == told


@pytest.mark.parametrize("line", ["Anna Andersson", "2025-03-01", "Sida 2", "Tel 070-123 45 67"])
def test_names_and_numbers_in_the_midst_change_nothing(line: str) -> None:
    letter = f"Inledningsvis är planen bra.\n\nVägar\nDe är dåliga.\n{line}\nIngen lagar dem."
    assert above(letter)["Ingen lagar dem."] == "Vägar"


def test_a_field_of_the_form_has_no_headings() -> None:
    assert set(above(LETTER, field="3.3.behov").values()) == {""}
