"""Several filled-in forms after each other in one file: each is an inspel of its own."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from inspel_app.domain.document import Document, Location, Problem
from inspel_app.domain.form import FormTemplate, LabelKind, Submission
from inspel_app.domain.gazetteer import NOTHING_KNOWN, Gazetteer
from inspel_app.forms.extract import BACKGROUND
from inspel_app.forms.folding import fold
from inspel_app.forms.interpret import identified, interpret, recognised
from inspel_app.forms.recognise import Recognition, recognise
from inspel_app.i18n import _


def interpret_all(
    document: Document,
    name: str,
    templates: Sequence[FormTemplate],
    gazetteer: Gazetteer = NOTHING_KNOWN,
) -> tuple[Submission, ...]:
    """The inspel in one document, in its order; at least one. `name` is the file's."""
    recognition = recognise(document, templates)
    whole = recognised(document, name, recognition, templates, gazetteer)
    firsts = _first_blocks(document, recognition) if recognition else []
    while len(firsts) > 1:
        spans = pairwise([*firsts, len(document.blocks)])
        parts = [
            _placed(interpret(_part(document, *span), name, templates, gazetteer), document, span)
            for span in spans
        ]
        filled = [first for first, part in zip(firsts, parts, strict=True) if part.answers]
        if len(filled) == len(firsts):
            return _told_apart(parts) or (whole,)
        firsts = [0, *filled[1:]]  # an empty form goes with the one before
    return (whole,)


def _told_apart(parts: Sequence[Submission]) -> tuple[Submission, ...]:
    """The inspel, if no two after each other can be one; else none."""
    if not all(_differ(one, other) for one, other in pairwise(parts)):
        return ()
    message = _("Filen har {count} ifyllda blanketter efter varandra; var och en är ett inspel.")
    doubt = Problem("flera-blanketter", message.format(count=len(parts)))
    return tuple(
        identified(replace(part, problems=(*part.problems, doubt)), part.files[0].sha256, number)
        for number, part in enumerate(parts)
    )


def _differ(one: Submission, other: Submission) -> bool:
    """Whether the senders are two, or both answer some field."""
    names = [fold(s.respondent.organisation or s.respondent.contact) for s in (one, other)]
    if all(names) and names[0] != names[1]:
        return True
    fields = [{answer.field for answer in s.answers if answer.field} for s in (one, other)]
    return bool(fields[0] & fields[1])


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of a form in its own order: the first match, and the labels of what it asks."""

    match: int
    asked: Mapping[str, int]

    @property
    def first(self) -> int:
        """The first label that asks, but for those of the background."""
        return min((n for q, n in self.asked.items() if not q.startswith(BACKGROUND)), default=0)

    def begins_anew(self, form: "_Run") -> bool:
        """Whether it is a form of its own after that one, and no part of it that was moved."""
        again = self.asked.keys() & form.asked.keys()
        if any(field.startswith(BACKGROUND) for field in again):
            return True
        fewest = min(len(self.asked), len(form.asked))
        return self.first <= form.first and 0 < fewest <= 2 * len(again)

    def with_run(self, run: "_Run") -> "_Run":
        """Both as parts of one form."""
        return _Run(self.match, {**run.asked, **self.asked})


def _first_blocks(document: Document, recognition: Recognition) -> list[int]:
    """The block with which each form begins; that of the first is 0."""
    forms: list[_Run] = []
    for run in _runs(recognition):
        if forms and not run.begins_anew(forms[-1]):
            forms[-1] = forms[-1].with_run(run)
        else:
            forms.append(run)
    begun = (_first_block(document, recognition, form) for form in forms[1:])
    return [0, *(block for block in begun if block is not None)]


def _runs(recognition: Recognition) -> Iterator[_Run]:
    """The stretches in which the form's texts, but for its running text, stand in order."""
    labels = recognition.template.labels
    told = [
        (n, m.label)
        for n, m in enumerate(recognition.matches)
        if labels[m.label].kind is not LabelKind.OWN
    ]
    back = [n for n in range(1, len(told)) if told[n][1] < told[n - 1][1]]
    for start, end in pairwise([0, *back, len(told)]):
        asked = {q: label for _match, label in told[start:end] if (q := labels[label].question)}
        yield _Run(told[start][0], asked)


def _first_block(document: Document, recognition: Recognition, form: _Run) -> int | None:
    """The block where a form begins, with its own introduction; None within a paragraph."""
    labels, matches = recognition.template.labels, recognition.matches
    at = form.match
    begins = matches[at].label
    while labels[label := matches[at - 1].label].kind is LabelKind.OWN and label < begins:
        at -= 1
    first = _block_at(document, matches[at].start)
    before = _block_at(document, matches[at - 1].start)
    if before == first:
        return None
    first = _untitled_opening(document, recognition, before + 1, first)
    blocks = document.blocks
    while blocks[first - 1].page == blocks[first].page > blocks[before].page:
        first -= 1
    return first


def _untitled_opening(document: Document, recognition: Recognition, start: int, first: int) -> int:
    """Where in `[start, first)` the form's first question stands without its title; else `first`.

    There, it was taken for a part of the last answer, as respondents may write such words too.
    """
    asked = next(label.question for label in recognition.template.labels if label.question)
    question = fold(recognition.template.question(asked).text)
    opens = (
        n
        for n in range(first - 1, start - 1, -1)
        if fold(document.blocks[n].text).partition(":")[0].strip() == question
    )
    return next(opens, first)


def _block_at(document: Document, offset: int) -> int:
    return bisect_right(document.blocks, offset, key=lambda block: block.start) - 1


def _part(document: Document, first: int, end: int) -> Document:
    """The blocks `[first, end)` as a document of their own, which counts from 0."""
    return Document.of(
        document.file,
        document.method,
        document.blocks[first:end],
        document.pages,
        document.problems,
    )


def _placed(read: Submission, document: Document, span: tuple[int, int]) -> Submission:
    """What was read in a part of a document, with its places in the whole."""
    by = document.blocks[span[0]].start

    def moved(place: Location) -> Location:
        return replace(place, start=place.start + by, end=place.end + by)

    answers = (
        replace(
            answer,
            parts=tuple(map(moved, answer.parts)),
            doubtful=tuple(replace(word, place=moved(word.place)) for word in answer.doubtful),
        )
        for answer in read.answers
    )
    unplaced = (
        replace(
            line,
            location=moved(line.location),
            doubtful=tuple(replace(word, place=moved(word.place)) for word in line.doubtful),
        )
        for line in read.unplaced
    )
    return replace(read, answers=tuple(answers), unplaced=tuple(unplaced))
