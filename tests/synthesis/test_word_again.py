"""A report made again in a file that writers have worked in."""

import io
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from inspel_app.domain.composition import TOP, Composition
from inspel_app.domain.synthesis import Audience
from inspel_app.errors import UsageError
from inspel_app.synthesis.report import report
from inspel_app.synthesis.word import written
from inspel_app.synthesis.word_again import Left, Update, Why, renewed
from tests.synthesis.conftest import Round
from tests.synthesis.word_reading import paragraphs

THEME = "Fler bussturer på kvällar och i byar"
RENAMED = "Fler avgångar på kvällar och i byar"


class Writer:
    """Somebody who opens the report, works in it, and lets it be made again."""

    def __init__(self, sample: Round) -> None:
        self.sample = sample
        synthesis = sample.compose()
        self.data = written(report(synthesis), synthesis.facts)

    def work(self, do: Callable[[Document], object]) -> None:
        """Do something in the file, and save it."""
        document = docx.Document(io.BytesIO(self.data))
        do(document)
        saved = io.BytesIO()
        document.save(saved)
        self.data = saved.getvalue()

    def again(self) -> list[Left]:
        """Let the report be made again in the file."""
        synthesis = self.sample.compose()
        made = renewed(self.data, report(synthesis), synthesis.facts)
        self.data = made.data
        assert made.update is not None
        self.update = made.update
        return list(made.update.left)

    @property
    def lines(self) -> list[str]:
        return [p.text for p in paragraphs(docx.Document(io.BytesIO(self.data)))]


@pytest.fixture
def writer(sample: Round) -> Writer:
    return Writer(sample)


def heading(document: Document, text: str) -> Paragraph:
    """The heading with a text; not its line in the contents."""
    return next(
        p for p in paragraphs(document) if p.text == text and str(p._p.style).startswith("Heading")
    )


def control(document: Document, text: str) -> object:
    """The content control of the part with a heading."""
    return next(heading(document, text)._p.iterancestors(qn("w:sdt")))


def rename(sample: Round) -> None:
    """Let the round say something else than when the report was written."""
    sample.themes = [
        replace(t, label=t.label.replace("bussturer", "avgångar")) for t in sample.themes
    ]


def test_a_file_that_nobody_has_touched_says_the_new_alone(writer: Writer) -> None:
    before = writer.lines
    assert writer.again() == []
    assert writer.lines == before
    rename(writer.sample)
    assert writer.again() == []
    assert THEME not in "".join(writer.lines)
    fresh = Writer(writer.sample)
    assert writer.lines == fresh.lines


def test_what_a_writer_changes_stands(writer: Writer) -> None:
    writer.work(lambda d: heading(d, THEME).add_run(" – vår rubrik"))
    assert writer.again() == []
    assert f"{THEME} – vår rubrik" in writer.lines
    rename(writer.sample)
    assert writer.again() == [Left(RENAMED, Why.CHANGED)]
    assert f"{THEME} – vår rubrik" in writer.lines


def test_what_became_of_the_parts_is_told(writer: Writer) -> None:
    assert (writer.again(), writer.update) == ([], Update())
    writer.work(embolden)
    assert (writer.again(), writer.update) == ([], Update(kept=(THEME,)))
    rename(writer.sample)
    writer.again()
    assert writer.update.left == (Left(RENAMED, Why.CHANGED),)
    assert writer.update.renewed  # what else tells of the theme
    assert not {THEME, RENAMED, "Innehåll"} & {*writer.update.renewed}
    turn(writer.sample)
    writer.again()
    assert "Delarnas ordning" in writer.update.renewed


def test_what_is_new_or_gone_is_told_too(writer: Writer) -> None:
    themes = writer.sample.themes
    writer.sample.themes = [t for t in themes if t.label != THEME]
    writer.again()
    assert THEME in writer.update.renewed
    writer.sample.themes = themes
    writer.again()
    assert THEME in writer.update.renewed


def embolden(document: Document) -> None:
    heading(document, THEME).runs[0].bold = True


def comment(document: Document) -> None:
    document.add_comment(heading(document, THEME).runs, "Stämmer det?", author="", initials="")


