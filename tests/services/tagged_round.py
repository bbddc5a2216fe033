"""A round of passages with suggestions, made without reading a file."""

from collections.abc import Mapping, Sequence

from inspel_app.domain.coding import Assignment, Origin, Passage, Suggestion
from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import ActorType, Answer, Respondent, SourceFile, Submission
from inspel_app.store.project import Project, Run

BUSES = "Bussarna går för sällan. Vägen till skolan är dålig. Biblioteket behövs."
BUS, ROAD = "Bussarna går för sällan.", "Vägen till skolan är dålig."
LIBRARY = "Biblioteket behövs."


def add_answer(
    project: Project,
    name: str,
    text: str = BUSES,
    parts: Sequence[str] = (BUS, ROAD, LIBRARY),
    *,
    field: str | None = None,
    respondent: Respondent = Respondent("Malå kommun", type=ActorType.KOMMUN, municipality="Malå"),  # noqa: B008 - frozen
) -> list[str]:
    """Add an inspel with one answer; the ids of its passages, which have to be `made`."""
    answer = Answer(f"{name}.0", field, text, Method.TEXT, (Location(name, 0, len(text)),))
    file = SourceFile(f"{name}.txt", name)
    with project.action("Läs in"):
        inspel = Submission(name, (file,), respondent=respondent, answers=(answer,))
        project.add_submission(inspel, {})
    return [f"{answer.id}:{text.index(p)}-{text.index(p) + len(p)}" for p in parts]


def make(
    project: Project,
    ids: Sequence[str],
    suggestions: Mapping[str, Mapping[str, int]],
    form: Mapping[str, tuple[str, str]] | None = None,
) -> None:
    """Make the passages with these ids, as the machine does; `form` gives code and aspect."""
    answers = {a.id: (s, a) for s in project.submissions() for a in s.answers}
    passages = []
    for key in ids:
        answer_id, _colon, place = key.rpartition(":")
        start, end = map(int, place.split("-"))
        inspel, answer = answers[answer_id]
        placed = (form or {}).get(key)
        given = (Assignment(*placed, Origin.FORM),) if placed else ()
        passages.append(
            Passage(
                key, inspel.id, answer_id, answer.field, start, end, answer.text[start:end], given
            )
        )
    project.save_passages(Run("passages", "in", "", ""), passages)
    project.save_suggestions(
        Run("suggestions", "in", "", ""),
        {p: [Suggestion(c, n, f"ord: {c}") for c, n in s.items()] for p, s in suggestions.items()},
    )
