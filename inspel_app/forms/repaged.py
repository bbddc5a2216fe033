"""A document with its pages in another order; each page keeps its number."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from inspel_app.domain.document import Block, BlockKind, Document, Line, Role, Word

_ENDED = (".", "!", "?", ":", ";", "”", '"', ")")
_GOES_ON = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def repaged(document: Document, order: Sequence[int]) -> Document:
    """The document with its pages in this order.

    Paragraphs that the reader joined over pages that do not belong together are parted, and
    those that now go on from one page to the next are joined.
    """
    pages: dict[int, list[Block]] = {page: [] for page in order}
    for block in document.blocks:
        for piece in _by_page(block):
            pages[piece.page].append(piece)
    blocks: list[Block] = []
    for page in order:
        new = pages[page]
        end, first = _last_body(blocks), next((n for n, b in enumerate(new) if _is_body(b)), None)
        if end is not None and first is not None and _is_cut(blocks[end], new[first]):
            blocks[end] = _joined(blocks[end], new.pop(first))
        blocks += new
    return Document.of(document.file, document.method, blocks, document.pages, document.problems)


def _by_page(block: Block) -> Iterator[Block]:
    """The block, or its part on each page on which it stands."""
    if len({line.page for line in block.lines}) <= 1:
        yield block
        return
    for page, group in groupby(block.lines, key=lambda line: line.page):
        lines = list(group)
        yield _piece(block, lines[0].start, lines[-1].end, page)


def _piece(block: Block, start: int, end: int, page: int) -> Block:
    """What stands at `[start, end)` of a block, on one page."""
    return replace(
        block,
        text=block.text[start:end],
        page=page,
        lines=_lines([x for x in block.lines if start <= x.start < end], -start),
        words=_words([x for x in block.words if start <= x.start < end], -start),
        controls=tuple(
            replace(x, start=x.start - start, end=x.end - start)
            for x in block.controls
            if start <= x.start < x.end <= end
        ),
    )


def _last_body(blocks: Sequence[Block]) -> int | None:
    return next((n for n in range(len(blocks) - 1, -1, -1) if _is_body(blocks[n])), None)


def _is_body(block: Block) -> bool:
    return block.role is Role.BODY and bool(block.text.strip())


def _is_cut(end: Block, rest: Block) -> bool:
    """Whether a sentence stops at the end of the one and goes on in the other."""
    running = end.kind in _GOES_ON and rest.kind is BlockKind.PARAGRAPH and end.cell == rest.cell
    apart = bool(end.controls or rest.controls)
    return running and not apart and rest.text[0].islower() and not end.text.endswith(_ENDED)


def _joined(end: Block, rest: Block) -> Block:
    """Both as one paragraph; a word that is parted at the end of the page is made whole."""
    parted = end.text[-2:-1].isalpha() and end.text.endswith("-")
    text = end.text[:-1] if parted else f"{end.text} "
    lines = tuple(replace(x, end=min(x.end, len(text))) for x in end.lines)
    words = tuple(replace(x, end=min(x.end, len(text))) for x in end.words)
    return replace(
        end,
        text=text + rest.text,
        lines=lines + _lines(rest.lines, len(text)),
        words=words + _words(rest.words, len(text)),
    )


def _lines(lines: Sequence[Line], by: int) -> tuple[Line, ...]:
    return tuple(replace(x, start=x.start + by, end=x.end + by) for x in lines)


def _words(words: Sequence[Word], by: int) -> tuple[Word, ...]:
    return tuple(replace(x, start=x.start + by, end=x.end + by) for x in words)
