"""Files that old mail programs wrote into a mail's text as uuencoded lines."""

import re
from binascii import Error, a2b_uu
from bisect import bisect

from inspel_app.reading.mail_raw import RawPart, file_name

_BEGIN = re.compile(r"begin [0-7]{3,4} (\S.*)")


def without_files(text: str) -> tuple[str, list[RawPart]]:
    """The text, and the files that stood in it."""
    lines = text.split("\n")
    ends = [i for i, line in enumerate(lines) if line.rstrip() == "end"]
    kept: list[str] = []
    files: list[RawPart] = []
    n = 0
    while n < len(lines):
        begin = _BEGIN.fullmatch(lines[n].rstrip())
        after = bisect(ends, n)
        data = _decoded(lines[n + 1 : ends[after]]) if begin and after < len(ends) else None
        if begin and data:
            files.append(RawPart(file_name(begin[1], "bilaga"), data))
            n = ends[after]
        else:
            kept.append(lines[n])
        n += 1
    return "\n".join(kept), files


def _decoded(lines: list[str]) -> bytes | None:
    """What the lines hold; None where one is not of that kind. The last is empty."""
    if not all(lines[:-1]) or lines[-1:] not in (["`"], [" "], [""]):
        return None
    try:
        return b"".join(map(a2b_uu, lines[:-1]))
    except (Error, ValueError):
        return None
