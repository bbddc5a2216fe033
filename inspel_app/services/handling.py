"""What becomes of each point: the authority's answer, its reason, who is responsible for it.

    handle(project, [Target.theme("t3")], "anna", disposition=Disposition.NOT_MET, reason="m2")
    board(project).remaining

Each change is one action under a Swedish name, however many it is about. A point in a theme is
handled as that is, unless it has a handling of its own. A theme that is handled is kept: the
machine may add points to it, which are answered by it too, as drafts to be checked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypedDict, Unpack

from inspel_app.domain.coding import Passage, Theme
from inspel_app.domain.handling import (
    Disposition,
    Handled,
    Handling,
    Handlings,
    State,
    Target,
    TargetKind,
    Via,
)
from inspel_app.errors import UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.services.rounds import codebook_of
from inspel_app.store.decisions import answer_of
from inspel_app.store.project import Project
from inspel_app.synthesis.handled import Board, Change, Item, Tally
from inspel_app.synthesis.handling_words import disposition as disposition_name
from inspel_app.synthesis.handling_words import handling_state
from inspel_app.synthesis.words import listed

__all__ = [
    "Board",
    "Change",
    "Disposition",
    "Handled",
    "Handling",
    "HandlingChanges",
    "Item",
    "State",
    "Tally",
    "Target",
    "TargetKind",
    "Via",
    "board",
    "clear",
    "disposition_name",
    "handle",
    "handling_state",
    "remaining",
]


class HandlingChanges(TypedDict, total=False):
    """What can be said of points; `reason` is the id of a reusable one, `text` one's own words.

    A new disposition is a draft, unless its state is told at the same time.
    """

    disposition: Disposition | None
    text: str
    reason: str | None
    responsible: str
    state: State


def board(project: Project) -> Board:
    """All points that count, and how each is handled."""
    return Board.made_of(
        codebook_of(project),
        project.submissions(),
        project.passages(),
        project.themes(),
        project.handlings(),
    )


def remaining(project: Project) -> tuple[Item, ...]:
    """The themes and single points that have no answer, in whole or in part."""
    return board(project).remaining


def handle(
    project: Project, targets: Iterable[Target], by: str, **changes: Unpack[HandlingChanges]
) -> None:
    """Say something of points and themes, and leave the rest of what is said of them.

    What a point inherits from its theme becomes its own when something of it is changed.

    Raises:
        UsageError: a point, theme or reason is no longer there, or the state is told of what has
            no disposition.
    """
    chosen = list(dict.fromkeys(targets))
    themes = _checked(project, chosen)
    before = project.handlings([*chosen, *map(Target.theme, themes)])
    said = _said(project, chosen, before, themes.values())
    new = [_changed(project, one, by, changes) for one in said]
    with project.action(_name(chosen, changes), by):
        for handling in new:
            earlier = before.of(handling.target)
            if earlier is None or not handling.says_as(earlier):
                project.handling_edits.put(handling)
        chosen_themes = (themes[t.id] for t in chosen if t.kind is TargetKind.THEME)
        loose = [theme for theme in chosen_themes if not _is_kept(theme, before)]
        if loose:
            project.theme_edits.keep_all(loose, by)


def _is_kept(theme: Theme, before: Handlings) -> bool:
    """Whether people have put all the points that it has now in the theme."""
    return theme.kept and all(before.places.get(p) == theme.id for p in theme.passages)


def clear(project: Project, targets: Iterable[Target], by: str) -> None:
    """Say nothing of points and themes any longer; points are handled as their themes again."""
    chosen = list(dict.fromkeys(targets))
    themes = project.themes(chosen)
    said = project.handlings([*chosen, *(Target.theme(theme.id) for theme in themes)])
    handled, _lost = said.resolve(_beside(project, chosen), themes)
    with project.action(_("Ta bort hanteringen av {what}").format(what=_what(chosen)), by):
        for target in chosen:
            project.handling_edits.drop(target)
            if target.id in handled and handled[target.id].via is Via.EARLIER:
                project.handling_edits.put(Handling(target, person=by))


def _checked(project: Project, targets: Sequence[Target]) -> dict[str, Theme]:
    """The themes concerned, by id; what is said of what is gone would be seen nowhere."""
    themes = {theme.id: theme for theme in project.themes(targets)}
    points = {passage.id for passage in _beside(project, targets)}
    for target in targets:
        if target.id not in (themes if target.kind is TargetKind.THEME else points):
            raise UsageError(
                _("Det finns inget tema och ingen synpunkt med {key}.").format(key=target.id),
                _("De kan ha gjorts om; hämta dem på nytt."),
            )
    return themes


def _said(
    project: Project, targets: Sequence[Target], handlings: Handlings, themes: Iterable[Theme]
) -> list[Handling]:
    """What is said of targets now, by themselves or by their themes."""
    inherited: dict[str, Handled] = {}
    if any(t.kind is TargetKind.PASSAGE and handlings.of(t) is None for t in targets):
        inherited, _lost = handlings.resolve(_beside(project, targets), themes)
    found = []
    for target in targets:
        own = handlings.of(target)
        if own is None and target.kind is TargetKind.PASSAGE and target.id in inherited:
            own = replace(inherited[target.id].handling, target=target)
        found.append(own or Handling(target))
    return found


def _beside(project: Project, targets: Iterable[Target]) -> list[Passage]:
    """All points of the answers in which some stand; more is not needed to resolve those."""
    points = [t.id for t in targets if t.kind is TargetKind.PASSAGE]
    answers = dict.fromkeys(map(answer_of, points))
    return [tagged.passage for tagged in project.tagged(answers)]


def _changed(project: Project, said: Handling, by: str, changes: HandlingChanges) -> Handling:
    if "disposition" in changes and changes["disposition"] is not said.disposition:
        said = replace(said, disposition=changes["disposition"], state=State.DRAFT)
    if "text" in changes:
        said = replace(said, text=changes["text"].strip(), reason=None)
    if "reason" in changes:
        text, key = _reason(project, changes["reason"])
        said = replace(said, text=text, reason=key)
    if "responsible" in changes:
        said = replace(said, responsible=" ".join(changes["responsible"].split()))
    if "state" in changes:
        said = replace(said, state=changes["state"])
    if said.disposition is None and said.state is not State.DRAFT:
        raise UsageError(
            _("Det är inte sagt vad som ska hända med synpunkten."),
            _("Välj först om den beaktas eller inte; sedan kan svaret granskas och beslutas."),
        )
    return replace(said, person=by)


def _reason(project: Project, key: str | None) -> tuple[str, str | None]:
    """The words and the id of a reusable reason; None takes the reason away."""
    if key is None:
        return "", None
    for reason in project.reasons():
        if reason.id == key:
            return reason.text, key
    raise unknown_reason(key)


def unknown_reason(key: str) -> UsageError:
    """The error for a reusable reason that is not there."""
    return UsageError(
        _("Det finns ingen motivering med {key}.").format(key=key),
        _("Den kan ha tagits bort; hämta listan på nytt."),
    )


def _name(targets: Sequence[Target], changes: HandlingChanges) -> str:
    what = _what(targets)
    if "disposition" in changes:
        given = disposition_name(changes["disposition"]).lower()
        return _("Hantera {what}: {disposition}").format(what=what, disposition=given)
    if "text" in changes or "reason" in changes:
        return _("Motivera hanteringen av {what}").format(what=what)
    if "state" in changes:
        state = handling_state(changes["state"]).lower()
        return _("Markera {what} som {state}").format(what=what, state=state)
    return _("Ange ansvarig för {what}").format(what=what)


def _what(targets: Sequence[Target]) -> str:
    """`3 synpunkter och ett tema`."""
    themes = sum(target.kind is TargetKind.THEME for target in targets)
    points = len(targets) - themes
    parts = []
    if points:
        parts.append(ngettext("en synpunkt", "{n} synpunkter", points).format(n=points))
    if themes:
        parts.append(ngettext("ett tema", "{n} teman", themes).format(n=themes))
    return listed(parts)
