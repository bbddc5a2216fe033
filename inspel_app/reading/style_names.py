"""What styles are for, by the names that word processors give them."""

import re

LAST_HEADING = 9

_HEADING_NAME = re.compile(r"(?:heading|rubrik) ?([1-9])")
_TITLE_NAMES = {"title", "rubrik"}
_PLACEHOLDER_NAMES = {"placeholder text", "placeholdertext", "platshållartext"}


def named_level(*names: str) -> int:
    """The heading level (1-9) that a style's names speak of, in English or Swedish; 0 for none."""
    for name in names:
        match = _HEADING_NAME.fullmatch(name.casefold())
        if match:
            return int(match[1])
        if name.casefold() in _TITLE_NAMES:
            return 1
    return 0


def is_placeholder_name(name: str) -> bool:
    """Whether a style is that of the prompts in forms."""
    return name.casefold() in _PLACEHOLDER_NAMES
