"""Where in a TOML file each key and list item stands; tomllib itself does not tell."""

import re
from collections.abc import Iterator

KeyPath = tuple[str | int, ...]
"""The way to a value: keys, and indices in lists and in arrays of tables."""

_TOKEN = re.compile(
    r"""
      (?P<string> \"{3} (?:\\.|[^\\])*? \"{3,5} | '{3} .*? '{3,5}
                | " (?:\\.|[^"\\])* "           | ' [^']* ' )
    | (?P<skip>   \#[^\n]* | [ \t\r]+ )
    | (?P<mark>   [\[\]{}=,.\n] )
    | (?P<word>   [^\s\[\]{}=,.#"']+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_CLOSING = {"[": "]", "{": "}"}


def key_lines(source: str) -> dict[KeyPath, int]:
    """The line, counted from 1, of every key, table header and list item.

    Args:
        source: text that tomllib accepts; of anything else the answer is undefined.
    """
    scanner = _Scanner(source)
    scanner.document()
    return scanner.lines


def _tokens(source: str) -> Iterator[tuple[str, int]]:
    line = 1
    for match in _TOKEN.finditer(source):
        if match.lastgroup != "skip":
            yield match.group(), line
        line += match.group().count("\n")
    yield "", line


class _Scanner:
    """Walks the tokens once and notes the line of each path."""

    def __init__(self, source: str) -> None:
        self.lines: dict[KeyPath, int] = {}
        self._sizes: dict[KeyPath, int] = {}  # of the arrays of tables seen so far
        self._tokens = _tokens(source)
        self._ahead, self._line = next(self._tokens)

    def document(self) -> None:
        base: KeyPath = ()
        while self._ahead:
            if self._ahead == "\n":
                self._next()
            elif self._ahead == "[":
                base = self._header()
            else:
                self._pair(base)

    def _next(self) -> str:
        taken = self._ahead
        if taken:
            self._ahead, self._line = next(self._tokens)
        return taken

    def _header(self) -> KeyPath:
        """Read `[a.b]` or `[[a.b]]`; the path of the table that it opens."""
        line = self._line
        self._next()
        is_array = self._ahead == "["
        if is_array:
            self._next()
        path: KeyPath = ()
        for key in self._key():
            path = self._latest((*path, key))
        if is_array:
            array = path[:-1] if isinstance(path[-1], int) else path
            path = (*array, self._sizes.get(array, 0))
            self._sizes[array] = self._sizes.get(array, 0) + 1
            self.lines.setdefault(array, line)
            self._next()
        self._next()
        self.lines[path] = line
        return path

    def _latest(self, path: KeyPath) -> KeyPath:
        """The path, or that of the last table where it leads to an array of tables."""
        return (*path, self._sizes[path] - 1) if path in self._sizes else path

    def _key(self) -> KeyPath:
        """Read a bare, quoted or dotted key, up to `=` or `]`."""
        keys: list[str] = []
        while self._ahead not in {"=", "]"}:
            part = self._next()
            if part != ".":
                keys.append(part.strip("\"'"))
        return tuple(keys)

    def _pair(self, base: KeyPath) -> None:
        line = self._line
        path = base
        for key in self._key():
            path = (*path, key)
            self.lines.setdefault(path, line)
        self._next()
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        opening = self._next()
        if opening not in _CLOSING:
            while self._ahead not in {"\n", ",", "]", "}", ""}:  # 1.5, dates with a space
                self._next()
            return
        index = 0
        while self._ahead != _CLOSING[opening]:
            if self._ahead in {"\n", ","}:
                self._next()
            elif opening == "{":
                self._pair(path)
            else:
                self.lines[(*path, index)] = self._line
                self._value((*path, index))
                index += 1
        self._next()
