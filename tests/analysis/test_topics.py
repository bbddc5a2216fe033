import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.topics import Topics
from inspel_app.domain.coding import Code
from inspel_app.resources import load_strategy, strategies
from inspel_app.services.models import sentence_encoder

CODEBOOK = load_strategy("vasterbotten-2020-2030")
ROADS = Topics(sentence_encoder(), CODEBOOK["3.2"].topics)
FERRY = [
    "Färjan till ön ställs in varje höst när linan går av.",
    "Vi i skärgården behöver en färja som går också på kvällen.",
    "Vägfärjan är öns enda väg och får inte dras in.",
]
GRAVEL = [
    "Grusvägarna är oframkomliga när tjälen går ur.",
    "Tjällossningen stänger vår grusväg för virkesbilar en månad om året.",
]


def test_names_what_texts_share() -> None:
    assert ROADS.shared_by(GRAVEL) == "Grusvägar och tjällossning"


def test_names_nothing_where_texts_share_no_topic() -> None:
    assert ROADS.shared_by(["Körsången lever.", "Sänk skatten.", "Tack för oss!"]) is None
    assert ROADS.shared_by([]) is None
    assert ROADS.shared_by(GRAVEL[:1]) is None


OTHERS = ["Flygplatsen har för få avgångar.", "Hamnen behöver muddras för större fartyg."]


def test_what_half_are_about_names_none() -> None:
    assert ROADS.shared_by([*GRAVEL, *OTHERS]) is None
    assert ROADS.shared_by([GRAVEL[0], OTHERS[0]]) is None


def test_what_more_than_half_are_about_names_all() -> None:
    assert ROADS.shared_by([*GRAVEL, OTHERS[0]]) == "Grusvägar och tjällossning"


def test_few_topics_name_nothing() -> None:
    few = Topics(sentence_encoder(), CODEBOOK["3.2"].topics[:5])
    assert few.shared_by(GRAVEL) is None


@given(st.permutations(FERRY + GRAVEL))
def test_the_order_of_the_texts_changes_nothing(texts: list[str]) -> None:
    assert ROADS.shared_by(texts) == ROADS.shared_by(FERRY + GRAVEL)


@pytest.mark.parametrize("strategy", strategies())
def test_topics_of_a_codebook_are_names(strategy: str) -> None:
    for code in load_strategy(strategy).codes:
        names = [topic.name for topic in code.topics]
        assert len({name.casefold() for name in names}) == len(names)
        assert all(1 < len(name.split()) <= 6 and name[0].isupper() for name in names)
        assert all(topic.words and topic.examples for topic in code.topics)


TOPICAL = [c for strategy in strategies() for c in load_strategy(strategy).codes if c.topics]


@pytest.mark.parametrize("code", TOPICAL, ids=lambda c: c.id)
def test_what_is_said_of_a_topic_is_found_to_be_of_it(code: Code) -> None:
    topics = code.topics
    known = Topics(sentence_encoder(), topics)
    found = [known.shared_by(topic.examples) for topic in topics]
    right = [s == t.name for s, t in zip(found, topics, strict=True)]
    assert sum(right) >= 0.9 * len(topics)
