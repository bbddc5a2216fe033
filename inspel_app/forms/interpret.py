"""Document -> Submission: the answers field by field, or a letter as one answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from inspel_app.domain.document import Document, Location, Method, Problem, Role
from inspel_app.domain.form import (
    Answer,
    FormTemplate,
    LabelKind,
    Respondent,
    SourceFile,
    Submission,
    Unplaced,
)
from inspel_app.domain.gazetteer import NOTHING_KNOWN, Gazetteer
from inspel_app.forms.case_numbers import case_numbers
from inspel_app.forms.content import is_reference, references, says_nothing
from inspel_app.forms.cover import abstains
from inspel_app.forms.doubts import doubtful_words
from inspel_app.forms.extract import ANSWERING, BACKGROUND, Filled
from inspel_app.forms.folding import fold
from inspel_app.forms.lone_page import lone_page, printed_on
from inspel_app.forms.organisations import Organisations
from inspel_app.forms.own_text import is_page_number
from inspel_app.forms.ranges import Range, stripped, subtract, union
from inspel_app.forms.recognise import Recognition, form_reader, recognise
from inspel_app.forms.respondent import complete, from_fields, from_letter
from inspel_app.i18n import _

LETTER = "brev"
"""What stands in the id of an answer that is a whole letter, for the field's id."""

_TOLD_APART = frozenset({Role.QUOTED, Role.SIGNATURE})
"""Text of a mail that is no answer, and gives no reason to doubt that."""
_MARGINS = frozenset({Role.HEADER, Role.FOOTER})
_UNSURE = 0.9
_TITLES = frozenset({LabelKind.SECTION, LabelKind.HEADING})
_NO_QUESTIONS = "fragor-saknas"
_FORM_TITLES = 5
"""A letter under so many of a form's headings is a form whose questions were cut."""


def submission_id(sha256: str) -> str:
    """The id of an inspel, made from the content of its main file."""
    return f"i{sha256[:10]}"


def identified(submission: Submission, sha256_of_file: str, number: int) -> Submission:
    """The inspel with its ids, which are made of the file's content and its place in it."""
    seed = f"{sha256_of_file}:{number}".encode()
    identity = submission_id(sha256(seed).hexdigest() if number else sha256_of_file)
    taken: dict[str, int] = {}
    answers = []
    for answer in submission.answers:
        key = answer.field or LETTER
        taken[key] = taken.get(key, 0) + 1
        suffix = f".{taken[key]}" if taken[key] > 1 else ""
        answers.append(replace(answer, id=f"{identity}.{key}{suffix}"))
    return replace(submission, id=identity, answers=tuple(answers))


def interpret(
    document: Document,
    name: str,
    templates: Sequence[FormTemplate],
    gazetteer: Gazetteer = NOTHING_KNOWN,
) -> Submission:
    """What the respondent sent in, read from one document; `name` is the file's."""
    recognition = recognise(document, templates)
    return recognised(document, name, recognition, templates, gazetteer)


def recognised(
    document: Document,
    name: str,
    recognition: Recognition | None,
    templates: Sequence[FormTemplate],
    gazetteer: Gazetteer,
) -> Submission:
    """The same, of a document of which it is known on which form it is, or that it is a letter."""
    known = organisations(templates, gazetteer)
    files = (SourceFile(name, document.file),)
    if recognition is None:
        return _letter(document, files, templates, known)
    return _form(document, files, recognition, known)


def _form(
    document: Document,
    files: tuple[SourceFile, ...],
    recognition: Recognition,
    known: Organisations,
) -> Submission:
    template = recognition.template
    filled = form_reader(template).fill(document, recognition.matches, recognition.empty)
    texts = {f: _text(document.text, ranges) for f, ranges in filled.fields.items()}
    background = {f.removeprefix(BACKGROUND): t for f, t in texts.items() if _is_background(f)}
    said = {f: t for f, t in texts.items() if not _is_background(f)}
    identity = submission_id(document.file)
    answers = [_answer(identity, f, document, filled, said, template) for f in said]
    free = [*filled.loose.values(), *([filled.after] if filled.after else [])]
    answers += [_free(identity, document, ranges) for ranges in free]
    read = Submission(
        id=identity,
        files=files,
        form=template.id,
        certainty=recognition.certainty,
        respondent=_letter_sender(document, known)
        if recognition.by_numbers
        else _form_sender(background, document, filled, known),
        answers=tuple(answers),
        unplaced=_unplaced(document, filled.unplaced),
        problems=(
            *document.problems,
            *_doubts(filled, template),
            *_ledger_doubt(document, filled.unplaced),
        ),
    )
    return identified(read, document.file, 0)


