"""Tells short mails that say nothing on the matter: questions to the authority, and thanks."""

import re
from itertools import dropwhile, takewhile

from inspel_app.domain.parcel import MailKind

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_LONGEST = 80
"""Words; who writes more than this says something."""

_GREETING = re.compile(
    r"(?:hej|bästa|god|hello|hi|dear|till|kära)\w*(?:\s+[\w-]+){0,4}\s*[,!.]?", re.IGNORECASE
)
_CLOSE = re.compile(
    r"(?:(?:med\s+)?(?:vänlig|varm|bäst|kind|best)\w*\s+(?:hälsning\w*|regards|wishes)"
    r"|hälsning(?:ar)?\b|mvh\b|vh\b|vänligen\b|hälsar\b|/\s?\w+$).*",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-ZÅÄÖ][\w-]+(?: (?:[A-ZÅÄÖ][\w-]*|kommun|i|på|och))*")
"""Who signs, without a close above."""

_PROCEDURE = re.compile(
    r"\b(?:sista (?:dag|svarsdag|datum|inlämning)\w*|senast(?:e datum| ska| kan)|deadline\w*"
    r"|svarstid\w*|anstånd|uppskov|förläng\w* (?:svars)?tid\w*|blankett\w*|mallen|formulär\w*"
    r"|bilag\w*|remisshandling\w*|handlingarna|underlaget|pdf|word-?(?:fil|dokument)\w*"
    r"|kontaktperson|dialogmöte\w*"
    r"|skicka(?:r|s)? (?:in|det|den|vårt|vår|svar\w*|inspel\w*|vi|man|jag|till)"
    r"|lämna (?:in|inspel|svar|synpunkter)"
    r"|(?:ni|du) (?:fått|mottagit|tagit emot)|kommit (?:fram|in))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?$|\b(?:undrar|vill veta|ber om|ansöker om|hemställer om|behöva|(?:vi|jag) behöver)\b",
    re.IGNORECASE,
)
_ASKS_AGAIN = re.compile(
    r"(?:och |eller )?(?:går det|stämmer det|är det|hur gör|kan ni svara|kan du svara)\b.{0,40}\?",
    re.IGNORECASE,
)
_CONTEXT = re.compile(
    r"\b(?:remiss\w*|inspel\w*|vårt svar|yttrande\w*|inbjudan|utskick\w*|nämnd\w*|styrelse\w*"
    r"|sammanträd\w*|mejl\w*|semester\w*"
    r"|(?:jag|vi) (?:heter|är|arbetar|jobbar|håller på|ser fram))\b",
    re.IGNORECASE,
)
_ON_THE_MATTER = re.compile(
    r"\b(?:bör|borde|måste|krävs|saknas|saknar|föreslår|anser|varför|inriktning\w*|prioritering\w*"
    r"|strategi\w*|förslag\w*|stöd\w*|avstå\w*|inga synpunkter|är bra|viktig\w*)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:stort |många |hjärtligt |ok,? |bra,? |perfekt,? )?"
    r"(?:tack|thanks|thank you|kiitos)\b.{0,70}"
    r"|(?:trevlig|glad|skön|ha (?:det|en)|detsamma)\b.{0,40}"
    r"|(?:ok|okej|noterat|uppfattat|perfekt|toppen|super|utmärkt|vad bra|bra)(?: då| tack)?[.!]*"
    r"|.{0,40}\b(?:bekräfta\w*|har (?:nu )?(?:mottagit|tagit emot|fått))"
    r" (?:att|er|ert|din|ditt)\b.{0,80}"
    r"|.{0,40}\bhar (?:nu )?(?:mottagits|tagits emot|registrerats|diarieförts)\b.{0,60}"
    r"|.{0,40}\bhar fått (?:diarie|ärende)\w*.{0,60}|(?:vi|jag) återkommer\b.{0,60}",
    re.IGNORECASE,
)


def kind_of_words(text: str) -> MailKind:
    """QUESTION or COURTESY where every sentence is of that kind or leads to it, else ORDINARY."""
    said = [s.strip() for s in _SENTENCE.split(text) if s.strip()]
    said = list(takewhile(lambda s: not _CLOSE.fullmatch(s), said))
    said = [s for s in said if not _GREETING.fullmatch(s)]
    said = list(dropwhile(_NAME.fullmatch, reversed(said)))
    words = sum(len(s.split()) for s in said)
    if not said or words > _LONGEST or any(map(_ON_THE_MATTER.search, said)):
        return MailKind.ORDINARY
    rest = [s for s in said if not _THANKS.fullmatch(s)]
    if not rest:
        return MailKind.COURTESY
    asks = [s for s in rest if _ASKS.search(s) and _PROCEDURE.search(s)]
    around = [s for s in rest if s not in asks]
    leads = all(_ASKS_AGAIN.fullmatch(s) or _leads_to_it(s) for s in around)
    return MailKind.QUESTION if asks and leads else MailKind.ORDINARY


def _leads_to_it(sentence: str) -> bool:
    return bool(_CONTEXT.search(sentence) or _PROCEDURE.search(sentence))
