"""Organisations by their names: of which kind they are, and in which municipality."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from inspel_app.domain.form import ActorType
from inspel_app.domain.gazetteer import Gazetteer
from inspel_app.forms.folding import fold

_WORDS: tuple[tuple[ActorType, str], ...] = (
    (ActorType.PRIVATPERSON, r"\bprivat(person(er)?)?\b  \bensk(il)?d_person\b"),
    (
        ActorType.POLITISK,
        r"""partiet\b  \bmoderaterna  socialdemokrat  \bliberalerna  \bcentern\b  kristdemokrat
            sverigedemokrat  \bpartidistrikt  \bpolitisk  \b(grön|vänster|center|ssu)ungdom
            listan\b  arbetarekommun""",
    ),
    (
        ActorType.AKADEMI,
        r"""universitet(et)?\b  högskolan?\b  forskningsinstitut  \binstitutet\b  \buniversity\b
            yliopisto\b""",
    ),
    (
        ActorType.KOMMUN,
        r"""\bkommun(en|ens|styrelsen|styrelsens|fullmäktige)?\b  \bkommunledning  fullmäktige\b
            kommunalförbund  \bkn\b  (miljö|byggnads|social|bildnings|barn|fritids|kultur
            |utbildnings|samhällsbyggnads|tekniska_)nämnd  gymnasienämnd  \bmunicipality\b
            \bkommune(n)?\b  \w_(äldreboende|gymnasium)$  \wgymnasiet$""",
    ),
    (
        ActorType.CIVILSAMHALLE,
        r"""förening  \bek\.?_?för\b  sameby  församling  stiftelse  \bpro\b  \bspf\b  hembygd
            bygderåd  idrott  klubb  röda_korset  rädda_barnen  kyrkan  nätverk  byalag  byaråd
            pensionär  studieförbund  folkhögskola  funktionsrätt  förbund  studentkår  scout
            samfällighet  bygdegård  kvinnojour  sällskap  (elev|ungdoms|student)råd
            (?<!brand)(?<!räddnings)kår(en)?\b  \b(turism|turist|by|bygde|intresse|anhörig|föräldra
            |företagar|orts|lokal|aktions)grupp  (?<!val)(?<!kund)(?<!läse)krets(en)?\b  \blrf\b
            (jakt|by|bygde|fiske|skiftes|idrotts|fotbolls|hockey|innebandy|väg)lag(et)?\b
            (hund|hantverks|konst|kultur|odlar|maskin|vävar)ring(en)?\b  skogsallmänning  pastorat
            (vilt|fiske)vårdsområde  (by|orts|socken|församlings|kyrko|bygde|vatten)råd(et)?\b
            kooperativ  \bbrf\b  \wfacket\b
            (kyrko|mans|dam|barn|bygde)kör(en)?\b  hembygdsgille  \bassociation\b  \byhdistys\b
            \bry\b  \bsearvi\b  \wvänner(na)?\b""",
    ),
    (
        ActorType.STATLIG_MYNDIGHET,
        r"""länsstyrelse  myndighet  verket\b  sametinget  arbetsförmedling  försäkringskassan
            \bstatens\b  \bstatlig  \bpolis  domstol  tingsrätt  kansliet\b  skogsstyrelsen
            inspektionen\b  socialstyrelsen  \blst\b""",
    ),
    (ActorType.REGION, r"^region_\w+  \bregionen\b  \bregionstyrelsen  regionen\b"),
    (
        ActorType.NARINGSLIV,
        r"""\b(ab|aktiebolag|hb|kb|handelsbolag|hotell?|oyj?|ltd|gmbh)\b  företag  bolag  näringsliv
            industri  handelskammare  hotell  kluster  \bbutik  science_park
            \w_(camping|åkeri|snickeri|såg|kafé|café|bageri|lanthandel|entreprenad|fastigheter)$
            \brestaurang_\w""",
    ),
)
_KINDS = tuple(
    (kind, re.compile("|".join(re.sub(r"\n\s*\|", "|", words).split()).replace("_", " ")))
    for kind, words in _WORDS
)
_BY_CASE = (
    (
        ActorType.KOMMUN,
        re.compile(
            r"\b(?!(?:[Ff]ör|[Gg]rund|[Gg]ymnasie|[Ss]är|[Ss]må|[Ff]ri|[Hh]ög|[Ff]olkhög|[Yy]rkes"
            r"|[Yy]rkeshög|[Mm]usik|[Kk]ultur|[Ss]im|[Rr]id|[Bb]y)skolan)[A-ZÅÄÖ]\w{2,}skolan\b"
            r"|\b(?!(?:Bra|Bättre|Trygg|God|Ny|Nya|Vår|Er|En|Varje|Rädda|Likvärdig)\b)"
            r"[A-ZÅÄÖ]\w{2,} skola\b"
        ),
    ),
    (ActorType.CIVILSAMHALLE, re.compile(r"\b(?:G?IF|IK|SK|FF|OK)\b")),
    (ActorType.NARINGSLIV, re.compile(r"\bgård\b")),
)
"""What only the case tells from a person's name: "Norrby gård" from "Lena Gård"."""
_SHORT = 4
"""Names of municipalities up to so long (Ale, Berg, Lund, Vara) are words and surnames too."""
_COUNTY = r"(?!s?\s+län)"
_MAIL_HOSTS = frozenset({"gmail", "hotmail", "outlook", "live", "telia", "yahoo", "icloud", "msn"})
_MUNICIPAL = frozenset({"kommun", "kommunen", "kommuns", "kn"})
_SMALL = frozenset({"ab", "aktiebolag", "hb", "kb", "i", "och", "the", "publ"})
"""Words that are left out or added without changing which organisation is meant."""
_PARTS = re.compile(r"[\s/()-]+")
_NO_LETTER = re.compile(r"[^a-z0-9]+")


