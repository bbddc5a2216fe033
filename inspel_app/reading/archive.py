"""Opens archives: packed files (.zip), and mailboxes with mails one after the other (.mbox)."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO

from inspel_app.domain.document import Problem
from inspel_app.errors import UnreadableError
from inspel_app.i18n import _, ngettext
from inspel_app.reading.kinds import Kind, kind_of
from inspel_app.reading.limits import MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_FREE_BYTES, too_large
from inspel_app.reading.mail_raw import MAX_ITEMS, RawPart, file_name

_DOCUMENT_PARTS = frozenset(
    (
        *("[Content_Types].xml", "mimetype", "META-INF/container.xml", "Index/Document.iwa"),
        "word/document.xml",
    )
)
"""What makes a packed file a document of some kind, and no archive."""

_NO_INSPEL = re.compile(r"(?:.*/)?(?:__MACOSX/.*|\.[^/]*|thumbs\.db|desktop\.ini)", re.IGNORECASE)
_SHOWN = 5
"""So many empty files are named."""
_FAULTS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError)
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_MAIL_START = re.compile(rb"(?:\A|\n\r?\n)From \S+ [^\n]*\d\d:\d\d[^\n]*\n")
_ESCAPED = re.compile(rb"(?m)^>(>*From )")
"""How a mailbox writes a line of a mail that would else begin a new one."""


def is_archive(data: bytes) -> bool:
    """Whether the bytes are files packed together, and no document that happens to be packed."""
    kind = kind_of(data)
    if kind is Kind.ZIP:
        try:
            with zipfile.ZipFile(BytesIO(data)) as packed:
                return not _DOCUMENT_PARTS & set(packed.namelist())
        except _FAULTS:
            return False
    return kind is Kind.MAIL and is_mailbox(data)


def is_mailbox(data: bytes) -> bool:
    """Whether more than one mail stands in the bytes, each after its `From ` line."""
    return data.startswith(b"From ") and len(_MAIL_START.findall(data)) > 1


def open_archive(data: bytes) -> tuple[list[RawPart], list[Problem]]:
    """The files in an archive in the order of their names, and what could not be unpacked.

    Raises:
        UnreadableError: it is damaged, or more lies in it than may be unpacked.
    """
    if kind_of(data) is not Kind.ZIP:
        return list(_mails(data)), []
    parts: list[RawPart] = []
    problems: list[Problem] = []
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            infos = [i for i in packed.infolist() if not i.is_dir()]
            if len(infos) > MAX_ITEMS:
                raise too_large()
            for info in sorted(infos, key=_shown_name):
                _unpack(packed, info, parts, problems)
    except _FAULTS as error:
        raise UnreadableError(
            "trasigt-arkiv",
            _("Arkivet är skadat och går inte att packa upp."),
            _("Be avsändaren skicka filerna var för sig."),
        ) from error
    empty = [part.name for part in parts if not part.data]
    problems += [_empty(empty)] if empty else []
    return [part for part in parts if part.data], problems


def _empty(names: Sequence[str]) -> Problem:
    """One line for all files without content, however many."""
    shown, rest = ", ".join(names[:_SHOWN]), len(names) - _SHOWN
    more = _(" och {n} till").format(n=rest) if rest > 0 else ""
    message = ngettext(
        "{n} fil i arkivet är tom: {names}.", "{n} filer i arkivet är tomma: {names}.", len(names)
    )
    return Problem("tom-fil", message.format(n=len(names), names=f"{shown}{more}"))


def _unpack(
    packed: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    parts: list[RawPart],
    problems: list[Problem],
) -> None:
    name = _shown_name(info)
    if _NO_INSPEL.fullmatch(name):
        return
    if info.flag_bits & _ENCRYPTED:
        message = _("Filen {name} är skyddad med lösenord. Be avsändaren om en öppen fil.")
        problems.append(Problem("losenord", message.format(name=file_name(name, "fil"))))
        return
    room = MAX_UNPACKED_BYTES - sum(len(part.data) for part in parts)
    most = min(room, max(RATIO_FREE_BYTES, MAX_RATIO * max(info.compress_size, 0)))
    with packed.open(info) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise too_large()
    parts.append(RawPart(file_name(name, "fil"), data))


def _shown_name(info: zipfile.ZipInfo) -> str:
    """The name, also where the packer wrote UTF-8 without saying so."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _mails(data: bytes) -> Iterator[RawPart]:
    found = list(_MAIL_START.finditer(data))
    starts = [m.end() for m in found]
    ends = [*(m.start() for m in found[1:]), len(data)]
    if len(starts) > MAX_ITEMS:
        raise too_large()
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        mail = _ESCAPED.sub(rb"\1", data[start:end]) + b"\n"
        yield RawPart(f"mejl-{number}.eml", mail, is_mail=True)
