"""Words of their own that respondents put into the form's questions and headings."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from inspel_app.domain.document import Document
from inspel_app.domain.form import FormTemplate
from inspel_app.forms.align import Match
from inspel_app.forms.folding import fold
from inspel_app.forms.ground import LEAD
from inspel_app.forms.ranges import Range, stripped, subtract
from inspel_app.forms.shortened import ASKING, root

_WORD = re.compile(r"\w*[^\W\d_]\w+|\w+[^\W\d_]")
_PAGES = frozenset({"sid", "sida", "sidan", "sidor"})
"""What stands before the pages that a heading concerns."""
_READ = 0.5
"""So many of a word's letters stand in their places where it is the form's own, misspelt."""


class PrintedWords:
    """Knows which words stand in each of a form's texts, and in the questions beside it."""

    def __init__(self, template: FormTemplate) -> None:
        self._ways = [
            [fold(way) for way in (label.text, *label.aliases)] for label in template.labels
        ]
        words = [frozenset(_WORD.findall(" ".join(ways))) for ways in self._ways]
        near: dict[int | None, frozenset[str]] = {
            None: frozenset(),
            **{n: words[n] for n in {x.parent for x in template.labels} if n is not None},
        }
        for number, label in enumerate(template.labels):
            if label.question and label.parent is not None:
                near[label.parent] |= words[number]
        self._known = [
            _PAGES | words[n] | near[label.parent] for n, label in enumerate(template.labels)
        ]

    def added_to(
        self, document: Document, matches: Sequence[Match], empty: Sequence[Range]
    ) -> Iterator[Range]:
        """The printed texts, less what is empty, into which new words were put: each word once.

        The same word in several texts is of whoever made the form anew. What was read from a
        picture is misread rather than changed, and its words are doubted one by one.
        """
        text = document.cell_by_cell
        listed: set[str] = set()
        for match in matches:
            for start, end in stripped(text, subtract((match.start, match.end), empty)):
                added = set(self._added(fold(text[start:end]), match.label)) - listed
                if added and not any(document.words(start, end)):
                    listed |= added
                    yield start, end

    def _added(self, text: str, number: int) -> Iterator[str]:
        """The words of a printed text that neither it nor what stands round it says."""
        known = self._known[number]
        lead = LEAD.match(text)
        for word in _WORD.finditer(text, lead.end() if lead else 0):
            if word[0] in known or ASKING.fullmatch(word[0]):
                continue
            varied = any(other.startswith(root(word[0])) for other in known)
            if not varied and not any(_is_misspelt(word, way) for way in self._ways[number]):
                yield word[0]


def _is_misspelt(word: re.Match[str], printed: str) -> bool:
    """Whether a word stands in its text for another of the printed text."""
    kept = sum(
        min(op.src_end, word.end()) - max(op.src_start, word.start())
        for op in Levenshtein.opcodes(word.string, printed)
        if op.tag == "equal" and op.src_start < word.end() and op.src_end > word.start()
    )
    return kept >= _READ * len(word[0])
