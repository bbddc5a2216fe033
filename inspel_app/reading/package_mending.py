"""XML that is not well-formed, made so: every character that is no sound tag stays as text.

A parser that only recovers drops what follows after an end tag too many, and text in broken tags.
"""

import codecs
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple
from xml.sax.saxutils import escape

_NAME = r"[A-Za-z_][\w.-]*+(?::[A-Za-z_][\w.-]*+)?"
_ATTRIBUTE = rf"\s+({_NAME})\s*=\s*(\"[^\"<]*+\"|'[^'<]*+')"
_TAG = re.compile(
    rf"<(?:/(?P<end>{_NAME})\s*>"
    rf"|(?P<name>{_NAME})(?P<attributes>(?:{_ATTRIBUTE})*+\s*/?>|(?=[\s/>])[^<>]*+>))",
    re.ASCII,
)
_ATTRIBUTES = re.compile(_ATTRIBUTE, re.ASCII)
_REFERENCE = re.compile(r"&#?\w{1,32};")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = re.compile(r"\s*<\?xml\b[^<>]*+>")
_CUT = re.compile(r"<[/\w][^<>]*+\Z")
"""A tag that breaks off where the text does."""
_ENCODING = re.compile(rb"<\?xml\b[^<>]*?encoding\s*=\s*[\"']([\w.-]{1,30})[\"']")
_DECLARES = "xmlns:"
_MOST_OPEN = 250
"""Elements inside each other: what stands deeper is text of that depth."""


class Markup(NamedTuple):
    """What a format's XML is like where it is sound.

    `namespaces` are those of the usual prefixes. `lasting` are the elements with everything in
    them, which, as the root does, end only where the text ends.
    """

    namespaces: Mapping[str, str]
    lasting: frozenset[str]


def well_formed(data: bytes, markup: Markup) -> str:
    """The XML with sound markup, no comments, no declarations and no entities."""
    text = _CUT.sub("", _DECLARATION.sub("", _decoded(data), count=1))
    pieces: list[str] = []
    mending = _Mending(markup)
    at = 0
    for tag in _TAG.finditer(text):
        pieces += _shown(text[at : tag.start()])
        pieces += mending.closed(tag["end"]) if tag["end"] else mending.opened(tag)
        at = tag.end()
    pieces += _shown(text[at:])
    return mending.root() + "".join(pieces) + mending.rest()


class _Mending:
    """The elements that are open, and the prefixes that have been met."""

    def __init__(self, markup: Markup) -> None:
        self._namespaces, self._lasting = markup
        self._open: list[str] = []
        self._root = ""
        self._prefixes: set[str] = set()

    def opened(self, tag: re.Match[str]) -> Iterator[str]:
        """The start tag, with those of its attributes that are sound."""
        name = tag["name"]
        attributes = dict(_ATTRIBUTES.findall(tag["attributes"]))
        self._prefixes.update(n.partition(":")[0] for n in (name, *attributes) if ":" in n)
        empty = tag["attributes"].endswith("/>")
        if not self._root:
            self._root = name + self._written(attributes)
            self._open.append(name)
        elif empty or len(self._open) < _MOST_OPEN:
            yield f"<{name}{self._written(attributes)}{'/' * empty}>"
            self._open += [] if empty else [name]

    def closed(self, name: str) -> Iterator[str]:
        """The end tags that an end tag stands for: none where nothing of that name is open."""
        if name in self._open[1:] and name not in self._lasting:
            while (last := self._open.pop()) != name:
                yield f"</{last}>"
            yield f"</{name}>"

    def root(self) -> str:
        """The start tag of the root, with the namespaces of all prefixes."""
        known = ((p, self._namespaces[p]) for p in sorted(self._prefixes & {*self._namespaces}))
        declared = "".join(f' {_DECLARES}{prefix}="{uri}"' for prefix, uri in known)
        return f"<{self._root}{declared}>" if self._root else ""

    def rest(self) -> str:
        """The end tags of what is open."""
        return "".join(f"</{name}>" for name in reversed(self._open))

    def _written(self, attributes: Mapping[str, str]) -> str:
        """The attributes, but for the declarations of prefixes that are known."""
        return "".join(
            f" {name}={value[0]}{''.join(_shown(value[1:-1]))}{value[0]}"
            for name, value in attributes.items()
            if name.removeprefix(_DECLARES) not in self._namespaces
        )


def _shown(text: str) -> Iterator[str]:
    """Characters as XML writes them, the named ones of web pages too."""
    if text:
        plain = _REFERENCE.sub(lambda sign: unescape(sign[0]), text)
        yield escape(_NO_XML.sub("", plain))


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    declared = _ENCODING.match(data)
    try:
        encoding = codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
        return data.removeprefix(codecs.BOM_UTF8).decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return data.decode("utf-8", "replace")
