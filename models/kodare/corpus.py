"""The texts to learn from, as numbers of words."""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inspel_app.analysis.encoder import tokens

SOURCES = ("g0vse", "interpellationer")
"""What is learnt from; a third source, voteringar, is for measuring alone."""
_SENTENCE_ENDS = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÅÄÖ–\"])")
_LONGEST = 110
"""Words of a block that are kept."""
_SHORTEST_SENTENCE = 5
_HELD_OUT = 16
"""One title in so many is kept for measuring; all documents under a title go together."""

Words = NDArray[np.int32]
"""The words of a text in order, each as its number."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its sentences, or the heading of what follows, without."""

    heading: bool
    words: Words
    sentences: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its title."""

    source: str
    title: Words
    blocks: tuple[Block, ...]

    @property
    def paragraphs(self) -> list[int]:
        """The numbers of the blocks that are paragraphs."""
        return [n for n, block in enumerate(self.blocks) if not block.heading]


class Corpus:
    """Documents, and `names`: the words by their numbers."""

    def __init__(self, folder: Path, sources: Sequence[str] = SOURCES) -> None:
        """Read `<source>.jsonl.gz` in the folder, save the documents held out."""
        self._numbers: dict[str, int] = {}
        self.documents = [
            document
            for source in sources
            for record in records(folder, source)
            if not is_held_out(record["title"])
            and (document := self._document(source, record)).paragraphs
        ]

    @property
    def names(self) -> list[str]:
        """The words, in the order of their numbers."""
        return list(self._numbers)

    def counts(self) -> NDArray[np.int64]:
        """How often each word stands in a block."""
        every = [block.words for document in self.documents for block in document.blocks]
        return np.bincount(np.concatenate(every), minlength=len(self._numbers))

    def _document(self, source: str, record: dict[str, Any]) -> Document:
        blocks = (self._block(kind == "h", text) for kind, text in record["blocks"])
        kept = tuple(block for block in blocks if block.words.size)
        return Document(source, self._words(record["title"]), kept)

    def _block(self, heading: bool, text: str) -> Block:  # noqa: FBT001 - what the file tells
        if heading:
            return Block(heading, self._words(text))
        parts = (self._words(part) for part in _SENTENCE_ENDS.split(text))
        sentences = tuple(part for part in parts if part.size >= _SHORTEST_SENTENCE)
        return Block(heading, self._words(text), sentences)

    def _words(self, text: str) -> Words:
        numbers = self._numbers
        found = [numbers.setdefault(word, len(numbers)) for word in tokens(text)[:_LONGEST]]
        return np.array(found, np.int32)


def records(folder: Path, source: str) -> Iterator[dict[str, Any]]:
    """The documents of a source as they stand in its file: path, title, blocks."""
    with gzip.open(folder / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def is_held_out(title: str) -> bool:
    """Whether documents under this title are for measuring alone."""
    return hashlib.sha256(title.lower().encode()).digest()[0] % _HELD_OUT == 0
