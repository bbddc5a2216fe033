"""What a search costs against a scan by SQL's LIKE: `python -m tests.benchmarks.searching`.

Both in processor time and in the same run, on a round of 3,000 inspel with 60,000 passages. The
scan finds the same words in answers and passages as they stand in the tables, without weighing,
marks or headings.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from inspel_app.services.rounds import new_round
from inspel_app.services.searching import search
from inspel_app.store.project import Project
from tests.benchmarks.__main__ import show
from tests.benchmarks.tagging import fill, seconds

MANY = 3000
ASKED = ("b", "bu", "buss", "bussar och", "och", "i", '"och att', "digitalisering", "finnsinte")
_LIMIT = 8
_ROUNDS = 3
_SCAN = "SELECT {key} FROM {table} WHERE {which}"


def compared(project: Project, inspel: int) -> Iterator[tuple[str, float, float]]:
    """What is asked, and the least seconds of our search and of the scan, in a filled round."""
    fill(project, inspel)
    with closing(sqlite3.connect(project.path)) as plain:
        for asked in ASKED:
            ours = min(seconds(lambda: search(project, asked, _LIMIT)) for _n in range(_ROUNDS))  # noqa: B023 - called at once
            theirs = min(seconds(lambda: scan(plain, asked)) for _n in range(_ROUNDS))  # noqa: B023 - as above
            yield asked, ours, theirs


def scan(plain: sqlite3.Connection, asked: str) -> None:
    """The peer: all words somewhere in the text."""
    words = [f"%{word}%" for word in asked.strip('"').split()]
    which = " AND ".join(["text LIKE ?"] * len(words))
    for table, key in (("answers", "id"), ("passages", "id")):
        plain.execute(_SCAN.format(key=key, table=table, which=which), words).fetchall()


def main(inspel: int) -> None:
    """Print a line for each question, with the ratio of ours to the scan."""
    with (
        tempfile.TemporaryDirectory() as folder,
        new_round(Path(folder) / "stor.inspel") as project,
    ):
        for asked, ours, theirs in compared(project, inspel):
            show(f"search for {asked}, ms", 1000 * ours, "<= 100")
            show(f"search for {asked} / a scan with LIKE", ours / theirs, "<= 1")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY)
