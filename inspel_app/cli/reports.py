"""What the commands answer: the same facts for people and for programs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from inspel_app.cli import todo
from inspel_app.cli.listing import overview_table
from inspel_app.cli.output import Answer, table
from inspel_app.cli.themes import how_many
from inspel_app.domain.clock import shown
from inspel_app.domain.coding import Passage, Theme
from inspel_app.errors import ExitCode, ProjectError
from inspel_app.i18n import _, ngettext
from inspel_app.services.accounts import LetterCheck
from inspel_app.services.analysing import AS_NEW, Age
from inspel_app.services.browsing import Row
from inspel_app.services.checking import Checked, Repaired, told
from inspel_app.services.jobs import Outcome, Result
from inspel_app.services.past import Event, LogEntry, Run, Taken
from inspel_app.services.todo import Task
from inspel_app.services.word_files import Update, lines_of, reason

_FAILED = {Result.UNREADABLE, Result.REFUSED}


def of_run(
    outcomes: Sequence[Outcome],
    hidden: Sequence[str],
    waiting: Sequence[Task],
    rows: Sequence[Row],
    passages: Mapping[str, int],
    themes: Sequence[Theme],
    made: Sequence[Path],
) -> Answer:
    """All that came in, what was found in it, and the files that were made.

    `passages` tells how many each inspel has, by its id.
    """
    intake, files = of_import(outcomes, hidden, waiting), of_files(made)
    counts = {
        "submissions": len(rows),
        "answers": sum(row.answers for row in rows),
        "passages": sum(passages.values()),
        "themes": len(themes),
    }
    telling = [o for o in outcomes if o.result is not Result.READ]
    found = _("{submissions} inspel, {answers} svar, {passages} synpunkter").format(**counts)
    return Answer(
        intake.data | counts | files.data,
        (
            overview_table(rows, passages),
            "",
            *_lines(telling),
            _counts(outcomes),
            *_passed_over(hidden),
            f"{found}, {how_many(themes)}",
            *todo.lines_of(waiting),
            "",
            *files.parts,
        ),
        intake.code,
    )


def of_import(
    outcomes: Sequence[Outcome], hidden: Sequence[str] = (), waiting: Sequence[Task] = ()
) -> Answer:
    """What became of each file, and what waits for a person.

    The `hidden` files in the folders were passed over. It is a problem when a file could not be
    read at all.
    """
    failed = sum(outcome.result in _FAILED for outcome in outcomes)
    code = ExitCode.PROBLEMS if failed else ExitCode.OK
    if failed == len(outcomes):
        code = ExitCode.UNREADABLE
    files = [
        {
            "file": outcome.name,
            "outcome": outcome.result,
            "submission": outcome.submission,
            "problems": [asdict(problem) for problem in outcome.problems],
        }
        for outcome in outcomes
    ]
    parts = (*_lines(outcomes), _counts(outcomes), *_passed_over(hidden), *todo.lines_of(waiting))
    passed = {"passed_over": len(hidden), "passed_over_files": list(hidden)}
    return Answer({"files": files} | passed | todo.data_of(waiting), parts, code)


def _passed_over(hidden: Sequence[str]) -> Iterator[str]:
    if hidden:
        names = ", ".join(dict.fromkeys(hidden))
        yield ngettext(
            "{n} fil i mapparna är inget inspel och lästes inte: {names}.",
            "{n} filer i mapparna är inga inspel och lästes inte: {names}.",
            len(hidden),
        ).format(n=len(hidden), names=names)


def _lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each file, and its problems below."""
    for outcome in outcomes:
        yield f"{outcome.name}: {outcome.result.label}"
        yield from (f"  {problem.message}" for problem in outcome.problems)


def _counts(outcomes: Sequence[Outcome]) -> str:
    """How many files there were, and how it went with them."""
    counts = Counter(outcome.result for outcome in outcomes)
    shares = ", ".join(f"{result.label}: {counts[result]}" for result in Result if counts[result])
    files = ngettext("{n} fil", "{n} filer", len(outcomes)).format(n=len(outcomes))
    return f"{files} ({shares})." if shares else f"{files}."


