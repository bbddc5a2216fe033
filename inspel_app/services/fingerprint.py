"""Whether the machine's work is still that of what it was made of."""

import hashlib

from inspel_app import __version__

_BETWEEN = "-"


def fingerprint(*values: object) -> str:
    """A hash of the values and of the program's version.

    The values are frozen dataclasses, tuples, texts and numbers: their `repr` tells all.
    """
    return hashlib.sha256(repr((__version__, values)).encode()).hexdigest()


def input_hash(tools: str, *materials: object) -> str:
    """What a run was made with and of: the fingerprint of its tools, and a hash of each material.

    The material is what people have sent in and decided, and then what they have made of the work.
    """
    hashes = (hashlib.sha256(repr(one).encode()).hexdigest() for one in materials)
    return _BETWEEN.join((tools, *hashes))


def tools_of(made_of: str) -> str:
    """The fingerprint of the tools in an `input_hash`."""
    return made_of.partition(_BETWEEN)[0]


def material_of(made_of: str) -> list[str]:
    """The hash in an `input_hash` of what people had sent in and decided; none in an older one."""
    return made_of.split(_BETWEEN)[1:2]
