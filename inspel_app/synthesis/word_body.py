"""The paragraphs and tables of a Word report, part by part."""

from collections.abc import Iterator
from itertools import count

from inspel_app.i18n import _
from inspel_app.synthesis.outline import (
    AnswerBlock,
    Block,
    Facts,
    Names,
    Points,
    Quote,
    Report,
    Section,
    Signed,
    Table,
    Text,
)
from inspel_app.synthesis.word_asides import Asides
from inspel_app.synthesis.word_parts import Part
from inspel_app.synthesis.word_xml import (
    USUAL,
    Element,
    bookmarked,
    field,
    link,
    named,
    paragraph,
    run,
    table,
    w,
)

CONTENTS = "innehall"
"""The key of the list of contents."""
_CONTENTS_DEPTH = 2
_BY_HAND = 900
"""Twentieths of a point above a name, where its bearer signs."""
_BELOW = 200
"""Twentieths of a point between a table and what follows it."""
_ABOVE = 600
"""Twentieths of a point above a chapter that begins on the page of the one before."""


class Body:
    """The elements of one document; numbers its bookmarks and tables.

    `bookmarks` are there already, in a document that is written in again.
    """

    def __init__(self, asides: Asides, bookmarks: int = 0) -> None:
        self._asides = asides
        self._bookmarks = count(bookmarks + 1)
        self._tables = count(1)

    def parts(self, told: Report) -> Iterator[Part]:
        """The title page, the contents and all chapters, in order."""
        kicker = paragraph("Subtitle", run(told.kicker))
        if not told.contents:
            kicker[0].append(w("spacing", before=0))
        title = paragraph("Title", run(told.title))
        yield Part("titel", told.title, (kicker, title, *self._block(told.facts)))
        if told.contents:
            yield Part(CONTENTS, _("Innehåll"), tuple(_contents(told)), "Table of Contents")
        for section in told.sections:
            yield from self._section(section, "", 1)

    def _section(self, section: Section, above: str, level: int) -> Iterator[Part]:
        key = section.anchor or f"{above}/{section.title}"
        yield Part(key, section.title, tuple(self._own(section, level)), level=level)
        for child in section.sections:
            yield from self._section(child, key, level + 1)

    def _own(self, section: Section, level: int) -> Iterator[Element]:
        """The heading and what stands directly under it."""
        title = [run(section.title)]
        if section.anchor:
            title = bookmarked(section.anchor, next(self._bookmarks), *title)
        heading = paragraph(f"Heading{level}", *title)
        if section.runs_on:
            heading[0].extend([w("pageBreakBefore", val=0), w("spacing", before=_ABOVE)])
        yield heading
        quoted = [i for i, block in enumerate(section.blocks) if isinstance(block, Quote)]
        last = max(quoted, default=0)  # what stands above quotations is not left on the page before
        for i, block in enumerate(section.blocks):
            made = list(self._block(block))
            if i and isinstance(section.blocks[i - 1], Table) and not isinstance(block, Table):
                _set_off(made[0])
            match block, section.blocks[i + 1 : i + 2]:
                case (Quote(), (Text(),)) | (Names(), (Names(),)) | (Facts(), (AnswerBlock(),)):
                    _kept(made[-1], "keepNext")
                case Text(), () if quoted:  # how many more there are stands with what is quoted
                    made[0][0].insert(1, w("keepNext", val=0))
                case Text(), (Signed(),):
                    _kept(made[0], "keepNext")
                case Text(), _ if i < last:
                    _kept(made[0], "keepNext")
            yield from made

    def _block(self, block: Block) -> Iterator[Element]:  # noqa: C901 - one case for each kind
        match block:
            case Text():
                yield paragraph("Diskret" if block.quiet else "Normal", run(block.text))
            case Facts():
                for left, (label, value) in enumerate(block.rows, 1 - len(block.rows)):
                    line = paragraph("Uppgift", run(label, "Strong"), run("\t" + value))
                    if left:
                        _kept(line, "keepNext")
                    yield line
            case Quote():
                yield self._quote(block, "Quote")
            case Points():
                yield from (self._quote(quote, "ListBullet") for quote in block.quotes)
            case Names():
                text = ", ".join(block.items)
                yield paragraph("Normal", run(block.label + ": ", "Strong"), run(text))
            case Table():
                yield self._caption(block.caption)
                yield table(block)
            case AnswerBlock():
                yield from self._answer(block)
            case Signed():
                yield from _signed(block)

    def _quote(self, quote: Quote, style: str) -> Element:
        """The words, and on a line below who said them; where is in a footnote if it is here.

        All on one page, whatever the styles of a template say.
        """
        said = [run(f"”{quote.text}”")]
        for note in quote.notes:
            said = self._asides.margin.noted(note, *said)
        if not quote.target:
            who = run(f"\n{quote.respondent} – {quote.citation}", "Kalla")
            return _kept(paragraph(style, *said, who), "keepLines")
        who = run(f"\n{quote.respondent}", "Kalla")
        where = self._asides.footnotes.noted(link(quote.citation, quote.target, "Kallank"))
        return _kept(paragraph(style, *said, who, where), "keepLines")

    def _caption(self, text: str) -> Element:
        number = field("SEQ Tabell \\* ARABIC", run(str(next(self._tables))))
        caption = paragraph("Caption", run(_("Tabell") + " "), *number, run(". " + text))
        return _kept(caption, "keepNext")

    def _answer(self, block: AnswerBlock) -> Iterator[Element]:
        question = bookmarked(block.anchor, next(self._bookmarks), run(block.question))
        yield paragraph("Fraga", *question)
        for line in block.text.split("\n"):
            if line.strip():
                yield paragraph("Svar", run(line))
        if block.note:
            yield paragraph("Diskret", run(block.note))


def _set_off(made: Element) -> None:
    """Give a paragraph room below the table that it follows, unless it has some by itself."""
    if made[0].find(named("spacing")) is None:
        made[0].append(w("spacing", before=_BELOW))


def _kept(made: Element, how: str) -> Element:
    """A paragraph that stays with the next (`keepNext`), or on one page (`keepLines`)."""
    style = made[0].find(named("pStyle"))
    made[0].insert(0 if style is None else 1, w(how))
    return made


def _signed(block: Signed) -> Iterator[Element]:
    """The place and the day, room to sign by hand, and who signs; all on one page."""
    where = paragraph(USUAL, run(block.where))
    where[0].extend([w("keepNext"), w("spacing", before=_ABOVE)])
    yield where
    name, *others = block.who
    who = paragraph(USUAL, run(name, "Strong"), run("".join(f"\n{line}" for line in others)))
    who[0].extend([w("keepLines"), w("spacing", before=_BY_HAND)])
    yield who


def _contents(told: Report) -> list[Element]:
    """The contents, filled in and marked so that Word puts in the page numbers."""
    lines = [line for section in told.sections for line in _entries(section, 1)]
    begin, code, separate, end = field(f'TOC \\o "1-{_CONTENTS_DEPTH}" \\h \\z \\u')
    lines[0][1:1] = [begin, code, separate]
    lines[-1].append(end)
    return [paragraph("TOCHeading", run(_("Innehåll"))), *lines]


def _entries(section: Section, level: int) -> Iterator[Element]:
    """The lines of the contents for a section and what is below it."""
    page = field(f"PAGEREF {section.anchor} \\h", run(" "))
    title = (run(section.title), run("\t"))
    yield paragraph(f"TOC{level}", w("hyperlink", *title, *page, anchor=section.anchor, history=1))
    if level < _CONTENTS_DEPTH:
        for child in section.sections:
            yield from _entries(child, level + 1)
