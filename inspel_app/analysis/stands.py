"""What a text would have become of a thing, where it says so plainly: kept, built, ended, gathered.

A stand is a kind and the word that names the thing: "Förlossningarna bör samlas i Umeå" would have
them gathered. Of what is only told ("kommunen vill lägga ned hamnen") there is none.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from inspel_app.analysis.norms import TELLS
from inspel_app.analysis.sentences import Span, sentences
from inspel_app.analysis.subjects import GENERAL
from inspel_app.analysis.verdicts import OTHERS_REFUSE
from inspel_app.analysis.words import STOP_WORDS, stem, surface_words


class Kind(Enum):
    """What a thing is to become."""

    STAY = "stay"
    MORE = "more"
    END = "end"
    GATHERED = "gathered"
    FEWER = "fewer"


OPPOSITES = frozenset(
    {
        (Kind.STAY, Kind.END),
        (Kind.STAY, Kind.GATHERED),
        (Kind.MORE, Kind.END),
        (Kind.MORE, Kind.FEWER),
    }
)
"""What one wants and another refuses."""
_DENIED = {
    Kind.STAY: Kind.END,
    Kind.MORE: Kind.FEWER,
    Kind.END: Kind.STAY,
    Kind.GATHERED: Kind.STAY,
    Kind.FEWER: Kind.MORE,
}
"""What becomes of a kind with "inte"."""


class Stand(NamedTuple):
    """What is to become of a thing; `thing` is its stem, also as part of a compound."""

    kind: Kind
    thing: str


_SHALL = (
    r"\b(?:ska|skall|bör|borde|måste|får(?=\s+(?:inte|ej)\b))\s+"
    r"(?P<between>(?:(?!inte\b|ej\b|aldrig\b|att\b)[\w-]+\s+){0,4}?)"
    r"(?P<no>(?:inte|ej|aldrig)\s+)?(?:(?:absolut|helt|alltid|genast|heller)\s+)?(?:få\s+|kunna\s+)?"
)
_TOWN = r"(?-i:[A-ZÅÄÖ])\w+"
_IS_TO_BE = re.compile(
    _SHALL + r"(?:"
    r"(?P<stay>(?:vara|finnas|bli|ligga|stå|leva|få)\s+kvar"
    r"|(?:vara|hållas|stå)\s+öpp(?:en|et|na)(?!\s+för)"
    rf"|(?:finnas|ligga)\s+i\s+(?:varje|alla|byn|byarna|inlandet|glesbygden)"
    rf"|(?:finnas|ligga)\s+(?:i|på)\s+{_TOWN}"
    r"|bevaras|behållas|räddas|förbli|värnas)"
    r"|(?P<more>(?:ut)?byggas(?:\s+ut)?|bygga\s+ut(?=\s*\Z)|bebyggas|utökas|införas"
    r"|öppnas|återöppnas|tillåtas|växa|bli\s+fler|subventioneras|genomföras|legaliseras)"
    r"|(?P<end>läggas\s+ne[dr]|stängas?|avskaffas|avvecklas|förbjudas|stoppas|slopas|skrotas"
    r"|dras\s+in|rivas|bort|tas\s+bort|fasas\s+ut|utrotas|försvinna|upphöra|säljas)"
    rf"|(?P<gathered>samlas|centraliseras|koncentreras|slås\s+(?:ihop|samman)|läggas\s+(?:ihop|samman)"
    rf"|(?:bara|endast|enbart)\s+(?:finnas|ligga)|flyttas?\s+till\s+(?:kusten|{_TOWN}))"
    r"|(?P<fewer>begränsas|minskas|skjutas\s+av|strypas|inskränkas))\b",
    re.IGNORECASE,
)
"""What is to become of what stands before it, or after "ska"."""
_WISH = (
    r"(?:(?:\A|[,;:–]\s*|\b(?:och|men|så)\s+)(?P<no1>inte\s+)?"
    r"|\b(?:bör|borde|måste|ska|vi\s+vill|vill\s+vi|föreslår\s+(?:vi\s+)?att)\s+"
    r"(?:(?:vi|man|regionen|kommunen|kommunerna|länet|staten|också|därför)\s+){0,2}(?P<no2>inte\s+)?)"
)
_DO = re.compile(
    _WISH + r"(?:"
    r"(?P<stay>behåll|behålla|bevara|värna|rädda|slå\s+vakt\s+om|ha\s+kvar)"
    r"|(?P<more>(?:åter)?öppna|inför(?!\s+\w+e[nt]\s+av\b)|införa|tillåt|tillåta|utöka"
    r"|bygga?(?:\s+(?:ut|fler|mer|ny\w*|en|ett))?)"
    r"|(?P<end>lägga?\s+ne[dr]|stänga?|avskaffa|avveckla|förbjuda?|stoppa|slopa|skrota|riva?|dra\s+in"
    r"|ta\s+bort|bort\s+med|fasa\s+ut)"
    r"|(?P<gathered>slå\s+(?:ihop|samman)|centralisera|koncentrera"
    rf"|flytta(?=\s[^,;.]{{2,40}}\still\s+(?:kusten|{_TOWN})))"
    r"|(?P<fewer>begränsa|minska|inskränk|inskränka|(?:släpp|lätta)\s+på|(?:luckra|mjuka)\s+upp))\s+(?P<not_any>inte|inga|ingen|inget)?",
    re.IGNORECASE,
)
"""What the writer would have done to what comes after it."""
_SAID = re.compile(
    r"(?:(?P<more>\bja\s+till|\bvälkomnar|\btillstyrker"
    r"|\bbehövs(?!\s+inte)(?:\s+(?:fler|nya?|en|ett))?"
    r"|(?:\A\s*|\b(?:vill\s+(?!inte)(?:\w+\s+)?(?:ha|se)|behöver|ser\s+gärna(?:\s+att)?|önskar)\s+)"
    r"(?:fler|mera?(?=\s+\w+(?:kraft|bruk|drift|jakt|vård))))"
    r"|(?P<end>(?:\A\s*|\bsäg(?:er)?\s+(?:bestämt\s+|tydligt\s+)?)nej\s+(?:tack\s+)?till"
    r"(?:\s+(?:fler|mer))?|\b(?:motsätter\s+(?:oss|mig|sig)|avvisar|avstyrker)(?:\s+(?:fler|mer))?)"
    r"|(?P<fewer>\bing(?:a|en|et)\s+(?:fler|mer|nya?|nytt)"
    r"|\bvill\s+inte\s+(?:ha|se)(?:\s+(?:fler|mer|några|någon|något|nya?|en|ett))?))\b",
    re.IGNORECASE,
)
"""What says yes or no to what comes after it, wherever it stands."""
_JUDGED = re.compile(
    r"\b(?:(?P<stay>är\s+(?:en\s+|ett\s+)?(?:\w+\s+)?(?:förutsättning|livlina|livsnerv|nödvändig\w*"
    r"|avgörande|livsviktig\w*|oumbärlig\w*)|har\s+varit\s+bra|ger\s+(?:jobb|arbete))"
    r"|(?P<end>hör\s+inte\s+hemma|är\s+fel\s+väg|förstör|löser\s+(?:inget|ingenting)))"
    r"\b",
    re.IGNORECASE,
)
"""What says how good or bad it is what stands before."""
_LET = re.compile(
    r"\blåt\s+(?P<between>[^,;:.!]{2,50}?)\s+(?:få\s+)?"
    r"(?:(?P<stay>(?:vara|finnas|ligga|bli|stå)\s+(?:kvar|öpp\w+))|(?P<more>växa|bygga|köra|leva))\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\bska(?:ll)?\b.*\b(?:läggas|stängas?|dras|säljas|försvinna|upphöra|rivas)\b")
"""The end of a thing in words that tell of it as often as they ask for it."""
_NP_END = re.compile(
    r"[,;:()–.!?\"”]|\b(?:i|på|till|för|av|mellan|från|vid|med|om|utan|längs|mot|genom|kring|hos|per"
    r"|som|så|när|att|och|eller|än|där|innan|tills|efter|inom|under|över|kvar|är|var|blir|har|ger|kan|får"
    r"|ska|bör|måste|behövs|finns|utanför|nära)\b",
    re.IGNORECASE,
)
"""Ends the words that name a thing."""
_TURNING = re.compile(r"\A\s*(?:\w+\s+){0,2}?(?P<deed>\w+)\s+av\s+", re.IGNORECASE)
_TAKES_AWAY = re.compile(
    r"(?:nedlägg|avveckl|stängning|indrag|förbud|rivning|försälj)", re.IGNORECASE
)
_GROWS = re.compile(r"(?:utbygg|etabler|expansion|byggande|införande|utökning)", re.IGNORECASE)
_CLAUSES = re.compile(r"[;:–!]|,|\.(?=\s|\Z)|\s(?:men|och)\s")
_LEADS = re.compile(r".*\b(?:att|därför|nu)\b", re.IGNORECASE | re.DOTALL)
_EMPTY = re.compile(
    r"(?<=\w{4})s?(?:stam|stamm|bestånd|drift|brytning|körning|trafik|verk|park|anläggning"
    r"|etablering|linje|avdelning|utbyggnad)(?:en|et|ar|arna|er|erna|na|n)?\Z"
)
"""Last part of a compound that adds little to the thing: "vargstam", "gruvdrift"."""
_OLD = re.compile(r"\A\s*(?:\w+\s+)?(?:gammal|gamla|gammalt|nuvarande)\b", re.IGNORECASE)
"""What makes room for a new one."""
_LOCALLY = re.compile(r"[^,;.]*\b(?:till|från)\b", re.IGNORECASE)
"""To limit a thing to a place, or take it from one, is to let it be elsewhere."""
_IN_PASSING = re.compile(r"\b(?:som|om|när|hur|vad|vem|varför|innan|ifall)\b", re.IGNORECASE)
"""Before what is no claim: "bussen som ska dras in"."""
_LONG = 5
"""A stem of so many letters may lack one or two of the other's."""
_SHORTEST, _MOST_WORDS = 3, 4


