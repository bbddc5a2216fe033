"""What the example round holds: the respondents' texts and the form's printed text."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

HERE = Path(__file__).parent
TEXTS = HERE / "texts"
FORM = HERE / "mall.txt"
PLACEHOLDER = "Klicka för att skriva"
NO_CONTROL = "1.vagen-framat"
"""The one question of the real form that was published without a control."""


@dataclass(frozen=True)
class Footnote:
    """A footnote, and the words after which its mark stands."""

    after: str
    text: str


@dataclass(frozen=True)
class Source:
    """One invented inspel: who, in which kind of file, and what was written."""

    id: str
    file: str
    shape: str
    type: str
    municipality: str
    answers: Mapping[str, str] = field(default_factory=dict)
    again: Mapping[str, str] = field(default_factory=dict)
    """A second answer to the same question, in a section that occurs twice."""
    withdrawn: Mapping[str, str] = field(default_factory=dict)
    """Answers that were deleted again with change tracking on: no answers."""
    letter: str = ""
    order: tuple[int, ...] = ()
    """The numbers of the priorities in the order that they stand in the file."""
    stamp: str = ""
    footnote: Footnote | None = None

    def facit(self) -> dict[str, object]:
        """What a perfect reader finds in the file."""
        truth: dict[str, object] = {
            "id": self.id,
            "file": self.file,
            "shape": self.shape.removeprefix("letter-"),
            "kind": "letter" if self.letter else "form",
            "aktorstyp": self.type,
            "kommun": self.municipality,
            "answers": {
                question: "\n".join(filter(None, (text, self.again.get(question))))
                for question, text in self.answers.items()
            },
        }
        if self.letter:
            truth["text"] = self.letter.replace("\u00ad", "")
        return truth


class Print(Enum):
    """What a line of the form is; the value is its mark in the file."""

    TITLE = "= "
    HEADING = "# "
    SECTION = "## "
    PART = "### "
    QUESTION = "? "
    BULLET = "- "
    MAP = "[karta]"
    PAGE = "[sida]"
    TEXT = ""


@dataclass(frozen=True)
class Printed:
    """One printed line of the form; questions have a field id."""

    kind: Print
    text: str
    field: str | None = None


def load_sources() -> tuple[Source, ...]:
    """All inspel of the example round, in order."""
    return tuple(_source(tomllib.loads(p.read_text("utf-8"))) for p in sorted(TEXTS.glob("*.toml")))


def load_form() -> tuple[Printed, ...]:
    """The printed text of the form, line by line."""
    return tuple(_printed(line) for line in FORM.read_text("utf-8").splitlines())


def _source(raw: dict[str, object]) -> Source:
    note, order = raw.pop("footnote", None), raw.pop("order", ())
    return Source(**raw, order=tuple(order), footnote=Footnote(**note) if note else None)  # type: ignore[arg-type]


def _printed(line: str) -> Printed:
    kind = next(k for k in Print if line.startswith(k.value))
    rest = line.removeprefix(kind.value)
    if kind is Print.QUESTION:
        question, _, text = rest.partition(" | ")
        return Printed(kind, text, question)
    return Printed(kind, rest)
