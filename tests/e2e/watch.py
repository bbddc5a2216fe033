"""Notes, in a process and all it starts, each connection tried and each place written to.

`sitecustomize` calls `install` when Python starts; the log is the file that `INSPEL_WATCH` names.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NETWORK = frozenset(
    {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind"}
)
CHANGES = frozenset({"os.mkdir", "os.rename", "os.link", "os.symlink", "os.truncate"})
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def install() -> None:
    """Begin to watch this process, for good; a connection is refused as it is noted."""
    log = os.open(os.environ["INSPEL_WATCH"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def note(event: str, args: tuple[object, ...]) -> None:
        if event in NETWORK:
            _write(log, event, *args[1:])
            raise ConnectionRefusedError(event)
        if event in CHANGES:
            _write(log, "write", *args[:2])
        elif event == "open" and isinstance(args[2], int) and args[2] & WRITING:
            _write(log, "write", args[0])

    sys.addaudithook(note)


def _write(log: int, *what: object) -> None:
    texts = [os.fsdecode(w) if isinstance(w, bytes) else str(w) for w in what]
    os.write(log, (json.dumps(texts) + "\n").encode())


def run_watched(
    folder: Path, *arguments: str | Path
) -> tuple[subprocess.CompletedProcess[str], list[list[str]]]:
    """Run the program as a user does; what it answered, and what it and its children did."""
    site, log = folder / "site", folder / "log"
    site.mkdir(exist_ok=True)
    (site / "sitecustomize.py").write_text("from tests.e2e.watch import install\ninstall()\n")
    temporary = folder / "tmp"
    temporary.mkdir(exist_ok=True)
    own = {"PYTHONPATH": f"{site}{os.pathsep}{ROOT}", "INSPEL_WATCH": str(log)}
    home = {n: str(folder / "home") for n in ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(  # noqa: S603 - the program under test
        [sys.executable, "-m", "inspel_app", *arguments],
        env={**os.environ, **own, **home, "TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=300,
    )
    return done, [json.loads(line) for line in log.read_text("utf-8").splitlines()]
