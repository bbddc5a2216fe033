"""Which form a document is filled in on, if any, and how sure that is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from inspel_app.domain.document import Block, Document
from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.align import Aligner, Match
from inspel_app.forms.altered import whole_headings
from inspel_app.forms.bilingual import whole_questions
from inspel_app.forms.extract import ANSWERING, BACKGROUND, FormReader
from inspel_app.forms.numbered import numbered
from inspel_app.forms.orphans import UNSURE, with_orphans_doubted
from inspel_app.forms.ranges import Range
from inspel_app.forms.shortened import with_short_questions

LEAST_QUESTIONS = 2
"""Fewer of a form's questions than this, beside those of the background, is a letter."""
FORM_HEADINGS = 5
"""But not with questions of its background, and under so many of the form's headings or with one
question under its own."""
_NUMBER = re.compile(r"\(?\d{1,3}[.)]?")
_SIGN_BETWEEN = re.compile(r"(?m)^[A-ZÅÄÖ][^\n]*?\s[/|]\s+(?=[A-ZÅÄÖ])")
"""What stands before the sign that parts two languages on a line, and the sign."""
_LEAST_LINES = 10
"""So many lines have one in a form in two languages."""
_HALF_SURE = 3
"""So many questions and headings make it as likely as not."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """A form, where its texts stand, and how sure (0-1) it is that this is the form.

    `by_numbers` is true where nothing of its text stands there, only numbers that point to it.

    `empty` are the ranges of the document's text where nobody has written yet.
    """

    template: FormTemplate
    matches: tuple[Match, ...]
    empty: tuple[Range, ...]
    certainty: float
    by_numbers: bool = False


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
    text, leads, controls = _ground(document, empty)
    matches = whole_headings(text, template, _aligner(template).align(text, leads, controls))
    labels = [template.labels[m.label] for m in matches]
    asked = {n.question for n in labels if n.question and not n.question.startswith(BACKGROUND)}
    about = {n.question for n in labels if n.question} - asked
    titles = {m.label for m, n in zip(matches, labels, strict=True) if n.kind is LabelKind.HEADING}
    under = {n.parent for n in labels if n.question in asked}
    enough = len(titles) >= FORM_HEADINGS or bool(under & titles)
    if len(asked) < LEAST_QUESTIONS and not (len(about) > 1 and enough):
        pointed = tuple(numbered(text, template))
        return Recognition(template, pointed, (), UNSURE, by_numbers=True) if pointed else None
    telling = [m.fit for m, n in zip(matches, labels, strict=True) if n.kind is not LabelKind.OWN]
    fit = sum(telling) / len(telling)
    certainty = fit * len(telling) / (len(telling) + _HALF_SURE)
    matches = with_short_questions(document, template, whole_questions(text, template, matches))
    all_matches = with_orphans_doubted(template, matches)
    return Recognition(template, tuple(all_matches), tuple(empty), certainty)


def _ground(
    document: Document, empty: Sequence[Range]
) -> tuple[str, dict[int, int], list[list[Range]]]:
    """The text to align, where its lines begin, and the ranges of each filled-in control.

    What stands in headers, footers and comments is blanked, so that no label is found there.
    """
    text = "".join(
        (block.text if block.role in ANSWERING else " " * len(block.text)) + "\n"
        for block in document.blocks
    )
    leads = {end: end for _, end in empty} | _in_two_languages(document)
    controls: dict[int, list[Range]] = {}
    before: Block | None = None
    for block in document.blocks:
        if block.role in ANSWERING:
            leads |= {start: start for start in _line_starts(block)}
            if before is not None and _numbers(before, block):
                leads[block.start] = before.start
            before = block
            for control in block.controls:
                if not control.placeholder:
                    span = (block.start + control.start, block.start + control.end)
                    controls.setdefault(control.number, []).append(span)
    return text, leads, list(controls.values())


def _in_two_languages(document: Document) -> dict[int, int]:
    """Where lines such as "Contact / Kontakt" go on in the form's own language, if many do."""
    found = {
        block.start + sign.end(): block.start + sign.start()
        for block in document.blocks
        if block.role in ANSWERING
        for sign in _SIGN_BETWEEN.finditer(block.text)
    }
    return found if len(found) >= _LEAST_LINES else {}


def _numbers(before: Block, block: Block) -> bool:
    """Whether a cell holds nothing but the number of the next cell of its row."""
    if before.cell is None or block.cell is None or not _NUMBER.fullmatch(before.text.strip()):
        return False
    return (before.cell.table, before.cell.row) == (block.cell.table, block.cell.row)


def _line_starts(block: Block) -> list[int]:
    breaks = [n + 1 for n, c in enumerate(block.text) if c in "\n\t"]
    lines = [line.start for line in block.lines]
    edges = [edge for c in block.controls for edge in (c.start, c.end)]
    return [block.start + n for n in {0, *breaks, *lines, *edges}]
