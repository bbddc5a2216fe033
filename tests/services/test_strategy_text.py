"""The strategy's text: its sections, new wordings, and from a sentence back to who asked for it."""

from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.errors import UnreadableError, UsageError
from inspel_app.services.handling import Disposition, Target, board, handle
from inspel_app.services.outcome import outcome, who_asked
from inspel_app.services.strategy_text import (
    Source,
    changed_sentences,
    drop_section,
    drop_wording,
    keep_wording,
    link,
    load_text,
    sections_of,
    sentences_of,
    unlink,
    write_section,
)
from inspel_app.services.workers import WorkerPool
from inspel_app.store.project import Project

OLD = "Bredband finns i byarna. Master ska byggas."
NEW = "Bredband ska finnas i alla byar. Master ska byggas. Reservkraft ska finnas i fjällen."


@pytest.fixture
def section(themed: Project) -> str:
    return write_section(themed, "3.4 Investeringar i digital infrastruktur", OLD, "anna")


def theme(project: Project, number: int) -> Target:
    return Target.theme(project.themes()[number].id)


def strategy(path: Path, *paragraphs: tuple[str, int]) -> Path:
    """A Word file; the number is the level of a heading, 0 for text."""
    document = docx.Document()
    for text, level in paragraphs:
        if level:
            document.add_heading(text, level)
        else:
            document.add_paragraph(text)
    document.save(str(path))
    return path


