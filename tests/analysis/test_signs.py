import pytest

from inspel_app.analysis.signs import Sentence


@pytest.mark.parametrize("text", ["Vi vill se ett årtal.", "Den bör ha ett årtal."])
def test_a_request_without_a_subject_of_its_own_may_be_the_same_in_other_words(text: str) -> None:
    assert Sentence.of(text).asks
    assert not Sentence.of(text).asks_anew


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Skotertrafiken är ett elände.", "skotertrafik"),
        ("Den är ett elände.", ""),
        ("Sätt upp bommar.", ""),
        ("Ofta är det ett elände.", ""),
    ],
)
def test_knows_a_first_word_that_names_a_matter(text: str, matter: str) -> None:
    assert Sentence.of(text).matter == matter
