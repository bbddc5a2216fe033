"""A report in the authority's own template: its styles, page and header, none of its text."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from inspel_app.errors import UsageError
from inspel_app.synthesis.report import report
from inspel_app.synthesis.word import written
from inspel_app.synthesis.word_again import renewed
from tests.synthesis.conftest import Round
from tests.synthesis.word_reading import paragraphs, tables

KEPT = ("Normal", "Default Paragraph Font")


def saved(document: Document) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def swedish() -> bytes:
    """A template as Swedish Word makes it: other ids, a header, wide margins, text to replace."""
    document = docx.Document()
    document.styles["Heading 1"].element.set(qn("w:styleId"), "Rubrik1")
    document.add_paragraph("Skriv din rubrik här", style="Heading 1")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Region Prov"
    section.footer.paragraphs[0].text = "www.prov.example"
    section.left_margin = section.right_margin = Cm(5)
    return saved(document)


def bare() -> bytes:
    """One without any style of ours but the usual one, and without lists."""
    document = docx.Document()
    for style in list(document.styles):
        if style.type is not WD_STYLE_TYPE.TABLE and style.name not in KEPT:
            style.element.getparent().remove(style.element)
    part = document.part
    for key, relation in list(part.rels.items()):
        if relation.reltype.endswith("/numbering"):
            del part.rels[key]
    return saved(document)


def as_template() -> bytes:
    """The file that Word saves as .dotx."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(swedish())) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"document.main+xml", b"template.main+xml"))
    return made.getvalue()


TEMPLATES: tuple[Callable[[], bytes], ...] = (swedish, bare, as_template)


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_text_is_the_same_in_every_dress(sample: Round, template: Callable[[], bytes]) -> None:
    synthesis = sample.compose()
    told = report(synthesis)
    own, theirs = (
        docx.Document(io.BytesIO(written(told, synthesis.facts, data)))
        for data in (None, template())
    )
    assert [p.text for p in paragraphs(theirs)] == [p.text for p in paragraphs(own)]
    known = {style.style_id for style in theirs.styles}
    body = theirs.element.body
    named = body.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    used = {e.get(qn("w:val")) for e in named}
    assert used <= known
    names = {p.style.name for p in paragraphs(theirs) if p.style is not None}
    assert {"Heading 1", "Heading 2", "Quote", "List Bullet", "Fråga"} <= names


def test_a_template_keeps_its_own_look_but_not_its_text(sample: Round) -> None:
    synthesis = sample.compose()
    made = docx.Document(io.BytesIO(written(report(synthesis), synthesis.facts, swedish())))
    assert made.sections[0].header.paragraphs[0].text == "Region Prov"
    assert made.sections[0].footer.paragraphs[0].text == "www.prov.example"
    assert not any("Skriv din rubrik" in p.text for p in paragraphs(made))
    headings = [p for p in paragraphs(made) if p.style is not None and p.style.name == "Heading 1"]
    assert {p._p.style for p in headings} == {"Rubrik1"}
    section = made.sections[0]
    assert section.page_width is not None
    room = (section.page_width - 2 * Cm(5)) / 635
    for table in tables(made):
        widths = [int(c.get(qn("w:w"), "0")) for c in table._tbl.iter(qn("w:gridCol"))]
        assert sum(widths) <= room + len(widths)


def test_bullets_have_their_signs_where_the_template_had_no_lists(sample: Round) -> None:
    synthesis = sample.compose()
    made = docx.Document(io.BytesIO(written(report(synthesis), synthesis.facts, bare())))
    style = made.styles["List Bullet"].element
    (number,) = (e.get(qn("w:val")) for e in style.iter(qn("w:numId")))
    with zipfile.ZipFile(io.BytesIO(saved(made))) as package:
        numbering = package.read("word/numbering.xml").decode()
    assert f'w:numId="{number}"' in numbering
    assert f'w:val="{style.get(qn("w:styleId"))}"' in numbering


def test_a_report_in_a_template_is_made_again_in_it(sample: Round) -> None:
    synthesis = sample.compose()
    first = written(report(synthesis), synthesis.facts, swedish())
    sample.themes = [replace(t, label=f"{t.label} nu") for t in sample.themes]
    synthesis = sample.compose()
    again = renewed(first, report(synthesis), synthesis.facts)
    assert again.update is not None
    assert again.update.left == ()
    fresh = written(report(synthesis), synthesis.facts, swedish())
    files = (docx.Document(io.BytesIO(data)) for data in (again.data, fresh))
    texts = [[p.text for p in paragraphs(file)] for file in files]
    assert texts[0] == texts[1]


def test_what_is_no_template_is_refused(sample: Round) -> None:
    synthesis = sample.compose()
    for data in (b"inget", swedish()[:700]):
        with pytest.raises(UsageError, match="Mallen"):
            written(report(synthesis), synthesis.facts, data)


def in_english() -> bytes:
    """One that was made in English, in its styles and a heading's own."""
    document = docx.Document()
    language = parse_xml(f'<w:rPr {nsdecls("w")}><w:lang w:val="en-GB"/></w:rPr>')
    document.styles["Heading 1"].element.append(language)
    return saved(document)


def without_defaults() -> bytes:
    document = docx.Document()
    document.styles.element.remove(document.styles.element.find(qn("w:docDefaults")))
    return saved(document)


@pytest.mark.parametrize("template", [in_english, without_defaults])
def test_the_text_is_in_swedish_whatever_the_template_says(
    sample: Round, template: Callable[[], bytes]
) -> None:
    synthesis = sample.compose()
    data = written(report(synthesis), synthesis.facts, template())
    styles = docx.Document(io.BytesIO(data)).styles.element
    assert styles[0].tag == qn("w:docDefaults")
    default = styles[0].find("/".join(map(qn, ("w:rPrDefault", "w:rPr", "w:lang"))))
    assert default is not None
    assert {e.get(qn("w:val")) for e in styles.iter(qn("w:lang"))} == {"sv-SE"}
