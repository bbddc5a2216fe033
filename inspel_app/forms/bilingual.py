"""Forms in two languages: each question again in the other, just after it or just before."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.align import Match
from inspel_app.forms.folding import fold
from inspel_app.forms.ranges import Range

_OFTEN, _SHARE = 5, 0.8
"""So many times, and after so many of the questions with the same words, it stands there."""
_FOLLOWED = 2
"""So many times at least, more follows: what is said again and again may be an answer."""
_ABREAST = re.compile(r"\?\s[/|]\s")
_LEAST_ABREAST = 10
"""So many questions stand in both languages on one line."""
_TITLES = frozenset({LabelKind.SECTION, LabelKind.HEADING})
_LEAST_GROUPS = 2
"""So many different questions have another above them: one may be answered so by chance."""
_LONGEST_TITLE = 30
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!:;,]\Z")
_AGAIN = re.compile(r"\s*(?P<sign>[/|(]?)[^\n?]*\?[)\"]?")
_BESIDE = r"[ \t]*{sign}[^\n{stop}]*[?:]?[)\"]?"


def whole_questions(text: str, template: FormTemplate, matches: Sequence[Match]) -> list[Match]:
    """The matches, with the question in the other language as a part of each.

    It is known where questions stand many times in the form. Where a sign parts the languages,
    what follows it on the line of another printed text is such too.
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
    for number, match in enumerate(matches):
        kind = template.labels[match.label].kind
        if number not in found and kind is not LabelKind.OWN:
            more = [_beside(text, after[number], sign, kind) for sign in signs]
            found[number] = max(more, default=0) or match.end
    whole = [replace(match, end=found.get(n, match.end)) for n, match in enumerate(matches)]
    return _with_lines_before(text, template, whole)


def _beside(text: str, after: Range, sign: str, kind: LabelKind) -> int:
    """Where the other language ends that follows a printed text on its line; 0 if none does.

    A title goes on to the line's end, a question to its mark or colon, where no answer begins.
    """
    stop = "" if kind in _TITLES else "?:"
    found = re.compile(_BESIDE.format(sign=re.escape(sign), stop=stop)).match(text, *after)
    return found.end() if found else 0


def _with_lines_before(text: str, template: FormTemplate, matches: Sequence[Match]) -> list[Match]:
    """The matches, each with the line above it where that says the same in the other language.

    Questions that stand many times tell that it is so: the same question stands above most of
    them. Where numbered headings have their numbers above them too, so have all the others.
    """
    labels = [template.labels[match.label] for match in matches]
    ends = [0, *(match.end for match in matches[:-1])]
    above = [_last_line(text, (e, m.start)) for e, m in zip(ends, matches, strict=True)]
    asked: dict[str, list[int]] = {}
    for n, label in enumerate(labels):
        if label.question:
            asked.setdefault(fold(label.text), []).append(n)
    same = [found for ns in asked.values() if (found := _same_above(text, above, ns))]
    told = {n for found in same for n in found}
    bare = [n for n in told if not text[ends[n] : above[n][0]].strip()]
    abreast = [n for n, m in enumerate(matches) if _ABREAST.search(text, m.start, m.end)]
    apart = len(same) >= _LEAST_GROUPS and len(told) - len(bare) >= _FOLLOWED
    if not apart and len(abreast) < _LEAST_ABREAST:
        return list(matches)
    numbered = [n for n, x in enumerate(labels) if x.kind in _TITLES and _DIGITS.search(x.text)]
    again = []
    for n in numbered:
        two = _last_line(text, (ends[n], above[n][0]))[0], above[n][1]
        fits = (span for span in (above[n], two) if _says_numbers(text, span, labels[n].text))
        above[n] = next(fits, above[n])
        again += [n] if _says_numbers(text, above[n], labels[n].text) else []
    told.update(again)
    if len(again) >= _SHARE * len(numbered):
        told |= {
            n
            for n, label in enumerate(labels)
            if label.kind is not LabelKind.OWN and _says_numbers(text, above[n], label.text)
        }
    return [replace(m, start=above[n][0]) if n in told else m for n, m in enumerate(matches)]


def _same_above(text: str, above: Sequence[Range], numbers: Sequence[int]) -> list[int]:
    """Those of the matches of one question above which one and the same question stands."""
    lines = {n: fold(text[slice(*above[n])]).rstrip(" /|(") for n in numbers}
    asking = Counter(line for line in lines.values() if line.endswith("?"))
    most, times = max(asking.items(), key=lambda item: item[1], default=("", 0))
    if times < max(_OFTEN, _SHARE * len(numbers)):
        return []
    return [n for n, line in lines.items() if line == most]


def _last_line(text: str, span: Range) -> Range:
    """The last line that is written in a range, without the white around it."""
    start, end = span
    end = start + len(text[start:end].rstrip())
    begins = max(text.rfind("\n", start, end) + 1, start)
    return begins + len(text[begins:end]) - len(text[begins:end].lstrip()), end


def _says_numbers(text: str, line: Range, printed: str) -> bool:
    """Whether a line may be a printed text in another language: it says the same numbers."""
    said = text[slice(*line)]
    same = _DIGITS.findall(said) == _DIGITS.findall(printed)
    return same and 0 < len(said.split()) <= _LONGEST_TITLE and not _SENTENCE_END.search(said)


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
