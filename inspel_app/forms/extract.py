"""What stands between the form's printed texts: answers, and what could not be placed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from inspel_app.domain.document import Document, Role
from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.align import Match
from inspel_app.forms.folding import fold
from inspel_app.forms.ranges import Range, stripped, subtract, union

ANSWERING = frozenset({Role.BODY, Role.TEXTBOX, Role.NOTE})
"""The streams of a document in which a respondent answers."""

_BOX = re.compile("[☐☒☑]\\s*")
_PAGE_NUMBER = re.compile(r"(?:sida|sidan|s|page|p)?\.? ?\d{1,3}(?: ?(?:\(|av|of|/) ?\d{1,3}\)?)?")
_MISREAD_PLACEHOLDER = 85.0
_OWN_LIKENESS = 90.0
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

    def fill(self, document: Document, matches: Sequence[Match]) -> Filled:
        """Part the document's text into answers, the form's own text and the rest."""
        text = document.text
        labels = self._template.labels
        foreign = [(b.start, b.end) for b in document.blocks if b.role not in ANSWERING]
        empty = self.placeholders(document)
        fields: dict[str, list[Range]] = {}
        fits: dict[str, float] = {}
        ends = [m.start for m in matches[1:]] + [len(text)]
        for match, end in zip(matches, ends, strict=True):
            label = labels[match.label]
            if label.kind is not LabelKind.QUESTION or label.question is None:
                continue
            region = (match.end, end)
            holes = [*foreign, *empty, *_boxes(text, region)]
            written = stripped(text, subtract(region, holes))
            if written and not self._is_misread_placeholder(text, written):
                fields.setdefault(label.question, []).extend(written)
                fits[label.question] = min(match.fit, fits.get(label.question, 1.0))
        printed = [(m.start, m.end) for m in matches]
        known = union([*printed, *empty, *(r for ranges in fields.values() for r in ranges)])
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
        blocks = (r for b in document.blocks for r in subtract((b.start, b.end), known))
        return [
            (start, end)
            for start, end in stripped(document.text, blocks)
            if not self._is_own(document.text[start:end])
        ]

    def _is_own(self, piece: str) -> bool:
        folded = fold(piece)
        bare = folded.strip(" -*·•:.,|_☐☒☑")
        if not bare or _PAGE_NUMBER.fullmatch(bare) or bare in self._own:
            return True
        if len(bare) < _SHORT:
            return False
        return fuzz.partial_ratio(bare, self._own) >= _OWN_LIKENESS


def _boxes(text: str, region: Range) -> list[Range]:
    """Tick boxes that are no answer: unticked ones with their label, and the ticks themselves."""
    found = list(_BOX.finditer(text, *region))
    dropped = []
    for n, box in enumerate(found):
        if box.group()[0] != "☐":
            dropped.append(box.span())
            continue
        line_end = text.find("\n", box.end(), region[1])
        stops = [found[n + 1].start()] if n + 1 < len(found) else []
        stops += [line_end] if line_end >= 0 else []
        dropped.append((box.start(), min(stops, default=region[1])))
    return dropped
