"""Keeps what was read on a page, so that reading the same page again costs nothing.

The words lie in the user's own cache folder, under a fingerprint of the page's pixels and of all
that decides how they are read. What is oldest goes, and what has lain there for long.
"""

import hashlib
import json
import os
import tempfile
import time
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs

from inspel_app.domain.document import PageSize
from inspel_app.reading.layout_tables import Grid, Rule
from inspel_app.reading.ocr import OcrWord
from inspel_app.reading.scan_page import Scan
from inspel_app.reading.scan_reading import PageReading
from inspel_app.reading.scan_unread import Area

VERSION = 10
"""Counted up when pages are prepared otherwise than before."""
MAX_BYTES = 100 * 2**20
MAX_DAYS = 30


def folder() -> Path:
    """Where the readings lie."""
    return platformdirs.user_cache_path("inspel", appauthor=False) / "ocr"


def fingerprint(scan: Scan, engine: str) -> str:
    """What a page's reading depends on, as a name for a file."""
    settings = f"{VERSION} {engine} {scan.dpi:.2f} {scan.image.size}"
    seen = hashlib.blake2b(settings.encode(), digest_size=32)
    seen.update(scan.image.tobytes())
    return seen.hexdigest()


def known(key: str) -> PageReading | None:
    """The reading that was kept under a fingerprint; None too where it cannot be made out."""
    try:
        return _unpacked(json.loads((folder() / key).read_bytes()))
    except (OSError, ValueError, TypeError, LookupError):
        return None


def keep(key: str, reading: PageReading) -> None:
    """Keep a reading; without a place to keep it the page is read anew the next time."""
    with suppress(OSError):
        folder().mkdir(parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(dir=folder())
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(_packed(reading), file)
        Path(path).replace(folder() / key)


def prune() -> None:
    """Remove what is too old, and the oldest of what is too much."""
    with suppress(OSError):
        files = sorted(
            ((f.stat().st_mtime, f.stat().st_size, f) for f in folder().iterdir()), reverse=True
        )
        total = 0
        for changed, size, file in files:
            total += size
            if total > MAX_BYTES or time.time() - changed > MAX_DAYS * 86_400:
                file.unlink(missing_ok=True)


def _packed(reading: PageReading) -> dict[str, Any]:
    return {
        "size": [reading.size.width, reading.size.height],
        "dpi": reading.dpi,
        "origin": reading.origin.tolist(),
        "words": [astuple(word) for word in reading.words],
        "across": reading.grid.across,
        "down": reading.grid.down,
        "bend": reading.bend,
        "unread": [astuple(area) for area in reading.unread],
    }


def _unpacked(data: dict[str, Any]) -> PageReading:
    across, down = (
        tuple((Rule(*rule), table) for rule, table in data[way]) for way in ("across", "down")
    )
    return PageReading(
        PageSize(*data["size"]),
        data["dpi"],
        np.array(data["origin"], np.float64),
        tuple(OcrWord(*word) for word in data["words"]),
        Grid(across, down),
        tuple(Area(*area) for area in data["unread"]),
        tuple(data["bend"]),
    )
