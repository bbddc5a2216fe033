import pytest

from inspel_app.forms.editions import edition_order


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Malå inspel.docx", "Malå inspel_v2.docx"),
        ("inspel v2.docx", "inspel v10.docx"),
        ("svar version 1.pdf", "svar version 2 slutlig.pdf"),
        ("utkast inspel.docx", "inspel.docx"),
        ("inspel.docx", "inspel REVIDERAD.docx"),
        ("inspel 2025-06-03.docx", "inspel 20250611.docx"),
    ],
)
def test_names_tell_which_edition_is_later(earlier: str, later: str) -> None:
    assert edition_order(later, earlier) > 0
    assert edition_order(earlier, later) < 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("inspel.docx", "inspel.pdf"),
        ("inspel.docx", "inspel 2025-06-03.docx"),
        ("v2 utkast.docx", "v1 slutlig.docx"),
        ("Servicepunkt 3.docx", "Servicepunkt 4.docx"),
    ],
)
def test_names_that_tell_nothing_or_against_themselves_have_no_order(one: str, other: str) -> None:
    assert edition_order(one, other) == 0
