"""What stands between the form's printed texts: answers, and what could not be placed."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, takewhile

from rapidfuzz import fuzz

from inspel_app.domain.document import Block, Document, Method, Role
from inspel_app.domain.form import FormTemplate
from inspel_app.forms.added import PrintedWords
from inspel_app.forms.align import Match
from inspel_app.forms.altered import altered_headings
from inspel_app.forms.closing import closing
from inspel_app.forms.columns import answers_below
from inspel_app.forms.content import says_nothing
from inspel_app.forms.ending import own_section
from inspel_app.forms.folding import fold
from inspel_app.forms.misread import cut_headings, misread_phrases
from inspel_app.forms.orphans import UNSURE
from inspel_app.forms.own_text import OwnText, is_misread_number, is_page_number
from inspel_app.forms.preceding import answers_precede, stretches
from inspel_app.forms.ranges import Range, stripped, subtract, union
from inspel_app.forms.remarks import remarks
from inspel_app.forms.remnants import Remnants
from inspel_app.forms.shortened import bare_headings

ANSWERING = frozenset({Role.BODY, Role.TEXTBOX})
"""The streams of a document in which a respondent answers; notes stand after all of them."""
BACKGROUND = "bakgrund."
"""Fields with this beginning tell who the respondent is, in one line, cell or control each."""

_BOX = re.compile(r"[☐☒☑]\s*")
_ANSWER_MARK = re.compile(r"(?:svar|ert svar|vårt svar)\s*:\s*", re.IGNORECASE)
_BOX_END = re.compile(r"[☐☒☑\n]")
_MISREAD_PLACEHOLDER = 85.0
_LONGEST_PROMPT = 80
_PROMPT = re.compile(
    r"\W*(?:skriv|fyll|ange|klicka|tryck|type|write|enter|click)\b[^.!?]*[.!?…\W]*", re.IGNORECASE
)
_RULE = re.compile(r"\s*(?:_\s?){3,}|\s*[.…]{4,}\s*|\s*…{2,}\s*")
"""A line to write on."""
_OFTEN = 3
"""A line that asks for an answer and stands so often is the prompt of a changed form."""
_LEADS_TO_NOTE = re.compile(
    r"(?:se |i )?(?:fotnot|slutnot|not)?(?:en|er|erna)?[\W\d]*", re.IGNORECASE
)
_STATES = re.compile(
    r"\b(?:vi|jag|är|var|har|ska|skall|bör|måste|kan|vill|behöver|behövs|saknas|finns|blir|gör|får"
    r"|anser|tycker|krävs)\b",
    re.IGNORECASE,
)
"""What a note says that is more than a source."""
_SCRAP = 3


@dataclass(frozen=True, slots=True)
class Filled:
    """Ranges of the document's text by field, in written order, and the ranges left over.

    `fits` tells how well each question was recognised; `twice` are the fields whose
    question stands in two places with an answer at both. `loose` is what stands under
    headings (by their labels) whose questions were deleted, `after` what the respondent
    wrote after the form under headings of their own. `commented` are the fields whose answers
    are comments, `footed` those whose answers are in notes, `preceding` tells that the answers
    stand before their questions.
    """

    fields: dict[str, list[Range]] = field(default_factory=dict)
    fits: dict[str, float] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)
    loose: dict[int, list[Range]] = field(default_factory=dict)
    commented: list[str] = field(default_factory=list)
    footed: list[str] = field(default_factory=list)
    preceding: bool = False
    after: list[Range] = field(default_factory=list)
    unplaced: list[Range] = field(default_factory=list)


class FormReader:
    """Knows one form's placeholders and own texts."""

    def __init__(self, template: FormTemplate) -> None:
        self._template = template
        phrases = sorted(template.placeholders, key=len, reverse=True)
        words = (r"\s+".join(map(re.escape, p.rstrip(".").split())) + r"\.?" for p in phrases)
        self._placeholder = re.compile("|".join(words) or r"(?!)", re.IGNORECASE)
        self._phrases = [fold(p) for p in phrases]
        self._remnants = Remnants(phrases)
        self._own = OwnText(template)
        self._printed = PrintedWords(template)

    def fill(self, document: Document, matches: Sequence[Match], empty: Sequence[Range]) -> Filled:
        """Part the document's text into answers, the form's own text and the rest.

        `matches` are the printed texts in order, `empty` what `placeholders` gives.
        """
        text = document.cell_by_cell
        foreign = [(b.start, b.end) for b in document.blocks if not _may_answer(b)]
        boxes = _boxes(text)
        below = answers_below(document, matches)
        cut = self._cut(document, matches)
        apart = union([*foreign, *empty, *boxes, *cut])
        after = own_section(document, self._template, matches)
        own = stripped(text, subtract(after, apart))
        apart = union([*apart, after, *closing(document, self._template, matches, after[0])])
        holes = union([*apart, *(r for ranges in below.values() for r in ranges)])
        remnants: list[Range] = []
        precede = self._preceded(document, matches, holes)
        filled = Filled(preceding=any(precede), after=own)
        filled.loose.update(self._loose(document, matches, holes))
        comments = remarks(document, matches, Role.COMMENT, below)
        notes = {} if any(precede) else remarks(document, matches, Role.NOTE, below)
        where = stretches([(m.start, m.end) for m in matches], len(text), precede)
        for n, (match, stretch) in enumerate(zip(matches, where, strict=True)):
            question = self._template.labels[match.label].question
            if question is None:
                continue
            rest = subtract(stretch, holes)
            rest += [r for cell in below.get(n, ()) for r in subtract(cell, apart)]
            written, erased = self._written(document, rest, question)
            remnants += erased
            if not written and n in comments:
                written = comments[n]
                filled.commented.append(question)
            written += self._footed(document, (written, notes.get(n, ())), question, filled)
            if _is_scrap(document, written, stretch, empty):
                continue
            if written and not self._is_placeholder(_joined(text, written)):
                if question in filled.fields:
                    filled.twice.append(question)
                    if question.startswith(BACKGROUND):
                        continue  # another sender, who stands in the ledger
                filled.fields.setdefault(question, []).extend(written)
                doubt = UNSURE if precede[n] or question in filled.commented else 1.0
                filled.fits[question] = min(match.fit, doubt, filled.fits.get(question, 1.0))
        told = (*filled.fields.values(), *filled.loose.values(), filled.after)
        printed = [*remnants, *((m.start, m.end) for m in matches)]
        left = self._not_own(document, [*printed, *empty, *boxes, *chain(*told), *cut])
        added = self._unowned(document, self._printed.added_to(document, matches, empty))
        filled.unplaced.extend(sorted([*left, *cut, *added]))
        return filled

    def _cut(self, document: Document, matches: Sequence[Match]) -> list[Range]:
        """Headings that were misread or changed: neither answers nor known as own text."""
        known = document, self._template, matches
        return [*cut_headings(*known), *altered_headings(*known)]

    def _written(
        self, document: Document, rest: Sequence[Range], question: str
    ) -> tuple[list[Range], list[Range]]:
        """What is an answer of the rest of a stretch, and what is left of a placeholder there."""
        text = document.cell_by_cell
        written, erased = self._remnants.parted(text, stripped(text, rest))
        marks, written = _without_mark(text, written)
        if question.startswith(BACKGROUND):
            written = _first_piece(document, written)
        return written, [*erased, *marks]

    def _footed(
        self,
        document: Document,
        parts: tuple[Sequence[Range], Sequence[Range]],
        question: str,
        filled: Filled,
    ) -> list[Range]:
        """What notes add to what is written in a field: all where that only leads to them.

        Beside an answer they may be sources, which are left out; names of senders have none.
        """
        if question.startswith(BACKGROUND):
            return []
        text, (written, notes) = document.cell_by_cell, parts
        added = stripped(text, self._unowned(document, notes))
        if not _LEADS_TO_NOTE.fullmatch(_joined(text, written)):
            added = [(start, end) for start, end in added if _STATES.search(text, start, end)]
        filled.footed.extend([question] if added else [])
        return added

    def _preceded(
        self, document: Document, matches: Sequence[Match], holes: Sequence[Range]
    ) -> list[bool]:
        """Which matches are questions whose answers stand before them: most often none.

        Those of the background tell nothing of the others and may stand otherwise.
        """
        text = document.cell_by_cell

        def is_written(span: Range) -> bool:
            return any(
                not any(document.words(start, end))
                and not self._is_own(document, text[start:end], _block_number(document, start))
                for start, end in stripped(text, subtract(span, holes))
            )

        asked = [self._template.labels[match.label].question or "" for match in matches]
        about = [n for n, question in enumerate(asked) if not question.startswith(BACKGROUND)]
        printed = [(matches[n].start, matches[n].end) for n in about]
        asks = [bool(asked[n]) for n in about]
        precede = answers_precede(printed, asks, is_written)
        return [
            precede and question != "" and not question.startswith(BACKGROUND) for question in asked
        ]

    def _loose(
        self, document: Document, matches: Sequence[Match], holes: Sequence[Range]
    ) -> Iterator[tuple[int, list[Range]]]:
        """What was written under headings whose questions were deleted, and not misread."""
        starts = [m.start for m in matches] + [len(document.cell_by_cell)]
        for n, match in bare_headings(self._template, matches):
            rest = stripped(document.cell_by_cell, subtract((match.end, starts[n + 1]), holes))
            if rest and not any(document.words(*span) for span in rest):
                yield match.label, rest

    def placeholders(self, document: Document) -> list[Range]:
        """Where nothing has been written yet: untouched controls, and their phrase anywhere.

        Programs that fill in controls may leave the mark of an untouched one, so the text
        must be a known phrase, or a prompt that several controls show.
        """
        marked: dict[int, list[Range]] = {}
        for block in document.blocks:
            for control in block.controls:
                if control.placeholder:
                    span = (block.start + control.start, block.start + control.end)
                    marked.setdefault(control.number, []).append(span)
        shown = {n: _joined(document.cell_by_cell, ranges) for n, ranges in marked.items()}
        times = Counter(shown.values())
        untouched = (
            span
            for n, ranges in marked.items()
            if self._is_placeholder(shown[n]) or _is_prompt(shown[n], times[shown[n]])
            for span in ranges
        )
        exact = (m.span() for m in self._placeholder.finditer(document.cell_by_cell))
        misread = misread_phrases(document, self._phrases)
        return union([*untouched, *exact, *misread, *_prompts(document)])

    def _is_placeholder(self, written: str) -> bool:
        folded = fold(written)
        return any(fuzz.ratio(folded, p) >= _MISREAD_PLACEHOLDER for p in self._phrases)

    def _not_own(self, document: Document, known: Iterable[Range]) -> list[Range]:
        text = document.cell_by_cell
        between = ((b.end, b.end + 1) for b in document.blocks)
        rest = stripped(text, subtract((0, len(text)), union([*known, *between])))
        return self._unowned(document, rest)

    def _unowned(self, document: Document, ranges: Iterable[Range]) -> list[Range]:
        text = document.cell_by_cell
        return [
            (start, end)
            for start, end in ranges
            if not self._is_own(document, text[start:end], _block_number(document, start))
        ]

    def _is_own(self, document: Document, piece: str, number: int) -> bool:
        """Whether a piece is own text, by itself or as a part of its paragraph or picture."""
        block, holds = document.blocks[number], self._own.holds
        method, role = Method.OCR if block.words else document.method, block.role
        if holds(piece, method, role) or holds(block.text, method, role):
            return True
        around = document.blocks[max(number - 1, 0) : number + 2]
        return bool(block.words) and self._own.may_be_picture(piece, (b.text for b in around))


