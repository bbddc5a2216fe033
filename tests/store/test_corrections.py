from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from inspel_app.domain.document import Box, Location
from inspel_app.domain.form import DoubtfulWord, Unplaced
from inspel_app.store.connection import connect
from inspel_app.store.project import Project
from inspel_app.store.schema import MIGRATIONS, migrate
from tests.store.samples import RUN, audited, passages_of, submission

WORD = DoubtfulWord(0, 4, "Svar", 0.713, Location("fil", 0, 4, 2, Box(1.25, 2, 3, 4)))


def test_correction_is_kept_and_undone(project: Project, path: Path) -> None:
    inspel = replace(submission("a"), unplaced=(Unplaced("Umca", Location("fil", 0, 4)),))
    with project.action("Läs in"):
        before = project.add_submission(inspel, {})
    stored = audited(path)
    answer = replace(before.answers[1], text="Svaret 1", reading="Svar 1", doubtful=(WORD,))
    line = replace(before.unplaced[0], text="Umeå", reading="Umca", doubtful=(WORD,))
    with project.action("Rätta"):
        project.correct("a", 1, answer)
        project.correct("a", 0, line)
    corrected = replace(before, answers=(before.answers[0], answer), unplaced=(line,))
    assert project.submission("a") == corrected
    project.undo()
    assert project.submission("a") == before
    assert audited(path) == stored
    project.redo()
    assert project.submission("a") == corrected


def test_there_is_nothing_to_correct_where_nothing_stands(project: Project) -> None:
    with project.action("Läs in"):
        inspel = project.add_submission(submission("a"), {})
    with pytest.raises(KeyError), project.action("Rätta"):
        project.correct("a", 2, inspel.answers[0])


def test_passage_lives_as_long_as_its_answer_says_it_there(project: Project) -> None:
    inspel = submission("a")
    with project.action("Läs in"):
        project.add_submission(inspel, {})
        project.save_passages(RUN, passages_of(inspel))
    with project.action("Rätta"):
        project.correct("a", 0, replace(inspel.answers[0], text="Svår 0"))
        project.correct("a", 1, replace(inspel.answers[1], text="Svar på 1"))
    assert [p.answer for p in project.passages()] == ["a/1"]
    project.undo()
    assert [p.answer for p in project.passages()] == ["a/0", "a/1"]


def test_what_people_said_goes_with_its_passage(project: Project, path: Path) -> None:
    inspel = submission("a")
    first, second = passages_of(inspel)
    with project.action("Läs in"):
        project.add_submission(inspel, {})
        project.save_passages(RUN, (first, second))
    with project.action("Koppla"):
        project.assign(first.id, "1.1", None, "anna")
        project.assign(first.id, "1.2", "behov", "bo")
        project.assign(second.id, "1.1", None, "anna")
    before = audited(path)["assignments"]
    with project.action("Rätta"):
        moved = lambda start, end: (start + 1, end + 2)  # noqa: E731 - a law in one line
        project.decisions.move(first.answer, inspel.answers[0].text, moved)
    rows = audited(path)["assignments"]
    assert {(row[0], row[1], row[3]) for row in rows} == {
        ("a/0:1-6", "1.1", "anna"),
        ("a/0:1-6", "1.2", "bo"),
        (second.id, "1.1", "anna"),
    }
    project.undo()
    assert audited(path)["assignments"] == before


def test_inspel_of_an_earlier_version_have_no_doubtful_words(path: Path) -> None:
    path.touch()
    db = connect(path)
    _make_second_version(db)
    migrate(db)
    found = Project(path, db).submissions()
    db.close()
    assert [(a.text, a.doubtful, a.reading) for a in found[0].answers] == [("Hej", (), None)]
    assert [(u.text, u.doubtful, u.reading) for u in found[0].unplaced] == [("Du", (), None)]


def test_what_was_deleted_in_inspel_of_an_earlier_version_is_taken_back(path: Path) -> None:
    path.touch()
    db = connect(path)
    _make_second_version(db)
    db.execute("INSERT INTO problems VALUES ('a', 0, 'borttagen-text', 'Text är borttagen.')")
    db.conn.commit()
    migrate(db)
    (found,) = Project(path, db).submissions()
    db.close()
    assert [line.withdrawn for line in found.unplaced] == [True]


def _make_second_version(db: Database) -> None:
    for step in MIGRATIONS[:2]:
        step(db)
    db.execute("PRAGMA user_version = 2")
    db.execute(
        "INSERT INTO submissions VALUES"
        " ('a', 1, 'ny', NULL, 0, '', '', NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, '[]')"
    )
    db.execute("INSERT INTO contacts VALUES ('a', '', '')")
    db.execute("INSERT INTO files VALUES ('a', 0, 'a.pdf', 'fil')")
    place = '{"file":"fil","start":0,"end":3,"page":1,"box":null}'
    db.execute(
        f"INSERT INTO answers VALUES ('a', 0, 'a.brev', NULL, 'Hej', 'ocr', 1, 900, '[]', '[{place}]')"  # noqa: E501, S608 - fixed
    )
    db.execute("INSERT INTO unplaced VALUES ('a', 0, 'Du', ?)", [place])
    db.conn.commit()
