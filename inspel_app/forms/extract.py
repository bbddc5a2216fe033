"""What stands between the form's printed texts: answers, and what could not be placed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from inspel_app.domain.document import Document, Role
from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.align import Match
from inspel_app.forms.columns import answers_below
from inspel_app.forms.folding import fold
from inspel_app.forms.ranges import Range, stripped, subtract, union

ANSWERING = frozenset({Role.BODY, Role.TEXTBOX})
"""The streams of a document in which a respondent answers; notes stand after all of them."""

_BOX = re.compile(r"[☐☒☑]\s*")
_BOX_END = re.compile(r"[☐☒☑\n]")
_PAGE_NUMBER = re.compile(r"(?:sida|sidan|s|page|p)?\.? ?\d{1,3}(?: ?(?:\(|av|of|/) ?\d{1,3}\)?)?")
_RULES = " -*·•:.,|_☐☒☑"
_MISREAD_PLACEHOLDER = 85.0
_OWN_LIKENESS = 90.0
_OWN_RUNS = 0.75
"""So much of a text, in runs of three words, makes it the form's own in a shortened version."""
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Filled:
    """Ranges of the document's text by field, in written order, and the ranges left over."""

    fields: dict[str, list[Range]]
    fits: dict[str, float]
    unplaced: list[Range]


class FormReader:
    """Knows one form's placeholders and own texts."""

    def __init__(self, template: FormTemplate) -> None:
        self._template = template
        phrases = sorted(template.placeholders, key=len, reverse=True)
        words = (r"\s+".join(map(re.escape, p.rstrip(".").split())) + r"\.?" for p in phrases)
        self._placeholder = re.compile("|".join(words) or r"(?!)", re.IGNORECASE)
        self._phrases = [fold(p) for p in phrases]
        printed = [t for label in template.labels for t in (label.text, *label.aliases)]
        self._own = " ".join(fold(t) for t in (*printed, *template.picture_texts))
        self._own_runs = set(_runs(self._own))

    def fill(self, document: Document, matches: Sequence[Match], empty: Sequence[Range]) -> Filled:
        """Part the document's text into answers, the form's own text and the rest.

        `matches` are the printed texts in order, `empty` what `placeholders` gives.
        """
        text = document.text
        labels = self._template.labels
        foreign = [(b.start, b.end) for b in document.blocks if b.role not in ANSWERING]
        boxes = _boxes(text)
        below = answers_below(document, matches)
        apart = [*foreign, *empty, *boxes]
        holes = union([*apart, *(r for ranges in below.values() for r in ranges)])
        fields: dict[str, list[Range]] = {}
        fits: dict[str, float] = {}
        ends = [m.start for m in matches[1:]] + [len(text)]
        for n, (match, end) in enumerate(zip(matches, ends, strict=True)):
            label = labels[match.label]
            if label.kind is not LabelKind.QUESTION or label.question is None:
                continue
            rest = subtract((match.end, end), holes)
            rest += [r for cell in below.get(n, ()) for r in subtract(cell, union(apart))]
            written = stripped(text, rest)
            if written and not self._is_misread_placeholder(text, written):
                fields.setdefault(label.question, []).extend(written)
                fits[label.question] = min(match.fit, fits.get(label.question, 1.0))
        printed = [(m.start, m.end) for m in matches]
        known = union(
            [*printed, *empty, *boxes, *(r for ranges in fields.values() for r in ranges)]
        )
        return Filled(fields, fits, self._not_own(document, known))

    def placeholders(self, document: Document) -> list[Range]:
        """Where nothing has been written yet: untouched controls, and their phrase anywhere."""
        untouched = [
            (b.start + c.start, b.start + c.end)
            for b in document.blocks
            for c in b.controls
            if c.placeholder
        ]
        return union([*untouched, *(m.span() for m in self._placeholder.finditer(document.text))])

    def _is_misread_placeholder(self, text: str, ranges: Iterable[Range]) -> bool:
        written = fold(" ".join(text[start:end] for start, end in ranges))
        return any(fuzz.ratio(written, p) >= _MISREAD_PLACEHOLDER for p in self._phrases)

    def _not_own(self, document: Document, known: Sequence[Range]) -> list[Range]:
        text = document.text
        between = ((b.end, b.end + 1) for b in document.blocks)
        rest = subtract((0, len(text)), union([*known, *between]))
        return [
            (start, end) for start, end in stripped(text, rest) if not self._is_own(text[start:end])
        ]

    def _is_own(self, piece: str) -> bool:
        folded = fold(piece)
        bare = folded.strip(_RULES)
        if is_page_number(piece) or bare in self._own:
            return True
        if len(bare) < _SHORT:
            return False
        runs = _runs(bare)
        known = sum(run in self._own_runs for run in runs)
        shortened = bool(runs) and known >= _OWN_RUNS * len(runs)
        return shortened or fuzz.partial_ratio(bare, self._own) >= _OWN_LIKENESS


def is_page_number(text: str) -> bool:
    """Whether a piece of text is nothing but a page number, rules or leaders."""
    bare = fold(text).strip(_RULES)
    return not bare or _PAGE_NUMBER.fullmatch(bare) is not None


def _runs(folded: str) -> list[tuple[str, ...]]:
    words = folded.split()
    return list(zip(words, words[1:], words[2:], strict=False))


def _boxes(text: str) -> list[Range]:
    """Tick boxes that are no answer: unticked ones with their label, and the ticks themselves."""
    dropped = []
    for box in _BOX.finditer(text):
        if box.group()[0] == "☐":
            stop = _BOX_END.search(text, box.end())
            dropped.append((box.start(), stop.start() if stop else len(text)))
        else:
            dropped.append(box.span())
    return dropped
