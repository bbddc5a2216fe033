"""Those who were asked for an inspel."""

from collections import Counter
from dataclasses import dataclass

from inspel_app.domain.form import ActorType


@dataclass(frozen=True, slots=True)
class Invitation:
    """An organisation that was invited, and the inspel (ids) that it has sent in."""

    name: str
    type: ActorType | None = None
    municipality: str | None = None
    submissions: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether anything has come."""
        return bool(self.submissions)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Those invited, each with the inspel that came, and how many others have sent in."""

    invited: tuple[Invitation, ...] = ()
    uninvited: int = 0

    @property
    def answered(self) -> tuple[Invitation, ...]:
        """Those who have sent in."""
        return tuple(one for one in self.invited if one.answered)

    @property
    def silent(self) -> tuple[Invitation, ...]:
        """Those of whom nothing has come."""
        return tuple(one for one in self.invited if not one.answered)

    def by_type(self) -> tuple[tuple[ActorType | None, int, int], ...]:
        """Each kind of those invited, with how many were asked and how many have sent in."""
        asked = Counter(one.type for one in self.invited)
        came = Counter(one.type for one in self.answered)
        return tuple((kind, asked[kind], came[kind]) for kind in (*ActorType, None) if asked[kind])


NOBODY = Attendance()
"""Where there was no list, or nobody was asked."""
