"""Which window may write in a round: the one that opened it first."""

from pathlib import Path

from PySide6.QtCore import QLockFile

from inspel_app.i18n import _

_LONGEST = 100
"""Characters of a name that are told."""


class Hold:
    """The right to write in the round at a path.

    It lies beside the round as a file, which a crash leaves but the next window does not heed; a
    second file tells whose it is. Where no file can be made nobody holds anything: writing fails
    there by itself.
    """

    def __init__(self, path: Path) -> None:
        self._lock = QLockFile(str(path.with_name(f"{path.name}.lock")))
        self._lock.setStaleLockTime(0)  # only what a dead process has left is stale
        self._name = path.with_name(f"{path.name}.lock-namn")

    def take(self, person: str) -> bool:
        """Whether the right is ours now, or nobody's to give."""
        if self._lock.tryLock(0):
            self._name.write_text(person, "utf-8")
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    @property
    def held(self) -> bool:
        """Whether the right is ours."""
        return self._lock.isLocked()

    def holder(self) -> str:
        """Who has the right instead, as far as is known."""
        _process, host, _program = self._lock.getLockInfo()
        try:
            person = self._name.read_text("utf-8")[:_LONGEST]
        except OSError:  # it is being written, or was taken away
            person = ""
        told = _("{person} på datorn {host}") if host else "{person}"
        return told.format(person=person or _("Någon"), host=host)

    def release(self) -> None:
        """Let others write."""
        if self.held:
            self._name.unlink(missing_ok=True)
            self._lock.unlock()
