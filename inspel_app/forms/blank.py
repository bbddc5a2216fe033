"""A form that nobody has answered in."""

from dataclasses import replace

from inspel_app.domain.document import Problem
from inspel_app.domain.form import Submission
from inspel_app.i18n import _


def blank() -> Problem:
    """What is told of it."""
    return Problem("tom-blankett", _("Blanketten är inte ifylld."))


def told_if_blank(read: Submission) -> Submission:
    """The inspel, with what there is to say of a form that at most tells who sent it."""
    if read.form is None or read.answers:
        return read
    return replace(read, problems=(*read.problems, blank()))
