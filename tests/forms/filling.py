"""Fills in a form at random, the way people do, as a Document with known answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from inspel_app.domain.document import Block, Control, Document, Method
from inspel_app.domain.form import FormTemplate, Label, LabelKind

PLACEHOLDER = "Klicka för att skriva"
PLAIN = (
    "Vi saknar ett mål om kollektivtrafik i inlandet.",
    "- Bygg ut fibern.\n- Rusta vägen.",
    "Organisationen behöver mer resurser.",
    "Delprioritering 3.2 bör slås ihop med 3.3.\n\nAndra stycket, 30 jan. 2025.",
    "-",
)
QUOTING = (
    "Hur kan identifierade behov utvecklas? Det undrar vi också.",
    "Vad kan utvecklas i det här avsnittet? Allt.",
    "Inspel på avsnittet lämnas av kommunen.",
    "Kontaktperson saknas i hela länet",
)
BACKGROUND = ("Storumans kommun", "Åsa Ek", "Enhet 3", "asa@exempel.example")

Writer = Callable[[str, str, int], list[Block]]
"""(question, text or "", number) -> the blocks of one filled-in field."""


def inline(question: str, text: str, _number: int) -> list[Block]:
    return [Block(f"{question} {text or PLACEHOLDER}")]


def inline_control(question: str, text: str, number: int) -> list[Block]:
    written = text or PLACEHOLDER
    start = len(question) + 1
    control = Control(start, start + len(written), number, placeholder=not text)
    return [Block(f"{question} {written}", controls=(control,))]


def below(question: str, text: str, _number: int) -> list[Block]:
    return [Block(question), *(Block(line) for line in (text or PLACEHOLDER).split("\n"))]


def control_below(question: str, text: str, number: int) -> list[Block]:
    lines = (text or PLACEHOLDER).split("\n")
    held = (Control(0, len(line), number, placeholder=not text) for line in lines)
    return [
        Block(question),
        *(Block(n, controls=(c,)) for n, c in zip(lines, held, strict=True)),
    ]


def glued(question: str, text: str, _number: int) -> list[Block]:
    return [Block(f"{question} {PLACEHOLDER}{text}")]


WRITERS: tuple[Writer, ...] = (inline, inline_control, below, control_below, glued)


@dataclass(frozen=True)
class Habits:
    """How a form is filled in: by which writers, with which answers, and how it is cut about."""

    writers: tuple[Writer, ...] = WRITERS
    answers: tuple[str, ...] = PLAIN
    shuffled: bool = False
    trimmed: bool = False
    filled: float = 0.4


@dataclass
class Filling:
    """A filled-in form and what was written in it, by field."""

    document: Document
    truth: dict[str, str] = field(default_factory=dict)


def fill(template: FormTemplate, rng: Random, habits: Habits) -> Filling:
    """A form filled in at random."""
    sections = list(_sections(template))
    if habits.trimmed:
        sections = [sections[0], *(s for s in sections[1:] if rng.random() < 0.6)]
    if habits.shuffled:
        rest = sections[1:]
        rng.shuffle(rest)
        sections = [sections[0], *rest]
    truth: dict[str, str] = {}
    blocks: list[Block] = []
    for number, label in enumerate(label for section in sections for label in section):
        if label.question is None:
            blocks.append(Block(label.text))
            continue
        text = rng.choice(habits.answers) if rng.random() < habits.filled else ""
        if label.question.startswith("bakgrund.") and text:
            text = rng.choice(BACKGROUND)
        if text:
            truth[label.question] = text
        blocks += rng.choice(habits.writers)(label.text, text, number)
    return Filling(Document.of("f" * 64, Method.TEXT, blocks), truth)


def _sections(template: FormTemplate) -> Iterator[list[Label]]:
    """The form's printed texts, parted before each section."""
    current: list[Label] = []
    for label in template.labels:
        if label.kind is LabelKind.SECTION and current:
            yield current
            current = []
        current.append(label)
    yield current
