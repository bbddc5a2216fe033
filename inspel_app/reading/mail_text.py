"""The text of a mail parted: what its sender wrote, what is quoted or passed on, the signature."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby

from inspel_app.domain.document import Block, Role
from inspel_app.reading.text_paragraphs import paragraphs

_NAMES = {
    "from": "från from fra lähettäjä von",
    "date": "skickat sent datum date lähetetty gesendet",
    "to": "till to vastaanottaja an",
    "cc": "kopia cc",
    "subject": "ämne subject aihe betreff",
}
_HEADERS = {word: name for name, words in _NAMES.items() for word in words.split()}
_HEADER = re.compile(
    rf"[\s>*_]*\b(?P<name>{'|'.join(_HEADERS)})\s*:[\s*_]*(?P<value>.*)", re.IGNORECASE
)
_BLOCK_LINES = 8
"""The lines of a mail's head as mail programs write it into the text."""
_LEAST_HEADERS = 3
_FORWARD = re.compile(
    r"[\s>*-]*(?:-+\s*)?(?:vidarebefordra[dt]\w*|forwarded)\s(?:meddelande|message|brev|mail|mejl)\b"
    r"|begin forwarded message|börja vidarebefordrat",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"\s*-{2,}\s*(?:ursprungligt meddelande|original ?message|originalmeddelande"
    r"|alkuperäinen viesti)\s*-{2,}\s*|_{20,}\s*",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    r"(?:den|on|am|le|mån|tis|ons|tors?|fre|lör|sön|\d{4}-)\b.{5,200}\b(?:skrev|wrote|schrieb)\b"
    r".{0,120}:\s*|.{3,120}\bskrev\s(?:den|följande)\b.{0,80}:\s*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\s*(?:>\s?)+")
