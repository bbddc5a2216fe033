"""Where a sentence ends, for all that quotes, looks through or counts sentences of a text."""

import re

_ABBREVIATIONS = (
    r"(?<![.\s]\w\.)(?<!\bex\.)(?<!\bnr\.)(?<!\bca\.)(?<!\bjfr\.)(?<!\bdvs\.)(?<!\b[Kk]l\.)"
)
SENTENCE_END = re.compile(_ABBREVIATIONS + r"(?<=[.!?…])\s+(?=[\"”'(–-]?\s?[A-ZÅÄÖ0-9])|\n+")
"""What stands between two sentences."""


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its own full stop."""
    return [said for part in SENTENCE_END.split(text) if (said := part.strip())]
