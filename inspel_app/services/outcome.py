"""What became of what was said: from a sentence of the strategy to who asked for it, and back.

`outcome` answers "Vad blev det av vårt inspel?", `who_asked` who led to a changed sentence.
"""

from dataclasses import dataclass

from inspel_app.domain.handling import Handled, Target, TargetKind
from inspel_app.domain.synthesis import Quotation
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.handling import Board, Change, board
from inspel_app.services.rounds import codebook_of, form_of
from inspel_app.services.strategy_text import section_of
from inspel_app.store.project import Project
from inspel_app.synthesis.material import Material, place_names


@dataclass(frozen=True, slots=True)
class Asked:
    """A point that led to a sentence, in its own words; `theme` is by which theme, if by one."""

    quotation: Quotation
    theme: str | None
    handled: Handled | None


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of one point: how it is handled, by which theme, and what it led to."""

    quotation: Quotation
    theme: str | None
    handled: Handled | None
    changes: tuple[Change, ...]


def who_asked(project: Project, section: str, sentence: str = "") -> tuple[Asked, ...]:
    """The points that led to a sentence of a section's new wording, by number of inspel.

    They are those linked to the sentence and to the wording as a whole; all that led to any of it
    where no sentence is named. Each is told once.

    Raises:
        UsageError: there is no such section.
    """
    section_of(project, section)
    return asked(board(project), _material(project), section, sentence)


def asked(now: Board, material: Material, section: str, sentence: str = "") -> tuple[Asked, ...]:
    """The same, of what has been read."""
    wording = now.handlings.wordings.get(section)
    found: dict[str, str | None] = {}
    for source in wording.sources if wording else ():
        if sentence and source.sentence not in ("", sentence):
            continue
        if source.target.kind is TargetKind.PASSAGE:
            found[source.target.id] = None
        else:
            for item in now.points(source.target.id):
                found.setdefault(item.target.id, source.target.id)
    points = [
        Asked(material.quote(now.passages[p], now.passages[p].text), theme, now.handled.get(p))
        for p, theme in found.items()
        if p in now.passages
    ]
    return tuple(sorted(points, key=lambda a: (a.quotation.number, a.quotation.passage)))


def outcome(project: Project, submission: str) -> tuple[Answered, ...]:
    """What became of each point of an inspel (by id), in the order in which they were written.

    Raises:
        UsageError: there is no such inspel.
    """
    try:
        project.submission(submission)
    except KeyError as error:
        raise UsageError(
            _("Det finns inget inspel med {key}.").format(key=submission),
            _("Det kan ha slagits ihop med ett annat; hämta listan på nytt."),
        ) from error
    now, material = board(project), _material(project)
    return tuple(
        Answered(
            material.quote(passage, passage.text),
            now.theme_of(key),
            now.handled.get(key),
            now.changes(Target.passage(key)),
        )
        for key, passage in now.passages.items()
        if passage.submission == submission
    )


def _material(project: Project) -> Material:
    return Material(project.submissions(), place_names(form_of(project), codebook_of(project)))
