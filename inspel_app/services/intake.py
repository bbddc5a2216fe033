"""Files become inspel in the project: read in child processes, kept in the order of the files."""

import hashlib
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Executor, Future, wait
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from inspel_app.domain.document import Problem
from inspel_app.domain.form import SourceFile, Submission
from inspel_app.errors import UnreadableError
from inspel_app.forms.interpret import submission_id
from inspel_app.i18n import _, ngettext
from inspel_app.services.faults import write_report
from inspel_app.services.files import files_in, load, shown_name
from inspel_app.services.jobs import Job, Outcome, Progress, Result
from inspel_app.services.rounds import form_of
from inspel_app.services.tasks import Reading, read_submission
from inspel_app.store.project import Project

AHEAD = 16
"""How many files may be read before their turn to be kept; bounds the memory."""

PULSE = 0.05
"""Seconds between two signs of life while a file is being read."""


@dataclass(frozen=True, slots=True)
class _Pending:
    """A file that is being read."""

    name: str
    data: bytes
    sha256: str
    reading: Future[Reading]


def import_files(
    project: Project, paths: Iterable[Path], executor: Executor, by: str | None = None
) -> Job:
    """Take in the files and those in the folders; what is already there is passed over.

    The whole batch is one action. Closing the job keeps the files that are finished.

    Raises:
        UnreadableError: there is nothing at a path; then no file is taken in.
    """
    batch = _Batch(project, files_in(paths), executor)
    count = len(batch.files)
    name = ngettext("Läs in {n} fil", "Läs in {n} filer", count).format(n=count)
    with project.action(name, by), suppress(GeneratorExit):
        yield from batch.run()


class _Batch:
    """Files on their way into the project."""

    def __init__(self, project: Project, files: list[Path], executor: Executor) -> None:
        self.files = files
        self._project = project
        self._executor = executor
        form = form_of(project)
        self._templates = (form,) if form else ()
        self._begun: dict[str, str] = {}

    def run(self) -> Job:
        """Take them in, one by one in their own order."""
        total = len(self.files)
        with closing(self._read_ahead()) as items:
            for done, item in enumerate(items):
                if isinstance(item, _Pending):
                    for _pulse in _until_done(item.reading):
                        yield Progress(done, total, item.name)
                    outcome = _keep(self._project, item)
                else:
                    outcome = item
                yield Progress(done + 1, total, f"{outcome.name}: {outcome.result.label}", outcome)

    def _read_ahead(self) -> Generator[_Pending | Outcome, None, None]:
        """Begin with the files some way ahead; give them back in their own order."""
        waiting: deque[_Pending | Outcome] = deque()
        try:
            for path in self.files:
                waiting.append(self._begin(path))
                if len(waiting) > AHEAD:
                    yield waiting.popleft()
            while waiting:
                yield waiting.popleft()
        finally:
            for item in waiting:
                if isinstance(item, _Pending):
                    item.reading.cancel()

    def _begin(self, path: Path) -> _Pending | Outcome:
        """Have a file read, or tell why it is not to be."""
        name = shown_name(path)
        try:
            data = load(path)
        except UnreadableError as error:
            return Outcome(name, Result.REFUSED, problems=(Problem(error.code, str(error)),))
        sha256 = hashlib.sha256(data).hexdigest()
        known = self._begun.get(sha256) or self._project.known(sha256)
        if known:
            return Outcome(name, Result.KNOWN, known)
        self._begun[sha256] = submission_id(sha256)
        reading = self._executor.submit(read_submission, data, name, self._templates)
        return _Pending(name, data, sha256, reading)


def _until_done(reading: Future[Reading]) -> Iterator[None]:
    while not wait([reading], timeout=PULSE).done:
        yield


def _keep(project: Project, pending: _Pending) -> Outcome:
    """Put what was read in the project; a file that could not be read is kept all the same."""
    submission, text = _read(pending)
    project.add_original(pending.data, pending.sha256)
    texts = {} if text is None else {pending.sha256: text}
    kept = project.add_submission(_with_lateness(submission, project), texts)
    result = Result.UNREADABLE if text is None else Result.DOUBTS if kept.problems else Result.READ
    return Outcome(pending.name, result, kept.id, kept.problems)


def _read(pending: _Pending) -> tuple[Submission, str | None]:
    """What was read and the file's text; an inspel without answers and None if it failed."""
    try:
        reading = pending.reading.result()
    except UnreadableError as error:
        problem = Problem(error.code, str(error))
    except Exception as error:  # noqa: BLE001 - a fault of ours must not cost the other files
        message = _("Programmet gjorde fel när filen lästes; en rapport finns i {path}.")
        problem = Problem("programfel", message.format(path=write_report(error)))
    else:
        return reading.submission, reading.text
    source = SourceFile(pending.name, pending.sha256)
    empty = Submission(submission_id(pending.sha256), (source,), problems=(problem,))
    return empty, None


def _with_lateness(submission: Submission, project: Project) -> Submission:
    deadline, received = project.settings.deadline, submission.received
    late = deadline is not None and received is not None and received[:10] > deadline
    return replace(submission, late=late)
