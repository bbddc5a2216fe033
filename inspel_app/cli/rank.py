"""`inspel rank`: texts in, one JSON line each; codes out, one line each, as they come."""

import json
import sys
from argparse import Namespace

from inspel_app.cli.output import Answer
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.coding import ranker


def rank(args: Namespace) -> Answer:
    """Answer each line before the next is read, so that another program can hold a dialogue.

    Blank lines are passed over.

    Raises:
        UsageError: a line is no JSON object with a text.
    """
    suggestions_for = ranker(args.strategy)
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        found = suggestions_for(_text(line, number))
        ranked = {
            "codes": [s.code for s in found],
            "permille": [s.permille for s in found],
            "reason": [s.reason for s in found],
        }
        print(json.dumps(ranked, ensure_ascii=False), flush=True)  # noqa: T201 - the answer
    return Answer({})


def _text(line: bytes, number: int) -> str:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _unusable(number) from error
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise _unusable(number)
    return str(value["text"])


def _unusable(number: int) -> UsageError:
    return UsageError(
        _("Rad {number} är inte ett JSON-objekt med en text.").format(number=number),
        _('Skriv varje rad som {"text": "..."}, i UTF-8.'),
    )
