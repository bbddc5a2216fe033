"""Whether the machine's work is still that of what it was made of."""

import hashlib

from inspel_app import __version__


def fingerprint(*values: object) -> str:
    """A hash of the values and of the program's version.

    The values are frozen dataclasses, tuples, texts and numbers: their `repr` tells all.
    """
    return hashlib.sha256(repr((__version__, values)).encode()).hexdigest()
