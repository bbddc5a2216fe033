"""Tries the main job on the example round: whether this installation is whole."""

import sys
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple

from inspel_app.errors import ProjectError
from inspel_app.i18n import _
from inspel_app.resources import resource_dir
from inspel_app.services.analysing import analyse
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import Progress, Result, finish
from inspel_app.services.pages import has_pages, render_page
from inspel_app.services.reporting import FORMATS, export, usual_audience
from inspel_app.services.rounds import Project, new_round
from inspel_app.services.tagging import Tagging
from inspel_app.services.workers import WorkerPool

_SCALE = 200 / 72
"""A scan of 200 dots per inch; a page that is drawn at scale 1 has 72."""
_SOUND = {Result.READ, Result.DOUBTS}
_NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}


class Check(NamedTuple):
    """One part of the job: its name, and what came of it."""

    name: str
    told: str


def make_checks(folder: Path) -> Iterator[Check]:
    """Do the main job in an empty folder, a part at a time; the round is `round_in` it.

    Raises:
        ProjectError: a part did not give what it should.
        KnownError: as each part tells, such as for a missing component.
    """
    with new_round(round_in(folder)) as project:
        yield Check(_("läsning"), _read(project, material(folder / "inkommet")))
        finish(analyse(project), _say_nothing)
        told = _("{points} synpunkter, {themes} teman")
        points, themes = len(project.passages()), len(project.themes())
        _require(points and themes, _("Inga synpunkter eller teman hittades."))
        yield Check(_("förslag och teman"), told.format(points=points, themes=themes))
        yield Check(_("kodning, ångrad och gjord om"), _tag(project))
        yield Check(_("export"), _export(project, folder))


def round_in(folder: Path) -> Path:
    """The round that the checks make: with a name that not every system handles well."""
    return folder / "självtest åäö.inspel"


def refuse_network() -> None:
    """Have every try of this process to reach a network fail, until it ends."""

    def refuse(event: str, _args: tuple[object, ...]) -> None:
        if event in _NETWORK:
            told = _("Programmet försökte nå ett nätverk ({event}).")
            raise ProjectError(told.format(event=event))

    sys.addaudithook(refuse)


def material(folder: Path) -> Path:
    """A folder with the example's inspel, and one of them as a scan and one in a mail."""
    folder.mkdir()
    files = sorted((resource_dir() / "exempel" / "inspel").iterdir())
    for file in files:
        (folder / file.name).write_bytes(file.read_bytes())
    pdf = next(f for f in files if has_pages(f.read_bytes()))
    (folder / "skannad.png").write_bytes(render_page(pdf.read_bytes(), 1, _SCALE))
    (folder / "brev.eml").write_bytes(_mail(next(f for f in files if f.suffix == ".docx")))
    return folder


def _mail(attachment: Path) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = "avsandare@example.org", "registrator@example.org"
    mail["Subject"], mail["Date"] = "Inspel", "Mon, 02 Jun 2025 09:00:00 +0200"
    mail.set_content("Hej! Vårt inspel är bifogat, med ett tillägg från styrelsen.")
    mail.add_attachment(
        attachment.read_bytes(), "application", "octet-stream", filename=attachment.name
    )
    return bytes(mail)


def _read(project: Project, folder: Path) -> str:
    with WorkerPool() as pool:
        outcomes = finish(import_files(project, [folder], pool), _say_nothing)
    failed = [one.name for one in outcomes if one.result not in _SOUND | {Result.JOINED}]
    _require(not failed, _("Filerna gick inte att läsa: {names}.").format(names=", ".join(failed)))
    answers = sum(len(one.answers) for one in project.submissions())
    return _("{files} filer, {answers} svar").format(files=len(outcomes), answers=answers)


def _tag(project: Project) -> str:
    tagging = Tagging(project, _("Självtest"))
    point = next(p for p in project.passages() if p.assignments)
    done = tagging.accept([point.id])
    kept = project.passages()
    tagging.undo()
    _require(project.passages() != kept, _("Kodningen gick inte att ångra."))
    tagging.redo()
    _require(project.passages() == kept, _("Kodningen gick inte att göra om."))
    return done.name


def _export(project: Project, folder: Path) -> str:
    for file_format in FORMATS:
        export(project, file_format, folder / f"syntes.{file_format}", usual_audience(file_format))
    return ", ".join(FORMATS)


def _require(truth: object, told: str) -> None:
    if not truth:
        raise ProjectError(told, _("Installera om programmet."))


def _say_nothing(_progress: Progress) -> None:
    """The checks tell what came of a part, not how far it is."""
