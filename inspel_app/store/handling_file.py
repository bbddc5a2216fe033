"""What a project tells of the handling of points, and of the strategy's text."""

from collections.abc import Iterable
from dataclasses import replace

from inspel_app.domain.handling import Handlings, Reason, Section, Target, Wording
from inspel_app.store import handling, strategy_text
from inspel_app.store.file import ProjectFile
from inspel_app.store.handling import HandlingEdits, Told
from inspel_app.store.strategy_text import StrategyTextEdits


class HandlingFile(ProjectFile):
    """The part of a project that is about what becomes of the points."""

    @property
    def handling_edits(self) -> HandlingEdits:
        """What people say of how points are handled; to be written inside an action."""
        return HandlingEdits(self._writable)

    @property
    def text_edits(self) -> StrategyTextEdits:
        """What people do with the strategy's text; to be written inside an action."""
        return StrategyTextEdits(self._writable)

    def handlings(self, concerned: Iterable[Target] | None = None) -> Handlings:
        """What is said of how points and themes are handled, and what it led to.

        Of all, or of those that are `concerned` and the points beside them in their answers.
        """
        with self._atomic() as db:
            said = handling.handlings(db, concerned)
            sections, wordings = strategy_text.sections(db), strategy_text.wordings(db)
        return replace(said, sections=sections, wordings=wordings)

    def told_since(self, change: int) -> Told:
        """What has been said of points and themes after a change."""
        with self._atomic() as db:
            return handling.told_since(db, change)

    def reasons(self) -> tuple[Reason, ...]:
        """The reusable reasons by title, with where each is used."""
        with self._atomic() as db:
            return handling.reasons(db)

    def sections(self) -> tuple[Section, ...]:
        """The sections of the strategy's text, in order."""
        with self._atomic() as db:
            return strategy_text.sections(db)

    def wordings(self) -> dict[str, Wording]:
        """The new wordings by section."""
        with self._atomic() as db:
            return strategy_text.wordings(db)
