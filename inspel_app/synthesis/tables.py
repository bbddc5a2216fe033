"""The material as rows and columns, for the spreadsheet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from inspel_app.domain.coding import Codebook, Passage
from inspel_app.domain.form import Answer
from inspel_app.domain.synthesis import Synthesis
from inspel_app.i18n import _
from inspel_app.synthesis import words
from inspel_app.synthesis.handling_words import became, handling_state, via
from inspel_app.synthesis.left_out import left_out
from inspel_app.synthesis.material import folded

Cell = str | int | datetime
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """A table: its columns with their widths in characters, and its rows."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[Row, ...]


def sheets(synthesis: Synthesis) -> tuple[Sheet, ...]:
    """All tables of the workbook."""
    return (
        _inspel(synthesis),
        _answers(synthesis),
        _passages(synthesis),
        _themes(synthesis),
        _handling(synthesis),
        _actors(synthesis),
        _sources(synthesis),
        _left_out(synthesis),
        _unplaced(synthesis),
    )


def _inspel(synthesis: Synthesis) -> Sheet:
    reasons = dict(synthesis.uncounted)
    return Sheet(
        _("Inspel"),
        (
            (_("Inspel"), 8),
            (_("Avsändare"), 34),
            (_("Enhet"), 22),
            (_("Kontaktperson"), 22),
            (_("E-post"), 28),
            (_("Aktörstyp"), 18),
            (_("Kommun"), 16),
            (_("Inkom"), 17),
            (_("Sent"), 8),
            (_("Status"), 14),
            (_("Ansvarig"), 16),
            (_("Räknas inte eftersom"), 28),
            (_("Diarienummer"), 18),
            (_("Eget diarienummer"), 18),
            (_("Antal svar"), 9),
            (_("Filer"), 36),
            (_("Anmärkningar"), 44),
            (_("Id"), 16),
            (_("Sekretess"), 24),
        ),
        tuple(
            (
                s.number,
                words.respondent_name(s),
                s.respondent.unit,
                s.respondent.contact,
                s.respondent.email,
                words.actor_type(s.respondent.type),
                s.respondent.municipality or "",
                datetime.fromisoformat(s.received) if s.received else "",
                _("ja") if s.late else "",
                words.status(s.status),
                s.assignee,
                reasons.get(s.id, ""),
                s.dnr or "",
                s.own_dnr or "",
                sum(a.content for a in s.answers),
                "\n".join(f.name for f in s.files),
                "\n".join(p.message for p in s.problems),
                s.id,
                words.labelled(synthesis.secrecies.of_submission(s.id)),
            )
            for s in synthesis.submissions
        ),
    )


def _answers(synthesis: Synthesis) -> Sheet:
    places = dict(synthesis.places)
    return Sheet(
        _("Svar"),
        (
            (_("Inspel"), 8),
            (_("Avsändare"), 30),
            (_("Fält"), 18),
            (_("Fråga"), 34),
            (_("Svar"), 90),
            (_("Har innehåll"), 9),
            (_("Hänvisar till"), 16),
            (_("Lästes som"), 11),
            (_("Säkerhet i procent"), 10),
            (_("Sida"), 7),
            (_("Sekretess"), 24),
        ),
        tuple(
            (
                s.number,
                words.respondent_name(s),
                a.field or "",
                _question(a, places),
                a.text,
                _("ja") if a.content else _("nej"),
                ", ".join(a.refers_to),
                a.method,
                round(a.confidence * 100),
                words.page(a.parts[0]) or "",
                words.labelled(synthesis.secrecies.of_answer(s.id, a.id)),
            )
            for s in synthesis.submissions
            for a in s.answers
        ),
    )


def _passages(synthesis: Synthesis) -> Sheet:
    return Sheet(
        _("Synpunkter"),
        (
            (_("Inspel"), 8),
            (_("Avsändare"), 30),
            (_("Skrivet i"), 30),
            (_("Synpunkt"), 80),
            (_("Kod"), 10),
            (_("Aspekt"), 14),
            (_("Placerad av"), 18),
            (_("Säkerhet i procent"), 10),
            (_("Skäl"), 28),
            (_("Fler koder"), 14),
            (_("Skrivet på annan plats"), 11),
            (_("Hållning"), 11),
            (_("Tema"), 34),
            (_("Id"), 22),
            (_("Sekretess"), 24),
        ),
        tuple(_passage_rows(synthesis)),
    )


def _passage_rows(synthesis: Synthesis) -> Iterator[Row]:
    places = dict(synthesis.places)
    labels = {t.id: t.label for t in synthesis.themes}
    by_id = {s.id: s for s in synthesis.submissions}
    for p in synthesis.passages:
        submission = by_id[p.submission]
        yield (
            submission.number,
            words.respondent_name(submission),
            places.get(p.field, p.field) if p.field else _("Fritt brev"),
            p.text,
            *_placing(p, synthesis.codebook),
            synthesis.codebook.short(a.code for a in p.assignments[1:]),
            _("ja") if p.misplaced else "",
            words.stance(p.stance),
            labels.get(p.theme, "") if p.theme else "",
            p.id,
            words.labelled(synthesis.secrecies.of_passage(p)),
        )


