import pytest

from inspel_app.analysis.asides import is_aside
from inspel_app.domain.coding import Passage


def passage(text: str, field: str | None = None) -> Passage:
    return Passage("a:0-1", "s", "a", field, 0, 1, text)


@pytest.mark.parametrize(
    "text",
    [
        "Hej!",
        "Mitt namn är Kim och jag är 79 år.",
        "Vi omsätter tillsammans 96 miljoner kronor.",
        "Vi är 88 bofasta.",
        "Jag svarar på några frågor.",
        "Tack för möjligheten att svara. Vi skriver kort.",
    ],
)
def test_what_says_nothing_on_the_matter_is_an_aside(text: str) -> None:
    assert is_aside(passage(text))


def test_an_answer_on_how_the_strategy_is_used_is_an_aside() -> None:
    text = "I ansökningar om projektmedel."
    assert is_aside(passage(text, "overgripande.anvandning"))
    assert not is_aside(passage(text, "overgripande.inspel"))


@pytest.mark.parametrize(
    "text",
    [
        "Bygg ut ringbilen.",
        "Vi är 88 bofasta. Bygg ut ringbilen.",
        "Vi vill ha bussar.",
        "Vi är en by där mobilen inte fungerar.",
        "Jag bor i Åsele, dit ingen buss går.",
    ],
)
def test_a_point_is_no_aside(text: str) -> None:
    assert not is_aside(passage(text))
