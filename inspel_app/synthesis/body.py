"""The chapters of the report, in the strategy's own order."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from inspel_app.domain.coding import CodeKind
from inspel_app.domain.synthesis import (
    AspectReport,
    Beside,
    Chapter,
    CodeReport,
    Count,
    Quotation,
    Synthesis,
    ThemeReport,
)
from inspel_app.i18n import _, ngettext
from inspel_app.synthesis import words
from inspel_app.synthesis.arrange import THEME
from inspel_app.synthesis.outline import Block, Link, Names, Points, Quote, Section, Table, Text

_NUMBERED = {CodeKind.MALOMRADE, CodeKind.PRIORITERING, CodeKind.DELPRIORITERING}
_SHORT = 8
"""So many points fill most of a page."""
_NAME = 20
_SINGLE = "enskilda"
"""How the anchors of single points begin."""


class Anchors:
    """What themes, inspel and answers are called in links, whatever else comes or goes.

    A report that is made again, and one that somebody has kept, lead to the same places. Also knows
    what may be quoted, and what people have written about it.
    """

    def __init__(self, synthesis: Synthesis) -> None:
        self.themes = {t.id: anchor(THEME, t.id) for t in synthesis.themes}
        self.inspel = {s.id: f"inspel_{s.number}" for s in synthesis.submissions}
        self.answers = {
            (s.id, a.id): anchor(f"svar_{s.number}", a.id)
            for s in synthesis.submissions
            for a in s.answers
        }
        self.notes = synthesis.notes
        self.against: dict[str | None, dict[str, None]] = defaultdict(dict)
        """By theme the places where what is said in it is spoken against, in the report's order."""
        for one in synthesis.across:
            for here, there in ((one.wanted_in, one.refused_in), (one.refused_in, one.wanted_in)):
                self.against[here.theme][words.told_in(there)] = None
        self._never = synthesis.composition.never

    def quoted(self, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
        """Those of some quotations that people let be quoted."""
        return tuple(q for q in quotations if q.passage not in self._never)


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
    several = len(chapter.reports) > 1  # the counts of a lone part are those of the chapter
    return Section(
        chapter.heading,
        anchor("kapitel", chapter.heading),
        _counts(chapter.count) if several else (),
        tuple(_report(report, anchors) for report in chapter.reports),
        runs_on=_runs_on(chapter),
    )


def _runs_on(chapter: Chapter) -> bool:
    """Whether the chapter is short; one that tells of a numbered part always has its own page."""
    kinds = {report.code.kind for report in chapter.reports if report.code}
    return chapter.count.passages <= _SHORT and not kinds & _NUMBERED


def _report(report: CodeReport, anchors: Anchors) -> Section:
    key = report.code.id if report.code else report.heading
    sections: list[Section] = []
    for aspect in report.aspects:
        told = _told(aspect, key, anchors)
        is_all = aspect.count == report.count
        sections += [_aspect(aspect, key, told, is_all=is_all)] if aspect.title else told
    if report.text_changes:
        title, place = _("Förslag till strategins text"), anchor("formuleringar", key)
        sections.append(_points(title, place, report.text_changes, anchors))
    if report.misplaced:
        title = _("Skrivet på annan plats men hör hit")
        sections.append(_points(title, anchor("annan_plats", key), report.misplaced, anchors))
    if report.beside:
        sections.append(_beside(report.beside, report.heading, key, anchors))
    names = _names(report)
    if names:
        sections.append(Section(_("Aktörer och källor"), anchor("namn", key), names))
    return _merged(Section(report.heading, _part(key), _counts(report.count), tuple(sections)))


def _counts(count: Count) -> tuple[Text, ...]:
    """How much was said; nothing where all of it counts under other parts."""
    return (Text(words.counts(count), quiet=True),) if count.passages else ()


def _part(key: str) -> str:
    """The anchor of a part of the strategy."""
    return anchor("del", key)


def _beside(beside: Beside, matter: str, key: str, anchors: Anchors) -> Section:
    """What concerns a part too: where it is told, and a few quotations of what nothing quotes."""
    quoted = _points(_("Också om detta"), anchor("ocksa", key), beside.quotations, anchors)
    lead = _("{counts} under andra delar rör också detta. De räknas bara där.")
    rows = tuple(
        (
            Link(words.code_heading(code), _part(code.id))
            if code
            else _("Övergripande synpunkter"),
            count.submissions,
            count.passages,
        )
        for code, count in beside.parts
    )
    where = Table(
        _("{matter}: där synpunkterna återges").format(matter=matter),
        (_("Del av strategin"), _("Inspel"), _("Synpunkter")),
        (64, 18, 18),
        rows,
    )
    text = Text(lead.format(counts=words.counts(beside.count)))
    return replace(quoted, blocks=(text, where, *quoted.blocks))


def _aspect(aspect: AspectReport, part: str, told: tuple[Section, ...], *, is_all: bool) -> Section:
    """A supporting question with what was said in reply; `is_all` that is said of the part."""
    several = aspect.count.passages > 1 and not is_all
    counts = (Text(words.counts(aspect.count), quiet=True),) if several else ()
    return _merged(Section(aspect.title, _under("fraga", aspect, part), counts, told))


def _under(kind: str, aspect: AspectReport, part: str) -> str:
    """The anchor of something under a supporting question about a part of the strategy."""
    return anchor(kind, f"{part} {aspect.aspect or '-'}")


def _told(aspect: AspectReport, part: str, anchors: Anchors) -> tuple[Section, ...]:
    """The themes, and after them the points that stand alone."""
    sections = [_theme(theme, anchors) for theme in aspect.themes]
    if aspect.single:
        key = _under(_SINGLE, aspect, part)
        sections.append(_points(_("Enskilda synpunkter"), key, aspect.single, anchors))
    return tuple(sections)


def _merged(section: Section) -> Section:
    """The section; single points that are all it holds need no heading of their own."""
    if [child.anchor.startswith(_SINGLE) for child in section.sections] != [True]:
        return section
    (only,) = section.sections
    return replace(
        section,
        blocks=(*section.blocks, *only.blocks),
        sections=(),
        actor_types=only.actor_types,
        points=only.points,
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
    if theme.mixed:
        mixed = _("Blandat tema: namnet gäller bara en del av synpunkterna. Läs dem var för sig.")
        texts.append(Text(mixed, quiet=True))
    if against := anchors.against.get(theme.theme):
        text = _("Motsatta synpunkter står under {places}.").format(places=words.listed([*against]))
        texts.append(Text(text))
    if theme.keywords:
        keywords = _("Nyckelord: {words}.").format(words=", ".join(theme.keywords))
        texts.append(Text(keywords, quiet=True))
    return Section(
        theme.label,
        anchors.themes[theme.theme],
        (*texts, *_words(theme, anchors)),
        actor_types=tuple(words.actor_type(kind) for kind, _n in theme.by_type),
        points=theme.passages,
    )


def _words(theme: ThemeReport, anchors: Anchors) -> Iterator[Text | Quote]:
    """What is asked for, and what else is said, in the respondents' own words; nothing twice."""
    said = theme.quotations
    asked = [q for q in anchors.quoted(theme.asked) if not any(q.text in s.text for s in said)]
    if asked:
        yield Text(_("Vad som begärs:"), quiet=True)
        yield from (_quote(q, anchors) for q in asked)
        yield Text(_("Ur svaren:"), quiet=True)
    yield from (_quote(q, anchors) for q in said)
    left = theme.count.passages - len({q.passage for q in (*asked, *said)})
    if left:
        more = ngettext(
            "Ytterligare {n} synpunkt hör till temat.",
            "Ytterligare {n} synpunkter hör till temat.",
            left,
        )
        yield Text(more.format(n=left), quiet=True)


def _stances(theme: ThemeReport) -> str:
    """For and against, and whether respondents pull in opposite directions."""
    parts = []
    if theme.supporting:
        parts.append(_("stöd i {inspel}").format(inspel=words.inspel(theme.supporting)))
    if theme.opposing:
        parts.append(_("kritik i {inspel}").format(inspel=words.inspel(theme.opposing)))
    if theme.proposing:
        parts.append(_("förslag i {inspel}").format(inspel=words.inspel(theme.proposing)))
    if parts and theme.unclear:
        text = _("ingen tydlig hållning i {inspel}")
        parts.append(text.format(inspel=words.inspel(theme.unclear)))
    text = ", ".join(parts)
    said = text[:1].upper() + text[1:] + "." if text else ""
    apart = _("Meningarna går isär.") if theme.divided else ""
    return " ".join(filter(None, [said, apart]))


def _points(title: str, key: str, quotations: tuple[Quotation, ...], anchors: Anchors) -> Section:
    quotes = tuple(_quote(q, anchors) for q in anchors.quoted(quotations))
    types = tuple(dict.fromkeys(q.actor_type for q in quotes))
    blocks: list[Block] = [Points(quotes)] if quotes else []
    left = len(quotations) - len(quotes)
    if left:
        text = ngettext("{n} synpunkt citeras inte.", "{n} synpunkter citeras inte.", left)
        blocks.append(Text(text.format(n=left), quiet=True))
    everything = tuple(quotation.passage for quotation in quotations)
    return Section(title, key, tuple(blocks), actor_types=types, points=everything)


def _quote(quotation: Quotation, anchors: Anchors) -> Quote:
    kind = words.actor_type(quotation.actor_type)
    known = quotation.actor_type is None or kind.casefold() in quotation.respondent.casefold()
    return Quote(
        text=quotation.text,
        respondent=quotation.respondent if known else f"{quotation.respondent}, {kind.lower()}",
        actor_type=kind,
        citation=words.citation(quotation),
        target=anchors.answers[quotation.submission, quotation.answer],
        passage=quotation.passage,
        notes=anchors.notes.get(quotation.passage, ()),
    )


def _names(report: CodeReport) -> tuple[Names, ...]:
    groups = (
        (_("Föreslagna aktörer"), report.proposed),
        (_("Aktörer som föreslås utgå"), report.struck),
        (_("Aktörer som nämns"), report.actors),
        (_("Källor"), report.sources),
    )
    return tuple(Names(label, _with_counts(named)) for label, named in groups if named)


def _with_counts(named: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    return tuple(name if n == 1 else f"{name} ({words.inspel(n)})" for name, n in named)
