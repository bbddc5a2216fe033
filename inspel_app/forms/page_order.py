"""Pages that were scanned backwards or shuffled, put back in the form's order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, zip_longest

from rapidfuzz import fuzz

from inspel_app.domain.document import Document, Problem
from inspel_app.domain.form import FormTemplate
from inspel_app.forms.extract import ANSWERING
from inspel_app.forms.folding import fold
from inspel_app.forms.labels import cores
from inspel_app.forms.repaged import repaged
from inspel_app.i18n import _

_SHORTEST = 15
"""Printed texts with fewer characters are words that respondents use too."""
_READ = 88.0
"""Per cent of likeness between a printed text and what was read for it in a picture."""
_LONGEST = 200
"""Characters of a line that are compared."""
_BETTER = 4
"""So many times fewer leaps back must another order of the pages have."""
_DIGITS = re.compile(r"\d")

_Order = tuple[int, ...]
"""Page numbers."""
_ENDS: _Order = (0,)
"""What stands before the first page and after the last."""


def in_page_order(document: Document, templates: Sequence[FormTemplate]) -> Document:
    """The document with its pages as they are in the form; the same where they are so."""
    for template in templates:
        pages = _Pages(document, template)
        order, unsure = pages.best_order()
        if order != pages.order:
            doubts = _doubts(order, unsure)
            return replace(repaged(document, order), problems=(*document.problems, *doubts))
    return document


def form_order(document: Document, template: FormTemplate) -> tuple[_Order, list[int]]:
    """The pages in the form's order, and those of which it is not sure where they belong."""
    return _Pages(document, template).best_order()


def sure_labels(document: Document, template: FormTemplate) -> frozenset[int]:
    """The labels that are found in a document, of those whose text stands once in the form."""
    found = _found(document, template)
    return frozenset(labels[0] for labels in found if len(labels) == 1)


def labels_on(document: Document, template: FormTemplate) -> frozenset[int]:
    """All labels that may be found in a document, by texts that stand in the form."""
    return frozenset(chain.from_iterable(_found(document, template)))


def _found(document: Document, template: FormTemplate) -> Iterator[tuple[int, ...]]:
    printed = _printed(template)
    return (printed.labels(text, seen=seen) for _page, text, seen in _lines(document))


def _doubts(order: _Order, unsure: Sequence[int]) -> Iterator[Problem]:
    message = _("Sidorna låg inte i blankettens ordning. De är lästa i ordningen {pages}.")
    yield Problem("sidor-omkastade", message.format(pages=", ".join(map(str, order))))
    if unsure:
        message = _("Det framgår inte var i blanketten dessa sidor hör hemma: {pages}.")
        yield Problem("sida-utan-plats", message.format(pages=", ".join(map(str, unsure))))


