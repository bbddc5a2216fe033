"""How fast a large round is opened, filtered and learnt from: `python -m tests.benchmarks.tagging`.

The figures are seconds of processor time. The texts are the codebook's own examples, made different
by a number; each inspel is a text file that answers ten fields with two passages each, and one in
ten is a letter.
"""

import hashlib
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, cycle, islice
from pathlib import Path

from inspel_app.domain.coding import Assignment, Codebook, Origin, Passage, Suggestion
from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import ActorType, Answer, Respondent, SourceFile, Submission
from inspel_app.services.grid import Across, grid
from inspel_app.services.jobs import finish
from inspel_app.services.points import Filter, Order, State
from inspel_app.services.rounds import codebook_of, form_of, new_round
from inspel_app.services.tagging import Tagging
from inspel_app.store.project import Project, Run

_ANSWERS = 10
_PARTS = 2
_LEARNT = 250
"""Inspel at which learning is measured: 5,000 passages."""
_DECIDED = 300


def fill(project: Project, inspel: int) -> None:
    """Put so many inspel with their passages and suggestions in a round."""
    codebook = codebook_of(project)
    texts = cycle(e for code in codebook.leaves for e in code.examples)
    leaves = [code.id for code in codebook.leaves]
    passages: list[Passage] = []
    with project.action("Fyll"):
        for number in range(inspel):
            submission, text = _submission(number, texts, leaves)
            (file,) = submission.files
            project.add_original(text.encode(), file.sha256)
            project.add_submission(submission, {file.sha256: text})
            passages += _passages(submission)
    project.save_passages(Run("passages", "", "", ""), passages)
    found = {p.id: _suggestions(n, leaves) for n, p in enumerate(passages)}
    project.save_suggestions(Run("suggestions", "", "", ""), found)


def _submission(number: int, texts: Iterator[str], leaves: Sequence[str]) -> tuple[Submission, str]:
    """An inspel, and all text of its file."""
    name = f"i{number}"
    written = ["\n".join(f"{t} {number}" for t in islice(texts, _PARTS)) for _n in range(_ANSWERS)]
    whole = "\n\n".join(written)
    sha256 = hashlib.sha256(whole.encode()).hexdigest()
    answers, start = [], 0
    for n, text in enumerate(written):
        field = None if number % _ANSWERS == 0 else f"{leaves[(number + n) % len(leaves)]}.behov"
        place = (Location(sha256, start, start + len(text)),)
        answers.append(Answer(f"{name}.{n}", field, text, Method.TEXT, place))
        start += len(text) + 2
    types = list(ActorType)
    who = Respondent(f"Kommun {number}", type=types[number % len(types)], municipality="Umeå")
    file = SourceFile(f"{name}.txt", sha256)
    inspel = Submission(name, (file,), form="f", respondent=who, answers=tuple(answers))
    return inspel, whole


def _passages(submission: Submission) -> Iterator[Passage]:
    for answer in submission.answers:
        code = answer.field.removesuffix(".behov") if answer.field else None
        form = (Assignment(code, "behov", Origin.FORM),) if code else ()
        start = 0
        for line in answer.text.split("\n"):
            end = start + len(line)
            key = f"{answer.id}:{start}-{end}"
            yield Passage(key, submission.id, answer.id, answer.field, start, end, line, form)
            start = end + 1


def _suggestions(number: int, leaves: Sequence[str]) -> list[Suggestion]:
    first = 300 + number % 650
    return [
        Suggestion(leaves[(number + n) % len(leaves)], (first >> 2 * n), "ord: buss, tåg, väg")
        for n in range(5)
    ]


def seconds(do: Callable[[], object]) -> float:
    """What something costs of processor time."""
    begun = time.process_time()
    do()
    return time.process_time() - begun


def figures(project: Project, codebook: Codebook) -> Iterator[tuple[str, float]]:
    """What is measured, and its seconds, in the order of a day's work."""
    opened: list[Tagging] = []
    yield "open", seconds(lambda: opened.append(Tagging(project, "anna")))
    (tagging,) = opened
    queue = tagging.queue
    filters = {
        "code": Filter(code="3"),
        "state": Filter(states=frozenset({State.UNCODED})),
        "sender": Filter(actor_type=ActorType.KOMMUN, municipality="Umeå"),
        "text": Filter(text="bussar och"),
        "all of them": Filter("3", "behov", ActorType.KOMMUN, text="buss", least=300),
    }
    for name, which in filters.items():
        yield f"filter: {name}", seconds(lambda which=which: queue.found(which))  # type: ignore[misc]
    for order in Order:
        yield f"order: {order}", seconds(lambda order=order: queue.found(None, order))  # type: ignore[misc]
    yield "headway and counts", seconds(lambda: (queue.headway(), queue.counts()))
    form = form_of(project)
    yield "grid of codes", seconds(lambda: grid(queue, codebook, form, Across.CODES))
    passage = queue.found()[0].passage.id
    yield "entry", seconds(lambda: tagging.entry(passage))
    yield "assign one", seconds(lambda: tagging.assign(["3.3"], [passage]))
    yield "undo", seconds(tagging.undo)
    some = [p.passage.id for p in queue.found()[:1000]]
    yield "assign 1,000", seconds(lambda: tagging.assign(["3.3"], some))
    yield "preview", seconds(lambda: tagging.preview(900))
    yield "accept all over 90 %", seconds(lambda: tagging.accept_all(tagging.preview(900)))
    yield "undo of that", seconds(tagging.undo)


def learning(project: Project) -> Iterator[tuple[str, float]]:
    """What learning costs with some hundred decisions."""
    tagging = Tagging(project, "anna")
    passages = [point.passage for point in tagging.queue.found()]
    job = lambda: finish(tagging.prepare(), lambda _progress: None)  # noqa: E731 - done once
    yield f"prepare {len(passages)} passages", seconds(job)
    tagging.assign(["3.3"], [p.id for p in passages[:_DECIDED]])
    list(tagging.learn())
    tagging.assign(["4.3"], [passages[_DECIDED].id])
    yield "learn from one more decision", seconds(lambda: list(tagging.learn()))
    yield "split", seconds(lambda: tagging.split(passages[-1].id, len(passages[-1].text) // 2))


def main(inspel: int) -> None:
    """Print the figures of a round of so many inspel, and what learning costs in a usual one."""
    with (
        tempfile.TemporaryDirectory() as folder,
        new_round(Path(folder) / "stor.inspel") as large,
        new_round(Path(folder) / "vanlig.inspel") as usual,
    ):
        fill(large, inspel)
        fill(usual, min(inspel, _LEARNT))
        for name, cost in chain(figures(large, codebook_of(large)), learning(usual)):
            print(f"{name:32}{cost:8.3f}", flush=True)  # noqa: T201 - what it is for


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
