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
_CITED = re.compile(
    r"\b[A-ZÅÄÖ][\w-]{1,30}(?:(?:, | och | & )[A-ZÅÄÖ][\w-]{1,30}){0,4} \((?:19|20)\d\d\)"
)
"""Names before a year, mostly authors of what is cited: "Nilsson och Berg (2023)"."""
_CAPITAL = re.compile(r"[A-ZÅÄÖ][\w-]+")
_SYLLABLE = re.compile(r"[aeiouyåäö]+", re.IGNORECASE)
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
        for cited in _CITED.findall(text):
            if not self.are_places(cited):
                text = text.replace(cited, "·" * len(cited))
        found: dict[str, Place] = {}
        for match in _NAME.finditer(text):
            for written in (match.group(), match.group().split()[0]):
                town = written if written in self._towns else written.removesuffix("s")
                if town in self._towns and self._stands(text, match.start(), written):
                    found.setdefault(town, Place(town, self._towns[town]))
                    break
        return tuple(found.values())

    def are_places(self, cited: str) -> bool:
        """Whether all names that a year follows are places, and not only short surnames as well.

        "Umeå och Skellefteå (2023)" is no source; "Lund och Berg (2023)" is.
        """
        names = _CAPITAL.findall(cited) if _CITED.fullmatch(cited) else []
        long = any(len(_SYLLABLE.findall(name)) > 1 for name in names)
        return long and all(name in self._towns for name in names)

    @staticmethod
    def _stands(text: str, start: int, written: str) -> bool:
        """Whether a name stands where places do; one with å, ä or ö in it is seldom another's."""
        before = text[max(0, start - _BACK) : start]
        return bool(_BEFORE.search(before)) or any(letter in written.lower() for letter in "åäö")