def _prompts(document: Document) -> list[Range]:
    """Lines to write on, and lines that only ask for an answer, where they stand often."""
    rules = [(b.start, b.end) for b in document.blocks if _RULE.fullmatch(b.text)]
    asking = [
        block
        for block in document.blocks
        if len(block.text) <= _LONGEST_PROMPT and _PROMPT.fullmatch(block.text)
    ]
    times = Counter(fold(block.text) for block in asking)
    return [*rules, *((b.start, b.end) for b in asking if times[fold(b.text)] >= _OFTEN)]


def _may_answer(block: Block) -> bool:
    """Whether a respondent may have written it; photos show page numbers outside the margin too."""
    if block.role not in ANSWERING:
        return False
    if not block.words:
        return True
    counts = any(sign.isdigit() for sign in block.text) and is_page_number(block.text, block.role)
    return not (counts or is_misread_number(block.text))


def _without_mark(text: str, ranges: list[Range]) -> tuple[list[Range], list[Range]]:
    """A "Svar:" that only announces the answer, and the ranges without it."""
    if ranges and (mark := _ANSWER_MARK.match(text, *ranges[0])):
        return [mark.span()], stripped(text, [(mark.end(), ranges[0][1]), *ranges[1:]])
    return [], ranges


def _is_scrap(
    document: Document, written: Sequence[Range], stretch: Range, empty: Sequence[Range]
) -> bool:
    """Whether only a few signs were read beside a placeholder: specks, or what it lost."""
    start, end = stretch
    few = sum(stop - begin for begin, stop in written) <= _SCRAP
    seen = any(document.words(begin, stop) for begin, stop in written)
    return few and seen and any(start <= e[0] < end for e in empty)


