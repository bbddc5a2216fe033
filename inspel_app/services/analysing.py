"""The machine's whole work on what has come in: points, suggestions and themes."""

from inspel_app.services.coding import POINTS, points_maker, suggest
from inspel_app.services.jobs import Job
from inspel_app.services.theming import THEMES, propose, themes_maker
from inspel_app.store.project import Project


def analyse(project: Project, by: str | None = None) -> Job:
    """Make anew whatever is older than what it is made of; a person's work is left as it is."""
    yield from suggest(project, by=by)
    yield from propose(project, by)


def is_outdated(project: Project) -> bool:
    """Whether other models, or another version of the program, made the machine's work."""
    made = {POINTS: points_maker(), THEMES: themes_maker()}
    runs = filter(None, map(project.current_run, made))
    return any(run.model != made[run.kind] for run in runs)


def is_stale(project: Project) -> bool:
    """Whether any of the machine's work is older than what it is made of; not if there is none."""
    if not project.passage_counts():
        return False
    return any(_has_work(job) for job in (suggest(project), propose(project)))


def _has_work(job: Job) -> bool:
    """Whether a job has anything to do; it is closed before it does it."""
    begun = next(job)
    job.close()
    return begun.done < begun.total