def of_passages(passages: Sequence[Passage], before: Sequence[Passage]) -> Answer:
    """How many points there are, how many stand in the wrong place, and their languages.

    And how many of those that were there `before` first and foremost concern another part now.
    """
    codes = {p.id: p.code for p in before}
    counts = {
        "passages": len(passages),
        "misplaced": sum(p.misplaced for p in passages),
        "changed": sum(p.id in codes and p.code != codes[p.id] for p in passages),
    }
    text = _("{passages} synpunkter, varav {misplaced} rör en annan del än där de står.")
    languages = Counter(passage.language for passage in passages)
    shares = ", ".join(f"{code} {n}" for code, n in languages.most_common())
    lines = [text.format(**counts)]
    if before:
        changed = ngettext(
            "{n} synpunkt rör nu främst en annan del än förut.",
            "{n} synpunkter rör nu främst en annan del än förut.",
            counts["changed"],
        )
        lines.append(changed.format(n=counts["changed"]))
    if len(languages) > 1:
        lines.append(_("Språk: {shares}.").format(shares=shares))
    return Answer({**counts, "languages": dict(languages)}, tuple(lines))


def of_files(
    made: Sequence[Path],
    update: Update | None = None,
    age: Age = AS_NEW,
    letters: LetterCheck | None = None,
) -> Answer:
    """The files that were made, and the `age` of the work that they tell of.

    `update` is what became of a Word file that was there, `letters` what is not ready in letters.
    """
    paths = [str(path) for path in made]
    told = [_("Skapade {path}").format(path=path) for path in paths]
    now = update or Update()
    told += lines_of(update) if update else ()
    told += [_("Orörd del: {title} ({why})").format(title=o.title, why=reason(o)) for o in now.left]
    told += _aged(age)
    told += letters.told if letters else ()
    untouched = [{"title": one.title, "why": one.why.name.lower()} for one in now.left]
    data: dict[str, object] = {"made": paths, "stale": age.is_stale, "left": untouched}
    data |= {"renewed": list(now.renewed), "kept": list(now.kept)}
    data |= {"outdated": age.outdated, "changed": age.changed}
    return Answer(data | ({"letters": asdict(letters)} if letters else {}), tuple(told))


def _aged(age: Age) -> Iterator[str]:
    """Why the machine's work should be made anew."""
    if age.changed:
        yield _(
            "Inspel eller kopplingar har ändrats sedan förslagen och temana gjordes; "
            "kör inspel suggest och inspel themes och exportera igen."
        )
    if age.outdated:
        yield _(
            "Förslagen och temana är gjorda med en annan version av programmet, strategin eller "
            "blanketten. De gäller fortfarande; gör om dem med inspel suggest och inspel themes om "
            "du vill."
        )


def of_log(
    log: Sequence[LogEntry], runs: Sequence[Run], taken: Sequence[Taken], events: Sequence[Event]
) -> Answer:
    """The history, oldest first; `events` are both actions and runs, the latest first."""
    headings = (_("nr"), _("tid"), _("vem"), _("vad"), _("gäller"))
    data: dict[str, object] = {
        "log": list(map(asdict, log)),
        "runs": list(map(asdict, runs)),
        "taken": [one._asdict() for one in taken],
    }
    rows = [_event(event) for event in reversed(events)]
    return Answer(data, (table(headings, rows, wrapped=(3,)),))


def _event(event: Event) -> tuple[object, ...]:
    if event.number is None:
        return "", shown(event.at), event.by, f"{event.name} ({event.how})", ""
    stands = _("ångrad") if event.undone else _("ja")
    return event.number, shown(event.at), event.by, event.told, stands


def of_action(entry: LogEntry | None, nothing: str) -> Answer:
    """What was undone or done again, or the text for when there was nothing."""
    if entry is None:
        return Answer({"action": None}, (nothing,))
    return Answer({"action": asdict(entry)}, (f"{entry.name}.",))


def of_check(checked: Sequence[Checked]) -> Answer:
    """Each file and what is wrong with it; a damaged project weighs more than a fault."""
    faults = [fault for file in checked for fault in file.faults]
    code = ExitCode.PROBLEMS if faults else ExitCode.OK
    if any(isinstance(fault, ProjectError) for fault in faults):
        code = ExitCode.LOCKED
    files = [
        {
            "file": str(file.path),
            "faults": [str(fault) for fault in file.faults],
            "repaired": _data_of_repair(file.repaired) if file.repaired else None,
        }
        for file in checked
    ]
    return Answer({"files": files}, tuple(chain.from_iterable(map(told, checked))), code)


def _data_of_repair(done: Repaired) -> dict[str, object]:
    return {
        "aside": str(done.aside),
        "copy": str(done.copy) if done.copy else None,
        "lost": None if done.lost is None else [asdict(entry) for entry in done.lost],
    }
