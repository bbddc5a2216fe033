import io
import zipfile
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from inspel_app.domain.form import Respondent
from inspel_app.domain.synthesis import Audience, Synthesis
from inspel_app.synthesis.word import WordExporter
from tests.synthesis.conftest import BUS, EMAIL, HOSTILE, LONG, Round
from tests.synthesis.word_reading import footnotes, paragraphs, tables


@pytest.fixture
def document(synthesis: Synthesis) -> Document:
    return docx.Document(io.BytesIO(WordExporter().render(synthesis)))


def headings(document: Document) -> list[tuple[int, str]]:
    """Level and text of every heading, in order."""
    return [
        (int(p.style.name[-1]), p.text)
        for p in paragraphs(document)
        if p.style is not None and p.style.name.startswith("Heading")
    ]


def named(document: Document, tag: str, attribute: str) -> list[str]:
    """An attribute of all elements of a kind in the body."""
    return [e.get(qn(attribute)) for e in document.element.body.iter(qn(tag))]


def test_headings_follow_the_strategy_without_leaps(document: Document) -> None:
    found = headings(document)
    assert [text for level, text in found if level == 1] == [
        "Så gjordes sammanställningen",
        "Helhetsbild",
        "Övergripande synpunkter",
        "Inriktningar",
        "Prioritering 3: Provlän – en nära tillgänglig region",
        "Prioritering 4: Provlän – en region med livsmiljöer",
        "Bilaga: Inspelen i sin helhet",
    ]
    assert (4, "Fler bussturer på kvällar och i byar") in found
    levels = [0] + [level for level, _text in found]
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_short_chapters_need_no_page_of_their_own(document: Document) -> None:
    chapters = [p for p in paragraphs(document) if p._p.style == "Heading1"]
    running = [p.text for p in chapters if p.paragraph_format.page_break_before is False]
    assert running == ["Övergripande synpunkter", "Inriktningar"]


def test_a_long_chapter_begins_a_page(sample: Round) -> None:
    sample.passages *= 5
    written = docx.Document(io.BytesIO(WordExporter().render(sample.compose())))
    breaks = {p.text: p.paragraph_format.page_break_before for p in paragraphs(written)}
    assert breaks["Övergripande synpunkter"] is None
    assert breaks["Inriktningar"] is False


def test_no_heading_is_empty_or_without_content(document: Document) -> None:
    blocks = [
        e
        for content in document.element.body.iter(qn("w:sdtContent"))
        for e in content
        if e.tag in (qn("w:p"), qn("w:tbl"))
    ]
    levels = [_level(e) for e in blocks] + [1]
    for block, (level, after) in zip(blocks, pairwise(levels), strict=True):
        if level:
            assert "".join(block.itertext()).strip()
            assert not 0 < after <= level


def _level(block: Any) -> int:
    """The level of a heading; 0 for anything else."""
    style = next((e.get(qn("w:val")) for e in block.iter(qn("w:pStyle"))), "")
    return int(style[-1]) if style.startswith("Heading") else 0


def test_contents_are_filled_in_and_wait_for_page_numbers(document: Document) -> None:
    gallery = next(document.element.body.iter(qn("w:docPartGallery")))
    contents = next(gallery.iterancestors(qn("w:sdt")))
    fields = [e.text.strip() for e in contents.iter(qn("w:instrText"))]
    assert fields[0] == 'TOC \\o "1-2" \\h \\z \\u'
    assert next(contents.iter(qn("w:fldChar"))).get(qn("w:dirty")) == "true"
    text = "".join(e.text or "" for e in contents.iter(qn("w:t")))
    assert all(title in text for level, title in headings(document) if level <= 2)


def test_every_link_leads_to_a_bookmark(document: Document) -> None:
    targets = named(document, "w:hyperlink", "w:anchor")
    bookmarks = named(document, "w:bookmarkStart", "w:name")
    assert set(targets) <= set(bookmarks)
    assert len(set(bookmarks)) == len(bookmarks)
    assert all(name.isidentifier() and len(name) <= 40 for name in bookmarks)
    numbers = named(document, "w:bookmarkStart", "w:id")
    assert numbers == named(document, "w:bookmarkEnd", "w:id")
    assert len(set(numbers)) == len(numbers)


