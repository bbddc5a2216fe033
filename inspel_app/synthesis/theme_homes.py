"""Under which part of the strategy themes are told, the same in every report."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from inspel_app.domain.coding import Passage, Theme


def at_home(themes: Iterable[Theme], passages: Iterable[Passage]) -> tuple[Theme, ...]:
    """The themes under their own part while some of these points in them concern it.

    Else under the part that most of them do, as themes may be older than codes.
    """
    codes = {passage.id: passage.code for passage in passages}
    return tuple(_moved(t, [codes[p] for p in t.passages if p in codes]) for t in themes)


def _moved(theme: Theme, codes: Sequence[str | None]) -> Theme:
    if not codes or theme.code in codes:
        return theme
    return replace(theme, code=Counter(codes).most_common(1)[0][0])
