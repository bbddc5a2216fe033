"""The report as people want it, and that nothing disappears in silence."""

from dataclasses import replace

import pytest

from inspel_app.domain.composition import AS_MADE, TOP, Composition, SectionEdit
from inspel_app.domain.synthesis import Audience, Synthesis, Work
from inspel_app.synthesis.appendix import appendix
from inspel_app.synthesis.arrange import APPENDIX, METHOD, gone, nodes_of, walked
from inspel_app.synthesis.body import Anchors
from inspel_app.synthesis.compose import compose
from inspel_app.synthesis.html import HtmlExporter
from inspel_app.synthesis.outline import AnswerBlock, Link, Quote, Report, Section, Table, Text
from inspel_app.synthesis.report import made, report
from inspel_app.synthesis.word import WordExporter
from tests.synthesis.conftest import CODEBOOK, CONTACT, FACTS, FORM, Round

THEME, CODE, CHAPTER = "tema_t1", "del_3_3", "kapitel_b7f0"
TITLE = "Fler bussturer på kvällar och i byar"


def composed(
    sample: Round, composition: Composition, audience: Audience = Audience.WRITING
) -> Synthesis:
    facts = replace(FACTS, audience=audience)
    material = (sample.submissions, sample.passages, sample.themes)
    return compose(
        facts, CODEBOOK, FORM, *material, Work(composition=composition, apart=sample.apart)
    )


def told(sample: Round, composition: Composition) -> Report:
    return report(composed(sample, composition))


def flat(sections: tuple[Section, ...]) -> list[Section]:
    return [one for section in sections for one in (section, *flat(section.sections))]


def section(of: Report, key: str) -> Section:
    return next(one for one in flat(of.sections) if one.anchor == key)


def keys(of: Report) -> list[str]:
    return [one.anchor for one in flat(of.sections)]


def edit(key: str, *, text: str = "", left_out: bool = False) -> Composition:
    return Composition(sections={key: SectionEdit(key, "?", text=text, left_out=left_out)})


def method(of: Report) -> str:
    return " ".join(b.text for b in section(of, METHOD).blocks if isinstance(b, Text))


def test_every_section_has_a_key_of_its_own(sample: Round) -> None:
    found = keys(told(sample, AS_MADE))
    assert all(found)
    assert len(set(found)) == len(found)


def test_what_nobody_has_touched_is_as_it_was_made(sample: Round) -> None:
    synthesis = composed(sample, AS_MADE)
    assert report(synthesis) == made(synthesis)


def test_own_text_stands_first_under_the_heading_line_by_line(sample: Round) -> None:
    report = told(sample, edit(THEME, text="Alla vill ha bussar.\n\n Utom en. "))
    assert section(report, THEME).blocks[:2] == (Text("Alla vill ha bussar."), Text("Utom en."))
    assert "1 avsnitt har egen text." in method(report)


def test_an_own_section_stands_where_it_is_put(sample: Round) -> None:
    own = SectionEdit("eget_1", "Sammanfattning", TOP, own=True, text="Kort sagt.")
    order = {TOP: ("eget_1", METHOD)}
    report = told(sample, Composition(sections={"eget_1": own}, orders=order))
    assert report.sections[0] == Section("Sammanfattning", "eget_1", (Text("Kort sagt."),))
    assert report.sections[1].anchor == METHOD
    placeless = told(sample, Composition(sections={"eget_1": own}))
    assert placeless.sections[-1].anchor == "eget_1"


def test_themes_and_chapters_change_places(sample: Round) -> None:
    usual = [one.anchor for one in told(sample, AS_MADE).sections]
    wanted = (usual[-2], *usual[2:-2])
    ordered = [one.anchor for one in told(sample, Composition(orders={TOP: wanted})).sections]
    assert [key for key in ordered if key in wanted] == list(wanted)
    assert sorted(ordered) == sorted(usual)


def test_what_is_left_out_is_told_and_still_counts(sample: Round) -> None:
    before, after = told(sample, AS_MADE), told(sample, edit(THEME, left_out=True))
    assert THEME in keys(before)
    assert THEME not in keys(after)
    said = f"3.3 Hållbar mobilitet – Identifierade behov – {TITLE}."
    assert "Utelämnat vid redigeringen, men medräknat i antalen" in method(after)
    assert said in method(after)
    assert section(before, CODE).blocks == section(after, CODE).blocks


