"""Marks of secrecy (sekretessmarkering): what goes to nobody outside the secretariat.

A mark holds whatever is made anew around it: where it cannot be told what it stands on, all that
it may stand on is kept out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from inspel_app.domain.coding import Passage
from inspel_app.domain.form import Answer


class SecretKind(StrEnum):
    """What can be marked."""

    SUBMISSION = "inspel"
    ANSWER = "svar"
    PASSAGE = "synpunkt"


@dataclass(frozen=True, slots=True)
class Secrecy:
    """A mark on an inspel, on an `answer` of it, or on the `text` in [start, end) of that.

    `id` is that of what is marked, and is the passage's where a text is. `provision` is the law
    ("OSL 21 kap. 1 §"), `authority` who decided, `decided` the day (ISO date), `person` who marked.
    """

    id: str
    submission: str
    answer: str = ""
    start: int = 0
    end: int = 0
    text: str = ""
    provision: str = ""
    authority: str = ""
    decided: str = ""
    person: str = ""

    @property
    def kind(self) -> SecretKind:
        """What is marked."""
        if self.text:
            return SecretKind.PASSAGE
        return SecretKind.ANSWER if self.answer else SecretKind.SUBMISSION

    def stretch(self, answer: Answer) -> tuple[int, int]:
        """Where it stands in its answer: where its text does, or else on the whole answer."""
        if not self.text:
            return 0, len(answer.text)
        at = self.start
        if answer.text[at : self.end] != self.text:
            at = answer.text.find(self.text)
        return (0, len(answer.text)) if at < 0 else (at, at + len(self.text))


@dataclass(frozen=True)
class Secrecies:
    """All marks of a round."""

    marks: tuple[Secrecy, ...] = ()

    def of_submission(self, submission: str) -> tuple[Secrecy, ...]:
        """The marks on an inspel as a whole, by its id."""
        return tuple(
            m for m in self.marks if m.submission == submission and m.kind is SecretKind.SUBMISSION
        )

    def of_answer(self, submission: str, answer: str) -> tuple[Secrecy, ...]:
        """The marks on an answer as a whole, or on its inspel, by their ids."""
        own = (m for m in self.marks if m.answer == answer and m.kind is SecretKind.ANSWER)
        return (*self.of_submission(submission), *own)

    def of_passage(self, passage: Passage) -> tuple[Secrecy, ...]:
        """The marks on what a passage says, on its answer or on its inspel."""
        return (
            *self.of_answer(passage.submission, passage.answer),
            *(m for m in self.marks if m.answer == passage.answer and _meets(m, passage)),
        )


def _meets(mark: Secrecy, passage: Passage) -> bool:
    """Whether a mark on a text holds something of the passage."""
    if mark.kind is not SecretKind.PASSAGE:
        return False
    apart = passage.end <= mark.start or passage.start >= mark.end
    return not apart or mark.text in passage.text or passage.text in mark.text


OPEN = Secrecies()
"""Nothing is marked."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """How much was kept out: inspel, whole answers, stretches of others, and points in all these.

    `provisions` are the laws that the marks name, each once.
    """

    submissions: int = 0
    answers: int = 0
    stretches: int = 0
    passages: int = 0
    provisions: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.submissions or self.answers or self.stretches)


NOTHING_WITHHELD = Withheld()
"""Nothing was kept out."""


def provisions(marks: Iterable[Secrecy]) -> Iterator[str]:
    """The laws that marks name, each once."""
    yield from dict.fromkeys(mark.provision for mark in marks)
