"""What a passage does towards the strategy, by its cue words.

A trained model falls back on the commonest answer when the subject is new; cue words do not.
Only what is said of the strategy counts: life is hard and good in many answers that neither
criticise nor support it. What points both ways gets no stance.
"""

import re

from inspel_app.analysis.sentences import Span, sentences
from inspel_app.domain.coding import Stance


def _cues(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


_STRATEGY = (
    r"(?:strategi|analys|avsnitt|stycke|kapitel|dokument|text|skrivning|formulering|inledning"
    r"|inriktning|prioritering|delprioritering|målformulering|beskrivning|förslag|ambition|häfte"
    r"|tabell|matris|definition|struktur|utkast|remiss|version|målbild|vision|mål(?:et|en)?\b)\w*"
)
_ABOUT = _cues(_STRATEGY, r"ordet|begreppe[tn]|(?:det|som) står|ni")
_SUPPORT = _cues(
    r"tillstyrk\w+|välkomna[rd]?\w*|instämmer|ställer (?:oss|sig) (?:bakom|positiv\w*)",
    rf"stöd(?:jer|er) (?:\w+ )?{_STRATEGY}|(?:vi|jag) stöd(?:jer|er)|ser positivt (?:på|att)",
    r"det är positivt (?:att|med)|inget att (?:invända|erinra) mot|ingen erinran|inga invändningar",
    r"säger ja till|ja till|glada över|uppskattar att|full fart framåt",
    rf"bra (?:att (?:ni|strategin|det står)|skriv\w+|beskriv\w+|formuler\w+)|bra {_STRATEGY}",
    r"delar (?:bilden|bedömningen|analysen|synen)|(?:rör inte|behåll) (?:\w+ )?" + _STRATEGY,
    r"skrivet, behåll|(?:är|ställer (?:oss|sig)) (?:mycket |i stort )?positiv\w* till|är träffande",
)
_AGAINST = _cues(
    r"avstyrk\w+|kritisk[ta]?|kritiserar|skeptisk[ta]?|motsätter (?:oss|sig)|avråder|emot",
    r"säger nej|(?<!tackade )(?<!tackat )nej (?:tack )?till|delar inte|inte rimligt",
    r"oacceptab\w+|ställer (?:oss|sig) inte|ställa (?:oss|sig) bakom|avvisar|ifrågasätt\w+",
    r"(?:tveksam\w*|negativ\w*|frågande) till|invänder",
)
_LACKS = _cues(
    r"saknar|saknas|fattas|brist\w*|(?:o|svår)(?:tydlig|klar|läst|begriplig|jämn)\w*|missvisande",
    r"är (?:fel|borta|gamma\w+|svår|vag\w*|mag\w+|tun\w+|svag\w*|orealistisk\w*)",
    r"glömt?s?|osynlig\w*|föråldra\w+|inte längre riktig\w*",
    r"(?:nämn|beskriv|framgå|syn|definiera|omfatta|märk)\w* (?:inte|ingenstans)|ingenting om",
    r"inga? (?:\w+ )?(?:om|i)|utan att|går inte att|fattar inte|pekar åt fel|varken|tappat",
    r"(?:alltför|på tok för|lite väl|för) (?:mycket|lite|få|många|lång\w*|omfattande|allmän\w*)",
)
"""Complaints when said in a sentence on the strategy; elsewhere they tell how things are."""
_NOT = r"(?:inte|ej|knappast|aldrig)"
_NEGATED = re.compile(
    rf"(?:\b{_NOT} (?:\w+ )?(?:{_SUPPORT.pattern})|(?:{_SUPPORT.pattern}) (?:oss |sig )?{_NOT}\b"
    rf"|\b(?:är|ser) {_NOT} positiv\w*|\bstöd(?:jer|er) {_NOT}\b)",
    re.IGNORECASE,
)
"""Support that is denied, which is opposition."""
_TURNS = _cues(r"men|dock|däremot|samtidigt|fast|ändå|tyvärr")
_PROPOSAL = _cues(
    r"föreslå\w*|bör|borde|begär|efterfråga[rs]?|önska[rs]?|önskvärt|rekommendera[rs]?",
    r"(?<!\bman )(?<!\bjag )(?<!\bhan )(?<!\bhon )(?:måste|behöver|behövs|krävs|fordras)",
    r"vill (?:vi )?(?:också |även |gärna )?(?:se|att|ha|läsa)|ser gärna|vore",
    r"skulle (?:behöva|vilja)|ska (?:det )?(?:vara|finnas|kunna|ha|få|rustas|öppnas|stå|gälla)",
    r"lägg(?:as)? till|skrivas in|förtydligas|kompletteras|förordar",
    r"får inte (?:\w+[aå]s|bli|leda|ske)",
)
_IMPERATIVE = re.compile(
    r"(?:och |men |så |därför )?"
    r"(?:lägg|skriv|nämn|gör|ge|låt|inför|bygg|starta|skapa|byt|ta (?:bort|fram|in)|använd|utred"
    r"|komplettera|uppdatera|stryk|förtydliga|prioritera|pröva|kräv|sätt|öka|säkerställ|stärk"
    r"|utveckla|utöka|inrätta|satsa|bevara|laga|stötta|se (?:till|över)|definiera|formulera|lyft"
    r"|beskriv|samordna|minska|flytta|ändra|ersätt|redovisa|klargör|sluta|rusta|stoppa|säkra|riv"
    r"|undanta|avskaffa|sänk|höj|förbättra|förenkla|ordna|öppna|förläng|välj|slå ihop|lär ut"
    r"|tillsätt|anställ|skydda|visa|publicera|erbjud|kanalisera|fler)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?[\"”»')\]]*\Z")
_WONDERS = _cues(r"undrar|vi frågar(?: oss)?|en fråga|hur ser ni")
_FIGURE = re.compile(
    r"\d\s*(?:%|procent\b|kronor\b|kr\b|mkr\b|TWh\b|hektar\b)|\bkälla:", re.IGNORECASE
)


def stance_of(text: str) -> Stance | None:
    """What the passage does, None unless it is clear.

    Asking outweighs complaining, and saying no outweighs asking. What is asked in the sentence that
    supports is what it supports: "Vi instämmer i att bussen måste gå".
    """
    parts = [s.of(text) for s in sentences(text, Span(0, len(text)))]
    asked = sum(bool(_QUESTION.search(part)) for part in parts)
    if asked * 2 > len(parts) or (asked and _WONDERS.search(text)):
        return Stance.FRAGA
    supports = any(map(_supports, parts))
    if any(map(_says_no, parts)):
        return None if supports else Stance.KRITIK
    if any(asks(part) for part in parts if not _supports(part) or _TURNS.search(part)):
        return None if supports else Stance.FORSLAG
    complains = any(map(_complains, parts))
    if supports:
        return None if complains or _TURNS.search(text) else Stance.STOD
    if complains:
        return Stance.KRITIK
    return Stance.FAKTA if _FIGURE.search(text) and not _ABOUT.search(text) else None


def asks(sentence: str) -> bool:
    """Whether a sentence, or a part of one, asks for something to be done."""
    return bool(_PROPOSAL.search(sentence)) or commands(sentence)


def commands(sentence: str) -> bool:
    """Whether it does so by the first word: "Bygg ut ..."."""
    return bool(_IMPERATIVE.match(sentence))


def _supports(sentence: str) -> bool:
    return bool(_SUPPORT.search(sentence)) and not _NEGATED.search(sentence)


def _says_no(sentence: str) -> bool:
    return bool(_AGAINST.search(sentence) or _NEGATED.search(sentence))


def _complains(sentence: str) -> bool:
    return bool(_ABOUT.search(sentence) and _LACKS.search(sentence))
