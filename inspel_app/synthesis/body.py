"""The chapters of the report, in the strategy's own order."""

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from inspel_app.domain.coding import CodeKind
from inspel_app.domain.synthesis import (
    AspectReport,
    Chapter,
    CodeReport,
    Quotation,
    Synthesis,
    ThemeReport,
)
from inspel_app.i18n import _, ngettext
from inspel_app.synthesis import words
from inspel_app.synthesis.outline import Names, Points, Quote, Section, Text

_NUMBERED = {CodeKind.MALOMRADE, CodeKind.PRIORITERING, CodeKind.DELPRIORITERING}
_SHORT = 8
"""So many points fill most of a page."""
_NAME = 20


class Anchors:
    """What themes, inspel and answers are called in links, whatever else comes or goes.

    A report that is made again, and one that somebody has kept, lead to the same places.
    """

    def __init__(self, synthesis: Synthesis) -> None:
        self.themes = {t.id: anchor("tema", t.id) for t in synthesis.themes}
        self.inspel = {s.id: f"inspel_{s.number}" for s in synthesis.submissions}
        self.answers = {
            (s.id, a.id): anchor(f"svar_{s.number}", a.id)
            for s in synthesis.submissions
            for a in s.answers
        }


def anchor(kind: str, key: str) -> str:
    """A name for the place of something; plain letters, digits and `_`, at most 40 as Word has."""
    plain = re.sub(r"[^A-Za-z0-9]+", "_", key).strip("_")
    if len(plain) > _NAME or not plain:
        plain = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_NAME]
    return f"{kind}_{plain}"


def chapters(synthesis: Synthesis, anchors: Anchors) -> tuple[Section, ...]:
    """One section for each chapter of the synthesis."""
    return tuple(_chapter(chapter, anchors) for chapter in synthesis.chapters)


def _chapter(chapter: Chapter, anchors: Anchors) -> Section:
    return Section(
        chapter.heading,
        anchor("kapitel", chapter.heading),
        (Text(words.counts(chapter.count), quiet=True),),
        tuple(_report(report, anchors) for report in chapter.reports),
        runs_on=_runs_on(chapter),
    )


def _runs_on(chapter: Chapter) -> bool:
    """Whether the chapter is short; one that tells of a numbered part always has its own page."""
    kinds = {report.code.kind for report in chapter.reports if report.code}
    return chapter.count.passages <= _SHORT and not kinds & _NUMBERED


def _report(report: CodeReport, anchors: Anchors) -> Section:
    counts = Text(words.counts(report.count), quiet=True)
    sections: list[Section] = []
    for aspect in report.aspects:
        sections += [_aspect(aspect, anchors)] if aspect.title else _told(aspect, anchors)
    if report.misplaced:
        title = _("Skrivet på annan plats men hör hit")
        sections.append(_points(title, report.misplaced, anchors))
    names = _names(report)
    if names:
        sections.append(Section(_("Aktörer och källor"), blocks=names))
    code = anchor("del", report.code.id if report.code else report.heading)
    return _merged(Section(report.heading, code, (counts,), tuple(sections)))


def _aspect(aspect: AspectReport, anchors: Anchors) -> Section:
    """A supporting question with what was said in reply."""
    several = aspect.count.passages > 1
    counts = (Text(words.counts(aspect.count), quiet=True),) if several else ()
    return _merged(Section(aspect.title, blocks=counts, sections=_told(aspect, anchors)))


def _single() -> str:
    return _("Enskilda synpunkter")


def _told(aspect: AspectReport, anchors: Anchors) -> tuple[Section, ...]:
    """The themes, and after them the points that stand alone."""
    sections = [_theme(theme, anchors) for theme in aspect.themes]
    if aspect.single:
        sections.append(_points(_single(), aspect.single, anchors))
    return tuple(sections)


