"""The synthesis as plain values; Word, Excel, HTML and JSON are renderers of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from inspel_app.domain.coding import Code, Codebook, Note, Origin, Passage, Theme
from inspel_app.domain.composition import AS_MADE, Composition
from inspel_app.domain.document import Location
from inspel_app.domain.form import ActorType, Submission
from inspel_app.domain.handling import UNHANDLED, Handlings
from inspel_app.domain.invitation import NOBODY, Attendance
from inspel_app.domain.secrecy import NOTHING_WITHHELD, OPEN, Secrecies, Withheld


class Audience(StrEnum):
    """Who will read it, which decides what personal data it holds."""

    WORK = "work"
    """The secretariat: everything, contact persons too."""
    WRITING = "writing"
    """The writing team: organisations named, no contact persons."""
    PUBLIC = "public"
    """Anybody: private persons are not named."""


class ReportKind(StrEnum):
    """What is told of a round in Word."""

    SYNTHESIS = "syntes"
    ACCOUNT = "samradsredogorelse"
    """What was said and what became of it, in the strategy's order."""
    BY_RESPONDENT = "samradsredogorelse-avsandare"
    """The same inspel by inspel."""
    LETTERS = "svarsbrev"
    """A letter to each respondent."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs the round's letters: the authority and its unit, where, and which officer.

    `contact` is how the officer is reached. What nobody has told is empty.
    """

    authority: str = ""
    unit: str = ""
    place: str = ""
    officer: str = ""
    contact: str = ""


UNSIGNED = Signature()
"""Nobody has told who signs."""


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """The round: its title, case number and last day (ISO date); strategy and form by id and title.

    `made` is when the synthesis was made (ISO 8601), `program` the program's version, `attendance`
    tells who of those invited has answered, `identity` tells the round from all others, and
    `signature` who signs its letters.
    """

    title: str
    strategy: str
    strategy_title: str
    form: str
    form_title: str
    made: str
    program: str
    dnr: str = ""
    deadline: str | None = None
    audience: Audience = Audience.WRITING
    attendance: Attendance = NOBODY
    identity: str = ""
    signature: Signature = UNSIGNED


Apart = Sequence[tuple[str, str]]
"""Ids of passages in pairs: one wants what the other refuses."""


@dataclass(frozen=True, slots=True)
class Work:
    """What has been made of the material: what becomes of the points, and of the report.

    `notes` are what people have written about passages, by id; `secrecies` what they have marked.
    `apart` tells what says the opposite of each other. `mixed` are the ids of themes that hold
    several matters.
    """

    handlings: Handlings = UNHANDLED
    composition: Composition = AS_MADE
    notes: Mapping[str, tuple[Note, ...]] = field(default_factory=dict)
    secrecies: Secrecies = OPEN
    apart: Apart = ()
    mixed: frozenset[str] = frozenset()


NO_WORK = Work()
"""Nobody has made anything of it."""


@dataclass(frozen=True, slots=True)
class Count:
    """Inspel and respondents are never mixed up: one respondent may send several inspel."""

    submissions: int
    respondents: int
    passages: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage in the respondent's own words, with its way back to the original.

    `text` may be shortened at the end of a sentence. `place` is the question as people
    name it ("fråga 3.3 Identifierade behov").
    """

    passage: str
    text: str
    submission: str
    number: int
    answer: str
    respondent: str
    actor_type: ActorType | None
    place: str
    location: Location
    secrecy: str = ""
    """The law by which it is marked as secret, in words; told to the secretariat alone."""


@dataclass(frozen=True, slots=True)
class ThemeReport:
    """A theme as the synthesis tells it; `by_type` counts inspel.

    `part` is the heading of the code that it concerns. `supporting`, `opposing` and `proposing`
    count inspel. `respondents` names each respondent once. `asked` are the sentences that say
    most clearly what is asked for. It is `divided` when some want what others refuse.
    """

    theme: str
    label: str
    keywords: tuple[str, ...]
    part: str
    count: Count
    by_type: tuple[tuple[ActorType | None, int], ...]
    respondents: tuple[str, ...]
    municipalities: tuple[str, ...]
    supporting: int
    opposing: int
    proposing: int
    asked: tuple[Quotation, ...]
    quotations: tuple[Quotation, ...]
    passages: tuple[str, ...]
    """The ids of all that it tells of, the most typical first."""
    unclear: int = 0
    """Inspel that neither support, criticise nor propose, as far as is known."""
    divided: bool = False
    facing: tuple[Quotation, Quotation] | None = None
    """One that supports or proposes and one that criticises, from different respondents."""
    mixed: bool = False
    """It holds several matters, and its name tells only some of them."""


@dataclass(frozen=True, slots=True)
class Told:
    """Where a point is told: in a theme, by its id and name, or alone (`theme` is None).

    `part` is the heading of the part of the strategy.
    """

    theme: str | None
    label: str
    part: str


@dataclass(frozen=True, slots=True)
class Across:
    """What is wanted in one place of the report and refused in another: what is told, and where."""

    wanted: Quotation
    wanted_in: Told
    refused: Quotation
    refused_in: Told


@dataclass(frozen=True, slots=True)
class AspectReport:
    """What was said in reply to one supporting question about one code.

    `title` is empty where the code has no supporting questions to tell apart.
    """

    aspect: str | None
    title: str
    count: Count
    themes: tuple[ThemeReport, ...]
    single: tuple[Quotation, ...]
    """Points that share a theme with nobody."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Points that concern a part of the strategy too, but count and are told under others."""

    count: Count
    parts: tuple[tuple[Code | None, Count], ...]
    """Where they are told, in the strategy's order; None for what concerns the whole."""
    quotations: tuple[Quotation, ...]
    """A few that are quoted nowhere else."""