def stands(text: str) -> frozenset[Stand]:
    """What a text would have become of things; nothing of those of which it says two things."""
    found = {
        stand
        for span in sentences(text, Span(0, len(text)))
        for stand in _of_sentence(span.of(text))
    }
    return frozenset(
        one
        for one in found
        if not any(is_same(one.thing, o.thing) and _opposite(one.kind, o.kind) for o in found)
    )


def is_same(one: str, other: str) -> bool:
    """Whether two stems are of the same word: "gruv" of "gruvor" and "gruva" of "gruvan"."""
    short, long = sorted((one, other), key=len)
    more = len(long) - len(short)
    return long.startswith(short) and (more <= (len(short) >= _LONG) + (len(short) >= _LONG - 1))


def _opposite(one: Kind, other: Kind) -> bool:
    return (one, other) in OPPOSITES or (other, one) in OPPOSITES


def _of_sentence(sentence: str) -> Iterator[Stand]:
    if "?" in sentence or TELLS.search(sentence):
        return
    before = ""
    for clause in _CLAUSES.split(OTHERS_REFUSE.sub("", sentence)):
        for pattern in (_IS_TO_BE, _LET, _JUDGED):
            for match in pattern.finditer(clause):
                if not _IN_PASSING.search(clause[: match.start()]):
                    yield from _turned(match, _named_before(match, clause, before))
        for pattern in (_DO, _SAID):
            for match in pattern.finditer(clause):
                after = clause[match.end() :]
                if not _LOCALLY.match(after) or not (match["end"] or match["fewer"]):
                    yield from _turned(match, after)
        before = clause


