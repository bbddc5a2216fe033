"""What was found in an inspel, card by card: doubts, answers, and text outside the fields."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from inspel_app.domain.coding import Codebook
from inspel_app.domain.document import Location
from inspel_app.domain.form import Answer, FormTemplate, Submission, Unplaced
from inspel_app.gui import words
from inspel_app.i18n import _
from inspel_app.services.doubts import Spot, spots
from inspel_app.services.imports import what_to_do


class CardKind(Enum):
    """What a card tells."""

    PROBLEM = auto()
    ANSWER = auto()
    UNPLACED = auto()


@dataclass(frozen=True, slots=True)
class Card:
    """One card: `title` names the field, `note` says how the text came, `places` where it stands.

    `confidence` (0-1) is None where there is nothing to be sure of. `doubtful` are the ranges of
    the text that were not read surely and that nobody has settled.
    """

    kind: CardKind
    title: str
    text: str
    note: str = ""
    confidence: float | None = None
    places: tuple[Location, ...] = ()
    doubtful: tuple[tuple[int, int], ...] = ()


def cards_of(submission: Submission, form: FormTemplate | None, codebook: Codebook) -> list[Card]:
    """The cards of an inspel: what to look out for first, then the answers in their order."""
    return [
        *_problems(submission),
        *(_answer(answer, form, codebook) for answer in submission.answers),
        *(_outsider(line) for line in submission.unplaced),
    ]


def card_of(submission: Submission, answer: str) -> int:
    """The number of the card of an answer, by its id."""
    before = len(submission.problems)
    return before + [a.id for a in submission.answers].index(answer)


def card_at(submission: Submission, spot: Spot) -> int:
    """The number of the card of a text that may be corrected."""
    before = len(submission.problems)
    answers = 0 if isinstance(spot.read, Answer) else len(submission.answers)
    return before + answers + spot.position


def _problems(submission: Submission) -> Iterator[Card]:
    for problem in submission.problems:
        find = _PLACES.get(problem.code)
        places = tuple(find(submission)) if find else ()
        todo = what_to_do(problem)
        yield Card(CardKind.PROBLEM, _("Att se över"), problem.message, todo, places=places)


def _outsider(line: Unplaced) -> Card:
    return Card(
        CardKind.UNPLACED,
        _("Text utanför fälten"),
        line.text,
        _("Borttagen, dold eller en kommentar. Dra den till ett svar, eller tryck F")
        if line.withdrawn
        else _("Dra den till ett svar, eller tryck F"),
        places=(line.location,),
        doubtful=_unsettled(line),
    )


def _unsettled(read: Answer | Unplaced) -> tuple[tuple[int, int], ...]:
    return tuple((word.start, word.end) for word in read.doubtful if not word.settled)


def _outside(submission: Submission) -> Iterator[Location]:
    return (line.location for line in submission.unplaced)


def _unsure(submission: Submission) -> Iterator[Location]:
    for spot in spots(submission):
        yield from (word.place for word in spot.read.doubtful if not word.settled)


_PLACES: Mapping[str, Callable[[Submission], Iterator[Location]]] = {
    "oplacerad-text": _outside,
    "ocr-osaker": _unsure,
}
"""Where in the originals a problem is, by its code; the others are of a file as a whole."""


def _answer(answer: Answer, form: FormTemplate | None, codebook: Codebook) -> Card:
    title = words.question(answer, form, codebook)
    place = answer.parts[0] if answer.parts else None
    if place and place.box:
        title = _("{field} · sida\N{NO-BREAK SPACE}{page}").format(field=title, page=place.page)
    note = words.method(answer.method)
    if answer.refers_to:
        note = _("{method}, hänvisar till {fields}").format(
            method=note, fields=", ".join(answer.refers_to)
        )
    elif not answer.content:
        note = _("{method}, utan innehåll").format(method=note)
    return Card(
        CardKind.ANSWER,
        title,
        answer.text,
        note,
        answer.confidence,
        answer.parts,
        _unsettled(answer),
    )
