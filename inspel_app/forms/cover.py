"""Whether a cover letter says anything on the matter, or only that the inspel is attached."""

import re

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_LEAST_WORDS = 6
_ASKS = re.compile(
    r"\b(?:bör|borde|måste|krävs|föreslår|anser|menar|efterfrågar|önskar att|vill (?:se|lyfta"
    r"|betona|framhålla|understryka))\b",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"\bbifog|\bbilag|\battach|\benclosed|\b(?:här|nedan|härmed)\s(?:kommer|är|följer|finns|får|har"
    r"|översänd|skicka|lämna|sänd)|\b(?:skickar|sänder|översänder|inkommer|lämnar|överlämnar|mejlar)\b"
    r"|\bbesvara|\bifylld?a?\b|\bhörsamm|\btack(?:ar|sam)?\b|\bthank|\bhör (?:gärna )?av\b"
    r"|\bhör av (?:er|dig)|\båterkom|\bkontakta|\b(?:vid|om|ni har|några) (?:eventuella )?frågor"
    r"|\bnås på|\bnår (?:mig|oss)|\bursäkta|\bförlåt|\bbeklaga|\bför(?:sening|sent)|\bbekräfta"
    r"|\bmottag|\bemotse|\bersätter|\btidigare (?:version|inskickad|svar|mejl|mail)"
    r"|\b(?:rätta|korrigera|revidera|uppdatera)[dt]|\bny version|\bglömde|\bkomplettera"
    r"|\bhoppas|\bönskar (?:er|dig)|\btrevlig|\bskön|(?<!vill )\bha en"
    r"|\bpå uppdrag av|\bför kännedom|\bb(?:ad|ett) mig\b|\bskannat? (?:in|av)\b"
    r"|\bundertecknad|\bbeslut(?:at|ades)\b|\bantag(?:it|en|its)\b|\bdnr\b|\bdiarie"
    r"|\bantog(?:s? (?:av|i|vid|den)| (?:det|detta|svaret|inspelet|yttrandet))\b"
    r"|\b(?:hade|blev|skrev|råkade)\b.{0,20}\bfel (?:fil|version|bilaga|datum|siffr\w+|klockslag)\b"
    r"|\benligt (?:överenskommelse|önskemål|ovan|nedan)|\bword\b|\bpdf\b|\bvidarebefordra"
    r"|^(?:hej|bästa|god|goddag|till|hälsning|med vänlig|vänlig|mvh|vh)\b"
    r"|^(?:jag|vi) (?:heter|är|arbetar|jobbar|representerar|företräder)\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:behöver (?!mer (?:tid|info)|hjälp|veta|något)\w|behövs|saknas|glöm inte|satsa på"
    r"|rusta upp|bevara|inför \w|stoppa|bygg(?: ut)?\b|vill ha)",
    re.IGNORECASE,
)
"""What makes even a few words a point."""
_GREETED = re.compile(
    r"(?:hej(?:san)?|god (?:dag|morgon))\b(?: [A-ZÅÄÖ]\w+)?[,!]\s*", re.IGNORECASE
)
_LEAST_WISH = 3
_VERSION = re.compile(
    r"\b(?:ersätter|rätta[dt]|korrigera[dt]|revidera[dt]|uppdatera[dt]|ny(?:a|are)? version"
    r"|slutlig version|senaste versionen|bortse från|felaktig version|i stället för (?:det|den))\b",
    re.IGNORECASE,
)
_ABSTAINS = re.compile(
    r"\bavstå(?:r|tt)?\b.{0,40}\b(?:yttra|lämna|svara|synpunkt|inkomma|inspel|remiss)\w*"
    r"|\b(?:har|lämnar|finns|hade|inkommer med)\b.{0,20}\b(?:inga|inget|ingenting|ingen)\b.{0,30}"
    r"\b(?:synpunkt|erinra|invänd|inspel|kommentar|tillägga|anföra|yttra)\w*"
    r"|\b(?:ingen|utan|inget att) (?:egen )?(?:erinra|invändning)\w*",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:men|dock|däremot|förutom|utom|undantag)\b", re.IGNORECASE)
