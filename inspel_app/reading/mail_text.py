"""The text of a mail parted: what its sender wrote, what is quoted or passed on, the signature."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby

from inspel_app.domain.document import Block, Role
from inspel_app.reading.mail_answers import marked_answers, postscripts, says_answered_below
from inspel_app.reading.mail_forwards import unquote
from inspel_app.reading.mail_handing_on import hands_on
from inspel_app.reading.mail_heads import Head, attribution_at, head_at, is_forward, says_forwarded
from inspel_app.reading.text_paragraphs import paragraphs

_QUOTED = re.compile(r"\s*(?:>\s?)+")
_CLOSE = re.compile(
    r"(?:med\s+)?(?:(?:vänlig|varm|bäst|bästa|hjärtlig|många|glada?|soliga?|kind|best|warm)\w*\s+)*"
    r"(?:hälsning\w*|regards|wishes|greetings)\b.{0,80}|(?:mvh|vänligen|hälsar|sincerely)\b.{0,60}"
    r"|(?:ystävällisin |parhain )?terveisin\b.{0,60}|(?:varra )?dearvvuođ\w+.{0,60}",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:tel|telefon|mobil|växel|phone|e-?post|mail|fax|direkt)\b\s*[:.]?\s*[+\d(\w]"
    r"|\+46|\b0\d{1,3}[-/ ]\d{2,}|@[\w-]+\.|\bwww\.|https?://|\b\d{3} ?\d{2}\s+[A-ZÅÄÖ]",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"(?:skickat|sänt|sent) från (?:min|mitt|outlook|e-post)\b.*|sent from (?:my|mail|outlook)\b.*"
    r"|(?:skickat|skickades|sänt|sendt|sent) (?:från|via|fra|from) (?:en |ett |a )?(?:yahoo|proton"
    r"|gmail|samsung|galaxy|i?phone|ipad|android|mobil|surfplatta|telefon|tablet)\w*\b.{0,60}"
    r"|lähetetty \w*(?:iphone|ipad|android|puhelim|outlook|samsung)\w*.{0,60}"
    r"|von meinem .{1,40} gesendet"
    r"|hämta outlook för\b.*|get outlook for\b.*",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\b(?:konfidentiell|sekretess|avsedd endast|obehörig|confidential|intended recipient"
    r"|behandlar (?:dina |era )?personuppgifter|dataskyddsförordningen|tänk på miljön"
    r"|think before (?:you )?print)\b",
    re.IGNORECASE,
)
_LIST_RULE = re.compile(r"[_-]{20,}")
_LIST = re.compile(r"\bmailing list\b|\b(?:e-post|sänd)lista\w*\b|\bunsubscribe\b", re.IGNORECASE)
"""What a mailing list says of itself below its rule."""
_ARMOUR = re.compile(r"-----(?P<edge>BEGIN|END) PGP (?P<what>[A-Z ]+)-----")
_LONGEST_CARD = 25
_NAME_LINES = 3
_LONGEST_TITLE = 8
"""Words in a line of a contact card."""


class Part(Enum):
    """What a section of a mail's text is."""

    OWN = auto()
    REPLIED_TO = auto()
    PASSED_ON = auto()
    ANSWERED = auto()
    """An older mail in which the answers stand, as the text above says."""


@dataclass
class Section:
    """Some lines of a mail, with the head that stands over them if any, by header name."""

    part: Part
    head: Mapping[str, str] = field(default_factory=dict)
    above: list[str] = field(default_factory=list)
    """The lines of the head itself."""
    lines: list[str] = field(default_factory=list)

    @property
    def is_replied_to(self) -> bool:
        """Whether it is another's mail that is answered here, above it or in it."""
        return self.part in {Part.REPLIED_TO, Part.ANSWERED}

    @property
    def is_mixed(self) -> bool:
        """Whether the sender's answers stand in it, and nothing parts them from another's words."""
        parted = any(map(_QUOTED.match, self.lines)) or bool(marked_answers(self.lines))
        return self.part is Part.ANSWERED and not parted


def sections(text: str, subject: str) -> list[Section]:
    """The mail's own text, and each older mail under it.

    An older mail is passed on, not replied to, if the subject or a line above says so, and all
    between it and the top is passed on too; or if there is nothing but it. What is passed on may
    be marked as a quotation.
    """
    found = [Section(Part.OWN)]
    lines = text.split("\n")
    n = 0
    while n < len(lines):
        head = head_at(lines, n)
        if head is not None:
            found.append(Section(_part(head, found, subject), head.values, head.lines))
            n += len(head.lines)
            if found[-1].part is Part.PASSED_ON:
                unquote(lines, n, head.depth)
            continue
        if _starts_quoted_letter(lines, n, found, subject):
            found.append(Section(Part.PASSED_ON))
            unquote(lines, n, 1)
        if _starts_reply(lines, n):
            answered = says_answered_below(found[-1].lines)
            found.append(Section(Part.ANSWERED if answered else Part.REPLIED_TO))
        found[-1].lines.append(lines[n])
        n += 1
    return found


