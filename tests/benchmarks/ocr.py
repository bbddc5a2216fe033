"""Reading of scanned pages against bare Tesseract on the same prepared pages, side by side.

Run with `python -m tests.benchmarks.ocr [PAGES]`. Wall-clock seconds on a machine with nothing
else to do; the aim is a ratio of at least 0.95.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
from PIL import Image

from inspel_app.reading import scan_cache
from inspel_app.reading.ocr import OcrWord
from inspel_app.reading.ocr_tesseract import LANGUAGE, TesseractEngine
from inspel_app.reading.scan import MOST_AT_ONCE, read_pages
from inspel_app.reading.scan_page import POINTS, Scan
from inspel_app.resources import resource_dir
from tests.reading.scan_pictures import askew, noisy, shaded

DPI = 200
PAGES = 20


class Keeping(TesseractEngine):
    """Keeps the pages that it was asked to read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def words(self, image: Image.Image, dpi: float) -> list[OcrWord]:
        """The words, after the page has been kept."""
        image.save(self.folder / f"{time.monotonic_ns()}.pgm")
        return super().words(image, dpi)


def scans(count: int) -> list[Scan]:
    """So many pages of the example round, each a little askew, shaded and noisy."""
    found: list[Scan] = []
    files = sorted((resource_dir() / "exempel" / "inspel").glob("*.pdf"))
    while len(found) < count:
        for file in files:
            with pypdfium2.PdfDocument(file) as pdf:
                for page in pdf:
                    image = page.render(scale=DPI / POINTS, grayscale=True).to_pil().convert("L")
                    slope = 3 * (len(found) % 7 - 3) / 3
                    found.append(Scan(noisy(shaded(askew(image, slope), 0.7)), DPI))
    return found[:count]


def bare(pages: list[Path]) -> None:
    """The peer: Tesseract's own processes, as many at once as we run."""
    settings = ["-l", LANGUAGE, "--psm", "3", "--dpi", str(DPI), "tsv"]

    def run(page: Path) -> None:
        command = ["tesseract", str(page), str(page.with_suffix("")), *settings]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own pages

    with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_AT_ONCE)) as threads:
        list(threads.map(run, pages))


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main(count: int) -> None:
    """Print the ratio, and what reading the same pages again costs."""
    pages = list(enumerate(scans(count), start=1))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scan_cache.folder = lambda: folder / "cache"
        kept = folder / "kept"
        kept.mkdir()
        dict(read_pages(pages, Keeping(kept)))
        scan_cache.folder = lambda: folder / "other"
        ours = seconds(lambda: dict(read_pages(pages, TesseractEngine())))
        again = seconds(lambda: dict(read_pages(pages, TesseractEngine())))
        peer = seconds(lambda: bare(sorted(kept.iterdir())))
    print(f"{count} pages: bare Tesseract / ours {peer / ours:.2f} ({peer:.1f} s / {ours:.1f} s)")  # noqa: T201
    print(f"the same pages again: {again:.1f} s")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
