"""Laws, treaties and what leads to them, by how they are named: patterns for `sources`."""

YEAR = r"(?:19|20)\d\d"
_NUMBER = r"\(\d{4}:\d+\)"
_SECTION = r"(?:\d+\ ?kap\.?\ )?\d+\ ?[a-z]?\ ?§§?"
_PLACE = rf"(?:{_SECTION}|\d+\ kap\b\.?|kap\.\ \d+)"
"""Where in a law something stands."""
_LAW = (
    r"(?:[A-ZÅÄÖa-zåäö][a-zåäö]{1,40}-\ och\ )?[A-ZÅÄÖa-zåäö][a-zåäö]{1,40}"
    r"(?:lagen|balken|förordningen)"
)
_NO_LAW = r"(?!\w{0,30}(?:(?:för|an|in|ut|av|till|upp|ned|om|på|över)s|bo|under|bya|klubb)lagen\b)"
"""What ends as a law's name does and is several companies, proposals or the like."""
_GOES_ON = (
    r"gäller|ska|skall|bör|måste|kräver|ställer|är|har|får|innebär|säger|anger|styr|räcker|behöver"
    r"|ger|kan|saknas|medför|betyder|finns|men|samt|följs|tillämpas|nämns|visar|när|så|talar"
    r"|följer|framgår|krävs|tillåter|glöms|respekteras"
    r"|och\ (?:de[nt]?|en|ett|vi|att|är|bör|ska|har|andra|[\w-]*(?:lag|förordning|balk)(?:en)?"
    rf"|[\w-]+-\ och\ {_LAW})"
)
"""What goes on after the title of a law."""
_SUBJECT = (
    r"\ om\ (?!(?:det|att|hur|den|vi|ni|detta)\b)[\w-]{2,40}"
    rf"(?:\ (?!(?:{_GOES_ON})\b)[\w-]{{1,40}})"
)
"""The title of a law, to be repeated: "om konsultation i frågor som rör det samiska folket"."""
_NUMBERED = (
    rf"\b(?:[Ll]ag|[Ff]örordning)(?:en)?\ {_NUMBER}(?:{_SUBJECT}{{0,9}})?|\b{_LAW}\ {_NUMBER}"
)
_TREATY = r"(?:konvention|deklaration|direktiv|förordning|förordningar)"
_OPENS = r"(?:de\ )?(?:[\w-]{1,39}(?:[sa]|ig|isk)\ ){0,2}"
"""What stands before the noun of a treaty's title: "de mänskliga", "urfolks"."""
_TREATED = (
    rf"\ om\ (?!(?:det|att|hur|den|vi|ni|detta)\b){_OPENS}(?!(?:{_GOES_ON}|de)\b)[\w-]{{2,40}}"
    r"(?:\ (?:för|med|i|av|mot|på|till)\ [\w-]{2,40}){0,3}"
)
"""The title of a treaty: "om rättigheter för personer med funktionsnedsättning"."""
STATUTES = (
    rf"""(?:\b{_SECTION}\ )?(?:{_NUMBERED})(?:\ {_PLACE})?
        |\b{_SECTION}\ (?:i\ )?{_LAW}\b
        |\b{_LAW}\ {_PLACE}
        |\b\d+\ kap\.?\ (?:i\ )?{_LAW}\b
        |\b[Ll]agen{_SUBJECT}{{2,9}}(?:\ {_NUMBER})?
        |\b(?:[Ff]örordning(?:en)?|[Dd]irektiv(?:et)?)\ \((?:EU|EG|EEG)\)\ (?:nr\ )?\d+/\d+
        |\b(?:[Ff]örordning(?:en)?|[Dd]irektiv(?:et)?)\ \d{{2,4}}/\d+/(?:EU|EG|EEG)
        |\((?:EU|EG|EEG)\)\ (?:nr\ )?\d+/\d+
        |\b(?:SOU|Ds|SFS|COM)\ {YEAR}:\d+|\bdir\.\ {YEAR}:\d+
        |\b(?:(?:prop|bet|skr|rskr)\.|(?:[Pp]roposition(?:en)?|[Ss]krivelse(?:n)?
          |[Bb]etänkande(?:t)?))\ \d{{4}}/\d\d:\w+""",
    rf"""(?:{_NUMBERED})(?:\ {_PLACE})?(?:,|\ (?:och|samt|eller))\ (?P<name>{_NO_LAW}{_LAW})\b""",
    rf"""\b(?:[Ee]nligt|[Mm]ot|[Aa]v|[Ff]ölja|[Ff]öljer)\ (?P<name>{_NO_LAW}{_LAW})\b""",
    rf"""\b(?:(?:FN|EU|ILO)(?::?s)|Europarådets|Unescos)\ (?:[a-zåäö-]{{2,30}}a\ )?
        (?:{_TREATY}{_TREATED}|\w{{3,30}}{_TREATY}\b(?:{_TREATED})?)(?:\ \(\d{{4}}/\d+\))?
        |\b[A-ZÅÄÖa-zåäö][a-zåäö]{{2,30}}konventionen\b
        (?!\ (?:är|blev|till|som)\ (?:svensk\ )?lag\b)(?:{_TREATED})?""",
)
"""Statutes with number, chapter or title; those named beside one or led to; treaties."""
