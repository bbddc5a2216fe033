"""How people write who they are, in letters: patterns for lines, names, titles and closings."""

import re

NAME = r"[A-ZÅÄÖÉÁČĐŊŠŦŽØÆ][\w'’.-]*"
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
LABELLED = re.compile(
    r"(?P<label>organisation(?:ens namn)?|avsändare|från|remissinstans|namn"
    r"|kontakt(?:person|uppgifter)?|handläggare|e-?post(?:adress)?|e-?mail|mejl|mail|avdelning|enhet|förvaltning|kommun|hemkommun"
    r"|ort|bostadsort|förening|företag)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
ORGANISATION = ("organisation", "avsändare", "från", "remissinstans", "förening", "företag")
UNIT = ("avdelning", "enhet", "förvaltning")
CONTACT = ("kontakt", "handläggare", "namn")
PLACE = ("kommun", "hemkommun", "ort", "bostadsort")
ADDRESS = ("e-post", "epost", "e-mail", "email", "mejl", "mail")
SENDER = re.compile(
    r"(?i:inspel|yttrande|synpunkter|remissvar|svar|hälsning(?:ar)?|skrivelse|uttalande|brev)\s+(?:från|av)\s+"
    r"(?P<name>(?!(?:oss|mig|er|en|ett|flera|alla|några|våra)\b)\w[^\n,.:;]{2,60}?)"
    r"(?=\s+(?:på|inför|till|om|angående|gällande|över|med|genom|gm|i\s+samband)\b|[\n,.:;]|$)"
)
BEGUN = re.compile(
    r"(?!(?:Jag|Vi|Vår|Det|Den|De|Som)\b)(?P<name>[A-ZÅÄÖ][^.,:;!?]{3,60}?)\s+"
    r"(?:är|har|driver|samlar|vill|lämnar|anser|tackar|välkomnar|ställer|avger|svarar|instämmer)\b"
)
PRESENTS = re.compile(
    r"\b(?:[Vv]i (?:i|på|från|är)|[Jj]ag (?:skriver för|företräder|representerar)"
    r"|(?:å|på) uppdrag av)\s+"
    r"(?P<name>[A-ZÅÄÖ][^.,:;!?\n]{3,60}?)"
    r"(?=\s+(?:vill|har|är|tackar|lämnar|anser|ser|och (?:vill|jag|vi))\b|[.,:;!?\n])"
)
FOR = re.compile(
    r"(?:[Ff]ör|FÖR|[Gg]enom)\s+(?P<name>[A-ZÅÄÖ][^.;!?]{2,60}?)(?=\s*(?:,|$|\s(?:genom|gm)\s))"
)
THROUGH = re.compile(
    r"\b(?:genom|gm\.?)\s+(?:(?:dess\s+)?(?:ordförande|ordf\.?|vd|sekreterare)n?\s+)?"
    rf"(?P<name>{NAME}(?: {NAME}){{1,3}})"
)
CLOSING = re.compile(
    r"(?:med\s+)?(?:de\s+)?(?:vänlig|varm|bäst|hjärtlig|många)\w*\s+hälsning\w*|hälsning(?:ar|en)?\b"
    r"|(?:kind |best |warm )?regards\b|sincerely\b|yours (?:sincerely|faithfully)\b"
    r"|mvh\b|vänligen\b|vh\b|högaktningsfullt|för (?:\w*styrelsen|kommunen|föreningen|bolaget)\b"
    r"|för (?:nämnden|utskottet|nätverket|kåren|partiet|distriktet|kommunerna|företagen"
    r"|föreningarna|organisationerna|\w*rådet|\w*gruppen)\s*[:,]?$"
    r"|styrelsen (?:för|genom)\b|(?:frid|allt gott|väl mött)\s*[,!]?$"
    r"|underskrift|undertecknat|i tjänsten\b|enligt uppdrag\b|best wishes\b"
    r"|(?:ystävällisin |parhain )?terveisin\b|kunnioittavasti\b"
    r"|(?:varra |ustitlaš )?dearvvuođ\w+|varrudag\w+|heelsegh\b",
    re.IGNORECASE,
)
PERSON = re.compile(
    rf"(?P<name>(?:(?:[Dd]r|[Pp]rof(?:essor)?)\.?\s+)?{NAME}(?:\s+(?:von\s+|af\s+|de\s+)?{NAME}){{1,3}})"
    r"(?=\s*(?:$|[,(/|–]|\s[–-]\s))"
)
RANK = re.compile(
    r"^(?:\w*ordförande|ordf\.?|\w*sekreterare|kassör|rektor|\w*direktör|\w*chef|vd)\s+(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
"""A title before a person's name."""
FIRST_NAME = re.compile(r"[A-ZÅÄÖÉ][a-zåäöé]{2,14}")
RECEIVER = re.compile(r"(?:till|att)\b[:.]?|(?:mottagare|adressat)\b", re.IGNORECASE)
OF_ADDRESS = re.compile(
    r"box\s+\d|\d{3} ?\d{2}\s+[A-ZÅÄÖ]|.*\b(?:gatan|vägen|gränd|torget)\s*\d|att[:.]|tel\b|telefon"
    r"|.*@|regional(?:a)?\s+utveckling|(?:.*\b)?(?:rus|registrator|diariet|sekretariatet)\b",
    re.IGNORECASE,
)
POSTAL = re.compile(r"(?:SE-?|S-)?\b\d{3} ?\d{2}\s+(?P<place>[A-ZÅÄÖ].*)")
DATED = re.compile(
    r"(?P<place>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?),?\s+(?:den\s+)?"
    r"(?:\d{1,2}\s+\w+\s+)?(?:20\d\d|\d{1,2}/\d{1,2})"
)
LIVES = re.compile(
    r"\b(?:bor|bosatt|uppvuxen|verksam|flyttade|lever|skriver|rader)\b[^.\n]{0,30}?\b(?:i|från|till)\s+"
    r"(?P<place>[A-ZÅÄÖ][\w-]+)"
)
ELSEWHERE = re.compile(
    r"\b(?i:till|mot|via|mellan|genom|förbi)\s+[A-ZÅÄÖ]|(?i:\b\w*(?:buss|tåg|väg|flyg|färj|linje|trafik"
    r"|järnväg|sträcka)\w*\b)|[.!?]$"
)
"""A line that may name a place where something goes or lies, and not the sender's."""
HEADED = re.compile(
    r"(?i:inspel|yttrande|synpunkter|remissvar|svar|skrivelse)\s[^\n.:;!?]{1,60}?\sfrån\s+"
    r"(?P<name>[A-ZÅÄÖ][^\n.:;!?]{2,60})"
)
"""A title that tells on what somebody says something, and who."""
BODY = re.compile(
    r"(?:kommun|region)(?:styrelse|fullmäktige|ledning)|nämnd|utskott|avdelning|enhet|förvaltning"
    r"|kontor|kansli\b|sektion|institution|styrelsen\b",
    re.IGNORECASE,
)
OFFICER = re.compile(
    r"\b(?:ordf|sekr|kommunal(?:råd|direktör)|vd|rektor|kassör)\b|ordförande|sekreterare|chef\b|direktör"
    r"|handläggare|strateg\b|utvecklare|samordnare|ledare\b",
    re.IGNORECASE,
)
TITLED = re.compile(
    r"\b(?i:\S*(?:ordförande|ordf\.?|sekreterare|kassör|vd|direktör|chef|samordnare|talesperson|rektor"
    r"|ledare|företrädare|representant|ledamot|strateg|utvecklare|handläggare|ceo|chair|manager)n?)"
    r"(?:,\s*|\s+(?:i|för|på|vid|of|at)\s+)"
    r"(?P<name>[A-ZÅÄÖ][^,;]{3,60})"
)
"""Somebody's title in an organisation, and its name."""
FIRST_PERSON, PRIVATE = (
    re.compile(r"\b[Jj]ag\b"),
    re.compile(r"\bprivatperson\b|\bsom privat\b", re.IGNORECASE),
)
OF_HERSELF = re.compile(r"\b(?:jag|min|mitt|mina|mig)\b", re.IGNORECASE)
TITLE = re.compile(
    r"\b(?:inspel|yttrande|synpunkter|remissvar|angående|strategi|rus\b)", re.IGNORECASE
)
WHOLE_NAME = re.compile(
    r"(?i:\b(?:AB|HB|KB|Oyj?|Ltd|GmbH|ek\.? ?för\.?|(?:ekonomisk|ideell) förening|aktiebolag))"
    r"(?!\w)"
    r"|(?i:förening|förbund|sameby|församling|klubb|partiet|kår|råd|grupp|lag|bolag|kommun|region"
    r"|krets|(?<=hund)ring|(?<=verks)ring|(?<=maskin)ring|allmänning|pastorat|vårdsområde|kör|gille"
    r"|universit(?:et|y)|municipality|association|högskola|nätverk|stiftelse|företagare|verk|myndighet|kammare)(?i:en|et|na|n)?"
    r"(?:,|$|\s+(?:i|för|på|vid)\s+[A-ZÅÄÖ])"
    r"|^(?:Föreningen|Förbundet|Stiftelsen|Nätverket|Företagarna|Byalaget)\s+[A-ZÅÄÖ]"
    r"|^(?:IF|IK|PRO|SPF|LRF|RFSL)\s"
)
"""What a line says that is an organisation's whole name, and no title on such matters."""
CAPITALISED = re.compile(rf"{NAME}(?: (?:(?:i|och|på|av|&) )?{NAME}){{1,5}}")
BESIDE = re.compile(r"\s[·•|]\s")
"""What parts a name from what else a page's margin tells on the same line."""
LETTERHEAD = 3
"""How many of a letter's first lines may be a letterhead."""
EDGE = 10
"""How many lines of a letter's beginning and end may name the sender."""
LAST = 5
LONGEST_NAME = 70
LONGEST = 500
"""Characters of a line that may tell of the sender; respondents may write anything."""
