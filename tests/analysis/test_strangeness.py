import pytest

from inspel_app.analysis.strangeness import Strangeness
from inspel_app.analysis.words import word_set

SWEDISH = word_set("bussen måste gå oftare på kvällen och även till byarna längs kusten")


class Linguist:
    """Tells Finnish by one of its letters."""

    def language_of(self, text: str) -> str | None:
        return "fi" if "ää" in text else "sv" if "och" in text else None


STRANGENESS = Strangeness(Linguist(), SWEDISH.__contains__)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Bussen måste gå oftare på kvällen.", ""),
        ("Bussivuoroja pitää lisätä kyliin.", "texten är inte på svenska"),
        ("Qwert zxcv asdfg hjklm plokm.", "få av textens ord är kända"),
        ("Qwert zxcv bussen.", "få av textens ord är kända"),
        ("Qwert zxcv.", "få av textens ord är kända"),
        ("Hjkl", "få av textens ord är kända"),
        ("Qwert bussen.", ""),
        ("12 %", ""),
        ("Bussen måste gå till byarna längs kusten, yää.", ""),
        ("", ""),
    ],
)
def test_tells_texts_of_which_nothing_was_learnt(text: str, reason: str) -> None:
    assert STRANGENESS.reason(text) == reason


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bussivuoroja pitää lisätä kyliin.", "fi"),
        ("Qwert zxcv asdfg hjklm plokm.", "und"),
        ("Bussen måste gå till byarna längs kusten, yää.", ""),
    ],
)
def test_tells_the_language_of_what_is_strange(text: str, language: str) -> None:
    assert STRANGENESS.language(text) == language
