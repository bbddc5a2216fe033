"""What both files of the standard REFI-QDA share: identities, names, and codes as elements.

Programs for qualitative analysis (NVivo, MAXQDA, ATLAS.ti, QualCoder) exchange their work in it.
Whatever is exported twice has the same identity both times, so that they can tell.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from uuid import UUID, uuid5

from lxml import etree

from inspel_app.domain.synthesis import RoundFacts
from inspel_app.synthesis.words import clean

_OURS = UUID("8b0d4f0e-52b1-5d0c-9d52-3c1f6f7a2e11")

Element = etree._Element  # noqa: SLF001 - lxml offers no public name for the type


@dataclass(frozen=True, slots=True)
class QdaCode:
    """A code as other programs know it; one that is not codable is a heading for those below."""

    guid: str
    name: str
    description: str = ""
    codable: bool = True
    children: tuple["QdaCode", ...] = ()


class Maker:
    """Makes the elements of one of the standard's files: the tag, then texts and children."""

    def __init__(self, namespace: str) -> None:
        self._namespace = namespace

    def __call__(self, tag: str, *content: Element | str, **attributes: str) -> Element:
        """An element; the content is either one text or elements."""
        name = etree.QName(self._namespace, tag)
        made = etree.Element(name, attributes, {None: self._namespace})  # type: ignore[dict-item]  # lxml-stubs knows no default namespace
        for part in content:
            if isinstance(part, str):
                made.text = part
            else:
                made.append(part)
        return made


CODEBOOK, PROJECT = Maker("urn:QDA-XML:codebook:1.0"), Maker("urn:QDA-XML:project:1.0")


@lru_cache(maxsize=4_096)
def guid(*key: str) -> str:
    """The identity of what these words together name."""
    return str(uuid5(_OURS, "\n".join(map(clean, key))))


def distinct(name: str, taken: set[str]) -> str:
    """The name on one line, numbered where it is taken, in whatever case; it is taken then.

    QualCoder drops a code whose name another has, and its codings with it.
    """
    bare = " ".join(clean(name).split()) or "–"
    number, found = 1, bare
    while found.casefold() in taken:
        number += 1
        found = f"{bare} ({number})"
    taken.add(found.casefold())
    return found


def named_apart(codes: Iterable[QdaCode], taken: set[str]) -> tuple[QdaCode, ...]:
    """The tree without two codes of one name."""
    return tuple(
        replace(
            code,
            name=distinct(code.name, taken),
            children=named_apart(code.children, taken),
        )
        for code in codes
    )


def codes_element(make: Maker, codes: Iterable[QdaCode]) -> Element:
    """The tree of codes."""
    return make("Codes", *(_code(make, code) for code in codes))


def described(make: Maker, text: str) -> list[Element]:
    """The element that describes what it stands in, if there is anything to say."""
    return [make("Description", clean(text))] if text else []


def origin(facts: RoundFacts) -> str:
    """The program that wrote the file."""
    return f"Inspel {facts.program}"


def markup(root: Element) -> bytes:
    """The file's bytes."""
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _code(make: Maker, code: QdaCode) -> Element:
    return make(
        "Code",
        *described(make, code.description),
        *(_code(make, child) for child in code.children),
        guid=code.guid,
        name=code.name,
        isCodable="true" if code.codable else "false",
    )
