"""The help: our own texts, one for each view, in `resources/hjalp`."""

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from inspel_app.resources import resource_dir

_STEP = re.compile(r"(\d+)\. ")


class Kind(Enum):
    """What a block of a text is."""

    HEADING = auto()
    PARAGRAPH = auto()
    STEP = auto()


class Block(NamedTuple):
    """A heading, a paragraph, or a step with its number."""

    kind: Kind
    text: str
    number: str = ""


class HelpText(NamedTuple):
    """What a view is called, one sentence that says what it is for, and the rest."""

    title: str
    summary: str
    rest: tuple[Block, ...]


@lru_cache
def help_text(view: str) -> HelpText:
    """The help on a view, by the name of its drawing."""
    source = (resource_dir() / "hjalp" / f"{view}.md").read_text("utf-8")
    title, summary, *rest = source.strip().split("\n\n")
    blocks = (block for part in rest for block in _blocks(part))
    return HelpText(title.removeprefix("# "), _line(summary), tuple(blocks))


def _blocks(part: str) -> list[Block]:
    """The blocks between two empty lines: one, unless they are steps."""
    if part.startswith("## "):
        return [Block(Kind.HEADING, part.removeprefix("## "))]
    if not _STEP.match(part):
        return [Block(Kind.PARAGRAPH, _line(part))]
    steps = re.split(rf"^(?={_STEP.pattern})", part, flags=re.MULTILINE)
    found = [(_STEP.match(step), step) for step in steps]
    return [Block(Kind.STEP, _line(s[m.end() :]), f"{m[1]}.") for m, s in found if m]


def _line(text: str) -> str:
    return " ".join(text.split())
