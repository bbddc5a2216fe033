"""Which of two files is the later edition, by what people call them."""

import re

_NUMBER = re.compile(
    r"(?:^|[\W_])(?:v|ver|version|rev|utg[åa]va)[ ._-]*(\d{1,2})(?!\d)", re.IGNORECASE
)
_DATE = re.compile(r"(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?([0-2]\d|3[01])(?!\d)")
_DRAFT = re.compile(r"utkast|draft|preliminär|arbetsversion", re.IGNORECASE)
_REVISED = re.compile(
    r"slutlig|slutversion|final|revidera|reviderad|rättad|korrigera|uppdatera|ersätt|ny[ _-]version"
    r"|kompletterad",
    re.IGNORECASE,
)


def edition_order(one: str, other: str) -> int:
    """Above 0 where the first file name is of a later edition, below where it is of an earlier.

    0 where the names do not tell, or tell against themselves.
    """
    told = ((tell(one), tell(other)) for tell in (_number, _word, _date))
    signs = {(a > b) - (a < b) for a, b in told if a is not None and b is not None} - {0}
    return signs.pop() if len(signs) == 1 else 0


def _number(name: str) -> int:
    """The number of the edition; the first bears none."""
    found = _NUMBER.search(name)
    return int(found[1]) if found else 1


def _word(name: str) -> int:
    if _DRAFT.search(name):
        return -1
    return 1 if _REVISED.search(name) else 0


def _date(name: str) -> int | None:
    """The date in the name as a number."""
    found = _DATE.search(name)
    return int("".join(found.groups())) if found else None
