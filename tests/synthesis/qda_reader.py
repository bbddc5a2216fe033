"""A strict reader of REFI-QDA, written from the standard alone: what it passes, others can read.

It knows each element's children with their order and number, and each attribute; every reference
must lead to something of the right kind, and no identity or name of a code may stand twice.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree import ElementTree as ET

PROJECT, CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

GRAMMAR = {
    "Project": "Users? CodeBook? Variables? Cases? Sources? Notes? Description? NoteRef*",
    "Users": "User+",
    "User": "",
    "CodeBook": "Codes",
    "Codes": "Code+",
    "Code": "Description? NoteRef* Code*",
    "Variables": "Variable+",
    "Variable": "Description?",
    "Cases": "Case+",
    "Case": "Description? CodeRef* VariableValue* SourceRef* SelectionRef*",
    "VariableValue": "VariableRef TextValue?",
    "Sources": "TextSource+",
    "TextSource": "Description? PlainTextSelection* Coding* NoteRef* VariableValue*",
    "PlainTextSelection": "Description? Coding* NoteRef*",
    "Coding": "CodeRef NoteRef*",
    "Description": "",
    "TextValue": "",
    "CodeRef": "",
    "SourceRef": "",
    "VariableRef": "",
}
ATTRIBUTES = {
    "Project": "name origin?",
    "User": "guid name",
    "CodeBook": "origin?",
    "Code": "guid name isCodable",
    "Variable": "guid name typeOfVariable",
    "Case": "guid name",
    "TextSource": "guid name plainTextPath creationDateTime",
    "PlainTextSelection": "guid startPosition endPosition creatingUser creationDateTime",
    "Coding": "guid creatingUser creationDateTime",
    "CodeRef": "targetGUID",
    "SourceRef": "targetGUID",
    "VariableRef": "targetGUID",
}
"""Those that the standard leaves optional but other programs cannot do without are demanded."""


@dataclass(frozen=True)
class Selection:
    """A selected text, with the codes that it has been given and who gave each."""

    source: str
    start: int
    end: int
    text: str
    codes: dict[str, str]
    user: str
    description: str
    created: str


@dataclass
class Codes:
    """Codes by name: the name above each, and which can be given."""

    above: dict[str, str | None] = field(default_factory=dict)
    codable: dict[str, bool] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    guids: dict[str, str] = field(default_factory=dict)


@dataclass
class QdaProject:
    """What a program finds in a project; sources and cases by name."""

    codes: Codes
    users: list[str]
    texts: dict[str, str]
    selections: list[Selection]
    cases: dict[str, dict[str, str]]
    sources_of: dict[str, list[str]]
    facts: dict[str, dict[str, str]]
    descriptions: dict[str, str]


def read_codebook(data: bytes) -> Codes:
    """The codes of a .qdc file."""
    root = ET.fromstring(data)  # noqa: S314 - our own file
    check(root, CODEBOOK)
    return codes_in(root, CODEBOOK)


def read_project(data: bytes) -> QdaProject:
    """The project of a .qdpx file."""
    package = zipfile.ZipFile(io.BytesIO(data))
    assert package.testzip() is None
    root = ET.fromstring(package.read("project.qde"))  # noqa: S314 - as above
    check(root, PROJECT)
    known = identities(root)
    codes = codes_in(root, PROJECT)
    by_guid = {guid: name for name, guid in codes.guids.items()}
    names = {guid: e.get("name", "") for guid, e in known.items()}
    texts = {e.get("name", ""): text_of(e, package) for e in found(root, "TextSource")}
    held = {f"Sources/{e.get('plainTextPath', '')[11:]}" for e in found(root, "TextSource")}
    assert {"project.qde", "Sources/", *held} == set(package.namelist())
    assert len(texts) == len(found(root, "TextSource"))
    for element in root.iter():
        for key in ("targetGUID", "creatingUser"):
            assert key not in element.attrib or element.attrib[key] in known
    return QdaProject(
        codes,
        [e.get("name", "") for e in found(root, "User")],
        texts,
        [
            selection(s, e, texts, by_guid, names)
            for e in found(root, "TextSource")
            for s in found(e, "PlainTextSelection")
        ],
        {e.get("name", ""): values(e, names) for e in found(root, "Case")},
        {
            e.get("name", ""): [names[r.attrib["targetGUID"]] for r in found(e, "SourceRef")]
            for e in found(root, "Case")
        },
        {e.get("name", ""): values(e, names) for e in found(root, "TextSource")},
        {
            e.get("name", ""): e.findtext(f"{{{PROJECT}}}Description", "")
            for e in found(root, "TextSource")
        },
    )


def check(element: ET.Element, space: str) -> None:
    """Refuse what the standard does not know, in it and below it."""
    tag = local(element, space)
    pattern = "".join(
        f"(?:{word.rstrip('?*+')} ){word[-1] if word[-1] in '?*+' else ''}"
        for word in GRAMMAR[tag].split()
    )
    children = "".join(f"{local(child, space)} " for child in element)
    assert re.fullmatch(pattern, children), f"{tag}: {children}"
    allowed = ATTRIBUTES.get(tag, "").split()
    if space == CODEBOOK and tag == "CodeBook":
        allowed = ["origin?"]
    required = {name for name in allowed if not name.endswith("?")}
    assert required <= set(element.attrib) <= {name.rstrip("?") for name in allowed}, tag
    for name, value in element.attrib.items():
        check_value(name, value)
    assert GRAMMAR[tag] == "" or not (element.text or "").strip()
    for child in element:
        assert not (child.tail or "").strip()
        check(child, space)


def check_value(name: str, value: str) -> None:
    match name:
        case "guid" | "targetGUID" | "creatingUser":
            assert GUID.fullmatch(value)
        case "isCodable":
            assert value in {"true", "false"}
        case "startPosition" | "endPosition":
            assert value.isascii()
            assert value.isdigit()
        case "creationDateTime":
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value)
            datetime.fromisoformat(value)
        case "typeOfVariable":
            assert value == "Text"
        case "name":
            assert value == value.strip() != ""


def identities(root: ET.Element) -> dict[str, ET.Element]:
    """Everything that has an identity, each its own."""
    having = [e for e in root.iter() if "guid" in e.attrib]
    known = {e.attrib["guid"]: e for e in having}
    assert len(known) == len(having)
    return known


def codes_in(root: ET.Element, space: str) -> Codes:
    codes = Codes()

    def take(element: ET.Element, above: str | None) -> None:
        for child in element.findall(f"{{{space}}}Code"):
            name = child.attrib["name"]
            assert name.casefold() not in {n.casefold() for n in codes.above}, name
            codes.above[name] = above
            codes.codable[name] = child.attrib["isCodable"] == "true"
            codes.descriptions[name] = child.findtext(f"{{{space}}}Description", "")
            codes.guids[name] = child.attrib["guid"]
            take(child, name)

    for element in root.iter(f"{{{space}}}Codes"):
        take(element, None)
    return codes


def text_of(source: ET.Element, package: zipfile.ZipFile) -> str:
    """The text as a program reads it that makes one of the line ends of all systems."""
    path = source.attrib["plainTextPath"]
    assert path == f"internal://{source.attrib['guid']}.txt"
    data = package.read(f"Sources/{path.removeprefix('internal://')}")
    text = io.TextIOWrapper(io.BytesIO(data), "utf-8").read()
    assert text == data.decode("utf-8")
    assert not text.startswith("\ufeff")
    return text


def selection(
    element: ET.Element,
    source: ET.Element,
    texts: dict[str, str],
    codes: dict[str, str],
    names: dict[str, str],
) -> Selection:
    text = texts[source.attrib["name"]]
    start, end = int(element.attrib["startPosition"]), int(element.attrib["endPosition"])
    assert 0 <= start <= end <= len(text)
    given = [
        (codes[c[0].attrib["targetGUID"]], names[c.attrib["creatingUser"]])
        for c in found(element, "Coding")
    ]
    assert len(dict(given)) == len(given)
    return Selection(
        source.attrib["name"],
        start,
        end,
        text[start:end],
        dict(given),
        names[element.attrib["creatingUser"]],
        element.findtext(f"{{{PROJECT}}}Description", ""),
        element.attrib["creationDateTime"],
    )


def values(element: ET.Element, names: dict[str, str]) -> dict[str, str]:
    """The variables that it has, by name; none twice."""
    pairs = [(names[v[0].attrib["targetGUID"]], v[1].text or "") for v in own_values(element)]
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def own_values(element: ET.Element) -> Iterator[ET.Element]:
    yield from element.findall(f"{{{PROJECT}}}VariableValue")


def found(element: ET.Element, tag: str) -> list[ET.Element]:
    return list(element.iter(f"{{{PROJECT}}}{tag}"))


def local(element: ET.Element, space: str) -> str:
    start, _brace, tag = element.tag.rpartition("}")
    assert start == f"{{{space}"
    return tag
