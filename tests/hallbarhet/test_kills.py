"""A program that is killed at any moment loses nothing that it had acknowledged.

Each test is one round with ten lives, in each of which somebody opens it, imports, tags, undoes,
redoes and exports until the program is killed; what the last life left is what the next one finds.
`make endurance` kills a thousand times.
"""

import json
import os
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from inspel_app.store.migrations import MIGRATIONS
from inspel_app.store.project import Project
from tests.hallbarhet.rounds import make_round
from tests.hallbarhet.state import before, hash_of

LIVES = 10
KILLS = int(os.environ.get("INSPEL_KILLS", "300"))
OPENED_S = 5.0
"""Of processor time, so that it does not matter what else the machine does."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@dataclass(frozen=True)
class Found:
    """What a life begins with, the same in all versions of the file."""

    inspel: tuple[str, ...]
    changes: int

    @classmethod
    def of(cls, path: Path) -> "Found":
        """Look past the program."""
        with closing(sqlite3.connect(path)) as connection:
            ids = connection.execute("SELECT id FROM submissions ORDER BY id").fetchall()
            (changes,) = connection.execute("SELECT count(*) FROM changes").fetchone()
            return cls(tuple(row[0] for row in ids), changes)


class Killer:
    """The process that kills, for as long as the tests go on."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hallbarhet.killer"],
            cwd=Path(__file__).parents[2],
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def life(self, path: Path, dice: Random) -> list[dict[str, Any]]:
        """Let somebody work in a round until a random moment; what the program told."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = {
            "round": str(path),
            "seed": dice.getrandbits(32),
            "changes": dice.randrange(8),
            "seconds": dice.uniform(0, 0.03),
        }
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert answer["killed"], "the program ended by itself"
        told: list[dict[str, Any]] = answer["told"]
        return told

    def close(self) -> None:
        """Let it end."""
        self._process.communicate()


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    killer = Killer()
    yield killer
    killer.close()


@pytest.mark.parametrize("seed", range(KILLS // LIVES))
def test_killed_program_loses_nothing_and_leaves_nothing_by_halves(
    killer: Killer, tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "Omgång.inspel"
    make_round(path, version=1 + seed % len(MIGRATIONS))
    dice = Random(seed)
    for _life in range(LIVES):
        found = Found.of(path)
        told = killer.life(path, dice)
        _check_opens(path)
        _check_kept(path, found, told)
        _check_exports(path.parent, told)


def _check_opens(path: Path) -> None:
    """It opens at once, is sound, and holds every original and every inspel whole."""
    started = time.process_time()
    with Project.open(path) as project:
        assert time.process_time() - started < OPENED_S
        project.check()
        submissions = project.submissions()
        assert all(len(s.answers) == 2 for s in submissions)
        assert all(project.original(s.files[0].sha256) for s in submissions)


def _check_kept(path: Path, found: Found, told: list[dict[str, Any]]) -> None:
    """All that was acknowledged is there, and of what was under way all or nothing."""
    done = [line for line in told if "done" in line]
    if not done:  # killed while it was opened, or brought up to date
        assert Found.of(path) == found
        return
    kept, later = before(path, done[-1]["done"])
    assert hash_of(kept) == done[-1]["state"]
    assert later in (0, told[-1].get("begins", 0))


def _check_exports(folder: Path, told: list[dict[str, Any]]) -> None:
    """Each export is whole, and those that were acknowledged are there."""
    for name in {line["exported"] for line in told if "exported" in line}:
        assert (folder / name).exists()
    if (found := folder / "ut.json").exists():
        assert json.loads(found.read_text("utf-8"))["schema"] == "inspel-export/1"
    if (found := folder / "ut.xlsx").exists():
        with zipfile.ZipFile(found) as book:
            assert book.testzip() is None
