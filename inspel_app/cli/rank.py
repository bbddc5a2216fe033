"""`inspel rank`: texts in, one JSON line each; codes out, one line each, as they come."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from inspel_app.cli.output import Answer
from inspel_app.errors import UnreadableError, UsageError
from inspel_app.i18n import _
from inspel_app.services.coding import ranker


def rank(args: Namespace) -> Answer:
    """Answer each line before the next is read, so that another program can hold a dialogue.

    Blank lines are passed over.

    Raises:
        UsageError: a line is no JSON object with a text, or to learn from: with text and code.
        UnreadableError: the file to learn from cannot be read.
    """
    suggestions_for = ranker(args.strategy, _labelled(args.learn) if args.learn else ())
    for line in _lines(sys.stdin.buffer, ("text",)):
        found = suggestions_for(line["text"])
        ranked = {
            "codes": [s.code for s in found],
            "permille": [s.permille for s in found],
            "reason": [s.reason for s in found],
        }
        print(json.dumps(ranked, ensure_ascii=False), flush=True)  # noqa: T201 - the answer
    return Answer({})


def _labelled(path: Path) -> list[tuple[str, str]]:
    """The texts of a file and what they concern."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        message = _("Filen {file} går inte att läsa.").format(file=path)
        raise UnreadableError("unreadable", message, _("Kontrollera namnet.")) from error
    return [(line["text"], line["code"]) for line in _lines(lines, ("text", "code"))]


def _lines(lines: Iterable[bytes], keys: Sequence[str]) -> Iterator[dict[str, str]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read(line, keys, number)


def _read(line: bytes, keys: Sequence[str], number: int) -> dict[str, str]:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _unusable(number, keys) from error
    if not isinstance(value, dict) or not all(isinstance(value.get(key), str) for key in keys):
        raise _unusable(number, keys)
    return value


def _unusable(number: int, keys: Sequence[str]) -> UsageError:
    shape = ", ".join(f'"{key}": "..."' for key in keys)
    return UsageError(
        _("Rad {number} är inte ett JSON-objekt med {keys}.").format(
            number=number, keys=_(" och ").join(keys)
        ),
        _("Skriv varje rad som {shape}, i UTF-8.").format(shape=f"{{{shape}}}"),
    )
