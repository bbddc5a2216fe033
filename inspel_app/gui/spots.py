"""Places in an original that cards are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspel_app.domain.document import Location
from inspel_app.gui.cards import Card, CardKind


@dataclass(frozen=True, slots=True)
class Spot:
    """The place that card number `card` is about; a card may have several."""

    card: int
    place: Location


def spots_of(cards: Sequence[Card], file: str) -> list[Spot]:
    """The places that the cards have in one file; what is to be looked at comes last.

    The first spot takes a click, and a doubt may stand where an answer does.
    """
    found = [
        Spot(number, place)
        for number, card in enumerate(cards)
        for place in card.places
        if place.file == file
    ]
    return sorted(found, key=lambda spot: cards[spot.card].kind is CardKind.PROBLEM)
