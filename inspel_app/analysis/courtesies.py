"""What in an answer or a letter is no point: greetings, headings, introductions, signatures.

Only whole sentences, and only turns of phrase that say nothing on the matter: a courtesy that
is kept does little harm, a point that is lost does much. So no sentence that asks for something
is ever taken for one.
"""

import re

from inspel_app.analysis import foreign
from inspel_app.analysis.announcing import announces, label_length


def _phrases(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.DOTALL)


_ASKS = _phrases(
    r"\b(bör|borde|måste|krävs|kräver|krav|föreslår|behövs?|behöver|saknas?|saknar|anser|önskar att"
    r"|vill (se|att|framhålla|betona|lyfta|understryka)|viktigt)\b",
    rf"\b(?:{'|'.join(foreign.ASKS)})\b",
)
_NO_MORE = (
    r"(?!.*\b(att|men|eftersom|därför|då|dock|som|saknas|brister?|problem)\b)"
    r"(?! (som|är|har|visar|säger|räcker|finns inte)\b).{0,140}"
)
"""What follows in such a sentence, where it only tells what is sent to whom."""
_SAYING = (
    r"(yttra (oss|sig|mig)|(lämna|avge|framföra|inkomma med|ge|komma med) (\w+ ){0,2}"
    r"(synpunkter|yttrande|svar|remissvar|inspel|kommentarer)|svara|besvara|kommentera"
    r"|yttrande|synpunkter|svar|remissvar|inspel|kommentarer)"
)
"""What one may abstain from without saying anything; to abstain from a journey says much."""
_COURTESY = _phrases(
    r"(hej(san)?|tja|tjena|hallå|hei|hello|bures|buoris|buorre \w+|buerie \w+"
    r"|god (dag|morgon|kväll)|till den det berör)\b[^.!?\n]{0,40}[!.,:]?",
    r"(bästa|kära)\b[^.!?\n]{0,40}[!,:]?",
    r".*\btack(ar|a|at)? (så mycket |varmt )?för (att|möjligheten|inbjudan|remissen|ordet)\b.*",
    rf"(hej(san)? och )?(stort |varmt )?tack för ((ett|en|er|ert|det|den) (\w+ )?"
    rf"(möte|samtal|dialog|träff|besök|remiss|utskick|kallelse|inbjudan|brev|mejl)|senast)\w*"
    rf"{_NO_MORE}",
    r"(stort |många )?tack (på förhand|ska ni ha).*",
    r".*\b(lämnar?|avger?|har|framför|inkommer med|anför) (\w+ ){0,2}(följande|nedanstående)"
    r" (\w+ )?(synpunkter|inspel|yttrande|svar|kommentarer)\b.*",
    r".*\btagit del av (den |det )?(rubricera|remiss|förslag|strategi|underlag|inbjudan)\w*.*",
    r"(yttrandet|inspelet|svaret|(detta|vårt) (yttrande|inspel|svar)) (har|är) (\w+ ){0,2}"
    r"(behandla|besluta|sammanställ|antag|beret|utarbeta|skriv|framtag|godkän)\w*\b.*",
    rf"[\w§ ,-]{{2,80}}? (avstår|har valt att avstå)( från( att)? {_SAYING}\b{_NO_MORE})?[.!]?",
    rf"([\w -]{{2,60}} )?(har|lämnar|finns)?( \w+)? ?(inga|inte några|ej några) (\w+ ){{0,2}}"
    rf"(synpunkter|kommentarer|inspel)\b( att (lämna|framföra|anföra|komma med|tillägga))?"
    rf"( (på|om|kring|gällande|avseende|rörande|angående|i|till|vad gäller|när det gäller)\b"
    rf"{_NO_MORE})?[.!]?",
    rf"[\w -]{{2,60}} har (inget|ingenting) (mer |ytterligare |särskilt )?att (säga|tillägga"
    rf"|tillföra|anföra|kommentera|framföra)( (om|kring|i|på|utöver|angående)\b{_NO_MORE})?[.!]?",
    rf"(?!.*\b(inte|aldrig)\b).*\b(beretts|givits|getts|fått|har haft) (tillfälle|möjlighet) att "
    rf"(yttra|lämna|inkomma|svara|ge|komma)\b{_NO_MORE}",
    r".{2,120}? lämnar (ett|en|sitt|vårt|härmed) (\w+ )?(inspel|yttrande|svar)[.]?",
    rf"[\w ,-]{{2,60}} har (den .{{3,20}} )?behandlat "
    rf"(strategin|förslaget|remissen|ärendet)\b{_NO_MORE}",
    rf"([\w -]{{2,60}} )?har (tacksamt |med (stort )?intresse )?(läst|granskat|gått igenom)\b"
    rf"(?!.*\boch (den|det|de|vi|jag)\b)[^,:]*{_NO_MORE}",
    r".*\bvalt att inte (fylla i|använda|svara på)\b.*",
    r"(se|jfr|jämför) (även |också |gärna )?(ovan|nedan|bilaga|vårt svar|svaret?|vad vi)\b.{0,60}",
    r"(samma|lika) som ovan[.!]?",
    r"(nej( tack)?[,.]? )?((vi|jag) )?(har |finns )?(inget|ingenting|inga|ej)( \w+){0,2}"
    r" (att (tillägga|tillföra|anföra|kommentera|invända|säga)|synpunkter|kommentarer|inspel)"
    r"( (om|på|i|kring|till) (detta|det|den|denna)( här)?( \w+)?| här| i övrigt)?[.!]?",
    r"se (tidigare|föregående) (svar|punkt|avsnitt|synpunkter)\b.{0,40}",
    r".*\b(bistår|ställer upp|svarar|hjälper) (\w+ )?gärna\b.*",
    r".*\b(deltar|medverkar|bidrar) (\w+ )?gärna (i|till|med|vid) (\w+ ){0,3}?"
    r"(arbetet|dialogen|processen|samtalen?|möten?|diskussionen)[.!]?",
    r"(sorry|förlåt|ursäkta|((vi|jag) )?(ber om ursäkt|beklagar)) (för |att )?"
    r"(det (dröjde|har dröjt|blev sent|kommer sent)|(vi|jag|svaret) (är|kommer|kom|blev) sen[at]?"
    r"|((det|vårt|mitt) )?(sena?|sent|försenade) (svar|inspel|yttrande)\w*|dröjsmålet)[.!]*",
    r"((jag|vi) )?hoppas (att )?(ni|någon) (läser|lyssnar|tar del av)\b.{0,40}",
    r"(men )?(ni|ingen( av er)?) (läser|orkar läsa|bryr (er|sig) om) (\w+ ){0,4}?(det här|detta"
    r"|brevet|mejlet|mitt brev)( ändå| i alla fall)?[.!]*",
    r"det är (väl |nog |ändå )*ingen som (läser|lyssnar|bryr sig)\b.{0,30}",
    r"(jag |vi )?(skriver|mejlar|svarar|återkommer|hör av (mig|oss)) (\w+ ){0,3}?(om|när|så snart) "
    r"(jag|vi) (hinner|orkar|kan|får tid|vet mer)\b.{0,20}",
    r"(vi|jag) (skulle bli|blir|vore) (\w+ )?\w*(glada?|tacksam(ma)?) om (ni|någon|du) (\w+ ){0,3}?"
    r"((kom(mer)?|komma) (hit|ut|på besök|och hälsar?)|besök(er|te)|hälsa(r|de) på|hör(de)? av"
    r"|svarar?|svarade|läser|läste)\b.{0,60}",
    r"(lycka till|(kul|roligt|bra|fint) att ni frågar)\b.{0,30}",
    *foreign.COURTESIES,
    *foreign.CLOSES,
)
_OBJECT = (
    r"(svar(et|en)?|remissvar(et)?|synpunkter(na)?|inspel(et|en)?|yttrande(t|n)?|blankett(en|er)?"
    r"|kommentarer(na)?|skrivelse(n|r)?|handling(ar|arna|en)?|protokoll(et)?|protokollsutdrag(et)?"
    r"|tankar|funderingar"
    r"|bilag(a|or|an|orna)|underlag(et)?|beslut(et)?|dokument(et)?|rapport(en)?)"
)
_SENDS = (
    r"(översänder|överlämnar|överlämnas|översänds|översändes|inlämnas|insänds|inges|inger|bifogas|bifogar"
    r"|skickar|sänder|lämnar|lämnas|biläggs|bilägger|kommer|följer|finner|finns|får|erhåller)"
)
_SENDING = _phrases(
    rf"(\S+ ){{0,5}}?(härmed|bifogat|bilagt)\b( \S+){{0,8}}? \w*{_OBJECT}\b{_NO_MORE}",
    rf"(här|nedan|nu) {_SENDS}( \S+){{0,4}}? (vårt|våra|mitt|mina|\w+s)( \w+)? ?\w*{_OBJECT}\b"
    rf"{_NO_MORE}",
    rf"((vi|jag|undertecknad) )?(översänder|överlämnar|bifogar|skickar|sänder|inger|bilägger)\b"
    rf"( \S+){{0,5}}? \w*{_OBJECT}\b{_NO_MORE}",
    rf"(\S+ ){{0,3}}?\w*{_OBJECT} (bifogas|biläggs|översänds|översändes|insänds)\b{_NO_MORE}",
    rf"(\S+ ){{0,3}}?\w*{_OBJECT} (följer|finns|är|kommer|lämnas|redovisas|framgår) (\w+ )?"
    rf"(bifoga(d|t|de)|bilagd?a?|nedan|härmed|här|(av|i) (bifogad \w+|bilaga\w*))\b{_NO_MORE}",
    r"(\S+ ){0,5}?står (\S+ ){0,4}?till (\w+ )?(förfogande|tjänst)( (för|vid|om|i|med)\b.{0,30}?"
    r"\b(fråg|dialog|diskussion|samtal|möte|svar|komplettering|förtydligande|information|arbete)\w*"
    r".{0,40})?[.!]?",
    r"(vid|om (ni|du) har|har ni|skulle ni ha) (\w+ ){0,3}(frågor|funderingar|oklarheter)\b.{0,40}?"
    r"\b(kontakta\w*|hör|höra|ring|ringa|mejla|maila|vänd|nå|nås|återkom\w*|välkom\w*|tveka|svarar)\b"
    r".{0,120}",
    r"(hör (gärna |bara |så )?av (er|dig)|tveka inte att (höra|kontakta|ringa|mejla))\b.{0,80}",
    r"(\S+ ){0,4}?(välkomna|gärna) (att )?(höra|hör) av (er|dig)\b.{0,80}",
    r"(\S+ ){0,2}?(ser( \w+){0,2} fram e?mot|emotser) (en |ett |er |ert |den |det |vidare "
    r"|fortsatt |fortsatta |god |gott |kommande )*(dialog|samarbete|återkoppling|svar|samtal"
    r"|process|kontakt|arbete)(en|et|t)?( (kring|om|med|i|från|och) .{0,50})?[.!]?",
    r"tack(ar)? för (oss|ordet|visat intresse|er tid|hjälpen|uppmärksamheten|mig)\b.{0,30}",
    r"beslut(et)? (i|om) (detta|det här|ärendet|yttrandet)( ärende| yttrande)? (har )?"
    r"(fattats|tagits|fattades|togs) (av|i|den)\b.{0,160}",
    r"i (den slutliga )?(handläggningen|beredningen)\b.{0,120}\bdeltagit\b.{0,80}",
    r"föredragande (har varit|var|är)\b.{0,100}",
    r"skickat från (min|outlook|mail|e-post)\b.{0,40}",
)
"""What says that something is sent, that there may be questions, or who has decided."""
_LONGEST = 300
"""Characters of a sentence that may say no more than that."""
_CLOSE = _phrases(
    r"(med )?((vänlig|varm|bäst|hjärtlig|solig|mång|glad)\w* )*hälsning(ar|en)?\b.{0,80}",
    r"(mvh|vänligen|dag som ovan)\b.{0,60}",
    r"ha en \w+ (dag|helg|vecka|sommar|vår|höst|vinter)[.!]*",
    r"(för|enligt|på) (styrelsen|nämnden|kommunstyrelsen|uppdrag)\b.{0,60}",
)
_NO_TROUBLE = (
    r"(?!.*\b(inte|utan|inga?|inget|men|saknas?|långt|mil|aldrig|svårt|stäng\w+|nedlag\w+|indrag\w+"
    r"|problem\w*|brist\w*|dålig\w*|tyvärr)\b).{0,140}"
)
"""What follows where nothing is complained of."""
_GROUP = (
    r"\w*(råd|förening|klubb|byalag|samfällighet|grupp|nätverk|förbund|bolag|företag|familj|skola"
    r"|klass|lag|kommitté|förvaltning|avdelning|församling|sameby|stiftelse|institut)(e?n|e?t|s)?"
)
_WRITES = (
    r"\b(skriv(er|a|it)|skrev|svara[rt]?|fyll(er|a|t)( i)?) (på )?(det här|detta|brevet|svaret)\b"
)
_PRESENTATION = _phrases(
    r"(vi|jag) (är (en|ett|paraply|\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)|heter"
    r"|arbetar som|jobbar som)\b.*",
    rf"(vi|jag|det här|detta) är (från |(oss|vi) (i|från|på) )?(\w+ )?{_GROUP}\b{_NO_TROUBLE}",
    r"jag är (\w+ )?(ordförande|ledamot|\w{3,}(are|ör|ist|chef|sköterska|mamma|pappa|förälder"
    rf"|student|elev|bonde))\b{_NO_TROUBLE}",
    rf"(det här|detta) (är|kommer) från\b{_NO_TROUBLE}",
    rf"(vi|jag) skriver (från|för|åt|på uppdrag av)\b(?! att){_NO_TROUBLE}",
    r"[^.!?:]{2,80}\b(ursäkta|förlåta|överse med)\b(?!.*\bmen\b).{0,60}",
    rf"som \w[^.,]{{2,60}} har (vi|jag) (\w+ ){{0,3}}(erfarenhet|kunskap|insyn)\b{_NO_TROUBLE}",
    r"till (er|den|dem|alla|ansvariga|\w*(region|kommun|styrelse|nämnd|politiker|handläggare|kontor"
    rf"|kansli)\w*)\b{_NO_TROUBLE}",
    rf"[^.!?:]{{2,80}}{_WRITES}(?!.*\bför att\b).{{0,140}}",
    r"(vi|jag) .{0,80}\bskriver (som|tillsammans)\b.*",
    r"[\w -]{3,50}? (samlar|företräder|representerar|organiserar)\b.*",
    rf"(mitt namn är|jag (heter|är \d+ år))\b{_NO_TROUBLE}",
    rf"((vi|jag)|(min|vår) \w+ och (jag|vi)) (var|satt|bor|driver|omsätter|träffades"
    r"|flyttade|kom hit|har bott|samlades|åkte runt|har (samlat|träffats|åkt runt))\b"
    rf"{_NO_TROUBLE}",
    rf"(vi|jag) (skriver|svarar|talar|utgår) (\w+ ){{0,2}}?(utifrån|från) "
    rf"(det|vad|våra?|mina?|egna)\b{_NO_TROUBLE}",
    rf"[\w -]{{3,50}}? (driver|bedriver|förvaltar|omsätter|består av|grundades"
    rf"|har sitt säte)\b{_NO_TROUBLE}",
    rf"[\w -]{{3,50}}? har (idag |cirka |drygt |ungefär )?[\d ]+ "
    rf"\w*(medlem|anställd|företag|invånare|elev|student|hushåll|kund)\w*{_NO_TROUBLE}",
    *foreign.PRESENTATIONS,
)
_TOPIC = re.compile(
    r"(?:Om|Kring|Angående|Beträffande|Gällande|Avseende|Rörande|När det gäller|Vad gäller)"
    r" [^:.,!?]{2,50}:\s*"
    r"|(?:Angående|Beträffande|Gällande|När det gäller|Vad gäller)"
    r" (?:[^:.!?]|\.\d){2,60}\.(?:\s+|\Z)"
)


def is_courtesy(sentence: str) -> bool:
    """Whether a sentence thanks, introduces, refers, announces or offers, and says nothing else."""
    said = sentence[label_length(sentence) :]
    if announces(said):
        return True
    sends = len(said) <= _LONGEST and _SENDING.fullmatch(said)
    says_nothing = sends or _COURTESY.fullmatch(said)
    return bool(says_nothing) and not _ASKS.search(said)


def is_greeting(line: str) -> bool:
    """Whether a line greets somebody, and the next begins anew in small letters: "God dag,"."""
    return line.endswith((",", "!")) and is_courtesy(line)


def is_close(paragraph: str) -> bool:
    """Whether a paragraph is the complimentary close, after which only names follow."""
    return bool(_CLOSE.fullmatch(paragraph))


def is_presentation(sentence: str) -> bool:
    """Whether a sentence tells who is writing; to be asked of the first paragraph alone."""
    return bool(_PRESENTATION.fullmatch(sentence)) and not _ASKS.search(sentence)


def topic_length(sentences: str) -> int:
    """How much at the start only names what comes after: "När det gäller pengar:"."""
    match = _TOPIC.match(sentences)
    return match.end() if match else label_length(sentences)
