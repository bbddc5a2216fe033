"""Files become inspel in the project: read in child processes, kept in the order of the files."""

import hashlib
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, wait
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

from inspel_app.domain.document import Problem
from inspel_app.domain.form import SourceFile, Status, Submission
from inspel_app.errors import ClusterError, UnreadableError
from inspel_app.forms.interpret import submission_id
from inspel_app.i18n import _, ngettext
from inspel_app.services.duplicates import renew_links
from inspel_app.services.faults import write_report
from inspel_app.services.files import files_in, load, shown_name
from inspel_app.services.imports import Keeper
from inspel_app.services.jobs import Job, Outcome, Progress, Result
from inspel_app.services.receiving import with_lateness
from inspel_app.services.register import Register, join_pieces
from inspel_app.services.rounds import form_of
from inspel_app.services.series import series
from inspel_app.services.tasks import Reading, read_submissions, read_together
from inspel_app.services.workers import AHEAD
from inspel_app.store.project import Project

T = TypeVar("T")

_NOT_NEW = (Result.JOINED, Result.KNOWN, Result.REFUSED)

PULSE = 0.05
"""Seconds between two signs of life while a file is being read."""


@dataclass(frozen=True, slots=True)
class _Pending:
    """A file that is being read."""

    name: str
    data: bytes
    sha256: str
    reading: Future[Reading]


@dataclass(frozen=True, slots=True)
class _Again:
    """A file whose bytes come a second time."""

    name: str
    sha256: str


_Item = _Pending | _Again | Outcome
_Group = list[_Item]
"""Files that may be one inspel."""


def import_files(
    project: Project,
    paths: Iterable[Path],
    executor: Executor,
    by: str | None = None,
    ahead: int = AHEAD,
) -> Job:
    """Take in the files and those in the folders; what is already there is passed over.

    The whole batch is one action, saved file by file: closing the job, or killing the
    program, keeps the files that are finished. So many as `ahead` are read before their turn.

    Raises:
        UnreadableError: there is nothing at a path; then no file is taken in.
        ClusterError: a cluster that was to read them is lost; the files that are finished stay.
    """
    batch = _Batch(project, files_in(paths), executor, ahead)
    with project.action(_action_name(len(batch.files)), by) as action:
        kept, keeper = 0, Keeper(project, by)
        with suppress(GeneratorExit):
            for progress in batch.run():
                if progress.outcome is not None:
                    keeper.keep(progress.outcome)
                    if progress.outcome.result not in _NOT_NEW:
                        kept += 1
                        action.name = _action_name(kept)
                        action.save()
                yield progress
        gone = join_pieces(project)
        if gone:
            action.name = f"{action.name} ({_joined(gone)})"
        renew_links(project)


def _action_name(count: int) -> str:
    return ngettext("Läs in {n} fil", "Läs in {n} filer", count).format(n=count)


def _joined(numbers: Sequence[int]) -> str:
    """Why the running numbers have gaps: the history tells it for good."""
    text = ngettext(
        "nummer {numbers} hör till ett annat inspel och utgår",
        "nummer {numbers} hör till andra inspel och utgår",
        len(numbers),
    )
    return text.format(numbers=", ".join(map(str, numbers)))


