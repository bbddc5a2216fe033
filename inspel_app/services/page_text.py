"""What stands where on the pages of an original, so that a text can be looked for on them.

It is read anew in a child process, as it was when it came; a page that was read as a picture is
remembered for a while, and costs nothing the second time.
"""

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace

from inspel_app.domain.document import Block, Box


@dataclass(frozen=True, slots=True)
class Printed:
    """A word or a line where it stands on a page; `start` and `end` are offsets in the text."""

    start: int
    end: int
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of an original, and what of it is printed where, in the text's order."""

    text: str
    printed: tuple[Printed, ...]

    def where(self, start: int, end: int) -> list[Printed]:
        """The places of a stretch of the text, each no wider than what of it stands there."""
        return [
            _narrowed(one, max(start, one.start), min(end, one.end))
            for one in self.printed
            if one.start < end and start < one.end
        ]


def page_text(executor: Executor, data: bytes, name: str) -> Future[PageText]:
    """What stands where in a PDF or a picture.

    The future fails with UnreadableError where the file is damaged.
    """
    return executor.submit(read_page_text, data, name)


def read_page_text(data: bytes, name: str) -> PageText:
    """What `page_text` gives; done in a child process."""
    from inspel_app.reading.readers import read  # noqa: PLC0415 - the parent only names this function

    document = read(data, name)
    printed = tuple(one for block in document.blocks for one in _printed(block))
    return PageText(document.text, printed)


def _printed(block: Block) -> Iterator[Printed]:
    for part in block.words or block.lines:
        if part.box:
            yield Printed(block.start + part.start, block.start + part.end, part.page, part.box)


def _narrowed(whole: Printed, start: int, end: int) -> Printed:
    """A part of a line, as wide as its share of the line's characters."""
    wide = (whole.box.x1 - whole.box.x0) / (whole.end - whole.start)
    left = whole.box.x0 + wide * (start - whole.start)
    box = replace(whole.box, x0=left, x1=left + wide * (end - start))
    return Printed(start, end, whole.page, box)
