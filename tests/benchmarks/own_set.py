"""The figures on the example round in `resources/exempel`, which need nothing else."""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from inspel_app.domain.coding import Passage
from inspel_app.domain.form import Submission
from inspel_app.resources import load_form, load_strategy, resource_dir
from inspel_app.services.coding import suggest
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import finish
from inspel_app.services.rounds import new_round
from inspel_app.services.theming import propose
from inspel_app.services.workers import WorkerPool
from tests.benchmarks.across import across_figures
from tests.benchmarks.dense import dense_figure
from tests.benchmarks.labelled import Statement, pair, statements, telling, words
from tests.benchmarks.ranking import codebook_figures, learnt_figure, rank_figures
from tests.benchmarks.scorers import (
    Figure,
    b_cubed,
    f1,
    names_f1,
    share,
)

FOLDER = resource_dir() / "exempel"
STRATEGY = "vasterbotten-2020-2030"
FORM = load_form("vasterbotten-2025")
ALIKE_LETTER = 95
"""Per cent of a letter's text that shall be there, as its greeting may be told apart from it."""


@dataclass(frozen=True)
class Found:
    """What the program made of the round, by the inspel's id in the facit."""

    submissions: dict[str, Submission]
    passages: dict[str, list[Passage]]


def measure_own() -> dict[str, Figure]:
    """All figures that the example round gives."""
    facit = json.loads((FOLDER / "facit.json").read_text("utf-8"))
    labelled = statements(FOLDER / "korpus.json")
    found = _run(facit)
    pairs = [(s, pair(s, found.passages[s.inspel])) for s in labelled]
    return {
        "import.digital": _import(facit, found),
        **rank_figures(telling(labelled), STRATEGY),
        "rank.learnt": learnt_figure(telling(labelled), STRATEGY),
        **codebook_figures(),
        **across_figures(),
        "segments.dense": dense_figure(),
        **_codes(pairs),
        **_misplaced(pairs),
        "themes.b_cubed": _themes(pairs),
        **_names(pairs),
    }


def _run(facit: list[dict[str, Any]]) -> Found:
    """The main job, up to the themes."""
    ids = {inspel["file"]: inspel["id"] for inspel in facit}
    files = sorted((FOLDER / "inspel").iterdir())
    with (
        tempfile.TemporaryDirectory() as folder,
        WorkerPool() as pool,
        new_round(Path(folder) / "omgang.inspel", strategy=STRATEGY) as project,
    ):
        for job in (import_files(project, files, pool), suggest(project), propose(project)):
            finish(job, lambda _progress: None)
        submissions = {ids[s.files[0].name]: s for s in project.submissions()}
        passages = project.passages()
    return Found(
        submissions,
        {i: [p for p in passages if p.submission == s.id] for i, s in submissions.items()},
    )


def _import(facit: list[dict[str, Any]], found: Found) -> Figure:
    """A field is right when its words are; a letter when nearly all of its text is there."""
    right = seen = wanted = 0
    for inspel in facit:
        submission = found.submissions[inspel["id"]]
        said = dict(_said(submission))
        if inspel["kind"] == "letter":
            text = "\n".join(a.text for a in submission.answers)
            right += fuzz.partial_ratio(inspel["text"], text) >= ALIKE_LETTER
            wanted, seen = wanted + 1, seen + 1
            continue
        right += sum(words(said.get(k, "")) == words(t) for k, t in inspel["answers"].items())
        wanted, seen = wanted + len(inspel["answers"]), seen + len(said)
    return f1(right, seen, wanted)


def _said(submission: Submission) -> Iterator[tuple[str, str]]:
    """Everything that was read, by field."""
    who = submission.respondent
    about = {
        "organisation": who.organisation,
        "avdelning": who.unit,
        "kontaktperson": who.contact,
        "epost": who.email,
    }
    yield from ((f"bakgrund.{name}", text) for name, text in about.items() if text)
    yield from ((a.field, a.text) for a in submission.answers if a.field)


Pairs = list[tuple[Statement, Passage | None]]


def _codes(pairs: Pairs) -> dict[str, Figure]:
    coded = [(s, p) for s, p in pairs if s.code]
    return {
        "segments.unchanged": share(
            p is not None and words(s.text) == words(p.text) for s, p in pairs
        ),
        "codes.right": share(p is not None and p.code == s.code for s, p in coded),
        "codes.letters": share(p is not None and p.code == s.code for s, p in coded if not s.field),
    }


def _misplaced(pairs: Pairs) -> dict[str, Figure]:
    """Of those in the fields of a leaf: whether they concern another, and are said to."""
    leaves = {code.id for code in load_strategy(STRATEGY).leaves}
    told = [
        (FORM.question(s.field).code != s.code, p is not None and p.misplaced)
        for s, p in pairs
        if s.code and s.field and FORM.question(s.field).code in leaves
    ]
    return {
        "misplaced.precision": share(truth for truth, said in told if said),
        "misplaced.recall": share(said for truth, said in told if truth),
    }


def _themes(pairs: Pairs) -> Figure:
    """Over the statements that a person put in a theme; who has none stands alone."""
    themed = [
        (s.theme, p.theme if p and p.theme else n) for n, (s, p) in enumerate(pairs) if s.theme
    ]
    return b_cubed([theme for theme, _said in themed], [said for _theme, said in themed])


def _names(pairs: Pairs) -> dict[str, Figure]:
    """Over the passages that were labelled; several statements may share one."""
    passages = {p.id: p for _s, p in pairs if p}
    actors: defaultdict[str, list[str]] = defaultdict(list)
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for statement, passage in pairs:
        place = passage.id if passage else f"{statement.inspel}: {statement.text}"
        actors[place] += statement.actors
        sources[place] += statement.sources
    return {
        "names.actors": names_f1(
            actors, {i: [a.text for a in p.actors] for i, p in passages.items()}
        ),
        "names.sources": names_f1(sources, {i: p.sources for i, p in passages.items()}),
    }
