"""Controls and form fields of the formats with running text, while they are being read."""

import re
from dataclasses import dataclass

from inspel_app.domain.document import ControlKind

_LINK_CODE = re.compile(r'HYPERLINK "[^"]*"(?: \\\w+(?: "[^"]*")?)*')


@dataclass(slots=True, eq=False)
class OpenControl:
    """A control while the text in it is being read.

    `start` is the offset in the block at hand and `piece` how many pieces of text stand
    before it there; `outer` tells that it holds whole paragraphs.
    `default` is the text that stands in it when none is written out: a checkbox's sign, the
    choice of a drop-down field. It is emptied once used. `prompt` is the text of a form field
    that nobody has written in.
    """

    kind: ControlKind = ControlKind.TEXT
    tag: str = ""
    placeholder: bool = False
    default: str = ""
    prompt: str | None = None
    number: int = 0
    start: int = 0
    piece: int = 0
    outer: bool = False


def without_link_code(text: str) -> str:
    """A control's text less the code that LibreOffice writes before a link in it."""
    return _LINK_CODE.sub("", text)


def sign(ticked: bool) -> str:  # noqa: FBT001 - the one thing it is about
    """The text of a checkbox."""
    return "☒" if ticked else "☐"
