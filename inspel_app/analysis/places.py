"""Places that a text names, with the municipality that each lies in."""

import re
from collections.abc import Iterable, Mapping

from inspel_app.domain.coding import Place

_NAME = re.compile(r"(?<![\w-])[A-ZÅÄÖ][a-zåäöé]+(?: [A-ZÅÄÖ][a-zåäöé]+)?(?![\w-])")
_BEFORE = re.compile(
    r"\b(?:i|från|till|mellan|utanför|kring|runt|vid|genom|mot|norr om|söder om|väster om"
    r"|öster om|och|eller|via|på)\s+\Z|[,–/(]\s*\Z",
    re.IGNORECASE,
)
"""What stands before a place, and before no person."""
_AUTHORS = re.compile(r"(?:och|&)\s+\Z")
_YEAR = re.compile(r"\s\((?:19|20)\d\d\)")
"""What stands around the last author of what is cited: "Nilsson och Berg (2023)"."""
_BACK = 12
"""So far back one looks for it."""


class PlaceFinder:
    """Finds the places that are known, where they stand as places."""

    def __init__(self, towns: Mapping[str, str]) -> None:
        """`towns`: the municipality of each place."""
        self._towns = towns

    def places(self, text: str, names: Iterable[str] = ()) -> tuple[Place, ...]:
        """The places, each once, in the text's order; none within the names of organisations."""
        for name in names:
            text = text.replace(name, "·" * len(name))
        found: dict[str, Place] = {}
        for match in _NAME.finditer(text):
            for written in (match.group(), match.group().split()[0]):
                town = written if written in self._towns else written.removesuffix("s")
                if town in self._towns and self._stands(text, match.start(), written):
                    found.setdefault(town, Place(town, self._towns[town]))
                    break
        return tuple(found.values())

    @staticmethod
    def _stands(text: str, start: int, written: str) -> bool:
        """Whether a name stands where places do; one with å, ä or ö in it is seldom another's."""
        before = text[max(0, start - _BACK) : start]
        if _AUTHORS.search(before) and _YEAR.match(text, start + len(written)):
            return False
        return bool(_BEFORE.search(before)) or any(letter in written.lower() for letter in "åäö")
