"""What tells two inspel apart, field by field and word by word."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from inspel_app.analysis.differences import Change, Difference, differences
from inspel_app.domain.form import Answer, Submission
from inspel_app.domain.kinship import Kinship
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.browsing import several
from inspel_app.services.duplicates import groups
from inspel_app.services.rounds import codebook_of, form_of
from inspel_app.store.project import Project
from inspel_app.synthesis.material import place_names

__all__ = ["Change", "Comparison", "Difference", "FieldComparison", "compare"]

_Key = tuple[str | None, int]
"""A field and which of the answers in it."""


@dataclass(frozen=True, slots=True)
class FieldComparison:
    """One field: both texts ("" where there is no answer), and the stretches of both in order.

    `place` is what people know the question by; `field` is None for a letter.
    """

    field: str | None
    place: str
    change: Change
    one: str
    other: str
    stretches: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two inspel, in which groups they both are, and all fields in which either says something."""

    one: Submission
    other: Submission
    kinships: tuple[Kinship, ...]
    fields: tuple[FieldComparison, ...]


def compare(project: Project, first: int, second: int) -> Comparison:
    """Compare two inspel by their numbers.

    Raises:
        UsageError: there is no inspel with such a number, or both are the same.
    """
    if first == second:
        raise UsageError(
            _("Ett inspel kan inte jämföras med sig självt."), _("Ange två olika nummer.")
        )
    one, other = several(project, (first, second))
    places = place_names(form_of(project), codebook_of(project))
    said, also = _by_field(one.answers), _by_field(other.answers)
    order = {question: n for n, question in enumerate(places)}
    keys = sorted(
        said.keys() | also.keys(),
        key=lambda key: (order.get(key[0] or "", len(order)), key[0] or "", key[1]),
    )
    kinships = (g.kinship for g in groups(project) if one in g.members and other in g.members)
    return Comparison(
        one,
        other,
        tuple(kinships),
        tuple(_field(key[0], said.get(key, ""), also.get(key, ""), places) for key in keys),
    )


def _by_field(answers: Iterable[Answer]) -> dict[_Key, str]:
    texts: defaultdict[str | None, list[str]] = defaultdict(list)
    for answer in answers:
        texts[answer.field].append(answer.text)
    return {(field, n): text for field, said in texts.items() for n, text in enumerate(said)}


def _field(field: str | None, one: str, other: str, places: dict[str, str]) -> FieldComparison:
    stretches = differences(one, other)
    place = _("Fritt brev") if field is None else places.get(field, field)
    return FieldComparison(field, place, _change(one, other, stretches), one, other, stretches)


def _change(one: str, other: str, stretches: Iterable[Difference]) -> Change:
    if all(stretch.change is Change.SAME for stretch in stretches):
        return Change.SAME
    if not one or not other:
        return Change.ADDED if other else Change.REMOVED
    return Change.CHANGED
