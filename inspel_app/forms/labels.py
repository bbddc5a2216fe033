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
from inspel_app.forms.ranges import subtract, union

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
GOES_ON = 0.6
"""Taken from a heading or a short label after which the line goes on, as a sentence does."""
SAME_PLACE = 0.7
"""How much worse than the best another misread label may fit at the same place."""
WRONG_DIGIT = 0.6
"""What is taken from a label whose numbers are read otherwise ("4.1" for "1.1")."""


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
        self._headings = [
            label.kind in (LabelKind.SECTION, LabelKind.HEADING) for label in template.labels
        ]
        self._by_core: dict[str, list[int]] = {}
        for variant in self._variants:
            self._by_core.setdefault(variant.core, []).append(variant.label)
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

    def find(self, folded: FoldedText, line_starts: Sequence[int]) -> list[Candidate]:
        """Candidates in order of start; overlapping ones are settled in favour of the longer.

        `line_starts` are sorted positions in the folded text where a printed line begins.
        """
        ground = _Ground(folded.text, line_starts)
        exact = list(self._exact(ground))
        found = _settled([c for c in exact if ground.begins_line(c.start)], margin=0.0)
        found += _settled(_clear(self._altered(ground, line_starts, found), found), SAME_PLACE)
        inside = [c for c in exact if not ground.begins_line(c.start)]
        found += _settled(_clear(inside, found), margin=0.0)
        return sorted(found, key=lambda c: c.start)

    def _exact(self, ground: "_Ground") -> Iterator[Candidate]:
        for core, labels in self._by_core.items():
            for position in _occurrences(core, ground.text):
                at_start = ground.begins_line(position)
                if at_start or len(core) >= LONG:
                    end = self._whole_end(core, ground.text, position)
                    yield from self._candidates(labels, position, end, 1.0, ground)

    def _whole_end(self, core: str, text: str, start: int) -> int:
        """Where the label ends, if only its beginning reads exactly like a shorter variant."""
        for longer in self._longer.get(core, ()):
            whole = _fit_at(longer, text, start)
            if whole is not None:
                return whole[0]
        return _with_tail(text, start + len(core))

    def _altered(
        self, ground: "_Ground", line_starts: Sequence[int], found: Sequence[Candidate]
    ) -> Iterator[Candidate]:
        """Labels misspelt, misread or changed, at the lines where none was found."""
        taken = union((c.start, c.end) for c in found)
        ends = [end for _, end in taken]
        starts = [
            s
            for s in line_starts
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
                match = _fit_at(core, ground.text, start)
                if match is not None:
                    yield from self._candidates(self._by_core[core], start, *match, ground)

    def _candidates(
        self, labels: Sequence[int], start: int, end: int, fit: float, ground: "_Ground"
    ) -> Iterator[Candidate]:
        place = 1.0 if ground.begins_line(start) else INSIDE_LINE
        goes_on = not (ground.ends_line(end) or ground.text[end - 1] == ":")
        short = max(0.0, 1 - (end - start) / LONG)  # the shorter, the likelier a common word
        for label in labels:
            doubt = 1.0 if self._headings[label] else (1 + short) / 2 if short else 0.0
            worth = place * fit - (GOES_ON * doubt if goes_on else 0.0)
            yield Candidate(label, start, end, max(fit, 0.0), worth)


class _Ground:
    """A folded text that knows its printed lines."""

    def __init__(self, text: str, line_starts: Sequence[int]) -> None:
        self.text = text
        self._starts = set(line_starts)

    def begins_line(self, position: int) -> bool:
        return position in self._starts

    def ends_line(self, position: int) -> bool:
        return position >= len(self.text) or {position, position + 1} & self._starts != set()


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
    """End and fit of a label misread or altered at `start`; None when it is not there.

    The fit of a label whose numbers are read otherwise may fall below zero.
    """
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


def _clear(candidates: Iterable[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Those of the candidates that overlap none of what has been found already."""
    taken = union((c.start, c.end) for c in found)
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
