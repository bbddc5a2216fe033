"""Pages that are pictures -> sheets of words, several pages at once.

A file is read in one child process. Its pages are pictures one after the other in that process,
because PDFium does one thing at a time; each is then read in a thread, which for the most part
waits for an engine's process of its own. There are as many threads as processor cores, up to a
few, and the files that are read beside it have theirs: an engine's process takes little memory,
and the system shares out the cores better than any fixed division among files of unknown length.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait

from inspel_app.reading import pulse, scan_cache
from inspel_app.reading.ocr import OcrEngine, OcrFailure
from inspel_app.reading.scan_page import Scan
from inspel_app.reading.scan_reading import PageReading
from inspel_app.reading.scan_recognise import recognised

MOST_AT_ONCE = 4
"""Pages read at once: the largest allowed take some 300 MB each while they are mended."""
_DRAWN = 2
"""Pages drawn for each thread, so that none is idle while the first of them takes long."""
_PATIENCE = 10.0
"""Seconds between signs of life while a page is read, which ends in a time of its own."""


def read_pages(
    pages: Iterable[tuple[int, Scan]], engine: OcrEngine
) -> Iterator[tuple[int, PageReading | None]]:
    """Each page's number and reading, in order; None for a page that cannot be read.

    Raises:
        MissingComponentError: the engine is not installed.
    """
    engine.name  # noqa: B018 - tells at once that the engine is missing, before a page is drawn
    count = min(os.cpu_count() or 1, MOST_AT_ONCE)
    waiting: deque[tuple[int, Future[PageReading | None]]] = deque()
    with ThreadPoolExecutor(count, "inspel-ocr") as threads:
        for number, scan in pages:
            waiting.append((number, threads.submit(_read, scan, engine)))
            if len(waiting) > _DRAWN * count:
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())
    scan_cache.prune()


def _finished(number: int, reading: Future[PageReading | None]) -> tuple[int, PageReading | None]:
    while wait((reading,), _PATIENCE).not_done:
        pulse.beat()
    result = reading.result()
    pulse.beat()
    return number, result


def _read(scan: Scan, engine: OcrEngine) -> PageReading | None:
    key = scan_cache.fingerprint(scan, engine.name)
    reading = scan_cache.known(key)
    if reading is None:
        try:
            reading = recognised(scan, engine)
        except OcrFailure:
            return None
        if reading.settled:
            scan_cache.keep(key, reading)
    return reading
