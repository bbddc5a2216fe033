"""Opens mails: who sent what to whom and when, what they wrote, and the files they sent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from inspel_app.domain.document import Block, Document, Method, Problem, Role
from inspel_app.domain.parcel import Envelope
from inspel_app.i18n import _
from inspel_app.reading.blocks import struck_problems
from inspel_app.reading.kinds import Kind, kind_of
from inspel_app.reading.limits import MAX_BLOCKS, MAX_CHARACTERS, too_large
from inspel_app.reading.mail_bytes import mail_head
from inspel_app.reading.mail_envelope import envelope_of, written_envelope
from inspel_app.reading.mail_forwards import brings, brought, is_unread_letter, stands_below
from inspel_app.reading.mail_kind import kind_of_mail
from inspel_app.reading.mail_links import linked_files
from inspel_app.reading.mail_mime import read_mime
from inspel_app.reading.mail_outlook import read_outlook
from inspel_app.reading.mail_pictures import sort_parts
from inspel_app.reading.mail_raw import RawMail, RawPart, unreadable_part
from inspel_app.reading.mail_saved import is_saved_mail, read_saved
from inspel_app.reading.mail_subject import role_of_subject
from inspel_app.reading.mail_tables import with_cells
from inspel_app.reading.mail_text import Part, Section, blocks_of, is_encrypted, sections
from inspel_app.reading.mail_words import says_nothing

_SAID = frozenset({Role.BODY, Role.SIGNATURE})
_PLAIN_HEAD = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?"
    rb"(?:From|Subject):[^\n]*\n",
)


@dataclass(frozen=True)
class Letter:
    """A letter within a mail: `body` is the mail's text with its roles in that letter."""

    envelope: Envelope
    body: Document


@dataclass(frozen=True)
class OpenedMail:
    """A mail apart from its bytes: its envelope, its text, and the files that say something.

    `below` is somebody else's letter that stands under the sender's own words.
    """

    envelope: Envelope
    body: Document
    parts: tuple[RawPart, ...]
    left_out: tuple[RawPart, ...]
    problems: tuple[Problem, ...]
    below: Letter | None = None


def is_mail(data: bytes, name: str) -> bool:
    """Whether the bytes are a mail, by their content; a bare head needs the name's word too.

    A text is one that begins as mail programs write it when they save a mail as text.
    """
    if kind_of(data) is Kind.OUTLOOK:
        return True
    head = mail_head(data)
    kind = kind_of(head)
    named = name.casefold().endswith((".eml", ".emlx", ".msg", ".mht"))
    plain = kind is Kind.OTHER and named and bool(_PLAIN_HEAD.match(head))
    return kind is Kind.MAIL or plain or is_saved_mail(data)


def open_mail(data: bytes) -> OpenedMail:
    """The mail that the bytes hold.

    Raises:
        UnreadableError: it is damaged or beyond the limits.
    """
    raw = _taken_apart(data)
    text = "\n\n".join(piece.text.strip("\n") for piece in raw.pieces if piece.text.strip())
    if len(text) > MAX_CHARACTERS:
        raise too_large()
    outer = envelope_of(raw.headers)
    parted = sections(text, outer.subject)
    blocks, cut, envelope, letter = _blocks(parted, outer)
    if envelope.sender != outer.sender and not outer.passes_on(envelope):
        raw.problems.append(_brought_doubt(outer))
    parts = sort_parts(raw.parts, _written(blocks))
    raw.parts[:] = parts.read
    struck = [text for piece in raw.pieces for text in piece.struck]
    hidden = [text for piece in raw.pieces for text in piece.hidden]
    raw.problems += struck_problems(len(struck))
    role = role_of_subject(envelope.subject, _written(blocks), has_files=bool(parts.read))
    if role is not None:
        blocks.insert(0, Block(envelope.subject, role=role))
        cut += 1
    written = _written(blocks)
    if _may_hold_answers(parted, envelope, written):
        message = _("Mejlet kan ha svar i eller under det citerade meddelandet. Se efter.")
        raw.problems.append(Problem("svar-i-citat", message))
    raw.problems += _unread_letters(parted, envelope)
    raw.problems += [unreadable_part("lankad-fil", link) for link in linked_files(written)]
    if is_encrypted(text):
        raw.problems.append(unreadable_part("krypterat-mejl", "PGP"))
    kind = kind_of_mail(raw, envelope, written)
    blocks += (Block(text, role=Role.STRAY, told=True, withdrawn=True) for text in struck)
    blocks += (Block(text, role=Role.STRAY, withdrawn=True) for text in hidden)
    own, others = _parted(blocks, cut)
    file = sha256(data).hexdigest()
    return OpenedMail(
        replace(envelope, kind=kind),
        Document.of(file, Method.MAIL, own),
        tuple(parts.read),
        tuple(parts.left_out),
        (*raw.problems, *parts.problems),
        Letter(letter, Document.of(file, Method.MAIL, others)) if letter else None,
    )


def _taken_apart(data: bytes) -> RawMail:
    """The mail as its format gives it."""
    if kind_of(data) is Kind.OUTLOOK:
        return read_outlook(data)
    return read_saved(data) or read_mime(data)


