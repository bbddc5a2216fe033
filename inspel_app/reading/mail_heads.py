"""The heads that mail programs write into a text above an older mail, in several languages."""

import re
from collections.abc import Mapping
from typing import NamedTuple

_NAMES = {
    "from": "från from fra lähettäjä von",
    "date": "skickat sent datum date lähetetty päiväys sendt dato gesendet",
    "to": "till to vastaanottaja vastaanottajat til an",
    "cc": "kopia cc kopio kopi",
    "subject": "ämne subject aihe emne betreff",
    "": "prioritet importance vikt sekretess sensitivity bifogade_filer bilagor attachments"
    " liitteet vedlegg svara_till reply-to hemlig_kopia bcc organisation",
}
"""What stands in such a head; "" are lines that say nothing on who, when and what."""

_HEADERS = {
    word.replace("_", " "): name for name, words in _NAMES.items() for word in words.split()
}
_HEADER = re.compile(
    rf"[\s>*_]*\b(?P<name>{'|'.join(_HEADERS)})\s*:[\s*_]*(?P<value>.*)", re.IGNORECASE
)
_HEAD_LINES = 10
_LEAST_HEADERS = 3
_LEAST_QUOTED = 2
"""Where quote marks and an address tell that it is no letter's own."""
_FORWARD = re.compile(
    r"[\s>*-]*(?:-+\s*)?(?:vidarebefordra[dt]\w*|forwarded|videresendt|välitetty)\s"
    r"(?:meddelande|message|brev|mail|mejl|melding|meddelelse|viesti)\b"
    r"|begin forwarded message|börja vidarebefordrat",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"\s*-{2,}\s*(?:ursprungligt meddelande|original ?message|originalmeddelande"
    r"|alkuperäinen viesti|opprinnelig melding|oprindelig meddelelse)\s*-{2,}\s*|_{20,}\s*",
    re.IGNORECASE,
)
_FORWARDED_SUBJECT = re.compile(r"\s*(?:vb|vl|fw|fwd|wg|tr)\s*:", re.IGNORECASE)
_NORDIC_SUBJECT = re.compile(r"\s*vs\s*:", re.IGNORECASE)
_FINNISH = re.compile(r"[\s>*_]*lähettäjä\b", re.IGNORECASE)
_BEGUN = re.compile(
    r"(?:den|on|am|le|mån|tis|ons|tors?|fre|lör|sön|tir|man|ti|ma|to|pe|\d{1,4}[-. ])\b.{5,300}",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    rf"{_BEGUN.pattern}\b(?:skrev|wrote|schrieb|kirjoitti)\b.{{0,160}}:\s*"
    r"|.{3,120}\bskrev\s(?:den|följande)\b.{0,80}:\s*",
    re.IGNORECASE,
)
_ATTRIBUTION_LINES = 3
_QUOTE_MARKS = " \t>"


class Head(NamedTuple):
    """The head of an older mail: its lines with the rule above them, and what they say.

    `starts_original` and `forwards` tell what the rule above says, if there is one.
    """

    lines: list[str]
    values: Mapping[str, str]
    starts_original: bool
    forwards: bool

    @property
    def depth(self) -> int:
        """In how many quotations it stands; the rule above may stand outside them."""
        heads = filter(_HEADER.match, self.lines)
        marks = (line[: len(line) - len(line.lstrip(_QUOTE_MARKS))] for line in heads)
        return min(mark.count(">") for mark in marks)


def head_at(lines: list[str], start: int) -> Head | None:
    """The head of an older mail that begins at this line."""
    n = start
    while n < len(lines) and n < start + 4 and _is_rule(lines[n], blank=n > start):
        n += 1
    if n == len(lines) or not _HEADER.match(lines[n]):
        return None
    values: dict[str, str] = {}
    end = n
    for k in range(n, min(n + _HEAD_LINES, len(lines))):
        header = _HEADER.match(lines[k])
        if header:
            values.setdefault(_HEADERS[header["name"].casefold()], header["value"].strip())
            end = k + 1
        elif not lines[k].strip(" >*") and len(values) >= _LEAST_HEADERS:
            break
    values.pop("", None)
    quoted = lines[n].lstrip().startswith(">") and "@" in values.get("from", "")
    if "from" not in values or len(values) < (_LEAST_QUOTED if quoted else _LEAST_HEADERS):
        return None
    above = lines[start:n]
    return Head(
        lines[start:end],
        values,
        starts_original=any(_ORIGINAL.fullmatch(line.lstrip("> ")) for line in above),
        forwards=any(_FORWARD.match(line) for line in above),
    )


def is_forward(subject: str) -> bool:
    """Whether a subject marks what is passed on in all languages that are known."""
    return bool(_FORWARDED_SUBJECT.match(subject))


def says_forwarded(subject: str, head: Head) -> bool:
    """Whether a mail's subject says that it passes on the mail with this head.

    "VS:" does so in Norwegian and Danish, but in Finnish it marks a reply.
    """
    if is_forward(subject):
        return True
    is_finnish = any(map(_FINNISH.match, head.lines))
    return bool(_NORDIC_SUBJECT.match(subject)) and not is_finnish


def attribution_at(lines: list[str], start: int) -> int:
    """How many lines "Den 12 juni skrev Anna:" takes from this line; 0 if it is not there."""
    for count in range(1, _ATTRIBUTION_LINES + 1):
        joined = " ".join(line.strip(_QUOTE_MARKS) for line in lines[start : start + count])
        if _ATTRIBUTION.fullmatch(joined):
            return count
        if not _BEGUN.match(joined) or joined.endswith(":"):
            return 0
    return 0


def _is_rule(line: str, *, blank: bool) -> bool:
    if not line.strip(" >"):
        return blank
    return bool(_FORWARD.match(line) or _ORIGINAL.fullmatch(line.lstrip("> ")))
