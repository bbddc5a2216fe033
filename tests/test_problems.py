"""docs/problem.md explains every code that a problem or a refusal can have, and no others."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from inspel_app.domain.parcel import MailKind
from inspel_app.reading import limits
from inspel_app.services import child, workers

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "problem.md").read_text("utf-8")
LAYERS = ("reading", "forms", "services")
"""Where a file's problems are found."""
TREES = [
    ast.parse(file.read_text("utf-8"))
    for layer in LAYERS
    for file in sorted((ROOT / "inspel_app" / layer).rglob("*.py"))
]
CODE_AT = {"Problem": 0, "UnreadableError": 0, "_doubt": 0, "unplaced_problem": 1}
"""Which argument of each call is the code."""

CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
ROW = re.compile(r"^\| `([a-z-]+)` \| (.+?) \| (.+?) \|$", re.MULTILINE)


def explained() -> list[str]:
    return [code for code, _meaning, _advice in ROW.findall(PAGE)]


def constants() -> dict[str, str]:
    return {
        target.id: node.value.value
        for tree in TREES
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }


def raised() -> set[str]:
    named = constants()
    given = [code for tree in TREES for node in ast.walk(tree) for code in codes_in(node)]
    found = {named.get(c.id, "") if isinstance(c, ast.Name) else c.value for c in given}
    mails = {kind.value for kind in MailKind if kind is not MailKind.ORDINARY}
    return {code for code in found if isinstance(code, str) and CODE.fullmatch(code)} | mails


def codes_in(node: ast.AST) -> Iterator[ast.Constant | ast.Name]:
    """What stands where a code does: in a call that takes one, or right before a message."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args):
            places = args[CODE_AT[name] :][:1] if name in CODE_AT else []
        case ast.Tuple(elts=[ast.Constant() as code, message, *_rest]) if is_message(message):
            places = [code]
        case ast.Dict(keys=keys, values=values) if values and all(map(is_message, values)):
            places = [key for key in keys if key is not None]
        case _:
            places = []
    yield from (p for p in places if isinstance(p, ast.Constant | ast.Name))


def is_message(node: ast.expr) -> bool:
    """Whether it is a whole sentence for the user: titles have codes of other kinds."""
    match node:
        case ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str(text))]):
            return text.endswith(".")
    return False


def test_every_code_is_explained_once() -> None:
    assert len(raised()) > 50
    assert raised() - set(explained()) == set()
    assert len(explained()) == len(set(explained()))


def test_no_other_code_is_explained() -> None:
    assert set(explained()) - raised() == set()


def test_the_limits_are_those_of_the_program() -> None:
    section = PAGE.partition("## Gränserna")[2]
    written = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", section, re.MULTILINE))
    megabytes = (limits.MAX_FILE_BYTES, limits.MAX_PART_BYTES, limits.MAX_UNPACKED_BYTES)
    assert [f"{size // 2**20} MB" for size in megabytes] == list(written.values())[1:4]
    assert written["Sidor i en fil"] == f"{limits.MAX_PAGES:,}".replace(",", " ")
    pixels, characters = limits.MAX_PAGE_PIXELS, limits.MAX_CHARACTERS
    assert written["Bildpunkter på en sida"] == f"{pixels // 10**6} miljoner"
    assert written["Tecken i ett dokument"] == f"{characters // 10**6} miljoner"
    assert written["Stycken i ett dokument"] == f"{limits.MAX_BLOCKS:,}".replace(",", " ")
    assert written["Minne för den process som läser"].startswith(f"{child.MEMORY // 2**30} GB")
    seconds = (workers.SECONDS, workers.SECONDS_PER_MEGABYTE)
    assert [int(s) for s in seconds] == [int(n) for n in re.findall(r"(\d+) sek", written["Tid"])]
