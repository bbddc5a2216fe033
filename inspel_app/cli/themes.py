"""What the command that proposes themes answers: all of them, and how many raise each."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from inspel_app.cli.output import Answer, table
from inspel_app.domain.coding import Codebook, Passage, Stance, Theme
from inspel_app.i18n import _, ngettext

_SHARED = 2
"""How many points a theme has at least where people read of themes, as in the synthesis."""


class _Row(NamedTuple):
    """A theme as a list tells it; `submissions`, `supporting` and `opposing` count inspel."""

    id: str
    label: str
    code: str | None
    size: int
    submissions: int
    supporting: int
    opposing: int


def of_themes(themes: Sequence[Theme], passages: Iterable[Passage], codebook: Codebook) -> Answer:
    """The themes of two points or more, the most raised first; the others count in the JSON."""
    here = {p.id: p for p in passages}
    shared = [_row(t, [here[p] for p in t.passages]) for t in themes if len(t.passages) >= _SHARED]
    shared.sort(key=lambda row: (-row.submissions, -row.size, row.label))
    headings = (
        _("tema"),
        _("del"),
        _("synpunkter"),
        _("inspel"),
        _("stöd"),
        _("kritik"),
        _("id"),
    )
    cells = [(r.label, codebook.short(filter(None, [r.code])), *r[3:], r.id) for r in shared]
    listed = (table(headings, cells, wrapped=(0, 1)),) if cells else ()
    data = {"themes": len(themes), "shared": [row._asdict() for row in shared]}
    return Answer(data, (*listed, how_many(themes)))


def _row(theme: Theme, passages: Sequence[Passage]) -> _Row:
    def inspel(*stances: Stance) -> int:
        return len({p.submission for p in passages if not stances or p.stance in stances})

    counts = inspel(), inspel(Stance.STOD), inspel(Stance.KRITIK)
    return _Row(theme.id, theme.label, theme.code, len(passages), *counts)


def how_many(themes: Sequence[Theme]) -> str:
    """How many themes people read of."""
    shared = sum(len(theme.passages) >= _SHARED for theme in themes)
    return ngettext(
        "{n} tema med minst två synpunkter.", "{n} teman med minst två synpunkter.", shared
    ).format(n=shared)
