"""What the report costs against bare paragraphs: `python -m tests.benchmarks.composing [INSPEL]`.

In processor time and in the same run, on a round with 20 points in each inspel: the synthesis is
composed and written in Word, and python-docx then writes as many paragraphs as that file holds,
with nothing but a short text in each. The memory is the most that the program has held until the
report was there, the making of the round included.
"""

import io
import resource
import sys
import tempfile
from pathlib import Path

import docx
from docx.oxml.ns import qn

from inspel_app.domain.synthesis import Audience, Synthesis
from inspel_app.services.reporting import synthesis_of
from inspel_app.store.project import Project
from inspel_app.synthesis.word import WordExporter
from tests.benchmarks.__main__ import show
from tests.benchmarks.large_round import large_round
from tests.benchmarks.tagging import seconds

MANY = 300
_KIB = 1024


def main(inspel: int) -> None:
    """Print how long each step takes, the ratio, and the memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stor.inspel"
        large_round(path, inspel)
        composed: list[Synthesis] = []
        with Project.open(path) as project:
            composing = seconds(lambda: composed.append(synthesis_of(project, Audience.WRITING)))
    written: list[bytes] = []
    writing = seconds(lambda: written.append(WordExporter().render(composed[0])))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB
    paragraphs = _paragraphs(written[0])
    bare = seconds(lambda: _bare(paragraphs))
    points = len(composed[0].passages)
    show(f"report of {points} points composed, seconds", composing, "")
    show("the same written in Word, seconds", writing, "")
    show(f"both / {paragraphs} bare paragraphs", (composing + writing) / bare, "<= 10")
    show("most memory, MB", memory, "<= 500")


def _paragraphs(written: bytes) -> int:
    """How many paragraphs a Word file holds, in tables too."""
    body = docx.Document(io.BytesIO(written)).element.body
    return sum(1 for _paragraph in body.iter(qn("w:p")))


def _bare(paragraphs: int) -> None:
    """The peer: python-docx alone."""
    document = docx.Document()
    for number in range(paragraphs):
        document.add_paragraph(f"Stycke {number}")
    document.save(io.BytesIO())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY)
