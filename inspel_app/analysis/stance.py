"""What a passage does, by its cue words.

A trained model falls back on the commonest answer when the subject is new; cue words do not.
"""

import re

from inspel_app.analysis.sentences import Span, sentences
from inspel_app.domain.coding import Stance


def _cues(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


_SUPPORT = _cues(
    r"tillstyrk\w+|välkomna\w*|instämmer|uppskattar|berömma?|glädjande|föredöm\w+|förebild\w*",
    r"stöd(jer|er) (förslaget|skrivning\w*|mål\w*|inriktning\w*)|ser positivt|positivt (att|med)",
    r"ställer (oss|sig) (bakom|positiv\w*)|(ja|ja tack) till|full fart|värd att sprida",
    r"bra (att|som|med|beskriv\w+|formuler\w+)|(är|var|fungerar) (mycket |väldigt )?(bra|toppen)",
    r"fallit väl ut|något fint|rör inte|behåll|stolta? över|delar (bilden|bedömningen|analysen)",
)
_CRITICISM = _cues(
    r"avstyrk\w+|krit(isk|iska|iserar)|skeptisk\w*|motsätter|emot|säger nej|inte rimligt",
    r"saknar|saknas|fattas|brist\w*|otydlig\w*|oklar\w*|orimlig\w*|oacceptab\w+|föråldra\w+",
    r"underskatta\w*|missvisande|är fel|svek|livsfarlig\w*|obegriplig\w*|dubbelarbete|försämra\w*",
    r"hot(as|ar|ade)|dr(ogs|agits) in|utdömd\w*|stängd?s?|eftersatt\w*|nedlagd?\w*|las ner|trött",
    r"(får|kan|vill|hinner|går|räcker|fungerar|har|är|tog|vet|finns|nämns|klarar) (ju |bara )?inte",
    r"ingen(ting)?|inga?|inget|aldrig|varken|omöjlig\w*|tyvärr|problem\w*|bara|kvarstår|hindra\w*",
    r"(alltför|på tok för|lite väl|för) (mycket|lite|få|många|lång\w*|dyr\w*|sent|omfattande)",
    r"tvingas?|drabba\w*|glömts?|osynlig\w*|ojämlik\w*|galen",
)
_PROPOSAL = _cues(
    r"föreslå\w*|bör|borde|måste|behöver|behövs|krävs|kräver|begär|fordras|efterfråga\w*",
    r"önska[rs]?|önskvärt|rekommendera\w*|vill (vi )?(se|att|ha|läsa)|ser gärna|hellre|vore",
    r"skulle (kunna|behöva)|ska (det )?(vara|finnas|kunna|ha|få|rustas|öppnas|öka\w*|ta\w*)",
    r"lägg(as)? till|läggas|pröva|prioriteras?|kompletteras?|förtydligas?|nämnas",
)
_IMPERATIVE = re.compile(
    r"(och |men |så |därför )?"
    r"(lägg|skriv|nämn|gör|ge|låt|inför|bygg|starta|skapa|byt|ta|använd|komplettera|uppdatera|stryk"
    r"|förtydliga|prioritera|utred|pröva|kräv|sätt|öka|säkerställ|stärk|utveckla|utöka|inrätta|satsa"
    r"|bevara|laga|stötta|spara|tala|håll|se (till|över)|definiera|formulera|lyft|beskriv|samordna"
    r"|minska|flytta|ändra|ersätt|redovisa|klargör|sluta|fler|kom)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?[\"”»')\]]*\Z")
_WONDERS = _cues(r"undrar|vi frågar( oss)?|en fråga|hur ser ni")
_FIGURE = re.compile(
    r"\d\s*(%|procent|kronor|kr\b|mkr\b)|\bkälla\b|\benligt\b|\d{3}", re.IGNORECASE
)


def stance_of(text: str) -> Stance | None:
    """What the passage does, None without a cue; asking outweighs complaining."""
    parts = [s.of(text) for s in sentences(text, Span(0, len(text)))]
    if sum(bool(_QUESTION.search(part)) for part in parts) * 2 > len(parts) or (
        _WONDERS.search(text) and "?" in text
    ):
        return Stance.FRAGA
    asks = len(_PROPOSAL.findall(text)) + sum(bool(_IMPERATIVE.match(part)) for part in parts)
    supports = len(_SUPPORT.findall(text))
    complains = len(_CRITICISM.findall(text))
    if supports and supports >= asks and 2 * supports >= complains:
        return Stance.STOD
    if asks and 2 * asks >= complains:
        return Stance.FORSLAG
    if complains and not (_FIGURE.search(text) and complains == 1):
        return Stance.KRITIK
    return Stance.FAKTA if _FIGURE.search(text) else None
