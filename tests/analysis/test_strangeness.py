import pytest

from inspel_app.analysis.strangeness import Strangeness, Subject
from inspel_app.analysis.words import word_set

SWEDISH = word_set("bussen måste gå oftare på kvällen och även till byarna längs kusten")


class Linguist:
    """Tells Finnish by one of its letters."""

    def language_of(self, text: str, within: str | None = None) -> str | None:  # noqa: ARG002 - the protocol's
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


SUBJECT = Subject(["Fler idrottshallar och cykelvägar", "flygtrafik", "AI"])


@pytest.mark.parametrize(
    "text", ["Idrott", "Cykelväg", "Hallar", "flyget", "AI", "5G", "Katten i soffan"]
)
def test_brief_texts_that_touch_the_codebook_can_be_judged(text: str) -> None:
    assert Strangeness(Linguist(), lambda _word: True, SUBJECT).reason(text) == ""


@pytest.mark.parametrize("text", ["Katten", "x", "Se ovan", "Ingen aning", "Det är bra så"])
def test_brief_texts_that_do_not_cannot(text: str) -> None:
    reason = Strangeness(Linguist(), lambda _word: True, SUBJECT).reason(text)
    assert reason == "inget av textens ord visar vad den rör"


def test_what_only_fills_a_field_cannot_be_judged() -> None:
    assert Strangeness(Linguist(), lambda _word: True).reason("Test!") == "texten säger inget i sak"