def strike_a_line(document: Document) -> None:
    last = next(iter(reversed(list(control(document, THEME).iter(qn("w:p"))))))  # type: ignore[attr-defined]
    last.getparent().remove(last)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def put(xml: str) -> Callable[[Document], None]:
    """Something that a writer puts last in the heading."""
    return lambda document: heading(document, THEME)._p.append(parse_xml(xml))


def set_as(xml: str) -> Callable[[Document], None]:
    """A setting that a writer gives the heading's paragraph."""
    return lambda document: heading(document, THEME)._p.get_or_add_pPr().append(parse_xml(xml))


SETTINGS = {
    "centred": set_as(f'<w:jc {W} w:val="center"/>'),
    "on a new page": set_as(f"<w:pageBreakBefore {W}/>"),
    "on a page that lies": set_as(
        f'<w:sectPr {W}><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    ),
    "a cross reference to it": put(f'<w:bookmarkStart {W} w:id="9999" w:name="_Ref4711"/>'),
    "a field": put(f"<w:r {W}><w:instrText> ADDIN ZOTERO_ITEM</w:instrText></w:r>"),
    "a formula": put(f"<m:oMath {M}><m:r><m:t>x=1</m:t></m:r></m:oMath>"),
    "a sign": put(f'<w:r {W}><w:sym w:font="Wingdings" w:char="F04A"/></w:r>'),
}


@pytest.mark.parametrize("do", SETTINGS.values(), ids=SETTINGS)
def test_what_a_writer_does_beside_the_words_stands(
    writer: Writer, do: Callable[[Document], object]
) -> None:
    test_smaller_changes_stand_too(writer, do)


@pytest.mark.parametrize("name", ["_Toc1", "_GoBack", "_Hlk2"])
def test_a_bookmark_that_word_makes_by_itself_is_no_change(writer: Writer, name: str) -> None:
    writer.work(put(f'<w:bookmarkStart {W} w:id="9999" w:name="{name}"/>'))
    rename(writer.sample)
    assert writer.again() == []


@pytest.mark.parametrize("do", [embolden, comment, strike_a_line])
def test_smaller_changes_stand_too(writer: Writer, do: Callable[[Document], object]) -> None:
    writer.work(do)
    rename(writer.sample)
    assert [one.why for one in writer.again()] == [Why.CHANGED]
    assert THEME in writer.lines


def test_what_a_writer_adds_between_the_parts_stands(writer: Writer) -> None:
    def add(document: Document) -> None:
        own = document.add_paragraph("Vår egen slutsats.")._p
        control(document, THEME).addnext(own)  # type: ignore[attr-defined]

    writer.work(add)
    rename(writer.sample)
    assert writer.again() == []
    assert writer.lines.index(RENAMED) < writer.lines.index("Vår egen slutsats.")


def test_what_a_writer_moves_stays_where_it_is_and_is_renewed(writer: Writer) -> None:
    def move(document: Document) -> None:
        document.element.body.insert(0, control(document, THEME))

    writer.work(move)
    rename(writer.sample)
    assert writer.again() == []
    assert writer.lines[0] == RENAMED


def test_what_a_writer_takes_away_stays_away(writer: Writer) -> None:
    def take_away(document: Document) -> None:
        document.element.body.remove(control(document, THEME))

    writer.work(take_away)
    for _again in range(2):
        assert writer.again() == [Left(THEME, Why.REMOVED)]
        assert THEME not in writer.lines


def test_a_copy_that_a_writer_makes_is_the_writer_s(writer: Writer) -> None:
    def copy(document: Document) -> None:
        part = control(document, THEME)
        part.addnext(deepcopy(part))  # type: ignore[attr-defined]

    writer.work(copy)
    rename(writer.sample)
    writer.again()
    headings = [line for line in writer.lines if line in (THEME, RENAMED)]
    assert headings[-2:] == [RENAMED, THEME]


def test_what_the_round_no_longer_says_goes_unless_it_was_changed(writer: Writer) -> None:
    other = Writer(writer.sample)
    other.work(embolden)
    writer.sample.themes = [t for t in writer.sample.themes if t.label != THEME]
    assert writer.again() == []
    assert THEME not in writer.lines
    assert other.again() == [Left(THEME, Why.OUTDATED)]
    assert THEME in other.lines


def test_new_parts_come_where_they_belong_and_bookmarks_stay_apart(writer: Writer) -> None:
    themes = writer.sample.themes
    writer.sample.themes = [t for t in themes if t.label != THEME]
    writer.again()
    writer.sample.themes = themes
    writer.again()
    assert writer.lines == Writer(writer.sample).lines
    body = docx.Document(io.BytesIO(writer.data)).element.body
    names = [e.get(qn("w:name")) for e in body.iter(qn("w:bookmarkStart"))]
    numbers = [e.get(qn("w:id")) for e in body.iter(qn("w:bookmarkStart"))]
    assert len(set(names)) == len(names)
    assert len(set(numbers)) == len(numbers)
    assert {e.get(qn("w:anchor")) for e in body.iter(qn("w:hyperlink"))} <= set(names)


def foreign() -> bytes:
    saved = io.BytesIO()
    docx.Document().save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("data", [b"inget alls", foreign(), foreign()[:900]])
def test_another_file_is_not_written_in(sample: Round, data: bytes) -> None:
    synthesis = sample.compose()
    with pytest.raises(UsageError, match="annat namn"):
        renewed(data, report(synthesis), synthesis.facts)


def test_nor_is_one_that_another_program_has_saved_without_our_marks(writer: Writer) -> None:
    def forget(document: Document) -> None:
        for key, relation in list(document.part.rels.items()):
            if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_XML:
                del document.part.rels[key]

    writer.work(forget)
    with pytest.raises(UsageError, match="ett annat program än Word"):
        writer.again()


def test_nor_is_another_round_s_report_or_one_for_other_readers(writer: Writer) -> None:
    synthesis = writer.sample.compose(Audience.PUBLIC)
    with pytest.raises(UsageError, match="andra läsare"):
        renewed(writer.data, report(synthesis), synthesis.facts)
    synthesis = writer.sample.compose()
    with pytest.raises(UsageError, match="annan omgång"):
        renewed(writer.data, report(synthesis), replace(synthesis.facts, identity="annan"))


def turn(sample: Round) -> Round:
    """Let people in the round put the last chapter before the appendix first of all."""
    made = report(sample.compose())
    keys = [section.anchor for section in made.sections]
    sample.composition = Composition(orders={TOP: (keys[-2], *keys[:-2], keys[-1])})
    return sample


def test_a_new_order_is_followed_with_what_writers_have_added(writer: Writer) -> None:
    last = report(writer.sample.compose()).sections[-2].title

    def add(document: Document) -> None:
        own = document.add_paragraph("Vår egen slutsats.")._p
        control(document, last).addnext(own)  # type: ignore[attr-defined]

    writer.work(add)
    turn(writer.sample)
    assert writer.again() == []
    fresh = Writer(writer.sample).lines
    assert [line for line in writer.lines if line != "Vår egen slutsats."] == fresh
    assert writer.lines[writer.lines.index("Vår egen slutsats.") - 2 :].count(last) == 1
    assert docx.Document(io.BytesIO(writer.data)).element.body[-1].tag == qn("w:sectPr")
    assert writer.again() == []


def test_an_order_that_a_writer_has_made_stands_and_is_told_of_once(writer: Writer) -> None:
    def move(document: Document) -> None:
        document.element.body.insert(0, control(document, THEME))

    writer.work(move)
    turn(writer.sample)
    assert writer.again() == [Left("Delarnas ordning", Why.MOVED)]
    assert writer.lines[0] == THEME
    assert writer.again() == []


def test_parts_that_are_new_keep_their_place_when_the_order_is_new(writer: Writer) -> None:
    themes = writer.sample.themes
    writer.sample.themes = [t for t in themes if t.label != THEME]
    writer.again()
    writer.sample.themes = themes
    writer.again()
    turn(writer.sample)
    assert writer.again() == []
    assert writer.lines == Writer(writer.sample).lines
