"""What people said of points goes with them when their text is found again.

It may stand in a later version of the inspel, or in an answer that was cut anew or rewritten. What
is not found again stays where it was said, and is listed (`homeless`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from rapidfuzz import fuzz

from inspel_app.domain.coding import Passage
from inspel_app.domain.form import Submission
from inspel_app.domain.revision import Revision
from inspel_app.i18n import ngettext
from inspel_app.store.homeless import SaidOf
from inspel_app.store.project import Project
from inspel_app.synthesis.counting import replaced_by

_SAME = 85.0
"""Per cent alike, of texts that say the same but for some words."""
_REWRITTEN = 50.0
"""Texts less alike have nothing to do with each other, though one stands in the other's place."""
_HALF = 0.5
"""A text that holds so much of another is that, cut otherwise."""


def carry_over(project: Project, by: str | None = None) -> int:
    """Let what was said go with the points whose text is found again; how many, as one action."""
    found = homes(project)
    if found:
        name = ngettext(
            "Flytta med vad som är sagt om {n} synpunkt",
            "Flytta med vad som är sagt om {n} synpunkter",
            len(found),
        )
        with project.action(name.format(n=len(found)), by):
            for said, home in found.items():
                project.decisions.rehome(said, home)
    return len(found)


def homes(project: Project) -> dict[str, str]:
    """Where the points that are gone are found again: their ids, and those of the points there.

    No point is the home of several, nor of any if people have said something of it already.
    """
    strays, newer = _strays(project, project.submissions())
    if not strays:
        return {}
    taken = {said.id for said in project.said_of() if said.alive}
    passages = [tagged.passage for tagged in project.tagged()]
    by_inspel: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_inspel[passage.submission].append(passage)
    found: dict[str, str] = {}
    for said in strays:
        place = newer.get(said.submission, said.submission)
        free = [p for p in by_inspel.get(place, passages) if p.id not in taken]
        home = _home(said, free)
        if home is not None:
            found[said.id] = home
            taken.add(home)
    return found


def homeless(project: Project, submissions: Sequence[Submission]) -> frozenset[str]:
    """The ids of the inspel in which points are gone that people have said something of."""
    strays, newer = _strays(project, submissions)
    return frozenset(newer.get(said.submission, said.submission) for said in strays)


def _strays(
    project: Project, submissions: Sequence[Submission]
) -> tuple[list[SaidOf], dict[str, str]]:
    """Points that are gone, or in a version that has been replaced; and by which inspel."""
    newer = replaced_by(submissions)
    strays = [s for s in project.said_of() if not s.alive or s.submission in newer]
    return strays, newer


def _home(said: SaidOf, passages: Iterable[Passage]) -> str | None:
    """The passage that says most nearly the same, one in the same field before others."""
    scored = [(_likeness(said.text, p.text), p.field == said.field, p) for p in passages]
    score, _same_field, best = max(
        scored, key=lambda s: (s[0], s[1], s[2].id), default=(0.0, False, None)
    )
    return best.id if best is not None and score >= _SAME else None


def _likeness(one: str, other: str) -> float:
    """Per cent; that of a text and most of it is as high as it takes to be the same."""
    first, second = (" ".join(text.casefold().split()) for text in (one, other))
    shorter, longer = sorted((first, second), key=len)
    if not shorter:
        return 0.0
    held = shorter in longer and len(shorter) >= _HALF * len(longer)
    return max(fuzz.ratio(first, second, score_cutoff=_SAME), _SAME if held else 0.0)


def follows(old: str, new: str, revision: Revision) -> Callable[[int, int], tuple[int, int]]:
    """Where what was said of a range of an answer's old text goes in the new one.

    To where it stands now; where that is something else altogether, to where its text is found;
    and else to an empty range, so that nothing is said of what it was not said of.
    """

    def moved(start: int, end: int) -> tuple[int, int]:
        begins, ends = revision.moved(start, end)
        said = old[start:end]
        if fuzz.ratio(said, new[begins:ends]) >= _REWRITTEN:
            return begins, ends
        again = fuzz.partial_ratio_alignment(said, new, score_cutoff=_SAME)
        if again is None or len(said) > len(new):
            return begins, begins
        return again.dest_start, again.dest_end

    return moved
