"""A round of 3,000 inspel as it stands in the midst of the work: `... large_round FILE`."""

import sys
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from inspel_app.domain.coding import Passage, Theme
from inspel_app.domain.form import Status
from inspel_app.services.rounds import codebook_of, new_round
from inspel_app.store.project import Project, Run
from tests.benchmarks.tagging import fill

INSPEL = 3000
_FIRST = datetime(2025, 5, 1, 8, tzinfo=UTC)
_STATUSES = (Status.NY, Status.LAST, Status.NY, Status.KLAR, Status.KOMPLETTERAS)
_THEME = 20
"""Points in a theme."""
_DECIDED = 3000
"""Passages that somebody has tagged, in an action each."""


def large_round(path: Path, inspel: int = INSPEL) -> None:
    """Make the round: inspel that have come on many days, some read, with themes and decisions."""
    with new_round(path, title="Stor omgång", dnr="RUN 234–2025") as project:
        fill(project, inspel)
        _receive(project, inspel)
        passages = project.passages()
        project.save_themes(Run("themes", "", "", ""), _themes(passages))
        leaves = [code.id for code in codebook_of(project).leaves]
        for n, passage in enumerate(passages[:: max(len(passages) // _DECIDED, 1)]):
            with project.action(f"Koppla en synpunkt till {leaves[n % len(leaves)]}", "anna"):
                project.assign(passage.id, leaves[n % len(leaves)], "behov", "anna")


def _receive(project: Project, inspel: int) -> None:
    with project.action("Ta emot", "anna"):
        for n in range(inspel):
            came = (_FIRST + timedelta(hours=n % 1500)).isoformat()
            status = _STATUSES[n % len(_STATUSES)]
            project.update_submission(f"i{n}", received=came, status=status, late=n % 17 == 0)


def _themes(passages: tuple[Passage, ...]) -> list[Theme]:
    by_code: defaultdict[str | None, list[str]] = defaultdict(list)
    for passage in passages:
        by_code[passage.code].append(passage.id)
    parts = (
        (code, ids[start : start + _THEME])
        for code, ids in by_code.items()
        for start in range(0, len(ids), _THEME)
    )
    return [
        Theme(f"t{n}", code, f"Tema {n}", ("buss", "väg"), tuple(part))
        for n, (code, part) in enumerate(parts)
    ]


if __name__ == "__main__":
    large_round(Path(sys.argv[1]))