def _placing(passage: Passage, codebook: Codebook) -> Row:
    """The code, aspect, origin, confidence and reason of what it first and foremost concerns."""
    if not passage.assignments:
        return ("", "", "", "", "")
    first = passage.assignments[0]
    return (
        codebook.short([first.code]),
        first.aspect or "",
        words.origin(first.origin),
        round(first.confidence * 100),
        first.reason,
    )


def _themes(synthesis: Synthesis) -> Sheet:
    counts = dict(synthesis.theme_counts)
    return Sheet(
        _("Teman"),
        (
            (_("Tema"), 50),
            (_("Kod"), 10),
            (_("Nyckelord"), 40),
            (_("Inspel"), 9),
            (_("Avsändare"), 11),
            (_("Synpunkter"), 11),
            (_("Blandat"), 10),
            (_("Id"), 12),
            (_("Vad som begärs"), 80),
        ),
        tuple(
            (
                t.label,
                synthesis.codebook.short(filter(None, [t.code])),
                ", ".join(t.keywords),
                counts[t.id].submissions,
                counts[t.id].respondents,
                counts[t.id].passages,
                _("ja") if t.id in synthesis.mixed else "",
                t.id,
                " ".join(r.text for r in t.requests),
            )
            for t in synthesis.themes
        ),
    )


def _handling(synthesis: Synthesis) -> Sheet:
    """What becomes of each point; also of those of which nothing is said yet."""
    return Sheet(
        _("Hantering"),
        (
            (_("Inspel"), 8),
            (_("Avsändare"), 30),
            (_("Synpunkt"), 60),
            (_("Kod"), 10),
            (_("Tema"), 34),
            (_("Ställningstagande"), 22),
            (_("Motivering"), 60),
            (_("Läge"), 11),
            (_("Ansvarig"), 20),
            (_("Besvarad genom"), 22),
            (_("Id"), 22),
        ),
        tuple(_handling_rows(synthesis)),
    )


def _handling_rows(synthesis: Synthesis) -> Iterator[Row]:
    labels = {t.id: t.label for t in synthesis.themes}
    by_id = {s.id: s for s in synthesis.submissions}
    handled, _lost = synthesis.handlings.resolve(synthesis.passages, synthesis.themes)
    for p in synthesis.passages:
        submission, found = by_id[p.submission], handled.get(p.id)
        said = found.handling if found else None
        yield (
            submission.number,
            words.respondent_name(submission),
            p.text,
            synthesis.codebook.short(filter(None, [p.code])),
            labels.get(p.theme, "") if p.theme else "",
            became(found),
            said.text if said else "",
            handling_state(said.state) if said else "",
            said.responsible if said else "",
            via(found.via) if found else "",
            p.id,
        )


def _actors(synthesis: Synthesis) -> Sheet:
    named = ((p, actor.name) for p in synthesis.passages for actor in p.actors)
    return _mentions(_("Aktörer"), _("Aktör"), named, synthesis)


def _sources(synthesis: Synthesis) -> Sheet:
    named = ((p, source) for p in synthesis.passages for source in p.sources)
    return _mentions(_("Källor"), _("Källa"), named, synthesis)


def _mentions(
    name: str, column: str, named: Iterable[tuple[Passage, str]], synthesis: Synthesis
) -> Sheet:
    """What is named, in how many inspel that count, which ones, and about which codes."""
    out = dict(synthesis.uncounted)
    numbers = {s.id: s.number for s in synthesis.submissions if s.id not in out}
    spelling: dict[str, str] = {}
    where: dict[str, set[int]] = defaultdict(set)
    codes: dict[str, set[str]] = defaultdict(set)
    for passage, text in named:
        if passage.submission in numbers:
            key = folded(text)
            spelling.setdefault(key, text)
            where[key].add(numbers[passage.submission])
            codes[key] |= {passage.code} if passage.code else set()
    return Sheet(
        name,
        ((column, 50), (_("Antal inspel"), 10), (_("I inspel"), 30), (_("Om"), 30)),
        tuple(
            (
                spelling[key],
                len(where[key]),
                ", ".join(map(str, sorted(where[key]))),
                synthesis.codebook.short(sorted(codes[key])),
            )
            for key in sorted(spelling, key=lambda key: (-len(where[key]), key))
        ),
    )


def _left_out(synthesis: Synthesis) -> Sheet:
    places = dict(synthesis.places)
    return Sheet(
        _("Inte synpunkter"),
        ((_("Inspel"), 8), (_("Avsändare"), 30), (_("Fråga"), 34), (_("Text"), 90)),
        tuple(
            (
                submission.number,
                words.respondent_name(submission),
                _question(answer, places),
                text,
            )
            for submission, answer, text in left_out(synthesis)
        ),
    )


def _question(answer: Answer, places: Mapping[str, str]) -> str:
    return places.get(answer.field, answer.field) if answer.field else _("Fritt brev")


def _unplaced(synthesis: Synthesis) -> Sheet:
    return Sheet(
        _("Text utan plats"),
        (
            (_("Inspel"), 8),
            (_("Avsändare"), 30),
            (_("Text"), 100),
            (_("Sida"), 7),
            (_("Borttagen, dold eller kommentar"), 28),
        ),
        tuple(
            (
                s.number,
                words.respondent_name(s),
                u.text,
                words.page(u.location) or "",
                _("ja") if u.withdrawn else "",
            )
            for s in synthesis.submissions
            for u in s.unplaced
        ),
    )
