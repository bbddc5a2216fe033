"""Forms, and what one respondent sent in."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import chain
from textwrap import shorten

from inspel_app.domain.document import Location, Method, Problem

_NAME = 60
"""Characters of a question's text that are shown where it is named."""


class LabelKind(StrEnum):
    """What a printed text of the form is."""

    SECTION = "section"
    HEADING = "heading"
    QUESTION = "question"
    OWN = "own"
    """The form's own running text: never an answer."""


@dataclass(frozen=True, slots=True)
class Label:
    """A printed text of the form, in the form's order; `question` is set for questions.

    `parent` is the index, in `FormTemplate.labels`, of the heading or section above.
    """

    kind: LabelKind
    text: str
    aliases: tuple[str, ...] = ()
    question: str | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One field of the form: `code` and `aspect` say what of the strategy it concerns."""

    id: str
    section: str
    heading: str | None
    text: str
    code: str | None = None
    aspect: str | None = None


@dataclass(frozen=True)
class FormTemplate:
    """A form: its fields, its printed texts in order, and the texts that are never answers."""

    id: str
    title: str
    strategy: str
    questions: tuple[Question, ...]
    labels: tuple[Label, ...]
    placeholders: tuple[str, ...]
    picture_texts: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    """The region's own, by which respondents are sorted."""

    def question(self, field_id: str) -> Question:
        """The question with this id; KeyError if there is none."""
        return self._by_id[field_id]

    def name_of(self, field_id: str) -> str:
        """What people know a question by, in a few words: where it stands and how it begins."""
        question = self.question(field_id)
        above = question.code or question.heading or question.section
        return f"{above}: {shorten(question.text, _NAME, placeholder=' …')}"

    @cached_property
    def _by_id(self) -> dict[str, Question]:
        return {q.id: q for q in self.questions}


class ActorType(StrEnum):
    """Kinds of respondents."""

    KOMMUN = "kommun"
    REGION = "region"
    STATLIG_MYNDIGHET = "statlig-myndighet"
    NARINGSLIV = "naringsliv"
    AKADEMI = "akademi"
    CIVILSAMHALLE = "civilsamhalle"
    POLITISK = "politisk"
    PRIVATPERSON = "privatperson"


class Status(StrEnum):
    """Where an inspel stands in the triage."""

    NY = "ny"
    LAST = "last"
    KOMPLETTERAS = "kompletteras"
    KLAR = "klar"
    RAKNAS_INTE = "raknas-inte"
    EJ_INSPEL = "ej-inspel"


@dataclass(frozen=True, slots=True)
class Respondent:
    """Who sent it. `contact` and `email` are personal data and kept apart in the store."""

    organisation: str = ""
    unit: str = ""
    contact: str = ""
    email: str = ""
    type: ActorType | None = None
    municipality: str | None = None


@dataclass(frozen=True, slots=True)
class DoubtfulWord:
    """A word that was not read surely from a picture; `text` is as it was read.

    What stands for it now is `[start, end)` of the text that holds it: nothing where it was
    struck out. `confidence` (0-1) is how sure the reading is. `place` leads to the word on the
    page. `settled` is true when a person has said what it shall be.
    """

    start: int
    end: int
    text: str
    confidence: float
    place: Location
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What was written in one field (`field` None: a letter as a whole).

    `text` is the texts at `parts` joined by line breaks, in the document's order. `content` is
    False for "-", "Inget att tillägga" and references; `refers_to` are the field ids or
    code that a reference such as "Se 3.1" points to. A person may correct what was misread:
    then `reading` is the text as it was read, and `parts` go with that.
    """

    id: str
    field: str | None
    text: str
    method: Method
    parts: tuple[Location, ...]
    content: bool = True
    confidence: float = 1.0
    refers_to: tuple[str, ...] = ()
    doubtful: tuple[DoubtfulWord, ...] = ()
    reading: str | None = None

    @property
    def as_read(self) -> str:
        """The text before anybody corrected it."""
        return self.text if self.reading is None else self.reading

    @property
    def headings(self) -> list[tuple[int, int]]:
        """The stretches of the text that the writer marked as headings; none of a corrected one."""
        found: list[tuple[int, int]] = []
        at = 0
        for part in self.parts if self.reading is None else ():
            found += [(at + start, at + end) for start, end in part.headings]
            at += part.end - part.start + 1
        return found


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A line of the ledger: text that is neither an answer nor the form's own.

    `reading` is the text as it was read where a person has corrected it. `withdrawn` is true of
    what the writer took back in the file, deleted, struck through or hidden, or only commented.
    """

    text: str
    location: Location
    doubtful: tuple[DoubtfulWord, ...] = ()
    reading: str | None = None
    withdrawn: bool = False

    @property
    def as_read(self) -> str:
        """The text before anybody corrected it."""
        return self.text if self.reading is None else self.reading


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file that belongs to an inspel: the name it came with and its SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Submission:
    """An inspel: what one respondent sent in, in one or several files.

    `number` is the running number shown to people, `id` is made from the content and the
    same in every copy of the round. `received` is ISO 8601 or None. `certainty` (0-1) is
    how sure it is that `form` is the form. `duplicate_of`, `replaces`, `campaign` and
    `additions` are the machine's findings; `confirmed` is a person's word that it counts,
    whatever it is like. `sent_from` is the address of the mail that brought it, personal data
    too, by which mails are joined. `assignee` is who sees to it, empty for nobody.
    """

    id: str
    files: tuple[SourceFile, ...]
    number: int = 0
    status: Status = Status.NY
    form: str | None = None
    certainty: float = 0.0
    respondent: Respondent = field(default_factory=Respondent)
    answers: tuple[Answer, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    problems: tuple[Problem, ...] = ()
    received: str | None = None
    late: bool = False
    dnr: str | None = None
    own_dnr: str | None = None
    duplicate_of: str | None = None
    replaces: str | None = None
    campaign: str | None = None
    additions: tuple[str, ...] = ()
    confirmed: bool = False
    sent_from: str = ""
    assignee: str = ""

    @cached_property
    def unsettled(self) -> int:
        """How many doubtful words nobody has settled yet; kept, as lists ask again and again."""
        answered = (word for answer in self.answers for word in answer.doubtful)
        left = (word for line in self.unplaced for word in line.doubtful)
        return sum(not word.settled for word in chain(answered, left))

    @property
    def unread(self) -> bool:
        """Whether nothing was read of it: neither a form nor any text."""
        return self.form is None and not self.answers