def _unread_letters(parted: list[Section], envelope: Envelope) -> Iterator[Problem]:
    """The doubts about letters of others further down that are not read, as in a chain of mails."""
    for section in parted:
        inner = written_envelope(section.head, envelope)
        letter = "\n".join(section.lines)
        if section.part is Part.REPLIED_TO and is_unread_letter(envelope, inner, letter):
            message = _("Mejlet citerar {who}. Det är inte läst; se efter om det är ett inspel.")
            yield Problem("citerat-brev", message.format(who=inner.sender.name))


def _brought_doubt(outer: Envelope) -> Problem:
    message = _("Brevet har skickats vidare av {who}. Se efter att avsändaren är rätt.")
    return Problem("vidaresant-brev", message.format(who=outer.sender.name or outer.sender.email))


def _parted(blocks: list[Block], cut: int) -> tuple[list[Block], list[Block]]:
    """The blocks as those of whoever wrote the first ones, and as those of whoever the others."""
    quoted = [replace(b, role=Role.QUOTED) if b.role in _SAID else b for b in blocks]
    return [*blocks[:cut], *quoted[cut:]], [*quoted[:cut], *blocks[cut:]]


def _written(blocks: list[Block]) -> str:
    return "\n".join(block.text for block in blocks if block.role is Role.BODY)


def _may_hold_answers(parted: list[Section], envelope: Envelope, written: str) -> bool:
    """Whether the sender seems to have written in a quoted mail, where no mark tells of it.

    So it is where nothing is written elsewhere, where the sender's name stands there, and where
    the text above says so but nothing parts the answers from the rest.
    """
    if any(section.is_mixed for section in parted):
        return True
    name = envelope.sender.name.casefold()
    quoted = [section for section in parted if section.part is Part.REPLIED_TO]
    if not any(line.strip() for section in quoted for line in section.lines):
        return False
    others = [s for s in quoted if not name or name not in s.head.get("from", "").casefold()]
    signed = any(name and line.strip().casefold() == name for s in others for line in s.lines)
    return signed or says_nothing(written)


def _blocks(
    parted: list[Section], outer: Envelope
) -> tuple[list[Block], int, Envelope, Envelope | None]:
    """The text with its roles, and the envelope that counts.

    Of a mail passed on that is the original one; the notes above it are then not the respondent's.
    From the block with the number given between them on, they are somebody else's letter, whose
    envelope is the last; else that is None.
    """
    counts, envelope = _original(parted, outer)
    below, begins, letter = _letter_below(parted, counts, envelope)
    blocks: list[Block] = []
    cut = 0
    for n, section in enumerate(parted):
        if n == below:
            cut = len(blocks)
        brings_on = n < counts or below <= n < begins
        answered = n > counts and section.part is Part.REPLIED_TO
        blocks += blocks_of(section, quoted=brings_on or answered)
        if len(blocks) > MAX_BLOCKS:
            raise too_large()
    above = list(with_cells(blocks[:cut]))
    whole = list(with_cells(blocks))
    return whole, len(above) if letter else len(whole), envelope, letter


def _letter_below(
    parted: list[Section], counts: int, outer: Envelope
) -> tuple[int, int, Envelope | None]:
    """From which section on it is somebody else's, in which their letter is, and its envelope.

    That is a letter passed on under the sender's own words; past the end where there is none.
    """
    for n, section in enumerate(parted[counts + 1 :], start=counts + 1):
        if not section.head or section.part is not Part.PASSED_ON:
            break
        inner = written_envelope(section.head, outer)
        if stands_below(outer, inner, _said(parted[counts:n]), section.lines):
            return n, *_brought_deeper(parted, n, brought(inner, outer))
    return len(parted), len(parted), None


def _original(parted: list[Section], outer: Envelope) -> tuple[int, Envelope]:
    """Which section is the respondent's own mail, and its envelope.

    It came to the authority from outside, or others only passed it on to the authority.
    """
    for n, section in enumerate(parted[1:], start=1):
        if not section.head or (section.is_replied_to and not outer.is_internal):
            break
        inner = written_envelope(section.head, outer)
        if outer.passes_on(inner):
            return n, inner.passed_on_by(outer)
        above = _said(parted[:n])
        if not section.is_replied_to and brings(outer, inner, above, section.lines):
            return _brought_deeper(parted, n, brought(inner, outer))
        if not outer.sender.is_housemate_of(inner.sender):
            break
    return 0, outer


def _brought_deeper(parted: list[Section], at: int, letter: Envelope) -> tuple[int, Envelope]:
    """The letter that the one in a section only brings in its turn; else that one itself."""
    for n, section in enumerate(parted[at + 1 :], start=at + 1):
        if not section.head or section.part is not Part.PASSED_ON:
            break
        inner = written_envelope(section.head, letter)
        if not brings(letter, inner, _said(parted[at:n]), section.lines):
            break
        at, letter = n, brought(inner, letter)
    return at, letter


def _said(parted: list[Section]) -> str:
    """What stands in the sections, without heads, quotations and contact cards."""
    return _written([block for section in parted for block in blocks_of(section, quoted=False)])
