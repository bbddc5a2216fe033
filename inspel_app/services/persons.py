"""Where a person stands in a round: the extract that the person has a right to (GDPR article 15).

Every text of the file is gone through, the history and what is left of earlier versions too, and
the heads of the mails. What stands in pictures, and not in the text that was read, is not found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.parser import BytesHeaderParser
from pathlib import Path

from inspel_app.errors import UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.services.saving import save
from inspel_app.store.project import Project

_AROUND = 40
"""Characters of the text that are shown on each side."""
_HEADS = ("From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Return-Path", "Subject")
_HEAD_BYTES = 100_000
_SIGNS = r"\s+()/.\u2010-\u2015\u2212-"
"""Within square brackets: what people write between digits."""
_NO_DIGIT = re.compile(f"[{_SIGNS}]")
_BETWEEN = f"[{_SIGNS}]{{0,3}}"
_NATIONAL = re.compile(r"^(?:0046|46(?=\d{8,9}$)|0)0?")
_PERSONAL = re.compile(r"(?:19|20)?(\d\d(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01]))(\d{4})")
_FEWEST = 6
"""Digits that a number has at least."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place where the person stands: in what, and the text with what is around it.

    `number` is that of the inspel, None where there is none now; `action` that of the action in the
    history, None outside it.
    """

    what: str
    number: int | None
    action: int | None
    before: str
    text: str
    after: str


def person_pattern(asked: str) -> re.Pattern[str]:
    """What finds a name, an e-mail address, a telephone or an identity number, however written.

    Raises:
        UsageError: nothing is asked for.
    """
    wanted = " ".join(asked.split())
    if len(wanted) < 2:  # noqa: PLR2004 - a letter is no name
        raise UsageError(
            _("Det är inte sagt vem som söks."),
            _("Ange ett namn, en e-postadress, ett telefonnummer eller ett personnummer."),
        )
    if "@" in wanted:
        return re.compile(rf"(?<![\w.+-]){re.escape(wanted)}(?![\w-])", re.IGNORECASE)
    digits = _NO_DIGIT.sub("", wanted)
    if digits.isdecimal() and len(digits) >= _FEWEST:
        return _number(digits)
    words = [re.escape(word.strip(",")) for word in wanted.split()]
    orders = [words, [words[-1], *words[:-1]]] if len(words) > 1 else [words]
    names = "|".join(r"[\W_]{1,3}".join(order) for order in orders)
    return re.compile(rf"\b(?:{names})(?:s\b|\b)", re.IGNORECASE)


def find_person(project: Project, asked: str) -> list[Place]:
    """Every place where somebody stands, by inspel; what is outside them last.

    Raises:
        UsageError: nothing is asked for.
    """
    pattern = person_pattern(asked)
    numbers = {s.id: s.number for s in project.heads()}
    found = [
        _place(_what(one.table), numbers.get(one.submission), one.action, one.text, match)
        for one in project.texts()
        for match in pattern.finditer(one.text)
    ]
    found += _in_heads(project, pattern)
    return sorted(found, key=lambda p: (p.number is None, p.number or 0, p.action or 0))


def count_surname(project: Project, asked: str) -> int:
    """How often the last name of somebody stands without the first; 0 where no full name is asked.

    That may be of anybody with that name, and so is for a person to look at.
    """
    words = asked.split()
    if len(words) < 2 or not all(word.strip(",-'").isalpha() for word in words):  # noqa: PLR2004 - a first and a last
        return 0
    last = words[0].strip(",") if words[0].endswith(",") else words[-1]
    whole, alone = person_pattern(asked), person_pattern(last)
    return sum(len(alone.findall(whole.sub(" ", one.text))) for one in project.texts())


def told_surname(count: int) -> str:
    """What to do about a last name that stands alone; "" if it does not."""
    if not count:
        return ""
    return ngettext(
        "Efternamnet står ensamt på {n} ställe till. Det kan gälla andra; sök på det för sig.",
        "Efternamnet står ensamt på {n} ställen till. Det kan gälla andra; sök på det för sig.",
        count,
    ).format(n=count)


def write_extract(path: Path, asked: str, places: list[Place]) -> None:
    """Write the places as a plain text, for the person.

    Raises:
        DiskError: the file cannot be written.
        UsageError: there is a round there.
    """
    title = _("Registerutdrag för {asked}").format(asked=asked)
    lines = [title, "=" * len(title), "", *map(told, places)]
    save(path, ("\n".join(lines) + "\n").encode("utf-8"))


def told(place: Place) -> str:
    """A place in one line."""
    where = _("Inspel {n}").format(n=place.number) if place.number else _("Omgången")
    act = _(", händelse {n}").format(n=place.action) if place.action else ""
    return f"{where}{act}, {place.what}: … {place.before}[{place.text}]{place.after} …"


def _number(digits: str) -> re.Pattern[str]:
    """What finds a number; 0701234567 may be one of a telephone, or of somebody born in 2007."""
    rest = _BETWEEN.join(_NATIONAL.sub("", digits))
    found = [rf"(?:\+46|0046|0){_BETWEEN}0?{_BETWEEN}{rest}"]
    personal = _PERSONAL.fullmatch(digits)
    if personal:
        own = _BETWEEN.join(personal[1] + personal[2])
        found = [f"(?:19|20)?{own}", *found[: digits.startswith("0")]]
    return re.compile(rf"(?<!\d)(?:{'|'.join(found)})(?!\d)")


def _in_heads(project: Project, pattern: re.Pattern[str]) -> Iterator[Place]:
    """In the heads of the mails as they came."""
    for submission in project.heads():
        for file in submission.files:
            for text in _heads(project, file.sha256, file.name):
                for match in pattern.finditer(text):
                    yield _place(_("mejlhuvud"), submission.number, None, text, match)


def _heads(project: Project, sha256: str, name: str) -> Iterator[str]:
    if not name.lower().endswith(".eml"):
        return
    try:
        data = project.original(sha256)
    except KeyError:  # it has been weeded
        return
    head = BytesHeaderParser().parsebytes(data[:_HEAD_BYTES])
    for field in _HEADS:
        for value in head.get_all(field, []):
            yield _decoded(str(value))


def _decoded(value: str) -> str:
    try:
        return str(make_header(decode_header(value)))
    except (LookupError, MessageError, UnicodeError):
        return value


def _place(
    what: str, number: int | None, action: int | None, text: str, match: re.Match[str]
) -> Place:
    start, end = match.span()
    around = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    before, after = (re.sub(r"\s+", " ", part) for part in around)
    return Place(what, number, action, before, match[0], after)


def _what(table: str) -> str:
    """What a table holds, in the user's words."""
    return {
        "contacts": _("kontaktuppgifter"),
        "submissions": _("avsändare"),
        "files": _("filnamn"),
        "imports": _("filnamn vid inläsningen"),
        "answers": _("svar"),
        "unplaced": _("text utanför fälten"),
        "problems": _("anmärkning"),
        "documents": _("originalets text"),
        "passages": _("synpunkt"),
        "cuts": _("synpunkt"),
        "gone_passages": _("synpunkt som inte finns längre"),
        "suggestions": _("skäl till ett förslag"),
        "themes": _("tema"),
        "kept_themes": _("tema"),
        "notes": _("anteckning"),
        "handlings": _("hantering"),
        "theme_handlings": _("hantering"),
        "reasons": _("sparad motivering"),
        "sections": _("strategins text"),
        "wordings": _("ny text i strategin"),
        "report_sections": _("egen text i rapporten"),
        "invitations": _("inbjudna"),
        "secrecies": _("sekretessmarkering"),
        "actions": _("historik"),
        "runs": _("historik"),
        "weedings": _("gallring"),
    }.get(table, _("annat"))