class _Batch:
    """Files on their way into the project."""

    def __init__(self, project: Project, files: list[Path], executor: Executor, ahead: int) -> None:
        self.files = files
        self._ahead = ahead
        self._project = project
        self._executor = executor
        form = form_of(project)
        self._templates = (form,) if form else ()
        self._begun: set[str] = set()
        self._came: set[str] = set()
        self._register = Register(project)
        self._deadline = project.settings.deadline

    def run(self) -> Job:
        """Take them in, one by one in their own order."""
        total, done = len(self.files), 0
        with closing(self._read_ahead()) as groups:
            for group in groups:
                for item in group:
                    for _pulse in _until_done(item.reading) if isinstance(item, _Pending) else ():
                        yield Progress(done, total, item.name)
                pending = [item for item in group if isinstance(item, _Pending)]
                readings = {item.sha256: _read(item) for item in pending}
                if joining := self._join(readings.values()):
                    for _pulse in _until_done(joining):
                        yield Progress(done, total, group[0].name)
                    readings |= dict(_together(pending, readings, joining))
                for item in group:
                    outcome, done = self._outcome(item, readings), done + 1
                    yield Progress(done, total, f"{outcome.name}: {outcome.result.label}", outcome)

    def _read_ahead(self) -> Generator[_Group, None, None]:
        """Begin with the files some way ahead; give them back in their own order."""
        waiting: deque[_Group] = deque()
        try:
            for paths in series(self.files):
                waiting.append([self._begin(path) for path in paths])
                while sum(map(len, waiting)) > self._ahead and len(waiting) > 1:
                    yield waiting.popleft()
            while waiting:
                yield waiting.popleft()
        finally:
            for item in chain.from_iterable(waiting):
                if isinstance(item, _Pending):
                    item.reading.cancel()

    def _join(self, readings: Iterable[Reading]) -> Future[tuple[Submission, ...]] | None:
        """Have the pictures of single pages among the files read as one form, if there are some."""
        pages = [reading.page for reading in readings if reading.page]
        if len(pages) <= 1 or not self._templates:
            return None
        return self._executor.submit(read_together, pages, self._templates)

    def _begin(self, path: Path) -> _Item:
        """Have a file read, or tell why it is not to be."""
        name = shown_name(path)
        try:
            data = load(path)
        except UnreadableError as error:
            return Outcome(name, Result.REFUSED, problems=(Problem(error.code, str(error)),))
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in self._begun or self._project.known(sha256):
            return _Again(name, sha256)
        self._begun.add(sha256)
        reading = self._executor.submit(read_submissions, data, name, self._templates)
        return _Pending(name, data, sha256, reading)

    def _outcome(self, item: _Item, readings: Mapping[str, Reading]) -> Outcome:
        """What became of a file whose turn it is; it may have come in another just before."""
        if isinstance(item, Outcome):
            return item
        known = self._project.known(item.sha256)
        if isinstance(item, _Again) or known:
            return Outcome(item.name, self._there(known), known)
        return self._keep(item, readings)

    def _keep(self, pending: _Pending, readings: Mapping[str, Reading]) -> Outcome:
        """Put what was read in the project; a file that could not be read is kept all the same."""
        reading = readings[pending.sha256]
        self._project.add_original(pending.data, pending.sha256)
        for sha256, data in reading.parts.items():
            self._project.add_original(data, sha256)
        kept: list[Submission] = []
        new: list[Submission] = []
        for submission in reading.submissions:
            texts = {
                f.sha256: reading.texts[f.sha256]
                for f in submission.files
                if f.sha256 in reading.texts
            }
            dated = with_lateness(submission, self._deadline)
            one, is_new = self._register.keep(dated, texts)
            kept.append(one)
            if is_new:
                new.append(one)
                self._came.add(one.id)
        problems = tuple(dict.fromkeys(p for s in new for p in s.problems))
        result = _result(reading, new) if new else self._there(kept[0].id)
        return Outcome(pending.name, result, kept[0].id, problems)

    def _there(self, known: str | None) -> Result:
        """What a file is told to be whose inspel is there already."""
        return Result.JOINED if known in self._came else Result.KNOWN


def _together(
    pending: Sequence[_Pending],
    readings: Mapping[str, Reading],
    joining: Future[tuple[Submission, ...]],
) -> Iterator[tuple[str, Reading]]:
    """Pages that are one form, each with the inspel that they are; none where that failed."""
    data = {item.sha256: item.data for item in pending}
    error = joining.exception()
    if isinstance(error, ClusterError):
        raise error
    for one in () if error else joining.result():
        files = [file.sha256 for file in one.files]
        texts = {key: text for f in files for key, text in readings[f].texts.items()}
        whole = Reading((one,), texts, {f: data[f] for f in files})
        yield from ((f, whole) for f in files)


def _result(reading: Reading, new: list[Submission]) -> Result:
    if not any(reading.texts.values()) and any(s.problems for s in new):
        return Result.UNREADABLE
    if all(s.status is Status.EJ_INSPEL for s in new):
        return Result.NO_INSPEL
    return Result.DOUBTS if any(s.problems for s in new) else Result.READ


def _until_done(reading: Future[T]) -> Iterator[None]:
    while not wait([reading], timeout=PULSE).done:
        yield


def _read(pending: _Pending) -> Reading:
    """What was read; an inspel without answers and no text if it failed."""
    try:
        return pending.reading.result()
    except UnreadableError as error:
        problem = Problem(error.code, str(error))
    except ClusterError:
        raise  # it is not the file's fault
    except Exception as error:  # noqa: BLE001 - a fault of ours must not cost the other files
        message = _("Programmet gjorde fel när filen lästes; en rapport finns i {path}.")
        problem = Problem("programfel", message.format(path=write_report(error)))
    source = SourceFile(pending.name, pending.sha256)
    empty = Submission(submission_id(pending.sha256), (source,), problems=(problem,))
    return Reading((empty,), {})
