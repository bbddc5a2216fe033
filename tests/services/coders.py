"""Rounds in which several people have coded the same passages."""

from collections.abc import Mapping, Sequence

from inspel_app.domain.coding import Assignment, Origin, Passage, Suggestion
from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import Answer, SourceFile, Submission
from inspel_app.store.project import Project, Run

RUN = Run("passages", "in", "", "")


def add_points(project: Project, count: int, place: str | None = None) -> list[str]:
    """Put so many points in the round, in a letter or placed by the form; their ids."""
    text = "x" * count
    answer = Answer("a.0", None, text, Method.TEXT, (Location("f", 0, count),))
    with project.action("Läs in"):
        project.add_submission(Submission("a", (SourceFile("a.txt", "f"),), answers=(answer,)), {})
    form = (Assignment(place, None, Origin.FORM),) if place else ()
    points = [
        Passage(f"a.0:{n}-{n + 1}", "a", "a.0", None, n, n + 1, "x", form) for n in range(count)
    ]
    project.save_passages(RUN, points)
    return [point.id for point in points]


def code(project: Project, person: str, codes: Mapping[str, Sequence[str]]) -> None:
    """Let a person give passages their codes, first the code that each concerns foremost."""
    with project.action("Koppla", by=person):
        for passage, given in codes.items():
            for number in given:
                project.assign(passage, number, None, person)


def propose(project: Project, permille: Mapping[str, Mapping[str, int]]) -> None:
    """Let the machine suggest codes for passages, best first."""
    suggestions = {p: [Suggestion(c, n) for c, n in said.items()] for p, said in permille.items()}
    project.save_suggestions(Run("suggestions", "in", "", ""), suggestions)
