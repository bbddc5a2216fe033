from inspel_app.analysis.labels import Label, Labeller
from inspel_app.analysis.subjects import Subjects

BROADBAND = [
    "Bygg ut bredbandet till byarna, fibern är dålig.",
    "Utan bredbandet flyttar folk.",
    "Vi har ingen fiber och bredbandet är dyrt.",
]
OTHER = ["Biblioteket har stängt.", "Bussen går för sällan i byarna.", "Ingen spelar teater mer."]


def label(texts: list[str]) -> Label:
    return Labeller(Subjects(texts + OTHER)).label(texts)


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