def _answer(
    identity: str,
    field: str,
    document: Document,
    filled: Filled,
    texts: Mapping[str, str],
    template: FormTemplate,
) -> Answer:
    ranges = filled.fields[field]
    text = texts[field]
    return Answer(
        id=f"{identity}.{field}",
        field=field,
        text=text,
        method=_method(document, ranges),
        parts=_parts(document, ranges),
        content=_says_something(field, text),
        confidence=round(min(filled.fits[field], document.confidence(ranges)), 3),
        refers_to=references(field, texts, template),
        doubtful=doubtful_words(document, ranges),
    )


def _letter(
    document: Document,
    files: tuple[SourceFile, ...],
    templates: Sequence[FormTemplate],
    known: Organisations,
) -> Submission:
    written = ANSWERING | {Role.NOTE}
    streams = union((b.start, b.end + 1) for b in document.blocks if b.role in written and b.text)
    own = union(printed_on(document, templates))
    streams = [part for stream in streams for part in subtract(stream, own)]
    ranges = stripped(document.text, streams)
    other = [
        b for b in document.blocks if b.role not in written and not is_page_number(b.text, b.role)
    ]
    rest = stripped(document.text, [(b.start, b.end) for b in other])
    text = _text(document.cell_by_cell, ranges)
    identity = submission_id(document.file)
    answer = _free(identity, document, ranges)
    numbers = case_numbers([text], printed_texts(templates))
    stray = [b for b in other if b.role not in _TOLD_APART]
    return Submission(
        id=identity,
        files=files,
        respondent=from_letter(text, known, letterhead(document)),
        answers=(answer,) if text else (),
        unplaced=_unplaced(document, rest),
        problems=(
            *document.problems,
            *([lone_page()] if own else []),
            *_headings_doubt(document, templates),
            *_ledger_doubt(document, [(b.start, b.end) for b in stray]),
        ),
        dnr=numbers.authority,
        own_dnr=numbers.own,
    )


def _form_sender(
    background: Mapping[str, str], document: Document, filled: Filled, known: Organisations
) -> Respondent:
    """Who a form is from, by its own fields, or else by what is written above the questions."""
    said = from_fields(background, known)
    asked = min((start for parts in filled.fields.values() for start, _end in parts), default=0)
    above = [document.text[start:end] for start, end in filled.unplaced if end <= asked]
    if said.organisation or not above:
        return said
    return complete(said, from_letter("\n".join(above), known), known)


def _letter_sender(document: Document, known: Organisations) -> Respondent:
    """Who a text without background fields says that it is from."""
    lines = [block.text for block in document.blocks if block.role in ANSWERING]
    return from_letter("\n".join(lines), known, letterhead(document))


def letterhead(document: Document) -> list[str]:
    """What stands in the margins of a letter's pages."""
    return [block.text for block in document.blocks if block.role in _MARGINS]


def _free(identity: str, document: Document, ranges: Sequence[Range]) -> Answer:
    """What was written to no question: a letter, or what follows after the form."""
    text = _text(document.text, ranges)
    return Answer(
        id=f"{identity}.{LETTER}",
        field=None,
        text=text,
        method=document.method,
        parts=_parts(document, ranges),
        content=_says_something(None, text),
        confidence=round(document.confidence(ranges), 3),
        doubtful=doubtful_words(document, ranges),
    )


def reconsidered(answer: Answer, submission: Submission, template: FormTemplate | None) -> Answer:
    """The answer with what its text, now another than before, says of content and references.

    `submission` is the inspel that it belongs to, `template` that inspel's form.
    """
    content = _says_something(answer.field, answer.text)
    if answer.field is None or template is None:
        return replace(answer, content=content)
    texts = {a.field: a.text for a in submission.answers if a.field is not None}
    pointed = references(answer.field, texts | {answer.field: answer.text}, template)
    return replace(answer, content=content, refers_to=pointed)


def _says_something(field: str | None, text: str) -> bool:
    if field is None:
        return not (says_nothing(text) or abstains(text))
    return not (says_nothing(text) or is_reference(text))


def organisations(templates: Iterable[FormTemplate], gazetteer: Gazetteer) -> Organisations:
    """What is known of names where these forms are used."""
    return _organisations(gazetteer, tuple(town for t in templates for town in t.municipalities))


