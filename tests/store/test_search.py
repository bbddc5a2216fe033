"""What is written in a round is found by its words, wherever it comes from and goes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.coding import Theme
from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import Answer, Respondent, Submission
from inspel_app.store.connection import connect
from inspel_app.store.project import Project, Run
from inspel_app.store.search import Found, Term, terms
from inspel_app.store.search_index import Kind, create_index
from tests.store.samples import RUN, SETTINGS, passages_of, submission

TEXT = "Bredbandet i byarna är för långsamt. E-hälsan kräver fiber."


def said(name: str, text: str, organisation: str = "", own_dnr: str | None = None) -> Submission:
    """An inspel with one answer."""
    answer = Answer(f"{name}/0", "3.4.behov", text, Method.TEXT, (Location("f", 0, len(text)),))
    who = Respondent(organisation, contact="Kontakt", email="post@example.org")
    return replace(submission(name, 0), answers=(answer,), own_dnr=own_dnr, respondent=who)


def add(project: Project, *sent: Submission) -> None:
    with project.action("Läs in"):
        for one in sent:
            project.add_submission(one, {})


def answers(project: Project, text: str) -> list[str]:
    return [f.submission for f in project.search(text, 9) if f.kind is Kind.ANSWER]


def kinds(found: list[Found]) -> list[Kind]:
    return [one.kind for one in found]


@pytest.fixture(scope="module")
def said_round(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A round to ask in, which no test changes."""
    path = tmp_path_factory.mktemp("sok") / "omgang.inspel"
    with Project.create(path, SETTINGS) as project:
        add(project, said("a", TEXT, organisation="Malå kommun", own_dnr="RUN 234/2025:7"))
        add(project, said("b", "Hal väg, bra hål."))
        yield project


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("bredb", ["a"]),
        ("BREDBANDET byarna", ["a"]),
        ("bredband väg", []),
        ('"i byarna"', ["a"]),
        ('"byarna i"', []),
        ('"i byar"', []),
        ('"i byar', ["a"]),
        ("”i byarna”", ["a"]),
        ("e-hälsa", ["a"]),
        ("e-halsa", []),
        ("hal", ["b"]),
        ("hål", ["b"]),
        ("for", []),
        ("fo\N{COMBINING DIAERESIS}r", ["a"]),
        ("i", ["a"]),
        ("b", []),
        ("", []),
        (' "" - * ', []),
    ],
)
def test_finds_by_beginnings_all_words_and_phrases(
    said_round: Project, asked: str, found: list[str]
) -> None:
    assert answers(said_round, asked) == found


@pytest.mark.parametrize("asked", ["234/2025", "run 234", "RUN 234–2025:7", "2025:7", "a.docx"])
def test_finds_inspel_by_case_number_and_file(said_round: Project, asked: str) -> None:
    (found,) = said_round.search(asked, 9)
    assert (found.kind, found.submission, found.name) == (Kind.SUBMISSION, "a", "Malå kommun")


def test_sender_is_found_and_contact_persons_never(said_round: Project) -> None:
    assert kinds(said_round.search("malå", 9)) == [Kind.RESPONDENT]
    assert said_round.search("mala", 9) == []
    assert said_round.search("kontakt", 9) == []
    assert said_round.search("post example.org", 9) == []


@given(st.text(max_size=20) | st.text('"*():^{}-+ aåNEAR\x00AND', max_size=20))
def test_whatever_is_asked_is_no_fault(said_round: Project, asked: str) -> None:
    said_round.search(asked, 3)


def test_single_letter_is_a_word_and_a_quotation_that_is_open_goes_on() -> None:
    assert terms('å bro "ny b') == (
        Term(("å",), prefix=False),
        Term(("bro",), prefix=True),
        Term(("ny", "b"), prefix=False),
    )
    assert terms('"ny bro" "gå') == (
        Term(("ny", "bro"), prefix=False),
        Term(("gå",), prefix=True),
    )


def test_index_follows_changes_undo_and_redo(project: Project) -> None:
    add(project, said("a", TEXT), said("b", "Vägen är dålig."))
    with project.action("Rätta"):
        old = project.submission("b").answers[0]
        project.correct("b", 0, replace(old, text="Bron är dålig.", reading=old.text))
    assert (answers(project, "vägen"), answers(project, "bron")) == ([], ["b"])
    project.undo()
    assert (answers(project, "vägen"), answers(project, "bron")) == (["b"], [])
    project.undo()
    assert answers(project, "vägen") == answers(project, "bredband") == []
    project.redo()
    project.redo()
    assert (answers(project, "bron"), answers(project, "bredband")) == (["b"], ["a"])
    with project.action("Ta bort"):
        project.remove_submission("b")
    assert answers(project, "bron") == []
    assert {change for (change,) in project._db.execute("SELECT DISTINCT tbl FROM changes")} == {
        "answers", "contacts", "files", "submissions",
    }  # fmt: skip


