"""How people write who they are, in letters: patterns for lines, names, titles and closings."""

import re

NAME = r"[A-ZÅÄÖÉÁČĐŊŠŦŽØÆ][\w'’.-]*"
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
LABELLED = re.compile(
    r"(?P<label>organisation(?:ens namn)?|avsändare|avs\.?|från|remissinstans|namn"
    r"|kontakt(?:person|uppgifter)?|handläggare|e-?post(?:adress)?|e-?mail|mejl|mail|avdelning|enhet|förvaltning|kommun|hemkommun"
    r"|ort|bostadsort|förening|företag)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
ORGANISATION = ("organisation", "avs", "från", "remissinstans", "förening", "företag")
UNIT = ("avdelning", "enhet", "förvaltning")
CONTACT = ("kontakt", "handläggare", "namn")
PLACE = ("kommun", "hemkommun", "ort", "bostadsort")
ADDRESS = ("e-post", "epost", "e-mail", "email", "mejl", "mail")
SENDER = re.compile(
    r"(?i:inspel|yttrande|synpunkter|remissvar|svar|hälsning(?:ar)?|skrivelse|uttalande|brev)\s+(?:från|av)\s+"
    r"(?P<name>(?!(?:oss|mig|er|en|ett|flera|alla|några|våra)\b)\w[^\n,.:;]{2,60}?)"
    r"(?=\s+(?:på|inför|till|om|angående|gällande|över|med|genom|gm|i\s+samband)\b|[\n,.:;]|$)"
)
OFFICE = (
    r"(?:(?:vice )?\w*(?:ordförande|ordf\.|sekreterare|kassör|vd|chef|rektor|ledare|ombud|herde"
    r"|direktör|råd|föreståndare|sköterska|samordnare|handläggare))n?"
)
_SPEAKS = (
    r"(?:är|har|driver|samlar|vill|lämnar|anser|tackar|välkomnar|ställer|avger|svarar|instämmer|skickar"
    r"|framför|önskar|kräver|föreslår|ser|tycker|menar|undrar|arbetar"
    r"|jobbar|organiserar|ordnar|bedriver|består|finns|representerar"
    r"|takker|ønsker|foreslår|kiittää|toteaa|katsoo|esittää|ehdottaa|haluaa|thanks|welcomes)"
)
_OF_ITSELF = (
    r"(?!är (?!en |ett |den |det |i (?:huvudsak|grunden|stort)"
    r"|(?:mycket |i stort )?(?:positiv|tacksam))"
    r"|har (?!\d|tagit|läst|fått|beretts|bjudits|mottagit|diskuterat|behandlat|getts|inget|inga"
    r"|följande|beslutat|granskat|samlat|gått|valt|också|även))"
)
"""What somebody says is or has is said by others too, save how one presents oneself."""
BEGUN = re.compile(
    rf"(?:(?:[Vv]i,? |[Jj]ag,? )?[Uu]nderteckna\w+,? {OFFICE} (?:i|för|på|vid) )?"
    r"(?!(?:Jag|Vi|Vår|Det|Den|De|Som|På|Å|I|Här|Undertecknad\w*)\b)"
    rf"(?P<name>[A-ZÅÄÖ][^.,:;!?]{{3,60}}?)(?:,[^.:;!?\n]{{3,80}},)?\s+{_OF_ITSELF}{_SPEAKS}\b"
)
_GROUP = (
    r"[a-zåäö]{2,20}(?:rådet|laget|gruppen|föreningen|klubben|nätverket|kören|kåren|församlingen)"
)
PRESENTS = re.compile(
    r"\b(?:[Vv]i (?:som (?:arbetar|jobbar|går|är aktiva) )?(?:i styrelsen för|i|på|från|är)"
    r"|[Jj]ag (?:skriver för|företräder|representerar)"
    r"|(?:[åÅ]|[pP]å) uppdrag av"
    rf"|(?:[Ss]om|[Uu]ndertecknad\w*(?:,| är)?|[Jj]ag är) {OFFICE} (?:i|för|på|vid)"
    r"|[Uu]ndertecknade,? (?:i|på|från)|[Ff]rån oss(?: \w+){0,3}? (?:i|på|vid))\s+"
    rf"(?P<name>(?:{_GROUP} (?:på|i|vid|för) )?[A-ZÅÄÖ][^.,:;!?\n]{{3,60}}?)"
    rf"(?=\s+(?:{_SPEAKS}|kommer|skriver|och (?:vill|jag|vi))\b|[.,:;!?\n])"
)
ON_BEHALF = re.compile(r"\b(?:[åÅ]|[pP]å)\s+(?P<name>[A-ZÅÄÖ][^.,:;!?\n]{3,60}?)s?\s+vägnar\b")
ALIAS = re.compile(r"\s*\((?:nedan|hädanefter|bolaget|förening|förbund|kommun|myndighet)[^()]*\)")
"""What a name is called in the rest of the letter."""
_SENDING = (
    r"(?:(?i:här|härmed|bifoga[td]e?|bilag[td]a?|nedan|nu|vi|jag|undertecknad\w*|detta|det)\b"
    r"(?: [a-zåäö]+){1,5} )"
)
"""How a sentence begins that sends something, before it says whose it is."""
OF_SENDER = re.compile(
    rf"(?:[Hh]ej\w*[,!.]* )?{_SENDING}?(?!Hej|(?:Vår|Vårt|Våra|Min|Mitt|Mina)\b|{_SENDING})"
    r"(?P<name>[A-ZÅÄÖ][^\n.:;!?]{2,60}?)s\s+(?:samlade )?"
    r"(?:synpunkter|yttrande|inspel|remissvar|svar|kommentarer)\b"
)
"""A title that tells whose opinion it is."""
FOR = re.compile(
    r"(?:[Ff]ör|FÖR|[Gg]enom)\s+(?P<name>[A-ZÅÄÖ][^.;!?]{2,60}?)(?=\s*(?:,|$|\s(?:genom|gm)\s))"
)
THROUGH = re.compile(
    rf"\b(?:genom|gm\.?)\s+(?:(?:dess\s+)?{OFFICE}\s+)?"
    rf"(?P<name>{NAME}(?: {NAME}){{1,3}})"
)
CLOSING = re.compile(
    r"med\s+\w+liga?\s+hälsning\w*|(?:med\s+)?(?:de\s+)?(?:vänlig|varm|bäst|hjärtlig|många)\w*\s+hälsning\w*|hälsning(?:ar|en)?\b"
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
REPRESENTED = re.compile(r"\s(?:genom|gm\.?)\s+(?:dess\s|[A-ZÅÄÖ]).*")
"""By whom an organisation speaks, after its name."""
MEMBERS = re.compile(
    r"(?:Medlemmarna|Personalen|Eleverna|Föräldrarna|Ledamöterna) (?:i|på|vid) (?=[A-ZÅÄÖ])"
)
"""Who of an organisation signs, before its name."""
LOCATED = re.compile(
    r"(?P<name>.+\b(?:AB|HB|KB|ek\. ?för\.?)|(?!(?:Föreningen|Förbundet|Nätverket|Stiftelsen)\b)"
    r"[A-ZÅÄÖ]\w+(?:en|et|an) [A-ZÅÄÖ]\w+) i (?P<place>[A-ZÅÄÖ]\w+)"
)
"""A name that is whole, and where its bearer is."""
PERSON = re.compile(
    rf"(?P<name>(?:(?:[Dd]r|[Pp]rof(?:essor)?)\.?\s+)?{NAME}(?:\s+(?:von\s+|af\s+|de\s+)?{NAME}){{1,3}})"
    r"(?=\s*(?:$|[,(/|–]|\s[–-]\s))"
)
PERSONS = re.compile(rf"{NAME}(?: {NAME}){{1,3}}(?:(?:,| och| &) {NAME}(?: {NAME}){{1,3}}){{0,4}}")
"""The names of those who sign, on a line of their own."""
RANK = re.compile(
    r"^(?:\w*ordförande|ordf\.?|\w*sekreterare|kassör|rektor|\w*direkt[öø]r|\w*chef|vd)\s+(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
"""A title before a person's name."""
FIRST_NAME = re.compile(
    r"(?P<name>[A-ZÅÄÖÉ][a-zåäöé]{2,14})(?:,? (?:\d{1,2} år|(?:i|från|på) [A-ZÅÄÖ][\w-]+))?"
)
OF_SEVERAL = re.compile(r"(?:rna|elsen)\Z")
"""How a word ends by which several sign, as "Grannarna" and "Styrelsen"."""
CALLED = re.compile(
    rf"\b(?:[Jj]ag heter|[Mm]itt namn är)\s+(?P<name>{NAME}(?:\s+{NAME}){{1,2}})(?=[\s,.!]|$)"
)
"""How somebody tells her name in a sentence."""
SLASHED = re.compile(r"/{1,2}\s*(?=[A-ZÅÄÖÉ])")
"""What stands before a name at the end of a letter."""
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
    r"(?:\b(?:[Jj]ag|[Vv]i|[Uu]ndertecknad\w*)\b"
    r"(?:\s(?:är|heter)\b[^.\n]{0,60}?|(?:(?!\b(?:som|att|de|den|dem|ni|man|folk)\b)[^.\n]){0,40}?)"
    r"|^|[.!?,;:(]\s*|\boch\s)\s?"
    r"\b(?:[Bb]or|[Bb]osatt|[Uu]ppvuxen|[Vv]erksam|[Ff]lyttade|[Ll]ever|[Ss]kriver|[Rr]ader)\b"
    r"[^.\n]{0,30}?\b(?:i|från|till)\s+(?P<place>[A-ZÅÄÖ][\w-]+)",
    re.MULTILINE,
)
"""How somebody tells where she lives; others of whom a letter speaks live elsewhere."""
ELSEWHERE = re.compile(
    r"\b(?i:till|mot|via|mellan|genom|förbi)\s+[A-ZÅÄÖ]|(?i:\b\w*(?:buss|tåg|väg|flyg|färj|linje|trafik"
    r"|järnväg|sträcka)\w*\b)|[.!?]$"
)
"""A line that may name a place where something goes or lies, and not the sender's."""
CLASS = re.compile(
    r"\b(?P<name>(?:[Kk]lass|[Åå]rskurs|[Åå]k)\s*\d\s?[A-ZÅÄÖa-d]?,?\s+(?:på|i|vid)\s+"
    r"[A-ZÅÄÖ][\w-]+(?:\s+(?:skola|friskola))?)"
)
"""A class of a school, which seldom is called otherwise."""
HEADED = re.compile(
    r"(?:(?i:inspel|yttrande|synpunkter|remissvar|svar|skrivelse)\s[^\n.:;!?]{1,60}?\s)?[Ff]rån\s+"
    r"(?P<name>[A-ZÅÄÖ][^\n.:;!?]{2,60}):?"
)
"""A title that tells on what somebody says something, and who."""
BODY = re.compile(
    r"(?:kommun|region)(?:styrelse|fullmäktige|ledning)|nämnd|utskott|avdelning|enhet|förvaltning"
    r"|kontor|kansli\b|sektion|institution|styrelsen\b",
    re.IGNORECASE,
)
OFFICER = re.compile(
    r"\b(?:ordf|sekr|kommunal(?:råd|direktör)|vd|rektor|kassör)\b|ordförande|sekreterare|chef\b|direktör"
    r"|sjef\b|rådgiver|styreleder|ordfører|handläggare|ägare\b|lantbrukare|herde\b|strateg\b|utvecklare|samordnare|ledare\b",
    re.IGNORECASE,
)
TITLED = re.compile(
    r"\b(?i:\S*(?:ordförande|ordf\.?|sekreterare|kassör|vd|direktör|chef|samordnare|talesperson|rektor"
    r"|sjef|rådgiver|styreleder|ordfører|ledare|företrädare|representant|ledamot|strateg|utvecklare|handläggare|ceo|chair|manager)n?)"
    r"(?:,\s*|\s+(?:i|för|på|vid|of|at)\s+)"
    r"(?P<name>[A-ZÅÄÖ][^,;]{3,60})"
)
"""Somebody's title in an organisation, and its name."""
FIRST_PERSON, PRIVATE = (
    re.compile(r"\b[Jj]ag\b"),
    re.compile(
        r"\bprivatperson\b|\bsom privat\b"
        r"|(?:\b(?:jag|skriver|undertecknad)\b[^.\n]{0,40}\bsom|^som) (?:\w+ )?"
        r"(?:medborgare|\w*invånare|boende|\w*förälder|pensionär|student|skattebetalare)\b",
        re.IGNORECASE | re.MULTILINE,
    ),
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
"""What parts a name from what else a page's margin or a signature tells on the same line."""
COLUMNS = re.compile(r"\S[^.!?]*\S(?:\t+| {4,})\S[^.!?]*")
GAP = re.compile(r"\t+| {4,}")
"""Two who sign beside each other, and what stands between them."""
UNIT_OF = re.compile(r"(?P<unit>\S.{3,80}?) (?:vid|på|hos) (?P<name>[A-ZÅÄÖ].{3,60})")
"""A part of an organisation, and that."""
LETTERHEAD = 3
"""How many of a letter's first lines may be a letterhead."""
EDGE = 10
"""How many lines of a letter's beginning and end may name the sender."""
LAST = 5
LONGEST_NAME = 70
WIDEST = 160
"""Characters of a line in which two may sign beside each other."""
LONGEST = 500
"""Characters of a line that may tell of the sender; respondents may write anything."""
