"""What the window calls what is said of points."""

from collections.abc import Sequence

from inspel_app.domain.coding import Codebook
from inspel_app.domain.handling import TargetKind
from inspel_app.gui import words
from inspel_app.i18n import _, ngettext
from inspel_app.services.handling import (
    Disposition,
    Handled,
    State,
    Tally,
    Via,
    disposition_name,
    handling_state,
)
from inspel_app.services.handling_view import Item, Line, Show


def short(disposition: Disposition | None) -> str:
    """What becomes of a point, in a word."""
    return {
        Disposition.MET: _("Beaktas"),
        Disposition.PARTLY: _("Beaktas delvis"),
        Disposition.NOT_MET: _("Beaktas inte"),
        Disposition.ELSEWHERE: _("Annat sammanhang"),
        Disposition.LATER: _("Restlista"),
        None: _("Ohanterad"),
    }[disposition]


def show(which: Show) -> str:
    """A choice of what to show."""
    return {
        Show.ALL: _("Alla"),
        Show.OPEN: _("Ohanterade"),
        Show.DRAFT: _("Utkast"),
        Show.REVIEWED: _("Granskade"),
        Show.DECIDED: _("Beslutade"),
        Show.TO_CHECK: _("Att se över"),
    }[which]


def facts(line: Line) -> str:
    """What stands below the text of an item: its part of the strategy, how many, or who."""
    item = line.item
    if item.target.kind is TargetKind.PASSAGE:
        return " · ".join(filter(None, [line.sender, "" if line.within else line.part]))
    own = ngettext("{n} eget svar", "{n} egna svar", item.exceptions).format(n=item.exceptions)
    points = words.points(len(item.passages))
    parts = [line.part, points, words.inspel(line.inspel), own if item.exceptions else ""]
    return " · ".join(filter(None, parts))


def part(line: Line, codebook: Codebook) -> str:
    """What stands below the title of what is at hand: its part of the strategy, and how many."""
    item = line.item
    code = codebook[item.codes[0]] if item.codes[0] else None
    named = words.code(code.id, code.title) if code else _("Ingen del av strategin")
    if item.target.kind is TargetKind.PASSAGE:
        return named
    return " · ".join([named, words.points(len(item.passages)), words.inspel(line.inspel)])


def title(item: Item, theme: Item | None) -> str:
    """What is at hand: a theme by its name, or a point by the theme that it is in."""
    if item.target.kind is TargetKind.THEME:
        return item.text
    if theme is None:
        return _("Synpunkt utanför teman")
    return _("Synpunkt i ”{theme}”").format(theme=theme.text)


def standing(item: Item) -> str:
    """How far an item has come, and whose it is."""
    said = item.handled
    if item.open and item.target.kind is TargetKind.THEME and item.open < len(item.passages):
        return _("{open} av {n} kvar").format(open=item.open, n=len(item.passages))
    if said is None or not said.answered:
        return said.handling.responsible if said else ""
    if item.to_check:
        return _("att se över")
    state = handling_state(said.handling.state).lower()
    return " · ".join(filter(None, [state, said.handling.responsible]))


def told(line: Line) -> str:
    """All of a line, for those who listen."""
    said = line.item.handled
    given = disposition_name(said.handling.disposition if said else None)
    return ", ".join(filter(None, [line.item.text, facts(line), given, standing(line.item)]))


def origin(handled: Handled | None) -> str:
    """Where the answer of a point comes from, when it is not its own; empty when it is."""
    if handled is None:
        return ""
    return {
        Via.OWN: "",
        Via.THEME: _("Följer temat"),
        Via.ADDED: _("Tillkom i temat efter svaret"),
        Via.EARLIER: _("Svaret gavs innan texten delades upp på nytt"),
    }[handled.via]


def chosen(items: Sequence[Item]) -> str:
    """What an answer is about."""
    themes = sum(item.target.kind is TargetKind.THEME for item in items)
    points = len(items) - themes
    if len(items) == 1:
        return _("Svar på temat") if themes else _("Svar på synpunkten")
    parts = [words.themes(themes) if themes else "", words.points(points) if points else ""]
    return _("Samma svar på {what}").format(what=_(" och ").join(filter(None, parts)))


def remaining(n: int) -> str:
    """How many themes and single points have no answer, in whole or in part."""
    return _("{n} kvar att hantera").format(n=n) if n else _("Allt är hanterat")


def states(tally: Tally) -> str:
    """How many points have an answer, and how far those have come."""
    text = _("{answered} av {points} har svar")
    answered = text.format(answered=tally.answered, points=words.points(tally.points))
    counts = dict(tally.states)
    names = {
        State.DRAFT: ngettext("{n} utkast", "{n} utkast", counts.get(State.DRAFT, 0)),
        State.REVIEWED: ngettext("{n} granskad", "{n} granskade", counts.get(State.REVIEWED, 0)),
        State.DECIDED: ngettext("{n} beslutad", "{n} beslutade", counts.get(State.DECIDED, 0)),
    }
    return " · ".join([answered, *(names[state].format(n=n) for state, n in tally.states)])


def uses(n: int) -> str:
    """In how many places a reusable reason is used."""
    if not n:
        return _("används inte än")
    return ngettext("används på {n} ställe", "används på {n} ställen", n).format(n=n)
