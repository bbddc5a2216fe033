"""Where the form's printed texts may stand in a document, each with how well it fits there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from inspel_app.domain.form import FormTemplate, Label, LabelKind
from inspel_app.forms.folding import fold
from inspel_app.forms.ground import Ground
from inspel_app.forms.ranges import subtract, union

_PAGES = re.compile(r"\s*,?\s*\(?\bs(?:id\w*)?\.?\s*\d+(?:\s*-\s*\d+)?\)?\s*$")
_HEADING_TAIL = re.compile(r"\s?(?:,? ?s(?:id\w*)?\.? ?\d+(?: ?- ?\d+)?|[?:.])+(?!\w)")
_QUESTION_TAIL = re.compile(
    r'(?: ?[?:;."*…])(?: ?[:;."*…]|\?)*(?: ?\((?:skriv|fyll|ange|max)[^)]{0,40}\))?'
)
_REST_OF_QUESTION = re.compile(r"[^?.!:]{0,25}\?")
_REST_OF_WORD = re.compile(r"[^\W_]{1,40}")
_CODE_PREFIX = re.compile(r"^(?P<prefix>(?:\S+ ){1,3}\d+(?:\.\d+)*)[ :]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_DIGITS = re.compile(r"\d")

LONG = 20
"""A label at least this long (in characters) is known wherever it stands, also inside a line."""
FUZZY_HEAD = 40
"""Labels and lines are first compared by this many characters, which is cheap."""
FUZZY_FIRST, FUZZY_WHOLE = 70.0, 84.0
"""Per cent of likeness asked of that beginning, and of the whole label."""
INSIDE_LINE = 0.45
"""What a label inside a line is worth, against 1 at the beginning of one."""
GOES_ON = 0.6
"""Taken from a heading or a short label after which the line goes on, as a sentence does."""
NEARLY = 0.95
"""How well a label fits of which a letter or two were misread."""
SAME_PLACE = 0.7
"""How much worse than the best another misread label may fit at the same place."""
WRONG_DIGIT = 0.6
"""What is taken from a label whose numbers are read otherwise ("4.1" for "1.1")."""
SHORTENED = 0.85
"""How well a heading fits of which only the beginning with its number is left."""

_HEADINGS = frozenset({LabelKind.SECTION, LabelKind.HEADING})


@dataclass(frozen=True, slots=True)
class Candidate:
    """The label with index `label` may stand at [start, end) of the folded text.

    `fit` (0-1) is how alike the texts are; `worth` weighs in where on the line it stands.
    """

    label: int
    start: int
    end: int
    fit: float
    worth: float


class LabelIndex:
    """All printed texts of a form, ready to be looked for."""

    def __init__(self, template: FormTemplate) -> None:
        self._heads = [label.kind in _HEADINGS for label in template.labels]
        self._asks = [label.text.rstrip().endswith("?") for label in template.labels]
        self._by_core: dict[str, list[int]] = {}
        self._by_code: dict[str, list[int]] = {}
        for number, label in enumerate(template.labels):
            for core in cores(label):
                self._by_core.setdefault(core, []).append(number)
            if label.kind in _HEADINGS and (code := _CODE_PREFIX.match(fold(label.text))):
                for cut in (code["prefix"], code["prefix"].split()[-1]):
                    if "." in cut or " " in cut:
                        self._by_code.setdefault(cut, []).append(number)
        self._longer = {
            core: others
            for core, labels in self._by_core.items()
            if (others := self._same_but_longer(core, labels))
        }
        self._by_head_length: dict[int, list[str]] = {}
        for core in self._by_core:
            self._by_head_length.setdefault(min(len(core), FUZZY_HEAD), []).append(core)

    def _same_but_longer(self, core: str, labels: Sequence[int]) -> list[str]:
        longer = [
            other
            for other, others in self._by_core.items()
            if other != core and other.startswith(core) and set(labels) <= set(others)
        ]
        return sorted(longer, key=len, reverse=True)

    def find(self, ground: Ground) -> list[Candidate]:
        """Candidates in order of start; overlapping ones are settled in favour of the longer."""
        exact = [*self._exact(ground), *self._shortened(ground)]
        found = _settled([c for c in exact if ground.begins_line(c.start)], margin=0.0)
        altered = list(self._altered(ground, found))
        found = [c for c in found if not any(_ends_in(c, other) for other in altered)]
        found += _settled(_clear(altered, found), SAME_PLACE)
        inside = [c for c in exact if not ground.begins_line(c.start)]
        found += _settled(_clear(inside, found), margin=0.0)
        return sorted(found, key=lambda c: c.start)

    def _exact(self, ground: Ground) -> Iterator[Candidate]:
        for core, labels in self._by_core.items():
            for position in _occurrences(core, ground.text):
                after = ground.text[position + len(core) : position + len(core) + 1]
                if ground.begins_line(position) or len(core) >= LONG or after == ":":
                    end = self._whole_end(core, ground, position)
                    yield from self._candidates(labels, position, end, 1.0, ground)

    def _whole_end(self, core: str, ground: Ground, start: int) -> int:
        """Where the label ends, if only its beginning reads exactly like a shorter variant."""
        for longer in self._longer.get(core, ()):
            whole = _fit_at(longer, ground, start)
            if whole is not None:
                return whole[0]
        return start + len(core)

    def _is_longer_at(self, core: str, ground: Ground, start: int) -> bool:
        """Whether the label reads like a longer variant of itself."""
        return any(_fit_at(longer, ground, start) for longer in self._longer.get(core, ()))

    def _shortened(self, ground: Ground) -> Iterator[Candidate]:
        """Headings cut off after their number, alone on a line: "Prioritering 4"."""
        for prefix, labels in self._by_code.items():
            for position in _occurrences(prefix, ground.text):
                end = _with_tail(_HEADING_TAIL, ground, position + len(prefix), None)
                if ground.begins_line(position) and ground.ends_line(end):
                    yield from self._candidates(labels, position, end, SHORTENED, ground)

    def _altered(self, ground: Ground, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """Labels misspelt, misread or changed, at the lines where none was found."""
        taken = union({(c.start, c.end) for c in found})
        ends = [end for _, end in taken]
        starts = [
            s
            for s in ground.starts
            if (at := bisect_right(ends, s)) == len(taken) or taken[at][0] > s
        ]
        for length, cores in self._by_head_length.items():
            heads = [ground.text[s : s + length] for s in starts]
            core_heads = [core[:length] for core in cores]
            likeness = process.cdist(
                heads, core_heads, scorer=fuzz.ratio, score_cutoff=FUZZY_FIRST, dtype=np.uint8
            )
            for row, column in np.argwhere(likeness):
                core, start = cores[column], starts[row]
                match = _fit_at(core, ground, start)
                if match is not None and not self._is_longer_at(core, ground, start):
                    yield from self._candidates(self._by_core[core], start, *match, ground)

    def _candidates(
        self, labels: Sequence[int], start: int, end: int, fit: float, ground: Ground
    ) -> Iterator[Candidate]:
        place = 1.0 if ground.begins_line(start) else INSIDE_LINE
        short = max(0.0, 1 - (end - start) / LONG)  # the shorter, the likelier a common word
        by_kind: dict[bool, tuple[int, float]] = {}  # the same text is asked again and again
        for is_heading in {self._heads[label] for label in labels}:
            if is_heading:  # its page numbers may stand on the next line
                stop = _with_tail(_HEADING_TAIL, ground, end, None)
            else:
                asks = any(self._asks[label] for label in labels)
                stop = _question_end(ground, end) if asks else end
                line = ground.line_end(max(stop - 1, 0))
                stop = _with_tail(_QUESTION_TAIL, ground, stop, line)
            ended = ground.ends_line(stop) or ground.text[stop - 1] == ":"
            goes_on = not (ended or (is_heading and _has_pages(ground, start, end, stop)))
            doubt = 1.0 if is_heading else (1 + short) / 2 if short else 0.0
            by_kind[is_heading] = stop, place * fit - (GOES_ON * doubt if goes_on else 0.0)
        for label in labels:
            stop, worth = by_kind[self._heads[label]]
            yield Candidate(label, start, stop, max(fit, 0.0), worth)


def cores(label: Label) -> list[str]:
    """The ways a label may be printed, without page numbers and closing punctuation."""
    texts = [label.text, *label.aliases]
    if label.kind is LabelKind.OWN:
        texts = [part for text in texts for part in _SENTENCE.split(text)]
    cores = (_PAGES.sub("", fold(text)).rstrip(" ?:.") for text in texts)
    return [core for core in dict.fromkeys(cores) if core]


def _occurrences(core: str, text: str) -> Iterator[int]:
    position = text.find(core)
    while position >= 0:
        end = position + len(core)
        cut_word = end < len(text) and core[-1].isalnum() and text[end].isalpha()
        if not (cut_word or (position and text[position - 1].isalnum())):
            yield position
        position = text.find(core, end)


def _with_tail(tail: re.Pattern[str], ground: Ground, end: int, stop: int | None) -> int:
    """Where a label that ends here ends with its punctuation and page numbers, before `stop`."""
    found = tail.match(ground.text, end, len(ground.text) if stop is None else stop)
    return found.end() if found else end


def _has_pages(ground: Ground, start: int, end: int, stop: int) -> bool:
    """Whether a long title, its page numbers in [end, stop), follows a sentence on its line.

    So it stands in a mail whose lines were joined; respondents name it within a sentence.
    """
    if ground.begins_line(start) or end - start < LONG:
        return False
    ended = ground.text[start - 2 : start].rstrip().endswith((".", "?", "!"))
    return ended and _DIGITS.search(ground.text, end, stop) is not None


def _question_end(ground: Ground, end: int) -> int:
    """Where a question ends to which a few words have been added before its question mark."""
    if ground.text[end - 1 : end + 1].count("?") or ground.ends_line(end):
        return end
    rest = _REST_OF_QUESTION.match(ground.text, end, ground.line_end(end))
    return rest.end() if rest else end


def _fit_at(core: str, ground: Ground, start: int) -> tuple[int, float] | None:
    """End and fit of a label misread or altered at `start`; None when it is not there.

    The fit of a label whose numbers are read otherwise may fall below zero.
    """
    window = ground.text[start : start + len(core) + max(3, len(core) // 8)]
    aligned = fuzz.partial_ratio_alignment(core, window, score_cutoff=FUZZY_WHOLE)
    if aligned is None or aligned.dest_start > max(2, len(core) // 10):
        return None
    if aligned.dest_start and ground.line_end(start) < start + aligned.dest_start:
        return None  # what stands before is a line of its own
    line_ends = [ground.line_end(at) - start for at in (start, start + len(window) - 1)]
    question = window.find("?", len(core) * 3 // 4)
    ends = {aligned.dest_end, max(0, question), *(min(n, len(window)) for n in line_ends)}
    whole = {edge - start for n in ends for edge in _word_edges(ground.text, start + n)}
    alike = Levenshtein.normalized_similarity
    fits = (
        (float(alike(core, ground.text[start : start + n].rstrip(" ?:."))), n)
        for n in whole
        if n > 0
    )
    fit, end = max(fits, key=lambda f: (f[0], -f[1]))
    if fit * 100 < (FUZZY_WHOLE if len(core) >= LONG else 90):
        return None
    if _DIGITS.findall(core) != _DIGITS.findall(ground.text[start : start + end]):
        fit -= WRONG_DIGIT
    return start + end, fit


def _word_edges(text: str, at: int) -> tuple[int, ...]:
    """The place, or where the word begins and ends inside which it lies."""
    rest = _REST_OF_WORD.match(text, at)
    begins = at
    while begins and text[begins - 1].isalnum():
        begins -= 1
    return (begins, rest.end()) if rest and begins < at else (at,)


def _ends_in(candidate: Candidate, whole: Candidate) -> bool:
    """Whether a label is the last words of a much longer one, misread, on its next printed line."""
    length = candidate.end - candidate.start
    inside = whole.start < candidate.start < whole.end <= candidate.end
    return inside and whole.fit >= NEARLY and whole.end - whole.start >= 2 * length


def _clear(candidates: Iterable[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Those of the candidates that overlap none of what has been found already."""
    taken = union({(c.start, c.end) for c in found})
    return [c for c in candidates if subtract((c.start, c.end), taken) == [(c.start, c.end)]]


def _settled(candidates: Iterable[Candidate], margin: float) -> list[Candidate]:
    """Candidates that do not overlap, except for several labels at the same start.

    The longer text goes before the shorter; at one start, labels that fit at most `margin`
    worse than the best are left for the alignment to choose from.
    """
    by_start: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_start.setdefault(candidate.start, []).append(candidate)
    groups = []
    for group in by_start.values():
        best = max(group, key=lambda c: (c.worth, c.end))
        near = [
            c for c in group if c.worth >= best.worth - margin and (margin or c.end == best.end)
        ]
        groups.append((best, near))
    groups.sort(key=lambda g: (g[0].start - g[0].end, g[0].start))
    kept: list[Candidate] = []
    spans: list[tuple[int, int]] = []
    for best, near in groups:
        at = bisect_left(spans, (best.start, best.end))
        clear_before = at == 0 or spans[at - 1][1] <= best.start
        clear_after = at == len(spans) or spans[at][0] >= best.end
        if clear_before and clear_after:
            spans.insert(at, (best.start, best.end))
            kept.extend(near)
    return sorted(kept, key=lambda c: c.start)
