"""What of a document is the form's own printed text, and so neither an answer nor unplaced."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from inspel_app.domain.document import Method, Role
from inspel_app.domain.form import FormTemplate
from inspel_app.forms.folding import even, fold

_PAGE_NUMBER = re.compile(
    r"(?:sida|sidan|s|page|p)\.? ?\d{1,3}(?: ?(?:\(|av|of|/) ?\d{1,3}\)?)?|\d{1,3} ?\(\d{1,3}\)"
)
_NUMBER = re.compile(r"\d{1,3}(?: ?/ ?\d{1,3})?")
_MARGINS = frozenset({Role.HEADER, Role.FOOTER})
_RULES = " -*·•:.,|_"
_WORD = re.compile(r"[\w@][\w@./-]*[\w]|\w")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
_COLUMN_HEADS = frozenset({"fråga", "frågor", "svar", "ert svar", "era svar", "vårt svar"})
"""What stands over the columns where a form is put into a table."""
_LONG = 60
"""A stretch of own text at least this long (in characters) is known without its beginning."""
_RUNS = 0.75
"""So much of a text, in runs of three words, makes it own text from which some was cut."""
_LEAST_RUNS = 4
"""Fewer runs than this may be a respondent's own words, but in the margin none writes."""
_NAMES = 5
"""So many words may be other names than in the form at hand, beside an e-mail address."""
_READ_LIKENESS = 88.0
"""Per cent of likeness asked of own text that was read from a picture."""
_SHORT = 12
_PICTURED_WORD, _WORD_LIKENESS = 5, 70.0
"""A single word of a picture has so many letters, and is read so well, per cent of likeness."""


_COUNTED = (4, 5)
"""Words of a page number that says of how many; its own may be read in two pieces."""
_NUMBER_LIKENESS = 75.0


class OwnText:
    """The printed texts of one form, whole and sentence by sentence."""

    def __init__(self, template: FormTemplate) -> None:
        printed = [t for label in template.labels for t in (label.text, *label.aliases)]
        self._lines = _COLUMN_HEADS.union(line for text in printed for line in _lines(text))
        self._whole = " ".join(fold(t) for t in printed)
        self._runs = set(_runs(self._whole))
        self._words = set(_WORD.findall(self._whole))
        self._pictures = " ".join(fold(t) for t in template.picture_texts)

    def holds(self, text: str, method: Method, role: Role) -> bool:
        """Whether a piece of a document is the form's own, with nothing put in.

        What a scanner read may differ somewhat, and may stand in the form's pictures.
        """
        bare = fold(text).strip(_RULES)
        if is_page_number(text, role) or all(line in self._lines for line in _lines(text)):
            return True
        if len(bare) >= _LONG and bare in self._whole:
            return True
        if method is Method.OCR and len(bare) >= _SHORT:
            printed = f"{self._whole} {self._pictures}"
            if fuzz.partial_ratio(bare, printed) >= _READ_LIKENESS:
                return True
        return self._is_shortened(text, 1 if role in _MARGINS else _LEAST_RUNS)

    def may_be_picture(self, text: str, around: Iterable[str]) -> bool:
        """Whether a word or two, read beside other text of the form's pictures, is such too."""
        bare = fold(text).strip(_RULES)
        if not _PICTURED_WORD <= len(bare) < _SHORT or not self._shows(bare, _WORD_LIKENESS):
            return False
        beside = (fold(other) for other in around)
        return any(len(o) >= _SHORT and self._shows(o, _READ_LIKENESS) for o in beside)

    def _shows(self, folded: str, likeness: float) -> bool:
        return fuzz.partial_ratio(folded, self._pictures) >= likeness

    def _is_shortened(self, text: str, least: int) -> bool:
        """Whether words have been cut from own text, or only names and addresses changed."""
        runs = _runs(fold(text))
        known = sum(run in self._runs for run in runs)
        new = [word for word in _WORD.findall(even(text)) if fold(word) not in self._words]
        renamed = (
            "@" in text and len(new) <= _NAMES and all(w[0].isupper() or "@" in w for w in new)
        )
        enough = len(runs) >= least and known >= _RUNS * len(runs)
        return enough and (not new or renamed)


def is_page_number(text: str, role: Role) -> bool:
    """Whether a piece of text is nothing but a page number, rules or leaders.

    A number alone is one only in the margin: elsewhere it may be an answer.
    """
    bare = fold(text).strip(_RULES)
    if role in _MARGINS and _NUMBER.fullmatch(bare):
        return True
    return not bare or _PAGE_NUMBER.fullmatch(bare) is not None


def is_misread_number(text: str) -> bool:
    """Whether what was read in a picture may be "Sida 3 av 11" with signs wrong."""
    words = fold(text).replace(".", " ").split()
    if len(words) not in _COUNTED or not words[-1].strip(_RULES).isdigit():
        return False
    return fuzz.ratio(f"{words[0]} {words[-2]}", "sida av") >= _NUMBER_LIKENESS


def _lines(text: str) -> list[str]:
    """The text's sentences and lines, folded and bare."""
    parts = (part for line in text.splitlines() for part in _SENTENCE_END.split(line))
    return [bare for part in parts if (bare := fold(part).strip(_RULES))]


def _runs(folded: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(folded)
    return list(zip(words, words[1:], words[2:], strict=False))
