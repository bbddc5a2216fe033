"""One part of the strategy: its passages as themes and single points under its questions."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspel_app.domain.actor_requests import ACTORS, asking, concerns_actors
from inspel_app.domain.coding import (
    Actor,
    Aspect,
    Code,
    Codebook,
    Passage,
    Request,
    Stance,
    Theme,
)
from inspel_app.domain.synthesis import AspectReport, CodeReport, Quotation, ThemeReport
from inspel_app.i18n import _
from inspel_app.synthesis.actor_changes import is_struck
from inspel_app.synthesis.material import Material, folded, identity
from inspel_app.synthesis.quoting import quotation, typical
from inspel_app.synthesis.standing import stands_alone
from inspel_app.synthesis.text_changes import text_changes
from inspel_app.synthesis.words import aspect_title, heading_in_chapter, respondent_name

_Slot = Callable[[Passage], str | None]


@dataclass(frozen=True)
class _Point:
    """Passages that say the same kind of thing; one passage alone has no theme."""

    passages: tuple[Passage, ...]
    theme: Theme | None = None


def code_report(
    code: Code,
    passages: Sequence[Passage],
    themes: Sequence[Theme],
    codebook: Codebook,
    material: Material,
) -> CodeReport:
    """What was said about one code; a theme stands where most of its passages were written."""
    heading = heading_in_chapter(code, codebook)
    lists_actors = ACTORS in {aspect.id for aspect in codebook.aspects}

    def slot(passage: Passage) -> str | None:
        if lists_actors and concerns_actors(passage):
            return ACTORS
        return next((a.aspect for a in passage.assignments if a.code == code.id), None)

    order = _aspects(codebook, {slot(p) for p in passages})
    points = _points(passages, [t for t in themes if t.code == code.id])
    told = [p for p in points if p.theme or not p.passages[0].misplaced]
    by_slot = _by_slot(told, slot, [a.id for a in order])
    titles: dict[str | None, str] = {a.id: a.title for a in order}
    titles[None] = _("Övriga synpunkter") if len(by_slot) > 1 else ""
    aspects = tuple(
        _aspect_report(key, titles[key], heading, group, material) for key, group in by_slot.items()
    )
    return _report(code, heading, aspects, passages, material, slot)


def uncoded_reports(
    passages: Sequence[Passage], themes: Sequence[Theme], material: Material
) -> tuple[CodeReport, ...]:
    """What concerns no part of the strategy, under each question of the form.

    Last what letters say that nobody has placed, nor the machine with more than a faint guess.
    """
    points = _points(passages, [t for t in themes if t.code is None])
    by_field = _by_slot(points, lambda p: p.field, list(material.places))
    reports = []
    for field, group in by_field.items():
        heading = material.places.get(field, field) if field else _("Fria brev, utan säker plats")
        held = [p for point in group for p in point.passages]
        aspect = _aspect_report(None, "", heading, group, material)
        reports.append(_report(None, heading, (aspect,), held, material, lambda _p: None))
    return tuple(reports)


def _report(
    code: Code | None,
    heading: str,
    aspects: tuple[AspectReport, ...],
    passages: Sequence[Passage],
    material: Material,
    slot: _Slot,
) -> CodeReport:
    proposed: list[tuple[Passage, Actor]] = []
    others: list[tuple[Passage, str]] = []
    for passage in passages:
        asked = [passage.text] if slot(passage) == ACTORS else list(asking(passage))
        for actor in passage.actors:
            if any(actor.text in text for text in asked):
                proposed.append((passage, actor))
            else:
                others.append((passage, actor.name))
    told = {
        quoted.passage
        for aspect in aspects
        for theme in aspect.themes
        for quoted in (*theme.quotations, *theme.asked)
    }
    return CodeReport(
        code=code,
        heading=heading,
        count=material.count(passages),
        aspects=aspects,
        proposed=_named((p, a.name) for p, a in proposed if not is_struck(a, p)),
        struck=_named((p, a.name) for p, a in proposed if is_struck(a, p)),
        actors=_named(others),
        sources=_named((p, source) for p in passages for source in p.sources),
        misplaced=tuple(
            quotation(p, material) for p in passages if code and p.misplaced and p.id not in told
        ),
        text_changes=tuple(material.quote(p, text) for p in passages for text in text_changes(p)),
    )


def _aspects(codebook: Codebook, used: set[str | None]) -> list[Aspect]:
    """The codebook's aspects, and after them any others that are used."""
    known = {a.id for a in codebook.aspects}
    others = sorted(key for key in used if key is not None and key not in known)
    return [*codebook.aspects, *(Aspect(key, aspect_title(codebook, key)) for key in others)]


def _points(passages: Sequence[Passage], themes: Sequence[Theme]) -> list[_Point]:
    """The passages gathered by theme, as far as two or more are here, and then one by one."""
    here = {p.id: p for p in passages}
    points = []
    for theme in themes:
        members = tuple(here[key] for key in theme.passages if key in here)
        if len(members) > 1:
            points.append(_Point(members, theme))
            for member in members:
                here.pop(member.id, None)
    return points + [_Point((passage,)) for passage in here.values()]


def _by_slot(
    points: Iterable[_Point], slot: _Slot, order: Sequence[str]
) -> dict[str | None, list[_Point]]:
    """The points under the question where most of each was written, in the given order."""
    groups: dict[str | None, list[_Point]] = defaultdict(list)
    for point in points:
        votes = Counter(slot(p) for p in point.passages)
        groups[votes.most_common(1)[0][0]].append(point)
    rank = {key: i for i, key in enumerate(order)}
    return dict(
        sorted(groups.items(), key=lambda kg: (kg[0] is None, rank.get(kg[0] or "", len(rank))))
    )


