"""A mail's own text -> Submission: a letter, or a form pasted into it or quoted by it."""

from collections.abc import Sequence
from dataclasses import replace

from inspel_app.domain.document import Document, Role
from inspel_app.domain.form import Answer, FormTemplate, Submission, Unplaced
from inspel_app.domain.gazetteer import Gazetteer
from inspel_app.forms.interpret import interpret


def interpret_body(
    body: Document, name: str, templates: Sequence[FormTemplate], gazetteer: Gazetteer
) -> Submission:
    """What the mail's text says.

    Whoever replies may answer between the lines of a quoted form: its labels are then looked for
    in the quoted text too, but only what the sender wrote is an answer.
    """
    read = interpret(body, name, templates, gazetteer)
    if read.form or not any(block.role is Role.QUOTED for block in body.blocks):
        return read
    blocks = tuple(replace(b, role=_unquoted(b.role)) for b in body.blocks)
    between = interpret(replace(body, blocks=blocks), name, templates, gazetteer)
    own = [(b.start, b.end) for b in body.blocks if b.role is Role.BODY]
    written = tuple(a for a in between.answers if _is_in(a, own))
    if between.form is None or not written:
        return read
    others = (a for a in between.answers if a not in written)
    quoted = tuple(Unplaced(a.text, a.parts[0]) for a in others)
    return replace(between, answers=written, unplaced=(*between.unplaced, *quoted))


def _unquoted(role: Role) -> Role:
    return Role.BODY if role is Role.QUOTED else role


def _is_in(answer: Answer, own: Sequence[tuple[int, int]]) -> bool:
    """Whether some of an answer stands in the ranges."""
    return any(p.start < end and p.end > start for p in answer.parts for start, end in own)
