"""The whole material as a project for programs for qualitative analysis (REFI-QDA 1.5).

A zip of `project.qde` and the texts. Each inspel is a text, each point a selection in it, each
respondent a case. The same round always gives the same bytes.
"""

import io
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from inspel_app.domain.coding import Origin, Passage
from inspel_app.domain.form import Submission
from inspel_app.domain.synthesis import Synthesis
from inspel_app.synthesis import qda, words
from inspel_app.synthesis.qda import PROJECT, Element, described, distinct, guid
from inspel_app.synthesis.qda_cases import cases, inspel_values, variables
from inspel_app.synthesis.qda_codes import CodeSystem
from inspel_app.synthesis.qda_sources import (
    SourceText,
    file_title,
    moment,
    source_guid,
    source_text,
)

_FOLDER = "Sources/"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can tell."""


class QdpxExporter:
    """Writes texts, codes, codings and cases, and for no audience anybody's contact details."""

    format = "qdpx"
    suffix = ".qdpx"

    def render(self, synthesis: Synthesis) -> bytes:
        """The bytes of a .qdpx file."""
        project = _Project(synthesis)
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as package:
            _put(package, "project.qde", qda.markup(project.root()))
            _put(package, _FOLDER, b"")  # programs look for it, also where nothing has come
            for key, source in project.texts.items():
                _put(package, f"{_FOLDER}{key}.txt", source.text.encode("utf-8"))
        return written.getvalue()


def _put(package: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0  # by itself it would tell which system wrote it
    package.writestr(entry, data)


@dataclass(frozen=True)
class _Project:
    """The elements of a project, in the order that the standard prescribes."""

    synthesis: Synthesis

    def root(self) -> Element:
        """The whole."""
        about = self.synthesis.facts
        codes = qda.codes_element(PROJECT, self._codes.tree)
        told = "\n".join(filter(None, [about.strategy_title, about.form_title, about.dnr]))
        return PROJECT(
            "Project",
            *_container("Users", self._users()),
            PROJECT("CodeBook", codes),
            *_container("Variables", variables(self.synthesis)),
            *_container("Cases", cases(self.synthesis)),
            *_container("Sources", self._sources()),
            *described(PROJECT, told),
            name=words.clean(about.title),
            origin=qda.origin(about),
        )

    @cached_property
    def texts(self) -> dict[str, SourceText]:
        """The texts of the inspel by their identities."""
        places = dict(self.synthesis.places)
        return {
            source_guid(self.synthesis, s): source_text(s, places)
            for s in self.synthesis.submissions
        }

    @cached_property
    def _codes(self) -> CodeSystem:
        return CodeSystem(self.synthesis)

    @cached_property
    def _passages(self) -> dict[str, list[Passage]]:
        """The points of each inspel, by its id, in the order of its text."""
        found: defaultdict[str, list[Passage]] = defaultdict(list)
        for passage in self.synthesis.passages:
            found[passage.submission].append(passage)
        return found

    def _users(self) -> list[Element]:
        """Form, machine and person as far as they have said anything, who has said most first.

        QualCoder takes the first for its own user, and at once shows nobody else's codings.
        """
        points = self.synthesis.passages
        first = Counter(map(_who, points)).most_common()
        others = {who for p in points for _code, who in self._codes.codings(p)}
        order = dict.fromkeys([*(who for who, _n in first), *(o for o in Origin if o in others)])
        return [PROJECT("User", guid=_user(who), name=words.origin(who)) for who in order]

    def _sources(self) -> list[Element]:
        taken: set[str] = set()
        return [self._source(s, taken) for s in self.synthesis.submissions]

    def _source(self, submission: Submission, taken: set[str]) -> Element:
        key = source_guid(self.synthesis, submission)
        notes = "\n".join(problem.message for problem in submission.problems)
        points = sorted(
            self._passages.get(submission.id, ()),
            key=lambda p: (self.texts[key].starts[p.answer] + p.start, p.end),
        )
        return PROJECT(
            "TextSource",
            *described(PROJECT, notes),
            *(self._selection(p, submission, self.texts[key]) for p in points),
            *inspel_values(submission, self.synthesis),
            guid=key,
            name=distinct(file_title(submission), taken),
            plainTextPath=f"internal://{key}.txt",
            creationDateTime=moment(submission),
        )

    def _selection(self, passage: Passage, submission: Submission, source: SourceText) -> Element:
        key = (self.synthesis.facts.identity, "synpunkt", passage.submission, passage.id)
        begins = source.starts[passage.answer]
        return PROJECT(
            "PlainTextSelection",
            *described(PROJECT, self._codes.description(passage)),
            *(
                PROJECT(
                    "Coding",
                    PROJECT("CodeRef", targetGUID=code),
                    guid=guid(*key, code),
                    creatingUser=_user(who),
                    creationDateTime=moment(submission),
                )
                for code, who in self._codes.codings(passage)
            ),
            guid=guid(*key),
            startPosition=str(begins + passage.start),
            endPosition=str(begins + passage.end),
            creatingUser=_user(_who(passage)),
            creationDateTime=moment(submission),
        )


def _container(tag: str, members: Iterable[Element]) -> list[Element]:
    """The element around some others; the standard knows no empty ones."""
    held = list(members)
    return [PROJECT(tag, *held)] if held else []


def _who(passage: Passage) -> Origin:
    """Who says what a point first and foremost concerns; what concerns nothing, the machine cut."""
    return passage.assignments[0].origin if passage.assignments else Origin.SUGGESTION


def _user(origin: Origin) -> str:
    return guid("anvandare", origin)