def test_sections_of_a_word_file_are_matched_by_number_and_title(
    themed: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    file = strategy(
        tmp_path / "rus.docx",
        ("Förord", 1),
        ("Välkommen.", 0),
        ("Prioritering 3: En nära tillgänglig region", 1),
        ("Inledning om tillgänglighet.", 0),
        ("3.3 Hållbar mobilitet", 2),
        ("Stråken binder samman länet.", 0),
        ("Bussar går.", 0),
        ("Vägen framåt", 3),
        ("Vi följer upp.", 0),
        ("3 Uppföljning och lärande", 1),
        ("Varje år.", 0),
    )
    made = load_text(themed, file, pool, "anna")
    assert [(s.code, s.text) for s in made] == [
        (None, "Välkommen."),
        ("3", "Inledning om tillgänglighet."),
        ("3.3", "Stråken binder samman länet.\nBussar går."),
        ("3.3", "Vi följer upp."),
        (None, "Varje år."),
    ]
    assert themed.log()[-1].name == "Läs in strategins text ur rus.docx"
    assert sections_of(themed, "3.3") == made[2:4]


def test_a_section_keeps_its_wording_when_the_text_is_loaded_again(
    themed: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    head = ("3.3 Hållbar mobilitet", 1)
    first = strategy(tmp_path / "a.docx", head, ("Gammalt.", 0), ("Förord", 1), ("Hej.", 0))
    same, other = load_text(themed, first, pool, "anna")
    keep_wording(themed, same.id, "Nytt.", "anna")
    again = strategy(tmp_path / "b.docx", ("Efterord", 1), ("Slut.", 0), head, ("Rättat.", 0))
    made = {s.heading: s for s in load_text(themed, again, pool, "anna")}
    assert made[same.heading].id == same.id
    assert made[same.heading].text == "Rättat."
    assert other.heading not in made
    assert themed.wordings()[same.id].text == "Nytt."
    themed.undo()
    assert themed.sections() == (same, other)


def test_a_file_that_is_no_text_is_refused(
    themed: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    file = tmp_path / "rus.docx"
    file.write_bytes(b"PK\x03\x04" + b"\0" * 100)
    with pytest.raises(UnreadableError):
        load_text(themed, file, pool, "anna")
    assert not themed.sections()


def test_a_typed_section_is_matched_by_its_heading(themed: Project, section: str) -> None:
    assert [s.id for s in sections_of(themed, "3.4")] == [section]
    write_section(themed, "Om bredband", "Annat.", "anna", section=section, code="3.3")
    assert [(s.id, s.heading) for s in sections_of(themed, "3.3")] == [(section, "Om bredband")]
    with pytest.raises(UsageError, match="rubrik"):
        write_section(themed, " ", "Text.", "anna")


def test_the_changed_sentences_are_those_that_the_old_text_lacks(
    themed: Project, section: str
) -> None:
    assert changed_sentences(themed, section) == ()
    keep_wording(themed, section, NEW, "anna")
    first, _same, last = sentences_of(NEW)
    assert changed_sentences(themed, section) == (first, last)


def test_from_a_sentence_to_who_asked_and_from_an_inspel_to_what_it_changed(
    themed: Project, section: str
) -> None:
    keep_wording(themed, section, NEW, "anna", [Source(theme(themed, 0))])
    last = sentences_of(NEW)[-1]
    point = Target.passage(themed.themes()[1].passages[0])
    link(themed, section, [point], "anna", last)
    handle(themed, [point], "anna", disposition=Disposition.MET)
    asked = who_asked(themed, section, last)
    assert {a.quotation.passage for a in asked} == {*themed.themes()[0].passages, point.id}
    assert {a.quotation.passage for a in who_asked(themed, section, sentences_of(NEW)[0])} == {
        *themed.themes()[0].passages
    }
    told = {one.quotation.passage: one for one in outcome(themed, "a")}
    assert len(told) == 6
    assert told[point.id].changes[0].sentences == (last,)
    assert told[point.id].handled
    assert told[themed.themes()[0].passages[0]].changes[0].sentences == ()
    assert told[themed.themes()[1].passages[1]].changes == ()
    assert board(themed).item(point).sections == (section,)
    unlink(themed, section, [point], "anna", last)
    assert len(who_asked(themed, section, last)) == 3


def test_what_led_to_a_sentence_goes_on_with_it(themed: Project, section: str) -> None:
    keep_wording(themed, section, NEW, "anna", [Source(theme(themed, 0), sentences_of(NEW)[0])])
    keep_wording(themed, section, NEW.replace("alla byar", "byar och fjäll"), "anna")
    (source,) = themed.wordings()[section].sources
    assert source.sentence == "Bredband ska finnas i byar och fjäll."
    keep_wording(themed, section, sentences_of(NEW)[-1], "anna")
    (source,) = themed.wordings()[section].sources
    assert source == Source(theme(themed, 0))


def test_wordings_are_undone_and_taken_back(themed: Project, section: str) -> None:
    keep_wording(themed, section, NEW, "anna", [Source(theme(themed, 0))])
    before = themed.wordings()
    drop_wording(themed, section, "anna")
    assert not themed.wordings()
    themed.undo()
    assert themed.wordings() == before
    drop_section(themed, section, "anna")
    assert not themed.sections()
    assert not themed.wordings()
    themed.undo()
    assert themed.wordings() == before


def test_points_are_linked_to_what_is_there_alone(themed: Project, section: str) -> None:
    with pytest.raises(UsageError, match="inte omskrivet"):
        link(themed, section, [theme(themed, 0)], "anna")
    keep_wording(themed, section, NEW, "anna")
    with pytest.raises(UsageError, match="står inte"):
        link(themed, section, [theme(themed, 0)], "anna", "Något annat.")
    with pytest.raises(UsageError, match="s99"):
        who_asked(themed, "s99")
    with pytest.raises(UsageError, match="x"):
        outcome(themed, "x")


@given(st.text(st.sampled_from("Ab. \n–!"), max_size=60))
def test_sentences_hold_all_that_is_written(text: str) -> None:
    assert "".join("".join(sentences_of(text)).split()) == "".join(text.split())


def test_a_file_without_text_gives_no_sections(
    themed: Project, pool: WorkerPool, tmp_path: Path, section: str
) -> None:
    before = themed.handlings().sections
    with pytest.raises(UsageError, match=r"ingen text i tom\.docx"):
        load_text(themed, strategy(tmp_path / "tom.docx"), pool, "anna")
    assert [one.id for one in before] == [section]
    assert themed.handlings().sections == before


def test_a_section_is_about_a_part_that_the_strategy_has(themed: Project) -> None:
    with pytest.raises(UsageError, match=r"9\.9 är ingen del"):
        write_section(themed, "Bredband", OLD, "anna", code="9.9")
    assert themed.handlings().sections == ()


def test_an_empty_text_takes_the_new_wording_back(themed: Project, section: str) -> None:
    keep_wording(themed, section, NEW, "anna")
    keep_wording(themed, section, " \n", "anna")
    assert section not in themed.wordings()