def _aspect_report(
    aspect: str | None, title: str, part: str, points: Sequence[_Point], material: Material
) -> AspectReport:
    themes = [_theme_report(p.theme, part, p.passages, material) for p in points if p.theme]
    themes.sort(key=lambda t: (t.mixed, -t.count.submissions, -t.count.passages))
    alone = [p.passages[0] for p in points if p.theme is None]
    return AspectReport(
        aspect=aspect,
        title=title,
        count=material.count([p for point in points for p in point.passages]),
        themes=tuple(themes),
        single=tuple(quotation(p, material) for p in alone),
    )


_TAKEN = frozenset({Stance.STOD, Stance.KRITIK, Stance.FORSLAG})


def _theme_report(
    theme: Theme, part: str, passages: Sequence[Passage], material: Material
) -> ThemeReport:
    inspel = material.inspel_of(passages)
    names = {identity(s): respondent_name(s) for s in reversed(inspel)}
    repeated = Counter(reversed(names.values()))
    towns = {s.respondent.municipality for s in inspel if s.respondent.municipality}
    here = {p.id: p for p in passages}
    facing = _facing(here, material)
    asked = _clear(requests_of(theme, here, material))
    told = {r.passage for r in asked}
    return ThemeReport(
        theme=theme.id,
        label=theme.label.strip() or ", ".join(theme.keywords) or _("Tema utan namn"),
        keywords=theme.keywords,
        part=part,
        count=material.count(passages),
        by_type=tuple(Counter(s.respondent.type for s in inspel).most_common()),
        respondents=tuple(n if k == 1 else f"{n} ({k})" for n, k in repeated.items()),
        municipalities=tuple(sorted(towns)),
        supporting=_inspel_with(Stance.STOD, passages),
        opposing=_inspel_with(Stance.KRITIK, passages),
        proposing=_inspel_with(Stance.FORSLAG, passages),
        asked=tuple(material.quote(here[r.passage], r.text) for r in asked),
        quotations=typical(passages, material, told, {q.passage for q in facing or ()} - told),
        passages=tuple(p.id for p in passages),
        unclear=_unclear(passages),
        divided=divided(here, material),
        facing=facing,
        mixed=theme.id in material.mixed,
    )


def requests_of(theme: Theme, here: Mapping[str, Passage], material: Material) -> Sequence[Request]:
    """What a theme asks for, of what is here; where it is divided, what both sides ask or nothing.

    What one side asks is no request of a theme.
    """
    asked = [r for r in theme.requests if r.passage in here]
    pairs = [(wants.id, refuses.id) for wants, refuses in of_two(here, material)]
    if not asked or not pairs:
        return asked
    who = {r.passage for r in asked}
    both: tuple[str, ...] = next((pair for pair in pairs if who.issuperset(pair)), ())
    return [r for r in asked if r.passage in both]


def _clear(requests: Sequence[Request]) -> Sequence[Request]:
    """Those that stand alone; all where none does."""
    return [r for r in requests if stands_alone(r.text)] or requests


def divided(here: Mapping[str, Passage], material: Material) -> bool:
    """Whether some respondents want what others refuse, of what is here."""
    return next(of_two(here, material), None) is not None


def _facing(here: Mapping[str, Passage], material: Material) -> tuple[Quotation, Quotation] | None:
    """What one wants and another refuses; of what may be quoted."""
    free = {key: p for key, p in here.items() if key not in material.composition.never}
    pair = min(of_two(free, material), key=dimness, default=None)
    return (quotation(pair[0], material), quotation(pair[1], material)) if pair else None


def dimness(pair: tuple[Passage, Passage]) -> tuple[int, bool]:
    """How little two sides tell a reader: less by what stands alone, and by plain support."""
    return -sum(stands_alone(p.text) for p in pair), pair[0].stance is not Stance.STOD


def of_two(here: Mapping[str, Passage], material: Material) -> Iterator[tuple[Passage, Passage]]:
    """The pairs of what wants and what refuses that are here and of two respondents."""
    for key in (key for key in here if key in material.refusing):
        for other in material.refusing[key]:
            if other in here:
                pair = here[key], here[other]
                if len({identity(material.by_id[p.submission]) for p in pair}) > 1:
                    yield pair


def _inspel_with(stance: Stance, passages: Sequence[Passage]) -> int:
    return len({p.submission for p in passages if p.stance is stance})


def _unclear(passages: Sequence[Passage]) -> int:
    """How many inspel neither support, criticise nor propose in any of these passages."""
    clear = {p.submission for p in passages if p.stance in _TAKEN}
    return len({p.submission for p in passages} - clear)


def _named(mentions: Iterable[tuple[Passage, str]]) -> tuple[tuple[str, int], ...]:
    """Names and in how many inspel each is named, the most named first."""
    inspel: dict[str, set[str]] = defaultdict(set)
    spelling: dict[str, str] = {}
    for passage, name in mentions:
        key = folded(name)
        spelling.setdefault(key, name)
        inspel[key].add(passage.submission)
    ordered = sorted(spelling, key=lambda key: (-len(inspel[key]), key))
    return tuple((spelling[key], len(inspel[key])) for key in ordered)
