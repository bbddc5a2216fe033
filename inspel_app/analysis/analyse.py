"""The analysis as the services ask for it: passages, suggestions, and what is misplaced.

The order is `passages_of`, `suggestions_for`, `mark_misplaced`; `compose_assignments` in the
domain then says which code a passage concerns, and `themes.make_themes` groups the passages.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from inspel_app.analysis.language import USUAL
from inspel_app.analysis.passages import Places, cut
from inspel_app.analysis.protocols import Linguist, NameFinder
from inspel_app.analysis.references import References
from inspel_app.analysis.stance import stance_of
from inspel_app.analysis.suggest import CodebookSuggester, Lesson
from inspel_app.domain.coding import Actor, Codebook, Origin, Passage, Suggestion
from inspel_app.domain.form import Submission

_SHOWN = 5
"""As many suggestions as a person looks through, at most."""
_SHOWN_PERMILLE = 10
_PARTS = 5
"""The more parts, the more each can learn from, and the longer it takes."""
_CLEAR_PERMILLE = 380
_DENIED_PERMILLE = 5
"""A passage is misplaced when another code has at least the first and the form's less than the
second. In a round of 16 inspel with one point in twelve put in another field by chance, six times
over, 73 of 100 said to be misplaced were so, and 53 of 100 misplaced were found."""
_ENOUGH_WORDS = 6
"""Shorter passages say too little to contradict the field that they stand in."""


class Decided(NamedTuple):
    """What people said of passages, by passage id.

    `codes` are those that it concerns, best first; `rejected` those that it does not, in order.
    """

    codes: Mapping[str, Sequence[str]]
    rejected: Mapping[str, Sequence[str]]


def passages_of(
    submissions: Iterable[Submission],
    places: Places,
    references: References,
    names: NameFinder,
    linguist: Linguist,
) -> list[Passage]:
    """The points of all inspel: with codes of their places, stance, actors, sources and language.

    A point that does not tell its language is in that of its answer; what announces it tells its
    stance before its own words do.
    """
    passages = []
    for submission in submissions:
        own = submission.respondent.organisation
        languages = {a.id: linguist.language_of(a.text) or USUAL for a in submission.answers}
        passages += [
            replace(
                told := described(passage, own, names),
                stance=passage.stance or told.stance,
                language=linguist.language_of(passage.text, whole) or whole,
            )
            for passage in cut(submission, places, references)
            for whole in (languages[passage.answer],)
        ]
    return passages


def described(passage: Passage, own: str, names: NameFinder) -> Passage:
    """A passage with its stance, actors and sources; `own` is the respondent's organisation."""
    found, sources = names.names(passage.text)
    actors = tuple(a for a in found if not _is_own(a, own))
    places = names.places(passage.text, found)
    stance = stance_of(passage.text)
    return replace(passage, stance=stance, actors=actors, sources=sources, places=places)


def _is_own(actor: Actor, organisation: str) -> bool:
    """Whether a respondent names itself: "Länsstyrelsen" in a county board's answer."""
    own = organisation.casefold().split()
    named = [name.casefold().split() for name in (actor.text, actor.name)]
    return any(own[: len(name)] == name for name in named)


def suggestions_for(
    passages: Sequence[Passage],
    suggester: CodebookSuggester,
    decided: Decided | None,
) -> Iterator[dict[str, list[Suggestion]]]:
    """The suggestions by passage id, part by part.

    First the leaves, best first, the hopeless left out save the form's; then what cuts across.

    A part holds some of the inspel, and learns from the others: from the fields that points were
    written in and from what people decided. So none is told what it says itself.

    Args:
        passages: All of a round.
        suggester: What knows the codebook.
        decided: What people said; None to learn nothing, from the fields neither.
    """
    if not passages:
        return
    prepared = suggester.prepare([p.text for p in passages], [p.heading for p in passages])
    inspel = {s: n for n, s in enumerate(dict.fromkeys(p.submission for p in passages))}
    parts = np.array([inspel[p.submission] % _PARTS for p in passages])
    across = suggester.across(prepared)
    lessons = [] if decided is None else list(_lessons(passages, decided))
    for part in np.unique(parts):
        rows = np.flatnonzero(parts == part).tolist()
        learnt = suggester.learn(prepared, [one for one in lessons if parts[one.text] != part])
        ranked = suggester.suggestions(prepared.at(rows), learnt)
        yield {
            passages[row].id: worth_a_look(passages[row], found) + across[row]
            for row, found in zip(rows, ranked, strict=True)
        }


def worth_a_look(passage: Passage, found: Sequence[Suggestion]) -> list[Suggestion]:
    """Of the ranked leaves those that are not hopeless, and the form's own."""
    placed = _placed(passage)
    return [
        s
        for position, s in enumerate(found)
        if (position < _SHOWN and s.permille >= _SHOWN_PERMILLE) or s.code == placed
    ]


def _placed(passage: Passage) -> str | None:
    """The code of the field that it was written in."""
    return next((a.code for a in passage.assignments if a.origin is Origin.FORM), None)


def _lessons(passages: Sequence[Passage], decided: Decided) -> Iterator[Lesson]:
    """What fields teach, and then what people do, who go before the field."""
    for row, passage in enumerate(passages):
        code = _placed(passage)
        said = passage.id in decided.codes or code in decided.rejected.get(passage.id, ())
        if code and not said:
            yield Lesson(row, code)
    for row, passage in enumerate(passages):
        for code in decided.codes.get(passage.id, ())[:1]:
            yield Lesson(row, code)
        for code in decided.rejected.get(passage.id, ()):
            yield Lesson(row, code, concerns=False)


def mark_misplaced(
    passages: Iterable[Passage], suggestions: Mapping[str, Sequence[Suggestion]], codebook: Codebook
) -> list[Passage]:
    """The passages with `misplaced` set on those that clearly concern another leaf."""
    leaves = {code.id for code in codebook.leaves}
    return [
        replace(p, misplaced=_is_misplaced(p, suggestions.get(p.id, ()), leaves)) for p in passages
    ]


def _is_misplaced(
    passage: Passage, suggestions: Sequence[Suggestion], leaves: Container[str]
) -> bool:
    placed = _placed(passage)
    if (
        placed is None
        or placed not in leaves
        or len(passage.text.split()) < _ENOUGH_WORDS
        or not suggestions
        or suggestions[0].code not in leaves
    ):
        return False
    permille = {s.code: s.permille for s in suggestions}
    return suggestions[0].permille >= _CLEAR_PERMILLE and permille.get(placed, 0) < _DENIED_PERMILLE
