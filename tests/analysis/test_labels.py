import pytest

from inspel_app.analysis.labels import Label, Labeller, is_like
from inspel_app.analysis.subjects import Subjects

BROADBAND = [
    "Bygg ut bredbandet till byarna, fibern är dålig.",
    "Utan bredbandet flyttar folk.",
    "Vi har ingen fiber och bredbandet är dyrt.",
]
OTHER = ["Biblioteket har stängt.", "Bussen går för sällan i byarna.", "Ingen spelar teater mer."]


def label(texts: list[str]) -> Label:
    return Labeller(Subjects(texts + OTHER)).label(texts, lambda _word: True)


def test_is_named_by_what_the_texts_share() -> None:
    title, keywords = label(BROADBAND)
    assert title == "Bredbandet"
    assert keywords[0] == "bredbandet"
    assert not {"och", "till", "biblioteket"} & set(keywords)


def test_names_what_most_share_before_what_the_rest_share() -> None:
    texts = [
        "Indikatorer är bra.",
        "Vi vill ha indikatorer.",
        "Med indikatorer och en uppföljning.",
        "Uppföljningen är svag.",
    ]
    assert label(texts).title == "Indikatorer och uppföljning"


def test_counts_the_parts_of_compounds() -> None:
    texts = ["Vi vill ha ett bredband.", "Bredbandsnätet är klart.", "Byabredbandet väntar."]
    assert label(texts).title == "Bredband"


def test_holds_only_words_that_may_name_a_theme() -> None:
    title, keywords = Labeller(Subjects(BROADBAND + OTHER)).label(
        BROADBAND, lambda word: not word.startswith("bredband")
    )
    assert title == "Fibern"
    assert not any(word.startswith("bredband") for word in keywords)


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("byskola", "bygata", False),
        ("bredband", "bredbandsnät", True),
        ("lån", "Banklån", True),
        ("fiber", "mast", False),
    ],
)
def test_tells_words_that_are_too_alike(one: str, other: str, *, like: bool) -> None:
    assert is_like(one, other) is is_like(other, one) is like


def test_no_verb_adverb_or_place_names_a_group() -> None:
    texts = [
        "Norrbanan kostar ändå för mycket i Umeå.",
        "Spåret i Umeå kostar ändå mer och Norrbanan är dyr.",
    ]
    title, keywords = label(texts)
    assert title == "Norrbanan"
    assert not {"kostar", "ändå", "Umeå"} & set(keywords)


def test_texts_that_share_nothing_specific_have_nothing_in_common() -> None:
    labeller = Labeller(Subjects(["Kommunen är stor.", "Kommunen är liten.", *OTHER]))
    assert labeller.common(["Kommunen är stor.", "Kommunen är liten."]) == []


def test_what_most_share_is_worth_most() -> None:
    worth = Labeller(Subjects(BROADBAND + OTHER)).worth(BROADBAND)
    assert max(worth, key=lambda subject: worth[subject]).startswith("bredb")
    assert not any(subject.startswith("bibl") for subject in worth)


def test_names_a_text_by_its_beginning_where_it_has_no_noun() -> None:
    title, keywords = label(["Se 1.2."])
    assert title == "Se 1.2."
    assert keywords == ()
