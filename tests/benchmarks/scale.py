"""What a round costs as it grows: `python -m tests.benchmarks.scale [--write] [--all] [SIZE ...]`.

Inspel are made of the example round's own statements, always the same ones: places and numbers are
changed and statements put together by chance. They go the whole way but for the reading of files:
kept as an import keeps them, compared with each other, cut, given suggestions, searched, and put
in themes. Figures are of processor time. With --write they go into docs/skala.md.
"""

import hashlib
import math
import random
import re
import resource
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import ActorType, Answer, Respondent, SourceFile, Submission
from inspel_app.resources.gazetteer import load_gazetteer
from inspel_app.services.coding import suggest
from inspel_app.services.duplicates import renew_links
from inspel_app.services.jobs import Job, Progress, finish
from inspel_app.services.register import Register
from inspel_app.services.rounds import new_round
from inspel_app.services.searching import search
from inspel_app.services.theming import propose
from inspel_app.store.project import Project
from tests.benchmarks.labelled import Statement, statements
from tests.benchmarks.own_set import FOLDER
from tests.benchmarks.plots import curves, put, table
from tests.benchmarks.tagging import seconds

SIZES = (1_000, 10_000)
ANALYSED = 10_000
"""Inspel in the largest round that is analysed unless `--all` is said: more takes hours."""

ASKED = ("buss", "bussar och", "digitalisering", "finnsinte")
DOCS = Path(__file__).parents[2] / "docs"
_SEED = 2026
_SAVED = 100
"""Inspel after which the action is saved; an import does so after each, and waits for the disk."""

Figures = dict[str, float]


def submissions(count: int) -> Iterator[tuple[Submission, str]]:
    """So many inspel, the same ones each time, with the text of each."""
    chance = random.Random(_SEED)
    told = [s for s in statements(FOLDER / "korpus.json") if s.field]
    towns = sorted(load_gazetteer().towns)
    for number in range(count):
        yield _submission(number, told, towns, chance)


def _submission(
    number: int, told: Sequence[Statement], towns: Sequence[str], chance: random.Random
) -> tuple[Submission, str]:
    town, name = chance.choice(towns), f"i{number}"
    parts = [
        (s.field, _altered(s.text, town, chance)) for s in chance.sample(told, chance.randint(2, 4))
    ]
    whole = "\n\n".join(text for _field, text in parts)
    sha256, start, answers = hashlib.sha256(whole.encode()).hexdigest(), 0, []
    for n, (field, text) in enumerate(parts):
        place = (Location(sha256, start, start + len(text)),)
        answers.append(Answer(f"{name}.{n}", field, text, Method.TEXT, place))
        start += len(text) + 2
    kind = chance.choice(list(ActorType))
    who = Respondent(f"{town}s intresseförening {number}", type=kind, municipality=town)
    file = SourceFile(f"{name}.txt", sha256)
    return Submission(name, (file,), form="f", respondent=who, answers=tuple(answers)), whole


def _altered(text: str, town: str, chance: random.Random) -> str:
    """A statement as somebody else might say it: of another place, with other numbers."""
    other = re.sub(r"\d+", lambda _digits: str(chance.randint(2, 999)), text)
    return f"{other} Det gäller {town}, {chance.randint(10, 9999)} invånare."


def figures(count: int, folder: Path, *, analysed: bool) -> Iterator[tuple[str, float]]:
    """Each step of a round of so many inspel, and its seconds."""
    with new_round(folder / f"{count}.inspel") as project:
        yield "store", seconds(lambda: _keep(project, count))
        yield "duplicates and campaigns", seconds(lambda: _compare(project))
        yield "a search", min(_searched(project) for _try in range(2))
        if analysed:
            yield "passages and suggestions", seconds(lambda: _done(suggest(project)))
            yield "themes", seconds(lambda: _done(propose(project)))


def _keep(project: Project, count: int) -> None:
    with project.action("Läs in") as action:
        register = Register(project)
        for n, (submission, text) in enumerate(submissions(count)):
            (file,) = submission.files
            project.add_original(text.encode(), file.sha256)
            register.keep(submission, {file.sha256: text})
            if n % _SAVED == 0:
                action.save()


def _compare(project: Project) -> None:
    with project.action("Jämför"):
        renew_links(project)


def _searched(project: Project) -> float:
    return seconds(lambda: [search(project, asked, 8) for asked in ASKED]) / len(ASKED)


def _done(job: Job) -> None:
    def ignore(_progress: Progress) -> None:
        pass

    finish(job, ignore)


def main(sizes: Sequence[int], *, write: bool, everything: bool) -> None:
    """Measure rounds of these sizes, and print or write each figure as it comes: none is lost."""
    found: dict[int, Figures] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            found[size] = {}
            for name, cost in figures(size, Path(folder), analysed=everything or size <= ANALYSED):
                found[size][name] = cost
                print(f"{size:8} {name:28}{cost:10.3f} s  {_memory():6.0f} MB", flush=True)  # noqa: T201 - what it is for
                if write:
                    _write(found)


def _memory() -> float:
    """The most megabytes that the program has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _write(found: dict[int, Figures]) -> None:
    steps = list(found[min(found)])
    heads = ["step (seconds of processor time)", *(f"{size:,}" for size in found), "grows as n to"]
    rows = [
        [s, *(f"{f[s]:.3g}" if s in f else "–" for f in found.values()), _power(s, found)]
        for s in steps
    ]
    put(DOCS / "skala.md", "figures of scale", table(heads, rows))
    lines = {s: [(float(n), f[s]) for n, f in found.items() if s in f] for s in steps}
    curves(lines, "inspel", "seconds", DOCS / "bilder" / "skala.svg")


def _power(step: str, found: dict[int, Figures]) -> str:
    """The power by which a step grows between the two largest sizes; 1 is in proportion."""
    measured = [(n, f[step]) for n, f in found.items() if step in f][-2:]
    if len(measured) < 2:
        return "–"
    (few, small), (many, large) = measured
    return f"{math.log(large / small) / math.log(many / few):.2f}"


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    main(given or SIZES, write="--write" in sys.argv, everything="--all" in sys.argv)
