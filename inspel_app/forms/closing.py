"""The closing words and signature that a respondent writes below the last answer of a form."""

import re
from collections.abc import Iterator, Sequence

from inspel_app.domain.document import Document, Role
from inspel_app.domain.form import FormTemplate
from inspel_app.forms.align import Match
from inspel_app.forms.ranges import Range

_CLOSES = re.compile(
    r"(?:(?:med\s+)?(?:de\s+)?(?:vänlig|varm|bäst|hjärtlig|många|soliga?|glada?)\w*\s+"
    r"hälsning\w*|hälsning(?:ar)?|(?:kind|best|warm)?\s*regards|sincerely|mvh|vh"
    r"|(?:ystävällisin |parhain )?terveisin|dearvvuođ\w+|högaktningsfullt"
    r"|tack (?:för ordet|på förhand))\b(?:[\s,]+\S+){0,5}[,.!]?"
    r"|för (?:vår |hela )?(?:\w*(?:styrelsen|föreningen|nämnden|rådet|gruppen|bolaget|utskottet"
    r"|klubben|partiet)|kommunen|företaget|nätverket|samebyn|kåren|distriktet)"
    r"(?: (?:för|i) (?-i:[A-ZÅÄÖ])\S+(?: \S+){0,3})?[,:]?(?-i:\s+[A-ZÅÄÖ][\w.-]*){0,4}"
    r"(?:, \w+)?\.?"
    r"|vänligen[,.]?(?-i:\s+[A-ZÅÄÖ][\w-]+){0,3}|/\s?(?-i:[A-ZÅÄÖ][\w-]+)(?-i:\s[A-ZÅÄÖ]\S+){0,2}",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?,?\s+(?:den\s+)?"
    r"(?:20\d\d-\d\d-\d\d|\d{1,2}(?:/\d{1,2}|\s+\w+)\s+20\d\d)"
)
"""Place and date, which stand above whoever signs."""
_PERSON = re.compile(r"[A-ZÅÄÖ][\w.-]*(?: [A-ZÅÄÖ][\w.-]*){1,3}(?:, \w+)?")
_SAYS = re.compile(r"\b(?:vi|jag|ni|är|har|bör|ska|vill|måste|behöver|behövs)\b", re.IGNORECASE)
_LONGEST_LINE = 70
_MOST_LINES = 10


def closing(
    document: Document, template: FormTemplate, matches: Sequence[Match], end: int
) -> list[Range]:
    """What closes the form as a letter is closed, after its last question and before `end`.

    It begins with a closing phrase by itself on a line, or with place and date above a name, and
    no sentence follows. In a table or a content control it would be an answer.
    """
    asked = (m.end for m in matches if template.labels[m.label].question is not None)
    lines = list(_lines(document, max(asked, default=end), end))
    for n, (start, line) in enumerate(lines):
        below = [text for _start, text in lines[n + 1 :]]
        closes = _CLOSES.fullmatch(line) or _is_dated(line, below)
        if closes and len(below) <= _MOST_LINES and all(map(_is_card, below)):
            return [(start, end)]
    return []


def _lines(document: Document, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The running text's written lines in a range, each with its place."""
    for block in document.blocks:
        if block.role is not Role.BODY or block.cell is not None or block.controls:
            continue
        at = block.start
        for line in block.text.split("\n"):
            if start <= at < end and line.strip():
                yield at, line.strip()
            at += len(line) + 1


def _is_dated(line: str, below: Sequence[str]) -> bool:
    return bool(_DATED.fullmatch(line) and below and _PERSON.fullmatch(below[0]))


def _is_card(line: str) -> bool:
    """Whether a line may stand in a signature."""
    return len(line) <= _LONGEST_LINE and not _SAYS.search(line)
