import pytest

from inspel_app.analysis.crosscutting import CrosscuttingFinder
from inspel_app.domain.coding import Code, Codebook, CodeKind, Term

BOOK = Codebook(
    "prov",
    "En prövostrategi",
    (
        Code("1.1", "Resor", CodeKind.DELPRIORITERING, leaf=True, terms=(Term("buss", 3),)),
        Code(
            "cross.barn",
            "Barn och unga",
            CodeKind.TVARGAENDE,
            terms=(Term("barnperspektiv", 3), Term("barn och unga", 3), Term("skola", 1)),
        ),
        Code("cross.urfolk", "Urfolk", CodeKind.TVARGAENDE, terms=(Term("samer", 3),)),
        Code("princip.lara", "Testa nytt", CodeKind.PRINCIP, terms=(Term("testa nytt", 3),)),
    ),
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Bussen ska gå för barn och unga.", ["cross.barn"]),
        ("Våga testa nytt. Utgå från barnperspektivet!", ["cross.barn", "princip.lara"]),
        ("Våga testa något nytt i skolan, för barnen och de unga.", []),
        ("Fråga samerna, samt alla andra.", ["cross.urfolk"]),
        ("Bussar och tåg samt färjor.", []),
        ("", []),
    ],
)
def test_finds_codes_by_terms_that_tell(text: str, codes: list[str]) -> None:
    assert [s.code for s in CrosscuttingFinder(BOOK).find(text)] == codes


def test_names_the_terms_as_they_stand() -> None:
    (found,) = CrosscuttingFinder(BOOK).find("Barnperspektivet ... barnperspektivet, barn och unga")
    assert found.reason == "ord: barnperspektivet, barn och unga"


@pytest.mark.parametrize(
    ("text", "permille"),
    [
        ("Ta barnperspektivet.", 500),
        ("Ta barnperspektivet i varje skola.", 525),
        ("Ta barnperspektivet, för barn och unga.", 750),
    ],
)
def test_the_more_terms_speak_for_it_the_surer(text: str, permille: int) -> None:
    assert [s.permille for s in CrosscuttingFinder(BOOK).find(text)] == [permille]
