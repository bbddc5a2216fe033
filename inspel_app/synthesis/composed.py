"""The report's sections in their order, as rows and records; what is left out is marked."""

from typing import Any

from inspel_app.domain.synthesis import Synthesis
from inspel_app.i18n import _
from inspel_app.synthesis.arrange import Placed, nodes_of, placed
from inspel_app.synthesis.report import made
from inspel_app.synthesis.tables import Sheet

Record = dict[str, Any]


def report_sheet(synthesis: Synthesis) -> Sheet:
    """A row for each section; the appendix is one."""
    return Sheet(
        _("Rapporten"),
        (
            (_("Rubrik"), 60),
            (_("Nivå"), 7),
            (_("Utelämnat"), 11),
            (_("Egen text"), 80),
            (_("Citat"), 8),
            (_("Synpunkter"), 11),
            (_("Id"), 24),
        ),
        tuple(
            (
                one.node.section.title,
                one.level + 1,
                "" if one.told else _("ja"),
                _text(one),
                len(one.node.section.quotes),
                len(one.node.section.points),
                one.node.key,
            )
            for one in _sections(synthesis)
        ),
    )


def report_record(synthesis: Synthesis) -> Record:
    """The sections, and what people have said of what is quoted."""
    return {
        "sections": [
            {
                "key": one.node.key,
                "title": one.node.section.title,
                "level": one.level + 1,
                "own": one.node.own,
                "text": _text(one),
                "told": one.told,
                "quoted": [quote.passage for quote in one.node.section.quotes],
            }
            for one in _sections(synthesis)
        ],
        "chosen": list(synthesis.composition.chosen),
        "never": sorted(synthesis.composition.never),
    }


def _sections(synthesis: Synthesis) -> list[Placed]:
    return list(placed(nodes_of(made(synthesis), synthesis.composition)))


def _text(one: Placed) -> str:
    return one.node.edit.text if one.node.edit else ""
