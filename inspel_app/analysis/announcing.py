"""Sentences and labels that only announce what is to be said, or that all has been said.

"Vi vill lyfta tre saker.", "Avslutningsvis några ord om skolan.", "I övrigt:", "Det var allt."
"""

import re

_OPENER = (
    r"(?:(?:först|till att börja med|inledningsvis|sedan|sen|nu|så|vidare|dessutom|slutligen|sist"
    r"|avslutningsvis|till (?:sist|slut)|därför|här|nedan|i övrigt|härmed|men|och),? ){0,3}"
)
_SOME = (
    r"(?:några|ett par|ett antal|en del|lite|något|två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d+"
    r"|följande"
    r"|nedanstående|våra|mina|kort|korta)"
)
_THING = (
    r"(?:\w+ )?(?:ord|rader|synpunkt(?:er)?|kommentar(?:er)?|reflektion(?:er)?|tank(?:e|ar)"
    r"|sak(?:er)?"
    r"|frågor|punkt(?:er)?|medskick|noteringar|inspel|förslag|påpekanden|områden|ändringsförslag"
    r"|önskemål|iakttagelser|funderingar)"
)
_THINGS = (
    rf"(?:{_SOME}(?: {_SOME})? {_THING}|följande|nedanstående"
    r"|(?:en|ett)(?: annan| annat| sista)? (?:sak|fråga|synpunkt|önskan|önskemål)"
    r"(?= till| också|\b[.:]))"
)
_ABOUT = (
    r"(?: till)?(?: (?:om|kring|på|till|gällande|angående|vad gäller|när det gäller|i|rörande|från"
    r"|av) [^.:!?,]{2,60})?"
)
_WHO = r"(?:(?:vi|jag)(?: i (?:\w+ ){0,3}\w+)?|[\w-]{3,40}(?: [\w-]{3,40}){0,2})"
_VERB = (
    r"(?:vill|önskar|skulle vilja|har|lämnar|framför|lyfter|anför|ger|avger|kommer med|skickar"
    r"|inkommer med|delar|redovisar)"
)
_TO = (
    r"(?: (?:här|nedan|också|även|gärna|bara|härmed|särskilt|främst|bl\.a\.|bland annat))*"
    r"(?: (?:framföra|lämna|lyfta(?: fram)?|säga|ta upp|skicka med|dela|ge|peka på|nämna|betona))?"
    r"(?: (?:också|även|bara|särskilt|fram))?"
)


def _any(*patterns: str) -> re.Pattern[str]:
    """A pattern for any of these as a whole sentence, after what may open it."""
    return re.compile(rf"{_OPENER}(?:{'|'.join(patterns)})\s*[.:!]?", re.IGNORECASE)


_ANNOUNCES = _any(
    rf"{_THINGS}{_ABOUT}",
    r"(?:något|lite|lite kort|kort) om [^.:!?,]{2,60}",
    r"(?:(?:över|vidare) )?till (?:frågan|avsnittet|kapitlet|delen|punkten|området)\b"
    r"[^.:!?,]{0,60}",
    rf"(?:här|nedan) (?:kommer|följer|är) (?:\w+ ){{0,3}}?{_THING}{_ABOUT}",
    rf"(?:[\w-]+ ){{0,8}}?(?:{_WHO} {_VERB}|{_VERB} (?:vi"
    rf"|jag)){_TO} {_THINGS}{_ABOUT}(?: att (?:framföra|lämna"
    r"|lyfta|ta upp))?",
    rf"(?:allmänna|övriga|generella|särskilda|våra|mina|övergripande|inledande) {_THING}{_ABOUT}",
    rf"(?:synpunkter|kommentarer|inspel){_ABOUT}",
)
_MATTER = re.compile(
    r"\b(?:bör|borde|måste|ska|skall|behöv\w*|sakna\w*|krävs|kräver|inte|viktigt?|bättre|fler|mer)\b",
    re.IGNORECASE,
)
"""What says something on the matter itself."""
_ENDS = _any(
    r"(?:ja,? )?det (?:här )?(?:var|är) (?:väl |nog |bara )*(?:det|allt|det hela"
    r"|vad vi (?:ville|vill) (?:säga|framföra))"
    r"(?: (?:från|för) \w+(?: \w+)?)?",
    rf"(?:det|detta|ovanstående) (?:här )?(?:är|var) (?:våra|mina|\w+s) (?:\w+ )?{_THING}{_ABOUT}",
    r"(?:med det(?:ta)? sagt )?(?:vi )?önskar (?:vi |er )*lycka till\b[^.:!?,]{0,50}",
    r"(?:vi|jag|\w+) hänvisar (?:\w+ )?till (?:vårt|våra|mitt|tidigare|vad|det|sitt)\b"
    r"[^:!?,]{2,80}",
    r"(?:vi|jag) (?:svarar|berättar|utvecklar) gärna\b[^:!?,]{0,80}",
)
_FORETELLS = re.compile(rf"\b(?:nedan|(?:the )?following|{_THINGS})\b", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:i övrigt|övrigt|allmänt|generellt|sammanfattningsvis|sammantaget|kort (?:och gott|sagt)"
    r"|(?:svar|kommentar|synpunkt|inspel|kommentarer|synpunkter)(?: \d+)?"
    rf"|(?:{_SOME}|övriga|allmänna|generella) (?:{_SOME} )?{_THING}{_ABOUT}):\s+",
    re.IGNORECASE,
)


def announces(sentence: str) -> bool:
    """Whether a sentence only tells that something comes, or that no more comes."""
    told = _ANNOUNCES.fullmatch(sentence) or _ENDS.fullmatch(sentence)
    return bool(told) and not _MATTER.search(sentence)


def foretells(lead: str) -> bool:
    """Whether a line before a colon, however long, says that what it tells of comes below."""
    return _FORETELLS.search(lead) is not None


def label_length(text: str) -> int:
    """How much at the start is a label that tells nothing: "I övrigt:"."""
    match = _LABEL.match(text)
    return match.end() if match else 0
