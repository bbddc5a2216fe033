"""Links to files that are shared on the net instead of attached; none is ever followed."""

import re

from inspel_app.reading.mail_words import sentences

_SHARED = re.compile(
    r"https?://(?:[\w-]+\.)*(?:drive\.google\.com|docs\.google\.com|sharepoint\.com|1drv\.ms"
    r"|onedrive\.live\.com|dropbox\.com|icloud\.com|box\.com|we\.tl|wetransfer\.com|sprend\.com"
    r"|transfernow\.net|mega\.nz)/[^\s<>\"']+",
    re.IGNORECASE,
)

_LINK = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_FETCH = re.compile(
    r"\b(?:inspel\w*|yttrande\w*|svar(?:et)?|remissvar\w*|synpunkter\w*|skrivelse\w*|fil(?:en|er|erna)?"
    r"|dokument\w*|bilag\w*|blankett\w*)\b.{0,60}"
    r"\b(?:ladda\w*|hämta\w*|finns|ligger|nås|länk\w*|delar|delat|för stora?|här)\b"
    r"|\b(?:här (?:är|kommer|finns|ligger|har ni)|ladda\w* (?:ner|ned|hem)|hämta\w*|via länk\w*"
    r"|länk\w* till)\b.{0,60}"
    r"\b(?:inspel\w*|yttrande\w*|svar(?:et)?|synpunkter\w*|skrivelse\w*|fil(?:en|er|erna)?"
    r"|dokument\w*|bilag\w*|blankett\w*|det)\b",
    re.IGNORECASE,
)
"""What is said of an inspel that is to be fetched."""
_SHORT = 60
"""Words; a longer mail says something itself, and may link to what it speaks of."""


def linked_files(text: str) -> list[str]:
    """The addresses of shared files that a text names, and those where its inspel is said to be."""
    found = shared_files(text)
    links = [link.rstrip(").,;") for link in _LINK.findall(text)]
    short = len(text.split()) <= _SHORT
    told = short and any(map(_FETCH.search, sentences(_LINK.sub("", text))))
    return list(dict.fromkeys((*found, *(links if told else ()))))


def shared_files(text: str) -> list[str]:
    """The addresses of shared files that a text names, each once."""
    return list(dict.fromkeys(found.group().rstrip(").,;") for found in _SHARED.finditer(text)))
