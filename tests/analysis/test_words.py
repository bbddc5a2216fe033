import pytest

from inspel_app.analysis.words import without_addresses


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Se https://example.org/a och www.example.org.", ["Se", "och"]),
        ("Skriv till (kim@example.org), tack", ["Skriv", "till", "tack"]),
        ("Bussen går.", ["Bussen", "går."]),
    ],
)
def test_addresses_are_taken_out(text: str, rest: list[str]) -> None:
    assert without_addresses(text).split() == rest


@pytest.mark.parametrize("piece", ["a", "a:", "www", "/", "a.", "w "])
def test_long_runs_take_no_time(piece: str) -> None:
    text = piece * 100_000
    assert without_addresses(text) == text
