"""Where the form's printed texts may stand in a document, each with how well it fits there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.folding import FoldedText, fold

_PAGES = re.compile(r"\s*,?\s*\(?\bs(?:id\w*)?\.?\s*\d+(?:\s*-\s*\d+)?\)?\s*$")
_TAIL = re.compile(r"\s?(?:,? ?s(?:id\w*)?\.? ?\d+(?: ?- ?\d+)?|[?:.])+(?!\w)")
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
SAME_PLACE = 0.7
"""How much worse than the best another misread label may fit at the same place."""
WRONG_DIGIT = 0.6
"""What is taken from a label whose numbers are read otherwise ("4.1" for "1.1")."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The label with index `label` may stand at [start, end) of the folded text; `fit` is 0-1."""

    label: int
    start: int
    end: int
    fit: float


@dataclass(frozen=True, slots=True)
class _Variant:
    label: int
    core: str  # folded, without page numbers and closing punctuation


def _core(text: str) -> str:
    return _PAGES.sub("", fold(text)).rstrip(" ?:.")


class LabelIndex:
    """All printed texts of a form, ready to be looked for."""

    def __init__(self, template: FormTemplate) -> None:
        self._variants = list(dict.fromkeys(_variants(template)))
        self._by_core: dict[str, list[int]] = {}
        for variant in self._variants:
            self._by_core.setdefault(variant.core, []).append(variant.label)
        self._by_head_length: dict[int, list[str]] = {}
        for core in self._by_core:
            self._by_head_length.setdefault(min(len(core), FUZZY_HEAD), []).append(core)

    def find(self, folded: FoldedText, line_starts: Sequence[int]) -> list[Candidate]:
        """Candidates in order of start; overlapping ones are settled in favour of the longer.

        `line_starts` are sorted positions in the folded text where a printed line begins.
        """
        exact = _settled(self._exact(folded.text, set(line_starts)), margin=0.0)
        ends = [c.end for c in exact]  # sorted too, since none overlap
        starts = [c.start for c in exact]
        free = [s for s in line_starts if bisect_right(ends, s) == bisect_right(starts, s)]
        altered = (
            c
            for c in self._fuzzy(folded.text, free)
            if bisect_right(ends, c.start) == bisect_left(starts, c.end)
        )
        return sorted((*exact, *_settled(altered, margin=SAME_PLACE)), key=lambda c: c.start)

    def _exact(self, text: str, starts: set[int]) -> Iterator[Candidate]:
        for core, labels in self._by_core.items():
            for position in _occurrences(core, text):
                at_start = position in starts
                if not at_start and len(core) < LONG:
                    continue
                end = _with_tail(text, position + len(core))
                fit = 1.0 if at_start else INSIDE_LINE
                yield from (Candidate(label, position, end, fit) for label in labels)

    def _fuzzy(self, text: str, starts: Sequence[int]) -> Iterator[Candidate]:
        for length, cores in self._by_head_length.items():
            heads = [text[s : s + length] for s in starts]
            core_heads = [core[:length] for core in cores]
            likeness = process.cdist(
                heads, core_heads, scorer=fuzz.ratio, score_cutoff=FUZZY_FIRST, dtype=np.uint8
            )
            for row, column in np.argwhere(likeness):
                match = _fit_at(cores[column], text, starts[row])
                if match is not None:
                    end, fit = match
                    for label in self._by_core[cores[column]]:
                        yield Candidate(label, starts[row], end, fit)


def _variants(template: FormTemplate) -> Iterator[_Variant]:
    for number, label in enumerate(template.labels):
        for text in (label.text, *label.aliases):
            parts = _SENTENCE.split(text) if label.kind is LabelKind.OWN else [text]
            for part in parts:
                if core := _core(part):
                    yield _Variant(number, core)


def _occurrences(core: str, text: str) -> Iterator[int]:
    position = text.find(core)
    while position >= 0:
        end = position + len(core)
        cut_word = end < len(text) and core[-1].isalnum() and text[end].isalpha()
        if not (cut_word or (position and text[position - 1].isalnum())):
            yield position
        position = text.find(core, end)


def _with_tail(text: str, end: int) -> int:
    tail = _TAIL.match(text, end)
    return tail.end() if tail else end


def _fit_at(core: str, text: str, start: int) -> tuple[int, float] | None:
    """End and fit of a label misread or altered at `start`; None when it is not there."""
    window = text[start : start + len(core) + max(3, len(core) // 8)]
    aligned = fuzz.partial_ratio_alignment(core, window, score_cutoff=FUZZY_WHOLE)
    if aligned is None or aligned.dest_start > max(2, len(core) // 10):
        return None
    seen = window[: aligned.dest_end]
    fit = float(Levenshtein.normalized_similarity(core, seen))
    if fit * 100 < (FUZZY_WHOLE if len(core) >= LONG else 90):
        return None
    if _DIGITS.findall(core) != _DIGITS.findall(seen):
        fit -= WRONG_DIGIT
    return _with_tail(text, start + aligned.dest_end), fit


def _settled(candidates: Iterable[Candidate], margin: float) -> list[Candidate]:
    """Candidates that do not overlap, except for several labels at the same start.

    The beginning of a line goes before its middle, and the longer text before the shorter;
    at one start, labels that fit at most `margin` worse than the best are left for the
    alignment to choose from.
    """
    by_start: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_start.setdefault(candidate.start, []).append(candidate)
    groups = []
    for group in by_start.values():
        best = max(group, key=lambda c: (c.fit, c.end))
        near = [c for c in group if c.fit >= best.fit - margin and (margin or c.end == best.end)]
        groups.append((best, near))
    groups.sort(key=lambda g: (g[0].fit <= INSIDE_LINE, g[0].start - g[0].end, g[0].start))
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
