"""How well what was found agrees with what people labelled: pure functions, 0 to 1."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure (0-1) and how many cases it was taken on."""

    value: float
    cases: int


def share(hits: Iterable[bool]) -> Figure:
    """How many of all; 0 of none."""
    found = list(hits)
    return Figure(sum(found) / max(len(found), 1), len(found))


def f1(right: int, found: int, wanted: int) -> Figure:
    """Precision and recall in one: `right` of what was found and of what was wanted."""
    return Figure(2 * right / max(found + wanted, 1), wanted)


def macro_f1(truth: Sequence[str], said: Sequence[str]) -> Figure:
    """The mean over the categories in the truth of their F1, each as one."""
    pairs = list(zip(truth, said, strict=True))
    wanted, found = Counter(truth), Counter(said)
    right = Counter(a for a, b in pairs if a == b)
    each = [f1(right[c], found[c], wanted[c]).value for c in sorted(wanted)]
    return Figure(sum(each) / max(len(each), 1), len(pairs))


def b_cubed(truth: Sequence[Hashable], said: Sequence[Hashable]) -> Figure:
    """F1 of B-cubed: how alike the groups are, as each member sees them.

    Bagga and Baldwin, Algorithms for scoring coreference chains (1998).
    """
    together = Counter(zip(truth, said, strict=True))
    one, other = Counter(truth), Counter(said)
    precision = sum(n * n / other[b] for (_a, b), n in together.items()) / max(len(said), 1)
    recall = sum(n * n / one[a] for (a, _b), n in together.items()) / max(len(truth), 1)
    return Figure(2 * precision * recall / max(precision + recall, 1e-9), len(truth))


def calibration_error(confidence: Sequence[float], right: Sequence[bool], bins: int = 10) -> Figure:
    """The expected calibration error: how far confidence is from the share that is right.

    Guo and others, On calibration of modern neural networks (2017); bins of equal width.
    """
    groups: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for sure, hit in zip(confidence, right, strict=True):
        groups[min(int(sure * bins), bins - 1)].append((sure, hit))
    gaps = (abs(sum(s for s, _ in g) - sum(h for _, h in g)) for g in groups.values())
    return Figure(sum(gaps) / max(len(confidence), 1), len(confidence))


def names_f1(wanted: Mapping[str, Iterable[str]], found: Mapping[str, Iterable[str]]) -> Figure:
    """F1 of names by passage; a name is the same as one that holds it or that it holds."""
    missed = right = extra = 0
    for passage in wanted:
        want = [w.casefold() for w in wanted[passage]]
        have = [h.casefold() for h in found.get(passage, ())]
        right += sum(any(_alike(w, h) for h in have) for w in want)
        missed += sum(not any(_alike(w, h) for h in have) for w in want)
        extra += sum(not any(_alike(w, h) for w in want) for h in have)
    return f1(right, right + extra, right + missed)


def _alike(one: str, other: str) -> bool:
    return one in other or other in one
