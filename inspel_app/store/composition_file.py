"""What a project tells of what people have made of the report, and write in its margin."""

from collections import defaultdict

from inspel_app.domain.coding import Note
from inspel_app.domain.composition import Composition
from inspel_app.store import composition
from inspel_app.store.composition import CompositionEdits
from inspel_app.store.decisions import notes
from inspel_app.store.file import ProjectFile


class CompositionFile(ProjectFile):
    """The part of a project that is about the report."""

    @property
    def composition_edits(self) -> CompositionEdits:
        """What people make of the report; to be written inside an action."""
        return CompositionEdits(self._writable)

    def notes(self, passage_id: str) -> tuple[Note, ...]:
        """What people have written about a passage, the earliest first."""
        with self._atomic() as db:
            return notes(db, passage_id)

    def notes_by_passage(self) -> dict[str, tuple[Note, ...]]:
        """What people have written about passages, by their ids, the earliest first."""
        found: defaultdict[str, list[Note]] = defaultdict(list)
        with self._atomic() as db:
            for row in db.table("notes").rows_where(order_by="passage, at, person"):
                found[row["passage"]].append(Note(row["text"], row["person"], row["at"]))
        return {passage: tuple(notes) for passage, notes in found.items()}

    def composition(self) -> Composition:
        """All that people have made of the report."""
        with self._atomic() as db:
            return composition.composition(db)