class Organisations:
    """What can be told from names, by the gazetteer and by how names are built.

    `home` are the round's own municipalities, which are recognised also where they stand alone.
    """

    def __init__(self, known: Gazetteer, home: Iterable[str]) -> None:
        self.home = tuple(dict.fromkeys(home))
        self._types = {fold(way): known.types.get(usual) for way, usual in known.usual.items()}
        self._usual = {fold(way): usual for way, usual in known.usual.items()}
        towns = tuple(dict.fromkeys((*self.home, *known.counties)))
        self._in_text = _pattern(self.home, _COUNTY)
        named = [town for town in towns if town in self.home or len(town) > _SHORT]
        self._in_name = _pattern(named, _COUNTY)
        self._with_word = _pattern(towns, r"(?=s?\s+(?:[Kk]ommun|[Kk]n\b))")
        self._in_home_or_country = _pattern(towns, "")
        self._towns = {_plain(town): town for town in towns}
        self._hosts = {_plain(way): usual for way, usual in known.usual.items()}
        self._hosts |= {_plain(t) + end: f"{t} kommun" for t in towns for end in ("", "kommun")}

    def type_of(self, name: str) -> ActorType | None:
        """The kind of respondent that the name of an organisation tells of."""
        folded = fold(name)
        known = self._known_start(folded)
        if known and self._types[known]:
            return self._types[known]
        return actor_type(name)

    def usual(self, name: str) -> str | None:
        """The usual name of a known organisation; None if it is not known."""
        return self._usual.get(fold(name))

    def standard(self, name: str) -> str | None:
        """The usual name of a known organisation or a municipality, however it is written."""
        first = name.partition(",")[0]
        words = _plain_words(first)
        if not _MUNICIPAL.isdisjoint(words):
            town = "".join(word for word in words if word not in _MUNICIPAL | _SMALL)
            found = self._towns.get(town) or self._towns.get(town.removesuffix("s"))
            if found:
                return f"{found} kommun"
        return self.usual(first)

    def key(self, name: str) -> str:
        """What is the same for all ways to write one name; "" for a name without letters."""
        words = _plain_words(self.standard(name) or name.partition(",")[0])
        core = [word for word in words if word not in _SMALL] or words
        return " ".join(word.removesuffix("s") if len(word) > _SHORT else word for word in core)

    def spelled_out(self, name: str) -> str:
        """The name with that of a known organisation at its beginning as it usually is written."""
        words, start = name.split(), self._known_start(fold(name))
        if start is None:
            return name
        return " ".join((self._usual[start], *words[len(start.split()) :]))

    def is_known(self, name: str) -> bool:
        """Whether the name begins with that of a known organisation."""
        return self._known_start(fold(name)) is not None

    def named_municipality(self, *names: str) -> str | None:
        """The municipality that an organisation's name and unit tell of, the first one."""
        plain = [name.title() if name.isupper() else name for name in names]
        for pattern in (self._with_word, self._in_name):
            found = (pattern.search(name) for name in plain)
            town = next((match[1] for match in found if match), None)
            if town is not None:
                return town
        return None

    def home_municipality(self, lines: Iterable[str]) -> str | None:
        """The first of the round's own municipalities that the lines name."""
        found = (self._in_text.search(line) for line in lines)
        return next((match[1] for match in found if match), None)

    def place(self, text: str) -> str | None:
        """The municipality with whose name a text begins, such as what follows a postal code."""
        match = self._in_home_or_country.match(text.title() if text.isupper() else text)
        return match[1] if match else None

    def at_host(self, email: str) -> str:
        """The organisation that an e-mail address tells of by its host; "" if none."""
        labels = email.rpartition("@")[2].casefold().split(".")[:-1]
        found = (
            self._hosts[label]
            for label in (_plain(label) for label in reversed(labels))
            if label in self._hosts and label not in _MAIL_HOSTS
        )
        return next(found, "")

    def _known_start(self, folded: str) -> str | None:
        """The longest known name with which a folded name begins, as whole words."""
        words = folded.replace(",", " ,").split(" ")
        starts = (" ".join(words[:n]) for n in range(len(words), 0, -1))
        return next((start for start in starts if start in self._types), None)


def actor_type(name: str) -> ActorType | None:
    """The kind of respondent that the words of a name tell of, whoever bears it."""
    folded = fold(name)
    told = [kind for kind, pattern in _KINDS if pattern.search(folded)]
    told += [kind for kind, pattern in _BY_CASE if pattern.search(name)]
    return next(iter(told), None)


def _pattern(towns: Sequence[str], after: str) -> re.Pattern[str]:
    longest_first = sorted(towns, key=lambda town: (-len(town), town))
    either = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"\b({either}){after}s?\b{after}")


def _plain_words(text: str) -> list[str]:
    return [plain for word in _PARTS.split(text) if (plain := _plain(word))]


def _plain(text: str) -> str:
    """A name as hosts are named: å as a, no spaces or dashes."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return _NO_LETTER.sub("", "".join(c for c in bare if not unicodedata.combining(c)))
