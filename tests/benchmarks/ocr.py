"""Reading of scanned pages against its peers, side by side.

Run with `python -m tests.benchmarks.ocr [PAGES]`, on a machine with nothing else to do. Seconds by
the clock, the best of two rounds in which all take turns, and seconds of the processor, child
processes included, which tell something on a busy machine too. The peers and the least of their
time divided by ours: bare Tesseract on the same prepared pages, 0.95; OCRmyPDF, if it is found on
PATH, on a PDF of the pages as they came, 1.3.
"""

import os
import resource
import shutil
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
from inspel_app.reading.ocr_languages import SWEDISH
from inspel_app.reading.ocr_tesseract import TesseractEngine
from inspel_app.reading.scan import MOST_AT_ONCE, read_pages
from inspel_app.reading.scan_page import POINTS, Scan
from inspel_app.resources import resource_dir
from tests.benchmarks.__main__ import show
from tests.reading.scan_pictures import askew, noisy, shaded

DPI = 200
PAGES = 20


class Keeping(TesseractEngine):
    """Keeps the pages that it was asked to read."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def words(self, image: Image.Image, dpi: float, seconds: float) -> list[OcrWord]:
        """The words, after the page has been kept."""
        image.save(self.folder / f"{time.monotonic_ns()}.tif", dpi=(dpi, dpi))
        return super().words(image, dpi, seconds)


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
    settings = ["-l", SWEDISH, "--psm", "3", "tsv"]

    def run(page: Path) -> None:
        command = ["tesseract", str(page), str(page.with_suffix("")), *settings]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own pages

    with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_AT_ONCE)) as threads:
        list(threads.map(run, pages))


def ocrmypdf(pdf: Path) -> None:
    """The other peer: the same job of turning, straightening and reading, with text as outcome."""
    settings = ["-l", SWEDISH, "--rotate-pages", "--deskew", "--jobs", str(os.cpu_count() or 1)]
    command = ["ocrmypdf", "--quiet", *settings, str(pdf), str(pdf.with_suffix(".out.pdf"))]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own pages


def saved(scans: list[Scan], pdf: Path) -> Path:
    """The pages as a scanner sends them."""
    first, *rest = (scan.image for scan in scans)
    first.save(pdf, save_all=True, append_images=rest, resolution=DPI)
    return pdf


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """How long it takes by the clock, and of the processor's time."""
    begun, used = time.perf_counter(), processor()
    work()
    return time.perf_counter() - begun, processor() - used


def processor() -> float:
    """Seconds of the processor that this process and its ended children have used."""
    usage = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in usage)


def main(count: int) -> None:
    """Print the ratios, and what reading the same pages again costs."""
    pages = list(enumerate(scans(count), start=1))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kept = folder / "kept"
        kept.mkdir()
        scan_cache.folder = lambda: folder / "cache"
        dict(read_pages(pages, Keeping(kept)))
        pdf = saved([scan for _, scan in pages], folder / "pages.pdf")

        def anew() -> None:
            shutil.rmtree(folder / "cache")
            again()

        def again() -> None:
            dict(read_pages(pages, TesseractEngine()))

        work: dict[str, Callable[[], None]] = {
            "ours": anew,
            "the same pages again": again,
            "bare Tesseract": lambda: bare(sorted(kept.glob("*.tif"))),
        }
        if shutil.which("ocrmypdf"):
            work["OCRmyPDF"] = lambda: ocrmypdf(pdf)
        else:
            print("OCRmyPDF: left out, for it is not on PATH")  # noqa: T201
        rounds = [{peer: seconds(job) for peer, job in work.items()} for _ in range(2)]
    best = {
        peer: [min(both) for both in zip(*(r[peer] for r in rounds), strict=True)] for peer in work
    }
    own = best.pop("ours")
    show(f"{count} pages, seconds by the clock", own[0], "")
    show("the same, seconds of the processor", own[1], "")
    for peer, (clock, used) in best.items():
        show(f"ours / {peer}, by the clock", own[0] / clock, "")
        show(f"ours / {peer}, of the processor", own[1] / used, "")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
