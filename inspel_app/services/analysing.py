"""The machine's whole work on what has come in: points, suggestions and themes."""

from collections.abc import Iterable
from typing import NamedTuple

from inspel_app.services.coding import (
    POINTS,
    POINTS_ARE_OF,
    has_points_to_make,
    points_maker,
    points_tools,
    suggest,
)
from inspel_app.services.fingerprint import tools_of
from inspel_app.services.jobs import Job
from inspel_app.services.theming import (
    THEMES,
    THEMES_ARE_OF,
    has_themes_to_make,
    propose,
    themes_maker,
    themes_tools,
)
from inspel_app.store.project import Project, Run


def analyse(project: Project, by: str | None = None) -> Job:
    """Make anew whatever is older than what it is made of; a person's work is left as it is."""
    yield from suggest(project, by=by)
    yield from propose(project, by)


def is_outdated(project: Project) -> bool:
    """Whether other models, or another version of the program, made the machine's work."""
    made = {POINTS: points_maker(), THEMES: themes_maker()}
    runs = filter(None, map(project.current_run, made))
    return any(run.model != made[run.kind] for run in runs)


def lacks_work(project: Project) -> bool:
    """Whether answers have come since points were made, or points since themes were.

    So it is where an import was cut off. What people have decided since is lacked by none.
    """
    points, themes = project.current_run(POINTS), project.current_run(THEMES)
    if points is None:
        return bool(project.heads())
    return (
        themes is None
        or _is_touched(project, points, ("answers",))
        or project.made_after(POINTS, THEMES)
    )


class Age(NamedTuple):
    """Why the machine's work is older than what it is made of: `outdated`, `changed`, or neither.

    It is `outdated` when the program, its models, the strategy or the form are others now, and
    `changed` when inspel or decisions are.
    """

    outdated: bool = False
    changed: bool = False

    @property
    def is_stale(self) -> bool:
        """Whether it would be made otherwise now."""
        return self.outdated or self.changed


AS_NEW = Age()
"""It is of what is there now."""


def age_of(project: Project) -> Age:
    """How the machine's work stands to what it is made of; as if it were new if there is none.

    What the work was made of is read only where something of that was written since.
    """
    if not project.has_more_passages(0):
        return AS_NEW
    points, themes = project.current_run(POINTS), project.current_run(THEMES)
    of_points = _age(points, points_maker(), points_tools(project))
    of_themes = _age(themes, themes_maker(), themes_tools(project))
    return Age(
        of_points.outdated or of_themes.outdated,
        (
            of_points.changed
            or of_themes.changed
            or (_is_touched(project, points, POINTS_ARE_OF) and has_points_to_make(project))
            or (
                (_is_touched(project, themes, THEMES_ARE_OF) or project.made_after(POINTS, THEMES))
                and has_themes_to_make(project)
            )
        ),
    )


def _age(last: Run | None, maker: str, tools: str) -> Age:
    """What a run tells by itself: it may not have been, or not with the tools of now."""
    if last is None:
        return Age(changed=True)
    return Age(outdated=last.model != maker or tools_of(last.input_hash) != tools)


def _is_touched(project: Project, last: Run | None, tables: Iterable[str]) -> bool:
    return last is not None and project.touched_since(last.after, tables)
