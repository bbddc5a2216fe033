"""All formats that a synthesis can be written in."""

from typing import Protocol

from inspel_app.domain.synthesis import Synthesis
from inspel_app.synthesis.html import HtmlExporter
from inspel_app.synthesis.qdc import QdcExporter
from inspel_app.synthesis.qdpx import QdpxExporter
from inspel_app.synthesis.records import CsvExporter, JsonExporter
from inspel_app.synthesis.sheet import ExcelExporter
from inspel_app.synthesis.word import WordExporter


class Exporter(Protocol):
    """A renderer of the synthesis; a new format is one class here and in EXPORTERS."""

    format: str
    """What the user calls it: `docx`."""
    suffix: str
    """How its files end: `.docx`."""

    def render(self, synthesis: Synthesis) -> bytes:
        """The bytes of the file."""
        ...


EXPORTERS: tuple[Exporter, ...] = (
    WordExporter(),
    ExcelExporter(),
    HtmlExporter(),
    JsonExporter(),
    CsvExporter(),
    QdpxExporter(),
    QdcExporter(),
)
