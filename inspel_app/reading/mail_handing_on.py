"""Tells words that only hand on another's letter from words of the sender's own above it.

Only sentences that are known to hand on, greet, sign or tell whose the letter is say nothing on
the matter; any other is taken to say something.
"""

import re
from collections.abc import Iterable

from inspel_app.reading.mail_words import is_close, is_thanks, makes_a_point, sentences

_HANDS_ON = re.compile(
    r"\b(?:skicka|sänd|översänd|lämna|bifoga|mejla|maila)\w*\b.{0,40}\b(?:vidare|nedan\w*)\b"
    r"|\b(?:vidarebefordra|vidaresänd|översänd)\w*|\bfyi\b|\bforward(?:ing|ed)?\b"
    r"|\b(?:för|till) (?:er )?(?:kännedom|handläggning|diarieföring|registrering|åtgärd)\b"
    r"|\b(?:se|följande|nedan\w*)\b.{0,30}\b(?:nedan\w*|inkom\w*|invånare|medborgare)\b"
    r"|\binkom(?:mit|mer)?\b.{0,30}\b(?:till|hos) (?:oss|kommunen)\b"
    r"|\bhör hemma hos er\b|\bkom till oss\b|\bse nedan\b"
    r"|\b(?:väli?t|edelleenlähet)\w+|\beteenpäin\b",
    re.IGNORECASE,
)
_ONE = (
    r"(?:\w*(?:mamma|pappa|mor|far|mormor|morfar|farmor|farfar|moster|faster|bror|syster|fru|make"
    r"|maka|sambo|hustru|son|dotter|kusin|granne|vän|väninna|kompis|kollega|bekant|kund|elev"
    r"|hyresgäst)|man)"
)
"""Somebody whose letter another may bring."""
_LETTER = r"(?:brev|mejl|mail|e-?post|skrivelse|meddelande|rader|synpunkt|inspel|yttrande|tank)\w*"
_OF_ANOTHER = re.compile(
    rf"\b{_LETTER}(?: \w+){{0,2}} (?:från|av) (?:min|mina|vår|våra|en|ett|två|flera)\b"
    rf"|\b(?:min|mitt|mina|vår|våra) (?:\w+ )?{_ONE}(?:s|n|ns|nas)? {_LETTER}"
    r"|\bb(?:ad|ett|er) (?:mig|oss)\b.{0,40}\b(?:skicka|mejla|maila|sända|lämna|förmedla"
    r"|vidarebefordra|framföra)\w*"
    rf"|\b(?:min|vår) (?:\w+ )?{_ONE} (?:har skrivit|skrev|vill (?:skicka|lämna))\b"
    r"|\b(?:å|på) (?:min|vår)\w* [\w ]{2,30} vägnar\b"
    r"|\bför (?:min|vår|mina|våra)\w* [\w ]{2,30} räkning\b"
    r"|\bpå uppdrag av (?:min|mina|en)\b|\b(?:åt|för) (?:(?:min|mina) )?(?:\w+ )?"
    rf"{_ONE}\b"
    r"|\basked me to (?:send|forward|pass)\b|\bon behalf of (?:my|a)\b"
    r"|\b(?:letter|e?-?mail|message|comments) from (?:my|our|a)\b|\bpyysi\b.{0,40}\blähett\w+",
    re.IGNORECASE,
)
"""Says that the letter is somebody else's, who is no part of the sender's house."""
_AROUND = re.compile(
    rf"(?:från|av) (?:min|mina|vår|en) (?:\w+ )?{_ONE}\W*"
    r"|(?:hej|hallå|bästa|kära|god ?(?:dag|morgon|middag|kväll)|hello|hi|dear|hei)\w{0,3}"
    r"(?:[ ,]+(?:(?-i:[A-ZÅÄÖ])[\w-]*|på|er|alla|ni|du|igen|där|och|mottagare))*\s*[,!.:]?"
    r"|till(?: (?-i:[A-ZÅÄÖ])[\w-]*)+,?"
    r"|(?:jag|vi) heter\b.{1,60}|jag är (?:hennes|hans|deras) \w+\W?"
    rf"|(?:hon|han|hen|de|(?:min|vår) (?:\w+ )?{_ONE})\b.{{0,60}}"
    r"\b(?:dator\w*|mejl\w*|mail\w*|e-?post\w*|internet|nätet|\d{2,3} år)\b.{0,30}"
    r"|(?:hon|han|hen|de) nås\b.{0,60}"
    r"|(?:(?:ni|du) (?:kan|får) |kan (?:ni|du) )?(?:vänligen |gärna "
    r"|var (?:så )?(?:vänlig|snäll)a? (?:och )?)?"
    r"(?:svara|kontakta|återkom|ring|bekräfta|besvara|registrera|diarieför|handlägg"
    r"|ta hand om|ta emot|tar emot|tar hand om)\w*\b.{0,80}"
    r"|(?:jag |vi )?hoppas (?:att )?det (?:går bra|är ok\w*|funkar|passar|kommer (?:fram|rätt))\b.*"
    r"|(?:frågan|ärendet|detta|det(?: här)?|brevet|mejlet) (?:hör|ligger|rör|berör|gäller)\b.{0,50}"
    r"\b(?:er|ert|er[ae]|region\w*|strategi\w*|rus)\b.{0,30}"
    r"|avsändaren (?:är|har|blir|får)\b.{0,20}\b(?:informera|underrätta|meddela|svar)\w*.{0,20}"
    r"|.{0,30}\b(?:inget|ingenting) att tillägga\b.{0,20}"
    r"|(?:brevet|mejlet|texten|det|här|nedan|bifogat)\b.{0,20}"
    r"\b(?:kommer|finns|följer|står|ligger|bifogas)\b"
    r"(?: (?:här|det|den|brevet|mejlet|nedan\w*|under|i|sin|helhet|som|bilaga|bifogat))*\s*[.:!]*"
    r"|(?:bifogas|bifogat|bilagt)[.:!]*",
    re.IGNORECASE,
)
"""What else stands above a letter that is handed on: greetings, whose it is, where to answer."""
_KIN = rf"(?!{_ONE}(?:s|ns|nas)?\b)"
_AGREES = re.compile(
    r"\b(?:instämmer|håller med|ställer (?:oss|mig) bakom|delar (?:uppfattning|synpunkt)\w*"
    r"|(?:vill|vi|jag) (?:även |också )?(?:tillägg\w*|komplettera\w*)|vår syn\b|anser|tycker"
    rf"|svarar|(?:vårt|våra|mitt|mina|vår|min) {_KIN}(?:\w+ )?(?:svar|inspel|synpunkt\w*"
    r"|yttrande\w*|skrivelse\w*|åsikt\w*))\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"\b(?:kritik\w*|dålig\w*|usel\w*|svårt?|svåra|farlig\w*|problem\w*|brist\w*|skandal\w*|fel\b"
    r"|viktig\w*|orimlig\w*|oacceptabel\w*|bekymmer\w*|orolig\w*|trött\w*|aldrig|för (?:lite|få|sen"
    r"|mycket|lång\w*|dyr\w*))\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    rf"\b(?:vårt|våra|mitt|mina|vår|min|\w{{4,}}(?:ens|ets))\s{_KIN}(?:\w+ )?(?:svar|inspel"
    r"|synpunkt\w*|yttrande\w*|skrivelse\w*|åsikt\w*)"
    r"|\b(?:som|ett) (?:exempel|bevis|underlag)\b|\bsvaret (?:vi|jag) fick\b"
    r"|\bfick (?:vi|jag) (?:till )?svar\b",
    re.IGNORECASE,
)
_LONGEST = 60
"""Words; who writes more than this above a letter says something."""
_LONGEST_NOTE = 30
"""Words; a longer sentence that hands on says more."""
_NAME = 3
"""Words in a name or a title that stands by itself."""
_CARD = 8
"""Words in a line below the close, where names and titles stand."""


def hands_on(lines: Iterable[str]) -> bool:
    """Whether the lines say that the letter under them is passed on."""
    text = "\n".join(lines)
    few = len(text.split()) <= _LONGEST
    short = few and not makes_a_point(text) and not _AGREES.search(text)
    another = tells_of_another(text) and not makes_their_own(text)
    return another or (bool(_HANDS_ON.search(text)) and short)


def tells_of_another(text: str) -> bool:
    """Whether the text says that the letter is somebody else's: a relative's, a neighbour's."""
    return any(map(_OF_ANOTHER.search, sentences(text)))


def only_hands_on(text: str) -> bool:
    """Whether every sentence is known to say nothing but that the letter under it is passed on."""
    said = sentences(text)
    close = next((n for n, sentence in enumerate(said) if is_close(sentence)), len(said))
    return all(map(_is_note, said[:close])) and all(map(_is_signature, said[close + 1 :]))


def makes_their_own(text: str) -> bool:
    """Whether who writes so above a letter sends it in as their own, or only refers to it."""
    return bool(_OURS.search(text))


def _is_note(sentence: str) -> bool:
    if makes_a_point(sentence) or _AGREES.search(sentence) or _JUDGES.search(sentence):
        return False
    if _AROUND.fullmatch(sentence) or is_thanks(sentence) or _is_name(sentence):
        return True
    passed_on = _HANDS_ON.search(sentence) or _OF_ANOTHER.search(sentence)
    return bool(passed_on) and len(sentence.split()) <= _LONGEST_NOTE


def _is_name(sentence: str) -> bool:
    return _is_line(sentence, _NAME)


def _is_signature(sentence: str) -> bool:
    return _is_line(sentence, _CARD) or _is_note(sentence)


def _is_line(sentence: str, words: int) -> bool:
    """Whether it has so few words and does not end as a sentence does."""
    return len(sentence.split()) <= words and not sentence.endswith((".", "!", "?"))