def _part(head: Head, above: list[Section], subject: str) -> Part:
    last = above[-1]
    if last.is_replied_to:
        return Part.REPLIED_TO
    if head.forwards or says_forwarded(last.head.get("subject", subject), head):
        return Part.PASSED_ON
    if says_answered_below(last.lines):
        return Part.ANSWERED
    if hands_on(last.lines):
        return Part.PASSED_ON
    alone = len(above) == 1 and not any(map(str.strip, last.lines))
    return Part.PASSED_ON if alone and not head.starts_original else Part.REPLIED_TO


def _starts_quoted_letter(lines: list[str], n: int, above: list[Section], subject: str) -> bool:
    """Whether a quotation without head begins here of which the text above says: passed on."""
    quoted = bool(_QUOTED.match(lines[n])) and any(map(str.isalnum, lines[n]))
    if not quoted or len(above) > 1 or (n and _QUOTED.match(lines[n - 1])):
        return False
    own = above[-1].lines
    ends = not any(line.strip() and not _QUOTED.match(line) for line in lines[n:])
    return ends and (hands_on(own) or (is_forward(subject) and not any(map(str.strip, own))))


def is_encrypted(text: str) -> bool:
    """Whether there is a text in PGP that only its receiver can open."""
    return any(found["what"] == "MESSAGE" for found in _ARMOUR.finditer(text))


def blocks_of(section: Section, *, quoted: bool) -> Iterator[Block]:
    """The section's paragraphs with their roles; all QUOTED, or only what is marked so."""
    lines = [(line, Role.QUOTED) for line in section.above]
    answers = marked_answers(section.lines) if section.is_replied_to else set()
    if quoted or answers:
        lines += [
            (line, Role.BODY if n in answers else Role.QUOTED)
            for n, line in enumerate(section.lines)
        ]
    else:
        lines += _roles(section.lines)
    for role, group in groupby(lines, key=lambda line: line[1]):
        text = "\n".join(line for line, _role in group)
        if role is Role.QUOTED:
            text = re.sub(r"(?m)^\s*(?:>\s?)+", "", text)
        for block in paragraphs(text):
            yield Block(block.text, block.kind, role)


def _starts_reply(lines: list[str], n: int) -> bool:
    """Whether "Den 12 juni skrev Anna:" stands here, without quote marks under it."""
    count = attribution_at(lines, n)
    if not count or _QUOTED.match(lines[n]):
        return False
    following = next((line for line in lines[n + count :] if line.strip()), "")
    return not _QUOTED.match(following)


def _roles(lines: list[str]) -> list[tuple[str, Role]]:
    """Each line with its role: quoted by its mark, or of the signature, or the sender's own."""
    own = [n for n, line in enumerate(lines) if not _QUOTED.match(line)]
    card = _card_start([lines[n] for n in own])
    signature = set(own[card:]) - postscripts(lines)
    roles = []
    attributed = 0
    set_apart = _armour(lines) | _list_footer(lines)
    for n, line in enumerate(lines):
        attributed = max(attributed, n + attribution_at(lines, n))
        if n in set_apart or (n not in signature and _QUOTED.match(line)):
            role = Role.QUOTED
        elif n in signature or _DEVICE.fullmatch(line.strip()):
            role = Role.SIGNATURE
        else:
            role = Role.QUOTED if n < attributed else Role.BODY
        roles.append((line, role))
    return roles


def _armour(lines: list[str]) -> set[int]:
    """The lines of PGP: its marks and what is encrypted or signs, but not what is signed."""
    found: set[int] = set()
    inside = False
    for n, line in enumerate(lines):
        mark = _ARMOUR.match(line)
        if mark:
            inside = mark["edge"].upper() == "BEGIN" and mark["what"] != "SIGNED MESSAGE"
        if mark or inside or (line.startswith("Hash:") and n - 1 in found):
            found.add(n)
    return found


def _card_start(lines: list[str]) -> int:
    """Where the contact card begins: at its mark, or with what follows the names of the close."""
    for n, line in enumerate(lines):
        if line.rstrip() == "--" or _begins_list_footer(line, lines[n + 1 : n + 2]):
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


def _list_footer(lines: list[str]) -> set[int]:
    """The lines in which a mailing list tells of itself, at the end."""
    starts = (n for n, x in enumerate(lines) if _begins_list_footer(x, lines[n + 1 : n + 2]))
    return set(range(next(starts, len(lines)), len(lines)))


def _begins_list_footer(line: str, following: list[str]) -> bool:
    return bool(_LIST_RULE.fullmatch(line.strip())) and any(map(_LIST.search, following))


def _is_talk(line: str) -> bool:
    """Whether a line under the close goes on with the matter: a postscript."""
    return (
        len(line.split()) > _LONGEST_TITLE and not _CONTACT.search(line) and not _LEGAL.search(line)
    )


def _legal_start(lines: list[str]) -> int:
    """Where a last paragraph of legal phrases begins."""
    last = next((n for n in reversed(range(len(lines))) if lines[n].strip()), None)
    return last if last is not None and _LEGAL.search(lines[last]) else len(lines)
