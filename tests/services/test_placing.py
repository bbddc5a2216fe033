import pytest

from inspel_app.domain.document import Location, Method, Problem
from inspel_app.domain.form import Answer, DoubtfulWord, SourceFile, Submission, Unplaced
from inspel_app.errors import UsageError
from inspel_app.services.placing import OUTSIDE, fields_of, place
from inspel_app.store.project import Project

FIRST, SECOND = (Location("0", n, n + 9) for n in (0, 20))
UNSURE = DoubtfulWord(5, 9, "byar", 0.4, SECOND)
LINES = (Unplaced("Bygg fiber.", FIRST), Unplaced("Fler byar.", SECOND, (UNSURE,)))


def add(project: Project, form: str | None, *answers: Answer) -> Submission:
    sent = Submission(
        "s1",
        (SourceFile("a.docx", "0"),),
        form=form,
        answers=answers,
        unplaced=LINES,
        problems=(Problem(OUTSIDE, "Text utanför."), Problem("annat", "Annat.")),
    )
    with project.action("Läs in"):
        return project.add_submission(sent, {})


def answer(field: str | None, text: str) -> Answer:
    return Answer(f"s1.{field}", field, text, Method.TEXT, (Location("0", 40, 49),))


def form_of(project: Project) -> str:
    return project.settings.form


def test_a_text_becomes_an_answer_of_its_own(project: Project) -> None:
    before = add(project, form_of(project), answer("3.3.behov", "Bussar."))
    place(project, "s1", LINES[1], "3.2.behov", "anna")
    after = project.submission("s1")
    made = after.answers[-1]
    assert (made.field, made.text, made.method) == ("3.2.behov", "Fler byar.", Method.MANUAL)
    assert made.parts == (SECOND,)
    assert after.unplaced == LINES[:1]
    assert project.log()[-1].name == (
        "Flytta text i inspel 1 till 3.2: Hur kan identifierade behov utvecklas?"
    )
    project.undo()
    assert project.submission("s1") == before
    project.redo()
    assert project.submission("s1") == after


def test_a_text_is_added_to_what_was_answered(project: Project) -> None:
    before = add(project, form_of(project), answer("3.3.behov", "Bussar."))
    place(project, "s1", LINES[1], "3.3.behov")
    (longer,) = project.submission("s1").answers
    assert longer.text == "Bussar.\nFler byar."
    assert longer.parts == (Location("0", 40, 49), SECOND)
    (word,) = longer.doubtful
    assert longer.text[word.start : word.end] == "byar"
    project.undo()
    assert project.submission("s1") == before


def test_the_doubt_goes_with_the_last_text(project: Project) -> None:
    add(project, None, answer(None, "Bussar."))
    place(project, "s1", LINES[0], None)
    assert [p.code for p in project.submission("s1").problems] == [OUTSIDE, "annat"]
    place(project, "s1", LINES[1], None)
    sent = project.submission("s1")
    assert [p.code for p in sent.problems] == ["annat"]
    assert sent.answers[0].text == "Bussar.\nBygg fiber.\nFler byar."
    assert sent.unplaced == ()


def test_a_text_that_is_there_no_more_is_not_moved(project: Project) -> None:
    add(project, None, answer(None, "Bussar."))
    place(project, "s1", LINES[0], None)
    with pytest.raises(UsageError):
        place(project, "s1", LINES[0], None)


def test_only_forms_have_fields(project: Project) -> None:
    sent = add(project, form_of(project))
    assert "3.3.behov" in {question.id for question in fields_of(sent)}
    with project.action("Ta bort"):
        project.remove_submission("s1")
    assert fields_of(add(project, None)) == ()
