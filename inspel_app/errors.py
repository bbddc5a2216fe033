"""The two kinds of errors: the world's fault (say what to do) and ours (report it).

Every `KnownError` carries a message for the user, the next step, and the exit
code with which the command line ends. Anything else that escapes is a bug.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command line; see docs/kontrakt.md."""

    OK = 0
    PROBLEMS = 1
    USAGE = 2
    UNREADABLE = 3
    MISSING_COMPONENT = 4
    LOCKED = 5
    DISK = 6
    BUG = 70
    """The program's own fault; what BSD and others call EX_SOFTWARE."""
    CANCELLED = 130


class KnownError(Exception):
    """A fault in the world outside: `message` says what, `advice` what to do about it."""

    exit_code = ExitCode.PROBLEMS

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()

    def __reduce__(self) -> tuple[type["KnownError"], tuple[str, str]]:
        return type(self), (self.message, self.advice)


class UsageError(KnownError):
    """The command or the values given to it do not make sense together."""

    exit_code = ExitCode.USAGE


class UnreadableError(KnownError):
    """A respondent's file that cannot be read; `code` says why, for lists and tests."""

    exit_code = ExitCode.UNREADABLE

    def __init__(self, code: str, message: str, advice: str = "") -> None:
        super().__init__(message, advice)
        self.code = code

    def __reduce__(self) -> tuple[type["UnreadableError"], tuple[str, str, str]]:  # type: ignore[override]
        return type(self), (self.code, self.message, self.advice)


class DataFileError(KnownError):
    """A form or strategy file with a fault: names the file, the line and the key."""

    exit_code = ExitCode.UNREADABLE

    def __init__(self, file: str, line: int, key: str, message: str) -> None:
        where = f"{file}, rad {line}" + (f", {key}" if key else "")
        super().__init__(f"{where}: {message}")
        self.file, self.line, self.key, self.fault = file, line, key, message

    def __reduce__(self) -> tuple[type["DataFileError"], tuple[str, int, str, str]]:  # type: ignore[override]
        return type(self), (self.file, self.line, self.key, self.fault)


class MissingComponentError(KnownError):
    """A program or a language pack that the task needs is not installed."""

    exit_code = ExitCode.MISSING_COMPONENT


class ClusterError(MissingComponentError):
    """The computers that were to read the files do not answer, or do not fit."""


class ProjectError(KnownError):
    """The project file is locked, damaged, or made by a newer version."""

    exit_code = ExitCode.LOCKED


class DamagedError(ProjectError):
    """The project file does not hold together, or is none."""


class DiskError(KnownError):
    """No room, or no permission to write."""

    exit_code = ExitCode.DISK
