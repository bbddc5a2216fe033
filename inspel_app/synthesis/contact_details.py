"""What e-mail and postal addresses, telephone and identity numbers look like in Swedish text."""

_SPACE = r"[^\S\n]"
_EMAIL = (
    rf"(?<![\w.+-])[\w.+-]+(?:{_SPACE}?@{_SPACE}?"
    rf"|{_SPACE}?[(\[{{]{_SPACE}?(?:@|at|snabel-?a){_SPACE}?[)\]}}]{_SPACE}?"
    rf"|{_SPACE}+snabel-?a{_SPACE}+)"
    rf"[\w-]+(?:(?:\.|{_SPACE}?[(\[{{](?:dot|punkt)[)\]}}]{_SPACE}?)[\w-]+)+"
)
"""Also as `kim (at) by.example`, against those who gather addresses."""
_DOT = rf"{_SPACE}(?:punkt|dot){_SPACE}"
_SPOKEN = (
    rf"(?<![\w.+-])[\w.+-]+(?:{_DOT}[\w.+-]+)*{_SPACE}snabel-?a{_SPACE}[\w-]+(?:{_DOT}[\w-]+)+"
)
"""As it is said on the telephone."""
_DASH = r"\-\u2010-\u2015\u2212"
"""Within square brackets: the hyphens, dashes and the minus that people write numbers with."""
_DIGIT = rf"(?:(?:{_SPACE}|[/{_DASH}]){{0,3}}\d)"
_ABROAD = rf"(?<![\w+])(?:\+|00)[34]\d{_SPACE}?(?:\(0\))?{_DIGIT}{{6,11}}(?!\d)"
_DATE = rf"0[1-9](?:{_SPACE}|[/{_DASH}])[01]?\d(?:{_SPACE}|[/{_DASH}])(?:19|20)\d\d\b"
_AT_HOME = (
    rf"(?<![\w.,/{_DASH}])(?!{_DATE}|\d{{5,}}[/{_DASH}])0[1-9]{_DIGIT}{{6,8}}(?!\d)"
    rf"|(?<!\w)\(0[1-9]\d{{0,2}}\){_DIGIT}{{5,8}}(?!\d)"
    r"|(?<![\w.,])0[1-9]\d{0,2}(?:\.\d{2,3}){3}(?!\.?\d)"
)
"""Also with the first digits in brackets, and with dots between."""
_MONTH, _DAY = r"(?:0[1-9]|1[0-2])", r"(?:[06][1-9]|[1278]\d|[39][01])"
_LAST_FOUR = rf"\d\d{_SPACE}?\d\d(?![{_DASH}]?\d)"
_IDENTITY = (
    rf"\b(?:19|20)?\d{{6}}[+{_DASH}]\d{{4}}\b"
    rf"|\b(?:19|20)?\d\d{_MONTH}{_DAY}(?:{_SPACE}{{0,2}}[+{_DASH}])?{_SPACE}{{0,2}}{_LAST_FOUR}"
    rf"|\b(?:19|20)?\d\d[.{_DASH}]{_MONTH}[.{_DASH}]{_DAY}[+{_DASH}]{_LAST_FOUR}"
)
"""Without a mere hyphen only when it begins with a day; that of a provisional one has 60 added."""
_NAME = r"[A-ZÅÄÖ][^\W\d_]+(?:-[A-ZÅÄÖ][^\W\d_]+)?"
_POST = rf"(?<![\w-])(?<!\d{_SPACE})(?:SE?-{_SPACE}?)?[1-9]\d\d{_SPACE}\d\d{_SPACE}{{1,2}}{_NAME}"
_DOOR = rf"\d{{1,3}}(?!\d)(?:{_SPACE}?[A-H]\b)?"
_UNIT = rf"{_SPACE}?(?:km|mil|meter|m|%|procent|år|kr|kronor|mkr|tkr|miljon\w*|miljard\w*)\b"
_SIDE = rf"\b(?=[A-ZÅÄÖ])(?:(?:Norra|Södra|Västra|Östra|Stora|Lilla|Gamla|Nya|Övre|Nedre){_SPACE})?"
_STREET = (
    rf"{_SIDE}(?=[A-ZÅÄÖ])[^\W\d_]*"
    r"(?i:gatan|(?<!riks)(?<!läns)(?<!europa)vägen|gränden?|stigen|torget|backen|allén"
    rf"|esplanaden|kajen|slingan|svängen|ringen){_SPACE}{_DOOR}(?!{_UNIT})"
)
_FARM = rf"{_SIDE}{_NAME}{_SPACE}\d{{1,4}}(?:{_SPACE}?[A-H]\b)?,?\s{{1,2}}(?={_POST})"
"""A village or a box with a number, which is an address only before a postal one."""

