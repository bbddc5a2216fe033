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
    rf"stöd(?:jer|er) (?:\w+ )?{_STRATEGY}|ser positivt (?:på|att)|det är positivt (?:att|med)",
    r"säger ja till|ja till|glada över|uppskattar att|full fart framåt",
    rf"bra (?:att (?:ni|strategin|det står)|skriv\w+|beskriv\w+|formuler\w+)|bra {_STRATEGY}",
    r"delar (?:bilden|bedömningen|analysen|synen)|(?:rör inte|behåll) (?:\w+ )?" + _STRATEGY,
    r"skrivet, behåll",
)
_AGAINST = _cues(
    r"avstyrk\w+|kritisk[ta]?|kritiserar|skeptisk[ta]?|motsätter (?:oss|sig)|avråder|emot",
    r"säger nej|(?<!tackade )(?<!tackat )nej (?:tack )?till|delar inte|inte rimligt",
    r"oacceptab\w+|ställer (?:oss|sig) inte",
)
_LACKS = _cues(
    r"saknar|saknas|fattas|brist\w*|(?:o|svår)(?:tydlig|klar|läst|begriplig|jämn)\w*|missvisande",
    r"är (?:fel|borta|gamma\w+|svår)|glömt?s?|osynlig\w*|föråldra\w+|inte längre riktig\w*",
    r"(?:nämn|beskriv|framgå|syn|definiera|omfatta|märk)\w* (?:inte|ingenstans)|ingenting om",
    r"inga? (?:\w+ )?(?:om|i)|utan att|går inte att|fattar inte|pekar åt fel|varken|tappat",
    r"(?:alltför|på tok för|lite väl|för) (?:mycket|lite|få|många|lång\w*|omfattande|allmän\w*)",
)
"""Complaints when said in a sentence on the strategy; elsewhere they tell how things are."""
_TURNS = _cues(r"men|dock|däremot|samtidigt|fast|ändå|tyvärr")
_PROPOSAL = _cues(
    r"föreslå\w*|bör|borde|begär|efterfråga[rs]?|önska[rs]?|önskvärt|rekommendera[rs]?",
    r"(?<!\bman )(?<!\bjag )(?<!\bhan )(?<!\bhon )(?:måste|behöver|behövs|krävs|fordras)",
    r"vill (?:vi )?(?:också |även |gärna )?(?:se|att|ha|läsa)|ser gärna|vore",
    r"skulle (?:behöva|vilja)|ska (?:det )?(?:vara|finnas|kunna|ha|få|rustas|öppnas|stå|gälla)",
    r"lägg(?:as)? till|skrivas in|förtydligas|kompletteras|förordar",
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
    """What the passage does, None unless it is clear; asking outweighs complaining."""
    parts = [s.of(text) for s in sentences(text, Span(0, len(text)))]
    asked = sum(bool(_QUESTION.search(part)) for part in parts)
    if asked * 2 > len(parts) or (asked and _WONDERS.search(text)):
        return Stance.FRAGA
    supports = any(map(_SUPPORT.search, parts))
    opposes = any(map(_opposes, parts))
    if any(map(asks, parts)):
        return None if supports else Stance.FORSLAG
    if supports:
        return None if opposes or _TURNS.search(text) else Stance.STOD
    if opposes:
        return Stance.KRITIK
    return Stance.FAKTA if _FIGURE.search(text) and not _ABOUT.search(text) else None


def asks(sentence: str) -> bool:
    """Whether a sentence, or a part of one, asks for something to be done."""
    return bool(_PROPOSAL.search(sentence)) or commands(sentence)


def commands(sentence: str) -> bool:
    """Whether it does so by the first word: "Bygg ut ..."."""
    return bool(_IMPERATIVE.match(sentence))


def _opposes(sentence: str) -> bool:
    about = _ABOUT.search(sentence)
    return bool(_AGAINST.search(sentence) or (about and _LACKS.search(sentence)))
