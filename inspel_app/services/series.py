"""Files that by their names may be pictures of the pages of one form: `sida1.jpg`, `sida2.jpg`."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

_PICTURE = re.compile(r"(?i)\.(?:avif|bmp|gif|heic|heif|jpe?g|jp2|png|tiff?|webp)")
_COUNTED = re.compile(r"[\s_.(-]*\d+[\s)]*$")
"""A number with which the names of a series end, and what parts it from the rest."""


def series(files: Iterable[Path]) -> Iterator[list[Path]]:
    """The files in their order, those of a series together."""
    for stem, group in groupby(files, _stem):
        if stem is None:
            yield from ([file] for file in group)
        else:
            yield sorted(group, key=_number)


def _stem(file: Path) -> tuple[Path, str] | None:
    """What the names of a series have in common; None for what is no picture by its name."""
    if not _PICTURE.fullmatch(file.suffix):
        return None
    return file.parent, _COUNTED.sub("", file.stem)


def _number(file: Path) -> int:
    """The number at the name's end; a name without one is the first of its series."""
    found = re.search(r"(\d+)\D*$", file.stem)
    return int(found[1]) if found and _COUNTED.search(file.stem) else 0
