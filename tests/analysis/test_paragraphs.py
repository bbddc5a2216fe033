"""What of a letter is headings: what the writer marked so, and what is numbered."""

from inspel_app.analysis.passages import points
from inspel_app.analysis.references import References
from inspel_app.domain.coding import Codebook
from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import Answer

REFERENCES = References(Codebook("s", "Strategi", ()))
LETTER = """Hur får vi fler unga att våga flytta hem till byarna igen?
Bygg små hyreshus nära skolan.
Bredbandet.
Fibern har inte nått oss än.
Vi behöver tåg som går i tid
Vägen till Bäcken
Den måste rustas upp före 2030.
Med vänlig hälsning
Byalaget"""
TITLES = [LETTER.splitlines()[n] for n in (0, 2, 4, 5)]


def marked(text: str, *headings: str) -> list[str]:
    """The points of a letter in which some lines are marked as headings."""
    spans = tuple((text.index(h), text.index(h) + len(h)) for h in headings)
    parts = (Location("0" * 64, 0, len(text), headings=spans),)
    answer = Answer("s1/0", None, text, Method.TEXT, parts)
    return [point.span.of(text) for point in points(answer, REFERENCES)]


def test_what_a_writer_marked_as_headings_is_no_point() -> None:
    said = ["Bygg små hyreshus nära skolan.", "Fibern har inte nått oss än."]
    assert marked(LETTER, *TITLES) == [*said, "Den måste rustas upp före 2030."]
    assert set(TITLES) & set(marked(LETTER))


def test_text_that_only_looks_like_headings_still_makes_points() -> None:
    assert marked(LETTER, *LETTER.splitlines()) == marked(LETTER)
    last = "Bygg ut leden till sjön."
    assert marked(f"Vägen är dålig.\n{last}", last) == ["Vägen är dålig.", last]


def test_a_numbered_heading_above_a_paragraph_is_no_point() -> None:
    letter = "1. Vården\nDet är för långt dit.\n\n2. Bygg ut leden\nDen slutar tvärt."
    assert marked(letter) == [
        "Det är för långt dit.",
        "Bygg ut leden",
        "Den slutar tvärt.",
    ]
    assert marked("1. Vården\n2. Vägen\nBåda är dåliga.")[:2] == ["Vården", "Vägen"]
