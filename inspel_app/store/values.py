"""The store's own values: the round's settings, the machine's runs, changes to an inspel."""

from dataclasses import dataclass, field
from typing import TypedDict

from inspel_app.domain.form import Status
from inspel_app.domain.synthesis import Signature


@dataclass(frozen=True)
class ProjectSettings:
    """The round: its title, strategy and form by id, case number, last day (ISO date).

    The others tell who signs its letters.
    """

    title: str
    strategy: str
    form: str
    dnr: str = ""
    deadline: str | None = None
    authority: str = ""
    unit: str = ""
    place: str = ""
    officer: str = ""
    contact: str = ""

    @property
    def signature(self) -> Signature:
        """Who signs the round's letters."""
        return Signature(self.authority, self.unit, self.place, self.officer, self.contact)


@dataclass(frozen=True)
class Run:
    """One run of the machine: what it made, of what, how and with which model.

    Of an export `input_hash` is that of the file; a Word file, which people go on with, has none.

    `kind` is "passages", "suggestions", "themes" or "export"; `settings` tells in a text how it
    was set. The rest does not count when runs are compared: `at` is when it was stored (ISO
    8601), `by` who asked for it, `made` how many things it made, and `after` the number of the
    latest action at that time, 0 before the first.
    """

    kind: str
    input_hash: str
    settings: str
    model: str
    at: str = field(default="", compare=False)
    by: str = field(default="", compare=False)
    made: int = field(default=0, compare=False)
    after: int = field(default=0, compare=False)


class SubmissionChanges(TypedDict, total=False):
    """What of an inspel can be changed after import."""

    status: Status
    received: str | None
    late: bool
    dnr: str | None
    own_dnr: str | None
    duplicate_of: str | None
    replaces: str | None
    campaign: str | None
    additions: tuple[str, ...]
    confirmed: bool
    assignee: str
