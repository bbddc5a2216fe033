"""Costs as ratios against a peer, or against a smaller run of the same, measured in one go.

Run with `python -m tests.benchmarks`, with `reading` for the reading alone. Nothing here passes or
fails: the figures are for people, who compare them with the aims in the last column.
"""

import io
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pdfplumber
import pypdfium2

from inspel_app.forms.interpret import interpret
from inspel_app.reading.readers import read
from inspel_app.resources import load_form, resource_dir
from inspel_app.services.coding import suggest
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import finish
from inspel_app.services.rounds import new_round
from inspel_app.services.theming import propose
from inspel_app.services.workers import WorkerPool

FORM = load_form("vasterbotten-2025")
FEW, MANY = 30, 300


def reading() -> None:
    """Print a line for each kind of file."""
    example = sorted((resource_dir() / "exempel" / "inspel").iterdir())
    words = [p for p in example if p.suffix == ".docx" and peer_opens(p)]
    pdfs = [p for p in example if p.suffix == ".pdf"]
    show("Word form, read / python-docx, all text", ratio(words, read_file, walk_word), "<= 3")
    show("Word form, read and filled in / the same", ratio(words, read_and_fill, walk_word), "")
    show("PDF text, pdfplumber / read", ratio(pdfs, extract_pdf, read_file), ">= 10")
    show("PDF text, read / bare PDFium", ratio(pdfs, read_file, bare_pdf), "")


def growth() -> None:
    """Print how the main job grows from a few inspel to many."""
    example = sorted((resource_dir() / "exempel" / "inspel").iterdir())
    few, many = (list(whole_job(example, n)) for n in (FEW, MANY))
    for (step, small), (_same, large) in zip(few, many, strict=True):
        show(f"{step}, {MANY} inspel / {FEW} ({large:.1f} s / {small:.1f} s)", large / small, "")
    show(f"the whole, {MANY} / {FEW}", sum(s for _, s in many) / sum(s for _, s in few), "<= 11")


def show(what: str, value: float, aim: str) -> None:
    """One line: what was measured, the ratio, what it should be."""
    print(f"{what:60s} {value:7.2f}  {aim}", flush=True)  # noqa: T201 - the tool's output


def ratio(
    files: list[Path], ours: Callable[[Path], object], peers: Callable[[Path], object]
) -> float:
    """Our time through theirs over all files, the best of five rounds each, taken in turn."""
    rounds = [(spent(ours, files), spent(peers, files)) for _ in range(5)]
    return min(a for a, _ in rounds) / min(b for _, b in rounds)


def spent(work: Callable[[Path], object], files: list[Path]) -> float:
    """Processor seconds that the work takes over the files."""
    begun = time.process_time()
    for file in files:
        work(file)
    return time.process_time() - begun


def read_file(path: Path) -> object:
    """A document from a file."""
    return read(path.read_bytes(), path.name)


def read_and_fill(path: Path) -> object:
    """An inspel from a file."""
    return interpret(read(path.read_bytes(), path.name), path.name, [FORM])


def walk_word(path: Path) -> object:
    """The peer: python-docx over all paragraphs, those in tables too."""
    document = docx.Document(io.BytesIO(path.read_bytes()))
    texts = [p.text for p in document.paragraphs]
    cells = (c for table in document.tables for row in table.rows for c in row.cells)
    return texts + [p.text for cell in cells for p in cell.paragraphs]


def peer_opens(path: Path) -> bool:
    """Whether python-docx opens the file at all: Strict Open XML it does not."""
    try:
        docx.Document(io.BytesIO(path.read_bytes()))
    except KeyError:
        return False
    return True


def extract_pdf(path: Path) -> object:
    """The peer: pdfplumber's text of all pages."""
    with pdfplumber.open(path) as document:
        return [page.extract_text() for page in document.pages]


def bare_pdf(path: Path) -> object:
    """The limit: PDFium's text of all pages, without any order or place."""
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def whole_job(example: list[Path], count: int) -> Iterator[tuple[str, float]]:
    """Seconds of each step from files to themes, over so many inspel that all differ."""
    with tempfile.TemporaryDirectory() as folder, WorkerPool() as pool:
        files = [varied(example[n % len(example)], n, Path(folder)) for n in range(count)]
        with new_round(Path(folder) / "round.inspel") as project:
            steps = {
                "import": import_files(project, files, pool),
                "suggestions": suggest(project),
                "themes": propose(project),
            }
            for name, job in steps.items():
                begun = time.perf_counter()
                finish(job, lambda _progress: None)
                yield name, time.perf_counter() - begun


def varied(example: Path, number: int, folder: Path) -> Path:
    """A copy with other content as bytes, which every format here leaves unread at its end."""
    copy = folder / f"{number:04} {example.name}"
    copy.write_bytes(example.read_bytes() + b"\n" * (number + 1))
    return copy


if __name__ == "__main__":
    reading()
    if sys.argv[1:] != ["reading"]:
        growth()
