"""A disk that fails when it is told to, beneath SQLite: its own way to files (the VFS) is wrapped.

    with FailingDisk() as disk:
        disk.fail(WRITE, 3)   # the third write from now, once
        ...
        assert disk.failed

Files that are opened before are not reached. Nothing of the program is replaced.
"""

import _sqlite3
import ctypes
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import pytest


@dataclass(frozen=True)
class Fault:
    """A method of a file by its place in `sqlite3_io_methods`, and how SQLite is told of it."""

    name: str
    place: int
    code: int
    types: tuple[Any, ...]


READ = Fault("read", 1, 10 | 1 << 8, (c_void_p, c_int, c_int64))
WRITE = Fault("write", 2, 10 | 3 << 8, (c_void_p, c_int, c_int64))
FULL = Fault("full", 2, 13, (c_void_p, c_int, c_int64))
SYNC = Fault("fsync", 4, 10 | 4 << 8, (c_int,))

_METHODS = 18
_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, POINTER(c_void_p), c_int, POINTER(c_int))


class _Methods(Structure):
    """`sqlite3_io_methods`, version 3."""

    _fields_ = (("version", c_int), ("methods", c_void_p * _METHODS))


class _Vfs(Structure):
    """`sqlite3_vfs`, as far as it is needed."""

    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
    )


def _system_vfs() -> _Vfs:
    """The VFS that Python's own SQLite uses."""
    try:
        find = ctypes.CDLL(_sqlite3.__file__).sqlite3_vfs_find
    except (AttributeError, OSError):
        pytest.skip("this SQLite cannot be reached from outside")
    find.restype = POINTER(_Vfs)
    vfs: _Vfs = find(None).contents
    return vfs


class FailingDisk:
    """Wraps every file that SQLite opens meanwhile; `failed` tells how often it has failed."""

    def __init__(self) -> None:
        self.failed = 0
        self._fault: Fault | None = None
        self._first, self._last, self._count = 0, 0, 0
        self._kept: dict[int, tuple[_Methods, list[Any]]] = {}

    def fail(self, fault: Fault, nth: int, *, ever_after: bool = False) -> None:
        """Fail at the n-th use from now, once, or ever after until `mend`."""
        self._fault, self._count, self.failed = fault, 0, 0
        self._first, self._last = nth, 2**62 if ever_after else nth

    def mend(self) -> None:
        """Fail no more."""
        self._fault = None

    def __enter__(self) -> Self:
        self._vfs = _system_vfs()
        self._opened = self._vfs.open
        self._open = _OPEN(self._wrap)
        self._vfs.open = ctypes.cast(self._open, c_void_p)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._vfs.open = self._opened

    def _wrap(self, vfs: Any, name: Any, file: Any, flags: int, out: Any) -> int:
        """Open a file, and put methods that may fail in the place of its own."""
        result = int(_OPEN(self._opened)(vfs, name, file, flags, out))
        if result == 0 and file[0]:
            file[0] = ctypes.addressof(self._methods(file[0]))
        return result

    def _methods(self, own: int) -> _Methods:
        if own not in self._kept:
            copy = _Methods.from_buffer_copy(_Methods.from_address(own))
            calls = [self._failing(copy, fault) for fault in (READ, WRITE, SYNC)]
            self._kept[own] = copy, calls
        return self._kept[own][0]

    def _failing(self, methods: _Methods, fault: Fault) -> Any:
        """A method that fails when it is time, put where the file's own was."""
        kind = CFUNCTYPE(c_int, c_void_p, *fault.types)
        own = kind(methods.methods[fault.place])

        def call(*arguments: Any) -> int:
            return self._code(fault.place) or int(own(*arguments))

        made = kind(call)
        methods.methods[fault.place] = ctypes.cast(made, c_void_p).value
        return made

    def _code(self, place: int) -> int:
        """What to answer SQLite instead of doing it; 0 to do it."""
        if self._fault is None or self._fault.place != place:
            return 0
        self._count += 1
        if not self._first <= self._count <= self._last:
            return 0
        self.failed += 1
        return self._fault.code
