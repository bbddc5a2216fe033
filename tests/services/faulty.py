"""Readings that go wrong for one file among many, in the ways that a child can go wrong."""

from collections.abc import Sequence

from inspel_app.domain.form import FormTemplate
from inspel_app.services.tasks import Reading, read_submissions
from tests.services.tasks import crash, devour, err, hang

BAD_PLACE = "Dorotea"


def _is_bad(data: bytes) -> bool:
    return BAD_PLACE.encode() in data


def crash_on(data: bytes, name: str, templates: Sequence[FormTemplate]) -> Reading:
    if _is_bad(data):
        crash()
    return read_submissions(data, name, templates)


def hang_on(data: bytes, name: str, templates: Sequence[FormTemplate]) -> Reading:
    if _is_bad(data):
        hang()
    return read_submissions(data, name, templates)


def devour_on(data: bytes, name: str, templates: Sequence[FormTemplate]) -> Reading:
    if _is_bad(data):
        devour()
    return read_submissions(data, name, templates)


def err_on(data: bytes, name: str, templates: Sequence[FormTemplate]) -> Reading:
    if _is_bad(data):
        err()
    return read_submissions(data, name, templates)
