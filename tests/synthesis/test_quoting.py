from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.coding import Passage, Stance
from inspel_app.domain.form import ActorType, Respondent
from inspel_app.synthesis.material import Material
from inspel_app.synthesis.quoting import LONGEST, shortened, typical
from tests.synthesis.conftest import Round, Said

SENTENCES = st.lists(
    st.text("abc åäö,", min_size=1, max_size=90).map(lambda s: f"A{s}."), max_size=20
)


@given(SENTENCES)
def test_shortening_keeps_whole_sentences_from_the_beginning(sentences: list[str]) -> None:
    text = " ".join(sentences)
    short = shortened(text)
    if len(text) <= LONGEST:
        assert short == text
    else:
        kept = short.removesuffix(" […]")
        assert short != kept
        assert len(kept) <= LONGEST
        assert kept in [" ".join(sentences[:n]) for n in range(1, len(sentences))]


def test_a_sentence_without_an_end_is_quoted_whole() -> None:
    text = "ord " * 200
    assert shortened(text) == text


@pytest.mark.parametrize("abbreviation", ["t.ex.", "bl.a.", "jfr.", "nr."])
def test_an_abbreviation_does_not_end_a_sentence(abbreviation: str) -> None:
    first = f"{'Vi vill ' * 40}ha {abbreviation} Umeå med."
    assert shortened(f"{first} {'Mer text här. ' * 20}").startswith(first)


def theme(*speakers: tuple[str, ActorType, str]) -> tuple[list[Passage], Material]:
    """Passages of one theme, each by (organisation, type, text)."""
    round_ = Round()
    for organisation, kind, text in speakers:
        who = Respondent(organisation, type=kind, municipality=organisation)
        round_.add(who, [("3.3.behov", text, [Said(text, "3.3", "behov")])], "a.docx")
    return round_.passages, Material(tuple(round_.submissions), {})


def long_enough(text: str) -> str:
    return f"{text} behöver fler bussar på kvällen och på helgen."


def test_quotations_come_from_as_many_respondents_as_there_are() -> None:
    kommun, bolag = ActorType.KOMMUN, ActorType.NARINGSLIV
    passages, material = theme(
        ("Storby", kommun, long_enough("Ett")),
        ("Storby", kommun, long_enough("Två")),
        ("Storby", kommun, long_enough("Tre")),
        ("Bolaget", bolag, long_enough("Fyra")),
        ("Västby", kommun, long_enough("Fem")),
    )
    assert [q.respondent for q in typical(passages, material)] == ["Storby", "Bolaget", "Västby"]


def test_one_respondent_is_quoted_at_most_twice() -> None:
    passages, material = theme(
        *[("Storby", ActorType.KOMMUN, long_enough(str(n))) for n in range(6)]
    )
    assert [q.number for q in typical(passages, material)] == [1, 2]


def test_there_are_at_most_five_and_the_clear_ones_go_first() -> None:
    texts = ["Bussen.", *(long_enough(str(n)) for n in range(8))]
    passages, material = theme(*[(f"Org {i}", ActorType.KOMMUN, t) for i, t in enumerate(texts)])
    assert [q.number for q in typical(passages, material)] == [2, 3, 4, 5, 6]


def test_those_for_and_those_against_are_both_quoted() -> None:
    speakers = [(f"By {n}", ActorType.KOMMUN, long_enough(f"By {n}")) for n in range(6)]
    passages, material = theme(*speakers, ("By 0", ActorType.KOMMUN, "Nej."))
    stances = [Stance.STOD] * 6 + [Stance.KRITIK]
    taken = [replace(p, stance=s) for p, s in zip(passages, stances, strict=True)]
    assert "Nej." in [q.text for q in typical(taken, material)]
    assert "Nej." not in [q.text for q in typical(passages, material)]


def test_what_does_not_stand_alone_is_quoted_only_where_nothing_else_is() -> None:
    kommun, bolag = ActorType.KOMMUN, ActorType.NARINGSLIV
    dangling = "Dessutom behöver det bli mycket fler av dem på kvällen."
    passages, material = theme(("Storby", kommun, dangling), ("Bolag", bolag, long_enough("Vi")))
    assert [q.text for q in typical(passages, material)] == [long_enough("Vi")]
    assert [q.text for q in typical(passages[:1], material)] == [dangling]


def test_criticism_is_quoted_even_if_it_does_not_stand_alone() -> None:
    kommun = ActorType.KOMMUN
    against = "Men de kostar för mycket för byarna i inlandet."
    passages, material = theme(("Storby", kommun, long_enough("Vi")), ("Västby", kommun, against))
    stances = (Stance.STOD, Stance.KRITIK)
    sides = [replace(p, stance=s) for p, s in zip(passages, stances, strict=True)]
    assert against in [q.text for q in typical(sides, material)]


def test_who_says_the_opposite_is_quoted_before_all_others() -> None:
    speakers = [(f"By {n}", ActorType.KOMMUN, long_enough(f"By {n}")) for n in range(8)]
    passages, material = theme(*speakers)
    last = passages[-1]
    assert last.id not in {q.passage for q in typical(passages, material)}
    assert last.id in {q.passage for q in typical(passages, material, apart={last.id})}
