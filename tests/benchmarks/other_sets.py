"""The figures on labelled sets from other hands, by the scorer that goes with them."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.benchmarks.labelled import statements, telling
from tests.benchmarks.own_set import STRATEGY
from tests.benchmarks.ranking import learnt_figure, rank_figures
from tests.benchmarks.scorers import Figure

# The scorer's line and figure, and how it calls the number of cases, by our key.
_TOLD = {
    "import.digital": ("digital", "f1", "fields"),
    "import.scanned": ("scanned", "f1", "fields"),
    "import.scanned.cer": ("scanned", "cer", "fields"),
    "rank.top1": ("suggest", "top1", "n"),
    "rank.top3": ("suggest", "top3", "n"),
    "rank.macro_f1": ("suggest", "macroF1", "n"),
    "segments.unchanged": ("codes", "segments_unchanged", "n"),
    "codes.right": ("codes", "right", "n"),
    "codes.letters": ("codes", "letters_right", "letters"),
    "misplaced.precision": ("codes", "misplaced_precision", "n"),
    "misplaced.recall": ("codes", "misplaced_recall", "n"),
    "themes.b_cubed": ("themes", "b3f1", "n"),
    "names.actors": ("actors", "f1", "truth"),
    "names.sources": ("sources", "f1", "truth"),
}


def measure_others(sets: Path) -> dict[str, Figure]:
    """All figures that the scorer gives; none where the sets are not there."""
    folder, scorer = sets / "exempel", sets / "verktyg" / "score.py"
    if not (folder.is_dir() and scorer.is_file()):
        return {}
    told = dict(_told(folder, scorer))
    labelled = telling(statements(folder / "korpus.json"))
    scored = {
        key: Figure(float(told[line][figure]), int(told[line][cases]))
        for key, (line, figure, cases) in _TOLD.items()
    }
    calibration = rank_figures(labelled, STRATEGY)["rank.calibration"]
    learnt = learnt_figure(labelled, STRATEGY)
    return scored | {"rank.calibration": calibration, "rank.learnt": learnt}


def _told(folder: Path, scorer: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """What the scorer says, line by line, of the main job and of the suggestions by text alone."""
    facit, corpus = folder / "facit.json", folder / "korpus.json"
    files = [folder / inspel["file"] for inspel in json.loads(facit.read_text("utf-8"))]
    with tempfile.TemporaryDirectory() as made:
        _inspel("run", *files, "-o", made)
        export, ranks = Path(made) / "syntes.json", Path(made) / "ranks.jsonl"
        texts = [json.dumps({"text": s.text}) for s in telling(statements(corpus))]
        ranks.write_text(_inspel("rank", "--strategy", STRATEGY, given="\n".join(texts)), "utf-8")
        for what, *arguments in (
            ("import", export, facit),
            ("suggest", ranks, corpus),
            ("codes", export, corpus),
            ("themes", export, corpus),
            ("names", export, corpus),
        ):
            for line in _python(scorer, what, *arguments).splitlines():
                yield line.split()[0], dict(re.findall(r"(\w+)=([\d.]+)", line))


def _inspel(*arguments: str | Path, given: str = "") -> str:
    return _python("-m", "inspel_app", *arguments, given=given)


def _python(*arguments: str | Path, given: str = "") -> str:
    """What our interpreter prints; files with problems are no failure."""
    command = [sys.executable, *map(str, arguments)]
    done = subprocess.run(  # noqa: S603 - our own interpreter, on files that the caller chose
        command, input=given, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    if done.returncode > 1:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return done.stdout
