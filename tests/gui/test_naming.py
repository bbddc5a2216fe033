"""What the window calls parts of the strategy."""

from inspel_app.gui.words import short_code
from inspel_app.resources import load_strategy

BOOK = load_strategy("vasterbotten-2020-2030")


def test_parts_are_called_by_their_number_or_else_by_their_name() -> None:
    assert short_code(BOOK["3.3"]) == "3.3"
    assert short_code(BOOK["cross.jamstalldhet"]) == BOOK["cross.jamstalldhet"].title
