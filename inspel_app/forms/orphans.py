"""Questions that stand without the heading which tells them from the others of the same words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.align import Match
from inspel_app.forms.folding import fold

UNSURE = 0.5
"""The fit of a question of which nothing around it tells under which heading it belongs."""


def with_orphans_doubted(template: FormTemplate, matches: Sequence[Match]) -> list[Match]:
    """The matches, with little fit for such questions, as on a page that was sent by itself.

    The heading is known where it stands, where the question follows the one before it in the
    form, and where the next heading follows the question.
    """
    labels = template.labels
    alike = _alike(template)
    doubted: set[Match] = set()
    run: list[Match] = []
    before = -1
    for match in matches:
        label = labels[match.label]
        if label.kind is LabelKind.OWN:
            continue
        if run and label.parent == labels[run[-1].label].parent and match.label > before:
            run.append(match)
        else:
            if not _follows(template, before, match.label):
                doubted.update(run)
            lost = label.parent not in (before, _parent(template, before))
            run = (
                [match]
                if match.label in alike and lost and not _follows(template, before, match.label)
                else []
            )
        before = match.label
    doubted.update(run)
    return [replace(m, fit=min(m.fit, UNSURE)) if m in doubted else m for m in matches]


@lru_cache(maxsize=16)
def _alike(template: FormTemplate) -> frozenset[int]:
    """The questions whose words stand more than once in the form."""
    texts = [fold(label.text) for label in template.labels]
    times = Counter(texts)
    asking = (n for n, label in enumerate(template.labels) if label.question)
    return frozenset(n for n in asking if times[texts[n]] > 1)


def _parent(template: FormTemplate, label: int) -> int | None:
    return template.labels[label].parent if label >= 0 else None


def _follows(template: FormTemplate, before: int, label: int) -> bool:
    """Whether the form asks nothing between the two, of which the first comes first."""
    between = template.labels[before + 1 : label]
    return 0 <= before < label and not any(x.question for x in between)
