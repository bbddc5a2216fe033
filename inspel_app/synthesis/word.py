"""The synthesis as a Word document."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from itertools import count

import docx
from docx.document import Document

from inspel_app.domain.synthesis import RoundFacts, Synthesis
from inspel_app.i18n import _
from inspel_app.synthesis import assets
from inspel_app.synthesis.outline import (
    AnswerBlock,
    Block,
    Facts,
    Names,
    Points,
    Quote,
    Report,
    Section,
    Table,
    Text,
)
from inspel_app.synthesis.report import report
from inspel_app.synthesis.word_xml import (
    Element,
    bookmarked,
    field,
    link,
    paragraph,
    run,
    table,
    w,
)
from inspel_app.synthesis.words import clean

_CONTENTS_DEPTH = 2
_ABOVE = 600
"""Twentieths of a point above a chapter that begins on the page of the one before."""


class WordExporter:
    """Writes the report with real styles, contents, captions and links within it."""

    format = "docx"
    suffix = ".docx"

    def render(self, synthesis: Synthesis) -> bytes:
        """The bytes of a .docx file."""
        return written(report(synthesis), synthesis.facts)


def written(told: Report, facts: RoundFacts) -> bytes:
    """A report as the bytes of a .docx file."""
    document = docx.Document(_skeleton())
    _describe(document, told, facts)
    _footer(document, told.title)
    end = document.element.body.sectPr
    for element in _Body().elements(told):
        end.addprevious(element)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _skeleton() -> io.BytesIO:
    """An empty document in our own styles, zipped from the parts that are kept as text."""
    folder = assets.folder() / "word"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for part in sorted(p for p in folder.rglob("*") if p.is_file()):
            package.writestr(part.relative_to(folder).as_posix(), part.read_bytes())
    packed.seek(0)
    return packed


def _describe(document: Document, told: Report, facts: RoundFacts) -> None:
    """Set the document's properties; nobody's name comes in from the machine."""
    properties = document.core_properties
    made = datetime.fromisoformat(facts.made).replace(tzinfo=None)
    properties.title = clean(told.title)[:255]
    properties.subject = clean(told.kicker)[:255]
    properties.language = "sv-SE"
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = made


def _footer(document: Document, title: str) -> None:
    """The title and `Sida 2 av 9` below every page but the first."""
    shown = document.sections[0].footer.paragraphs[0]._p  # noqa: SLF001 - fields have no API
    shown.append(run(title + "\t" + _("Sida") + " "))
    shown.extend(field("PAGE", run("2")))
    shown.append(run(" " + _("av") + " "))
    shown.extend(field("NUMPAGES", run("2")))


class _Body:
    """The elements of one document; numbers its bookmarks and tables."""

    def __init__(self) -> None:
        self._bookmarks = count(1)
        self._tables = count(1)

    def elements(self, told: Report) -> Iterator[Element]:
        """The title page, the contents and all chapters, in order."""
        kicker = paragraph("Subtitle", run(told.kicker))
        if not told.contents:
            kicker[0].append(w("spacing", before=0))
        yield kicker
        yield paragraph("Title", run(told.title))
        yield from self._block(told.facts)
        if told.contents:
            yield _contents(told)
        for section in told.sections:
            yield from self._section(section, 1)

    def _section(self, section: Section, level: int) -> Iterator[Element]:
        title = [run(section.title)]
        if section.anchor:
            title = bookmarked(section.anchor, next(self._bookmarks), *title)
        heading = paragraph(f"Heading{level}", *title)
        if section.runs_on:
            heading[0].extend([w("pageBreakBefore", val=0), w("spacing", before=_ABOVE)])
        yield heading
        for block in section.blocks:
            yield from self._block(block)
        for child in section.sections:
            yield from self._section(child, level + 1)

    def _block(self, block: Block) -> Iterator[Element]:
        match block:
            case Text():
                yield paragraph("Diskret" if block.quiet else "Normal", run(block.text))
            case Facts():
                for label, value in block.rows:
                    yield paragraph("Uppgift", run(label, "Strong"), run("\t" + value))
            case Quote():
                yield _quote(block, "Quote")
            case Points():
                yield from (_quote(quote, "ListBullet") for quote in block.quotes)
            case Names():
                text = ", ".join(block.items)
                yield paragraph("Normal", run(block.label + ": ", "Strong"), run(text))
            case Table():
                yield self._caption(block.caption)
                yield table(block)
            case AnswerBlock():
                yield from self._answer(block)

    def _caption(self, text: str) -> Element:
        number = field("SEQ Tabell \\* ARABIC", run(str(next(self._tables))))
        return paragraph("Caption", run(_("Tabell") + " "), *number, run(". " + text))

    def _answer(self, block: AnswerBlock) -> Iterator[Element]:
        question = bookmarked(block.anchor, next(self._bookmarks), run(block.question))
        yield paragraph("Fraga", *question)
        for line in block.text.split("\n"):
            if line.strip():
                yield paragraph("Svar", run(line))
        if block.note:
            yield paragraph("Diskret", run(block.note))


def _quote(quote: Quote, style: str) -> Element:
    """The words, and on a line below who said them and where."""
    who = f"\n{quote.respondent} – "
    source = (
        link(quote.citation, quote.target, "Kallank")
        if quote.target
        else run(quote.citation, "Kalla")
    )
    return paragraph(style, run(f"”{quote.text}”"), run(who, "Kalla"), source)


def _contents(told: Report) -> Element:
    """The contents, filled in and marked so that Word puts in the page numbers."""
    lines = [line for section in told.sections for line in _entries(section, 1)]
    begin, code, separate, end = field(f'TOC \\o "1-{_CONTENTS_DEPTH}" \\h \\z \\u')
    lines[0][1:1] = [begin, code, separate]
    lines[-1].append(end)
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    heading = paragraph("TOCHeading", run(_("Innehåll")))
    return w("sdt", w("sdtPr", gallery), w("sdtContent", heading, *lines))


def _entries(section: Section, level: int) -> Iterator[Element]:
    """The lines of the contents for a section and what is below it."""
    page = field(f"PAGEREF {section.anchor} \\h", run(" "))
    title = (run(section.title), run("\t"))
    yield paragraph(f"TOC{level}", w("hyperlink", *title, *page, anchor=section.anchor, history=1))
    if level < _CONTENTS_DEPTH:
        for child in section.sections:
            yield from _entries(child, level + 1)
