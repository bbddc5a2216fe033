"""What is left of a placeholder that a respondent has partly erased."""

import re
from collections.abc import Iterable

from inspel_app.forms.ranges import Range, stripped

_SHORTEST = 5
"""A piece with fewer characters is a word that respondents use too."""


class Remnants:
    """Knows the beginnings and ends of one form's placeholders."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = [" ".join(phrase.split()) for phrase in phrases]
        begun = "|".join(_begun(p) for p in self._phrases if len(p) >= _SHORTEST)
        new_sentence = r"(?=\s+(?-i:[^\sa-zåäö])|\s*\Z)"
        self._begins = re.compile(rf"(?:{begun or '(?!)'}){new_sentence}", re.IGNORECASE)

    def parted(self, text: str, written: list[Range]) -> tuple[list[Range], list[Range]]:
        """The ranges of an answer, and apart from them what is left of a placeholder before it."""
        if not written:
            return [], []
        start, end = written[0]
        if len(written) == 1 and self._is_rest(text[start:end]):
            return [], written
        found = self._begins.match(text, start, end)
        if found is None:
            return written, []
        return stripped(text, [(found.end(), end), *written[1:]]), [found.span()]

    def _is_rest(self, said: str) -> bool:
        """Whether nothing but an end of a placeholder was left."""
        bare = " ".join(said.lower().split()).rstrip(".")
        phrases = [phrase.lower().rstrip(".") for phrase in self._phrases]
        return len(bare) >= _SHORTEST and any(
            p.startswith(bare) or p.endswith(bare) for p in phrases
        )


def _begun(phrase: str) -> str:
    """A pattern of the phrase's first letters, and as many more of it as there are."""
    more = ""
    for sign in reversed(phrase[_SHORTEST:]):
        more = f"(?:{_sign(sign)}{more})?"
    return "".join(map(_sign, phrase[:_SHORTEST])) + more


def _sign(sign: str) -> str:
    return r"\s+" if sign.isspace() else re.escape(sign)
