"""Which form a document is filled in on, if any, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from inspel_app.domain.document import Block, Document
from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.align import Aligner, Match
from inspel_app.forms.extract import ANSWERING, FormReader
from inspel_app.forms.ranges import Range

LEAST_QUESTIONS = 2
"""Fewer of a form's questions than this may stand in a letter by chance."""
_HALF_SURE = 3
"""So many questions and headings make it as likely as not."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """A form, where its texts stand, and how sure (0-1) it is that this is the form.

    `empty` are the ranges of the document's text where nobody has written yet.
    """

    template: FormTemplate
    matches: tuple[Match, ...]
    empty: tuple[Range, ...]
    certainty: float


def recognise(document: Document, templates: Sequence[FormTemplate]) -> Recognition | None:
    """The form that most of its printed texts speak for; None for a letter."""
    found = [r for t in templates if (r := _read_as(document, t)) is not None]
    return max(found, key=lambda r: r.certainty, default=None)


@lru_cache(maxsize=16)
def form_reader(template: FormTemplate) -> FormReader:
    """The reader of one form, made once."""
    return FormReader(template)


@lru_cache(maxsize=16)
def _aligner(template: FormTemplate) -> Aligner:
    return Aligner(template)


def _read_as(document: Document, template: FormTemplate) -> Recognition | None:
    empty = form_reader(template).placeholders(document)
    text, starts, controls = _ground(document, empty)
    matches = _aligner(template).align(text, starts, controls)
    kinds = [template.labels[m.label].kind for m in matches]
    if kinds.count(LabelKind.QUESTION) < LEAST_QUESTIONS:
        return None
    telling = [m.fit for m, k in zip(matches, kinds, strict=True) if k is not LabelKind.OWN]
    fit = sum(telling) / len(telling)
    certainty = fit * len(telling) / (len(telling) + _HALF_SURE)
    return Recognition(template, tuple(matches), tuple(empty), certainty)


def _ground(document: Document, empty: Sequence[Range]) -> tuple[str, list[int], list[list[Range]]]:
    """The text to align, where its lines start, and the ranges of each filled-in control.

    What stands in headers, footers and comments is blanked, so that no label is found there.
    """
    text = "".join(
        (block.text if block.role in ANSWERING else " " * len(block.text)) + "\n"
        for block in document.blocks
    )
    starts = [end for _, end in empty]
    controls: dict[int, list[Range]] = {}
    for block in document.blocks:
        if block.role in ANSWERING:
            starts.extend(_line_starts(block))
            for control in block.controls:
                if not control.placeholder:
                    span = (block.start + control.start, block.start + control.end)
                    controls.setdefault(control.number, []).append(span)
    return text, starts, list(controls.values())


def _line_starts(block: Block) -> list[int]:
    breaks = [n + 1 for n, c in enumerate(block.text) if c in "\n\t"]
    lines = [line.start for line in block.lines]
    edges = [edge for c in block.controls for edge in (c.start, c.end)]
    return [block.start + n for n in {0, *breaks, *lines, *edges}]