def test_a_quotation_leads_to_the_answer_that_holds_it(document: Document) -> None:
    quote = next(p for p in paragraphs(document) if p._p.style == "Quote" and BUS[0] in p.text)
    (mark,) = quote._p.iter(qn("w:footnoteReference"))
    note = footnotes(document)[mark.get(qn("w:id"), "")]
    assert note.text == " Inspel 1, fråga 3.3 Identifierade behov, s. 2"
    start = next(
        e
        for e in document.element.body.iter(qn("w:bookmarkStart"))
        if e.get(qn("w:name")) == note.hyperlinks[0].fragment
    )
    question = start.getparent()
    assert Paragraph(question, document).text == "3.3 Identifierade behov"
    assert Paragraph(question.getnext(), document).text == BUS[0]


def test_tables_repeat_their_header_and_say_what_they_are(document: Document) -> None:
    assert len(tables(document)) == 6
    for table in tables(document):
        element: Any = table._tbl
        assert element.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
        assert element.tblPr.style == "Rapporttabell"
        above = element.getprevious()
        assert above.style == "Caption"
        caption = element.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert Paragraph(above, document).text.endswith(f". {caption}")


def test_the_language_is_swedish(synthesis: Synthesis) -> None:
    with zipfile.ZipFile(io.BytesIO(WordExporter().render(synthesis))) as package:
        parts = {n: package.read(n).decode("utf-8") for n in package.namelist()}
    assert '<w:lang w:val="sv-SE"' in parts["word/styles.xml"]
    assert '<w:themeFontLang w:val="sv-SE"/>' in parts["word/settings.xml"]
    assert "en-US" not in "".join(parts.values())


def test_only_styles_that_exist_are_used(document: Document) -> None:
    known = {s.style_id for s in document.styles}
    used = {
        name
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for name in named(document, tag, "w:val")
    }
    assert used <= known
    assert {"Title", "Quote", "ListBullet", "Caption", "Heading4"} <= used


def test_properties_come_from_the_round(document: Document) -> None:
    properties = document.core_properties
    assert properties.title == "Uppdatering av Provläns utvecklingsstrategi"
    assert properties.author == properties.last_modified_by == properties.comments == ""
    assert properties.language == "sv-SE"
    assert properties.created is not None
    assert properties.created.isoformat().startswith("2025-07-01T09:30:00")


def test_hostile_text_is_kept_as_text(document: Document) -> None:
    text = "\n".join(p.text for p in paragraphs(document))
    assert HOSTILE in text
    assert "<script>alert('x')</script> & <b>fet</b>  ]]>" in text
    assert LONG.strip() in text


def test_contact_persons_are_there_for_the_secretariat_only(sample: Round) -> None:
    seen = {
        audience: EMAIL
        in "\n".join(
            p.text
            for p in paragraphs(
                docx.Document(io.BytesIO(WordExporter().render(sample.compose(audience))))
            )
        )
        for audience in Audience
    }
    assert seen == {Audience.WORK: True, Audience.WRITING: False, Audience.PUBLIC: False}


def test_pages_are_numbered_from_the_second(document: Document) -> None:
    section = document.sections[0]
    footer = section.footer.paragraphs[0]
    assert footer.text.startswith("Uppdatering av Provläns utvecklingsstrategi\tSida ")
    fields = [e.text.strip() for e in footer._p.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert section.different_first_page_header_footer
    assert section.page_width is not None
    assert round(section.page_width.mm) == 210


def test_what_stands_above_quotations_stays_with_them(document: Document) -> None:
    quoted = [p for p in paragraphs(document) if p.text.startswith(("Nyckelord:", "Ur svaren:"))]
    assert quoted
    assert all(p.paragraph_format.keep_with_next for p in quoted)
    more = [p for p in paragraphs(document) if p.text.startswith("Ytterligare")]
    assert more
    assert not any(p.paragraph_format.keep_with_next for p in more)
    last = [above for above, p in pairwise(paragraphs(document)) if p in more]
    assert all(p.paragraph_format.keep_with_next for p in last)


def test_small_tables_stand_on_one_page_and_long_ones_begin_with_a_row(sample: Round) -> None:
    few = tables(docx.Document(io.BytesIO(WordExporter().render(sample.compose()))))
    for n in range(20):
        who = Respondent(f"Byalaget {n}", municipality=f"Ort {n}")
        sample.add(who, [("3.3.behov", "Mer bussar.", [])], f"{n}.docx")
    many = tables(docx.Document(io.BytesIO(WordExporter().render(sample.compose()))))
    for table in (*few, *many):
        rows = [row.cells[0].paragraphs[0] for row in table.rows]
        kept = sum(bool(p.paragraph_format.keep_with_next) for p in rows)
        signs = sum(len(c.text) for row in table.rows[1:] for c in row.cells)
        assert kept == (len(rows) - 1 if len(rows) <= 13 and signs <= 900 else 1)
    assert any(len(table.rows) > 13 for table in many)
