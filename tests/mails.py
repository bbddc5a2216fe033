"""Mails for the tests, made part by part, and a writer of Outlook's compound files."""

import struct
from collections.abc import Mapping, Sequence
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

Tree = Mapping[str, "bytes | Tree"]

AUTHORITY = "regionalutveckling@region.example"
SENDER = "Anna Ek <anna.ek@byalaget.example>"
DATE = "Tue, 17 Jun 2025 21:14:05 +0200"


def mail(
    text: str | None = "Hej!\n\nVi vill ha fler bussar på kvällarna.\n",
    *files: tuple[str, bytes],
    html: str | None = None,
    mails: Sequence[bytes] = (),
    **headers: str | None,
) -> bytes:
    """A mail; headers are given with underscores for hyphens, None leaves one out."""
    message = EmailMessage(policy=SMTP)
    given: dict[str, str | None] = {
        "From": SENDER,
        "To": AUTHORITY,
        "Subject": "Inspel",
        "Date": DATE,
        "Message-ID": "<1@post.example>",
    }
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in given.items():
        if value is not None:
            message[name] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    for data in mails:
        message.add_attachment(message_from_bytes(data, policy=SMTP))
    return message.as_bytes()


def outlook(
    texts: Mapping[int, str], *attached: Tree, times: Mapping[int, int] | None = None
) -> bytes:
    """An Outlook mail (.msg) with these properties, by their numbers, and attachments."""
    return compound(outlook_tree(texts, 32, attached, times or {}))


def outlook_tree(
    texts: Mapping[int, str],
    head: int,
    attached: Sequence[Tree] = (),
    times: Mapping[int, int] | None = None,
) -> Tree:
    """The storage of a mail, at the top (32 bytes of head) or in another (24)."""
    fixed = b"".join(struct.pack("<HHIQ", 0x40, n, 6, t) for n, t in (times or {}).items())
    tree: dict[str, bytes | Tree] = {"__properties_version1.0": bytes(head) + fixed}
    tree |= {f"__substg1.0_{n:04X}001F": text.encode("utf-16-le") for n, text in texts.items()}
    tree |= {f"__attach_version1.0_#{n:08X}": part for n, part in enumerate(attached)}
    return tree


def outlook_file(name: str, data: bytes, kind: str = "") -> Tree:
    """The storage of an attached file, of a declared kind."""
    return {
        "__substg1.0_370E001F": kind.encode("utf-16-le"),
        "__properties_version1.0": bytes(8),
        "__substg1.0_3707001F": name.encode("utf-16-le"),
        "__substg1.0_37010102": data,
    }


def outlook_mail(texts: Mapping[int, str]) -> Tree:
    """The storage of an attached mail."""
    return {
        "__properties_version1.0": bytes(8),
        "__substg1.0_3001001F": texts.get(0x37, "mejl").encode("utf-16-le"),
        "__substg1.0_3701000D": outlook_tree(texts, 24),
    }


def compound(tree: Tree) -> bytes:
    """A compound file (version 3) of storages and streams; every stream in whole sectors."""
    writer = _Compound()
    root = writer.entry("Root Entry", 5)
    writer.fill(root, tree)
    return writer.finished()


class _Compound:
    """Lays out directory entries and sectors; sibling entries hang in a chain to the right."""

    def __init__(self) -> None:
        self._entries: list[list[object]] = []
        self._sectors: list[bytes] = []
        self._next: list[int] = []

    def entry(self, name: str, kind: int) -> int:
        self._entries.append([name, kind, -1, -1, 0xFFFFFFFE, 0])
        return len(self._entries) - 1

    def fill(self, parent: int, tree: Tree) -> None:
        ordered = sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper()))
        before = None
        for name, content in ordered:
            number = self.entry(name, 2 if isinstance(content, bytes) else 1)
            if before is None:
                self._entries[parent][3] = number
            else:
                self._entries[before][2] = number
            before = number
            if isinstance(content, bytes):
                padded = content.ljust(4096, b"\0")
                self._entries[number][4:] = [self._add(padded), max(len(content), 4096)]
            else:
                self.fill(number, content)

    def _add(self, data: bytes) -> int:
        first = len(self._sectors)
        for start in range(0, len(data), 512):
            self._sectors.append(data[start : start + 512].ljust(512, b"\0"))
            self._next.append(len(self._sectors))
        self._next[-1] = 0xFFFFFFFE
        return first

    def finished(self) -> bytes:
        directory = b"".join(_packed(*entry) for entry in self._entries)  # type: ignore[arg-type]
        start = self._add(directory)
        count = 1
        while len(self._sectors) + count > count * 128:
            count += 1
        first_table = len(self._sectors)
        table = [*self._next, *[0xFFFFFFFD] * count]
        table += [0xFFFFFFFF] * (count * 128 - len(table))
        places = list(range(first_table, first_table + count))
        head = struct.pack(
            "<8s16s6H10I",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            bytes(16),
            *(0x3E, 3, 0xFFFE, 9, 6, 0),
            *(0, 0, count, start, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0),
        )
        head += struct.pack("<109I", *places, *[0xFFFFFFFF] * (109 - count))
        return head + b"".join(self._sectors) + struct.pack(f"<{len(table)}I", *table)


def _packed(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBiii16sI8s8sIQ",
        wide,
        len(wide) + 2,
        kind,
        1,
        -1,
        right,
        child,
        bytes(16),
        0,
        bytes(8),
        bytes(8),
        start,
        size,
    )
