"""Rounds: making one, and the strategy, the form and the facts that it goes by."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from inspel_app import __version__
from inspel_app.config import DEFAULT_FORM
from inspel_app.domain.coding import Codebook
from inspel_app.domain.form import FormTemplate
from inspel_app.domain.synthesis import Audience, RoundFacts, Work
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.resources import forms, load_form, load_strategy
from inspel_app.store.copies import keep_copy
from inspel_app.store.history import now
from inspel_app.store.project import LogEntry, Project, ProjectSettings
from inspel_app.synthesis.secret_words import NO_SECRETS, SecretWords, secret_words

ENDING = ".inspel"
_NAME_END = re.compile(r",\s|\s[–—-]\s|:\s")

__all__ = [
    "ENDING",
    "LogEntry",
    "Project",
    "codebook_of",
    "facts_of",
    "form_of",
    "keep_copy",
    "new_round",
    "secrets_of",
    "short_name",
    "work_of",
]


def new_round(
    path: Path,
    *,
    strategy: str | None = None,
    form: str | None = None,
    title: str = "",
    dnr: str = "",
    deadline: date | None = None,
) -> Project:
    """Make a project file, with the form that goes with the strategy where none is named.

    The name of the file ends with `.inspel`, so that people and programs know it.
    A round without a title is called after its strategy and the year.

    Raises:
        UsageError: the file exists or has another ending, a strategy or form is unknown, or they
            do not belong together.
        DataFileError: the strategy or the form has a fault.
        DiskError: the file cannot be written.
    """
    if path.suffix.lower() != ENDING:
        raise UsageError(
            _("{path} slutar inte på {ending}.").format(path=path, ending=ENDING),
            _("Låt namnet på omgången sluta så, som i omgang.inspel."),
        )
    strategy_id, form_id = _strategy_and_form(strategy, form)
    last_day = deadline.isoformat() if deadline else None
    named = title or _usual_title(load_strategy(strategy_id))
    settings = ProjectSettings(named, strategy_id, form_id, dnr, last_day)
    return Project.create(path, settings)


def _usual_title(strategy: Codebook) -> str:
    """The strategy's short name and the year."""
    year = datetime.now(UTC).astimezone().year
    return _("{strategy}: inspel {year}").format(strategy=short_name(strategy), year=year)


def short_name(strategy: Codebook) -> str:
    """The strategy's name, without what follows it as an explanation."""
    return _NAME_END.split(strategy.title, maxsplit=1)[0]


def _strategy_and_form(strategy: str | None, form: str | None) -> tuple[str, str]:
    """The ids of both; form "" where none is made for the strategy: all inspel are letters."""
    if form is None:
        if strategy is None:
            return load_form(DEFAULT_FORM).strategy, DEFAULT_FORM
        found = (f for f in forms() if load_form(f).strategy == load_strategy(strategy).id)
        return strategy, next(found, "")
    template = load_form(form)
    if strategy not in (None, template.strategy):
        raise UsageError(
            _("Blanketten {form} hör inte till strategin {strategy}.").format(
                form=form, strategy=strategy
            ),
            _("Den hör till {strategy}; välj den, eller en annan blankett.").format(
                strategy=template.strategy
            ),
        )
    return template.strategy, form


def codebook_of(project: Project) -> Codebook:
    """The round's strategy."""
    return load_strategy(project.settings.strategy)


def form_of(project: Project) -> FormTemplate | None:
    """The round's form, if it has one."""
    form = project.settings.form
    return load_form(form) if form else None


def work_of(project: Project) -> Work:
    """What people have made of the material, for whatever is told of it."""
    return Work(
        project.handlings(),
        project.composition(),
        project.notes_by_passage(),
        project.secrecies(),
    )


def secrets_of(project: Project) -> SecretWords:
    """The words of what is marked as secret, by which it is known again in files."""
    if not project.secrecies().marks:
        return NO_SECRETS
    return secret_words(
        project.submissions(), project.passages(), project.themes(), work_of(project)
    )


def facts_of(project: Project, audience: Audience) -> RoundFacts:
    """What the synthesis tells about the round itself."""
    settings, form = project.settings, form_of(project)
    return RoundFacts(
        title=settings.title,
        strategy=settings.strategy,
        strategy_title=codebook_of(project).title,
        form=settings.form,
        form_title=form.title if form else "",
        made=now(),
        program=__version__,
        dnr=settings.dnr,
        deadline=settings.deadline,
        audience=audience,
        identity=project.identity,
        signature=settings.signature,
    )
