"""Finds what somebody wrote where others' words stand: in a quoted mail, under a signature."""

import re

_BELOW = re.compile(
    r"\b(?:svar\w*|kommentar\w*|synpunkt\w*|inspel\w*|comments?|answers?|replies)\b[^.!?]{0,60}"
    r"\b(?:nedan|i rött|i blått|i grönt|med (?:rött|blått|grönt|fetstil)|i texten|mellan raderna"
    r"|(?:under|efter|vid|i) (?:varje|respektive|er\w*|din\w*|ditt) (?:\w+ )?(?:fråg\w*|punkt\w*"
    r"|meddelande\w*|mejl\w*|mail\w*|text\w*|brev\w*)|läng(?:re|st) ner\w*|inline|below|in red)\b",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"\s*(?:(?:vårt|mitt|våra|mina)\s+)?(?:svar|kommentar(?:er)?|synpunkt(?:er)?|answer|reply)\s*:",
    re.IGNORECASE,
)
_QUESTION = re.compile(r".*\?\s*|\s*\d{1,2}[.)]\s.*")
_END = re.compile(
    r"\s*(?:(?:med\s+)?(?:vänlig|bäst)\w*\s+hälsning\w*|mvh|hälsning\w*|--)\b.*", re.IGNORECASE
)
_POSTSCRIPT = re.compile(r"\s*p\.?\s?s\b[.:]?\s*\S", re.IGNORECASE)


def says_answered_below(lines: list[str]) -> bool:
    """Whether the lines say that the answers stand in the older mail under them."""
    return any(map(_BELOW.search, lines))


def marked_answers(lines: list[str]) -> set[int]:
    """The lines of an older mail that are answers under its questions, marked as such ("Svar:")."""
    found: set[int] = set()
    asked = answers = False
    for n, line in enumerate(lines):
        if _MARK.match(line):
            answers = asked
        elif _QUESTION.fullmatch(line):
            asked, answers = True, False
        elif _END.fullmatch(line):
            answers = False
        if answers:
            found.add(n)
    return found


def postscripts(lines: list[str]) -> set[int]:
    """The lines of postscripts, each to the next blank line."""
    found: set[int] = set()
    inside = False
    for n, line in enumerate(lines):
        inside = bool(_POSTSCRIPT.match(line)) or (inside and bool(line.strip()))
        if inside:
            found.add(n)
    return found
