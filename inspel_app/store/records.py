"""An inspel as rows and back.

Confidences are stored in whole permille; texts and places exactly as they are.
"""

import json
from collections.abc import Iterable
from sys import intern
from typing import Any

from inspel_app.domain.document import Box, Location, Method, Problem
from inspel_app.domain.form import (
    ActorType,
    Answer,
    DoubtfulWord,
    Respondent,
    SourceFile,
    Status,
    Submission,
    Unplaced,
)

Row = dict[str, Any]
"""One row of a table by column, as SQLite takes and gives it."""

CHILDREN = ("files", "answers", "unplaced", "problems")
"""The tables that hold an inspel's parts in order."""


def to_json(value: object) -> str:
    """Compact JSON, readable in any tool."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def to_permille(share: float) -> int:
    """A share (0-1) in whole permille."""
    return round(share * 1000)


def submission_rows(submission: Submission, number: int) -> dict[str, list[Row]]:
    """The rows of an inspel, table by table."""
    s = submission
    own = {
        "id": s.id,
        "number": number,
        "status": s.status,
        "form": s.form,
        "certainty_permille": to_permille(s.certainty),
        "received": s.received,
        "late": s.late,
        "dnr": s.dnr,
        "own_dnr": s.own_dnr,
        "duplicate_of": s.duplicate_of,
        "replaces": s.replaces,
        "campaign": s.campaign,
        "additions": to_json(s.additions),
        "confirmed": s.confirmed,
        "assignee": s.assignee,
    }
    parts = {
        "files": [{"name": f.name, "sha256": f.sha256} for f in s.files],
        "answers": [answer_row(a) for a in s.answers],
        "unplaced": [unplaced_row(u) for u in s.unplaced],
        "problems": [{"code": p.code, "message": p.message} for p in s.problems],
    }
    children = {
        table: [{"submission": s.id, "position": n, **row} for n, row in enumerate(rows)]
        for table, rows in parts.items()
    }
    contact = {"submission": s.id, **contact_row(s.respondent), "sent_from": s.sent_from}
    return {
        "submissions": [own | respondent_row(s.respondent)],
        "contacts": [contact],
        **children,
    }


def respondent_row(respondent: Respondent) -> Row:
    """What of the respondent stands with the inspel."""
    return {
        "organisation": respondent.organisation,
        "unit": respondent.unit,
        "type": respondent.type,
        "municipality": respondent.municipality,
    }


def contact_row(respondent: Respondent) -> Row:
    """What of the respondent is personal data and stands apart."""
    return {"contact": respondent.contact, "email": respondent.email}


def submission_of(row: Row, children: dict[str, list[Row]]) -> Submission:
    """An inspel of its row (joined with its contact) and the rows of its parts."""
    return Submission(
        id=row["id"],
        files=tuple(SourceFile(r["name"], r["sha256"]) for r in children["files"]),
        number=row["number"],
        status=Status(row["status"]),
        form=row["form"],
        certainty=row["certainty_permille"] / 1000,
        respondent=Respondent(
            organisation=row["organisation"],
            unit=row["unit"],
            contact=row["contact"],
            email=row["email"],
            type=ActorType(row["type"]) if row["type"] else None,
            municipality=row["municipality"],
        ),
        answers=tuple(answer_of_row(r) for r in children["answers"]),
        unplaced=tuple(unplaced_of_row(r) for r in children["unplaced"]),
        problems=tuple(Problem(r["code"], r["message"]) for r in children["problems"]),
        received=row["received"],
        late=bool(row["late"]),
        dnr=row["dnr"],
        own_dnr=row["own_dnr"],
        duplicate_of=row["duplicate_of"],
        replaces=row["replaces"],
        campaign=row["campaign"],
        additions=tuple(json.loads(row["additions"])),
        confirmed=bool(row["confirmed"]),
        sent_from=row["sent_from"],
        assignee=row["assignee"],
    )


def answer_row(answer: Answer) -> Row:
    """What of an answer stands in its row, beside where it belongs."""
    return {
        "id": answer.id,
        "field": answer.field,
        "text": answer.text,
        "method": answer.method,
        "content": answer.content,
        "confidence_permille": to_permille(answer.confidence),
        "refers_to": to_json(answer.refers_to),
        "parts": to_json([_place(part) for part in answer.parts]),
        "doubtful": _doubtful_json(answer.doubtful),
        "reading": answer.reading,
    }


def unplaced_row(unplaced: Unplaced) -> Row:
    """What of a line of the ledger stands in its row, beside where it belongs."""
    return {
        "text": unplaced.text,
        "location": to_json(_place(unplaced.location)),
        "doubtful": _doubtful_json(unplaced.doubtful),
        "reading": unplaced.reading,
        "withdrawn": int(unplaced.withdrawn),
    }


def text_row(read: Answer | Unplaced) -> tuple[str, Row]:
    """The table that holds such texts, and what of the text stands in its row there."""
    if isinstance(read, Answer):
        return "answers", answer_row(read)
    return "unplaced", unplaced_row(read)


def answer_of_row(row: Row) -> Answer:
    """An answer of its row."""
    return Answer(
        id=intern(row["id"]),
        field=None if row["field"] is None else intern(row["field"]),
        text=intern(row["text"]),
        method=Method(row["method"]),
        parts=tuple(_location(part) for part in json.loads(row["parts"])),
        content=bool(row["content"]),
        confidence=row["confidence_permille"] / 1000,
        refers_to=tuple(json.loads(row["refers_to"])),
        doubtful=_doubtful_of(row["doubtful"]),
        reading=row["reading"],
    )


def unplaced_of_row(row: Row) -> Unplaced:
    """A line of the ledger of its row."""
    return Unplaced(
        text=row["text"],
        location=_location(json.loads(row["location"])),
        doubtful=_doubtful_of(row["doubtful"]),
        reading=row["reading"],
        withdrawn=bool(row["withdrawn"]),
    )


def _doubtful_json(words: Iterable[DoubtfulWord]) -> str:
    return to_json(
        [
            [w.start, w.end, w.text, to_permille(w.confidence), _place(w.place), w.settled]
            for w in words
        ]
    )


def _doubtful_of(stored: str) -> tuple[DoubtfulWord, ...]:
    return tuple(
        DoubtfulWord(start, end, text, permille / 1000, _location(place), settled)
        for start, end, text, permille, place, settled in json.loads(stored)
    )


def _place(location: Location) -> Row:
    """A place as JSON; its headings only where it has some, which few have."""
    box = location.box
    headings = {"headings": location.headings} if location.headings else {}
    return headings | {
        "file": location.file,
        "start": location.start,
        "end": location.end,
        "page": location.page,
        "box": [box.x0, box.y0, box.x1, box.y1] if box else None,
    }


def _location(place: Row) -> Location:
    box = Box(*place["box"]) if place["box"] else None
    headings = tuple((start, end) for start, end in place.get("headings", ()))
    file = intern(place["file"])
    return Location(file, place["start"], place["end"], place["page"], box, headings)
