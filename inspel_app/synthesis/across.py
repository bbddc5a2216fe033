"""What is wanted in one place of the report and refused in another, which readers would not see."""

from collections.abc import Sequence

from inspel_app.domain.coding import Passage
from inspel_app.domain.synthesis import Across, Chapter, Told
from inspel_app.synthesis.material import Material
from inspel_app.synthesis.parts import dimness, of_two
from inspel_app.synthesis.quoting import quotation


def across(
    chapters: Sequence[Chapter], passages: Sequence[Passage], material: Material
) -> tuple[Across, ...]:
    """For each two places where the sides of a matter are told the two that tell it best."""
    told = _places(chapters)
    never = material.composition.never
    here = {p.id: p for p in passages if p.id in told and p.id not in never}
    found: dict[tuple[Told, Told], tuple[Passage, Passage]] = {}
    for pair in sorted(of_two(here, material), key=dimness):
        wants, refuses = (told[p.id] for p in pair)
        if wants.theme is None or wants.theme != refuses.theme:
            found.setdefault((wants, refuses), pair)
    return tuple(
        Across(quotation(wants, material), where, quotation(refuses, material), other)
        for (where, other), (wants, refuses) in found.items()
    )


def _places(chapters: Sequence[Chapter]) -> dict[str, Told]:
    """Where each passage is told first."""
    told: dict[str, Told] = {}
    for report in (r for chapter in chapters for r in chapter.reports):
        for aspect in report.aspects:
            for theme in aspect.themes:
                place = Told(theme.theme, theme.label, report.heading)
                told |= {key: place for key in theme.passages if key not in told}
            alone = Told(None, "", report.heading)
            told |= {q.passage: alone for q in aspect.single if q.passage not in told}
    return told
