"""The commands: each turns its arguments into an Answer by calling the services."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from inspel_app.cli import reports
from inspel_app.cli.agreement import show_agreement
from inspel_app.cli.checkouts import give_back, lend
from inspel_app.cli.codebook import codebook
from inspel_app.cli.compose import compose
from inspel_app.cli.doubts import correct, list_doubts
from inspel_app.cli.earlier import earlier
from inspel_app.cli.handling import handling
from inspel_app.cli.likeness import compare_two, decide, list_duplicates
from inspel_app.cli.listing import list_inspel
from inspel_app.cli.masked import list_masked
from inspel_app.cli.merging import merging
from inspel_app.cli.output import Answer, Cancelled, following
from inspel_app.cli.persons import person, weeding
from inspel_app.cli.rank import rank
from inspel_app.cli.received import received
from inspel_app.cli.respondents import respondents
from inspel_app.cli.round_facts import round_facts
from inspel_app.cli.search import find
from inspel_app.cli.secrecy import secrecy
from inspel_app.cli.self_test import self_test
from inspel_app.cli.strategy_text import became, reasons, text
from inspel_app.cli.tagging import tag
from inspel_app.cli.themes import of_themes
from inspel_app.cli.todo import todo
from inspel_app.domain.synthesis import Audience, ReportKind
from inspel_app.errors import DiskError, UsageError
from inspel_app.i18n import _
from inspel_app.resources.settings import user
from inspel_app.services.accounts import ACCOUNTS, check_letters, export_account, letters_to
from inspel_app.services.analysing import age_of, analyse
from inspel_app.services.browsing import overview
from inspel_app.services.checking import check_files
from inspel_app.services.cluster import Cluster
from inspel_app.services.coding import suggest
from inspel_app.services.files import files_in, passed_over
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import Job, Outcome, Progress, finish
from inspel_app.services.past import nothing_to_undo, past
from inspel_app.services.reporting import export, usual_audience
from inspel_app.services.rounds import Project, codebook_of, keep_copy, new_round
from inspel_app.services.saving import folder_for
from inspel_app.services.theming import propose
from inspel_app.services.todo import tasks
from inspel_app.services.word_files import Update
from inspel_app.services.workers import WorkerPool

PROJECT = "omgang.inspel"
SYNTHESIS = "syntes"
MADE_BY_RUN = ("docx", "xlsx", "html", "json")


def _run(args: Namespace) -> Answer:
    files = files_in(args.files)
    round_file = args.folder / PROJECT
    _refuse_again(round_file)
    with folder_for(args.folder):
        made_round = _made(round_file, args)
    with made_round as project:
        with WorkerPool(args.jobs) as readers:
            outcomes = _import_into(project, files, readers)
        _follow(analyse(project, user()))
        made = [args.folder / f"{SYNTHESIS}.{file_format}" for file_format in MADE_BY_RUN]
        for path in made:
            file_format = path.suffix[1:]
            export(project, file_format, path, usual_audience(file_format), by=user())
        rows, themes, waiting = overview(project), project.themes(), tasks(project)
        passages = project.passage_counts()
    hidden = passed_over(args.files)
    return reports.of_run(outcomes, hidden, waiting, rows, passages, themes, [round_file, *made])


def _refuse_again(round_file: Path) -> None:
    """Tell how to go on with a round that an earlier run has left, whole or broken off."""
    if round_file.exists():
        raise UsageError(
            _("I mappen {folder} finns redan en omgång.").format(folder=round_file.parent),
            _(
                "Fortsätt med den (inspel import {path} FILER, och sedan suggest, themes och "
                "export), eller välj en annan mapp."
            ).format(path=round_file),
        )


def _new(args: Namespace) -> Answer:
    _made(args.project, args).close()
    return reports.of_files([args.project])


def _made(path: Path, args: Namespace) -> Project:
    """A new round with the facts that were given."""
    return new_round(
        path,
        strategy=args.strategy,
        form=args.form,
        title=args.title,
        dnr=args.dnr,
        deadline=args.deadline,
    )


def _import(args: Namespace) -> Answer:
    with Cluster(args.cluster) if args.cluster else WorkerPool(args.jobs) as readers:
        no_copy = _no_copy(args.project)
        with Project.open(args.project) as project:
            outcomes = _import_into(project, args.files, readers)
            answer = reports.of_import(outcomes, passed_over(args.files), tasks(project))
    return replace(answer, parts=(*answer.parts, *no_copy))


def _no_copy(path: Path) -> tuple[str, ...]:
    """Copy the round as it was before; why there is no copy, if there is none."""
    try:
        keep_copy(path)
    except DiskError as error:
        return (str(error),)
    return ()


def _suggest(args: Namespace) -> Answer:
    with Project.open(args.project) as project:
        before = project.passages()
        _follow(suggest(project, learn=args.learn, by=user()))
        return reports.of_passages(project.passages(), before)


def _themes(args: Namespace) -> Answer:
    with Project.open(args.project) as project:
        _follow(propose(project, user()))
        return of_themes(project.themes(), project.passages(), codebook_of(project))


def _export(args: Namespace) -> Answer:
    audience = args.audience or usual_audience(args.format)
    if args.template and args.format != "docx":
        raise UsageError(_("Bara Word-filer har en mall."), _("Ange --format docx."))
    with Project.open(args.project) as project:
        if args.report is ReportKind.SYNTHESIS:
            update = export(project, args.format, args.file, audience, args.template, user())
        else:
            update = _export_answers(project, args, audience)
        age = age_of(project)
        told = args.report is ReportKind.LETTERS
        letters = check_letters(project, audience) if told else None
    return reports.of_files([args.file], update, age, letters)


def _export_answers(project: Project, args: Namespace, audience: Audience) -> Update | None:
    """Write what tells how points are handled; letters lie in a folder."""
    if args.format != "docx":
        raise UsageError(
            _("{report} skrivs bara i Word.").format(report=args.report),
            _("Ange --format docx."),
        )
    if args.report in ACCOUNTS:
        return export_account(project, args.report, args.file, audience, args.template, user())
    _follow(letters_to(project, args.file, audience, args.template, user()))
    return None


def _log(args: Namespace) -> Answer:
    with Project.open(args.project) as project:
        return reports.of_log(project.log(), project.runs(), project.taken(), past(project))


def _undo(args: Namespace) -> Answer:
    with Project.open(args.project) as project:
        return reports.of_action(project.undo(user()), nothing_to_undo(project))


def _redo(args: Namespace) -> Answer:
    with Project.open(args.project) as project:
        return reports.of_action(project.redo(user()), _("Det finns inget att göra om."))


def _check(args: Namespace) -> Answer:
    return reports.of_check(list(check_files(args.files, mend=args.repair)))


def _import_into(
    project: Project, paths: list[Path], readers: WorkerPool | Cluster
) -> list[Outcome]:
    """What became of the files.

    Raises:
        Cancelled: Ctrl-C between two steps; it tells of the files that were finished.
    """
    finished: list[Outcome] = []
    with following() as show:

        def report(progress: Progress) -> None:
            if progress.outcome is not None:
                finished.append(progress.outcome)
            try:
                show(progress)
            except KeyboardInterrupt as stop:
                raise Cancelled(reports.of_import(finished)) from stop

        return finish(import_files(project, paths, readers, user(), readers.ahead), report)


def _follow(job: Job) -> None:
    with following() as report:
        finish(job, report)


COMMANDS: Mapping[str, Callable[[Namespace], Answer]] = {
    "run": _run,
    "new": _new,
    "import": _import,
    "suggest": _suggest,
    "themes": _themes,
    "export": _export,
    "rank": rank,
    "doubts": list_doubts,
    "correct": correct,
    "received": received,
    "round": round_facts,
    "respondents": respondents,
    "log": _log,
    "masked": list_masked,
    "undo": _undo,
    "redo": _redo,
    "check": _check,
    "codebook": codebook,
    "duplicates": list_duplicates,
    "agreement": show_agreement,
    "compare": compare_two,
    "decide": decide,
    "earlier": earlier,
    "list": list_inspel,
    "todo": todo,
    "tag": tag,
    "handle": handling,
    "text": text,
    "reasons": reasons,
    "outcome": became,
    "compose": compose,
    "merge": merging,
    "checkout": lend,
    "checkin": give_back,
    "search": find,
    "secrecy": secrecy,
    "person": person,
    "weed": weeding,
    "self-test": self_test,
}
