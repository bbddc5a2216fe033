"""A round beside an earlier one: who and what comes back, what is new, and what was answered then.

Themes and single points are compared by the middle of what their points say. Under the same
strategy those of the same part are first, and then what is left of all parts: a matter may have
moved. Under another strategy all are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspel_app.domain.coding import Passage
from inspel_app.domain.form import Respondent, Submission
from inspel_app.domain.handling import Disposition
from inspel_app.domain.synthesis import Count
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.handling import Item, board
from inspel_app.services.rounds import Project, codebook_of
from inspel_app.services.theme_view import middles_of
from inspel_app.synthesis.counting import uncounted
from inspel_app.synthesis.material import identity, tally
from inspel_app.synthesis.words import code_heading, respondent_name

_ALIKE = 0.4
"""So near middles mostly raise the same question: seven of ten, on labelled rounds cut in two."""

_MOVED = 0.55
"""Where the part is another, they must be nearer: six of ten said to have moved then have."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a theme or a single point of a round says, and what was answered.

    `part` is the heading of the part of the strategy that it concerns, "" for none.
    """

    text: str
    code: str | None
    part: str
    count: Count
    disposition: Disposition | None


@dataclass(frozen=True, slots=True)
class Returning:
    """A matter of the later round, and that of the earlier one that it seems to be.

    `permille` is how alike the two are.
    """

    now: Matter
    before: Matter
    permille: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A round beside an earlier one.

    `moved` are those that come back under another part of the same strategy, `gone` those that
    nobody raises any more. Respondents are named once: those of both
    rounds, of the later alone and of the earlier alone; private persons are in none.
    """

    title: str
    earlier: str
    counts: tuple[Count, Count]
    back: tuple[Returning, ...]
    moved: tuple[Returning, ...]
    new: tuple[Matter, ...]
    gone: tuple[Matter, ...]
    in_both: tuple[str, ...]
    only_now: tuple[str, ...]
    only_before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Round:
    """What is compared of a round; a row of `middles` for each matter, of length 1."""

    counted: tuple[Submission, ...]
    matters: tuple[Matter, ...]
    middles: NDArray[np.float32]

    @property
    def senders(self) -> dict[str, str]:
        """The organisations by what tells them apart."""
        named = ((identity(s), respondent_name(s)) for s in self.counted)
        return {key: name for key, name in named if not key.startswith("id:")}


def beside(now: Project, before: Project) -> Beside:
    """The later round beside the earlier.

    Raises:
        UsageError: both are the same round, or one has no points yet.
    """
    if now.identity == before.identity:
        raise UsageError(
            _("Det är samma omgång två gånger."), _("Ange en tidigare omgång att jämföra med.")
        )
    later, earlier = _read(now), _read(before)
    alike = later.middles @ earlier.middles.T
    back, moved = _nearest(alike, _ALIKE), {}
    if now.settings.strategy == before.settings.strategy:
        back = _nearest(np.where(_same_part(later.matters, earlier.matters), alike, 0), _ALIKE)
        moved = _nearest(_left(alike, back), _MOVED)
    senders, raised = (later.senders, earlier.senders), {*back.values(), *moved.values()}

    def returning(pairs: dict[int, int]) -> tuple[Returning, ...]:
        told = (
            (later.matters[row], earlier.matters[at], alike[row, at]) for row, at in pairs.items()
        )
        return tuple(Returning(one, other, round(1000 * float(near))) for one, other, near in told)

    return Beside(
        title=now.settings.title,
        earlier=before.settings.title,
        counts=(_count(later), _count(earlier)),
        back=returning(back),
        moved=returning(moved),
        new=tuple(m for row, m in enumerate(later.matters) if row not in {**back, **moved}),
        gone=tuple(m for at, m in enumerate(earlier.matters) if at not in raised),
        in_both=_names(senders[0], senders[0].keys() & senders[1].keys()),
        only_now=_names(senders[0], senders[0].keys() - senders[1].keys()),
        only_before=_names(senders[1], senders[1].keys() - senders[0].keys()),
    )


def _nearest(alike: NDArray[np.float32], least: float) -> dict[int, int]:
    """The column that each row is most alike, where it is so alike at least."""
    nearest = dict(enumerate(alike.argmax(axis=1).tolist()))
    return {row: at for row, at in nearest.items() if alike[row, at] >= least}


def _left(alike: NDArray[np.float32], back: dict[int, int]) -> NDArray[np.float32]:
    """How alike those are that have not been found to come back; 0 for the others."""
    left = alike.copy()
    left[list(back.keys())] = 0
    left[:, list(back.values())] = 0
    return left


def _read(project: Project) -> _Round:
    shown, codebook = board(project), codebook_of(project)
    if not shown.items:
        raise UsageError(
            _("Omgången {title} har inga synpunkter än.").format(title=project.settings.title),
            _("Dela upp svaren i synpunkter och samla dem i teman först."),
        )
    submissions = {s.id: s for s in project.submissions()}
    out = uncounted(tuple(submissions.values()))

    def said(passage: Passage) -> str:
        return _without_sender(passage.text, submissions[passage.submission].respondent)

    def matter(item: Item) -> Matter:
        code = item.codes[0]
        senders = dict.fromkeys(shown.passages[p].submission for p in item.passages)
        return Matter(
            text=item.text,
            code=code,
            part=code_heading(codebook[code]) if code else "",
            count=tally([submissions[key] for key in senders], len(item.passages)),
            disposition=item.handled.handling.disposition if item.handled else None,
        )

    return _Round(
        counted=tuple(s for s in submissions.values() if s.id not in out),
        matters=tuple(map(matter, shown.items)),
        middles=middles_of([[said(shown.passages[p]) for p in i.passages] for i in shown.items]),
    )


def _without_sender(text: str, sender: Respondent) -> str:
    """What a point says; that two speak of their writer by name makes them no more alike."""
    name = sender.organisation.strip()
    return re.sub(rf"\b{re.escape(name)}s?\b", " ", text) if name else text


def _same_part(now: Sequence[Matter], before: Sequence[Matter]) -> NDArray[np.bool_]:
    return np.array([[one.code == other.code for other in before] for one in now])


def _count(read: _Round) -> Count:
    return tally(read.counted, sum(matter.count.passages for matter in read.matters))


def _names(senders: dict[str, str], keys: set[str]) -> tuple[str, ...]:
    return tuple(sorted((senders[key] for key in keys), key=str.casefold))
