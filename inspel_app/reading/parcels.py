"""Opens what holds other files, to any depth that is reasonable."""

from dataclasses import replace

from inspel_app.domain.document import Problem
from inspel_app.domain.parcel import Mail, Packed, Parcel
from inspel_app.errors import UnreadableError
from inspel_app.reading import pulse
from inspel_app.reading.archive import is_archive, open_archive
from inspel_app.reading.limits import MAX_FILE_BYTES, too_large
from inspel_app.reading.mail import is_mail, open_mail
from inspel_app.reading.mail_raw import MAX_DEPTH, MAX_ITEMS, RawPart, too_deep


def is_parcel(data: bytes, name: str) -> bool:
    """Whether the bytes are a mail or an archive."""
    return is_archive(data) or is_mail(data, name)


def open_parcel(data: bytes, name: str) -> Parcel:
    """The mail or archive, and all mails and archives in it.

    Raises:
        UnreadableError: it is damaged or beyond the limits; what is so deeper inside is told
            as a problem there.
    """
    return _Opener().open(RawPart(name, data, is_mail=is_mail(data, name)), 1)


class _Opener:
    """Opens parcels in parcels, and counts what has come out of them."""

    def __init__(self) -> None:
        self._items = 0
        self._bytes = 0

    def open(self, part: RawPart, depth: int) -> Parcel:
        """One parcel with all that lies in it."""
        if part.is_mail and not is_archive(part.data):
            opened = open_mail(part.data)
            items = tuple(self._item(inner, depth) for inner in opened.parts)
            letter = opened.below
            return Mail(
                part.name,
                part.data,
                items,
                (*opened.problems, *part.problems),
                envelope=opened.envelope,
                left_out=tuple(Packed(left.name, left.data) for left in opened.left_out),
                body=opened.body,
                below=Mail(part.name, part.data, envelope=letter.envelope, body=letter.body)
                if letter
                else None,
            )
        parts, faults = open_archive(part.data)
        items = tuple(self._item(inner, depth) for inner in parts)
        return Parcel(part.name, part.data, items, tuple(faults))

    def _item(self, part: RawPart, depth: int) -> Packed:
        pulse.beat()
        self._items += 1
        self._bytes += len(part.data)
        if self._items > MAX_ITEMS or self._bytes > MAX_FILE_BYTES:
            raise too_large()
        if not part.is_mail and not is_parcel(part.data, part.name):
            return Packed(part.name, part.data)
        if depth > MAX_DEPTH:
            return Parcel(part.name, part.data, (), (too_deep(part.name), *part.problems))
        mail = part.is_mail or is_mail(part.data, part.name)
        try:
            return self.open(replace(part, is_mail=mail), depth + 1)
        except UnreadableError as error:
            problem = Problem(error.code, f"{part.name}: {error}")
            return Parcel(part.name, part.data, (), (problem, *part.problems))
