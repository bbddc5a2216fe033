"""All texts of a round, in whatever shape they are stored: found, and rewritten if they differ."""

from dataclasses import replace

from inspel_app.domain.coding import Theme
from inspel_app.domain.document import Location
from inspel_app.domain.form import DoubtfulWord
from inspel_app.store.project import Project, Run
from inspel_app.store.records import to_json
from tests.store.samples import RUN, passages_of, submission

THEME = Theme("t1", "3.1", "Sivs buss", ("siv", "buss"), ("a/0:0-4",))
WORD = DoubtfulWord(0, 4, "Siva", 0.5, Location("fil", 0, 4))


def fill(project: Project) -> None:
    """A round that says "siv" in a label, in a list and in an object within a list."""
    inspel = submission("a")
    first, *rest = inspel.answers
    inspel = replace(inspel, answers=(replace(first, doubtful=(WORD,)), *rest))
    with project.action("Läs in"):
        project.add_submission(inspel, {})
    project.save_passages(RUN, passages_of(inspel))
    project.save_themes(Run("themes", "", "", ""), [THEME])


def test_texts_in_lists_and_objects_are_found_one_by_one_and_ids_are_none(
    project: Project,
) -> None:
    fill(project)
    found = {(one.table, one.column, one.text) for one in project.texts() if one.action is None}
    assert found >= {
        ("themes", "label", "Sivs buss"),
        ("themes", "keywords", "siv"),
        ("themes", "keywords", "buss"),
        ("answers", "doubtful", "Siva"),
        ("answers", "text", "Svar 0"),
    }
    texts = {text for _table, _column, text in found}
    assert to_json(THEME.keywords) not in texts
    assert not texts & {"a/0:0-4", "a/0", "t1"}


def test_texts_are_rewritten_wherever_they_stand_and_rows_counted_that_read_otherwise(
    project: Project,
) -> None:
    fill(project)
    with project.weeding("Prov", "beslut", "anna", dry=True) as weeding:
        assert weeding.texts(lambda text: text) == 0
    with project.weeding("Täck", "beslut", "anna") as weeding:
        rows = weeding.texts(lambda text: text.replace("Siv", "***").replace("siv", "***"))
    (theme,) = project.themes()
    assert (theme.label, theme.keywords) == ("***s buss", ("***", "buss"))
    (answer, other) = project.submission("a").answers
    assert [word.text for word in answer.doubtful] == ["***a"]
    assert (answer.text, other.text) == ("Svar 0", "Svar 1")
    assert not any("siv" in one.text.casefold() for one in project.texts())
    in_history = 1  # the answer as it came in
    assert rows == len(["theme", "answer"]) + in_history
