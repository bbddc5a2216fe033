"""What the synthesis says: the whole material in the strategy's order; knows no file format."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from inspel_app.domain.coding import Code, Codebook, Mark, Origin, Passage, Theme
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.domain.synthesis import (
    NO_WORK,
    Chapter,
    CodeReport,
    Count,
    RoundFacts,
    Synthesis,
    ThemeReport,
    Work,
)
from inspel_app.i18n import _
from inspel_app.synthesis.across import across
from inspel_app.synthesis.beside import Buckets, also, with_beside
from inspel_app.synthesis.counting import uncounted, undecided
from inspel_app.synthesis.material import Material, place_names, tally
from inspel_app.synthesis.own_texts import attendance_for, work_for
from inspel_app.synthesis.parts import code_report, requests_of, uncoded_reports
from inspel_app.synthesis.privacy import covering, for_audience
from inspel_app.synthesis.secrecy import without_secrets
from inspel_app.synthesis.theme_homes import at_home
from inspel_app.synthesis.words import code_heading, code_kind

_LARGEST = 10
_Key = TypeVar("_Key")


def compose(
    facts: RoundFacts,
    codebook: Codebook,
    form: FormTemplate | None,
    submissions: Sequence[Submission],
    passages: Sequence[Passage],
    themes: Sequence[Theme],
    work: Work = NO_WORK,
) -> Synthesis:
    """The synthesis of a round, with the personal data that `facts.audience` may see."""
    bare = without_secrets(submissions, passages, themes, work, facts.audience)
    (submissions, passages, themes), work = bare.material, bare.work
    said = [p for p in passages if p.mark is not Mark.NO_POINT]
    mask = covering(submissions, facts.audience)
    shown, spoken, gathered = seen = for_audience(submissions, said, themes, facts.audience, mask)
    own = work_for(work, seen, mask, facts.audience)
    out, counted, heard = _that_count(shown, spoken)
    apart = _unlike(heard, shown)
    places = place_names(form, codebook)
    material = Material(shown, places, own.composition, own.secrecies, work.apart, work.mixed)
    gathered = at_home(gathered, apart)
    buckets = _by_code(apart, codebook, gathered)
    chapters = _chapters(codebook, buckets, gathered, material)
    return Synthesis(
        facts=replace(facts, attendance=attendance_for(facts.attendance, facts.audience)),
        count=tally(counted, len(heard)),
        late=sum(s.late for s in counted),
        by_type=_grouped([(s.respondent.type, s) for s in counted], heard),
        by_municipality=_grouped([(s.respondent.municipality, s) for s in counted], heard),
        by_origin=_origins(heard),
        uncounted=tuple(out.items()),
        largest=_largest(chapters),
        chapters=chapters,
        across=across(chapters, heard, material),
        silent=tuple(c for c in codebook.leaves if c.id not in buckets),
        submissions=shown,
        passages=spoken,
        themes=_asking(gathered, spoken, material),
        theme_counts=_theme_counts(gathered, heard, material),
        mixed=work.mixed,
        places=tuple(material.places.items()),
        codebook=codebook,
        unsure=sum(p.mark is Mark.UNSURE for p in heard),
        no_points=len(passages) - len(said),
        handlings=own.handlings,
        composition=own.composition,
        notes=own.notes,
        secrecies=own.secrecies,
        withheld=bare.withheld,
    )


def _asking(
    themes: Sequence[Theme], passages: Sequence[Passage], material: Material
) -> tuple[Theme, ...]:
    """The themes with what they ask for; one that is divided has no request of one side alone."""
    by_id = {p.id: p for p in passages}
    held = [(t, {p: by_id[p] for p in t.passages if p in by_id}) for t in themes]
    return tuple(replace(t, requests=tuple(requests_of(t, here, material))) for t, here in held)


def _that_count(
    submissions: Sequence[Submission], passages: Sequence[Passage]
) -> tuple[dict[str, str], list[Submission], list[Passage]]:
    """Why some inspel do not count, by their ids; those that do, and their passages."""
    out = uncounted(submissions)
    counted = [s for s in submissions if s.id not in out]
    return out, counted, [p for p in passages if p.submission not in out]


def _unlike(passages: Sequence[Passage], shown: Sequence[Submission]) -> list[Passage]:
    """The passages of inspel that nobody has to tell from another first."""
    copies = {s.id for s in undecided(shown)}
    return [p for p in passages if p.submission not in copies]


def _codes_of_themes(passages: Sequence[Passage], themes: Sequence[Theme]) -> dict[str, str | None]:
    """Where the passages that share a theme are told of, by passage id: all in one place."""
    here = {p.id for p in passages}
    told: dict[str, str | None] = {}
    for theme in themes:
        members = [p for p in theme.passages if p in here]
        if len(members) > 1:
            told |= dict.fromkeys(members, theme.code)
    return told


def _by_code(
    passages: Sequence[Passage], codebook: Codebook, themes: Sequence[Theme]
) -> dict[str | None, list[Passage]]:
    """The passages under the code of their theme or else the one that each concerns.

    And under those that a person has said.
    """
    told = _codes_of_themes(passages, themes)
    buckets: dict[str | None, list[Passage]] = defaultdict(list)
    for passage in passages:
        codes = [told.get(passage.id, passage.code)] + [
            a.code for a in passage.assignments if a.origin is Origin.PERSON
        ]
        for code in dict.fromkeys(c if c in codebook else None for c in codes):
            buckets[code].append(passage)
    return buckets


def _chapters(
    codebook: Codebook,
    buckets: Buckets,
    themes: Sequence[Theme],
    material: Material,
) -> tuple[Chapter, ...]:
    """A chapter for what concerns the whole, then one for each topmost code or kind of them.

    A code has its place also when all that concerns it is told under other codes.
    """
    beside = also(buckets, codebook)
    whole = buckets.get(None, [])
    chapters = []
    if whole:
        reports = uncoded_reports(whole, themes, material)
        chapters.append(Chapter(_("Övergripande synpunkter"), material.count(whole), reports))
    for heading, codes in headings(codebook):
        reports = tuple(
            code_report(code, buckets.get(code.id, ()), themes, codebook, material)
            for code in codes
            if code.id in buckets or code.id in beside
        )
        if reports:
            held = {p.id: p for code in codes for p in buckets.get(code.id, [])}
            chapters.append(Chapter(heading, material.count(list(held.values())), reports))
    return with_beside(chapters, beside, buckets, codebook, material)


def headings(codebook: Codebook) -> list[tuple[str, list[Code]]]:
    """Headings of chapters and the codes that each tells of, in the strategy's order."""
    outline: list[tuple[str, list[Code]]] = []
    top = codebook.children(None)
    for (kind, alone), group in groupby(top, lambda c: (c.kind, not codebook.children(c.id))):
        codes = list(group)
        if alone:
            outline.append((code_kind(kind), codes))
        else:
            outline += [(code_heading(c), [c, *_below(c, codebook)]) for c in codes]
    return outline


