"""How good the program's proposals are, on labelled sets; the figures in `docs/kvalitet.md`.

`python -m tests.benchmarks.quality` measures, prints the table and tells what has fallen (then it
ends with 1); `--write` puts the new figures in the document instead. The example round in
`resources/exempel` is always measured. Sets from other hands are measured too where their folder
(`--sets`) holds them in `exempel/`, with the scorer in `verktyg/score.py` that goes with them.
"""

import re
import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks.other_sets import measure_others
from tests.benchmarks.own_set import FOLDER as OWN_SET
from tests.benchmarks.own_set import measure_own
from tests.benchmarks.peer_themes import PEER, peer_figures
from tests.benchmarks.scorers import Figure

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "kvalitet.md"
SETS = ROOT.parent / "shared"
FALL = 0.02
"""More than two points is a fall, if it is more than one case as well."""
MARK = "## Figures\n\n"
_ROW = re.compile(r"\| `([\w.]+)` \|[^|]*\|([^|]*)\|([^|]*)\|")
_CELL = re.compile(r"([\d.]+) \((\d+)\)")

Figures = Mapping[str, Figure]


@dataclass(frozen=True)
class Row:
    """A line of the table; `aim` begins with what the figure shall be, `≤` where low is good."""

    key: str
    what: str
    aim: str

    @property
    def sign(self) -> int:
        """1 where a high figure is good, else -1."""
        return -1 if self.aim.startswith("≤") else 1


ROWS = (
    Row("import.digital", "Fields of digital files, found with the right text (F1)", "≥ 0.995"),
    Row("import.scanned", "Fields of scans, faxes and photos (F1)", "≥ 0.97"),
    Row("import.scanned.cer", "Wrong characters in them", "≤ 0.015"),
    Row("rank.top1", "Code of a statement by its text alone, the first", "≥ 0.72"),
    Row("rank.top3", "among the first three", "≥ 0.90"),
    Row("rank.macro_f1", "F1, the mean over the codes", "≥ 0.68"),
    Row("rank.calibration", "Expected calibration error of the first", "≤ 0.05"),
    Row("rank.learnt", "the first, of the rest after 200 decisions (or half)", "≥ 0.78"),
    Row("codebook.top1", "Code of a codebook's held-out example, the first", ""),
    Row("codebook.top3", "among the first three", ""),
    Row("codebook.calibration", "Expected calibration error of the first", "≤ 0.05"),
    Row("across.precision", "Codes that cut across, of those said those right", "≥ 0.80"),
    Row("across.recall", "of those right those said", ""),
    Row("segments.unchanged", "Statements cut as a person cut them", "≥ 0.80"),
    Row("segments.dense", "Points of dense answers found whole and alone", ""),
    Row("codes.right", "First code of a statement in its real setting", "≥ 0.90"),
    Row("codes.letters", "in letters", "≥ 0.72"),
    Row("misplaced.precision", "Said to stand in the wrong field, and does", "≥ 0.60"),
    Row("misplaced.recall", "Stands in the wrong field, and is said to", "≥ 0.50"),
    Row("themes.b_cubed", "Themes (B-cubed F1)", "≥ 0.70"),
    Row(PEER, "the same of UMAP + HDBSCAN, on the same vectors", ""),
    Row("names.actors", "Actors named (F1)", "≥ 0.90"),
    Row("names.sources", "Sources named (F1)", "≥ 0.85"),
)


def falls(before: Figures, now: Figures) -> list[str]:
    """The keys whose figure is worse than before by more than may be; those of both alone."""
    return [
        row.key
        for row in ROWS
        if row.key in before
        and row.key in now
        and row.sign * (before[row.key].value - now[row.key].value) > _may_fall(now[row.key])
    ]


def _may_fall(figure: Figure) -> float:
    return max(FALL, 1.01 / max(figure.cases, 1))


def table(own: Figures, others: Figures) -> str:
    """The table as it stands in the document."""
    lines = [
        "| figure | what it tells | example round | other hands | aim |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| `{row.key}` | {row.what} | {_cell(own, row)} | {_cell(others, row)} | {row.aim} |"
        for row in ROWS
    ]
    return "\n".join(lines) + "\n"


def _cell(figures: Figures, row: Row) -> str:
    figure = figures.get(row.key)
    return "" if figure is None else f"{figure.value:.3f} ({figure.cases})"


def committed(document: str) -> tuple[dict[str, Figure], dict[str, Figure]]:
    """The figures that stand in the document: of the example round, and of other hands."""
    own: dict[str, Figure] = {}
    others: dict[str, Figure] = {}
    for key, *cells in _ROW.findall(document):
        for figures, cell in zip((own, others), cells, strict=True):
            if found := _CELL.search(cell):
                figures[key] = Figure(float(found[1]), int(found[2]))
    return own, others


def main() -> int:
    """Measure, and show or write the table; 1 if something has fallen."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the figures in the document")
    parser.add_argument("--sets", type=Path, default=SETS, help="where sets from other hands lie")
    args = parser.parse_args()
    document = DOCUMENT.read_text("utf-8")
    before = committed(document)
    own, others = measure_own(), measure_others(args.sets)
    shown = table(*_with_peer(before, (own, others or before[1]), args.sets))
    say(shown)
    if not others:
        say(f"{args.sets / 'exempel'} is not there: the figures of other hands stand as they were.")
    if find_spec("umap") is None:
        say(f"umap-learn is not installed: {PEER} stands as it was.")
    if args.write:
        DOCUMENT.write_text(document.partition(MARK)[0] + MARK + shown, "utf-8")
        return 0
    fallen = [f"example round: {key}" for key in falls(before[0], own)]
    fallen += [f"other hands: {key}" for key in falls(before[1], others)]
    say("\n".join(["Fallen:", *fallen]) if fallen else "Nothing has fallen.")
    return 1 if fallen else 0


def _with_peer(
    before: tuple[Figures, Figures], now: tuple[Figures, Figures], sets: Path
) -> list[Figures]:
    """The figures with those of the peer: measured, or as they were; its falls are not ours."""
    files = (OWN_SET / "korpus.json", sets / "exempel" / "korpus.json")
    return [
        {**{key: old[key] for key in old if key == PEER}, **new, **peer_figures(file)}
        for old, new, file in zip(before, now, files, strict=True)
    ]


def say(text: str) -> None:
    """Print for people."""
    print(text)  # noqa: T201 - the tool's output


if __name__ == "__main__":
    sys.exit(main())
