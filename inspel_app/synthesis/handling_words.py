"""What the handling of points is called."""

from inspel_app.domain.handling import Disposition, Handled, State, Via
from inspel_app.i18n import _


def disposition(value: Disposition | None) -> str:
    """What becomes of a point."""
    return {
        Disposition.MET: _("Beaktas"),
        Disposition.PARTLY: _("Beaktas delvis"),
        Disposition.NOT_MET: _("Beaktas inte"),
        Disposition.ELSEWHERE: _("Hör till annat sammanhang"),
        Disposition.LATER: _("Restlista"),
        None: _("Inte hanterad"),
    }[value]


def undecided() -> str:
    """What is said of a point whose answer is not told, as nobody has decided it."""
    return _("Ännu inte beslutat")


def outcomes() -> list[str]:
    """All that can become of a point, as it is told."""
    return [*map(disposition, Disposition), undecided(), disposition(None)]


def became(handled: Handled | None) -> str:
    """What becomes of a point or a theme."""
    if handled is not None and handled.handling.withheld:
        return undecided()
    return disposition(handled.handling.disposition if handled else None)


def handling_state(value: State) -> str:
    """How far a handling has come."""
    return {
        State.DRAFT: _("Utkast"),
        State.REVIEWED: _("Granskad"),
        State.DECIDED: _("Beslutad"),
    }[value]


def via(value: Via) -> str:
    """How a point comes by its handling."""
    return {
        Via.OWN: _("Eget svar"),
        Via.THEME: _("Temats svar"),
        Via.ADDED: _("Temats svar, tillkom efteråt"),
        Via.EARLIER: _("Svar före ny uppdelning"),
    }[value]
