"""Drawings in drawings of a PDF: those that unfold beyond measure are refused, no others."""

import zlib
from collections.abc import Callable

import pytest

from inspel_app.errors import UnreadableError
from inspel_app.reading.pdf_nesting import refuse_nesting
from tests.services.bombs import pdf_forms_in_each_other


def drawing(number: int, drawn: int, times: int, *, packed: bool, apart: bool) -> bytes:
    """A drawing that draws another so many times, perhaps with its names in another object."""
    names = b"<</F %d 0 R>>" % drawn
    more = b"%d 0 obj <</XObject %s>> endobj\n" % (1_000 + number, names) if apart else b""
    resources = b"%d 0 R" % (1_000 + number) if apart else b"<</XObject%s>>" % names
    content = b"/F Do\n" * times
    way = b"/Filter/FlateDecode" if packed else b""
    head = b"<</Type/XObject/Subtype/Form%s/Resources %s>>" % (way, resources)
    body = zlib.compress(content) if packed else content
    return more + b"%d 0 obj %s stream\n%s\nendstream endobj\n" % (number, head, body)


def drawings(
    depth: int, times: int, *, packed: bool = False, apart: bool = False, ring: bool = False
) -> bytes:
    last = 10 if ring else 10 + depth
    following = [*range(11, 10 + depth), last]
    return b"".join(
        drawing(number, drawn, times, packed=packed, apart=apart)
        for number, drawn in enumerate(following, start=10)
    )


@pytest.mark.parametrize(
    "make",
    [
        pdf_forms_in_each_other,
        lambda: drawings(10, 10),
        lambda: drawings(20, 2, packed=True),
        lambda: drawings(10, 10, apart=True),
        lambda: drawings(2, 2, ring=True),
    ],
)
def test_refuses_what_unfolds_beyond_measure(make: Callable[[], bytes]) -> None:
    with pytest.raises(UnreadableError) as refusal:
        refuse_nesting(make())
    assert refusal.value.code == "for-stor"


@pytest.mark.parametrize(
    ("depth", "times", "ring"), [(300, 1, False), (2, 10_000, False), (8, 2, False), (3, 1, True)]
)
def test_lets_through_what_does_not(depth: int, times: int, *, ring: bool) -> None:
    refuse_nesting(drawings(depth, times, packed=True, ring=ring))
    refuse_nesting(drawings(depth, times, apart=True, ring=ring))