@dataclass(frozen=True, slots=True)
class CodeReport:
    """One part of the strategy: what was said, by how many, with which sources and actors.

    Actors and sources come with the number of inspel that name them.
    """

    code: Code | None
    """None for what concerns no part of the strategy."""
    heading: str
    count: Count
    aspects: tuple[AspectReport, ...]
    proposed: tuple[tuple[str, int], ...]
    """Actors named in reply to the question about actors."""
    struck: tuple[tuple[str, int], ...]
    """Actors that such replies want taken away."""
    actors: tuple[tuple[str, int], ...]
    """Actors named elsewhere."""
    sources: tuple[tuple[str, int], ...]
    misplaced: tuple[Quotation, ...]
    """Written in another field of the form, but concerns this."""
    text_changes: tuple[Quotation, ...] = ()
    """The sentences that propose what the strategy's text should say."""
    beside: Beside | None = None
    """What concerns this too; `count` has nothing of it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A topmost code with all below it, or the topmost codes of one kind."""

    heading: str
    count: Count
    reports: tuple[CodeReport, ...]


@dataclass(frozen=True, slots=True)
class Synthesis:
    """All of it, in the strategy's own order.

    The counts, `largest` and `chapters` leave out the inspel in `uncounted`; `submissions`,
    `passages` and `themes` are the whole material, for appendices and tables.
    """

    facts: RoundFacts
    count: Count
    late: int
    by_type: tuple[tuple[ActorType | None, Count], ...]
    by_municipality: tuple[tuple[str | None, Count], ...]
    by_origin: tuple[tuple[Origin | None, int], ...]
    """How many passages were placed by the form, the machine or a person (None: by nobody)."""
    uncounted: tuple[tuple[str, str], ...]
    """Ids of the inspel that do not count, and why."""
    largest: tuple[ThemeReport, ...]
    """The themes that most inspel share, over the whole strategy; none that is mixed."""
    chapters: tuple[Chapter, ...]
    across: tuple[Across, ...]
    """What is wanted and refused in different themes, each two places once."""
    silent: tuple[Code, ...]
    """Leaves about which nobody said anything."""
    submissions: tuple[Submission, ...]
    passages: tuple[Passage, ...]
    themes: tuple[Theme, ...]
    theme_counts: tuple[tuple[str, Count], ...]
    """For each of `themes`, by id, what counts of it."""
    mixed: frozenset[str]
    """The ids of those of `themes` that hold several matters."""
    places: tuple[tuple[str, str], ...]
    """Field ids and the names that people know the questions by."""
    codebook: Codebook
    unsure: int = 0
    """Of the passages that count, those that somebody was unsure of."""
    no_points: int = 0
    """Passages that a person has marked as no point; they are nowhere else in the synthesis."""
    handlings: Handlings = UNHANDLED
    """What is said of what becomes of the points."""
    composition: Composition = AS_MADE
    """What people have made of the report."""
    notes: Mapping[str, tuple[Note, ...]] = field(default_factory=dict)
    """What people have written about passages, by id."""
    secrecies: Secrecies = OPEN
    """What is marked as secret, for the secretariat; for others it is not here."""
    withheld: Withheld = NOTHING_WITHHELD
    """How much of what is marked is not here."""
