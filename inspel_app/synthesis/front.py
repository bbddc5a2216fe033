"""How the synthesis was made, and the overall picture."""

from collections import defaultdict
from collections.abc import Container, Iterator

from inspel_app.domain.coding import Origin
from inspel_app.domain.synthesis import Audience, Count, Quotation, Synthesis, Told
from inspel_app.i18n import _, ngettext
from inspel_app.synthesis import words
from inspel_app.synthesis.arrange import APPENDIX, METHOD
from inspel_app.synthesis.counting import campaign_sizes, undecided
from inspel_app.synthesis.invited import invited
from inspel_app.synthesis.outline import Block, Facts, Link, Names, Section, Table, Text
from inspel_app.synthesis.secrecy import told


def title_facts(synthesis: Synthesis) -> Facts:
    """The facts of the round for the title page."""
    facts = synthesis.facts
    types = [f"{words.actor_type(kind)} {c.submissions}" for kind, c in synthesis.by_type]
    rows = (
        (_("Strategi"), facts.strategy_title),
        (_("Blankett"), facts.form_title),
        (_("Diarienummer"), facts.dnr),
        (_("Sista svarsdag"), words.date(facts.deadline) if facts.deadline else ""),
        (_("Underlag"), words.counts(synthesis.count)),
        (_("Inspel efter aktörstyp"), ", ".join(types)),
        (_("Sammanställd"), words.date(facts.made)),
        (_("Avsedd för"), _audience(facts.audience)),
    )
    return Facts(tuple((label, value) for label, value in rows if value))


def _audience(audience: Audience) -> str:
    return {
        Audience.WORK: _("sekretariatet; innehåller kontaktuppgifter"),
        Audience.WRITING: _("skrivgruppen; utan kontaktuppgifter"),
        Audience.PUBLIC: _("alla; privatpersoner namnges inte"),
    }[audience]


def method(synthesis: Synthesis) -> Section:
    """How the synthesis was made and what its numbers mean, the machine's part included."""
    texts = [
        _material(synthesis),
        _arrivals(synthesis),
        _alike(synthesis),
        _placing(synthesis),
        _marked(synthesis),
        told(synthesis.withheld),
        _secret(synthesis),
        _languages(synthesis),
        _(
            "Maskinella förslag, teman och urval av citat bygger på hur lika texterna är. De kan "
            "vara fel. Allt har gjorts på den egna datorn, inget har skickats vidare. Citaten är "
            "ordagranna; […] visar att slutet är utelämnat."
        ),
        _appendix(synthesis),
        _(
            "Ett tema är två eller flera synpunkter som liknar varandra. Det står under den fråga "
            "där de flesta av dem är skrivna. Antalet säger hur många som har tagit upp saken, "
            "inte hur viktig den är."
        ),
        _privacy(synthesis.facts.audience),
    ]
    blocks = tuple(Text(text) for text in texts if text)
    return Section(_("Så gjordes sammanställningen"), METHOD, blocks)


def _appendix(synthesis: Synthesis) -> str:
    """Where the whole answers stand; "" where a person has left them out."""
    edit = synthesis.composition.sections.get(APPENDIX)
    if edit and edit.left_out:
        return ""
    return _("Varje citat leder till hela svaret i bilagan.")


def _material(synthesis: Synthesis) -> str:
    return _(
        "Sammanställningen bygger på {inspel} från {respondents}. Ett inspel är det som en "
        "avsändare har skickat in, i en eller flera filer. En organisation räknas som en "
        "avsändare även när den har lämnat flera inspel. Privatpersoner räknas var för sig."
    ).format(
        inspel=words.inspel(synthesis.count.submissions),
        respondents=words.respondents(synthesis.count.respondents),
    )


def _undated(synthesis: Synthesis) -> int:
    """How many of the inspel that count came nobody knows when."""
    out = dict(synthesis.uncounted)
    return sum(not s.received for s in synthesis.submissions if s.id not in out)


def _arrivals(synthesis: Synthesis) -> str:
    """What came late, what does not count, what was read with doubts."""
    texts = []
    if synthesis.late:
        texts.append(
            _("{inspel} kom in efter sista svarsdag och ingår i sammanställningen.").format(
                inspel=words.inspel(synthesis.late)
            )
        )
    undated = _undated(synthesis)
    if synthesis.facts.deadline and undated:
        texts.append(
            _("{inspel} har inget känt datum: om de kom in i tid går inte att säga.").format(
                inspel=words.inspel(undated)
            )
        )
    if synthesis.uncounted:
        texts.append(
            _("{inspel} räknas inte; de står med skäl i bilagan.").format(
                inspel=words.inspel(len(synthesis.uncounted))
            )
        )
    out = dict(synthesis.uncounted)
    doubtful = sum(1 for s in synthesis.submissions if s.problems and s.id not in out)
    if doubtful:
        texts.append(
            _("{inspel} lästes med anmärkningar, som också står i bilagan.").format(
                inspel=words.inspel(doubtful)
            )
        )
    return " ".join(texts)


