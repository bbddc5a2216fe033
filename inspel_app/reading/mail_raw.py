"""A mail as its format gives it, before anything is understood: shared by .eml and .msg."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import getaddresses
from html import escape

from inspel_app.domain.document import Problem
from inspel_app.domain.parcel import Address
from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading.mail_charset import header_text

MAX_DEPTH = 8
"""Mails in mails in archives."""

MAX_ITEMS = 5_000
"""Files in one mail or archive, at all depths."""

_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+)*")
_SIGNATURE = re.compile(r"application/(?:(?:x-)?pkcs7-signature|pgp-signature)")
_MOST_RECIPIENTS = 500
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f]")
_LONGEST_NAME = 150
_KEPT_HEADERS = (
    *("From", "Sender", "Reply-To", "To", "Cc", "Date", "Subject", "Received"),
    *("Auto-Submitted", "X-Autoreply", "Precedence"),
)
"""What is kept of a head when a mail is packed anew."""


@dataclass(frozen=True)
class Headers:
    """The head of a mail: raw lines by lower-case name, in their order."""

    lines: Mapping[str, Sequence[str]]

    def all(self, name: str) -> list[str]:
        """Every line of this name, decoded."""
        return [header_text(raw) for raw in self.lines.get(name.casefold(), ())]

    def get(self, name: str) -> str:
        """The first line of this name that says anything, else ""."""
        return next(filter(None, self.all(name)), "")

    def addresses(self, *names: str) -> tuple[Address, ...]:
        """The addresses in the lines of these names."""
        raw = [line for name in names for line in self.lines.get(name.casefold(), ())]
        return tuple(_addresses(raw))


@dataclass(frozen=True)
class Piece:
    """A part of a mail's text, without what is `struck` through or `hidden` in it."""

    text: str
    is_html: bool = False
    struck: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True)
class RawPart:
    """A file in a mail. `is_inline`: it stands in the text, as a picture; `is_mail`: a mail.

    `is_below`: it stands under the close of the letter, where logos do. `problems` are those of
    a mail that its bytes do not tell, as it was packed anew.
    """

    name: str
    data: bytes
    type: str = ""
    is_inline: bool = False
    is_mail: bool = False
    is_below: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass
class RawMail:
    """What a mail holds; `types` are the kinds of its parts.

    `shown` are the Content-IDs of the pictures in the text, and whether each is below its close.
    """

    headers: Headers
    pieces: list[Piece] = field(default_factory=list)
    parts: list[RawPart] = field(default_factory=list)
    types: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    shown: dict[str, bool] = field(default_factory=dict)
    outlook_class: str = ""

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """Those of the mail, and of the mails in it that were packed anew."""
        deeper = (
            replace(problem, message=f"{part.name}: {problem.message}")
            for part in self.parts
            for problem in part.problems
        )
        return (*self.problems, *deeper)

    def take_in(self, inner: "RawMail") -> None:
        """Add the files of a mail that was wrapped in this one, and its text unless it is here."""
        said = [piece.text.split() for piece in self.pieces]
        self.pieces += (piece for piece in inner.pieces if piece.text.split() not in said)
        self.parts += inner.parts
        self.types |= inner.types
        self.problems += inner.problems


def file_name(name: str, fallback: str) -> str:
    """What a part is to be called: the last step of what may be a path, in one short line."""
    last = re.split(r"[/\\]", _UNPRINTABLE.sub(" ", name))[-1].strip(" .")
    return last[-_LONGEST_NAME:] or fallback


def too_deep(name: str) -> Problem:
    """What lies in more mails and archives than are opened."""
    message = _(
        "{name} ligger i så många mejl eller arkiv att den inte är öppnad. Spara den för sig."
    )
    return Problem("for-djupt", message.format(name=name))


def broken_mail() -> UnreadableError:
    """The refusal of a mail that cannot be taken apart."""
    return UnreadableError(
        "trasigt-mejl",
        _("Mejlet är så skadat att det inte går att öppna."),
        _("Öppna det i e-postprogrammet, och spara text och bilagor som filer."),
    )


def fault_of(kind: str, name: str) -> str | None:
    """The code of a part that cannot be opened, by its declared kind; None for others."""
    if kind in {"application/ms-tnef", "application/vnd.ms-tnef"} or name == "winmail.dat":
        return "winmail"
    wrapped = {"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"}
    if kind in wrapped or name.casefold() == "smime.p7m":
        return "krypterat-mejl"
    return None


def is_left_out(kind: str) -> bool:
    """Whether a part only vouches for the mail, so that nobody needs to read it."""
    return bool(_SIGNATURE.fullmatch(kind))


def as_mime(mail: RawMail) -> bytes:
    """The mail in the internet's format; the same bytes each time."""
    packed = MIMEMultipart(boundary="=_del_av_mejl")
    for name in _KEPT_HEADERS:
        for value in mail.headers.all(name):
            packed.add_header(name, Header(value, "utf-8").encode())
    for piece in mail.pieces:
        packed.attach(_as_text(piece))
    for part in mail.parts:
        attached = MIMEApplication(part.data)
        place = "inline" if part.is_inline else "attachment"
        attached.add_header("Content-Disposition", place, filename=("utf-8", "", part.name))
        if part.is_inline:
            attached["Content-ID"] = "<bild>"
        packed.attach(attached)
    return packed.as_bytes()


def _as_text(piece: Piece) -> MIMEText:
    if not piece.struck and not piece.hidden:
        return MIMEText(piece.text, "plain", "utf-8")
    lines = "<br>".join(map(escape, piece.text.split("\n")))
    struck = "".join(f"<p><s>{escape(text)}</s></p>" for text in piece.struck)
    hidden = "".join(f"<p hidden>{escape(text)}</p>" for text in piece.hidden)
    return MIMEText(lines + struck + hidden, "html", "utf-8")


def unreadable_part(code: str, name: str) -> Problem:
    """What cannot be opened in a mail, and what to do about it."""
    messages = {
        "winmail": _(
            "Bilagan {name} är i Outlooks eget format (winmail.dat) och går inte att öppna här."
            " Be avsändaren skicka mejlet på nytt som HTML eller oformaterad text."
        ),
        "krypterat-mejl": _(
            "Mejlet är krypterat ({name}). Öppna det i e-postprogrammet och spara bilagorna."
        ),
        "signerat-mejl": _(
            "Mejlets innehåll ligger i en elektronisk signatur ({name})."
            " Öppna det i e-postprogrammet och spara bilagorna."
        ),
        "del-av-mejl": _(
            "Mejlet är en del av ett större som delats upp ({name})."
            " Be avsändaren skicka det på nytt."
        ),
        "hanvisad-bilaga": _(
            "Bilagan {name} ligger inte i mejlet utan någon annanstans. Be avsändaren bifoga den."
        ),
        "lankad-fil": _(
            "Mejlet länkar till en fil på nätet ({name}), som inte har hämtats."
            " Hämta den och läs in den, eller be avsändaren bifoga den."
        ),
    }
    return Problem(code, messages[code].format(name=name))


def _addresses(raw: list[str]) -> Iterator[Address]:
    pairs = getaddresses([line[:50_000] for line in raw])[:_MOST_RECIPIENTS]
    found = [
        Address(header_text(name), header_text(email)) for name, email in pairs if "@" in email
    ]
    if found:
        yield from found
        return
    for line in raw[:_MOST_RECIPIENTS]:
        text = header_text(line)
        email = _EMAIL.search(text)
        name = text[: email.start()].strip(" <\"'") if email else text
        if name or email:
            yield Address(name, email.group() if email else "")
