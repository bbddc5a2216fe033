"""Words that tell whether somebody is for or against what is spoken of, or finds it wanting."""

import re

from inspel_app.analysis import foreign, imperatives


def cues(*phrases: str) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words."""
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


_STRATEGY = (
    r"(?:strategi|analys|avsnitt|stycke|kapitel|dokument|text|skrivning|formulering|inledning"
    r"|inriktning|prioritering|delprioritering|målformulering|beskrivning|förslag|ambition|häfte"
    r"|tabell|matris|definition|struktur|utkast|remiss|version|målbild|vision|mål(?:et|en)?\b)\w*"
)
ABOUT = cues(_STRATEGY, r"ordet|begreppe[tn]|(?:det|som) står|ni", foreign.STRATEGY)
"""Names the strategy or its parts."""
_WE = (
    r"(?:vi|jag|kommunen|föreningen|förbundet|myndigheten|länsstyrelsen|nämnden|styrelsen"
    r"|universitetet"
    r"|samebyn|bolaget|partiet|klubben|regionen|byalaget|företaget)"
)
_VERY = r"(?:(?:mycket|väldigt|så|helt|rent|direkt|djupt|verkligen|starkt|både|extra|särskilt) )?"
_GOOD = (
    r"(?:bra|utmärkt|fint|glädjande|klokt|positivt|värdefullt|välkommet|föredömligt|en styrka"
    r"|berömvärt|rätt)"
)
_BAD = (
    r"(?:förödande|katastrof\w*|en katastrof|olyckligt|orimlig\w*|dumt|farligt|ett misstag"
    r"|ödesdiger\w*"
    r"|oacceptab\w+|skamlig\w*|beklaglig\w*|bedrövlig\w*|upprörande|skrämmande|oansvarig\w*"
    r"|ohållbar\w*"
    r"|under all kritik|vansinn\w+|horrib\w+|orealistisk\w*|omöjlig\w*|missvisande|ogenomtänk\w+"
    r"|orättvis\w*|undermålig\w*|otillräcklig\w*|bristfällig\w*|verklighetsfrämmande)"
)
_FEW = (
    r"(?:en|ett|två|tre|fyra|fem|sex|\d+|någon|några|varannan|hälften|halva|var (?:tredje|fjärde))"
    r" (?!saker|ord|frågor|exempel)"
)
_NONE = (
    r"(?:ingen|inget|inga)"
    r" (?!\w*(?:invändning|erinran|synpunkt|kommentar|tillägg|hinder|skäl|annat|risk))"
)
_TO_END = (
    rf"(?:avveckla|slopa|avskaffa|skrota|avbryta|upphäva|dra tillbaka|riva upp|lägga (?:ned|ner)"
    rf"{imperatives.SPENT}|lägga åt sidan|avstå från|sluta (?:med|upp med|att))"
)
_BE_ENDED = (
    r"(?:avvecklas|slopas|avskaffas|skrotas|avbrytas|upphävas|dras tillbaka|rivas upp"
    r"|läggas (?:ned|ner|åt sidan)|upphöra)"
)
_IS_ENDED = (
    r"(?:avvecklas|slopas|avskaffas|skrotas|avbryts|upphävs|dras tillbaka|rivs upp|avslås|stoppas"
    r"|läggs (?:ned|ner|åt sidan)|upphör|slutar (?:med|att))"
)
_TOO = (
    r"(?:många|få|små|lite|mycket|långt|trött|gammal|ung|sjuk|liten|stor|svag|dålig"
    r"|(?!(?:nya|flera|alla|båda)\b)\w+a(?= för\b|\W*\Z)|\w+(?:ig|ligt|sam|lös|bar))\b"
)
"""What follows "vi är för" where it does not say what they are for."""
_IS_FOR = rf"{_WE} är {_VERY}(?:också |absolut |även )?för "
_MUST = r"(?:bör|borde|måste|behöver|ska|skall)"
_NO_NOT = r"(?:(?!inte\b|ej\b|aldrig\b|som\b)\w+,? )"
SUPPORT = cues(
    rf"tillstyrk\w+|välkomna[rd]?\w*|instämmer|(?:ställer|sluter) (?:oss|sig|upp) {_VERY}"
    r"(?:bakom|positiv\w*)|håller med|bifaller|förespråkar",
    rf"stöd(?:jer|er) (?:\w+ )?{_STRATEGY}|{_WE} (?:\w+ )?stöd(?:jer|er)",
    rf"ser {_VERY}positivt (?:på|att)",
    rf"(?:det är|är det) {_VERY}{_GOOD} (?:att|med|när|hur)|inget att (?:invända|erinra) mot"
    r"|ingen erinran|inga invändningar",
    rf"{_IS_FOR}(?!{_TOO})"
    r"|är inte (?:\w+ )?(?:emot|motståndare till)",
    r"säger (?:bestämt )?ja till|ja till|(?:ett |stort )plus (?:för|till|att)",
    r"glad[a]? (?:över|för)|uppskattar|full fart framåt",
    rf"bra (?:att (?:ni|strategin|det står)|skriv\w+|beskriv\w+|formuler\w+)|bra {_STRATEGY}",
    r"delar den\b|(?:rör inte|behåll) (?:\w+ )?" + _STRATEGY,
    rf"skrivet, behåll|(?:är|ställer (?:oss|sig)) (?:mycket |i stort )?positiv\w* till|är träffande"
    rf"|{_STRATEGY} (?:[\w-]+ ){{0,5}}?är {_VERY}(?:bra|klok\w*|rimlig\w*|välkom\w+|viktig\w*"
    rf"|rätt)",
    r"rätt väg att gå|på rätt (?:väg|spår)|nöjd[a]? (?:med|över)|vill berömma|beröm|äntligen"
    r"|tack vare"
    r"|(?:är|som) (?:ett föredöme|en förebild)|fungerar (?:\w+ )?(?:bra|utmärkt)|fallit väl ut",
    r"gillar|bra som (?:det|den) är|väl (?:avväg|skriv|formuler|genomarbet|balanser|genomtänk)\w+",
    r"efterlängta\w+|gedig(?:en|et|na)|(?:rätt|väl|klokt) tänkt|rätt (?:prioritera\w+|fokus)",
    r"betytt (?:allt|mycket)|fortsätt (?:(?:att|och) )?(?:satsa|stödja|utveckla|prioritera|så)",
    r"delar (?:(?!inte\b|ej\b|knappast\b|aldrig\b)[\w-]+ ){0,4}?"
    r"(?:uppfattning|åsikt|mål|ambition|bild|bedömning|analys|syn)(?:en|et)?",
    r"gläd(?:er|s) (?:(?:vi|oss|jag|mig|det|sig) ){0,2}(?:åt|av|över|att)",
    r"(?:förstår inte|inte förstår) (?:gnället|klagomålen|kritiken|motståndet)"
    r"|stör (?:mig|oss) inte|inget emot",
    *foreign.SUPPORTS,
)
FAVOURS = cues(rf"{_IS_FOR}(?!att\b|{_TOO})\w+")
"""Support of a thing: "Vi är för vattenkraft"."""
PRAISES = re.compile(
    rf"(?:{_VERY}{_GOOD}|snyggt|toppen|heja|strålande|roligt|kul|hurra)\b(?! (?:vore|om|hade"
    rf"|skulle))"
    rf"|(?:{'|'.join(imperatives.KEEPS)})\b",
    re.IGNORECASE,
)
"""Opens a sentence that is for something."""
ONLY_PRAISE = re.compile(
    r"[^,;:?]{2,80}\b(?:är|blev|var|har varit|har blivit|(?:har )?fungera[rt])"
    r" (?:(?:alldeles|så|mycket|väldigt|riktigt|verkligen|helt|oerhört|fantastiskt|en|ett|den|det"
    r"|vår|vårt|länets|bygdens) ){0,2}"
    r"(?:(?:jätte|super|kanon)?(?:bra|fin[at]?)|fantastisk\w*|toppen|suverän\w*|utmärkt\w*"
    r"|underbar\w*|perfekt\w*|strålande|enastående|uppskatta\w+|lycka[dt]e?|succé|lyft|tillgång"
    r"|pärla|stolthet|föredöme|guld värd\w*|ovärderlig\w*|bäst\w*)"
    r"(?: (?:här|hos oss|vi (?:har|haft)|som finns|(?:i|på) [\w-]+"
    r"|för (?:vår|vårt|våra|oss|hela|länet|bygden|byn)(?: \w+){0,3}))*"
    r"(?:, ska sägas| faktiskt)?\s*[.!]*\Z",
    re.IGNORECASE,
)
"""A sentence that says how good something is and nothing else."""
AGAINST = cues(
    r"avstyrk\w+|kritisk[ta]?|kritiserar|skeptisk[ta]?|motsätter (?:oss|sig|mig)|avråder",
    r"säger (?:bestämt |tydligt )?nej|(?<!tackade )(?<!tackat )nej (?:tack )?till|delar inte",
    r"inte (?:rimligt|skäligt|acceptabelt|försvarbart|rättvist)|o(?:rimligt|acceptab\w+)"
    r"|rena hånet|ett (?:rent )?hån",
    r"ställer (?:oss|sig) inte|ställa (?:oss|sig) bakom|avvisar",
    r"ifrågasätt\w+|(?:tveksam\w*|negativ\w*|frågande) till|invänder(?! inte)|protesterar",
    r"(?:är|röstar) (?:helt |starkt )?emot",
    rf"(?:vore|är|blir|skulle vara|varit) {_VERY}{_BAD}",
    r"(?:ställer|håller) (?:oss|vi|jag)? ?inte (?:med|upp)",
    r"(?:kan|vill) inte (?:\w+ )?(?:stödja|acceptera|godta|godkänna)",
    r"(?:hör inte|inte hör) (?:hemma|hit|dit|till)|inget att göra (?:i|på|vid|bland)",
    r"har ingen plats|(?:tror|litar) (?:(?:vi|jag) )?inte på",
    r"(?:ingen|inget|inga) (?:mer|fler|ny|nya|nytt|ytterligare)",
    r"vill (?:\w+ ){1,3}inte (?:ha|se|vara med|att)|inte heller vill (?:vi|jag)",
    r"vill (?:absolut |verkligen |helst )?inte (?:ha|se|att|(?:[\w-]+ ){1,3}(?:fler|mer|nya|ännu))",
    r"(?:ingen|inga) (?:[\w-]+ ){0,4}vill (?:ha|se|att)",
    r"(?:vi|jag|våra \w+) (?:[\w-]+ ){0,5}vill (?:absolut |verkligen )?inte"
    r" (?!låta|klaga|påstå|säga|hävda|tro|peka|ta|verka|bara|enbart|glömma|missa|förlora|vara)"
    r"\w+[aå]",
    r"behöver (?:vi|jag|man|länet|bygden) (?:verkligen )?inte",
    r"(?:vi|jag) (?:vill|behöver) inte (?:(?:ha|se) )?(?:fler|mer|nya|några|ännu)",
    rf"(?:bör|borde|måste|behöver|dags att) {_NO_NOT}{{0,2}}?(?:{_TO_END}|{_BE_ENDED})",
    rf"(?:vill|kräver|yrkar|föreslår|begär|önskar|hemställer) (?:{_NO_NOT}{{0,2}}?{_TO_END}"
    rf"|(?:\w+ )?att {_NO_NOT}{{1,7}}?{_IS_ENDED})",
    *foreign.REFUSES,
)
SHALL_END = cues(rf"(?:ska|skall) {_NO_NOT}{{0,2}}?(?:{_TO_END}|{_BE_ENDED})")
"""Refuses too, unless it tells what somebody has decided."""
_BAN = r"(?:\w*förbud\w*|moratori\w+|stopp(?:et)?)"
ENDS_BAN = cues(
    rf"{_BAN} (?:[\w-]+ ){{0,5}}?{_MUST} {_NO_NOT}{{0,2}}?(?:{_BE_ENDED}|hävas)",
    rf"(?:{_TO_END}|häva|slopa|upphäv|häv|stoppa) (?:[\w-]+ ){{0,2}}?{_BAN}",
)
"""The end of a ban is asked for, and no refusal."""
OTHERS_REFUSE = cues(
    r"(?<!vi )(?<!jag )(?<!oss )som (?:\w+ )?(?:säger (?:\w+ )?nej|röstar (?:nej|emot)"
    r"|är (?:\w+ )?(?:emot|motståndare|negativa? till)|motsätter sig|protesterar)(?: till)?"
)
"""Told of others: "den som säger nej till"."""
LACKS = cues(
    r"saknar|saknas|fattas|brist\w*|(?:o|svår)(?:tydlig|klar|läst|begriplig|jämn)\w*|missvisande",
    r"är (?:fel|borta|gamma\w+|svår|vag\w*|mag\w+|tun\w+|svag\w*|orealistisk\w*)",
    r"glömt?s?|osynlig\w*|föråldra\w+|inte längre riktig\w*",
    r"(?:nämn|beskriv|framgå|syn|definiera|omfatta|märk)\w* (?:inte|ingenstans)|ingenting om",
    r"flum\w*|svammel|floskler|tomma ord",
    r"inga? (?:\w+ )?(?:om|i)|utan att|går inte att|fattar inte|pekar åt fel|varken|tappat",
    r"(?:alltför|på tok för|lite väl|för) (?:mycket|lite|få|många|lång\w*|omfattande|allmän\w*)",
    *foreign.LACKS,
)
"""Complaints when said in a sentence on the strategy; elsewhere they tell how things are."""
TROUBLE = cues(
    _BAD,
    r"(?:är|vore) (?:ett |en )?(?:(?!ing\w+\b|inte\b)\w+ )?"
    r"(?:problem|skämt|skandal|bekymmer|plåga|dödsfälla)",
    r"(?:det är|är det) (?:anmärkningsvärt|förvånande|märkligt|pinsamt|sorgligt|tråkigt|trist) att",
    r"(?:helt|så) sjukt|inte klokt|förstör|omöjliggör",
    r"är (?:helt )?fel|tyvärr|svaghet\w*|slår (?:\w+ )?(?:mot|ut)|drabba[rs]?|riskerar",
    r"misslyckats?",
    r"(?:fungerar|duger|räcker|håller|hjälper) inte|inte (?:rätt väg|bra|råd|tillräcklig\w*)",
    r"kväver",
    r"(?:vi|jag) är (?:\w+ )?(?:oroa\w+|besvik\w+|trött[a]? på|bekymra\w+)|med oro|oroar|oroande",
    r"underfinansiera\w*|eftersatt\w*|livsfarlig\w*|obegriplig\w*|utdömd\w*|ruttna?|trasig\w*",
    r"ingen (?:kommer att|lyssnar|betalar|vill|vågar|tar ansvar|vet)|utan (?:ersättning|bostäder)",
    r"(?:drogs|dragits|dras|drog ni) in|lades (?:ned|ner)|har lagts (?:ned|ner)|las (?:ned|ner)",
    r"glöm(?:s|ts|mer|t) bort|stängs ute|hamnar (?:mellan|utanför|i kläm)|faller (?:mellan|under)",
    r"underskatta\w*|bortprioriter\w+|nedprioriter\w+|fallit bort|gett upp|slutat gå|har stängt?",
    r"(?:största|stort) (?:problemet|hindret|problem|hinder)",
    r"för (?:dyrt|få|låg\w*|sent|sällan|lite)|jobbig\w*",
    r"(?:är|blir|blivit|känns) (?:\w+ )?för (?:hög|dyr|lång|svår|krånglig|liten|stor|många|få)\w*",
    rf"(?:bara|endast|blott|knappt) {_FEW}",
    rf"(?:finns|har (?:vi|man|kommunen)?) ?(?:inte en enda|knappt|{_NONE})|inte ens",
    r"(?:har|haft) (?:vi )?inte (?:haft|fått|sett|frågat|höjts|ändrats|hänt|byggts|rustats|gjorts)",
    r"ingen (?:svarar|frågar|hjälper|ansvarar|tar (?:ansvar|över)|äger frågan|har frågat|bryr sig)",
    r"(?:når|kommer|räcker) (?:inte|aldrig) (?:\w+ )?fram|dröjer|(?:stå|ligge)r (?:still|tom)\w*",
    r"(?:kön|väntetiden|väntan|köerna) (?:till [\w-]+ )?är",
    r"(?:tar|tog|tagit) (?:en hel dag|(?:\w+ )?(?:år|månader))",
    r"tvingas|hotas av|man får (?:åka|köra|vänta|skjutsa|betala)|tappar|förlorar|urholk\w+",
    r"slutar (?:mitt i|[\w,]+ (?:kilometer|km|mil|meter))|tar slut|tog slut|utarm\w+",
    r"sämre|försämra\w*|är tomm?a?|allt (?:bestäms|hamnar|läggs|samlas|centraliseras|går till)",
    r"ingen har|lämnas (?:ensam\w*|utan|åt)|inte (?:[\w-]+ ){0,4}längre|en enda gång",
    r"det är (?:snart |över )?[\w-]+ år sedan|dubbelt så (?:mycket|dyr\w*)",
    r"stänger (?:[\w-]+ )?(?:veckor|månader|på)",
    r"läcker|utsli\w+|nedsli\w+|förfall\w*",
    r"mög(?:el|lig)\w*|full\w* av hål|fördubblats|detsamma som (?:förr|då|19\d\d|20\d\d)",
)
"""Tells that things are bad, whatever they are."""
