"""A person at work in a round: at random, for ever, telling of each change that is acknowledged.

`work` writes lines of JSON to a file descriptor. `{"begins": n}` stands before a call that will log
n changes (or none, if the program dies in it), `{"done": id, "state": hash}` after it returned: the
number of the latest change, and all that people have sent in and decided as it stands then.
"""

import json
import os
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from inspel_app.domain.form import Submission
from inspel_app.domain.synthesis import Audience
from inspel_app.errors import UsageError
from inspel_app.services.intake import import_files
from inspel_app.services.reporting import export
from inspel_app.services.tagging import Tagging
from inspel_app.services.tasks import Reading
from inspel_app.store.project import Project
from tests.hallbarhet.state import hash_of, state_of
from tests.store.samples import RUN, passages_of, sha256_of, submission

BY = "anna"
CHANGES_OF_INSPEL = 5
"""The inspel, its contact, its file, its two answers."""

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


def inspel_of(name: str) -> Submission:
    """An inspel that is like no other."""
    words = Random(name)
    made = submission(name)
    answers = tuple(replace(a, text="".join(words.choices(_LETTERS, k=40))) for a in made.answers)
    sender = replace(made.respondent, contact=name, email=f"{name}@example.org")
    return replace(made, answers=answers, respondent=sender)


class Read(Executor):
    """In the place of the processes that read: what is in a file is known from its name."""

    def submit(self, *task: Any, **_named: Any) -> Future[Any]:
        _read, data, name, _templates = task
        done: Future[Any] = Future()
        inspel = inspel_of(name.removesuffix(".txt"))
        done.set_result(Reading((inspel,), {sha256_of(data): f"Svar från {name}"}))
        return done


class Worker:
    """One person, who tells on `told` of what is done."""

    def __init__(self, project: Project, folder: Path, dice: Random, told: int) -> None:
        self._project, self._folder, self._dice, self._told = project, folder, dice, told

    def act(self) -> None:
        """Do one thing."""
        steps = [self.take_in, self.tag, self.tag, self.step_back, self.step_on, self.export]
        self._dice.choice(steps)()

    def take_in(self) -> None:
        """Import three files, and cut what they say into passages."""
        files = [self._folder / f"{self._dice.getrandbits(64):x}.txt" for _file in range(3)]
        for file in files:
            file.write_text(file.stem, "utf-8")
        self._begin(CHANGES_OF_INSPEL)
        kept = 0
        for progress in import_files(self._project, files, Read(), BY):
            if progress.outcome is not None:
                kept += 1
                self._done()
                self._begin(CHANGES_OF_INSPEL if kept < len(files) else 0)
        self._done()
        cut = [p for s in self._project.submissions() for p in passages_of(s)]
        self._project.save_passages(RUN, cut)

    def tag(self) -> None:
        """Give some passages a code that they have not."""
        tagging = Tagging(self._project, BY)
        free = [point.passage.id for point in tagging.queue if not point.decided]
        chosen = self._dice.sample(free, min(3, len(free)))
        if chosen:
            self._begin(len(chosen))
            tagging.assign(["3.3"], chosen)
            self._done()

    def step_back(self) -> None:
        """Undo the last action."""
        last, _next = self._project.next_steps()
        if last is not None:
            self._begin(self._project.things_changed()[last.number])
            self._project.undo(BY)
            self._done()

    def step_on(self) -> None:
        """Redo what was undone last."""
        _last, following = self._project.next_steps()
        if following is not None:
            self._begin(self._project.things_changed()[following.number])
            self._project.redo(BY)
            self._done()

    def export(self) -> None:
        """Write an export in the place of an earlier one."""
        kind = self._dice.choice(["json", "xlsx"])
        self._begin(0)
        path = self._folder / f"ut.{kind}"
        try:
            export(self._project, kind, path, Audience.WORK, by=BY)
        except UsageError:  # it was killed with the file in place, and not yet noted as its own
            path.unlink()
            export(self._project, kind, path, Audience.WORK, by=BY)
        self._done(exported=path.name)

    def _begin(self, changes: int) -> None:
        self._tell({"begins": changes})

    def _done(self, **more: str) -> None:
        done, state = self._project.last_change(), hash_of(state_of(self._project.path))
        self._tell({"done": done, "state": state} | more)

    def _tell(self, what: dict[str, object]) -> None:
        os.write(self._told, json.dumps(what).encode() + b"\n")


def work(round_file: Path, seed: int, told: int) -> None:
    """Open a round, of whatever version, and work in it until somebody ends it."""
    with Project.open(round_file) as project:
        worker = Worker(project, round_file.parent, Random(seed), told)
        worker._done()
        while True:
            worker.act()
