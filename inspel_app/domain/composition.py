"""What people make of the report before it goes out: its texts, its order, what is left out.

What they say is kept by the keys of sections and the ids of passages, whatever the machine makes
anew; what it was said of may be gone, and is there again one day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

TOP = ""
"""The key of what holds the chapters."""


@dataclass(frozen=True, slots=True)
class SectionEdit:
    """What a person has made of a section of the report, by its key.

    `title` is what the section was called then, `above` the key of the section that it stood in.
    A section of the person's `own` is there for its sake alone, and `title` is its heading.
    """

    key: str
    title: str
    above: str = TOP
    own: bool = False
    text: str = ""
    left_out: bool = False

    @property
    def says_something(self) -> bool:
        """Whether the section would be another without it."""
        return self.own or self.left_out or bool(self.text)


@dataclass(frozen=True)
class Composition:
    """All that people have made of the report.

    `sections` are by key. `orders` tell, by the key of what they stand in, the sections whose order
    is a person's. `chosen` are the passages to be quoted, in that order among themselves; those in
    `never` are not quoted anywhere.
    """

    sections: Mapping[str, SectionEdit] = field(default_factory=dict)
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()


AS_MADE = Composition()
"""Nobody has made anything of it."""


def in_order(keys: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The keys in the order that is wanted; one that is not named comes after what it came after.

    Args:
        keys: in the order that they would have by themselves.
        wanted: some of them, and perhaps others that are gone.
    """
    here = set(keys)
    ordered = [key for key in wanted if key in here]
    named = set(ordered)
    before = None
    for key in keys:
        if key not in named:
            ordered.insert(ordered.index(before) + 1 if before is not None else 0, key)
        before = key
    return ordered
