"""All benchmarks of cost in one command: `make bench`, or `... bench [--write] [--only NAME]`.

Each is a process of its own, so that none has warmed up for another, and compares with a peer or a
limit in the same run. With --write table and picture go into docs/prestanda.md.
"""

import os
import re
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.plots import bars, put, table

ROOT = Path(__file__).parents[2]
PARTS = {
    "reading": ("tests.benchmarks", "reading"),
    "ocr": ("tests.benchmarks.ocr", "6"),
    "ranking": ("tests.benchmarks.suggesting",),
    "themes": ("tests.benchmarks.theming",),
    "search": ("tests.benchmarks.searching", "10000"),
    "export": ("tests.benchmarks.composing",),
    "window": ("tests.benchmarks.window", "--start"),
}
"""What is measured, by its module and what that is told: 10,000 inspel hold 100,000 answers."""

_SECONDS = 900
"""What one may take by the clock."""

_LINE = re.compile(r"^(?P<what>.+?) +(?P<value>\d+\.\d+) *(?P<aim>.*)$")
_LEFT_OUT = ": left out, "
_AIM = re.compile(r"(?P<which>[<>])= (?P<number>[\d.]+)")


class Figure(NamedTuple):
    """What was measured, in which part, and what it should be ("" for no aim)."""

    part: str
    what: str
    value: float
    aim: str

    @property
    def used(self) -> float | None:
        """How much of the aim is used: reached up to 1; None where there is no aim."""
        aim = _AIM.match(self.aim)
        if aim is None:
            return None
        number = float(aim["number"])
        return self.value / number if aim["which"] == "<" else number / self.value


def figures_in(part: str, printed: str) -> Iterator[Figure]:
    """The figures among the lines that a benchmark printed."""
    for line in printed.splitlines():
        if found := _LINE.match(line):
            yield Figure(part, found["what"], float(found["value"]), found["aim"].strip())


def left_out_in(printed: str) -> list[str]:
    """The peers that a benchmark did without, and why."""
    return [line for line in printed.splitlines() if _LEFT_OUT in line]


def run(part: str) -> str:
    """What a benchmark prints; why there is nothing, where it failed."""
    command = [sys.executable, "-m", *PARTS[part]]
    try:
        done = subprocess.run(  # noqa: S603 - our own modules
            command,
            cwd=ROOT,
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},  # as the program runs
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"{part}{_LEFT_OUT}for it took more than {_SECONDS} seconds"
    if done.returncode:
        return f"{part}{_LEFT_OUT}for it failed: {done.stderr.strip().splitlines()[-1:]}"
    return done.stdout


def main(parts: list[str], *, write: bool) -> None:
    """Measure, print, and write the table."""
    figures: list[Figure] = []
    left_out: list[str] = []
    for part in parts:
        printed = run(part)
        print(printed, flush=True)  # noqa: T201 - what it is for
        figures += figures_in(part, printed)
        left_out += left_out_in(printed)
    if write:
        _write(figures, left_out)


def _write(figures: list[Figure], left_out: list[str]) -> None:
    rows = [[f.part, f.what, f"{f.value:.2f}", f.aim or "–"] for f in figures]
    text = [table(["part", "measured", "figure", "aim"], rows), "", *(f"- {o}." for o in left_out)]
    put(ROOT / "docs" / "prestanda.md", "figures of make bench", "\n".join(text))
    used = {f.what: f.used for f in figures}
    known = {what: share for what, share in used.items() if share is not None}
    if known:
        bars(known, " of the aim", ROOT / "docs" / "bilder" / "prestanda.svg")


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=PARTS, help="measure this part alone")
    parser.add_argument("--write", action="store_true", help="write docs/prestanda.md")
    given = parser.parse_args()
    main([given.only] if given.only else list(PARTS), write=given.write)
