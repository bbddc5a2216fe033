"""Which lines of the form one respondent's file holds, in which order, with which answers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tests.formular.source import Print, Printed, Source, load_form

PRIORITY = re.compile(r"Prioritering (\d):")
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Entry:
    """A printed line of the form with what one respondent did to it."""

    line: Printed
    answer: str | None = None
    withdrawn: str | None = None
    """An answer that was deleted again with change tracking on."""


def arranged(source: Source) -> list[Entry]:
    """The form's lines with the answers, in the order and to the extent of this file."""
    form = load_form()
    if source.shape == "trimmed":
        return _trimmed(_filled(form, source.answers))
    if source.order:
        return list(_reordered(form, source))
    return _filled(form, source.answers, source.withdrawn)


def _filled(
    lines: Iterable[Printed], answers: Mapping[str, str], withdrawn: Mapping[str, str] = NOTHING
) -> list[Entry]:
    return [Entry(n, answers.get(n.field or ""), withdrawn.get(n.field or "")) for n in lines]


def _reordered(form: Iterable[Printed], source: Source) -> Iterator[Entry]:
    """The priorities in the source's order; what occurs again holds the second answers."""
    sections = _sections(form)
    first = {s: lines for s, lines in sections.items() if s not in set("123456")}
    for lines in first.values():
        yield from _filled(lines, source.answers)
    seen: set[str] = set()
    for number in map(str, source.order):
        yield from _filled(sections[number], source.again if number in seen else source.answers)
        seen.add(number)


def _sections(form: Iterable[Printed]) -> dict[str, list[Printed]]:
    """The lines of each section, under the priority's number or the section's own text."""
    sections: dict[str, list[Printed]] = {"": []}
    key = ""
    for line in form:
        if line.kind is Print.SECTION:
            priority = PRIORITY.match(line.text)
            key = priority[1] if priority else line.text
            sections[key] = []
        sections[key].append(line)
    return sections


def _trimmed(entries: list[Entry]) -> list[Entry]:
    """Only the title and the sections and parts in which something was written."""
    kept: list[Entry] = []
    held: list[Entry] = []
    for entry in entries:
        match entry.line.kind:
            case Print.TITLE | Print.HEADING:
                kept.append(entry)
            case Print.SECTION:
                held = [entry]
            case Print.PART:
                held = [e for e in held if e.line.kind is Print.SECTION] + [entry]
            case Print.QUESTION if entry.answer is not None:
                kept += [*held, entry]
                held = []
            case Print.QUESTION:
                held.append(entry)
            case _:
                pass
    return kept
