"""Answers without the form: under lines such as "3.3 Behov:", which only point to its questions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from inspel_app.domain.form import FormTemplate
from inspel_app.forms.align import Match
from inspel_app.forms.orphans import UNSURE
from inspel_app.forms.shortened import stems

_FEWEST = 3
"""So many such lines, and none that the form does not know, are no chance."""
_MOST_BEFORE = 0.5
"""A text of which more stands before the first such line is a letter."""
_HEAD = re.compile(
    r"^[^\w\n]{0,3}(?:(?:del)?prioritering|punkt|avsnitt)?[ \t]*(?P<code>\d{1,2}\.\d{1,2})"
    r"(?![.\d]*\d)[.)]?[ \t]*[-–]?[ \t]*(?P<words>[^\n:.?!\d]{0,60}?)[ \t]*"
    r"(?:[:?]|[ \t][-–][ \t]|$)",
    re.MULTILINE | re.IGNORECASE,
)
_PART = re.compile(
    r"(?:^|\n)(?P<line>[^\w\n]{0,3}prioritering[ \t]+(?P<number>\d{1,2})\b[^\n]{0,120}?)\s*\Z",
    re.IGNORECASE,
)
_ASPECT = re.compile(
    r"^[^\w\n]{0,3}(?:[a-d][.)][ \t]*)?(?P<words>[^\W\d_]+(?: [^\W\d_]+){0,2})[ \t]*(?::|$)",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 4
"""Words of a line that names an aspect beside a number."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """A part of the form: its label, the words of its title, and the stems of what it asks."""

    label: int
    title: frozenset[str]
    asked: Mapping[int, str]

    def named(self, words: Sequence[str]) -> int | None:
        """The question that the words name."""
        found = (n for word in words for n, stem in self.asked.items() if word.startswith(stem))
        return next(found, None)


def numbered(text: str, template: FormTemplate) -> list[Match]:
    """The places to which such lines point, none for sure; none where they are a letter's own."""
    known = _headings(template)
    heads = list(_HEAD.finditer(text))
    if not heads or any(not _is_known(head, known) for head in heads):
        return []
    matches: list[Match] = []
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=True):
        heading = known[head["code"]]
        matches += _above(text, head, template.labels[heading.label].parent)
        matches += _under(text, head, end, heading)
    asked = [match for match in matches if template.labels[match.label].question]
    if len(asked) < _FEWEST or len({match.label for match in asked}) < len(asked):
        return []
    if asked[0].start > _MOST_BEFORE * len(text) or _is_own_outline([h["code"] for h in heads]):
        return []
    return matches


def _above(text: str, head: re.Match[str], section: int | None) -> Iterator[Match]:
    """The line just above that names the part of the strategy in which the number stands."""
    found = _PART.search(text, 0, head.start())
    if section is not None and found and found["number"] == head["code"].partition(".")[0]:
        yield Match(section, found.start("line"), found.end("line"), UNSURE)


def _under(text: str, head: re.Match[str], end: int, heading: _Heading) -> Iterator[Match]:
    """What a line with a number points to: a question, or a heading with questions under it."""
    label = heading.named(_words(head))
    if label is not None:
        yield Match(label, head.start(), head.end(), UNSURE)
        return
    yield Match(heading.label, head.start(), head.end(), UNSURE)
    for line in _ASPECT.finditer(text, head.end(), end):
        label = heading.named(_words(line))
        if label is not None:
            yield Match(label, line.start(), line.end(), UNSURE)


def _is_known(head: re.Match[str], known: Mapping[str, _Heading]) -> bool:
    """Whether the form has the number, and its title or a question there the words."""
    heading, words = known.get(head["code"]), _words(head)
    if heading is None:
        return False
    asks = len(words) <= _MOST_WORDS and heading.named(words) is not None
    return asks or heading.title.issuperset(words)


def _is_own_outline(codes: Sequence[str]) -> bool:
    """Whether the numbers go on one by one from the first, as those of a report's parts do."""
    places = [tuple(map(int, code.split("."))) for code in codes]
    steps = (b in ((a[0], a[1] + 1), (a[0] + 1, 1)) for a, b in pairwise(places))
    return places[0] == (1, 1) and all(steps)


def _words(found: re.Match[str]) -> list[str]:
    return _WORD.findall(found["words"].lower())


@lru_cache(maxsize=16)
def _headings(template: FormTemplate) -> dict[str, _Heading]:
    """The headings that ask about one part of the strategy, by its number."""
    known: dict[str, _Heading] = {}
    for label, asked in stems(template).items():
        codes = {template.question(template.labels[n].question or "").code for n in asked}
        code = next(iter(codes))
        if len(codes) == 1 and code is not None and "." in code:
            title = frozenset(_WORD.findall(template.labels[label].text.lower()))
            known[code] = _Heading(label, title, asked)
    return known
