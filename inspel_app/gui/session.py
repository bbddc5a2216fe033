"""The round that is open, as the pages of the window see it: what is in it, and what happens."""

import gc
import linecache
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inspel_app.errors import DamagedError, KnownError
from inspel_app.gui import words
from inspel_app.gui.background import Background
from inspel_app.gui.faults import explain
from inspel_app.gui.holding import Hold
from inspel_app.gui.preferences import Preferences
from inspel_app.gui.runner import Ended, JobRunner
from inspel_app.i18n import _, ngettext
from inspel_app.services.analysing import analyse, is_outdated, lacks_work
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import Job, Outcome, Progress, Result
from inspel_app.services.passage_queue import Queue
from inspel_app.services.past import back_to
from inspel_app.services.rounds import LogEntry, Project, keep_copy
from inspel_app.services.steps import Steps, steps
from inspel_app.services.tagging import Done, Tagging, read_queue
from inspel_app.services.workers import WorkerPool

FEW = 500
"""Passages that are read in less than a twentieth of a second, and so at once."""
_KEPT = {Result.READ, Result.DOUBTS, Result.UNREADABLE}


class Session(QObject):
    """At most one open round, and at most one job on it.

    Nothing here is called by other threads: `poll` fetches what a job has told.
    """

    opened = Signal()
    """Another round is open, or none."""
    leaving = Signal()
    """The round is about to be closed: what is being written should be kept."""
    changed = Signal(object)
    """The round is no longer the same: the ids of the passages that changed; None is anything."""
    passages_read = Signal()
    """`tagging` is there."""
    progressed = Signal(Progress)
    job_ended = Signal()
    told = Signal(str, bool)
    """Something to tell the user: the text, and whether the last action can be undone from it."""
    failed = Signal(str)
    damaged = Signal(Path, str)
    """A round cannot be opened because it is damaged: where it is, and what to tell of it."""
    outdated = Signal()
    """Other models, or another version of the program, made the suggestions and themes."""
    files_read = Signal()
    """It has been told what became of files; more can be told of each."""

    def __init__(
        self, parent: QObject | None = None, preferences: Preferences | None = None
    ) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.preferences = preferences or Preferences(self)
        self.preferences.changed.connect(self._follow_preferences)
        self.pool = WorkerPool()
        self.drawers = WorkerPool(1)
        """Draws what is looked at, which need not wait for files that are being read."""
        self._runner = JobRunner()
        self.outcomes: list[Outcome] = []
        """What has become of the files of the import under way so far."""
        self._tagging: Tagging | None = None
        self._then: Callable[[], None] | None = None
        self._reads, self._steps = False, 0  # whether the job reads files, and how many it is of
        self._hold: Hold | None = None
        self._copying, self._reading = Background[Path | None](), Background[Queue]()
        self._dating = Background[tuple[bool, bool]]()
        self.holder: str | None = None
        """Who else has the round open, and may write in it; None if we may."""

    @property
    def busy(self) -> bool:
        """Whether a job runs; meanwhile nothing else may be written."""
        return self._runner.busy

    @property
    def paused(self) -> bool:
        """Whether the job waits."""
        return self._runner.paused

    @property
    def user(self) -> str:
        """Who does what is done, for the history."""
        return self.preferences.settings.user

    def show(self, project: Project) -> None:
        """Go over to another round."""
        self.leave()
        self.project, self._hold = project, Hold(project.path)
        self.holder = None if self._hold.take(self.user) else self._hold.holder()
        self.opened.emit()
        if not self.holder:
            self._copying.ask(project.path, lambda p: keep_copy(p.path))
            self._dating.ask(project.path, lambda p: (lacks_work(p), is_outdated(p)))
        linecache.clearcache()  # Qt's binding leaves the source of all modules there: 25 MB
        gc.freeze()  # Python would go through all that is kept of a large round again and again
        if self.holder:
            self._refuse()

    def open(self, path: Path) -> None:
        """Open the round at a path, or tell why it cannot be."""
        try:
            self.show(Project.open(path))
        except DamagedError as error:
            self.damaged.emit(path, error.message)
        except KnownError as error:
            self.failed.emit(explain(error))

    def leave(self) -> None:
        """Close the round; a job ends first and keeps what it has finished."""
        self._dating.forget()
        self._runner.stop()
        self._then = None  # nothing more is begun; what lacks is made when it is opened again
        self.poll()
        if self.project:
            self.leaving.emit()
            self.project.close()
            self.project = self.holder = None
            self._read_anew()
            if self._hold:
                self._hold.release()
            gc.unfreeze()
            self.opened.emit()

    def close(self) -> None:
        """Close the round and end the child processes."""
        self.leave()
        self._copying.close()
        self._dating.close()
        self._reading.close()
        self.pool.shutdown(cancel_futures=True)
        self.drawers.shutdown(cancel_futures=True)

    @property
    def tagging(self) -> Tagging | None:
        """The work on the round's passages; None while many are read beside the window."""
        self.read_passages()
        return self._tagging

    def read_passages(self) -> bool:
        """Whether the passages are read; if not they will be, and `passages_read` tells."""
        if self._tagging is None and self.project and not self._reading.busy:
            if self.project.has_more_passages(FEW):
                self._reading.ask(self.project.path, read_queue)
            else:
                self._tagging = Tagging(self.project, self.user)
        return self._tagging is not None or self.project is None

    def _take_passages(self) -> None:
        """Go over to the passages that have been read, if they have."""
        queue = self._reading.fetch()
        if queue is not None and self.project:
            self._tagging = Tagging(self.project, self.user, queue)
            gc.freeze()  # as in `show`
            self.passages_read.emit()

    def _read_anew(self) -> None:
        """Let go of the passages, which are no longer as they were read."""
        self._tagging = None
        self._reading.forget()

    def act(self, do: Callable[[Tagging], Done]) -> Done:
        """Do something with passages, and tell what; nothing is done while a job runs."""
        if not self.may_write() or self.tagging is None:
            return Done()
        try:
            done = do(self.tagging)
        except KnownError as error:
            self.failed.emit(explain(error))
            return Done()
        self._follow(done, undoable=True)
        return done

    def change(self, do: Callable[[Project, str], object]) -> bool:
        """Do one action with the round in the user's name, and tell which; whether it was done."""
        if not self.may_write() or self.project is None:
            return False
        before = self.project.last_change()
        try:
            do(self.project, self.user)
        except KnownError as error:
            self.failed.emit(explain(error))
            return False
        done = self.project.last_change() > before
        if done:
            last, _redo = self.project.next_steps()
            self._follow(self._seen(last), undoable=True)
        return done

    def steps(self) -> Steps:
        """What undo and redo would do now."""
        return steps(self.project) if self.project and self.free else Steps(None, None)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Begin to take in files and folders."""
        self._run(
            lambda project: import_files(project, paths, self.pool, self.user),
            _("Börjar läsa …"),
            then=self.analyse,
            reads=True,
        )

    def analyse(self) -> None:
        """Begin to make points, suggestions and themes of what has come in since last time."""
        self._run(lambda project: analyse(project, self.user), _("Delar upp svaren i synpunkter"))

    def change_beside(self, do: Callable[[Project, str], object], text: str) -> None:
        """The same beside the window, for what takes its time; `text` says what goes on."""

        def job(project: Project) -> Job:
            yield Progress(0, 1, text)
            do(project, self.user)

        self._run(job, text, then=lambda: self.told.emit(self.steps().undo or "", True))

    def pause(self) -> None:
        """Have the job wait, or go on if it does."""
        self._runner.pause()

    def cancel(self) -> None:
        """Ask the job to end."""
        self._runner.cancel()

    def undo(self) -> None:
        """Take back the last action."""
        self._step(forward=False)

    def redo(self) -> None:
        """Do again what was undone."""
        self._step(forward=True)

    def go_back(self, number: int) -> None:
        """Undo all that was done after an action."""
        if not self.may_write() or self.project is None:
            return
        try:
            undone = back_to(self.project, number, self.user)
        except KnownError as error:
            self.failed.emit(explain(error))
            return
        self._read_anew()
        self.changed.emit(None)
        text = ngettext("{n} åtgärd ångrades.", "{n} åtgärder ångrades.", len(undone))
        self.told.emit(text.format(n=len(undone)), False)

    def poll(self) -> None:
        """Pass on what has been told since last time: by the job, and of the round itself."""
        try:
            self._copying.fetch()
            if not (self.busy or self._copying.busy):  # the copy is of the round as it was left
                self._heed(self._dating.fetch())
            self._take_passages()
        except KnownError as error:
            self.failed.emit(explain(error))
        for news in self._runner.news():
            if isinstance(news, Ended):
                self._end(news)
                continue
            self._steps = news.total
            if news.outcome:
                self.outcomes.append(news.outcome)
            self.progressed.emit(news)

    @property
    def free(self) -> bool:
        """Whether there is a round, and anything may be done with it now."""
        return self.project is not None and not self.busy and self.holder is None

    def may_write(self) -> bool:
        """Whether anything may be done now; says why not, and what to do."""
        if self.holder:
            self._refuse()
        elif self.busy:
            text = _("Inget ändrades, för arbetet som visas överst pågår. Vänta, eller avbryt det.")
            self.told.emit(text, False)
        return self.free

    def _refuse(self) -> None:
        text = _(
            "{holder} har omgången öppen. Här kan den bara läsas. Stäng den där och öppna den "
            "här igen för att arbeta i den."
        )
        self.failed.emit(text.format(holder=self.holder))

    def _run(
        self,
        make: Callable[[Project], Job],
        text: str,
        then: Callable[[], None] | None = None,
        *,
        reads: bool = False,
    ) -> None:
        if not self.may_write() or self.project is None:
            return
        self.outcomes, self._then, self._reads = [], then, reads
        self._runner.start(self.project.path, make)
        self.progressed.emit(Progress(0, 0, text))

    def _end(self, end: Ended) -> None:
        self._read_anew()
        self.job_ended.emit()
        self.changed.emit(None)
        if end.error:
            self.failed.emit(explain(end.error))
            return
        if self._reads:
            kept = any(outcome.result in _KEPT for outcome in self.outcomes)
            self.told.emit(_summary(self.outcomes, self._steps), kept)
        elif end.cancelled:
            self.told.emit(_("Avbrutet. Det som hann bli klart finns kvar."), False)
        if self.outcomes:
            self.files_read.emit()
        if self._then and (self._reads or not end.cancelled):  # what was read is worked on
            self._then()

    def _heed(self, state: tuple[bool, bool] | None) -> None:
        """Make what the round lacks, where it may be written; offer to renew what is outdated."""
        lacks, outdated = state or (False, False)
        if lacks and self._hold and self._hold.held:
            self.analyse()
            text = _(
                "Alla inspel hade inte fått synpunkter och teman; de görs nu. Om en inläsning "
                "avbröts: läs in filerna igen, så kommer de med som saknas."
            )
            self.told.emit(text, False)
        elif outdated:
            self.outdated.emit()

    def _follow_preferences(self) -> None:
        """Go on in the user's name, and show the round as it now looks."""
        if self._tagging:
            self._tagging.by = self.user
        if self.project:
            self.changed.emit(())

    def _step(self, *, forward: bool) -> None:
        if not self.may_write() or self.project is None:
            return
        step = self.project.redo if forward else self.project.undo
        try:
            done = self._seen(step(self.user))
        except KnownError as error:
            self.failed.emit(explain(error))
            return
        self._follow(done, undoable=False)

    def _seen(self, entry: LogEntry | None) -> Done:
        """What an action has changed; what is kept in memory follows it, or is read again."""
        if entry is None or self.project is None:
            return Done()
        touched = self.project.touched(entry.number)
        if self._tagging and not touched.whole:
            return self._tagging.follow(entry)
        self._read_anew()
        return Done(entry.name, whole=touched.whole or bool(touched.answers))

    def _follow(self, done: Done, *, undoable: bool) -> None:
        if done.name:
            self.changed.emit(None if done.whole else done.passages)
            self.told.emit(done.name, undoable)


def _summary(outcomes: Sequence[Outcome], total: int) -> str:
    """What became of the files of `total`, with the names of those that are not in the round."""
    counts = {result: sum(o.result is result for o in outcomes) for result in Result}
    parts = [words.outcome(result, n) for result, n in counts.items() if n]
    text = f"{words.files(len(outcomes))}: {', '.join(parts)}." if parts else ""
    if len(outcomes) < total:
        text = f"{words.cut_off(len(outcomes), total)} {text}"
    refused = (o for o in outcomes if o.result is Result.REFUSED)
    return " ".join([text, *(f"{o.name} – {o.problems[0].message}" for o in refused)]).strip()
