"""Where in the strategy a respondent says that something belongs: "Avsnitt 5.2", "(5.2)".

A line that only names a part stands above what concerns that part, as the form's questions do. In
running text a number counts with a word that tells what it is the number of, or in brackets; not
where it only compares ("se även 3.1"), and not where several parts are named.
"""

import re

from inspel_app.analysis.words import content_stems
from inspel_app.domain.coding import Codebook

_PART = (
    r"(?:del)?prioritering(?:en)?|avsnitt(?:et)?|kapitel|punkt(?:en)?|område(?:t)?|rubrik(?:en)?"
)
_NUMBER = r"(?P<number>\d{1,2}\.\d{1,2})(?![.,]?\d)"
_NAMED = re.compile(
    rf"(?P<aside>\b(?:se|jfr|jämför|liksom|utöver|även|med|i likhet med)\s+(?:även\s+|också\s+)?)?"
    rf"(?:\b(?:{_PART}|(?:hör|hemma)\s+(?:i|till|under)|under)\s+|\()"
    rf"(?:(?:{_PART})\s+)?{_NUMBER}(?!\s*(?:%|procent|milj|kr|km|mil\b|grader))",
    re.IGNORECASE,
)
_LINE = re.compile(
    rf"\W*(?:(?:s|sid|sida[n]?)\.?\s*\d+[\s,–:-]*)?(?:inspel\s+på\s+|angående\s+|om\s+)?"
    rf"(?P<kind>{_PART})?\s*{_NUMBER}(?P<title>[^.!?]*)[.:)]?\s*",
    re.IGNORECASE,
)


class References:
    """Finds the parts of one strategy that are named by their number."""

    def __init__(self, codebook: Codebook) -> None:
        """The parts are those that points are mapped to."""
        self._titles = {code.id: set(content_stems(code.title)) for code in codebook.leaves}

    def heading(self, line: str) -> str | None:
        """The part that a line names and says no more of.

        A number without a word for what it is of needs brackets or words of the part's title, since
        the paragraphs of a letter may have numbers of their own.
        """
        found = _LINE.fullmatch(line)
        if not found or found["number"] not in self._titles:
            return None
        stems = set(content_stems(found["title"]))
        title = self._titles[found["number"]]
        alone = not stems and (found["kind"] is not None or line.strip().startswith("("))
        return found["number"] if alone or stems & title else None

    def named(self, text: str) -> str | None:
        """The one part to which a text says that it belongs."""
        found = {m["number"] for m in _NAMED.finditer(text) if not m["aside"]}
        known = found & self._titles.keys()
        return known.pop() if len(known) == 1 else None