def _below(code: Code, codebook: Codebook) -> list[Code]:
    """All codes below one, each followed by its own."""
    return [c for child in codebook.children(code.id) for c in (child, *_below(child, codebook))]


def _grouped(
    keyed: Sequence[tuple[_Key, Submission]], passages: Sequence[Passage]
) -> tuple[tuple[_Key, Count], ...]:
    """The count for each group of inspel, the largest group first, the nameless last."""
    spoken = Counter(p.submission for p in passages)
    groups: dict[_Key, list[Submission]] = defaultdict(list)
    for key, submission in keyed:
        groups[key].append(submission)
    counts = [(key, tally(g, sum(spoken[s.id] for s in g))) for key, g in groups.items()]
    return tuple(sorted(counts, key=lambda kc: (kc[0] is None, -kc[1].submissions, str(kc[0]))))


def _origins(passages: Sequence[Passage]) -> tuple[tuple[Origin | None, int], ...]:
    """How many passages the form, the machine, a person or nobody has placed."""
    found = Counter(p.assignments[0].origin if p.assignments else None for p in passages)
    return tuple((origin, found[origin]) for origin in (*Origin, None) if found[origin])


def _largest(chapters: Sequence[Chapter]) -> tuple[ThemeReport, ...]:
    """The themes of one matter that at least two inspel share, the most shared first."""
    reports: list[CodeReport] = [r for chapter in chapters for r in chapter.reports]
    told = [t for r in reports for a in r.aspects for t in a.themes]
    themes = [t for t in told if t.count.submissions > 1 and not t.mixed]
    themes.sort(key=lambda t: (-t.count.submissions, -t.count.respondents))
    return tuple(themes[:_LARGEST])


def _theme_counts(
    themes: Sequence[Theme], counted: Sequence[Passage], material: Material
) -> tuple[tuple[str, Count], ...]:
    by_id = {p.id: p for p in counted}
    return tuple(
        (t.id, material.count([by_id[p] for p in t.passages if p in by_id])) for t in themes
    )