def _alike(synthesis: Synthesis) -> str:
    """What came more than once: undecided proposals, and texts that several sent in."""
    texts = []
    open_ = len(undecided(synthesis.submissions))
    if open_:
        texts.append(
            _(
                "{inspel} räknas tills vidare fast de kan vara dubbletter eller tidigare versioner "
                "av andra. Ingen har ännu tagit ställning till dem; de ingår inte i teman och "
                "citeras inte."
            ).format(inspel=words.inspel(open_))
        )
    texts += [
        _("{inspel} har helt eller delvis samma text; var och en räknas.").format(
            inspel=words.inspel(size)
        )
        for size in campaign_sizes(synthesis.submissions)
    ]
    return " ".join(texts)


def _placing(synthesis: Synthesis) -> str:
    """Who placed the points in the strategy."""
    said = {
        Origin.FORM: _("{n} efter blankettens fråga"),
        Origin.SUGGESTION: _("{n} efter maskinella förslag som ingen människa har prövat"),
        Origin.PERSON: _("{n} efter en persons beslut"),
        None: _("{n} till ingen del"),
    }
    parts = [said[origin].format(n=words.number(n)) for origin, n in synthesis.by_origin]
    if not parts:
        return _("Svaren innehåller inga synpunkter.")
    return _(
        "Svaren har delats upp i {passages}, som har förts till strategins delar så här: {parts}."
    ).format(passages=words.passages(synthesis.count.passages), parts=words.listed(parts))


def _marked(synthesis: Synthesis) -> str:
    """What people were unsure of, and what they took out; "" if nothing."""
    texts = []
    if synthesis.unsure:
        texts.append(
            _("{passages} ingår fast en person är osäker på kopplingen.").format(
                passages=words.passages(synthesis.unsure)
            )
        )
    if synthesis.no_points:
        texts.append(
            _("{passages} ingår inte, eftersom en person har sett att inget sägs i sak.").format(
                passages=words.passages(synthesis.no_points)
            )
        )
    return " ".join(texts)


def _secret(synthesis: Synthesis) -> str:
    """For the secretariat: that there is what others may not see; "" if there is nothing."""
    if not synthesis.secrecies.marks:
        return ""
    return _(
        "Här finns uppgifter som är sekretessmarkerade. Det står vid dem; visa dem inte för andra."
    )


