from inspel_app.analysis.labels import Labeller

BROADBAND = [
    "Bygg ut bredband till byarna, fibern saknas.",
    "Utan bredband till byarna flyttar folk.",
    "Fiber och bredband behövs.",
]
OTHER = ["Biblioteket har stängt.", "Bussen går för sällan i byarna.", "Ingen spelar teater mer."]


def test_keywords_are_what_the_group_shares_and_others_lack() -> None:
    title, keywords = Labeller(BROADBAND + OTHER).label(BROADBAND)
    assert keywords[0] == "bredband"
    assert "fiber" in [k[:5] for k in keywords]
    assert not {"och", "till", "biblioteket"} & set(keywords)
    assert title.startswith("Bredband till byarna")


def test_counts_the_parts_of_compounds() -> None:
    texts = ["Bredband till alla.", "Bredbandsnätet är klart.", "Byabredbandet väntar."]
    assert Labeller(texts + OTHER).label(texts).keywords[0] == "bredband"


def test_keeps_the_capital_of_names_only() -> None:
    texts = ["Spåret mot Storuman rustas.", "Spåret till Storuman väntar."]
    assert set(Labeller(texts + OTHER).label(texts).keywords) >= {"spåret", "Storuman"}


def test_names_a_group_without_phrases_by_its_words() -> None:
    assert Labeller(["Bredband!", *OTHER]).label(["Bredband!"]) == ("Bredband", ("bredband",))


def test_names_a_group_without_words_at_all() -> None:
    title, keywords = Labeller(["Se 1.2.", *OTHER]).label(["Se 1.2."])
    assert title
    assert keywords == ()
