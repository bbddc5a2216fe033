"""Lines that are no words at all: keys that somebody struck to have something in a field.

"asdf qwer zxcv", "asdasd", "xxxx", "jklö". Only lines of which most words run along a row of the
keyboard, or repeat the same few letters; an unknown name or a misspelt word is neither.
"""

import re

from inspel_app.analysis.words import words

_ROWS = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
_RUN = 4
"""Letters of a word that runs along a row; shorter ones are words as "tre"."""
_SAME = re.compile(r"(\w)\1{2,}|(\w{2,4})\2+")
_MOST = 0.6
"""So large a share of the words is none."""


def is_mash(line: str) -> bool:
    """Whether a line is keys struck at random; never where a word is missing altogether."""
    said = words(line)
    return bool(said) and sum(map(_is_mashed, said)) >= _MOST * len(said)


def _is_mashed(word: str) -> bool:
    if _SAME.fullmatch(word):
        return True
    runs = any(word in row or word[::-1] in row for row in _ROWS)
    return runs and len(word) >= _RUN