def test_passages_and_notes_are_found_while_they_are_alive(project: Project) -> None:
    sent = submission("a")
    add(project, sent)
    passages = passages_of(sent)
    project.save_passages(RUN, passages)
    with project.action("Anteckna"):
        project.decisions.note(passages[0].id, "Ring landshövdingen", "anna")
    (note,) = project.search("landsh", 9)
    assert (note.kind, note.passage, note.person) == (Kind.NOTE, passages[0].id, "anna")
    found = [f.passage for f in project.search("svar", 9) if f.kind is Kind.PASSAGE]
    assert found == [p.id for p in passages]
    assert len([f for f in project.search("svar", 1) if f.kind is Kind.PASSAGE]) == 1
    with project.action("Rätta"):
        project.correct("a", 0, replace(sent.answers[0], text="Nytt"))
    assert project.search("landsh", 9) == []
    found = [f.passage for f in project.search("svar", 9) if f.kind is Kind.PASSAGE]
    assert found == [passages[1].id]
    project.save_passages(RUN, ())
    assert Kind.PASSAGE not in kinds(project.search("svar", 9))


def test_theme_is_found_by_the_name_it_has_now(project: Project) -> None:
    sent = submission("a")
    add(project, sent)
    passages = passages_of(sent)
    project.save_passages(RUN, passages)
    made = Theme("t1", "3.3", "Bussar i glesbygd", (), tuple(p.id for p in passages))
    project.save_themes(
        Run("themes", "", "", ""), [made, replace(made, id="t2", passages=(passages[0].id, "x"))]
    )
    assert [f.theme for f in project.search("glesbygd", 9)] == ["t1"]
    with project.action("Döp om"):
        project.theme_edits.keep(replace(made, label="Nattbussar"), "anna")
    assert project.search("glesbygd", 9) == []
    assert [f.theme for f in project.search("nattb", 9)] == ["t1"]
    project.undo()
    assert [f.theme for f in project.search("glesbygd", 9)] == ["t1"]


def test_theme_that_the_machine_named_anew_is_found_by_that_name(project: Project) -> None:
    sent = submission("a")
    add(project, sent)
    project.save_passages(RUN, passages := passages_of(sent))
    made = Theme("t1", "3.3", "Bussar i glesbygd", (), tuple(p.id for p in passages))
    project.save_themes(Run("themes", "", "", ""), [replace(made, suggested=True)])
    with project.action("Flytta"):
        project.theme_edits.keep(replace(made, suggested=True, code="3.2"), "anna")
    project.save_themes(Run("themes", "", "", ""), [replace(made, label="Nattbussar")])
    assert [t.label for t in project.themes()] == ["Nattbussar"]
    assert project.search("glesbygd", 9) == []
    assert [(f.theme, f.code) for f in project.search("nattb", 9)] == [("t1", "3.2")]
    project.save_themes(Run("themes", "", "", ""), [])
    assert [f.theme for f in project.search("glesbygd", 9)] == ["t1"]


def test_rarer_words_and_shorter_texts_go_before(project: Project) -> None:
    long = said("a", f"Buss. {TEXT * 20}")
    add(project, long, said("b", "Buss till byn."), said("c", "Vägen."))
    assert answers(project, "buss") == ["b", "a"]


def test_index_made_later_knows_what_was_there_and_follows_its_history(path: Path) -> None:
    with Project.create(path, SETTINGS) as project:
        add(project, said("a", TEXT))
    db = connect(path)
    for name in [t.name for t in db.triggers if t.name.startswith("search_")]:
        db.execute(f"DROP TRIGGER {name}")
    db.executescript("DROP TABLE search_index; DROP TABLE search_rows")
    create_index(db)
    indexed = Project(path, db)
    assert answers(indexed, "bredb") == ["a"]
    indexed.undo()
    assert answers(indexed, "bredb") == []
    indexed.redo()
    assert answers(indexed, "bredb") == ["a"]
    indexed.check()
    indexed.close()
