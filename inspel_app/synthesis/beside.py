"""What concerns a matter that cuts across the strategy, but is told under another part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from inspel_app.domain.coding import POSSIBLE, Code, Codebook, Passage
from inspel_app.domain.synthesis import Beside, Chapter, CodeReport, Count
from inspel_app.synthesis.material import Material
from inspel_app.synthesis.quoting import typical

_MOST = 2
"""Quotations of what is told elsewhere."""

Buckets = Mapping[str | None, Sequence[Passage]]
"""The passages that are told under each code."""


def also(buckets: Buckets, codebook: Codebook) -> Buckets:
    """For each crosscutting code what concerns it too but is not told there, the surest first."""
    passages = {p.id: p for held in buckets.values() for p in held}
    found: dict[str | None, Sequence[Passage]] = {}
    for code in codebook.crosscutting:
        told = {p.id for p in buckets.get(code.id, ())}
        shares = {key: _share(passage, code.id) for key, passage in passages.items()}
        sure = {key: share for key, share in shares.items() if share >= POSSIBLE / 1000}
        held = [passages[key] for key in sure if key not in told]
        if held:
            found[code.id] = sorted(held, key=lambda p: -sure[p.id])
    return found


def _share(passage: Passage, code: str) -> float:
    """How sure it is that a passage concerns a code (0-1)."""
    return next((a.confidence for a in passage.assignments if a.code == code), 0)


def with_beside(
    chapters: Sequence[Chapter],
    beside: Buckets,
    buckets: Buckets,
    codebook: Codebook,
    material: Material,
) -> tuple[Chapter, ...]:
    """The chapters with what concerns their parts too; nothing that they quote is quoted anew."""
    quoted = {p for c in chapters for r in c.reports for p in _quoted(r)}

    def told(report: CodeReport) -> CodeReport:
        held = beside.get(report.code.id, ()) if report.code else ()
        if not held:
            return report
        free = [p for p in held if p.id not in quoted]
        quotations = typical(free, material)[:_MOST] if free else ()
        quoted.update(q.passage for q in quotations)
        parts = tuple(_parts(held, buckets, codebook, material))
        return replace(report, beside=Beside(material.count(held), parts, quotations))

    return tuple(replace(c, reports=tuple(map(told, c.reports))) for c in chapters)


def _quoted(report: CodeReport) -> Iterator[str]:
    """The passages that a part of the report quotes, also those of which it quotes a sentence."""
    for aspect in report.aspects:
        yield from (q.passage for q in aspect.single)
        for theme in aspect.themes:
            yield from (q.passage for q in (*theme.asked, *theme.quotations, *(theme.facing or ())))
    yield from (q.passage for q in (*report.misplaced, *report.text_changes))


def _parts(
    held: Sequence[Passage], buckets: Buckets, codebook: Codebook, material: Material
) -> Iterator[tuple[Code | None, Count]]:
    """Where the passages are told, each in one place, and how many there."""
    left = {p.id for p in held}
    for code in (None, *codebook.codes):
        bucket = buckets.get(code.id if code else None, ())
        here = [p for p in bucket if p.id in left]
        left.difference_update(p.id for p in here)
        if here:
            yield code, material.count(here)
