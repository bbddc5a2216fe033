"""What became of a Word file that was there, in words."""

from inspel_app.services.word_files import Update, lines_of


def test_it_is_said_that_nothing_was_written() -> None:
    assert lines_of(Update()) == ["Ingen del är skriven på nytt."]
    assert lines_of(Update(kept=("A",))) == [
        "Ingen del är skriven på nytt.",
        "1 del står kvar som ni har ändrat den: A.",
    ]


def test_of_many_parts_the_first_are_named() -> None:
    assert lines_of(Update(tuple("ABCDE"))) == ["5 delar är skrivna på nytt: A; B; C; D; E."]
    assert lines_of(Update(tuple("ABCDEF")))[0].endswith(": A; B; C; D; E; …")
