"""What in an answer or a letter is no point: greetings, headings, introductions, signatures.

Only whole sentences, and only turns of phrase that say nothing on the matter: a courtesy that
is kept does little harm, a point that is lost does much. So no sentence that asks for something
is ever taken for one, nor one that takes a stance or goes on to anything else (`substance`).
"""

import re

from inspel_app.analysis import foreign, imperatives
from inspel_app.analysis.announcing import announces, label_length
from inspel_app.analysis.sending import is_sending
from inspel_app.analysis.substance import heads, says_more, says_only


def _phrases(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.DOTALL)


_ASKS = _phrases(
    r"\b(bör|borde|måste|krävs|kräver|krav|föreslår|behövs?|behöver|saknas?|saknar|anser|önskar att"
    r"|vill (se|att|framhålla|betona|lyfta|understryka)|viktigt)\b",
    rf"\b(?:{'|'.join(foreign.ASKS)})\b",
)
_SAYING = (
    r"(yttra (oss|sig|mig)|(lämna|avge|framföra|inkomma med|ge|komma med) (\w+ ){0,2}"
    r"(synpunkter|yttrande|svar|remissvar|inspel|kommentarer)|svara|besvara|kommentera"
    r"|yttrande|synpunkter|svar|remissvar|inspel|kommentarer)"
)
"""What one may abstain from without saying anything; to abstain from a journey says much."""
_GREETING = re.compile(
    r"""(?:(?:hej(?:san|hopp)?|tja(?:ba|na)?|tjena|hallå|hei|hello|hi|bures|buoris|buorre\ \w+
        |buerie\ \w+|god\ (?:dag|morgon|kväll|kveld)|till\ den\ det\ berör|kära|dear|kjære
        |bästa(?!\ (?!\w*(?:region|kommun|styrelse|nämnd|kontor|verk))(?-i:[a-zåäö]\w*[ea][nt]\b)))
        (?:\b[\ ]?|\Z))+
      (?P<whom>(?:och(?=\ tack)|[^,.:!?\n]{0,60})
        (?:(?:,\ |\ och\ )(?-i:[A-ZÅÄÖ])[\w-]+){0,5}(?=[!.,:]*\Z)|[^,.:!?\n]{0,60})
      (?:[!.,:]+\s*|\ (?=tack)|\Z)""",
    re.IGNORECASE | re.VERBOSE,
)
"""A greeting with whom it greets."""
_STATES = re.compile(
    rf"\b(?:är|har|finns|går|blir|får|kommer|{'|'.join(imperatives.ANY)})\b", re.IGNORECASE
)
"""Makes a statement or a command of what looked like a greeting: "Bästa sättet är ..."."""
_SPEAK = (
    r"(?:(?:få|kunna|här|också) )*(?:svara|besvara|yttra|lämna|avge|ge|komma (?:till tals|med|in)"
    r"|inkomma|framföra|skicka|tycka|säga|vara (?:med|delaktig)|bidra|delta|medverka|påverka"
    r"|kommentera|läsa|ta del|dela|granska)"
)
"""What one is thanked for being let to do, of which only the letter itself comes."""
_WHOLE = _phrases(
    r"(stort |många )?tack (på förhand|ska ni ha).*",
    r"(allt gott|(vet (ej|inte)|ingen (aning|åsikt|uppfattning)|(ej|inte) (aktuellt|relevant"
    r"|tillämpligt)|ingenting|nej tack|pass)( (för|i|om|på) ((oss|mig|detta|vår del|min del)"
    r"|(denna|den( här)?) (fråga|frågan|punkten|delen)))?)[.!]*",
    r"((jag|vi) )?hoppas (att )?(ni|detta|det här|svar\w*|(våra?|mina?) \w+) (\w+ ){0,3}?"
    r"((någon )?användning|nytta|till (hjälp|nytta|användning))( (av|för|i) [\w ]{2,30})?[.!]*",
    r"mer än (så|det( här)?|detta) har (vi|jag) inte att (säga|tillägga|framföra)[.!]?",
    r"det(ta| här)? är (vår|våra|min|mina) (gemensamma |samlade )?(ståndpunkt|syn|uppfattning"
    r"|hållning|mening)(er)?[.!]?",
    r"(ha (det|en) |(en )?(trevlig|fin|skön|god|glad|härlig)\w* )(\w+ )?(gott|bra|fint|så länge|dag"
    r"|kväll|helg|vecka|sommar|vår|höst|vinter|påsk|jul|midsommar|fortsättning)(en)?( på er)?[.!]*",
    r"[\w§ ,-]{2,80}? (avstår|har valt att avstå)[.!]?",
    r"([\w -]{2,60} )?(har|lämnar|finns)?( \w+)? ?(inga|inte några|ej några) (\w+ ){0,2}"
    r"(synpunkter|kommentarer|inspel)\b( att (lämna|framföra|anföra|komma med|tillägga))?[.!]?",
    r"[\w -]{2,60} har (inget|ingenting) (mer |ytterligare |särskilt )?att (säga|tillägga"
    r"|tillföra|anföra|kommentera|framföra)[.!]?",
    r".{2,120}? lämnar (ett|en|sitt|vårt|härmed) (\w+ )?(inspel|yttrande|svar)[.]?",
    r"(samma|lika) som ovan[.!]?",
    r"(nej( tack)?[,.]? )?((vi|jag) )?(har |finns )?(inget|ingenting|inga|ej)( \w+){0,2}"
    r" (att (tillägga|tillföra|anföra|kommentera|invända|säga)|synpunkter|kommentarer|inspel)"
    r"( (om|på|i|kring|till) (detta|det|den|denna)( här)?( \w+)?| här| i övrigt)?[.!]?",
    r"(i övrigt|utöver (detta|det|ovanstående)) (har|finns) (\w+ )?(inget|ingenting) "
    r"(mer |ytterligare |annat )?att (tillägga|tillföra|anföra|framföra|erinra)[.!]?",
    r"((jag|vi) )?hoppas (\w+ )?(att )?(ni|någon) (tar er tid att läsa|läser)"
    r"( (det(ta)?( här)?|brevet|mejlet))?( och inte (bara )?(lägger|slänger|kastar|stoppar|gömmer)"
    r" (det(ta)?|brevet|mejlet)( \w+){0,4})?[\s.!:;()-]*",
    r"((jag|vi) )?hoppas (att )?(det(ta)? här|detta|brevet|mejlet|svaret) "
    r"(kommer fram|hamnar rätt|når fram)( (till|hos) [\w ]{2,30})?[.!]*",
    r"se (tidigare|föregående) (svar|punkt|avsnitt|synpunkter)\b.{0,40}",
    r".*\b(deltar|medverkar|bidrar) (\w+ )?gärna (i|till|med|vid) (\w+ ){0,3}?"
    r"(arbetet|dialogen|processen|samtalen?|möten?|diskussionen)[.!]?",
    r"(sorry|förlåt|ursäkta|((vi|jag) )?(ber om ursäkt|beklagar)) (för |att )?"
    r"(det (dröjde|har dröjt|blev sent|kommer sent)|(vi|jag|svaret) (är|kommer|kom|blev) sen[at]?"
    r"|((det|vårt|mitt) )?(sena?|sent|försenade) (svar|inspel|yttrande)\w*|dröjsmålet)[.!]*",
    r"(men )?(ni|ingen( av er)?) (läser|orkar läsa|bryr (er|sig) om) (\w+ ){0,4}?(det här|detta"
    r"|brevet|mejlet|mitt brev)( ändå| i alla fall)?[.!]*",
    r"det är (väl |nog |ändå )*ingen som (läser|lyssnar|bryr sig)( det här| detta| på oss)?[.!]*",
    r"(jag |vi )?(skriver|mejlar|svarar|återkommer|hör av (mig|oss)) (\w+ ){0,3}?(om|när|så snart) "
    r"(jag|vi) (hinner|orkar|kan|får tid|vet mer)\b.{0,20}",
    r"(vi|jag) (skulle bli|blir|vore) (\w+ )?\w*(glada?|tacksam(ma)?) om (ni|någon|du) (\w+ ){0,3}?"
    r"((kom(mer)?|komma) (hit|ut|på besök|och hälsar?)|besök(er|te)|hälsa(r|de) på|hör(de)? av"
    r"|svarar?|svarade|läser|läste)\b.{0,60}",
    *foreign.COURTESIES,
    *foreign.CLOSES,
)
_TO_SAY = r"( (på|om|kring|gällande|avseende|rörande|angående|i|till|vad gäller|när det gäller)\b)"
_TO_US = r"(?:vi|jag|man|undertecknad) (?:\w+ )?(?:fick|får|kunde|kan|har fått|getts|ges|gavs)"
_HEADS = heads(
    r"(?!.*\bnej\b)[^.:;!?]{0,120}?\btack(ar|a|at)? (er )?((så )?mycket |varmt |hjärtligt )*för "
    rf"(att {_TO_US} (\w+ )?(möjlighet|chans|tillfälle|frågan|{_SPEAK})\w*"
    r"|att ni (\w+ )?(fråg|läs|lyssna|(tar|tog) (er tid|emot|del)|bjöd|bjuder|hör av|kom\b"
    r"|ville? (höra|veta)|(ger|gav) oss (möjlighet|tillfälle|chans))\w*( oss| in)?"
    rf"|(möjlighet|chans|tillfälle)\w*(?= att {_SPEAK}| till (dialog|samråd|synpunkter|yttrande)"
    r"|( och\b|[.,!]|\Z))|(inbjudan|remissen|ordet|underlaget|utskicket|tålamodet))"
    rf"( att {_SPEAK}\w*| till (dialog|samråd|synpunkter|yttrande))?",
    r"(hej(san)? och )?(stort |varmt )?tack för ((ett|en|er|ert|det|den) (\w+ )?"
    r"(möte|samtal|dialog|träff|besök|remiss|utskick|kallelse|inbjudan|brev|mejl|hemsida|enkät)|senast)\w*",
    r"tack(ar)? för (oss|ordet|visat intresse|er tid|hjälpen|uppmärksamheten|mig)\b",
    r"[^:;!?]{0,120}?\b(lämnar?|avger?|har|framför|inkommer med|anför) (\w+ ){0,2}"
    r"(följande|nedanstående) (\w+ )?(synpunkter|inspel|yttrande|svar|kommentarer)\b",
    r"[^:;!?]{0,120}?\btagit del av (den |det )?(rubricera|remiss|förslag|strategi|underlag"
    r"|inbjudan)\w*",
    r"(yttrandet|inspelet|svaret|(detta|vårt) (yttrande|inspel|svar)) (har|är) (\w+ ){0,2}"
    r"(behandla|besluta|sammanställ|antag|beret|utarbeta|skriv|framtag|godkän)\w*\b",
    rf"[\w§ ,-]{{2,80}}? (avstår|har valt att avstå) från( att)? {_SAYING}\b",
    rf"([\w -]{{2,60}} )?(har|lämnar|finns)?( \w+)? ?(inga|inte några|ej några) (\w+ ){{0,2}}"
    rf"(synpunkter|kommentarer|inspel)\b( att (lämna|framföra|anföra|komma med|tillägga))?"
    rf"{_TO_SAY}",
    r"[\w -]{2,60} har (inget|ingenting) (mer |ytterligare |särskilt )?att (säga|tillägga"
    r"|tillföra|anföra|kommentera|framföra)( (om|kring|i|på|utöver|angående)\b)",
    r"(?!.*\b(inte|aldrig)\b)[^:;!?]{0,160}?\b(beretts|givits|getts|fått|har haft) "
    r"(tillfälle|möjlighet) att (yttra|lämna|inkomma|svara|ge|komma)\b",
    r"[\w ,.-]{2,80}? har (den .{3,20} )?(berett|gett|givit|bjudit in|inbjudit|erbjudit) "
    r"([\w-]+ ){1,4}?((tillfälle|möjlighet) )?"
    r"att (yttra|lämna|inkomma|svara|ge synp|komma in)\w*\b",
    r"(ärendet|remissen|strategin|förslaget) (har |är )?(remittera|inkom|skicka|sänd|översän"
    r"|mottog)\w*( (till|från|den|på|för)\b)",
    r"[\w ,-]{2,60} har (den .{3,20} )?behandlat (strategin|förslaget|remissen|ärendet)\b",
    r"([\w -]{2,60} )?har (tacksamt |med (stort )?intresse )?(läst|granskat|gått igenom)\b"
    r"(?=( (?!och\b|med\b)[\w-]+| med (\w+ )?(intresse|nyfikenhet|glädje)| och [\w-]+(?=[.!]|\Z))*"
    r"([.!]|\Z|,? och (lämnar?|avger?|har|vill lämna)\b))",
    r"[^:;!?]{0,120}?\bvalt att inte (fylla i|använda|svara på)\b",
    r"(se|jfr|jämför) (även |också |gärna )?(ovan|nedan|bilaga|vårt svar|svaret?|vad vi)\b",
    r"[^:;!?]{0,120}?\b(bistår|ställer upp|svarar|hjälper) (\w+ )?gärna\b",
    r"((jag|vi) )?hoppas (att )?(ni|någon) (läser|lyssnar|tar del av)\b(?!.*\boch\b)",
    r"(lycka till|(kul|roligt|bra|fint) att ni frågar)\b",
    *foreign.THANKS,
)
"""What opens a courtesy; it is one where what comes after says no more."""
_CLOSE = _phrases(
    r"(med )?((vänlig|varm|bäst|hjärtlig|solig|mång|glad)\w* )*hälsning(ar|en)?\b.{0,80}",
    r"(mvh|vänligen|dag som ovan)\b.{0,60}",
    r"(för|enligt|på) (styrelsen|nämnden|kommunstyrelsen|uppdrag)\b.{0,60}",
)
_AFTERWARDS = re.compile(r"p\.? ?s\.?:?(?:\s+|\Z)", re.IGNORECASE)
_TOPIC = re.compile(
    r"(?:Om|Kring|Angående|Beträffande|Gällande|Avseende|Rörande|När det gäller|Vad gäller)"
    r" [^:.,!?]{2,50}:\s*"
    r"|(?:Angående|Beträffande|Gällande|När det gäller|Vad gäller)"
    r" (?:[^:.!?]|\.\d){2,60}\.(?:\s+|\Z)"
)


