"""The account of a consultation (samrådsredogörelse): what was said, and what became of it.

In the strategy's own order, or inspel by inspel. Either way it ends with what was not met and why,
and with what has no answer yet.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from inspel_app.domain.coding import Code
from inspel_app.domain.handling import Disposition, State, Target, TargetKind
from inspel_app.domain.synthesis import Audience
from inspel_app.i18n import _, ngettext
from inspel_app.synthesis import secrecy, words
from inspel_app.synthesis.answering import Answering, filled
from inspel_app.synthesis.compose import headings
from inspel_app.synthesis.handled import Item, Tally
from inspel_app.synthesis.handling_words import disposition, handling_state, undecided
from inspel_app.synthesis.outline import Block, Facts, Report, Section, Table, Text

_SHORT = 8
"""A chapter of so few points needs no page of its own."""
_NOT_WHOLLY = (
    Disposition.NOT_MET,
    Disposition.PARTLY,
    Disposition.ELSEWHERE,
    Disposition.LATER,
)


def account(told: Answering) -> Report:
    """The account in the strategy's own order."""
    return _report(told, _chapters(told))


def account_by_respondent(told: Answering) -> Report:
    """The account inspel by inspel, by kinds of respondents."""
    groups = groupby(
        sorted(told.counted, key=lambda s: words.actor_type(s.respondent.type)),
        key=lambda s: words.actor_type(s.respondent.type),
    )
    chapters = []
    for n, (kind, group) in enumerate(groups, 1):
        inspel = tuple(
            Section(
                _("Inspel {number} – {name}").format(
                    number=s.number, name=words.respondent_name(s)
                ),
                f"inspel_{s.number}",
                points_of(told, s.id),
            )
            for s in group
        )
        chapters.append(Section(kind, f"avsandare_{n}", sections=inspel))
    return _report(told, chapters)


def points_of(told: Answering, submission: str, unanswered: str = "") -> tuple[Block, ...]:
    """Every point of an inspel with what becomes of it, as it was written.

    `unanswered` is said of points without an answer, where it is not what is usually said.
    """
    found = [p for p in told.board.passages.values() if p.submission == submission]
    if not found:
        return (Text(_("Inspelet innehåller inga synpunkter i sak.")),)
    items = [told.board.item(Target.passage(p.id)) for p in found]
    asked = any(p.field for p in found)  # a letter answers no question
    rows = (
        (
            *((told.place(p),) if asked else ()),
            told.whole(p),
            (unanswered if item.open else "") or told.status(item),
            told.why(item),
        )
        for p, item in zip(found, items, strict=True)
    )
    header = (_("Synpunkt"), _("Ställningstagande"), _("Motivering"))
    caption = _("Synpunkter och svar")
    if not asked:
        return (filled(caption, header, (42, 22, 36), tuple(rows)),)
    return (filled(caption, (_("Fråga"), *header), (19, 30, 22, 29), tuple(rows)),)


def _report(told: Answering, chapters: Sequence[Section]) -> Report:
    outcome = (_not_met(told), *_open(told)) if told.is_begun else ()
    return Report(
        kicker=_("Samrådsredogörelse"),
        title=told.facts.title,
        facts=_facts(told),
        sections=(_method(told), _statistics(told), *chapters, *outcome),
    )


def _facts(told: Answering) -> Facts:
    facts, passages = told.facts, list(told.board.passages.values())
    rows = (
        (_("Strategi"), facts.strategy_title),
        (_("Diarienummer"), facts.dnr),
        (_("Sista svarsdag"), words.date(facts.deadline) if facts.deadline else ""),
        (_("Underlag"), words.counts(told.material.count(passages))),
        (_("Upprättad"), words.date(facts.made)),
    )
    return Facts(tuple((label, value) for label, value in rows if value))


def _method(told: Answering) -> Section:
    """What the account rests on, how far it has come, and what the words mean."""
    tally = told.board.tally()
    texts = [
        _(
            "Redogörelsen återger de synpunkter som har kommit in, vem som har lämnat dem och hur "
            "de har tagits om hand. Synpunkter som säger samma sak är samlade i teman och besvaras "
            "tillsammans. En synpunkt som kräver ett eget svar har fått det."
        ),
        _answered(tally),
        "" if told.board.handlings.only_decided else _states(dict(tally.states)),
        _waiting(len(told.board.waiting)),
        _withheld(told),
        secrecy.told(told.withheld),
        _privacy(told.facts.audience),
    ]
    told_so = [Text(text) for text in texts if text]
    return Section(_("Om redogörelsen"), "om", (*told_so, meanings(Disposition)))


