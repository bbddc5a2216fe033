"""The strategy as a codebook, and what is said about each of its parts."""

from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class CodeKind(StrEnum):
    """What a code is in its strategy."""

    VISION = "vision"
    PLATS = "plats"
    INRIKTNING = "inriktning"
    MALOMRADE = "malomrade"
    PRIORITERING = "prioritering"
    DELPRIORITERING = "delprioritering"
    PRINCIP = "princip"
    TVARGAENDE = "tvargaende"


_CUT_ACROSS = frozenset({CodeKind.TVARGAENDE, CodeKind.PRINCIP})


@dataclass(frozen=True, slots=True)
class Aspect:
    """A supporting question about each part: id `behov`, title `Identifierade behov`."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that tells of a code; weight 3 tells by itself, 1 is everyday."""

    text: str
    weight: int


@dataclass(frozen=True, slots=True)
class Topic:
    """Something narrower that points on a code often are about; themes are named by it."""

    name: str
    words: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All that tells of it."""
        return (f"{self.name}. {', '.join(self.words)}", *self.examples)


@dataclass(frozen=True, slots=True)
class Code:
    """A part of the strategy. `leaf` codes are what passages are mapped to."""

    id: str
    title: str
    kind: CodeKind
    parent: str | None = None
    leaf: bool = False
    description: str = ""
    terms: tuple[Term, ...] = ()
    examples: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()

    @property
    def short(self) -> str:
        """What it is called where there is little room: `3.3`; ids of words are ours."""
        return self.id if self.id[:1].isdigit() else self.title


@dataclass(frozen=True)
class Codebook:
    """A strategy: its codes in its own order, and the aspects asked about each."""

    id: str
    title: str
    codes: tuple[Code, ...]
    aspects: tuple[Aspect, ...] = ()

    @cached_property
    def leaves(self) -> tuple[Code, ...]:
        """The codes that passages are mapped to, in the strategy's order."""
        return tuple(c for c in self.codes if c.leaf)

    @cached_property
    def crosscutting(self) -> tuple[Code, ...]:
        """The codes that cut across the parts and that no passage is mapped to alone."""
        return tuple(c for c in self.codes if c.kind in _CUT_ACROSS and not c.leaf)

    @cached_property
    def _by_id(self) -> dict[str, Code]:
        return {c.id: c for c in self.codes}

    def __contains__(self, code_id: object) -> bool:
        return code_id in self._by_id

    def __getitem__(self, code_id: str) -> Code:
        return self._by_id[code_id]

    def short(self, codes: Iterable[str]) -> str:
        """`3.3, Barn och unga`, by their ids; an id that the strategy no longer has stays."""
        return ", ".join(self[one].short if one in self else one for one in codes)

    def children(self, code_id: str | None) -> tuple[Code, ...]:
        """The codes right below one (None: the topmost), in the strategy's order."""
        return tuple(c for c in self.codes if c.parent == code_id)


class Stance(StrEnum):
    """What a passage does."""

    STOD = "stod"
    KRITIK = "kritik"
    FORSLAG = "forslag"
    FRAGA = "fraga"
    FAKTA = "fakta"


class Origin(StrEnum):
    """Who says that a passage concerns a code."""

    FORM = "form"
    SUGGESTION = "suggestion"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the machine proposes for a passage: 0-1000 permille, and the words that carried it."""

    code: str
    permille: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Assignment:
    """A code that a passage concerns, by the form's place, a suggestion or a person."""

    code: str
    aspect: str | None
    origin: Origin
    confidence: float = 1.0
    reason: str = ""


SURE = 700
POSSIBLE = 300
"""Permille from which a proposal is called sure, and possible; below that it is unsure."""
_FLOOR_IN_LETTER = 100
"""Permille, twice an even share of twenty codes: no fainter guess was right in judged letters."""
_FLOOR_BESIDE = 250
"""Permille of a further code in a letter; less is a guess beside the first or a person's."""
_FLOOR_IN_FIELD = 400
"""Permille; a field stands for a code of its own or asks about the whole."""


class Register(StrEnum):
    """The kinds of organisations that are named."""

    KOMMUN = "kommun"
    REGION = "region"
    MYNDIGHET = "myndighet"
    LAROSATE = "larosate"
    FORETAG = "foretag"
    FORENING = "forening"


