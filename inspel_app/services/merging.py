"""Several people's work on one round: each in a copy of its own, and taken in.

    taken = merge(project, [Path("anna.inspel"), Path("bo.inspel")], by="anna")
    for quarrel in quarrels(project):
        settle(project, [quarrel], Side.THEIRS, by="anna")

A copy is read where it lies and never written in: what is needed of it is copied first.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from inspel_app.errors import ProjectError, UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.services.duplicates import renew_links
from inspel_app.services.receiving import with_lateness
from inspel_app.store.connection import disk_errors
from inspel_app.store.merging.merge import Merged
from inspel_app.store.project import Project

__all__ = ["Merged", "borrowed", "brought", "merge"]

_SENT_IN = {"submissions", "answers", "settings", "not_kin"}
"""Of what it depends which inspel are alike, and which are late."""


def merge(
    project: Project, copies: Sequence[Path], by: str | None = None, *, dry: bool = False
) -> tuple[Merged, ...]:
    """Take in other copies of the round as one action; with `dry` only see what would come in.

    Raises:
        UsageError: a copy is the round itself, or of another round.
        ProjectError: a copy is damaged, of a newer version, or is being written in; or something
            has been weeded in one of the two alone.
        DiskError: there is no room for a copy of it.
    """
    name = ngettext("Ta in kopian {names}", "Ta in {n} kopior: {names}", len(copies))
    named = name.format(n=len(copies), names=", ".join(path.stem for path in copies))
    with project.trial() if dry else project.action(named, by):
        return tuple(_take_in(project, path) for path in copies)


def _take_in(project: Project, path: Path) -> Merged:
    if path.exists() and path.samefile(project.path):
        raise UsageError(
            _("{file} är omgången själv.").format(file=path.name),
            _("Välj en kopia som någon annan har arbetat i."),
        )
    with borrowed(path) as copy:
        _refuse_strangers(project, copy, path.name)
        merged = project.take_in(copy, path.stem)
    if _SENT_IN & merged.things.keys():
        _renew(project)
    return merged


@contextmanager
def borrowed(path: Path) -> Iterator[Project]:
    """A round as it lies in a file, to be read: in a private copy, brought up to this version.

    Raises:
        ProjectError: there is no such round, it is damaged or newer, or it is being written in.
        DiskError: there is no room for a copy of it.
    """
    if not path.is_file():
        raise ProjectError(
            _("Omgången {path} finns inte.").format(path=path),
            _("Kontrollera namnet på kopian."),
        )
    with tempfile.TemporaryDirectory(prefix="inspel-") as folder:
        private = Path(folder) / path.name
        with disk_errors(path):
            before = _state(path)
            for ending in ("", "-wal"):
                if Path(f"{path}{ending}").exists():
                    shutil.copyfile(f"{path}{ending}", f"{private}{ending}")
            if _state(path) != before:
                raise ProjectError(
                    _("Någon skriver just nu i {file}.").format(file=path.name),
                    _("Stäng omgången där den är öppen, och försök igen."),
                )
        with Project.open(private) as project:
            project.check()
            yield project


def _state(path: Path) -> list[tuple[int, int]]:
    """When and how long the file and its log were written."""
    files = [file for file in (path, Path(f"{path}-wal")) if file.exists()]
    return [(file.stat().st_mtime_ns, file.stat().st_size) for file in files]


def _refuse_strangers(project: Project, copy: Project, name: str) -> None:
    """Refuse a copy of another round, and one in which something else has been weeded."""
    if copy.identity != project.identity:
        raise UsageError(
            _("{file} är ingen kopia av den här omgången.").format(file=name),
            _(
                "Ta in kopior av samma omgång: filen kopieras, eller checkas ut, innan var och en "
                "arbetar i sin. Inspel ur en annan omgång läses in för sig."
            ),
        )
    here, there = (sorted((w.what, w.decision) for w in p.weedings()) for p in (project, copy))
    if here != there:
        what, decision = next(iter({*here} ^ {*there}))
        raise ProjectError(
            _(
                "Det har gallrats i bara den ena av omgången och {file} ({what}, {decision})."
            ).format(file=name, what=what, decision=decision),
            _("Gör samma gallring, med samma beslut, i den andra först."),
        )


def _renew(project: Project) -> None:
    """See anew which inspel are alike, and which are late."""
    deadline = project.settings.deadline
    for submission in project.heads():
        late = with_lateness(submission, deadline).late
        if late != submission.late:
            project.update_submission(submission.id, late=late)
    renew_links(project)


def brought(things: Mapping[str, int]) -> Iterator[str]:
    """What came in, by table, in words; kind by kind."""

    def n(*tables: str) -> int:
        return sum(things.get(table, 0) for table in tables)

    sent, read = n("submissions"), n("answers", "unplaced")
    codes, rejected, marks, notes = n("assignments"), n("rejections"), n("marks"), n("notes")
    cuts, themes, texts = n("cuts"), n("kept_themes"), n("wordings")
    handled, secret = n("handlings", "theme_handlings"), n("secrecies")
    for number, text in (
        (sent, ngettext("{n} inspel", "{n} inspel", sent)),
        (read, ngettext("{n} svar", "{n} svar", read)),
        (codes, ngettext("{n} koppling", "{n} kopplingar", codes)),
        (rejected, ngettext("{n} avvisad kod", "{n} avvisade koder", rejected)),
        (marks, ngettext("{n} markering", "{n} markeringar", marks)),
        (notes, ngettext("{n} anteckning", "{n} anteckningar", notes)),
        (cuts, ngettext("{n} egen synpunkt", "{n} egna synpunkter", cuts)),
        (themes, ngettext("{n} tema", "{n} teman", themes)),
        (handled, ngettext("{n} hantering", "{n} hanteringar", handled)),
        (texts, ngettext("{n} ny text", "{n} nya texter", texts)),
        (secret, ngettext("{n} sekretessmarkering", "{n} sekretessmarkeringar", secret)),
    ):
        if number:
            yield text.format(n=number)
