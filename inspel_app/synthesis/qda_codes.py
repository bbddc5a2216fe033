"""Everything that is said of the points of a round, as codes of REFI-QDA."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from inspel_app.domain.coding import Assignment, Mark, Origin, Passage, Stance, Theme
from inspel_app.domain.handling import Disposition, Handled
from inspel_app.domain.synthesis import Synthesis
from inspel_app.i18n import _
from inspel_app.synthesis import words
from inspel_app.synthesis.handling_words import disposition, handling_state
from inspel_app.synthesis.qda import QdaCode, guid, named_apart
from inspel_app.synthesis.qdc import code_guid, code_name, strategy_codes

Coding = tuple[str, Origin]
"""The identity of a code, and who says that it is so."""

_MISPLACED = guid("markning", "annan-plats")
_UNSURE = guid("markning", Mark.UNSURE)


@dataclass(frozen=True)
class CodeSystem:
    """The codes of a round; every coding refers to one of them.

    Beside the strategy's parts stand, each group below a heading, themes that two points share
    or that a person has made, aspects, stances, what becomes of points, and marks.
    """

    synthesis: Synthesis

    @cached_property
    def tree(self) -> tuple[QdaCode, ...]:
        """All codes, the strategy's first; of the other groups what is used."""
        book, said = self.synthesis.codebook, self._said
        groups = (
            (_("Koder som inte finns i strategin"), self._unknown()),
            (_("Teman"), [self._theme(theme) for theme in self._themes.values()]),
            (_("Aspekter"), self._aspects()),
            (_("Hållning"), [QdaCode(_stance(s), words.stance(s)) for s in Stance]),
            (_("Hantering"), [QdaCode(_outcome(d), disposition(d)) for d in Disposition]),
            (
                _("Märkningar"),
                [
                    QdaCode(_MISPLACED, _("Skrivet på annan plats")),
                    QdaCode(_UNSURE, _("Osäker")),
                ],
            ),
        )
        coded = {a.code for p in self.synthesis.passages for a in p.assignments}
        trees = [*strategy_codes(book, coded)]
        for name, members in groups:
            used = tuple(code for code in members if code.guid in said)
            if used:
                trees.append(QdaCode(guid("grupp", name), name, codable=False, children=used))
        return named_apart(trees, set())

    def codings(self, passage: Passage) -> list[Coding]:
        """What is said of a point, each code once; what it concerns comes first."""
        found: dict[str, Origin] = {}
        for code, who in self._codings(passage):
            found.setdefault(code, who)
        return list(found.items())

    def description(self, passage: Passage) -> str:
        """Who says what of a point, how surely and why, and what becomes of it; a line for each."""
        return "\n".join(self._told(passage))

    def _codings(self, passage: Passage) -> Iterator[Coding]:
        book = self.synthesis.codebook
        for a in passage.assignments:
            yield code_guid(book, a.code), a.origin
        theme = self._themes.get(passage.theme or "")
        if theme is not None:
            yield self._theme_guid(theme), Origin.PERSON if theme.kept else Origin.SUGGESTION
        for a in passage.assignments:
            if a.aspect is not None:
                yield guid(book.id, "aspekt", a.aspect), a.origin
        if passage.stance is not None:
            yield _stance(passage.stance), Origin.SUGGESTION
        handled = self._handled.get(passage.id)
        if handled is not None and handled.handling.disposition is not None:
            yield _outcome(handled.handling.disposition), Origin.PERSON
        if passage.misplaced:
            yield _MISPLACED, Origin.SUGGESTION
        if passage.mark is Mark.UNSURE:
            yield _UNSURE, Origin.PERSON

    @cached_property
    def _said(self) -> set[str]:
        return {code for p in self.synthesis.passages for code, _who in self._codings(p)}

    @cached_property
    def _themes(self) -> dict[str, Theme]:
        sizes = Counter(p.theme for p in self.synthesis.passages)
        return {t.id: t for t in self.synthesis.themes if t.kept or sizes[t.id] > 1}

    @cached_property
    def _handled(self) -> dict[str, Handled]:
        said = self.synthesis
        return said.handlings.resolve(said.passages, said.themes)[0]

    def _theme_guid(self, theme: Theme) -> str:
        return guid(self.synthesis.facts.identity, "tema", theme.id)

    def _theme(self, theme: Theme) -> QdaCode:
        lines = (
            (_("Rör {part}"), self._name(theme.code) if theme.code else ""),
            (_("Nyckelord: {words}"), ", ".join(theme.keywords)),
            *((_("Efterfrågas: {text}"), request.text) for request in theme.requests),
        )
        told = [line.format(part=what, words=what, text=what) for line, what in lines if what]
        return QdaCode(self._theme_guid(theme), theme.label, "\n".join(told))

    def _aspects(self) -> Iterable[QdaCode]:
        book = self.synthesis.codebook
        used = (a.aspect for p in self.synthesis.passages for a in p.assignments if a.aspect)
        for aspect in dict.fromkeys([*(a.id for a in book.aspects), *used]):
            yield QdaCode(guid(book.id, "aspekt", aspect), words.aspect_title(book, aspect))

    def _unknown(self) -> Iterable[QdaCode]:
        """Codes from before the strategy was changed."""
        book = self.synthesis.codebook
        used = (a.code for p in self.synthesis.passages for a in p.assignments)
        for code in dict.fromkeys(code for code in used if code not in book):
            yield QdaCode(code_guid(book, code), code)

    def _name(self, code: str) -> str:
        book = self.synthesis.codebook
        return code_name(book[code]) if code in book else code

    def _told(self, passage: Passage) -> Iterator[str]:
        for a in passage.assignments:
            yield f"{self._name(a.code)}: {_reason(a)}"
        if passage.misplaced:
            yield _("Skrivet på annan plats")
        handled = self._handled.get(passage.id)
        if handled is not None:
            said = handled.handling
            outcome = f"{disposition(said.disposition)} ({handling_state(said.state).lower()})"
            yield _("Hantering: {text}").format(text=f"{outcome} {said.text}".strip())


def _stance(stance: Stance) -> str:
    return guid("hallning", stance)


def _outcome(outcome: Disposition) -> str:
    return guid("hantering", outcome)


def _reason(assignment: Assignment) -> str:
    """`Maskinellt förslag, 81 %, bussar, kvällstur`."""
    said = [words.origin(assignment.origin)]
    if assignment.origin is Origin.SUGGESTION:
        said.append(f"{round(assignment.confidence * 100)} %")
        said.append(assignment.reason)
    return ", ".join(filter(None, said))
