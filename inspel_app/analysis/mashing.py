"""Lines that say nothing at all: what somebody wrote only to have something in a field.

"asdf qwer zxcv", "asdasd", "xxxx", "jklö": most words run along a row of the keyboard, or repeat
the same few letters; an unknown name or a misspelt word does neither. "Test", "ok", "detta är bara
ett test", "lorem ipsum": all words only try the field, or fill it.
"""

import re

from inspel_app.analysis.words import word_set, words

_ROWS = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
_RUN = 4
"""Letters of a word that runs along a row; shorter ones are words as "tre"."""
_SAME = re.compile(r"(\w)\1{2,}|(\w{2,4})\2{2,}")
_TWICE = re.compile(r"(\w{2,4})\1")
"""Nothing tells "asdasd" from "mormor" but that it runs along a row."""
_MOST = 0.6
"""So large a share of the words is none."""
_FILLS = word_set(
    """test testar testing testsvar testtext testinspel provsvar okej okay ok oki bla blabla blah
    blablabla osv etc mm mmm hm hmm mhm tja eh öh äh lol haha hihi lorem ipsum dolor sit
    amet abc foo bar testtest"""
)
"""Words that tell nothing when they stand by themselves."""
_AROUND = word_set("det detta den denna här är bara ett en liten litet lite jag vi och")
"""Words that may stand around those."""


def is_mash(line: str) -> bool:
    """Whether a line is keys struck at random, or words that only try or fill the field.

    Never where a word is missing altogether.
    """
    said = words(line)
    struck = bool(said) and sum(map(_is_mashed, said)) >= _MOST * len(said)
    return struck or (not _FILLS.isdisjoint(said) and _FILLS.union(_AROUND).issuperset(said))


def _is_mashed(word: str) -> bool:
    if _SAME.fullmatch(word):
        return True
    twice = _TWICE.fullmatch(word)
    return _runs(twice[1]) if twice else _runs(word) and len(word) >= _RUN


def _runs(letters: str) -> bool:
    """Whether letters stand beside each other on the keyboard, in their order or turned."""
    return any(letters in row or letters[::-1] in row for row in _ROWS)
