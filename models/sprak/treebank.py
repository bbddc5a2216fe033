"""Annotated sentences as they stand in the files of the treebanks and of the name corpora."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

NAMES = ("PER", "LOC", "ORG")
"""The kinds of names that are learnt; a fourth kind of the sources, MISC, is too mixed."""
_TIGHT_BEFORE = frozenset(".,:;!?)]%…")
_TIGHT_AFTER = frozenset("([")


class Token(NamedTuple):
    """A word or sign; what is not told of it is empty. `tag` is SUC's, `relation` the tree's."""

    text: str
    lemma: str = ""
    pos: str = ""
    tag: str = ""
    features: str = ""
    relation: str = ""


class Name(NamedTuple):
    """The name that the tokens from `start` to before `end` are."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens, whether white space follows each, and the names, None where they are not told."""

    tokens: tuple[Token, ...]
    spaces: tuple[bool, ...]
    names: tuple[Name, ...] | None = None

    @property
    def words(self) -> list[str]:
        """The tokens' texts."""
        return [token.text for token in self.tokens]


def read_treebank(path: Path) -> list[Sentence]:
    """The sentences of a file in the CoNLL-U format."""
    found = []
    for text, rows in _blocks(path):
        tokens = tuple(Token(row[1], row[2], row[3], row[4], row[5], row[7]) for row in rows)
        found.append(Sentence(tokens, _spaces([t.text for t in tokens], text)))
    return found


def read_names(path: Path) -> list[Sentence]:
    """The sentences of a file of Universal NER (IOB2)."""
    found = []
    for text, rows in _blocks(path):
        tokens = tuple(Token(row[1]) for row in rows)
        spaces = _spaces([t.text for t in tokens], text)
        found.append(Sentence(tokens, spaces, tuple(_names([row[2] for row in rows]))))
    return found


def read_news(path: Path) -> list[Sentence]:
    """The sentences of klintan's corpus: a word and its kind on a line, names not delimited."""
    found = []
    lines = (line.split() for line in path.read_text("utf-8").splitlines())
    for filled, group in groupby(lines, lambda row: len(row) > 1):
        if filled:
            rows = list(group)
            words = [row[0].replace("\u00ad", "") or "-" for row in rows]
            tokens = tuple(map(Token, words))
            names = tuple(_names([f"I-{row[-1]}" for row in rows]))
            found.append(Sentence(tokens, _spaces(words, ""), names))
    return found


def with_names(sentences: Iterable[Sentence], named: Iterable[Sentence]) -> list[Sentence]:
    """The sentences with the names, spelling and spaces that a second file has for them."""
    told = {(_key(sentence), len(sentence.tokens)): sentence for sentence in named}
    found = []
    for sentence in sentences:
        other = told.get((_key(sentence), len(sentence.tokens)))
        if other is not None:
            pairs = zip(sentence.tokens, other.words, strict=True)
            tokens = tuple(token._replace(text=word) for token, word in pairs)
            found.append(replace(other, tokens=tokens))
    return found


def _key(sentence: Sentence) -> str:
    """The first version writes "t_ex" where the second has "t ex"."""
    return "".join(sentence.words).replace("_", "").replace(" ", "")


def _blocks(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Each sentence's text ("" where it is not told) and its rows, those of whole words only."""
    lines = path.read_text("utf-8").splitlines()
    for filled, group in groupby(lines, bool):
        if filled:
            block = list(group)
            texts = [line.removeprefix("# text = ") for line in block if line[:8] == "# text ="]
            rows = [line.split("\t") for line in block if line[0] != "#"]
            yield "".join(texts), [row for row in rows if row[0].isdigit()]


def _spaces(words: Sequence[str], text: str) -> tuple[bool, ...]:
    """Whether white space follows each word, by the text or else by how signs mostly stand."""
    spaces, end = [], 0
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if text:
            end = text.index(word, end) + len(word)
            spaces.append(text[end : end + 1] in {"", " "})
        else:
            tight = following[:1] in _TIGHT_BEFORE or word in _TIGHT_AFTER
            spaces.append(not following or not tight)
    return tuple(spaces)


def _names(marks: Iterable[str]) -> Iterator[Name]:
    """The names in marks such as "B-ORG" and "O"; what is not marked B goes on with its like."""
    start, open_label, number = 0, "", -1
    for number, mark in enumerate([*marks, "O"]):
        label = mark[2:] if mark[2:] in NAMES else ""
        if label != open_label or mark[:1] == "B":
            if open_label:
                yield Name(start, number, open_label)
            start, open_label = number, label
