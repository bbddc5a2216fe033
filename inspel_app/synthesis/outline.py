"""The report as headings and blocks, the same for Word and HTML."""

from dataclasses import dataclass

from inspel_app.domain.coding import Note


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `quiet` ones are set small."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A respondent's words; `target` is the anchor of the whole answer, "" if it is not here.

    `passage` is the id of what is quoted, `notes` are what people have written about it.
    """

    text: str
    respondent: str
    actor_type: str
    citation: str
    target: str
    passage: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A list of single points."""

    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """A label and a list of names or titles."""

    label: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to an anchor."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `widths` are relative."""

    caption: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str | int | Link, ...], ...]

    @property
    def numeric(self) -> tuple[bool, ...]:
        """Which columns hold numbers only, and so stand to the right."""
        columns = zip(*self.rows, strict=True)
        return tuple(all(isinstance(cell, int) for cell in column) for column in columns)


@dataclass(frozen=True, slots=True)
class AnswerBlock:
    """An answer in full under its question."""

    question: str
    text: str
    anchor: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """How a letter ends: the place and the day, and lines that tell who signs, the name first."""

    where: str
    who: tuple[str, ...]


Block = Text | Facts | Quote | Points | Names | Table | AnswerBlock | Signed


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; its level is its depth in the report.

    `anchor` tells it from all others, and is the same whenever the report is made; it is empty
    where nothing leads here. The contents lead to the two highest levels. `actor_types` are the
    kinds of respondents whose words it holds, for a reader who wants to see some of them only. A
    chapter that `runs_on` needs no page of its own. `points` are the ids of all that it may quote.
    """

    title: str
    anchor: str = ""
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
    actor_types: tuple[str, ...] = ()
    runs_on: bool = False
    points: tuple[str, ...] = ()

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """What it quotes itself, and not what is below it."""
        told = (block.quotes if isinstance(block, Points) else (block,) for block in self.blocks)
        return tuple(one for blocks in told for one in blocks if isinstance(one, Quote))


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report: its title page and its chapters.

    A letter has no `contents`, and no page for its title.
    """

    kicker: str
    title: str
    facts: Facts
    sections: tuple[Section, ...]
    contents: bool = True
