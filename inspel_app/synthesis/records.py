"""The whole material as records: JSON by the contract inspel-export/1, and the answers as CSV."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from inspel_app.domain.coding import Passage, Theme
from inspel_app.domain.document import Box, Location
from inspel_app.domain.form import Answer, DoubtfulWord, Submission, Unplaced
from inspel_app.domain.handling import Handled
from inspel_app.domain.secrecy import Secrecies, Secrecy, Withheld
from inspel_app.domain.synthesis import Count, Synthesis
from inspel_app.i18n import _
from inspel_app.synthesis import words
from inspel_app.synthesis.composed import report_record
from inspel_app.synthesis.handling_records import handling, section

SCHEMA = "inspel-export/1"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet read a cell of a CSV file as a formula."""

Record = dict[str, Any]


class JsonExporter:
    """Writes what other programs read; keeps to docs/kontrakt.md."""

    format = "json"
    suffix = ".json"

    def render(self, synthesis: Synthesis) -> bytes:
        """JSON in UTF-8; characters that UTF-8 lacks become question marks."""
        facts, said = synthesis.facts, synthesis.handlings
        counts = dict(synthesis.theme_counts)
        themes = {key: Handled(one) for key, one in said.themes.items()}
        handled, _lost = said.resolve(synthesis.passages, synthesis.themes)
        undecided = sum(one.handling.withheld for one in handled.values())
        record = {
            "schema": SCHEMA,
            "strategy": facts.strategy,
            "form": facts.form,
            "program": facts.program,
            "invited": _invited(synthesis),
            "submissions": [_submission(s, synthesis.secrecies) for s in synthesis.submissions],
            "statements": [
                _statement(p)
                | {"handling": handling(handled.get(p.id))}
                | _secret(synthesis.secrecies.of_passage(p))
                for p in synthesis.passages
            ],
            "themes": [
                _theme(t, counts[t.id])
                | {"mixed": t.id in synthesis.mixed, "handling": handling(themes.get(t.id))}
                for t in synthesis.themes
            ],
            "sections": [section(one, said.wordings.get(one.id)) for one in said.sections],
            "report": report_record(synthesis),
            "withheld": _withheld(synthesis.withheld) | {"undecided": undecided},
        }
        text = json.dumps(record, ensure_ascii=False, indent=1)
        return text.encode("utf-8", errors="replace")


def _withheld(withheld: Withheld) -> Record:
    """How much is not here, as it is marked as secret."""
    return {
        "submissions": withheld.submissions,
        "answers": withheld.answers,
        "stretches": withheld.stretches,
        "statements": withheld.passages,
        "provisions": list(withheld.provisions),
    }


def _secret(marks: Iterable[Secrecy]) -> Record:
    """The marks of secrecy that something is here under, for the secretariat."""
    told = [
        {"provision": m.provision, "authority": m.authority, "decided": m.decided} for m in marks
    ]
    return {"secrecy": told}


def _invited(synthesis: Synthesis) -> list[Record]:
    """Who was asked, and the ids of what has come; nobody all of whose inspel are kept out."""
    shown = {s.id for s in synthesis.submissions}
    return [
        {
            "name": one.name,
            "type": one.type,
            "municipality": one.municipality,
            "submissions": [key for key in one.submissions if key in shown],
        }
        for one in synthesis.facts.attendance.invited
        if not one.submissions or shown.intersection(one.submissions)
    ]


class CsvExporter:
    """Writes the answers as a table that Swedish Excel opens: semicolons and a byte order mark."""

    format = "csv"
    suffix = ".csv"

    def render(self, synthesis: Synthesis) -> bytes:
        """CSV in UTF-8; no cell can be taken for a formula."""
        places = dict(synthesis.places)
        written = io.StringIO()
        table = csv.writer(written, delimiter=";", lineterminator="\r\n")
        table.writerow(_columns())
        for submission in synthesis.submissions:
            for answer in submission.answers:
                marks = synthesis.secrecies.of_answer(submission.id, answer.id)
                row = (*_row(submission, answer, places), words.labelled(marks))
                table.writerow(map(harmless, row))
        return words.clean(written.getvalue()).encode("utf-8-sig")


def _columns() -> tuple[str, ...]:
    return (
        _("Inspel"),
        _("Avsändare"),
        _("Aktörstyp"),
        _("Kommun"),
        _("Inkom"),
        _("Status"),
        _("Fält"),
        _("Fråga"),
        _("Svar"),
        _("Har innehåll"),
        _("Lästes som"),
        _("Säkerhet i procent"),
        _("Sida"),
        _("Sekretess"),
    )