def test_nothing_leads_to_what_is_left_out(sample: Round) -> None:
    for left_out in (THEME, APPENDIX):
        report = told(sample, edit(left_out, left_out=True))
        here = {*keys(report)}
        here |= {
            b.anchor for s in flat(report.sections) for b in s.blocks if isinstance(b, AnswerBlock)
        }
        for one in flat(report.sections):
            assert all(not q.target or q.target in here for q in one.quotes)
            tables = [block for block in one.blocks if isinstance(block, Table)]
            cells = [cell for table in tables for row in table.rows for cell in row]
            assert all(cell.target in here for cell in cells if isinstance(cell, Link))
            assert all(table.rows for table in tables)


def test_the_appendix_can_be_left_out_but_nothing_of_it(sample: Round) -> None:
    synthesis = composed(sample, edit(APPENDIX, left_out=True))
    assert APPENDIX not in keys(report(synthesis))
    assert "leder till hela svaret" not in method(report(synthesis))
    (one,) = appendix(synthesis, Anchors(synthesis)).sections[-1].sections[:1]
    assert one.anchor in keys(told(sample, edit(one.anchor, left_out=True)))


def test_how_it_was_made_is_always_told(sample: Round) -> None:
    assert METHOD in keys(told(sample, edit(METHOD, left_out=True)))


def test_an_edit_of_what_is_gone_is_kept_and_listed(sample: Round) -> None:
    composition = edit("tema_t99", text="Det här skrev jag.")
    nodes = nodes_of(made(composed(sample, composition)), composition)
    assert [one.text for one in gone(nodes, composition)] == ["Det här skrev jag."]
    assert gone(nodes, edit(THEME, text="Det här skrev jag.")) == ()
    own = SectionEdit("eget_1", "Min", "tema_t99", own=True)
    lost = Composition(sections={"eget_1": own})
    assert gone(nodes_of(made(composed(sample, lost)), lost), lost) == (own,)


def test_what_people_choose_is_quoted_and_nothing_else(sample: Round) -> None:
    theme = sample.themes[0]
    chosen = (theme.passages[3], theme.passages[0])
    report = told(sample, Composition(chosen=chosen))
    said = [b.passage for b in section(report, THEME).blocks if isinstance(b, Quote)]
    assert [key for key in said if key in chosen] == list(chosen)
    assert set(said) == set(chosen)
    assert "2 citat är valda för hand." in method(report)


def test_what_people_do_not_want_quoted_is_not_and_is_counted(sample: Round) -> None:
    usual = told(sample, AS_MADE)
    quoted = [q.passage for one in flat(usual.sections) for q in one.quotes]
    for key in dict.fromkeys(quoted):
        report = told(sample, Composition(never=frozenset({key})))
        assert all(q.passage != key for one in flat(report.sections) for q in one.quotes)
        assert "1 synpunkt citeras inte, men ingår i antalen." in method(report)
        said = {q.passage for one in flat(report.sections) for q in one.quotes}
        assert set(keys(report)) <= set(keys(usual))
        for lost in set(keys(usual)) - {*keys(report), "sida_vid_sida"}:
            told_there = {q.passage for q in section(usual, lost).quotes}
            assert told_there <= {*said, key}, (
                "a section says so, but where all is quoted elsewhere"
            )


def test_points_that_may_be_quoted_are_told_where_they_stand(sample: Round) -> None:
    synthesis = composed(sample, AS_MADE)
    for node in walked(nodes_of(made(synthesis), AS_MADE)):
        assert {q.passage for q in node.section.quotes} <= set(node.section.points)
    assert set(section(told(sample, AS_MADE), THEME).points) <= set(sample.themes[0].passages)


@pytest.mark.parametrize("audience", [Audience.WRITING, Audience.PUBLIC])
def test_own_text_is_without_what_the_audience_may_not_see(
    sample: Round, audience: Audience
) -> None:
    composition = edit(THEME, text=f"Enligt {CONTACT}, ture@storby.example.")
    synthesis = composed(sample, composition, audience)
    assert CONTACT not in str(report(synthesis))
    assert "@" not in section(report(synthesis), THEME).blocks[0].text  # type: ignore[union-attr]
    assert CONTACT in str(report(composed(sample, composition, Audience.WORK)))


@pytest.mark.parametrize("exporter", [WordExporter(), HtmlExporter()])
def test_every_written_form_follows(sample: Round, exporter: WordExporter | HtmlExporter) -> None:
    composition = edit(THEME, text="Alla vill ha bussar.")
    assert exporter.render(composed(sample, composition)) != exporter.render(sample.compose())
