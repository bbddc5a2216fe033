import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from inspel_app.domain.form import ActorType, Respondent, Status, Submission
from inspel_app.domain.kinship import Kinship
from inspel_app.store.project import Project
from tests.store.samples import SETTINGS, sha256_of, submission, submissions


def test_created_project_is_found_again_under_its_name(project: Project, path: Path) -> None:
    project.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with Project.open(path) as again:
        assert again.settings == SETTINGS
        assert again.log() == []
        again.check()


def test_change_of_settings_is_kept_and_undone(project: Project) -> None:
    changed = replace(SETTINGS, title="Ny titel", deadline=None)
    with project.action("Ändra omgången"):
        project.change_settings(changed)
    assert project.settings == changed
    project.undo()
    assert project.settings == SETTINGS


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(inspel=submissions)
def test_any_submission_comes_back_as_it_was(project: Project, inspel: Submission) -> None:
    with project.action("Läs in"):
        added = project.add_submission(inspel, {})
    assert added == replace(inspel, number=added.number)
    assert project.submission(inspel.id) == added
    project.undo()
    project.redo()
    assert project.submissions() == (added,)
    project.undo()


def test_submissions_are_numbered_in_the_order_in_which_they_came(project: Project) -> None:
    for name in ("b", "a", "c"):
        with project.action("Läs in"):
            project.add_submission(submission(name), {})
    assert [(s.number, s.id) for s in project.submissions()] == [(1, "b"), (2, "a"), (3, "c")]


def test_reading_all_submissions_takes_as_many_queries_for_thirty_as_for_one(
    project: Project,
) -> None:
    def queries() -> int:
        asked: list[str] = []
        with project._db.tracer(lambda sql, _values: asked.append(sql)):
            project.submissions()
            project.passages()
        return len(asked)

    with project.action("Läs in"):
        project.add_submission(submission("first"), {})
    for_one = queries()
    with project.action("Läs in"):
        for n in range(29):
            project.add_submission(submission(f"s{n}"), {})
    assert len(project.submissions()) == 30
    assert queries() == for_one


def test_triage_changes_only_what_it_names(project: Project) -> None:
    with project.action("Läs in"):
        before = project.add_submission(submission("a"), {})
    with project.action("Klarmarkera"):
        project.update_submission("a", status=Status.KLAR, late=True, additions=("mer",))
    after = project.submission("a")
    assert after == replace(before, status=Status.KLAR, late=True, additions=("mer",))


def test_respondent_is_corrected_with_contact_in_a_table_apart(
    project: Project, path: Path
) -> None:
    right = Respondent("Åbo", "Plan", "Å. Ö.", "a@example.org", ActorType.KOMMUN, "Umeå")
    with project.action("Läs in"):
        project.add_submission(submission("a"), {})
    with project.action("Rätta avsändaren"):
        project.update_respondent("a", right)
    assert project.submission("a").respondent == right
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT submission, contact, email FROM contacts").fetchall() == [
        ("a", "Å. Ö.", "a@example.org")
    ]
    assert "Å. Ö." not in connection.execute("SELECT * FROM submissions").fetchone()
    connection.close()


def test_unknown_ids_are_refused(project: Project) -> None:
    with pytest.raises(KeyError):
        project.submission("x")
    with pytest.raises(KeyError):
        project.original("x")
    with pytest.raises(KeyError):
        project.document_text("x")
    with project.action("Rätta"), pytest.raises(KeyError):
        project.update_submission("x", late=True)
    with project.action("Rätta"), pytest.raises(KeyError):
        project.update_respondent("x", Respondent())


def test_originals_come_back_bit_for_bit(project: Project, path: Path) -> None:
    data = bytes(range(256)) * 5000
    with project.action("Läs in"):
        for kept in (data, b"", data):
            project.add_original(kept, sha256_of(kept))
    project.close()
    with Project.open(path) as again:
        assert again.original(sha256_of(data)) == data
        assert again.original(sha256_of(b"")) == b""


def test_original_under_another_hash_is_refused(project: Project) -> None:
    with project.action("Läs in"), pytest.raises(ValueError, match="SHA-256"):
        project.add_original(b"ett", sha256_of(b"annat"))


def test_document_texts_are_kept(project: Project) -> None:
    with project.action("Läs in"):
        project.add_submission(submission("a"), {"sha": "Första raden\nåäö \x00 slut"})
    assert project.document_text("sha") == "Första raden\nåäö \x00 slut"


def test_file_is_known_while_its_submission_stands(project: Project) -> None:
    assert project.known(sha256_of(b"a")) is None
    with project.action("Läs in"):
        project.add_submission(submission("a"), {})
    assert project.known(sha256_of(b"a")) == "a"
    project.undo()
    assert project.known(sha256_of(b"a")) is None
    project.redo()
    assert project.known(sha256_of(b"a")) == "a"


def test_what_is_told_apart_twice_is_told_once(project: Project) -> None:
    for _time in range(2):
        with project.action("Skilj åt"):
            project.tell_apart("b", "a", Kinship.DUPLICATE, "anna")
            project.keep_apart("Ett", "Två", "anna")
    assert project.not_kin() == {("a", "b", Kinship.DUPLICATE)}
    assert project.apart() == {("Ett", "Två")}
    assert len(project.log()) == 1
