"""A mail's own text -> Submission: a letter, or a form pasted into it or quoted by it."""

from collections.abc import Sequence
from dataclasses import replace

from inspel_app.domain.document import Document, Problem, Role
from inspel_app.domain.form import Answer, FormTemplate, Submission, Unplaced
from inspel_app.domain.gazetteer import Gazetteer
from inspel_app.forms.cover import says_something
from inspel_app.forms.interpret import interpret
from inspel_app.forms.pointing import pointing_doubt
from inspel_app.i18n import _


def interpret_body(
    body: Document, name: str, templates: Sequence[FormTemplate], gazetteer: Gazetteer
) -> Submission:
    """What the mail's text says.

    Whoever replies may answer between the lines of a quoted form: its labels are then looked for
    in the quoted text too, but only what the sender wrote is an answer. Where the form is quoted
    with its answers and nobody named as its writer, it is the sender's.
    """
    read = interpret(body, name, templates, gazetteer)
    pointing = None if read.form or not templates else pointing_doubt(body)
    if pointing is not None:
        read = replace(read, problems=(*read.problems, pointing))
    if read.form or not any(block.role is Role.QUOTED for block in body.blocks):
        return read
    if _says_more_below(body):
        read = replace(read, problems=(*read.problems, _unread_doubt()))
    blocks = tuple(replace(b, role=_unquoted(b.role)) for b in body.blocks)
    between = interpret(replace(body, blocks=blocks), name, templates, gazetteer)
    own = [(b.start, b.end) for b in body.blocks if b.role is Role.BODY]
    written = tuple(a for a in between.answers if _is_in(a, own))
    others = [a for a in between.answers if a not in written]
    if between.form is None:
        return read
    if len(others) > len(written) and _quotes_form_only(body, between):
        return replace(between, problems=(*between.problems, _quoted_doubt()))
    if not written:
        return read
    quoted = tuple(Unplaced(a.text, a.parts[0]) for a in others)
    return replace(between, answers=written, unplaced=(*between.unplaced, *quoted))


def _says_more_below(body: Document) -> bool:
    """Whether the quotation under the sender's own words says more, and they say nothing."""
    own = [block for block in body.blocks if block.role is Role.BODY]
    if not own or any(says_something(block.text) for block in own):
        return False
    below = [b for b in body.blocks if b.role is Role.QUOTED and b.start > own[0].start]
    longer = sum(len(b.text) for b in below) > sum(len(b.text) for b in own)
    return longer and any(says_something(b.text) for b in below)


def _unread_doubt() -> Problem:
    message = _(
        "Det mesta av mejlet är citerad text som inte är läst som svar. Se efter vems den är."
    )
    return Problem("oplacerad-text", message)


def _unquoted(role: Role) -> Role:
    return Role.BODY if role is Role.QUOTED else role


def _is_in(answer: Answer, own: Sequence[tuple[int, int]]) -> bool:
    """Whether some of an answer stands in the ranges."""
    return any(p.start < end and p.end > start for p in answer.parts for start, end in own)


def _quotes_form_only(body: Document, read: Submission) -> bool:
    """Whether what is quoted begins with the form: no head tells whose mail it stood in."""
    first = next(block for block in body.blocks if block.role is Role.QUOTED)
    return not any(first.start <= line.location.start < first.end for line in read.unplaced)


def _quoted_doubt() -> Problem:
    return Problem(
        "citerad-blankett",
        _("Blanketten står som citerad text i mejlet, med svaren; det är osäkert vems de är."),
    )