def _languages(synthesis: Synthesis) -> str:
    """Which points are in other languages than Swedish, and in how many inspel; "" if none is."""
    out = dict(synthesis.uncounted)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for passage in synthesis.passages:
        if passage.language != words.USUAL_LANGUAGE and passage.submission not in out:
            found[passage.language].append(passage.submission)
    if not found:
        return ""
    parts = [
        _("{passages} i {inspel} på {language}").format(
            passages=words.passages(len(inspel)),
            inspel=words.inspel(len(set(inspel))),
            language=words.language(code),
        )
        for code, inspel in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    return _(
        "Andra språk än svenska: {parts}. Maskinella förslag och teman bygger på svenska ord; läs "
        "de synpunkterna särskilt."
    ).format(parts=words.listed(parts))


def _privacy(audience: Audience) -> str:
    if audience is Audience.WORK:
        return _("Sammanställningen är arbetsmaterial och innehåller kontaktuppgifter.")
    if audience is Audience.PUBLIC:
        return _(
            "Privatpersoner namnges inte, och kontaktuppgifter är borttagna; övertäckt text visas "
            "som ████. Det som avsändare själva har strukit, tagit bort, dolt eller skrivit som "
            "kommentarer i sina filer återges inte."
        )
    return _(
        "Kontaktpersoner och e-postadresser är borttagna; övertäckt text visas som ████. Andra "
        "personer som nämns i löpande text kan inte hittas maskinellt."
    )


def picture(synthesis: Synthesis, theme_anchors: dict[str, str]) -> Section:
    """The overall picture: the largest themes, who answered, what nobody spoke about."""
    sections = []
    largest = (_largest(synthesis, theme_anchors),) if synthesis.largest else ()
    if shared := (*_mixed(synthesis), *largest):
        sections.append(Section(_("Största teman"), "storsta_teman", shared))
    facing = _facing(synthesis, theme_anchors)
    if facing:
        sections.append(Section(_("Kritik och förslag sida vid sida"), "sida_vid_sida", facing))
    if synthesis.by_type:
        sections.append(Section(_("Vilka som har svarat"), "avsandare", _who(synthesis)))
    if synthesis.facts.attendance.invited:
        sections.append(invited(synthesis.facts.attendance, synthesis.withheld.submissions))
    if synthesis.silent:
        codes = tuple(words.code_heading(c) for c in synthesis.silent)
        lead = _("Ingen har lämnat synpunkter på")
        if synthesis.withheld:
            lead = _("Bland det som återges finns inga synpunkter på")
        names = Names(lead, codes)
        sections.append(Section(_("Delar utan synpunkter"), "utan_synpunkter", (names,)))
    intro = Text(_("Här ingår {counts}.").format(counts=words.counts(synthesis.count)), quiet=True)
    return Section(_("Helhetsbild"), "helhetsbild", (intro,), tuple(sections))


def _largest(synthesis: Synthesis, anchors: dict[str, str]) -> Table:
    return Table(
        _("Teman som flest inspel delar"),
        (_("Tema"), _("Del av strategin"), _("Inspel"), _("Avsändare")),
        (41, 28, 13, 18),
        tuple(
            (Link(t.label, anchors[t.theme]), t.part, t.count.submissions, t.count.respondents)
            for t in synthesis.largest
        ),
    )


def _mixed(synthesis: Synthesis) -> Iterator[Text]:
    """How many themes are of several matters, and so are not among the largest."""
    reports = (r for chapter in synthesis.chapters for r in chapter.reports)
    n = len({t.theme for r in reports for a in r.aspects for t in a.themes if t.mixed})
    if n:
        text = ngettext(
            "Ett tema är blandat: programmet har inte funnit någon sak som mer än hälften av dess "
            "synpunkter gäller. Det står inte här utan sist i sin del av strategin.",
            "{n} teman är blandade: programmet har inte funnit någon sak som mer än hälften av "
            "synpunkterna i dem gäller. De står inte här utan sist i sin del av strategin.",
            n,
        )
        yield Text(text.format(n=n))


def _facing(synthesis: Synthesis, anchors: dict[str, str]) -> tuple[Block, ...]:
    """Themes in which some want what others refuse, in their words side by side."""
    reports = (r for chapter in synthesis.chapters for r in chapter.reports)
    themes = {t.theme: t for r in reports for a in r.aspects for t in a.themes}
    edits = synthesis.composition.sections
    left_out = {key for key, edit in edits.items() if edit.left_out}
    rows = tuple(
        (Link(t.label, anchors[t.theme]), _attributed(t.facing[0]), _attributed(t.facing[1]))
        for t in themes.values()
        if t.facing and anchors[t.theme] not in left_out
    )
    tables = []
    if rows:
        header = (_("Tema"), _("Den ena sidan"), _("Den andra sidan"))
        tables.append(Table(_("Teman där avsändare vill olika"), header, (24, 38, 38), rows))
    if far := _across(synthesis, anchors, left_out):
        sides = (_("I ett tema"), _("Den ena sidan"), _("I ett annat"), _("Den andra sidan"))
        caption = _("Motsatta synpunkter i olika teman eller delar")
        tables.append(Table(caption, sides, (18, 32, 18, 32), far))
    if not tables:
        return ()
    lead = _(
        "Här vill en avsändare det som en annan säger nej till. Läs dem sida vid sida: programmet "
        "har gått efter orden och kan ta fel."
    )
    return Text(lead), *tables


def _across(
    synthesis: Synthesis, anchors: dict[str, str], left_out: Container[str]
) -> tuple[tuple[str | Link, ...], ...]:
    """What is wanted and refused in different places of the report, with links to those."""
    return tuple(
        (
            _place(one.wanted_in, anchors),
            _attributed(one.wanted),
            _place(one.refused_in, anchors),
            _attributed(one.refused),
        )
        for one in synthesis.across
        if not any(
            place.theme and anchors[place.theme] in left_out
            for place in (one.wanted_in, one.refused_in)
        )
    )


def _place(told: Told, anchors: dict[str, str]) -> str | Link:
    return Link(told.label, anchors[told.theme]) if told.theme else told.part


def _attributed(quotation: Quotation) -> str:
    """A quotation with who says it and where."""
    return _("”{text}” {respondent} ({citation})").format(
        text=quotation.text,
        respondent=quotation.respondent,
        citation=words.citation(quotation),
    )


def _who(synthesis: Synthesis) -> tuple[Table, ...]:
    types = [(words.actor_type(kind), count) for kind, count in synthesis.by_type]
    towns = [(town or _("Kommun ej angiven"), count) for town, count in synthesis.by_municipality]
    return (
        _counts_table(_("Inspel efter aktörstyp"), _("Aktörstyp"), types),
        _counts_table(_("Inspel efter kommun"), _("Kommun"), towns),
    )


def _counts_table(caption: str, label: str, counts: list[tuple[str, Count]]) -> Table:
    return Table(
        caption,
        (label, _("Inspel"), _("Avsändare"), _("Synpunkter")),
        (49, 15, 18, 18),
        tuple((name, c.submissions, c.respondents, c.passages) for name, c in counts),
    )
