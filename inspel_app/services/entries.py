"""A passage with all that a person wants to see beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from inspel_app.domain.coding import Note, Passage, Suggestion, compose_assignments
from inspel_app.domain.document import Location
from inspel_app.domain.form import Answer, Submission
from inspel_app.services.points import Point, State
from inspel_app.store.project import Project
from inspel_app.synthesis.material import locate
from inspel_app.synthesis.words import labelled, page


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage at hand.

    `passage.assignments` tells its codes with their reasons, best first. `place` is what people
    know the question by, empty for a letter; `before` and `after` are the rest of the answer.
    `suggestions` come best first, without what is `rejected`; `people` are who has said anything.
    `secrecy` tells by which law it is secret, "" where it is not.
    """

    passage: Passage
    state: State
    submission: Submission
    place: str
    location: Location
    before: str
    after: str
    suggestions: tuple[Suggestion, ...]
    rejected: tuple[str, ...]
    people: tuple[str, ...]
    notes: tuple[Note, ...]
    secrecy: str

    @property
    def page(self) -> int | None:
        """The page of the original, where the format has pages."""
        return page(self.location)


def entry_of(
    project: Project, point: Point, suggestions: Sequence[Suggestion], places: Mapping[str, str]
) -> Entry:
    """What there is to tell of a passage; `places` are the names of the fields."""
    passage, said = point.passage, point.said
    submission = project.submission(passage.submission)
    answer = answer_of(submission, passage)
    composed = compose_assignments(passage, suggestions, said.decided, said.rejected)
    return Entry(
        passage=replace(passage, assignments=composed),
        state=point.state,
        submission=submission,
        place=places.get(passage.field or "", passage.field or ""),
        location=locate(answer, passage),
        before=answer.text[: passage.start],
        after=answer.text[passage.end :],
        suggestions=tuple(s for s in suggestions if s.code not in said.rejected),
        rejected=tuple(sorted(said.rejected)),
        people=tuple(sorted(said.people)),
        notes=project.notes(passage.id),
        secrecy=labelled(project.secrecies().of_passage(passage)),
    )


def answer_of(submission: Submission, passage: Passage) -> Answer:
    """The answer of an inspel that a passage is part of."""
    return next(answer for answer in submission.answers if answer.id == passage.answer)
