import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from inspel_app.domain.coding import Code, CodeKind
from inspel_app.domain.form import ActorType, Respondent, SourceFile, Submission
from inspel_app.domain.synthesis import Count
from inspel_app.synthesis import words


@given(st.text(st.characters(codec=None)))
def test_cleaned_text_is_always_valid_xml(text: str) -> None:
    element = etree.Element("a")
    element.text = words.clean(text)
    etree.fromstring(etree.tostring(element))
    words.clean(text).encode("utf-8")


def test_clean_keeps_tabs_line_breaks_and_emoji() -> None:
    assert words.clean("å\t\n🚌\x00\x1f\ufffe") == "å\t\n🚌"


def test_nobody_is_called_by_the_name_of_a_file() -> None:
    unknown = Submission("s", (SourceFile("Mina tankar.txt", "f"),))
    assert words.respondent_name(unknown) == "Avsändare ej angiven (Mina tankar)"


def test_numbers_come_with_their_nouns() -> None:
    assert words.counts(Count(1, 1, 1)) == "1 synpunkt"
    assert words.counts(Count(3, 2, 4)) == "3 inspel från 2 avsändare (4 synpunkter)"
    assert words.inspel(1234) == "1\N{NO-BREAK SPACE}234 inspel"


@pytest.mark.parametrize("iso", ["2025-06-17", "2025-06-17T21:14:05+02:00", "2025-06-17T21:14:05Z"])
def test_dates_are_written_out(iso: str) -> None:
    assert words.date(iso) == "17 juni 2025"


def test_lists_end_with_och() -> None:
    assert [words.listed(["a", "b", "c"][:n]) for n in range(4)] == [
        "",
        "a",
        "a och b",
        "a, b och c",
    ]


@pytest.mark.parametrize(
    ("code", "heading"),
    [
        (Code("3", "En nära region", CodeKind.PRIORITERING), "Prioritering 3: En nära region"),
        (Code("3.3", "Hållbar mobilitet", CodeKind.DELPRIORITERING), "3.3 Hållbar mobilitet"),
        (Code("2", "Målområde 2 Att leva", CodeKind.MALOMRADE), "Målområde 2 Att leva"),
        (Code("jamlik", "Jämlik inkludering", CodeKind.INRIKTNING), "Jämlik inkludering"),
    ],
)
def test_code_headings_name_the_code_once(code: Code, heading: str) -> None:
    assert words.code_heading(code) == heading


@pytest.mark.parametrize(
    ("respondent", "private"),
    [
        (Respondent("Storby kommun", contact="Ture Påhittad", type=ActorType.KOMMUN), False),
        (Respondent("Föreningen", contact="Ture Påhittad"), False),
        (Respondent(), False),
        (Respondent("Privat", type=ActorType.PRIVATPERSON), True),
        (Respondent("Ture påhittad", contact="Ture Påhittad"), True),
        (Respondent(contact="Ture Påhittad"), True),
    ],
)
def test_private_persons_are_known_also_without_a_type(
    respondent: Respondent, *, private: bool
) -> None:
    assert words.is_private(respondent) is private