def _joined(text: str, ranges: Iterable[Range]) -> str:
    return " ".join(text[start:end] for start, end in ranges)


def _is_prompt(text: str, times: int) -> bool:
    return not text or (times > 1 and len(text) <= _LONGEST_PROMPT and not says_nothing(text))


def _block_number(document: Document, offset: int) -> int:
    return bisect_right(document.blocks, offset, key=lambda b: b.start) - 1


def _first_piece(document: Document, ranges: Sequence[Range]) -> list[Range]:
    """What was written on the first line, or in the first cell or control."""
    if not ranges:
        return []
    start = ranges[0][0]
    at = _block_number(document, start)
    first = document.blocks[at]
    numbers = {c.number for c in first.controls if first.start + c.end > start}

    def belongs(block: Block) -> bool:
        same_cell = block.cell is not None and block.cell == first.cell
        return same_cell or any(c.number in numbers for c in block.controls)

    more = list(takewhile(belongs, document.blocks[at + 1 :]))
    end = more[-1].end if more else _line_end(document, first, start)
    return [(s, min(e, end)) for s, e in ranges if s < end]


def _line_end(document: Document, block: Block, start: int) -> int:
    """Where the first line ends that the writer ended, in a block without cell or control."""
    if block.cell is not None:
        return block.end
    broken = document.cell_by_cell.find("\n", start, block.end)
    return broken if broken >= 0 else block.end


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
