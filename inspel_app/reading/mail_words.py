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
_NAME = re.compile(r"[A-ZÅÄÖ][\w-]+(?:,? (?:[A-ZÅÄÖ][\w-]*|kommun|i|på|och))*")
"""Who signs, without a close above."""

_PROCEDURE = re.compile(
    r"\b(?:sista (?:dag|svarsdag|datum|inlämning)\w*|senast(?:e datum| ska| kan)|deadline\w*"
    r"|svarstid\w*|anstånd|uppskov|förläng\w* (?:svars)?tid\w*|blanketten|mallen|formuläret"
    r"|(?:hitta|få|skicka|öppna|ladda ner|ta del av|finns)\w*\b.{0,30}"
    r"\b(?:bilag|handling|underlag)\w*"
    r"|(?:får inte upp|öppna|läsa) (?:filen|dokumentet|länken)"
    r"|pdf|word-?(?:fil|dokument)\w*|kontaktperson (?:för|hos|i)"
    r"|prata med om (?:det|remiss|inspel)\w*"
    r"|sändlist\w*|(?:min|vår) (?:e-?post|mejl)adress"
    r"|(?:vi|man|jag|det|den) (?:kan |ska |får )?skicka\w*"
    r"|skicka\w* (?:in )?(?:vårt|vår|mitt|svar|inspel|yttrande|synpunkt|flera svar|en ny\b)\w*"
    r"|skicka\w* (?:in )?(?:det|den)(?= (?:till|på|som|via|per|igen)\b|\W|$)"
    r"|lämna (?:in )?(?:ett (?:\w+ )?)?(?:inspel|svar|synpunkter|yttrande|vårt)"
    r"|(?:fått|mottagit|tagit emot|nått er)\b.{0,20}\b(?:vårt|mitt|inspel\w*|svar\w*|mejl\w*)"
    r"|(?:inspel|svar|mejl|yttrande)\w*\b.{0,20}\b(?:kommit (?:fram|in)|nått))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?$|\b(?:undrar|vill veta|ber om|ansöker om|hemställer om|anhåller om|begär)\b"
    r"|\b(?:önskar|vill (?:vi |jag )?ha|skulle vilja ha)\b.{0,30}"
    r"\b(?:anstånd|uppskov|längre tid|(?:förläng\w* |längre )svarstid)"
    r"|\bbehöv(?:a|er) (?:\w+ ){0,2}(?:anstånd|uppskov|blanketten|mallen|tid)\b",
    re.IGNORECASE,
)
_ASKS_AGAIN = re.compile(
    r"(?:och |eller )?(?:går det|stämmer det|är det|hur gör|kan ni svara|kan du svara)\b.{0,40}\?",
    re.IGNORECASE,
)
_CONTEXT = re.compile(
    r"\b(?:remiss\w*|inspel\w*|vårt svar|yttrande\w*|inbjudan|utskick\w*|nämnd\w*|styrelse\w*"
    r"|sammanträd\w*|mejl\w*|semester\w*|nås på|ställa (?:några |en )?fråg\w*|har en fråga"
    r"|(?:jag|vi) (?:heter|är|arbetar|jobbar|håller på|ser fram))\b",
    re.IGNORECASE,
)
_ON_THE_MATTER = re.compile(
    r"\b(?:bör|borde|måste|krävs|saknas|saknar|föreslår|anser|varför|inriktning\w*|prioritering\w*"
    r"|\bvar (?:finns|är|blev)\b.{1,60} i (?:blankett|underlag|bilag|handling|formulär)\w*"
    r"|strategi\w*|förslag\w*|stöd\w*|avstå\w*|inga synpunkter|är bra|viktig\w*)\b",
    re.IGNORECASE,
)
DEMANDS = re.compile(
    r"(?:^|[.!?:,–]\s*|\bmen )(?:bevara|bygg(?: ut| inte)?|rädda|satsa|stoppa|behåll|prioritera"
    r"|utveckla|förbättra|stärk|värna|skydda|öka|minska|låt|slopa|sänk|höj|rusta|laga|utöka|stöd"
    r"|lägg inte)\b(?! (?:din|ditt|dina|er|ert|era)\b)|\b(?:nej|ja) till\b|\bvill .{0,20}säga\b",
    re.IGNORECASE | re.MULTILINE,
)
"""How somebody speaks who has an opinion, and neither a notice nor an advertisement."""

