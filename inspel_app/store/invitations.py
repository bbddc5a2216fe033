"""What a project tells of those who were invited."""

from collections.abc import Iterable

from inspel_app.domain.form import ActorType
from inspel_app.domain.invitation import Invitation
from inspel_app.store.file import ProjectFile


class InvitationFile(ProjectFile):
    """The part of a project that is about whom the authority asked."""

    def invitations(self) -> tuple[Invitation, ...]:
        """Those invited, in the order of the list."""
        with self._atomic() as db:
            rows = db.execute("SELECT name, type, municipality FROM invitations ORDER BY position")
            return tuple(
                Invitation(name, ActorType(kind) if kind else None, town)
                for name, kind, town in rows.fetchall()
            )

    def keep_invitations(self, invited: Iterable[Invitation]) -> None:
        """Let these be all who were invited, each name once; inside an action."""
        table = self._writable.table("invitations")
        rows = {
            one.name: {
                "name": one.name,
                "position": position,
                "type": one.type,
                "municipality": one.municipality,
            }
            for position, one in enumerate(invited)
        }
        table.delete_where(f"name NOT IN ({', '.join('?' * len(rows))})", list(rows))
        table.upsert_all(rows.values(), pk="name")
