"""What a project tells of what people have made of the report."""

from inspel_app.domain.composition import Composition
from inspel_app.store import composition
from inspel_app.store.composition import CompositionEdits
from inspel_app.store.file import ProjectFile


class CompositionFile(ProjectFile):
    """The part of a project that is about the report."""

    @property
    def composition_edits(self) -> CompositionEdits:
        """What people make of the report; to be written inside an action."""
        return CompositionEdits(self._writable)

    def composition(self) -> Composition:
        """All that people have made of the report."""
        with self._atomic() as db:
            return composition.composition(db)