@lru_cache(maxsize=16)
def _organisations(gazetteer: Gazetteer, towns: tuple[str, ...]) -> Organisations:
    return Organisations(gazetteer, towns)


def printed_texts(templates: Iterable[FormTemplate]) -> list[str]:
    """What the forms say themselves, such as the case number to give."""
    return [label.text for template in templates for label in template.labels]


def _is_background(field: str) -> bool:
    return field.startswith(BACKGROUND)


def _text(text: str, ranges: Iterable[Range]) -> str:
    return "\n".join(text[start:end] for start, end in ranges)


def _parts(document: Document, ranges: Iterable[Range]) -> tuple[Location, ...]:
    return tuple(document.locate(start, end) for start, end in ranges)


def _unplaced(document: Document, ranges: Iterable[Range]) -> tuple[Unplaced, ...]:
    return tuple(
        Unplaced(
            document.text[s:e],
            document.locate(s, e),
            doubtful_words(document, [(s, e)]),
            withdrawn=document.block_at(s).is_aside,
        )
        for s, e in ranges
    )


def _method(document: Document, ranges: Sequence[Range]) -> Method:
    for block in document.blocks:
        for control in block.controls:
            start, end = block.start + control.start, block.start + control.end
            if any(start < stop and end > begin for begin, stop in ranges):
                return Method.CONTROL
    seen = any(document.words(start, end) for start, end in ranges)
    return Method.OCR if seen else document.method


def _doubts(filled: Filled, template: FormTemplate) -> list[Problem]:
    unsure = [f for f, fit in filled.fits.items() if fit < _UNSURE]
    problems = []
    if unsure:
        names = _named(unsure, template)
        message = _(
            "Frågan eller rubriken är ändrad, borta eller svårläst, så platsen är osäker: {fields}."
        )
        problems.append(Problem("falt-osakert", message.format(fields=names)))
    if filled.twice:
        names = _named(filled.twice, template)
        message = _(
            "Frågor står två gånger med svar på båda ställena, kanske två inspel: {fields}."
        )
        problems.append(Problem("fraga-tva-ganger", message.format(fields=names)))
    if filled.preceding:
        message = _("Svaren står före sina frågor i filen, och är lästa så.")
        problems.append(Problem("svar-fore-fragan", message))
    if filled.commented:
        names = _named(filled.commented, template)
        message = _("Svaren är skrivna som kommentarer vid frågorna: {fields}.")
        problems.append(Problem("svar-i-kommentar", message.format(fields=names)))
    if filled.footed:
        names = _named(filled.footed, template)
        message = _("Svar står helt eller delvis i fotnoter eller slutnoter: {fields}.")
        problems.append(Problem("svar-i-not", message.format(fields=names)))
    if filled.loose:
        names = "; ".join(template.labels[heading].text for heading in filled.loose)
        message = _("Under dessa rubriker saknas frågorna; texten där är fria svar: {headings}.")
        problems.append(Problem(_NO_QUESTIONS, message.format(headings=names)))
    if filled.after:
        message = _(
            "Efter blankettens sista fråga finns text under egna rubriker; den är ett fritt svar."
        )
        problems.append(Problem("text-efter-blanketten", message))
    return problems


def _named(fields: Iterable[str], template: FormTemplate) -> str:
    return "; ".join(template.name_of(field) for field in dict.fromkeys(fields))


def _headings_doubt(document: Document, templates: Iterable[FormTemplate]) -> list[Problem]:
    """The doubt about a letter under a form's headings, from which the questions were cut."""
    written = {fold(block.text) for block in document.blocks}
    for template in templates:
        titles = {fold(x.text) for x in template.labels if x.kind in _TITLES}
        if len(titles & written) >= _FORM_TITLES:
            message = _(
                "Blankettens rubriker står kvar men inte dess frågor; allt är ett fritt svar."
            )
            return [Problem(_NO_QUESTIONS, message)]
    return []


def _ledger_doubt(document: Document, unplaced: Sequence[Range]) -> list[Problem]:
    """The doubt about text outside the fields, but for that of which another doubt tells."""
    count = sum(not document.block_at(start).told for start, _end in unplaced)
    if not count:
        return []
    message = _("Det finns text utanför fälten ({count} st); se efter om den hör till en fråga.")
    return [Problem("oplacerad-text", message.format(count=count))]
