"""Which matter each point is gathered under: the code that it concerns, or what cuts across."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from inspel_app.analysis.protocols import Suggester
from inspel_app.domain.coding import Codebook, Origin, Passage


def matters_of(
    passages: Sequence[Passage],
    codebook: Codebook,
    suggester_of: Callable[[Codebook], Suggester],
) -> list[str | None]:
    """The matter of each point; `suggester_of` makes what suggests the leaves of a codebook.

    Fields that ask about the whole strategy are answered with what cuts across its parts, and the
    few words that such a point shares with some part mislead; so the nearest cross-cutting code is
    its matter, unless a person has said what it concerns.
    """
    across = replace(
        codebook,
        codes=tuple(replace(code, leaf=code in codebook.crosscutting) for code in codebook.codes),
    )
    leaves = {code.id for code in codebook.leaves}
    whole = [row for row, p in enumerate(passages) if _on_the_whole(p, leaves)]
    matters = [p.code for p in passages]
    if not across.leaves or not whole:
        return matters
    told = suggester_of(across).suggest([passages[row].text for row in whole])
    for row, suggestions in zip(whole, told, strict=True):
        matters[row] = suggestions[0].code if suggestions else matters[row]
    return matters


def _on_the_whole(passage: Passage, leaves: set[str]) -> bool:
    """Whether it stands in a field of no leaf's, and nobody has decided what it concerns."""
    origins = {a.origin for a in passage.assignments}
    placed = any(a.origin is Origin.FORM and a.code in leaves for a in passage.assignments)
    return passage.field is not None and not placed and Origin.PERSON not in origins
