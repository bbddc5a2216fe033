"""Kills a program at work: started once with all that it needs, it makes a child for each life.

Reads orders on standard input, a line of JSON each: the round's file, a seed, how many changes
to wait for, and how many seconds more. Answers each with what the child told until it was killed.
To fork a program that is loaded costs some milliseconds; to start one costs more than all the rest.
"""

import json
import os
import select
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from inspel_app.resources import load_form, load_strategy
from tests.hallbarhet.rounds import SETTINGS
from tests.hallbarhet.work import work

_PATIENCE_S = 60.0


def main() -> None:
    """Kill as often as is asked for."""
    load_strategy(SETTINGS.strategy)
    load_form(SETTINGS.form)
    for line in sys.stdin:
        order = json.loads(line)
        answer = _life(Path(order["round"]), order["seed"], order["changes"], order["seconds"])
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _life(round_file: Path, seed: int, changes: int, seconds: float) -> dict[str, Any]:
    """Let a child work and kill it; its lines, and how it ended."""
    reading, telling = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work_on(round_file, seed, telling)
    os.close(telling)
    told = _told_until(reading, changes)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _child, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        told += pipe.read()
    lines = [json.loads(one) for one in told.splitlines()]
    return {"told": lines, "killed": os.WTERMSIG(status) == signal.SIGKILL}


def _work_on(round_file: Path, seed: int, telling: int) -> None:
    """What the child does; it never comes back."""
    try:
        work(round_file, seed, telling)
    except BaseException:  # noqa: BLE001 - told on standard error; the killer sees that it ended
        traceback.print_exc()
    finally:
        os._exit(1)


def _told_until(pipe: int, changes: int) -> bytes:
    """What the child tells until so many changes are done, or it ended."""
    told = b""
    while told.count(b'"done"') < changes:
        ready, _writing, _faults = select.select([pipe], [], [], _PATIENCE_S)
        more = os.read(pipe, 65536) if ready else b""
        if not more:
            break
        told += more
    return told


if __name__ == "__main__":
    main()
