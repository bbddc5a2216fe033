"""The bytes of a mail as its parser wants them, whatever they were saved by."""

import re

_HEAD_BYTES = 64 * 2**10
_BEFORE = b"\xef\xbb\xbf\r\n\t "
_APPLE = re.compile(rb"(\d{1,9})[ \t]*\n")
"""In Apple's own files (.emlx) the mail's length stands above it, and facts on it below."""


def mail_bytes(data: bytes) -> bytes:
    """The mail alone: without what stands before its head, its lines ended by line feeds."""
    data = data.lstrip(_BEFORE)
    if b"\n" not in data[:_HEAD_BYTES]:
        data = data.replace(b"\r", b"\n")
    if length := _APPLE.match(data[:16]):
        data = data[length.end() : length.end() + int(length[1])]
    return data


def mail_head(data: bytes) -> bytes:
    """The first bytes of what may be a mail, likewise."""
    return mail_bytes(data[:_HEAD_BYTES])
