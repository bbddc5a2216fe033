import pytest

from inspel_app.analysis.mashing import is_mash


@pytest.mark.parametrize(
    "line",
    ["asdf qwer zxcv", "Asdasd", "xxxx", "qwerty asdasd lol", "JKLÖ!", "hahahaha", "Test", "OK!",
     "Detta är bara ett test.", "bla bla", "Lorem ipsum dolor sit amet"],
)  # fmt: skip
def test_knows_keys_struck_at_random(line: str) -> None:
    assert is_mash(line)


@pytest.mark.parametrize(
    "line",
    ["", "...", "112", "Norrtåg", "SCB, LRF och SKR", "Tre bussar", "Vägen!!!", "Bojkotta asdf nu",
     "mamma", "Gällö", "Åsele kommun", "Mormor", "farfar", "Testbädd", "Test av bussar",
     "Detta är bra", "Bara en bro"],
)  # fmt: skip
def test_words_and_names_are_none(line: str) -> None:
    assert not is_mash(line)
