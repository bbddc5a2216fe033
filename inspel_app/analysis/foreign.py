"""Cue words of the other languages that answers come in: English, Finnish, Norwegian, North Sami.

They stand beside the Swedish ones in the same patterns: none of them is a Swedish word.
"""

ASKS = (
    r"we (?:would )?(?:ask|want|propose|suggest|urge|request|recommend|wish|hope|demand)",
    r"we (?:need|would like to see)",
    r"should|must (?!och|av|på|till|för|i)\w+|ought to|needs?",
    r"(?:is|are) (?:needed|lacking|missing|required)|(?:would|could) (?:help|be better)",
    r"please (?:\w+)|pitää|pitäisi|täytyy|tarvitaan|tarvitsemme|tarvitsee|ehdot(?:amme|an)",
    r"vaadimme|toivomme|haluamme|(?:on|olisi) (?:\w+(?:ttava|tävä|ava|ävä)|tärkeä\w*)",
    r"tulee \w+[aä]",
    r"ei saa|bør|må (?:\w+es|få|bli)|trengs|ønsker|foreslår|mener at|skal (?:\w+es|være|få)",
    r"ferte|galgá|galgat|dárbbaš\w*|berre|berrejit",
)
"""What is asked for, in the middle of a sentence."""
COMMANDS = (
    r"stop|start|build|add|keep|give|make|improve|invest|close|open|reduce|increase|lower|raise",
    r"let",
    r"do not|don't|lopettakaa|rakentakaa|lisätkää|antakaa|säilyttäkää|älkää|bygg|behold|stopp",
    r"slutt",
)
"""The first word of what is asked for."""
SUPPORTS = (
    r"we (?:strongly |fully |also )?(?:support|welcome|agree|endorse|appreciate|like)",
    r"(?:it is|very) (?:good|positive|welcome) (?:that|to)|kannatamme|tuemme|olemme samaa mieltä",
    r"on hyvä, että|hienoa, että|vi støtter|vi er enige? i|stiller oss bak|det er (?:bra|positivt)",
)
REFUSES = (
    r"we (?:strongly )?(?:oppose|object|reject|disagree)",
    r"we (?:do not|don't|cannot) (?:support|accept|agree)",
    r"(?:far )?too (?:vague|long|short|little|weak|slow)|disaster|unacceptable|vastustamme",
    r"emme (?:hyväksy|kannata)|ei ole hyväksyttävää|(?:vi er|er) imot|(?:kan|vil) ikke støtte",
)
LACKS = (
    r"(?:is|are) (?:lacking|missing|unclear|vague|outdated)|lacks|does not mention|nothing about",
    r"there (?:is|are) no|puuttuu|puuttuvat|ei mainita|epäselvä\w*|mangler|uklar\w*|váilu\w*",
)
STRATEGY = (
    r"strategy|section|chapter|the (?:plan|text)|strategia\w*|luvu\w+|teksti\w*|strategien|kapitlet"
)
OPENS = (
    r"finally|also|moreover|furthermore|in addition|besides|we also|as for|regarding|concerning",
    r"another|second(?:ly)?|third(?:ly)?|lisäksi|toiseksi|kolmanneksi|lopuksi|myös|samoin",
    r"dessuten|i tillegg|videre|til slutt|når det gjelder|også|for det andre|maiddái",
)
"""A new matter is opened."""
TURNS = (r"however|but|and|mutta|kuitenkin|toisaalta|likevel",)
LEANS = (
    r"it|they|this|these|that|there|such|she|ne|tämä|nämä|siellä|sinne|niitä|niiden|siitä",
    r"disse",
)
"""The first word points at what was said."""
GOES_ON = (
    r"source|every|therefore|today|so|for example|because|without|then|thus|otherwise|many|some",
    r"most",
    r"in|on|at|with|for|since|when|if|as|after|siksi|näin|esimerkiksi|koska|ilman|muuten|monet|jos",
    r"kun|nyt|vaikka|derfor|for eksempel|uten|ellers|hvis|etter",
)
"""A reason, an example, a consequence or a circumstance."""
MORE = (
    r"not|no|never|nobody|nothing|without|only|but|because|since|too|cannot|\w+n't|which|that",
    r"where|waited|waiting|worr\w+|concern\w*|tired|afraid|against|happy|proud|glad|sad|angry",
    r"wants?|hopes?|wish\w*|would|could|lost|lose|closed?|closing",
    r"who(?! (?:live|work|stud|run|represent)\w*)|ikke|ikkje|bare|uten|dessverre|vil|ønsker?",
    r"trenger|mister|mangler|savner|finner|bekymr\w*|redde?|lei|imot|opptatt|glade?|fornøyd\w*",
    r"opprørt|fordi|hvor|sliter|håper|venter|som(?= ikke| trenger)|ei|eivät|emme|ilman|vain",
    r"vielä|mutta|koska|jo[tk]ka|jo(?:ka|lla|illa|nka|iden)|että|halua\w*|toivo\w*|tarvits\w*",
    r"odota\w*|odotta\w*|huoli\w*|huolis\w*|pettyn\w*|iloi\w*|tyytyväi\w*|ylpe\w*|tyytymättö\w*",
    r"väsyn\w*|kyllästyn\w*|puuttu\w*|liian|surulli\w*|vihai\w*|vastaan|mieltä",
)
"""Words by which a sentence in which somebody is presented or thanked says something more."""
COURTESIES = (
    r"(?:tusen |mange |hjertelig )?takk(?: skal dere ha| på forhånd| for (?:oss|meg|ordet))?[.!]*",
    r"(?:suur)?kiito(?:s|kset)(?: \w+| ja hyvää \w+)?[.!]*|many thanks[.!]*|all the best[.!]*",
    r"(?:ollu )?(?:giitu|gijttoe|gïjhtoe)\b[^,;:]{0,60}",
    r"thank (?:you|s)(?: (?:so|very) much| in advance)*[.!]*|(?:good|best of) luck\b[^,;:]{0,40}",
    r"l[yu]kke til(?: (?:med|videre)\b[^,;:]{0,40})?[.!]*",
    (
        r"(?:we |i )?(?:have |there (?:are|is) )?(?:no|nothing)"
        r"(?: (?:further|more|other|additional|else))?"
        r"(?: (?:comments?|remarks?|objections?|opinion|views?|to (?:add|say|report)))+"
        r"(?: on .{0,60})?[.!]?"
    ),
    r"see (?:above|below|(?:the )?(?:previous )?answer.{0,30})[.!]?|same as above[.!]?|n/?a[.!]?",
    (
        r"ei (?:ole )?(?:muuta|mitään|lisää|enempää)?\s?(?:muita |lisä)?(?:lisättävää|sanottavaa"
        r"|kommentoitavaa|kommentteja|huomautettavaa|lausuttavaa|huomautuksia)[.!]?"
    ),
    r"(?:katso|ks\.?) (?:yllä|edellä|edellinen vastaus).{0,20}|sama kuin (?:yllä|edellä)[.!]?",
    (
        r"(?:vi har )?(?:ingen|ikke|ikkje) (?:flere |ytterligere |andre )?(?:kommentar(?:er)?"
        r"|merknad(?:er)?|innspill)(?: å tilføye)?[.!]?"
    ),
    r"(?:vi har )?(?:ingenting|ikke noe)(?: mer)? å (?:tilføye|legge til)[.!]?",
    r"mis (?:ii|eai) leat (?:eará )?(?:lasáhus|lasáhusat|kommeantta).{0,20}",
)
"""Whole sentences that thank or tell that there is nothing to say."""
CLOSES = (
    r"(?:best|kind|kindest|warm) (?:regards|wishes)\b.{0,60}|regards\b.{0,40}",
    r"yours (?:sincerely|faithfully)",
    r"sincerely\b.{0,40}|ystävällisin terveisin\b.{0,60}|terveisin\b.{0,40}",
    r"kunnioittavasti\b.{0,40}",
    r"(?:med )?vennlig hilsen\b.{0,60}|(?:hilsen|dearvvuođaiguin)\b.{0,40}",
)
THANKS = (
    r"[\w .-]{2,80}\bkiittä[äv]\w*(?: \w+){0,4} (?:mahdollisuu|tilaisuu|kutsu|lausuntopyy)\w+",
    r"(?:kiitos|kiitämme|kiitokset)(?: \w+)? (?:mahdollisuu|tilaisuu|kutsu|lausuntopyy|kysymy)\w+",
    (
        r"(?:[\w .-]{2,80} )?takk(?:er)?(?: så mye)? for (?:muligheten|invitasjonen|at (?:vi|jeg) "
        r"(?:fikk|får|kan) (?:gi|si|svare|uttale|delta|være med)"
        r"|at dere (?:spør|lytter|leser|inviter\w+))"
    ),
    (
        r"(?:[\w .-]{2,80} )?thank(?:s| you)?\b(?: the \w+)?(?: (?:so|very) much)?(?: for)? "
        r"(?:\w+ ){0,2}?(?:opportunity|invit\w+|chance|asking|reading|listening|letting us"
        r"|your (?:time|work|attention|e?mail))"
    ),
)
"""What opens a sentence that thanks for being asked."""
PRESENTATIONS = (
    (
        r"(?:we|i) (?:are|am) (?:about |around )?(?:an?|the(?! only| last| first)|\d+|\w+ty|two"
        r"|three|four|five|six)\b"
    ),
    r"(?:i am|i'm|we are) writing (?:as|from|for|on behalf)\b|we represent\b|my name is\b",
    (
        r"jeg heter\b|mitt navn er\b|(?:vi|jeg) er (?:en|ei|et|\d+|to|tre|fire|fem|seks|sju|åtte"
        r"|ni|ti|fra|(?!sikker|usikker)\w{3,}(?:ist|ør|er|ent|mann|eier|elev|mor|far)|bonde"
        r"|(?-i:[A-ZÆØÅ])[\w-]+)\b"
    ),
    r"(?:olemme|olen)\b(?=[\w .-]{3,80}\Z)|nimeni on\b",
)
"""What opens a sentence that tells who is writing."""
