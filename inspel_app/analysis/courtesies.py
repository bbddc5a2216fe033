"""What in an answer or a letter is no point: greetings, headings, introductions, signatures.

Only whole sentences, and only turns of phrase that say nothing on the matter: a courtesy that
is kept does little harm, a point that is lost does much. So no sentence that asks for something
is ever taken for one.
"""

import re


def _phrases(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.DOTALL)


_ASKS = _phrases(
    r"\b(bör|borde|måste|krävs|kräver|krav|föreslår|behövs?|behöver|saknas?|saknar|anser|önskar att"
    r"|vill (se|att|framhålla|betona|lyfta|understryka)|viktigt)\b"
)
_COURTESY = _phrases(
    r"(hej(san)?|bästa|kära|god (dag|morgon|kväll)|till den det berör)\b[^.!?\n]{0,40}[!.,:]?",
    r".*\btack(ar|a|at)? (så mycket |varmt )?för (att|möjligheten|inbjudan|remissen|ordet)\b.*",
    r"(stort |många )?tack (på förhand|ska ni ha).*",
    r".*\b(lämnar|avger|har|framför|inkommer med) (\w+ ){0,2}(följande|nedanstående) (\w+ )?"
    r"(synpunkter|inspel|yttrande|svar|kommentarer)\b.*",
    r".*\btagit del av (den |det )?(rubricera|remiss|förslag|strategi|underlag|inbjudan)\w*.*",
    r"(yttrandet|inspelet|svaret|(detta|vårt) (yttrande|inspel|svar)) (har|är) (\w+ ){0,2}"
    r"(behandla|besluta|sammanställ|antag|beret|utarbeta|skriv|framtag|godkän)\w*\b.*",
    r"[\w -]{2,60} (avstår|har inga (\w+ )?synpunkter)( från\b.*)?[.!]?",
    r".*\bvalt att inte (fylla i|använda|svara på)\b.*",
    r"(se|jfr|jämför) (även |också |gärna )?(ovan|nedan|bilaga|vårt svar|svaret?|vad vi)\b.{0,60}",
    r"(samma|lika) som ovan[.!]?",
    r".*\b(bistår|ställer upp|svarar|hjälper) (\w+ )?gärna\b.*",
    r"(lycka till|(kul|roligt|bra|fint) att ni frågar)\b.{0,30}",
)
_CLOSE = _phrases(
    r"(med )?((vänlig|varm|bäst|hjärtlig|solig|mång|glad)\w* )*hälsning(ar|en)?\b.{0,80}",
    r"(mvh|vänligen|dag som ovan)\b.{0,60}",
    r"ha en \w+ (dag|helg|vecka|sommar|vår|höst|vinter)[.!]*",
    r"(för|enligt|på) (styrelsen|nämnden|kommunstyrelsen|uppdrag)\b.{0,60}",
)
_PRESENTATION = _phrases(
    r"(vi|jag) (är (en|ett|paraply|\d+)|heter|arbetar som|jobbar som)\b.*",
    r"[\w -]{3,50}? (samlar|företräder|representerar|organiserar)\b.*",
)
_TOPIC = re.compile(
    r"(?:Om|Kring|Angående|Beträffande|Gällande|Avseende|Rörande|När det gäller|Vad gäller)"
    r" [^:.,!?]{2,50}:\s*"
    r"|(?:Angående|Beträffande|Gällande|När det gäller|Vad gäller)"
    r" (?:[^:.!?]|\.\d){2,60}\.(?:\s+|\Z)"
)


def is_courtesy(sentence: str) -> bool:
    """Whether a sentence thanks, introduces, refers or offers, and says nothing else."""
    return bool(_COURTESY.fullmatch(sentence)) and not _ASKS.search(sentence)


def is_close(paragraph: str) -> bool:
    """Whether a paragraph is the complimentary close, after which only names follow."""
    return bool(_CLOSE.fullmatch(paragraph))


def is_presentation(sentence: str) -> bool:
    """Whether a sentence tells who is writing; to be asked of the first paragraph alone."""
    return bool(_PRESENTATION.fullmatch(sentence)) and not _ASKS.search(sentence)


def topic_length(sentences: str) -> int:
    """How much at the start only names what comes after: "När det gäller pengar:"."""
    match = _TOPIC.match(sentences)
    return match.end() if match else 0