_BESIDES = re.compile(r"\b(?:i övrigt|utöver|övriga)\b", re.IGNORECASE)
_COMPLETES = re.compile(
    r"\b(?:bilag\w*|rapport\w*|fil(?:en|er|erna)?|sid(?:an|or|orna)|del(?:en)?|inspel\w*|svar\w*)\b"
    r".{0,40}\b(?:kom inte med|kom aldrig med|följde inte med|var inte med|inte kom med"
    r"|inte följde med|saknades|fattades|föll bort)\b"
    r"|\bglömde (?:att )?(?:bifoga|skicka med|lägga med)\b|\bglömde (?:bilag|en bilag|rapport)\w*"
    r"|\bdel (?:[2-9]|två|tre|fyra) av (?:[2-9]|två|tre|fyra)\b"
    r"|\bkompletter(?:ing (?:av|till)|ar) (?:vårt|mitt|härmed)\b"
    r"|^(?:(?:sv|re|vb|fwd?):\s*)*komplettering\b"
    r"|\bglömde (?:att )?(?:skriva|nämna|ta med)\b",
    re.IGNORECASE | re.MULTILINE,
)
_PASSES_ON = re.compile(
    r"\bvidare(?:befordra|sänd)\w*|\b(?:skicka|sänd)\w*\b.{0,30}\bvidare\b"
    r"|\b(?:inkom(?:mit)?|kom(?:mit)?) (?:in )?till (?:oss|kommunen|[A-ZÅÄÖ]\w+ kommun)\b"
    r"|^\s*(?:VB|FW|FWD|VL)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_OF_ANOTHER = re.compile(
    r"\bb(?:ad|ett) mig (?:att )?(?:\w+ ){0,2}?(?:skicka|mejla|sända|lämna|förmedla)\w*"
    r"|\b(?:brev|mejl|skrivelse|inspel|synpunkter)\w*(?: \w+){0,2} från (?:min|mina|en|ett)\b"
    r"|\b(?:skriver|skickar|mejlar|skanna\w* in \w+) (?:detta |det här )?"
    r"åt (?:henne|honom|min|mina)\b"
    r"|\bpå uppdrag av min\b",
    re.IGNORECASE,
)
_PROMISES = re.compile(
    r"\bbifog\w*|\bbilagd?a?\b|\bbilaga|\bi bilagan\b|\battached\b|\bse (?:bilaga|bifogad)"
    r"|\bhär kommer (?:ett|en) (?:\w+ )?(?:brev|skrivelse) (?:från|av)\b",
    re.IGNORECASE,
)


def says_something(paragraph: str) -> bool:
    """Whether some sentence is more than a greeting, a word of thanks or a note on the sending."""
    return any(_is_point(sentence.strip()) for sentence in _SENTENCE.split(paragraph))


def may_say_something(paragraph: str) -> bool:
    """Whether some sentence is too short for a point but no courtesy that is known."""
    sentences = (_GREETED.sub("", s.strip(), count=1) for s in _SENTENCE.split(paragraph))
    return any(
        len(s.split()) >= _LEAST_WISH and s.endswith((".", "!")) and not _COURTESY.search(s)
        for s in sentences
    )


def tells_of_version(text: str) -> bool:
    """Whether the text says that what is sent replaces something sent before."""
    return bool(_VERSION.search(text))


def tells_of_completion(text: str) -> bool:
    """Whether the text says that what is sent belongs to something sent before."""
    return bool(_COMPLETES.search(text))


def tells_of_passing_on(text: str) -> bool:
    """Whether the text says that what is sent is another's, which came to the sender."""
    return bool(_PASSES_ON.search(text)) or tells_of_another(text)


def tells_of_another(text: str) -> bool:
    """Whether the text says that a relative, a neighbour or the like wrote what is sent."""
    return bool(_OF_ANOTHER.search(text))


def promises_file(text: str) -> bool:
    """Whether the text says that something is attached."""
    return bool(_PROMISES.search(text))


def abstains(letter: str) -> bool:
    """Whether a letter says that its sender has nothing to say, and nothing else."""
    said = [sentence.strip() for sentence in _SENTENCE.split(letter)]
    nothing = [sentence for sentence in said if _says_nothing(sentence)]
    return bool(nothing) and not any(_is_point(s) for s in said if s not in nothing)


def _says_nothing(sentence: str) -> bool:
    found = _ABSTAINS.search(sentence)
    if found is None or _BESIDES.search(sentence):
        return False
    return not _BUT.search(sentence, found.end())


def _is_point(sentence: str) -> bool:
    sentence = _GREETED.sub("", sentence, count=1)
    words = len(sentence.split())
    wishes = words >= _LEAST_WISH and bool(_WISHES.search(sentence))
    if wishes and not _COURTESY.search(sentence):
        return True
    if words < _LEAST_WORDS:
        return False
    return bool(_ASKS.search(sentence)) or not _COURTESY.search(sentence)
