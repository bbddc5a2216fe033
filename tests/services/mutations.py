"""Damages files as transport, other programs and ill will do.

`python -m tests.services.mutations FOLDER [TIMES]` damages each file of a folder so many times,
has it read in child processes as an import does, and counts what came of it.
"""

import sys
import zipfile
from collections import Counter
from concurrent.futures import Future
from io import BytesIO
from pathlib import Path
from random import Random

from inspel_app.errors import UnreadableError
from inspel_app.resources import load_form
from inspel_app.services.faults import ChildFault
from inspel_app.services.tasks import Reading, read_submissions
from inspel_app.services.workers import WorkerPool

FORM = load_form("vasterbotten-2025")


def damaged(data: bytes, seed: int) -> bytes:
    """The file cut off, with bytes changed, a stretch gone or repeated, or a part of it so."""
    chance = Random(seed)
    ways = [cut, changed, shortened, repeated]
    if zipfile.is_zipfile(BytesIO(data)):
        ways += [repacked] * len(ways)
    return chance.choice(ways)(data, chance)


def cut(data: bytes, chance: Random) -> bytes:
    """The beginning alone."""
    return data[: chance.randrange(len(data) + 1)]


def changed(data: bytes, chance: Random) -> bytes:
    """Up to twenty bytes are others."""
    new = bytearray(data)
    for _byte in range(chance.randint(1, 20) if data else 0):
        new[chance.randrange(len(new))] = chance.randrange(256)
    return bytes(new)


def shortened(data: bytes, chance: Random) -> bytes:
    """A stretch is gone."""
    start, end = _stretch(data, chance)
    return data[:start] + data[end:]


def repeated(data: bytes, chance: Random) -> bytes:
    """A stretch stands several times."""
    start, end = _stretch(data, chance)
    return data[:start] + data[start:end] * chance.randint(2, 50) + data[end:]


def repacked(data: bytes, chance: Random) -> bytes:
    """One part of a packed file is damaged, gone, or in another's place."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError):
        return cut(data, chance)
    name, other = chance.choice(list(parts)), chance.choice(list(parts))
    way = chance.choice([cut, changed, shortened, repeated, None])
    parts[name] = way(parts[name], chance) if way else parts[other]
    if chance.random() < 0.2:
        del parts[other]
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return packed.getvalue()


def _stretch(data: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randint(1, 4_000))


def outcome(reading: Future[Reading]) -> str:
    """What became of a file: `read`, `doubts`, or the code of its refusal.

    Raises:
        ChildFault: a fault of ours.
    """
    try:
        read = reading.result()
    except UnreadableError as refusal:
        return refusal.code
    return "doubts" if any(s.problems for s in read.submissions) else "read"


def main() -> None:
    """A line per file, and the sum."""
    folder, times = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20
    total: Counter[str] = Counter()
    with WorkerPool() as pool:
        for path in sorted(p for p in folder.iterdir() if p.suffix != ".json"):
            data, found = path.read_bytes(), Counter[str]()
            files = [damaged(data, seed) for seed in range(times)]
            for seed, reading in enumerate(
                [pool.submit(read_submissions, file, path.name, (FORM,)) for file in files]
            ):
                try:
                    found[outcome(reading)] += 1
                except ChildFault as fault:
                    found[f"FAULT {seed} {fault.description.splitlines()[-1]}"] += 1
            print(path.name, dict(found), flush=True)  # noqa: T201 - the tool's output
            total += found
    print(sum(total.values()), dict(total.most_common()))  # noqa: T201 - the tool's output


if __name__ == "__main__":
    main()