_OPINES = re.compile(
    r"\b(?:bör|borde|måste|krävs|behövs|saknas|saknar|föreslår|anser|tycker|vill ha|mer|fler"
    r"|färre|bättre|sämre)\b",
    re.IGNORECASE,
)
_SENDING = (
    r"(?:mejl|mail|e-?mail|e-?post|message|svar|besked|bekräft|info|hjälp|inbjud|påminn|kvitt|meddel"
    r"|återkoppl|handling|skrivelse|remiss|inspel|ärende|förfråg|samtal|your)\w*"
)
_THANKS = re.compile(
    r"(?:(?:stort |många |tusen |hjärtligt |ok,? |bra,? |perfekt,? |toppen,? |super,? "
    r"|mottaget,? )?"
    r"(?:tack|thanks|thank you|kiitos)"
    r"(?: så (?:mycket|hemskt mycket)| på förhand| själv| ska ni ha)?"
    rf"(?:,? (?:för|for) (?:\w+ ){{0,3}}{_SENDING}[^,]{{0,40}}"
    r"|,? för att (?:du|ni) (?:kontakta|hör|mejla|skicka|svara|meddela|påmin)\w*.{0,40}"
    r"|,? då vet (?:jag|vi))?"
    r"|.{0,5}(?:trevlig|glad|skön)\w* (?:sommar|helg|jul|påsk|midsommar|semester|dag|kväll"
    r"|vecka)\w*"
    r"|ha (?:det|en) (?:så )?(?:bra|gott|fin|trevlig|skön)\w*.{0,20}|detsamma"
    r"|(?:ok|okej|noterat|uppfattat|mottaget)(?: då)?"
    r"|.{0,40}\bbekräfta\w*.{0,30}\b(?:mottag|mottog|tagit emot|kommit in)\w*.{0,80}"
    rf"|.{{0,40}}\bhar (?:nu )?(?:mottagit|tagit emot|fått) (?:er|ert|din|ditt) {_SENDING}.{{0,60}}"
    r"|.{0,40}\bhar (?:nu )?(?:mottagits|tagits emot|registrerats|diarieförts)\b.{0,60}"
    r"|.{0,40}\bhar fått (?:diarie|ärende)\w*.{0,60}"
    r"|(?:vi|jag) återkommer(?: (?:så|när|senare|snart|inom|med|nästa|efter)\b.{0,60})?"
    r"|.{0,20}\b(?:mejl|e-?post|meddelande|ärende|svar|inspel)\w* har (?:nu )?kommit"
    r" (?:fram|in).{0,60}"
    r"|vi (?:besvarar|svarar på) (?:de[nt]|dem|din|ditt|er)\b.{0,30}\b(?:inom|snar)\w*.{0,30}"
    r"|.{0,30}\bhör av sig\b.{0,20}"
    r"|.{0,40}\bautomatiskt (?:svar|meddelande|mejl|utskick)\b.{0,60}"
    r"|.{0,60}\bhas been (?:received|registered|logged)\b.{0,80}"
    r"|.{0,60}\breply to this (?:e-?mail|message)\b.{0,20}|.{0,60}\bcreated a ticket\b.{0,60})"
    r"[.!]*",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text."""
    return [s.strip() for s in _SENTENCE.split(text) if s.strip()]


def kind_of_words(text: str) -> MailKind:
    """QUESTION or COURTESY where every sentence is of that kind or leads to it, else ORDINARY."""
    said = list(takewhile(lambda s: not _CLOSE.fullmatch(s), sentences(text)))
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


def says_nothing(text: str) -> bool:
    """Whether there is no more in a text than a greeting, a close and a name."""
    bare = (_GREETING, _CLOSE, _NAME)
    return all(any(form.fullmatch(s) for form in bare) for s in sentences(text))


def is_courtesy(text: str) -> bool:
    """Whether a text says nothing but thanks, or that something has come."""
    return kind_of_words(text) is MailKind.COURTESY


def is_close(sentence: str) -> bool:
    """Whether a line is the phrase that closes a letter."""
    return bool(_CLOSE.fullmatch(sentence))


def is_thanks(sentence: str) -> bool:
    """Whether a sentence says nothing but thanks, or that something has come."""
    return bool(_THANKS.fullmatch(sentence))


def makes_a_point(text: str) -> bool:
    """Whether somebody says an opinion in the text, as far as its words show."""
    return bool(DEMANDS.search(text) or _OPINES.search(text))


def _leads_to_it(sentence: str) -> bool:
    return bool(_CONTEXT.search(sentence) or _PROCEDURE.search(sentence))
