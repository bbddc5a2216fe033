"""What a project tells of what people have marked as secret."""

from inspel_app.domain.secrecy import Secrecies
from inspel_app.store import secrecy
from inspel_app.store.file import ProjectFile
from inspel_app.store.secrecy import SecrecyEdits


class SecrecyFile(ProjectFile):
    """The part of a project that is about secrecy."""

    @property
    def secrecy_edits(self) -> SecrecyEdits:
        """What people mark as secret; to be written inside an action."""
        return SecrecyEdits(self._writable)

    def secrecies(self) -> Secrecies:
        """All that is marked as secret."""
        with self._atomic() as db:
            return secrecy.secrecies(db)