_FORWARDED_SUBJECT = re.compile(r"\s*(?:vb|vs|fw|fwd|wg|tr)\s*:", re.IGNORECASE)
_CLOSE = re.compile(
    r"(?:med\s+)?(?:(?:vänlig|varm|bäst|bästa|hjärtlig|många|glada?|soliga?|kind|best|warm)\w*\s+)*"
    r"(?:hälsning\w*|regards|wishes|greetings)\b.{0,80}|(?:mvh|vänligen|hälsar|sincerely)\b.{0,60}",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:tel|telefon|mobil|växel|phone|e-?post|mail|fax|direkt)\b\s*[:.]?\s*[+\d(\w]"
    r"|\+46|\b0\d{1,3}[-/ ]\d{2,}|@[\w-]+\.|\bwww\.|https?://|\b\d{3} ?\d{2}\s+[A-ZÅÄÖ]",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"(?:skickat|sänt|sent) från (?:min|mitt|outlook|e-post)\b.*|sent from (?:my|mail|outlook)\b.*"
    r"|hämta outlook för\b.*|get outlook for\b.*",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\b(?:konfidentiell|sekretess|avsedd endast|obehörig|confidential|intended recipient"
    r"|behandlar (?:dina |era )?personuppgifter|dataskyddsförordningen|tänk på miljön"
    r"|think before (?:you )?print)\b",
    re.IGNORECASE,
)
_LONGEST_CARD = 25
_NAME_LINES = 3
_LONGEST_TITLE = 8
"""Words in a line of a contact card."""


class Part(Enum):
    """What a section of a mail's text is."""

    OWN = auto()
    REPLIED_TO = auto()
    PASSED_ON = auto()


@dataclass
class Section:
    """Some lines of a mail, with the head that stands over them if any, by header name."""

    part: Part
    head: dict[str, str] = field(default_factory=dict)
    above: list[str] = field(default_factory=list)
    """The lines of the head itself."""
    lines: list[str] = field(default_factory=list)


def sections(text: str, subject: str) -> list[Section]:
    """The mail's own text, and each older mail under it.

    The first older mail is passed on, not replied to, if the subject or a line above says so.
    """
    found = [Section(Part.OWN)]
    lines = text.split("\n")
    passed_on = bool(_FORWARDED_SUBJECT.match(subject))
    n = 0
    while n < len(lines):
        above, head = _head_at(lines, n)
        if head is None and not _starts_reply(lines, n):
            found[-1].lines.append(lines[n])
            n += 1
            continue
        passed_on = passed_on or any(_FORWARD.match(line) for line in above)
        part = Part.PASSED_ON if head and passed_on and len(found) == 1 else Part.REPLIED_TO
        found.append(Section(part, dict(head or {}), above))
        n += len(above)
    return found


def blocks_of(section: Section, *, quoted: bool) -> Iterator[Block]:
    """The section's paragraphs with their roles; all QUOTED, or only what is marked so."""
    lines = [(line, Role.QUOTED) for line in section.above]
    if quoted:
        lines += [(line, Role.QUOTED) for line in section.lines]
    else:
        lines += _roles(section.lines)
    for role, group in groupby(lines, key=lambda line: line[1]):
        text = "\n".join(line for line, _role in group)
        if role is Role.QUOTED:
            text = re.sub(r"(?m)^\s*(?:>\s?)+", "", text)
        for block in paragraphs(text):
            yield Block(block.text, block.kind, role)


def _head_at(lines: list[str], start: int) -> tuple[list[str], Mapping[str, str] | None]:
    """The lines of a mail's head that begins here, and its headers; None if none begins."""
    n = start
    while n < len(lines) and n < start + 4 and _is_rule(lines[n], blank=n > start):
        n += 1
    first = _HEADER.match(lines[n]) if n < len(lines) else None
    if first is None or _HEADERS[first["name"].casefold()] != "from":
        return [], None
    head: dict[str, str] = {}
    end = n
    for k in range(n, min(n + _BLOCK_LINES, len(lines))):
        header = _HEADER.match(lines[k])
        if header:
            head.setdefault(_HEADERS[header["name"].casefold()], header["value"].strip())
            end = k + 1
        elif not lines[k].strip(" >*") and len(head) >= _LEAST_HEADERS:
            break
    return (lines[start:end], head) if len(head) >= _LEAST_HEADERS else ([], None)


def _is_rule(line: str, *, blank: bool) -> bool:
    if not line.strip(" >"):
        return blank
    return bool(_FORWARD.match(line) or _ORIGINAL.fullmatch(line.lstrip("> ")))


def _starts_reply(lines: list[str], n: int) -> bool:
    """Whether "Den 12 juni skrev Anna:" stands here, without quote marks under it."""
    if not _ATTRIBUTION.fullmatch(lines[n].strip()):
        return False
    following = next((line for line in lines[n + 1 :] if line.strip()), "")
    return not _QUOTED.match(following)


def _roles(lines: list[str]) -> list[tuple[str, Role]]:
    """Each line with its role: quoted by its mark, or of the signature, or the sender's own."""
    own = [n for n, line in enumerate(lines) if not _QUOTED.match(line)]
    card = _card_start([lines[n] for n in own])
    signature = set(own[card:])
    roles = []
    for n, line in enumerate(lines):
        if n not in signature and _QUOTED.match(line):
            role = Role.QUOTED
        elif n in signature or _DEVICE.fullmatch(line.strip()):
            role = Role.SIGNATURE
        elif _ATTRIBUTION.fullmatch(line.strip()):
            role = Role.QUOTED
        else:
            role = Role.BODY
        roles.append((line, role))
    return roles


def _card_start(lines: list[str]) -> int:
    """Where the contact card begins: at its mark, or with what follows the names of the close."""
    for n, line in enumerate(lines):
        if line.rstrip() == "--":
            return n
    closes = [n for n, line in enumerate(lines) if _CLOSE.fullmatch(line.strip())]
    rest = lines[closes[-1] + 1 :] if closes else []
    if not closes or len(rest) > _LONGEST_CARD or any(map(_is_talk, rest)):
        return _legal_start(lines)
    names = 0
    for n, line in enumerate(rest):
        if _CONTACT.search(line) or _LEGAL.search(line) or (not line.strip() and names):
            return closes[-1] + 1 + n
        names += bool(line.strip())
        if names > _NAME_LINES:
            return closes[-1] + 1 + n
    return len(lines)


def _is_talk(line: str) -> bool:
    """Whether a line under the close goes on with the matter: a postscript."""
    return (
        len(line.split()) > _LONGEST_TITLE and not _CONTACT.search(line) and not _LEGAL.search(line)
    )


def _legal_start(lines: list[str]) -> int:
    """Where a last paragraph of legal phrases begins."""
    last = next((n for n in reversed(range(len(lines))) if lines[n].strip()), None)
    return last if last is not None and _LEGAL.search(lines[last]) else len(lines)