@dataclass(frozen=True, slots=True)
class Actor:
    """An organisation or group named in a passage: as written, its usual name, what it is."""

    text: str
    name: str
    register: Register | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a passage: as written, and the municipality that it lies in."""

    text: str
    municipality: str


class Mark(StrEnum):
    """What a person says of a passage beside its codes."""

    NO_POINT = "ingen-synpunkt"
    """It says nothing on the matter, and is left out of themes and the synthesis."""
    UNSURE = "osaker"
    """Somebody should look at it again."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote about a passage, and when (ISO 8601)."""

    text: str
    person: str
    at: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One point: `text` is `answer.text[start:end]`.

    `id` is `<answer id>:<start>-<end>`. `assignments` come best first. `misplaced` is true
    when it concerns another part of the strategy than the field in which it was written.
    `language` is an ISO 639 code, `mark` what a person says of it beside its codes. `heading` is
    the line that it stands under in a letter: it tells what the point is of, and is no part of it.
    """

    id: str
    submission: str
    answer: str
    field: str | None
    start: int
    end: int
    text: str
    assignments: tuple[Assignment, ...] = ()
    misplaced: bool = False
    stance: Stance | None = None
    theme: str | None = None
    actors: tuple[Actor, ...] = ()
    sources: tuple[str, ...] = ()
    language: str = "sv"
    mark: Mark | None = None
    places: tuple[Place, ...] = ()
    heading: str = ""

    @property
    def code(self) -> str | None:
        """The code that it first and foremost concerns."""
        return self.assignments[0].code if self.assignments else None


def compose_assignments(
    passage: Passage,
    suggestions: Sequence[Suggestion],
    decided: Iterable[Assignment],
    rejected: Container[str] = (),
) -> tuple[Assignment, ...]:
    """Everything that is said about which codes a passage concerns, best first, each code once.

    What a person decided comes first, then the form's place, then the suggestions that are sure
    enough. The best suggestion goes before the form's place when the passage is misplaced.
    `suggestions` come best first; `passage.assignments` are those from the form. Neither tells of
    codes that a person has `rejected`.
    """
    form = [a for a in passage.assignments if a.origin is Origin.FORM]
    placed = [a for a in form if a.code not in rejected]
    aspect = form[0].aspect if form else None
    floor = _FLOOR_IN_LETTER if passage.field is None else _FLOOR_IN_FIELD
    given = list(decided)
    left = [s for s in suggestions if s.code not in rejected]
    proposed = [
        Assignment(s.code, aspect, Origin.SUGGESTION, s.permille / 1000, s.reason)
        for n, s in enumerate(left)
        if s.permille >= (max(floor, _FLOOR_BESIDE) if n or given else floor)
    ]
    ahead = 1 if passage.misplaced else 0
    composed: dict[str, Assignment] = {}
    for assignment in [*given, *proposed[:ahead], *placed, *proposed[ahead:]]:
        composed.setdefault(assignment.code, assignment)
    return tuple(composed.values())


def opposites(
    stance: Stance, passages: Sequence[Passage], who: Callable[[Passage], Hashable]
) -> tuple[Passage, Passage] | None:
    """The first points of a stance and of criticism that are not of the same respondent."""
    against = [p for p in passages if p.stance is Stance.KRITIK]
    held = (p for p in passages if p.stance is stance)
    return next(((a, b) for a in held for b in against if who(a) != who(b)), None)


@dataclass(frozen=True, slots=True)
class Request:
    """A sentence, in a passage's own words, that says what is asked for."""

    passage: str
    text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Passages that say the same kind of thing about one code (None: about the whole).

    `passages` come most typical first; some may concern another code than most of them do.
    `label` is a person's or else the machine's, which then is `suggested` and may be made anew.
    `requests` are the clearest ones, the best first. `kept` is true for a theme that a person has
    named or put together; a `pinned` one gets no more passages by the machine.
    """

    id: str
    code: str | None
    label: str
    keywords: tuple[str, ...]
    passages: tuple[str, ...]
    requests: tuple[Request, ...] = ()
    kept: bool = False
    pinned: bool = False
    suggested: bool = False