class _Pages:
    """The pages, each by the form's texts on it: for each text the labels that it may be."""

    def __init__(self, document: Document, template: FormTemplate) -> None:
        self.order: _Order = tuple(dict.fromkeys(block.page for block in document.blocks))
        self._texts: dict[int, list[Sequence[int]]] = {}
        if len(self.order) > 1:
            printed = _printed(template)
            for page, text, seen in _lines(document):
                labels = printed.labels(text, seen=seen)
                self._texts.setdefault(page, []).extend([labels] if labels else [])

    def best_order(self) -> tuple[_Order, list[int]]:
        """The order with the fewest leaps back, and the pages of which it is not sure."""
        leaps = self._leaps(self.order)
        most = leaps // _BETTER
        if leaps == 0:
            return self.order, []
        order = min(_fed_otherwise(self.order), key=self._leaps)
        if self._leaps(order) <= most:
            return order, []
        order, unsure = self._sorted()
        return (order, unsure) if self._leaps(order) <= most else (self.order, [])

    def _leaps(self, order: Sequence[int]) -> int:
        """How often the form's texts go back, when the pages are read in this order."""
        here, leaps = -1, 0
        for labels in chain.from_iterable(self._texts.get(page, ()) for page in order):
            ahead = [n for n in labels if n > here or labels == (here,)]
            leaps += not ahead
            if ahead or len(labels) == 1:
                here = min(ahead or labels)
        return leaps

    def _sorted(self) -> tuple[_Order, list[int]]:
        """By the first text on each page that stands once in the form.

        Pages without such a text are put where they make the fewest leaps.
        """
        firsts = {
            page: labels[0]
            for page in reversed(self.order)
            for labels in reversed(self._texts.get(page, []))
            if len(labels) == 1
        }
        order = sorted(firsts, key=lambda page: firsts[page])
        unsure = []
        for at, page in enumerate(self.order):
            if page in firsts:
                continue
            ways = [[*order[:n], page, *order[n:]] for n in range(len(order) + 1)]
            leaps = [self._leaps(way) for way in ways]
            best = [way for way, n in zip(ways, leaps, strict=True) if n == min(leaps)]
            before, after = (*_ENDS, *self.order)[at], (*self.order, *_ENDS)[at + 1]
            kept = [way for way in best if _holds(way, (before, page, after))]
            if len(best) > 1 and not kept:
                unsure.append(page)
            next_to = (way for way in best if _holds(way, (before, page)))
            order = next(chain(kept, next_to, best))
        return tuple(order), unsure


class _Printed:
    """The printed texts of a form that are told by how they begin."""

    def __init__(self, template: FormTemplate) -> None:
        labels: dict[str, list[int]] = {}
        for number, label in enumerate(template.labels):
            for core in cores(label):
                if len(core) >= _SHORTEST:
                    labels.setdefault(core, []).append(number)
        self._labels = {core: tuple(numbers) for core, numbers in labels.items()}
        self._begun: dict[str, list[str]] = {}
        for core in sorted(labels, key=len, reverse=True):
            self._begun.setdefault(core[:_SHORTEST], []).append(core)

    def labels(self, text: str, *, seen: bool) -> tuple[int, ...]:
        """Those with which a folded line begins; `seen` tells that it was read from a picture."""
        begun = self._begun.get(text[:_SHORTEST], ())
        core = next((core for core in begun if text.startswith(core)), None)
        if core is None and seen:
            core = self._misread(text)
        return self._labels[core] if core else ()

    def _misread(self, text: str) -> str | None:
        fits = (
            (fuzz.ratio(core, text[: len(core)], score_cutoff=_READ), core)
            for core in self._labels
            if _DIGITS.findall(core) == _DIGITS.findall(text[: len(core)])
        )
        fit, core = max(fits, default=(0.0, ""))
        return core if fit else None


@lru_cache(maxsize=16)
def _printed(template: FormTemplate) -> _Printed:
    return _Printed(template)


def _lines(document: Document) -> Iterator[tuple[int, str, bool]]:
    """Each line's page, its folded text on to the paragraph's end, and if it was read."""
    for block in document.blocks:
        if block.role in ANSWERING:
            starts = [(line.page, line.start) for line in block.lines] or [(block.page, 0)]
            for page, start in starts:
                yield page, fold(block.text[start : start + _LONGEST]), bool(block.words)


def _fed_otherwise(order: _Order) -> Iterator[_Order]:
    """The orders from which a scanner made this one: fed backwards, or one side at a time."""
    yield order[::-1]
    half = (len(order) + 1) // 2
    for backs in (order[half:], order[half:][::-1]):
        sides = chain.from_iterable(zip_longest(order[:half], backs))
        yield tuple(page for page in sides if page is not None)


def _holds(order: Sequence[int], stretch: _Order) -> bool:
    """Whether these pages, or ends of the order, stand after each other."""
    whole = (*_ENDS, *order, *_ENDS)
    size = len(stretch)
    return any(whole[n : n + size] == stretch for n in range(len(whole)))
