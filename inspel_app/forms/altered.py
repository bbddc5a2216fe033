"""The form's headings as respondents have changed them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from inspel_app.domain.document import Block, BlockKind, Document
from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.align import Match
from inspel_app.forms.folding import fold
from inspel_app.forms.ranges import Range

_LONGEST_LEAD = 50
"""Characters that may stand before what is left of a heading on its line."""
_ALIKE = 0.6
"""So many of a changed heading's words are the form's."""
_LEAST = 3
_WORD = re.compile(r"\w+(?:\.\d+)*")
_TITLES = (LabelKind.SECTION, LabelKind.HEADING)


def whole_headings(text: str, template: FormTemplate, matches: Sequence[Match]) -> list[Match]:
    """The matches, with what stands before a heading on its line as a part of it.

    So it is where the line ends with the heading and its first question follows at once; in a
    sentence, the heading is only named.
    """
    labels = template.labels
    whole = list(matches)
    for n in range(1, len(whole) - 1):
        before, match, following = whole[n - 1 : n + 2]
        begins = text.rfind("\n", 0, match.start) + 1
        if (
            before.end <= begins < match.start <= begins + _LONGEST_LEAD
            and labels[match.label].kind in _TITLES
            and labels[following.label].parent == match.label
            and not text[match.end : following.start].strip()
        ):
            whole[n] = replace(match, start=begins)
    return whole


def altered_headings(
    document: Document, template: FormTemplate, matches: Sequence[Match]
) -> Iterator[Range]:
    """Paragraphs that stand for headings that were not recognised.

    They stand just before a printed text that was, and in the form, too, a heading stands
    between that text and the one before it.
    """
    blocks = document.blocks
    for match, following in pairwise(matches):
        missing = template.labels[match.label + 1 : following.label]
        headings = [set(_words(x.text)) for x in missing if x.kind in _TITLES]
        if not headings:
            continue

        def is_altered(block: Block, headings: Sequence[set[str]] = headings) -> bool:
            return not block.words and (
                block.kind is BlockKind.HEADING or any(_is_like(block.text, h) for h in headings)
            )

        first, last = (
            bisect_left(blocks, at, key=lambda b: b.start) for at in (match.end, following.start)
        )
        for block in takewhile(is_altered, reversed(blocks[first:last])):
            yield block.start, block.end


def _is_like(text: str, heading: set[str]) -> bool:
    """Whether a line has a heading's words and numbers, and few others."""
    words = _words(text)
    shared = [word for word in words if word in heading]
    numbers = {word for word in words if word[0].isdigit()}
    return len(shared) >= max(_LEAST, _ALIKE * len(words)) and numbers <= heading


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