def _answered(tally: Tally) -> str:
    if tally.points and not tally.answered:
        return _("Ingen synpunkt har fått något svar än; svaren skrivs in här när de finns.")
    return _("{answered} av {passages} har fått ett svar.").format(
        answered=words.number(tally.answered), passages=words.passages(tally.points)
    )


def meanings(values: Iterable[Disposition]) -> Facts:
    """What each of some dispositions means, in their own order."""
    told = {
        Disposition.MET: _("strategin ändras, eller säger redan det som begärs"),
        Disposition.PARTLY: _("en del av det som begärs kommer med"),
        Disposition.NOT_MET: _("strategin ändras inte; skälet anges"),
        Disposition.ELSEWHERE: _("frågan hanteras någon annanstans"),
        Disposition.LATER: _("frågan sparas till en senare version"),
    }
    return Facts(tuple((disposition(value), told[value]) for value in values))


def _states(states: dict[State, int]) -> str:
    """How many answers are drafts or only reviewed; "" when all are decided."""
    undecided = [s for s in (State.DRAFT, State.REVIEWED) if states.get(s)]
    parts = [
        _("{passages} har läget {state}").format(
            passages=words.passages(states[state]), state=handling_state(state).lower()
        )
        for state in undecided
    ]
    return (
        _("Alla svar är inte beslutade: {parts}.").format(parts=words.listed(parts))
        if parts
        else ""
    )


def _withheld(told: Answering) -> str:
    """How many answers are left out as nobody has decided them; "" if none is."""
    left_out = len(told.outcomes[undecided()])
    if not left_out:
        return ""
    return _(
        "Svaren på {passages} är ännu inte beslutade. De återges inte här, varken svar eller "
        "motivering; vid synpunkterna står ”{mark}”."
    ).format(passages=words.passages(left_out), mark=undecided())


def _waiting(inspel: int) -> str:
    if not inspel:
        return ""
    return _(
        "{inspel} ingår inte, eftersom de kan vara dubbletter eller tidigare versioner av andra."
    ).format(inspel=words.inspel(inspel))


def _privacy(audience: Audience) -> str:
    if audience is Audience.WORK:
        return _("Redogörelsen är arbetsmaterial.")
    if audience is Audience.PUBLIC:
        return _(
            "Privatpersoner namnges inte. Personuppgifter som har hittats är övertäckta (████)."
        )
    return _("Kontaktuppgifter är övertäckta (████).")


def _statistics(told: Answering) -> Section:
    """How many points, inspel and respondents got which answer, and part by part."""
    rows = []
    for outcome, keys in told.outcomes.items():
        if keys:
            count = told.material.count(told.passages(keys))
            rows.append((outcome, count.passages, count.submissions, count.respondents))
    header = (_("Ställningstagande"), _("Synpunkter"), _("Inspel"), _("Avsändare"))
    whole = Table(_("Så har synpunkterna hanterats"), header, (49, 18, 15, 18), tuple(rows))
    begun = (whole,) if told.is_begun else ()
    blocks = (*begun, _by_part(told)) if rows else (Text(_("Det finns inga synpunkter.")),)
    return Section(_("Statistik"), "statistik", blocks, runs_on=True)


def _by_part(told: Answering) -> Table:
    """A row for each part of the strategy that points concern."""
    rows: list[tuple[str | int, ...]] = []
    whole_first = sorted(told.board.items, key=lambda item: item.codes[0] is not None)
    for _code, items in groupby(whole_first, key=lambda item: item.codes[0]):
        group = list(items)
        tally = told.board.tally(group)
        given = dict(tally.dispositions)
        answers = (given.get(value, 0) for value in Disposition)
        left = tally.points - sum(given.values())
        rows.append((_part_of(told, group[0]), tally.points, *answers, left))
    header = (
        _("Del av strategin"),
        _("Synpunkter"),
        _("Beaktas"),
        _("Delvis"),
        _("Inte"),
        _("Annat"),
        _("Rest"),
        _("Utan beslut") if told.board.handlings.only_decided else _("Öppna"),
    )
    if not told.is_begun:
        counts = tuple(row[:2] for row in rows)
        return Table(_("Synpunkterna del för del"), header[:2], (80, 20), counts)
    return Table(_("Svaren del för del"), header, (29, 14, 11, 10, 8, 10, 8, 10), tuple(rows))


def _whole() -> str:
    return _("Övergripande synpunkter")


