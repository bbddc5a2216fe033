"""The commands for words that were not read surely, and what they answer."""

from argparse import Namespace

from inspel_app.cli.output import Answer, table
from inspel_app.i18n import _, ngettext
from inspel_app.resources.settings import user
from inspel_app.services.correcting import correct_everywhere
from inspel_app.services.doubts import Doubt, queue
from inspel_app.services.rounds import Project

_CONTEXT = 25
"""Characters of the text on each side of a doubtful word."""


def list_doubts(args: Namespace) -> Answer:
    """The words that a person has left to look at, in the order of triage."""
    with Project.open(args.project) as project:
        found = queue(project)
    headings = (_("nr"), _("fält"), _("sida"), _("ord"), _("säkerhet"), _("i texten"))
    rows = [
        (
            doubt.number,
            doubt.field or "–",
            doubt.word.place.page,
            doubt.text,
            round(doubt.word.confidence * 100),
            _context(doubt),
        )
        for doubt in found.left
    ]
    count = ngettext(
        "{n} ord att se över, {settled} klara.", "{n} ord att se över, {settled} klara.", len(rows)
    ).format(n=len(rows), settled=len(found.settled))
    data = {"left": [_data(doubt) for doubt in found.left], "settled": len(found.settled)}
    parts = (table(headings, rows, wrapped=(5,)), "", count) if rows else (count,)
    return Answer(data, parts)


def correct(args: Namespace) -> Answer:
    """A misread word corrected wherever it stands; how many times it did."""
    with Project.open(args.project) as project:
        count = correct_everywhere(project, args.old, args.new, user())
        done = project.log()[-1].name
    return Answer({"corrected": count}, (f"{done}.",))


def _data(doubt: Doubt) -> dict[str, object]:
    word, box = doubt.word, doubt.word.place.box
    return {
        "submission": doubt.spot.submission,
        "number": doubt.number,
        "field": doubt.field,
        "start": word.start,
        "end": word.end,
        "text": word.text,
        "confidence": word.confidence,
        "file": word.place.file,
        "page": word.place.page,
        "box": None if box is None else [box.x0, box.y0, box.x1, box.y1],
    }


def _context(doubt: Doubt) -> str:
    """The word with some of the text around it, on one line."""
    text, word = doubt.spot.read.text, doubt.word
    piece = text[max(word.start - _CONTEXT, 0) : word.end + _CONTEXT]
    return " ".join(piece.split())