def _merged(section: Section) -> Section:
    """The section; single points that are all it holds need no heading of their own."""
    if [(child.title, child.anchor) for child in section.sections] != [(_single(), "")]:
        return section
    (only,) = section.sections
    return replace(
        section,
        blocks=(*section.blocks, *only.blocks),
        sections=(),
        actor_types=only.actor_types,
    )


def _theme(theme: ThemeReport, anchors: Anchors) -> Section:
    types = [f"{words.actor_type(kind)} {n}" for kind, n in theme.by_type]
    texts = [
        Text(words.counts(theme.count) + ". " + _stances(theme)),
        Text(
            _("{types}: {names}.").format(
                types=", ".join(types), names=words.listed(list(theme.respondents))
            ),
            quiet=True,
        ),
    ]
    if theme.keywords:
        keywords = _("Nyckelord: {words}.").format(words=", ".join(theme.keywords))
        texts.append(Text(keywords, quiet=True))
    return Section(
        theme.label,
        anchors.themes[theme.theme],
        (*texts, *_asked(theme, anchors), *_said(theme, anchors)),
        actor_types=tuple(words.actor_type(kind) for kind, _n in theme.by_type),
    )


def _asked(theme: ThemeReport, anchors: Anchors) -> Iterator[Text | Quote]:
    """What is asked for, in the respondents' own words; nothing that is quoted whole anyhow."""
    asked = [q for q in theme.asked if q.text not in {other.text for other in theme.quotations}]
    if asked:
        yield Text(_("Vad som begärs:"), quiet=True)
        yield from (_quote(q, anchors) for q in asked)
        yield Text(_("Ur svaren:"), quiet=True)


def _said(theme: ThemeReport, anchors: Anchors) -> Iterator[Text | Quote]:
    yield from (_quote(q, anchors) for q in theme.quotations)
    if theme.unquoted > 0:
        more = ngettext(
            "Ytterligare {n} synpunkt hör till temat.",
            "Ytterligare {n} synpunkter hör till temat.",
            theme.unquoted,
        )
        yield Text(more.format(n=theme.unquoted), quiet=True)


def _stances(theme: ThemeReport) -> str:
    """For and against, and whether respondents pull in opposite directions."""
    parts = []
    if theme.supporting:
        parts.append(_("stöd i {inspel}").format(inspel=words.inspel(theme.supporting)))
    if theme.opposing:
        parts.append(_("kritik i {inspel}").format(inspel=words.inspel(theme.opposing)))
    if theme.proposing:
        parts.append(_("förslag i {inspel}").format(inspel=words.inspel(theme.proposing)))
    text = ", ".join(parts)
    said = text[:1].upper() + text[1:] + "." if text else ""
    apart = _("Meningarna går isär.") if theme.supporting and theme.opposing else ""
    return " ".join(filter(None, [said, apart]))


def _points(title: str, quotations: tuple[Quotation, ...], anchors: Anchors) -> Section:
    quotes = tuple(_quote(q, anchors) for q in quotations)
    types = tuple(dict.fromkeys(q.actor_type for q in quotes))
    return Section(title, blocks=(Points(quotes),), actor_types=types)


def _quote(quotation: Quotation, anchors: Anchors) -> Quote:
    kind = words.actor_type(quotation.actor_type)
    known = quotation.actor_type is None or kind.casefold() in quotation.respondent.casefold()
    return Quote(
        text=quotation.text,
        respondent=quotation.respondent if known else f"{quotation.respondent}, {kind.lower()}",
        actor_type=kind,
        citation=words.citation(quotation),
        target=anchors.answers[quotation.submission, quotation.answer],
    )


def _names(report: CodeReport) -> tuple[Names, ...]:
    groups = (
        (_("Föreslagna aktörer"), report.proposed),
        (_("Aktörer som nämns"), report.actors),
        (_("Källor"), report.sources),
    )
    return tuple(Names(label, _with_counts(named)) for label, named in groups if named)


def _with_counts(named: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    return tuple(name if n == 1 else f"{name} ({words.inspel(n)})" for name, n in named)
