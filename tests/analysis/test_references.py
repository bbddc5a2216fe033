import pytest

from inspel_app.analysis.references import References
from inspel_app.domain.coding import Code, Codebook, CodeKind

TITLES = {"3.1": "Kapacitet för samverkan", "5.2": "Hälsosamma levnadsvanor"}
CODES = tuple(
    Code(key, title, CodeKind.DELPRIORITERING, leaf=True) for key, title in TITLES.items()
)
REFERENCES = References(Codebook("s", "Strategi", CODES))


@pytest.mark.parametrize(
    "line",
    ["Avsnitt 5.2", "(5.2)", "Delprioritering 5.2:", "5.2 Hälsosamma levnadsvanor",
     "Inspel på Delprioritering 5.2 Hälsosamma levnadsvanor", "s. 37, avsnitt 5.2"],
)  # fmt: skip
def test_a_line_that_only_names_a_part_is_a_heading(line: str) -> None:
    assert REFERENCES.heading(line) == "5.2"


@pytest.mark.parametrize(
    "line",
    ["5.2", "5.2 Länsstyrelsen anser att målet är bra", "Avsnitt 5.9", "Avsnitt 5.21",
     "Avsnitt 5.2: simhallar saknas.", "Prioritering 5", ""],
)  # fmt: skip
def test_a_paragraph_with_a_number_of_its_own_is_none(line: str) -> None:
    assert REFERENCES.heading(line) is None


@pytest.mark.parametrize(
    "text",
    ["Avsnitt 5.2: lägg till något om vuxna.", "På s. 37 (avsnitt 5.2) står det fel.",
     "Kulturskolan hör hemma i 5.2.", "Simhallar bör nämnas (5.2).",
     "Under prioritering 5.2 saknas simhallar, se även 3.1."],
)  # fmt: skip
def test_finds_the_part_that_a_text_says_that_it_belongs_to(text: str) -> None:
    assert REFERENCES.named(text) == "5.2"


@pytest.mark.parametrize(
    "text",
    ["Se avsnitt 5.2.", "Avsnitt 3.1 och avsnitt 5.2 säger emot varandra.", "Andelen är 5.2.",
     "Målet (5.2 procent) är lågt.", "Avsnitt 5.2.1 är bra.", ""],
)  # fmt: skip
def test_comparisons_several_parts_and_figures_name_none(text: str) -> None:
    assert REFERENCES.named(text) is None