def _row(submission: Submission, answer: Answer, places: dict[str, str]) -> tuple[str, ...]:
    page = words.page(answer.parts[0])
    return (
        str(submission.number),
        words.respondent_name(submission),
        words.actor_type(submission.respondent.type),
        submission.respondent.municipality or "",
        submission.received or "",
        words.status(submission.status),
        answer.field or "",
        places.get(answer.field, "") if answer.field else _("Fritt brev"),
        answer.text,
        _("ja") if answer.content else _("nej"),
        answer.method,
        str(round(answer.confidence * 100)),
        "" if page is None else str(page),
    )


def harmless(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would calculate."""
    text = words.clean(cell)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def _submission(submission: Submission, secrecies: Secrecies) -> Record:
    who = submission.respondent
    return {
        "id": submission.id,
        "number": submission.number,
        "file": submission.files[0].name,
        "sha256": submission.files[0].sha256,
        "files": [f.name for f in submission.files],
        "status": submission.status,
        "late": submission.late,
        "received": submission.received,
        "respondent": {
            "organisation": who.organisation,
            "unit": who.unit,
            "contact": who.contact,
            "email": who.email,
            "type": who.type,
            "municipality": who.municipality,
        },
        "answers": [
            _answer(a) | _secret(secrecies.of_answer(submission.id, a.id))
            for a in submission.answers
        ],
        "unplaced": [_unplaced(u) for u in submission.unplaced],
        "problems": [{"code": p.code, "message": p.message} for p in submission.problems],
        "duplicate_of": submission.duplicate_of,
        "dnr": submission.dnr,
        "own_dnr": submission.own_dnr,
        "replaces": submission.replaces,
        "campaign": submission.campaign,
        "additions": list(submission.additions),
        "assignee": submission.assignee,
        **_secret(secrecies.of_submission(submission.id)),
    }


def _answer(answer: Answer) -> Record:
    return {
        "field": answer.field,
        "text": answer.text,
        "content": answer.content,
        "method": answer.method,
        "confidence": answer.confidence,
        "location": _location(answer.parts),
        "refers_to": list(answer.refers_to),
        "reading": answer.reading,
        "doubtful": _doubtful(answer.doubtful),
    }


def _unplaced(unplaced: Unplaced) -> Record:
    return {
        "text": unplaced.text,
        "location": _location((unplaced.location,)),
        "reading": unplaced.reading,
        "doubtful": _doubtful(unplaced.doubtful),
        "withdrawn": unplaced.withdrawn,
    }


def _doubtful(words: Iterable[DoubtfulWord]) -> list[Record]:
    """The words that nobody has settled yet."""
    return [
        {
            "start": word.start,
            "end": word.end,
            "text": word.text,
            "confidence": word.confidence,
            "page": word.place.page,
            "box": _sides(word.place.box),
        }
        for word in words
        if not word.settled
    ]


def _location(parts: tuple[Location, ...]) -> Record:
    """One place for all parts: the page where they begin, and the box around them there."""
    first = parts[0]
    box: Box | None = None
    for part in parts:
        if part.box is not None and part.page == first.page:
            box = part.box if box is None else box.union(part.box)
    return {
        "file": first.file,
        "page": words.page(first),
        "box": _sides(box),
        "start": first.start,
        "end": parts[-1].end,
    }


def _sides(box: Box | None) -> list[float] | None:
    return None if box is None else [box.x0, box.y0, box.x1, box.y1]


def _statement(passage: Passage) -> Record:
    return {
        "id": passage.id,
        "submission": passage.submission,
        "field": passage.field,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "codes": [
            {
                "code": a.code,
                "aspect": a.aspect,
                "origin": a.origin,
                "confidence": a.confidence,
                "reason": a.reason,
            }
            for a in passage.assignments
        ],
        "misplaced": passage.misplaced,
        "stance": passage.stance,
        "theme": passage.theme,
        "actors": [
            {"text": a.text, "name": a.name, "register": a.register} for a in passage.actors
        ],
        "sources": [{"text": source} for source in passage.sources],
        "places": [{"text": p.text, "municipality": p.municipality} for p in passage.places],
        "language": passage.language,
        "mark": passage.mark,
    }


def _theme(theme: Theme, count: Count) -> Record:
    return {
        "id": theme.id,
        "code": theme.code,
        "label": theme.label,
        "keywords": list(theme.keywords),
        "size": count.passages,
        "respondents": count.respondents,
        "requests": [{"statement": r.passage, "text": r.text} for r in theme.requests],
        "kept": theme.kept,
        "pinned": theme.pinned,
    }