_NO_PLACE = (
    r"(?i:kapitel|bilaga|prioritering|delprioritering|mål|fråga|punkt|sidan?|avsnitt|del|inspel|väg"
    r"|riksväg|länsväg|agenda|linje|tabell|figur|steg|version|rapport|nr|område|insats|åtgärd"
    r"|förslag|rus|paragraf|artikel|delmål|vision|bild|sid)"
)
_HOME = (
    rf"(?<=\n)(?!{_NO_PLACE}{_SPACE}){_NAME}(?:{_SPACE}{_NAME})?{_SPACE}{_DOOR}"
    rf"(?=,?{_SPACE}*(?:\n[^\n]{{0,60}}){{0,3}}\Z)"
)
"""A village with a number as one of a letter's last lines, where its writer signs."""


def _after(words: str, *between: str) -> str:
    """Right after one of the words, parted from what follows in one of these ways."""
    ends = (f"(?<=\\b{word}{sign})" for word in words.split() for sign in between)
    return f"(?i:{'|'.join(ends)})"


_TELLING = (": ", ":", " ", r"\. ", r"\.: ")
_CALLED = (
    rf"(?=[+(\d]){_after('tel tfn telnr telefon telefonnummer mobil mobilnummer mob', *_TELLING)}"
)
_CALLED += rf"[+(]?\d(?:[\s()/.{_DASH}]{{0,3}}\d){{4,13}}(?!\d)"
"""What is said to be a telephone's, however it is parted, and without the area's number."""
_HELD = _after("bankgiro bg plusgiro pg konto kontonummer kontonr clearingnummer swish", *_TELLING)
_ACCOUNT = rf"(?=\d){_HELD}\d(?:(?:,{_SPACE}|[\s{_DASH}]{{0,3}})\d){{5,20}}(?!\d)"
_ACCOUNT += rf"|\bSE\d\d(?:{_SPACE}?\d{{4}}){{5}}(?!\d)"
"""Also as it is written abroad."""
_IN_YEAR = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mars|april?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_BIRTH = rf"(?=\d){_after('född födda födelsedatum födelsedag', ': ', ' ', ' den ', ' år ')}"
_BIRTH += (
    rf"(?:(?:19|20)?\d\d[./{_DASH}]?{_MONTH}[./{_DASH}]?{_DAY}(?!\d)"
    rf"|\d{{1,2}}{_SPACE}{_IN_YEAR}(?:{_SPACE}\d{{2,4}})?\b"
    rf"|\d{{1,2}}/\d{{1,2}}(?:{_SPACE}?[/{_DASH}]?{_SPACE}?\d{{2,4}})?(?!\d))"
)
"""The day when one was born; a year alone tells of many."""
_SAID = (
    r"(?:noll|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton"
    r"|sjutton|arton|nitton|tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra)"
)
_IN_WORDS = (
    rf"(?i:\bnolla?(?:[,{_DASH}]?{_SPACE}{{0,2}}(?:{_SAID}{{1,3}}\b|\b\d{{1,4}}(?!\d))){{4,}})"
)
"""A telephone number as it is said, the whole of it or its beginning."""

CONTACT_DETAILS = (
    f"{_EMAIL}|{_SPOKEN}|{_ABROAD}|{_IDENTITY}|{_CALLED}|{_ACCOUNT}|{_BIRTH}|{_IN_WORDS}|{_AT_HOME}"
    f"|{_STREET}|{_FARM}|{_HOME}|{_POST}"
)
"""A regular expression for them; road numbers, years, sums and case numbers are none."""
