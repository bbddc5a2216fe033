"""How far analysts say the same of the same passages, and how far the machine says as they do."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from inspel_app.analysis.agreement import (
    MISSING,
    Marks,
    Measure,
    Ratings,
    Sums,
    cohens_kappa,
    f1,
    krippendorffs_alpha,
    resample,
)
from inspel_app.domain.coding import Assignment, Origin
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.figures import Accord, Concord
from inspel_app.store.codings import Coding
from inspel_app.store.project import Project

NEEDED = 20
"""Passages that two have coded both; with fewer, chance decides what the figures come to."""
NEEDED_OF_CODE = 5
"""Passages that somebody has given the code."""
_PAIR = 2
_LIKELY = 0.5
"""The confidence from which the machine holds that a passage concerns a code beside the first."""

Said = Mapping[str, tuple[str, ...]]
"""What one coder says: the codes by passage id, first the code that it concerns foremost."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure and its interval of 95 per cent."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The measures; None where there are too few passages, or nothing could have differed.

    `passages` is how many passages somebody gave the code, or for all codes how many at least
    two have coded. Kappa and F1 are for two coders, alpha for any number.
    """

    passages: int
    kappa: Figure | None
    alpha: Figure | None
    f1: Figure | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What some coders say of the same passages; None among the coders is the machine.

    In `whole`, kappa and alpha compare the first code of each passage, F1 all its codes. In
    `codes` each code is compared by itself: given or not. It is empty with too few passages.
    `accepted` is how many passages are left out, as one of the coders took what the machine
    proposed for many at once: that is no judgement of one's own.
    """

    coders: tuple[str | None, ...]
    whole: Figures
    codes: tuple[tuple[str, Figures], ...]
    accepted: int = 0


def agreement(project: Project) -> tuple[Comparison, ...]:
    """Every two analysts, all of them where they are more, and each with the machine.

    Raises:
        UsageError: no two have coded as many passages as are needed.
    """
    codings = project.codings()
    analysts: dict[str | None, Said] = {p: _said(coding) for p, coding in codings.items()}
    accepted: dict[str | None, frozenset[str]] = {
        person: _accepted(coding) for person, coding in codings.items()
    }
    machine = _said_by_machine(project.proposed())
    groups = [dict(pair) for pair in combinations(analysts.items(), 2)]
    if len(analysts) > _PAIR:
        groups.append(dict(analysts))
    groups += [{person: said, None: machine} for person, said in analysts.items()]
    compared = tuple(
        replace(
            _compare(group), accepted=len(frozenset().union(*(accepted.get(p, ()) for p in group)))
        )
        for group in groups
    )
    if all(comparison.whole.passages < NEEDED for comparison in compared):
        raise _too_few(max((c.whole.passages for c in compared), default=0))
    return compared


def accord(project: Project) -> Accord:
    """The same at a glance: every two analysts with enough in common, and where people differ."""
    people = {person: _said(coding) for person, coding in project.codings().items()}
    pairs, together = [], 0
    for (one, first), (other, second) in combinations(sorted(people.items()), 2):
        both = sorted(first.keys() & second.keys())
        together = max(together, len(both))
        codes = sorted({c for said in (first, second) for p in both for c in said[p]})
        value = cohens_kappa(_first([first, second], both, codes)).value if both else np.nan
        if len(both) >= NEEDED and not np.isnan(value):
            pairs.append(Concord(one, other, len(both), float(value)))
    given: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    for said in people.values():
        for passage, codes_given in said.items():
            given[passage].add(frozenset(codes_given))
    return Accord(tuple(pairs), together, sum(len(sets) > 1 for sets in given.values()), NEEDED)


def _said(coding: Coding) -> Said:
    taken = _accepted(coding)
    own = ((p, said) for p, said in coding.items() if p not in taken)
    return {p: tuple(dict.fromkeys(a.code for a in said)) for p, said in own}


def _accepted(coding: Coding) -> frozenset[str]:
    """The passages for which proposals were accepted with many others at once."""
    unseen = (p for p, said in coding.items() for a in said if a.origin is Origin.SUGGESTION)
    return frozenset(unseen)


def _said_by_machine(coding: Coding) -> Said:
    """The first code, and the suggestions beside it that are more likely than not."""
    return {
        passage: tuple(a.code for n, a in enumerate(said) if n == 0 or _is_likely(a))
        for passage, said in coding.items()
        if said
    }


def _is_likely(assignment: Assignment) -> bool:
    return assignment.origin is Origin.SUGGESTION and assignment.confidence >= _LIKELY


def _compare(group: Mapping[str | None, Said]) -> Comparison:
    """The figures over the passages that at least two of the group have coded."""
    coders = list(group.values())
    counted = sorted({p for said in coders for p in said})
    units = [p for p in counted if sum(p in said for said in coders) > 1]
    if len(units) < NEEDED:
        return Comparison(tuple(group), Figures(len(units), None, None, None), ())
    codes = sorted({c for said in coders for p in units for c in said.get(p, ())})
    first, marks = _first(coders, units, codes), _marks(coders, units, codes)
    draws = resample(len(units))
    whole = _figures(first, marks, draws, len(units))
    each = (_code_figures(first, marks[:, :, n], draws) for n in range(len(codes)))
    return Comparison(tuple(group), whole, tuple(zip(codes, each, strict=True)))


def _first(coders: Sequence[Said], units: Sequence[str], codes: Sequence[str]) -> Ratings:
    """Coders x units: the number of the first code."""
    number = {code: n for n, code in enumerate(codes)}
    return np.array([[number[s[u][0]] if u in s else MISSING for u in units] for s in coders])


def _marks(coders: Sequence[Said], units: Sequence[str], codes: Sequence[str]) -> Marks:
    """Coders x units x codes."""
    return np.array([[[c in s.get(u, ()) for c in codes] for u in units] for s in coders])


def _code_figures(first: Ratings, given: Marks, draws: Sums) -> Figures:
    """The figures for one code; `given` is coders x units."""
    passages = int(given.any(axis=0).sum())
    if passages < NEEDED_OF_CODE:
        return Figures(passages, None, None, None)
    ratings = np.where(first == MISSING, MISSING, given)
    return _figures(ratings, given[:, :, np.newaxis], draws, passages)


def _figures(ratings: Ratings, marks: Marks, draws: Sums, passages: int) -> Figures:
    alpha = _figure(krippendorffs_alpha(ratings), draws)
    if len(ratings) > _PAIR:
        return Figures(passages, None, alpha, None)
    kappa = _figure(cohens_kappa(ratings), draws)
    return Figures(passages, kappa, alpha, _figure(f1(*marks), draws))


def _figure(measure: Measure, draws: Sums) -> Figure | None:
    value = measure.value
    return None if np.isnan(value) else Figure(value, *measure.interval(draws))


def _too_few(most: int) -> UsageError:
    return UsageError(
        _("Samstämmigheten går inte att räkna ut: högst {n} synpunkter är kopplade av två.").format(
            n=most
        ),
        _(
            "Det behövs minst {needed} synpunkter som två analytiker, eller en analytiker och "
            "maskinen, har kopplat var för sig. Koppla fler, eller hämta in andras kopior."
        ).format(needed=NEEDED),
    )