def is_courtesy(sentence: str) -> bool:
    """Whether a sentence thanks, introduces, refers, announces or offers, and says nothing else."""
    said = after_greeting(_AFTERWARDS.sub("", sentence[label_length(sentence) :], count=1))
    if not said or announces(said):
        return True
    if _ASKS.search(said):
        return False
    return bool(_WHOLE.fullmatch(said)) or is_sending(said) or says_only(said, _HEADS)


def after_greeting(sentence: str) -> str:
    """A sentence without the greeting and the name that it opens with; empty if it is no more."""
    match = _GREETING.match(sentence)
    states = match and (_STATES.search(match["whom"]) or says_more(match["whom"]))
    return sentence[match.end() :] if match and not states else sentence


def is_greeting(line: str) -> bool:
    """Whether a line greets somebody, and the next begins anew in small letters: "God dag,"."""
    return line.endswith((",", "!")) and is_courtesy(line)


def is_close(paragraph: str) -> bool:
    """Whether a paragraph is the complimentary close, after which only names follow."""
    return bool(_CLOSE.fullmatch(paragraph))


def topic_length(sentences: str) -> int:
    """How much at the start only names what comes after: "När det gäller pengar:"."""
    match = _TOPIC.match(sentences)
    return match.end() if match else label_length(sentences)
