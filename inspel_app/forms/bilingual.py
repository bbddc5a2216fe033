"""Forms in two languages: each question again in the other, just after it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from inspel_app.domain.form import FormTemplate
from inspel_app.forms.align import Match
from inspel_app.forms.folding import fold
from inspel_app.forms.ranges import Range

_OFTEN, _SHARE = 5, 0.8
"""So many times, and after so many of the questions with the same words, it stands there."""
_FOLLOWED = 2
"""So many times at least, more follows: what is said again and again may be an answer."""
_AGAIN = re.compile(r"\s*(?P<sign>[/|(]?)[^\n?]*\?[)\"]?")
_BESIDE = r"[ \t]*{sign}[^\n]*"


def whole_questions(text: str, template: FormTemplate, matches: Sequence[Match]) -> list[Match]:
    """The matches, with the question in the other language as a part of each.

    It is known where questions stand many times in the form. Where a sign parts the languages,
    what follows it on the line of another question is such too, if more stands below.
    """
    asked: dict[str, list[int]] = {}
    for number, match in enumerate(matches):
        label = template.labels[match.label]
        if label.question:
            asked.setdefault(fold(label.text), []).append(number)
    ends = [match.start for match in matches[1:]] + [len(text)]
    after = [(match.end, end) for match, end in zip(matches, ends, strict=True)]
    found = {n: end for ns in asked.values() for n, end in _repeated(text, after, ns)}
    signs = {sign for n in found if (sign := _sign(text, after[n]))}
    for number in (n for ns in asked.values() for n in ns if n not in found):
        for sign in signs:
            beside = re.compile(_BESIDE.format(sign=re.escape(sign))).match(text, *after[number])
            if beside and text[beside.end() : after[number][1]].strip():
                found[number] = beside.end()
    return [replace(match, end=found.get(n, match.end)) for n, match in enumerate(matches)]


def _repeated(
    text: str, after: Sequence[Range], numbers: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Where the same question follows after most of these matches: where it ends, by match."""
    again = {n: found for n in numbers if (found := _AGAIN.match(text, *after[n]))}
    said = Counter(fold(found[0]) for found in again.values())
    most, times = max(said.items(), key=lambda item: item[1], default=("", 0))
    same = {n: found.end() for n, found in again.items() if fold(found[0]) == most}
    followed = sum(bool(text[end : after[n][1]].strip()) for n, end in same.items())
    if times >= max(_OFTEN, _SHARE * len(numbers)) and followed >= _FOLLOWED:
        yield from same.items()


def _sign(text: str, span: Range) -> str:
    """What parts the languages on one line."""
    found = _AGAIN.match(text, *span)
    return found["sign"] if found and "\n" not in found[0] else ""
