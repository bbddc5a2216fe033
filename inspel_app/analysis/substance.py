"""Whether a sentence that opens as a courtesy or a presentation goes on to say something.

"Vi är en by" presents, "Vi är en by där mobilen inte fungerar" is a point. A courtesy that is kept
does little harm, a point that is lost does much: so what is let go is what surely says no more, and
any further clause that is not of the kinds in which people present themselves counts as more.
"""

import re
from collections.abc import Iterable

from inspel_app.analysis import foreign, imperatives
from inspel_app.analysis.stance import asks, stance_of
from inspel_app.analysis.verdicts import cues
from inspel_app.domain.coding import Stance

_SAYS = cues(
    r"inte|ej|ing(?:a|en|et|enting|enstans)|aldrig|sällan|knappt|knappast|varken|utan(?! vinst)",
    r"men|fast|bara|endast|trots\w*|dock|tyvärr|ändå|fortfarande|ännu|äntligen|snart|alltför",
    r"så länge|förut(?:satt|sättning)\w*|utom|utöver|annars",
    r"om (?:ni|vi|den|man|de|bara|det(?! här))",
    r"(?:som|och|vi|jag|också|gärna|bara) vill(?! (?:[\w ]{0,40} )?(?:tacka|anföra|framföra)\b)",
    r"vilja|önska[rt]?|hoppa[st]\w*|drömmer|längtar|vänta[rt]?|vore|skulle|ska|skall|måste|bör",
    r"borde|kräv\w+|behöv\w*|sakna\w*|viktig\w*|föreslå\w*|tycker|anser|menar|tror|upplever",
    r"märker|undrar|vågar|orkar|hinner|ser (?:hur|att|stora|risk\w*)",
    r"(?:kommer|tänker|funderar)(?= (?:att|på|\w+a)\b)(?! från)|slipp\w*|tvingas|riskera\w*|oro",
    r"oroa\w*|orolig\w*|rädd[a]?|trötta?|glad[a]?|besvik\w*|(?:miss)?nöjd[a]?|stolta?|arga?",
    r"förbanna\w+|led(?:sen|sna)|bekymra\w*|positiv\w*|negativ\w*|kritisk\w*|emot|mot förslag\w*",
    r"beroende|angelägna?|intresse av|förvån\w+|stöd(?:jer|er)|välkomna[rd]|instäm\w+|drabba\w*",
    r"eftersom|därför|därmed|för att|på grund av|hur|vars|vilke[nt]|vilka|(?<!på )att|när|medan",
    r"då|varför|dit|långt|mil|svår\w*|problem\w*|brist\w*|dålig\w*|fel|sämre|bättre|mindre|högre",
    r"lägre|sämst|bäst|dyr\w*|billig\w*|farlig\w*|otrygg\w*|ensamm?a?|sliter|kämpa\w*|hotas?",
    r"förlora\w*|tappa\w*|minska\w*|försvinn\w*|försvunn\w*|stäng\w+|ned(?:lag|lägg)\w*",
    r"indrag\w*|lagts|lades|läggs|slut\w*|igen|knäna|back|skull|hälften|de flesta|stopp\w*",
    r"skövl\w*|bort|kvar|färre|för (?:få|lite|dyr\w*|låg\w*|hög\w*|lång\w*|sen\w*|liten|små)",
    *foreign.MORE,
)
"""Words by which something is wished, refused, judged, limited or told as good or bad."""
_HAS = (
    r"(?:\d|cirka|drygt|omkring|ungefär|en|ett|två|tre|fyra|fem|s(?:itt|in|ina)|vår[at]?"
    r"|m(?:itt|in|ina)|kontor|säte|verksamhet|medlem\w*|lång|stor|ansvar|hand om|följande"
    r"|(?:också |även |\w+ gånger )?(?:pratat|diskuterat|läst|gått|svarat|jobbat|arbetat|bott|varit"
    r"|funnits|hållit|drivit|haft (?:\w+ ){1,2}(?:träff|möte|samtal|diskussion))\w*"
    r"|\w*[^t\W] (?:\w+ ){0,3}sedan (?:\d{4}|\w+ år))\b"
)
_DOES = (
    r"(?:(?:\w+t|själva?|alla|båda|tillsammans|sedan \w+|idag|i dag|nu|främst|bland annat) )?(?:är"
    r"|heter|bor|arbetar|jobbar|verkar|driver|bedriver|samlar|organiserar|företräder|representerar"
    r"|förvaltar|äger|tillverkar|producerar|säljer|odlar|föder|erbjuder|utvecklar|levererar|bygger"
    r"|utbildar|forskar|ansvarar|arrangerar|anordnar|ordnar|sköter|sysslar|ägnar|hjälper|stöttar"
    r"|träffas|träffats|möts|spelar|sjunger|dansar|går|läser|pluggar|studerar|fiskar|jagar|fyller"
    r"|lever (?:på|av)|satt|åt|gör|hade (?:\w+ )?(?:möte|träff)|kommer från|ligger|finns|består"
    r"|omfattar|omsätter|ingår|grundades|bildades|startade\w*|började|flyttade|växte|föddes|pratade|fikade"
    rf"|diskuterade|skriver|svarar|lämnar|har(?= {_HAS}))\b"
)
"""What people do who tell who they are."""
_VERB = (
    r"(?:är|har|var|hade|går|gick|får|fick|blir|blev|ligger|står|stod|tar|tog|ser|kommer|kom|gör"
    r"|finns|\w{2,}(?:ar|er|ade|ades|nde|dde|tte|ts|as))"
)
_CLAUSE = re.compile(
    rf"\bsom (?!{_DOES}|\w+(?:are|ör|ist|chef|förälder|elev|student|mamma|pappa)\b)"
    rf"|\b(?:och|samt) (?:(?:vi|jag) (?!{_DOES})|(?:det|den|de|här|där|nu|då|sedan)\b)"
    rf"|\bdär (?!(?:vi|jag) {_DOES})"
    rf"|[ ,]\w{{2,}}(?:en|et|an|rna) {_VERB}\b"
    rf"|[,;:–] (?:(?:vi|jag|man|ni) (?!{_DOES})|(?:det|den|de|dessa|detta|här)\b)"
    r"|[;:] \S+ \S|\?\s*\Z",
    re.IGNORECASE,
)
"""A further clause, by what opens it, that tells anything else."""
_TOLD = "|".join(imperatives.ANY)
_COMMANDS = re.compile(
    rf"[,;:–] (?!se\b)(?:{_TOLD})\b|\boch (?!(?:se|gör)\b)(?:{_TOLD})\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"som\b| (?:är|har|visar|säger|räcker|finns)\b", re.IGNORECASE)
"""So the rest begins where what looked like a courtesy was the subject of a sentence."""
_REST = 140
"""Characters that may come after what opens a courtesy; more of them say more."""


_WE = "Vi"
"""Stands for what opened, lest the next word be read as a command: "We are a start-up"."""


def heads(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """What may open a sentence that says no more, each by itself."""
    return tuple(re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern in patterns)


def says_only(sentence: str, opening: Iterable[re.Pattern[str]]) -> bool:
    """Whether a sentence opens in one of these ways and goes on to nothing on the matter."""
    rests = (sentence[match.end() :] for head in opening if (match := head.match(sentence)))
    return any(
        len(rest) <= _REST and not _GOES_ON.match(rest) and not says_more(f"{_WE}{rest}")
        for rest in rests
    )


def says_more(text: str) -> bool:
    """Whether the text, all or the rest of a sentence, says anything on the matter.

    True also where it only may: for a clause of an unknown kind, a wish, a limit, a feeling.
    """
    told = _SAYS.search(text) or _CLAUSE.search(text) or _COMMANDS.search(text)
    return bool(told) or asks(text) or stance_of(text) not in {None, Stance.FAKTA}