def _chapters(told: Answering) -> list[Section]:
    by_code: dict[str | None, list[Item]] = {}
    for item in told.board.items:
        by_code.setdefault(item.codes[0], []).append(item)
    chapters = []
    if None in by_code:
        items = by_code[None]
        themes = _themes(told, items, "hela")
        chapters.append(Section(_whole(), "hela", _single(told, items), themes))
    for n, (heading, codes) in enumerate(headings(told.codebook), 1):
        parts = [
            _part(told, code, by_code[code.id], f"del_{n}_{m}")
            for m, code in enumerate(codes, 1)
            if code.id in by_code
        ]
        if parts:
            points = sum(len(i.passages) for code in codes for i in by_code.get(code.id, ()))
            short = points <= _SHORT
            chapters.append(Section(heading, f"del_{n}", (), tuple(parts), runs_on=short))
    return chapters


def _part(told: Answering, code: Code, items: Sequence[Item], anchor: str) -> Section:
    heading = words.heading_in_chapter(code, told.codebook)
    points = told.passages(dict.fromkeys(p for item in items for p in item.passages))
    counts = Text(words.counts(told.material.count(points)), quiet=True)
    sections = _themes(told, items, anchor)
    single = _single(told, items)
    if single and sections:
        sections = (*sections, Section(_("Enskilda synpunkter"), blocks=single))
        single = ()
    return Section(heading, anchor, (counts, *single), sections)


def _themes(told: Answering, items: Sequence[Item], anchor: str) -> tuple[Section, ...]:
    themes = [item for item in items if item.target.kind is TargetKind.THEME]
    return tuple(_theme(told, item, f"{anchor}_t{n}") for n, item in enumerate(themes, 1))


def _theme(told: Answering, item: Item, anchor: str) -> Section:
    passages = told.passages(item.passages)
    who = _("{counts}: {names}.").format(
        counts=words.counts(told.material.count(passages)),
        names=words.listed(told.respondents(passages)),
    )
    more = len(passages) - len(told.said(item))
    rest = ngettext("Ytterligare {n} synpunkt.", "Ytterligare {n} synpunkter.", more).format(n=more)
    blocks: list[Block] = [Text(who, quiet=True), *told.said(item)]
    if more > 0:
        blocks.append(Text(rest, quiet=True))
    if told.is_begun:
        blocks.append(told.answer(item.handled, told.board.changes(item.target)))
    exceptions = told.exceptions(item)
    if exceptions:
        blocks.append(told.points(_("Synpunkter i temat som besvaras för sig"), exceptions))
    return Section(item.text, anchor, tuple(blocks))


def _single(told: Answering, items: Sequence[Item]) -> tuple[Block, ...]:
    points = [item for item in items if item.target.kind is TargetKind.PASSAGE]
    return (told.points(_("Enskilda synpunkter"), points),) if points else ()


def _not_met(told: Answering) -> Section:
    """What was not met, or not wholly, and why; told also where there is nothing."""
    sections = []
    for value in _NOT_WHOLLY:
        items = told.gathered(disposition(value))
        if items:
            table = _reasons(told, disposition(value), items)
            sections.append(Section(disposition(value), f"svar_{value.name.lower()}", (table,)))
    title = _("Synpunkter som inte har beaktats, och varför")
    if sections:
        return Section(title, "inte_beaktade", sections=tuple(sections))
    met = told.outcomes[disposition(Disposition.MET)]
    none = _("Alla besvarade synpunkter har beaktats.") if met else _("Inget är besvarat än.")
    return Section(title, "inte_beaktade", (Text(none),))


def _open(told: Answering) -> tuple[Section, ...]:
    """What has no answer yet."""
    items = told.gathered(disposition(None))
    if not items:
        return ()
    left = words.passages(told.board.tally().open)
    lead = Text(_("{passages} har ännu inte fått något svar.").format(passages=left))
    header = (_("Synpunkt"), _("Från"), _("Del av strategin"))
    rows = tuple((told.told(i), told.senders(i), _part_of(told, i)) for i in items)
    table = Table(_("Synpunkter utan svar"), header, (50, 25, 25), rows)
    return (Section(_("Ännu inte besvarade synpunkter"), "utan_svar", (lead, table)),)


def _reasons(told: Answering, caption: str, items: Sequence[Item]) -> Table:
    header = (_("Synpunkt"), _("Från"), _("Del av strategin"), _("Motivering"))
    rows = ((told.told(i), told.senders(i), _part_of(told, i), told.why(i)) for i in items)
    return Table(caption, header, (27, 22, 24, 27), tuple(rows))


def _part_of(told: Answering, item: Item) -> str:
    code = item.codes[0]
    return words.code_heading(told.codebook[code]) if code else _whole()
