"""The strategy's text is cut at its headings, each about what it names; nothing is lost."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.coding import Code, Codebook, CodeKind
from inspel_app.domain.document import Block, BlockKind, Document, Method, Role
from inspel_app.forms.strategy_sections import Part, matched, parts_of

BOOK = Codebook(
    "bok",
    "En bok",
    (
        Code("3", "En nära tillgänglig region", CodeKind.PRIORITERING),
        Code("3.1", "Kapacitet för samverkan", CodeKind.DELPRIORITERING, "3", leaf=True),
        Code("3.3", "Hållbar mobilitet", CodeKind.DELPRIORITERING, "3", leaf=True),
        Code("4", "Livsmiljöer", CodeKind.PRIORITERING),
        Code("4.1", "Kapacitet för samverkan", CodeKind.DELPRIORITERING, "4", leaf=True),
    ),
)


def document(*blocks: Block) -> Document:
    return Document.of("f", Method.TEXT, blocks)


def heading(text: str, level: int = 1) -> Block:
    return Block(text, BlockKind.HEADING, level=level)


def told(parts: Sequence[Part]) -> list[tuple[str | None, str, str]]:
    return [(part.code, part.heading, part.text) for part in parts]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("3.3 Hållbar mobilitet", "3.3"),
        ("3.3. HÅLLBAR MOBILITET", "3.3"),
        ("Hållbar mobilitet", "3.3"),
        ("Prioritering 3: En nära tillgänglig region", "3"),
        ("Prioritering 3 – En nära och tillgänglig region", "3"),
        ("3.3 Hållbara resor och mobilitet", "3.3"),
        ("4.1 Kapacitet för samverkan", "4.1"),
        ("3.1 Kapacitet för samverkan", "3.1"),
        ("Delprioritering 3.3 Resor", "3.3"),
        ("DELPRIORITERING 3.3", "3.3"),
        ("Delprioritering 3.3. Att ta sig fram", "3.3"),
        ("Prioritering 4: Att bo", "4"),
        ("Delprioritering 3.9 Hållbar mobilitet", "3.3"),
        ("Prioritering 3.10", None),
        ("Kapitel 3 Genomförande", None),
        ("3 Genomförande och uppföljning", None),
        ("Förord", None),
        ("", None),
    ],
)
def test_a_heading_is_matched_by_number_and_title(title: str, code: str | None) -> None:
    assert matched(title, BOOK) == code


def test_a_sentence_that_begins_with_a_number_is_no_heading() -> None:
    said = "Prioritering 4 bör gå före prioritering 3."
    assert told(parts_of(document(heading("3.3 Resor och mobilitet"), Block(said)), BOOK)) == [
        ("3.3", "3.3 Resor och mobilitet", said)
    ]


def test_a_heading_without_a_part_of_its_own_is_about_the_one_above() -> None:
    parts = parts_of(
        document(
            heading("3.3 Hållbar mobilitet", 2),
            Block("Resor."),
            heading("Vägen framåt", 3),
            Block("Sedan."),
            heading("Uppföljning", 1),
            Block("Årligen."),
        ),
        BOOK,
    )
    assert [(p.code, p.heading) for p in parts] == [
        ("3.3", "3.3 Hållbar mobilitet"),
        ("3.3", "Vägen framåt"),
        (None, "Uppföljning"),
    ]


def test_headings_that_are_not_marked_are_found_after_the_table_of_contents() -> None:
    parts = parts_of(
        document(
            Block("3.3 Hållbar mobilitet ..... 17"),
            Block("3.3 Hållbar mobilitet"),
            Block("Inledning."),
            Block("3.3 Hållbar mobilitet"),
            Block("Stråken binder samman."),
        ),
        BOOK,
    )
    assert told(parts)[-1] == ("3.3", "3.3 Hållbar mobilitet", "Stråken binder samman.")
    assert len(parts) == 2


def test_a_line_that_says_the_title_of_a_marked_heading_is_text() -> None:
    title = heading("3.3 Hållbar mobilitet")
    parts = parts_of(document(title, Block("Hållbar mobilitet"), Block("Resor.")), BOOK)
    assert told(parts) == [("3.3", "3.3 Hållbar mobilitet", "Hållbar mobilitet\nResor.")]


def test_headers_and_footers_are_no_part_of_the_text() -> None:
    running = Block("Sida 3", role=Role.FOOTER)
    parts = parts_of(document(heading("3.3 Hållbar mobilitet"), running, Block("Text.")), BOOK)
    assert [p.text for p in parts] == ["Text."]


_TITLES = st.sampled_from(["3.3 Hållbar mobilitet", "Livsmiljöer", "Förord", "Om oss"])
_BLOCKS = st.lists(
    st.one_of(
        st.tuples(_TITLES, st.integers(1, 3)).map(lambda t: heading(*t)),
        st.text("ab .", min_size=1, max_size=12).map(Block),
    ),
    max_size=12,
)


@given(_BLOCKS)
def test_all_text_is_in_some_section_in_its_order(blocks: list[Block]) -> None:
    parts = parts_of(document(*blocks), BOOK)
    text = [b.text.strip() for b in blocks if b.kind is not BlockKind.HEADING and b.text.strip()]
    assert "\n".join(p.text for p in parts if p.text) == "\n".join(text)
