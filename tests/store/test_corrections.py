from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from inspel_app.domain.coding import Mark, Origin
from inspel_app.domain.cutting import part_of
from inspel_app.domain.document import Box, Location
from inspel_app.domain.form import DoubtfulWord, Unplaced
from inspel_app.store.connection import connect
from inspel_app.store.migrations import MIGRATIONS
from inspel_app.store.project import Project
from inspel_app.store.schema import migrate
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


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        (Mark.NO_POINT, Mark.NO_POINT, [Mark.NO_POINT]),
        (Mark.NO_POINT, None, []),
        (Mark.NO_POINT, Mark.UNSURE, [Mark.UNSURE]),
        (None, Mark.UNSURE, [Mark.UNSURE]),
    ],
)
def test_what_becomes_one_is_no_point_only_where_all_were(
    project: Project, path: Path, first: Mark | None, second: Mark | None, both: list[Mark]
) -> None:
    inspel = submission("a", 1)
    (whole,) = passages_of(inspel)
    halves = [part_of(whole, start, end, "Svar 0") for start, end in ((0, 2), (2, 4))]
    with project.action("Läs in"):
        project.add_submission(inspel, {})
        project.save_passages(RUN, halves)
    with project.action("Märk"):
        for half, mark in zip(halves, (first, second), strict=True):
            project.decisions.mark(half.id, mark, "anna")
    with project.action("Slå ihop"):
        project.decisions.recut(halves, [whole], "bo")
    assert [row[1] for row in audited(path)["marks"]] == both


def test_what_several_points_were_told_is_put_together_without_repeating(
    project: Project, path: Path
) -> None:
    inspel = submission("a", 1)
    (whole,) = passages_of(inspel)
    one, other = (part_of(whole, start, end, "Svar 0") for start, end in ((0, 2), (2, 4)))
    with project.action("Läs in"):
        project.add_submission(inspel, {})
        project.save_passages(RUN, (one, other))
    with project.action("Säg"):
        for code in ("1.1", "1.2"):
            project.assign(one.id, code, None, "anna")
        for code in ("1.2", "1.3"):
            project.assign(other.id, code, None, "anna")
        project.decisions.reject(other.id, "1.1", "bo")
        project.decisions.reject(other.id, "1.4", "bo")
        project.decisions.note(one.id, "Först.", "anna")
        project.decisions.note(other.id, "Sedan.", "anna")
        project.decisions.note(other.id, "Nej.", "bo")
    with project.action("Slå ihop"):
        project.decisions.recut([one, other], [whole], "bo")
    said = audited(path)
    (found,) = (p for p in project.passages() if p.id == whole.id)
    own = [a.code for a in found.assignments if a.origin is Origin.PERSON]
    assert own == ["1.1", "1.2", "1.3"]
    assert [row[1] for row in said["rejections"]] == ["1.4"]
    assert {note.person: note.text for note in project.notes(whole.id)} == {
        "anna": "Först.\nSedan.",
        "bo": "Nej.",
    }
