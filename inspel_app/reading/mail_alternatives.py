"""Of a mail's text in several forms: which is read, and what only the others say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from inspel_app.domain.document import Problem
from inspel_app.i18n import _
from inspel_app.reading.mail_raw import RawMail

_ENOUGH = 0.5
"""A plain text with fewer of the HTML's words than this only says that there is HTML."""
_KNOWN = 0.5
"""A paragraph of which less than this stands in a text is not in it."""
_LONGEST = 3
"""So many words in a row tell where they stand."""
_WORD = re.compile(r"\w+")

_Words = tuple[str, ...]


def take_best(mail: RawMail, choices: Sequence[RawMail]) -> None:
    """Add to a mail what its alternatives hold: the text of one, and the files of all.

    That is the plain text, unless it lacks most of what the others say. Plain text does not tell
    what is struck through. What only another says is kept with the hidden text.
    """
    for choice in choices:
        mail.shown |= choice.shown
        mail.types |= choice.types
        mail.parts += choice.parts
        mail.problems += choice.problems
    counts = [sum(len(plain_words(piece.text)) for piece in choice.pieces) for choice in choices]
    enough = _ENOUGH * max(counts, default=0)
    full = [choice for choice, n in zip(choices, counts, strict=True) if n >= enough]
    telling = (choice for choice in choices if any(piece.struck for piece in choice.pieces))
    best = next(telling, next(iter(full), None))
    if best is None or not best.pieces:
        return
    says_more = False
    others = [piece for choice in choices if choice is not best for piece in choice.pieces]
    known = _runs_of(text for p in best.pieces for text in (p.text, *p.struck, *p.hidden))
    first, *rest = best.pieces
    lacking = [text for piece in others for text in _lacking(known, piece.hidden)]
    for piece in others:
        shown = list(_lacking(known, piece.text.split("\n")))
        lacking += shown
        says_more = says_more or (piece.is_html and bool(shown))
    mail.pieces += [replace(first, hidden=(*first.hidden, *lacking)), *rest]
    if says_more:
        message = _(
            "Mejlets formaterade text säger mer än den oformaterade, som är läst."
            " Det står i listan över oplacerad text."
        )
        mail.problems.append(Problem("text-i-annan-form", message))


def plain_words(text: str) -> list[str]:
    """The words of a text, quote marks aside."""
    return [word for word in text.split() if word.strip(">")]


def _lacking(known: set[_Words], texts: Iterable[str]) -> Iterator[str]:
    """The texts of which a word and most runs of words are not known, quotations aside."""
    for text in texts:
        words = _words(text)
        runs = _runs(words, min(_LONGEST, len(words)))
        is_new = len(runs & known) < _KNOWN * len(runs) and not _runs(words, 1) <= known
        if is_new and not text.startswith(">"):
            yield text.strip()


def _runs_of(texts: Iterable[str]) -> set[_Words]:
    words = [word for text in texts for word in _words(text)]
    return set().union(*(_runs(words, length) for length in range(1, _LONGEST + 1)))


def _runs(words: Sequence[str], length: int) -> set[_Words]:
    """The words that stand after each other, so many at a time."""
    return set(zip(*(words[start:] for start in range(length)), strict=False))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