def _named_before(match: re.Match[str], clause: str, before: str) -> str:
    """The words that name the thing which is to become something."""
    between = match.groupdict().get("between") or ""
    return _LEADS.sub("", between if _thing(between) else clause[: match.start()] or before)


def _turned(match: re.Match[str], named: str) -> Iterator[Stand]:
    """A stand on what is named; to stop a closing or an expansion is one on the thing itself."""
    said = match.groupdict()
    kind = next(kind for kind in Kind if said.get(kind.value))
    denied = any(said.get(no) for no in ("no", "no1", "no2", "not_any"))
    if kind is Kind.END and not denied and (_TOLD.search(match.group()) or _OLD.match(named)):
        return
    turning = _TURNING.match(named)
    if turning and _TAKES_AWAY.search(turning["deed"]):
        denied, named = not denied, named[turning.end() :]
        kind = Kind.END if kind is Kind.FEWER else kind
    elif turning and _GROWS.search(turning["deed"]):
        named = named[turning.end() :]
        kind = Kind.MORE if kind in {Kind.MORE, Kind.STAY} else Kind.FEWER
    thing = _thing(named)
    if thing:
        yield Stand(_DENIED[kind] if denied else kind, thing)


def _thing(named: str) -> str:
    """The stem of the noun of the first noun phrase, "" where there is none that says much."""
    phrase = _NP_END.split(named.strip(), maxsplit=1)[0]
    words = [w for w in surface_words(phrase) if w.lower() not in STOP_WORDS]
    last = words[-1].lower() if words and len(words) <= _MOST_WORDS else ""
    found = stem(_EMPTY.sub("", last))
    found = last if len(found) == _SHORTEST and len(last) > _SHORTEST + 1 else found
    return "" if len(found) < _SHORTEST or GENERAL.intersection((found, stem(last))) else found
