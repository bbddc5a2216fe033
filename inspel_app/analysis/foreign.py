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
_NO_BUT = r"(?!.*\b(?:but|mutta|men)\b)"
COURTESIES = (
    rf"{_NO_BUT}[\w .-]{{2,80}}\bkiittä[äv]\w*\s[^,;:]{{0,100}}",
    rf"{_NO_BUT}[\w .-]{{2,80}}\btakker for (?:muligheten|invitasjonen)\b[^,;:]{{0,100}}",
    rf"{_NO_BUT}[\w .-]{{2,80}}\bthanks?\b[^,;:]{{0,60}}\bopportunity\b[^,;:]{{0,80}}",
    r"dear (?:sir|madam|all|region|colleagues?)\b.{0,40}|hello\b.{0,30}|hi\b.{0,20}|hei\b.{0,30}",
    r"(?:we |i )?(?:would like to )?thank(?:s| you)\b[^,;:]{0,140}",
    r"(?:kiitos|kiitämme)\b[^,;:]{0,100}|(?:takk|vi takker)\b[^,;:]{0,120}|giitu\b[^,;:]{0,60}",
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
"""Whole sentences that greet, thank or tell that there is nothing to say."""
CLOSES = (
    r"(?:best|kind|kindest|warm) (?:regards|wishes)\b.{0,60}|regards\b.{0,40}",
    r"yours (?:sincerely|faithfully)",
    r"sincerely\b.{0,40}|ystävällisin terveisin\b.{0,60}|terveisin\b.{0,40}",
    r"kunnioittavasti\b.{0,40}",
    r"(?:med )?vennlig hilsen\b.{0,60}|(?:hilsen|dearvvuođaiguin)\b.{0,40}",
)
PRESENTATIONS = (
    (
        r"(?:we|i) (?:are|am) (?:about |around )?(?:an?|the|\d+|\w+ty|two|three|four|five|six)"
        r" [^.]{0,120}[.!]?"
    ),
    r"(?:i am|i'm|we are) writing\b[^.]{0,120}[.!]?|we represent\b[^.]{0,120}[.!]?",
    r"my name is [^.]{0,60}[.!]?|(?:olemme|olen|vi er|jeg er|jeg heter) (?!sitä)[^.]{0,100}[.!]?",
)
