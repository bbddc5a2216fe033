"""Sentences that speak of the writer's answering, and not of the matter.

"Men jag svarar på några frågor ändå", "Yttrandet har beretts i nämnden", "Jag fick mallen av en
granne". Who or what acts is the writer or the reply, and what is done is the answering. Only what
says nothing more is taken: a sentence that asks, judges, or speaks of several other things is not.
"""

import re

from inspel_app.analysis.stance import asks
from inspel_app.analysis.words import STOP_WORDS, word_set, words

_REPLY = (
    r"(?:\w*svar(?:et|en)?|\w*yttrande(?:t|na)?|inspel(?:et|en)?|synpunkter(?:na)?|skrivelse(?:n)?"
    r"|kommentarer(?:na)?|brev(?:et)?)"
)
_SENT = (
    r"(?:mall(?:en)?|länk(?:en)?|brev(?:et)?|mejl(?:et)?|blankett(?:en)?|enkät(?:en)?|annons(?:en)?"
    r"|inbjudan|utskick(?:et)?|remiss(?:en)?|häfte(?:t)?|formulär(?:et)?"
    r"|(?:det här|detta|den här)(?= (?:som (?:upp)?gift|via|av|från|i (?:brev|mejl|skol)\w*)\b))"
)
_LEAD = (
    r"(?:(?:men|och|så|nu|sen|sedan|här|nedan|därför|därmed|ändå|slutligen|i övrigt"
    r"|i (?:våras|höstas|vintras|somras)|förra veckan)\s+){0,3}"
)
_ANSWERING = (
    r"(?:svarar\s+(?!för\b|mot\b|som\b)|skriver\s+(?:kort\w*|bara|endast|direkt|här|detta|(?:några|ett|en)"
    r"\s+(?:rad\w*|ord|brev))\b|yttrar\s+(?:oss|mig)|har\s+(?:\w+\s+){0,2}?(?:svarat\s+på|fyllt\s+i"
    r"|valt\s+(?:brev\w*|att\s+(?:inte\s+)?(?:skriva|svara|fylla|lämna|yttra|begränsa|hoppa)))\b"
    r"|väljer\s+att\s+(?:skriva|svara|lämna|yttra|begränsa)|begränsar\s+(?:oss|mig|vårt)"
    r"|tackar\s+(?:för|så)\b|har\s+(?:\w+\s+)?sagt\s+(?:mitt|vårt)|ska\s+fatta\s+mig\s+kort"
    r"|(?:orkar|hinner)\s+inte\s+(?:skriva|svara)?\s*(?:på\s+)?(?:mer\w*|fler\w*|allt|resten)\b)"
)
_OF_REPLYING = re.compile(
    rf"""{_LEAD}(?:(?:vi|jag|undertecknad(?:e)?)\s+(?:vill\s+)?{_ANSWERING}
        |(?:svarar|skriver|har)\s+(?:vi|jag)\s+(?:bara|endast|kort|sagt\s+(?:mitt|vårt))\b
        |(?:orkar|hinner)\s+(?:vi|jag)\s+inte\s+(?:skriva|svara)?\s*(?:mer\w*|fler\w*|allt)\b)
      | {_LEAD}(?:\w+s\s+)?{_REPLY}\s+(?:har|är|bygger|utgår)\s+(?:\w+\s+){{0,2}}?(?:beretts|berett|
        behandla\w+|sammanställ\w+|tagits\ fram|framtag\w+|skriv\w+|utarbeta\w+|diskuterats|på|från
        |förankra\w+|beslut\w+|godkän\w+|antag\w+|samordna\w+)\b
      | [\w ,-]{{2,60}}?\s(?:lämnar|avger|framför|inkommer\s+med|överlämnar|lämnade)
        \s+(?:härmed\s+)?
        (?:sina|sitt|vårt|våra|mina|följande|ett|detta)\s+(?:\w+\s+)?{_REPLY}
        \s+(?:efter|enligt|genom|inför|till|över|på|med\s+anledning)\b
      | {_LEAD}(?:jag|vi)\s+(?:fick|såg|hittade|öppnade)\s+(?:(?!att\b)\w+\s+){{0,2}}?{_SENT}\b
      | {_LEAD}fick\s+(?:jag|vi)\s+(?:\w+\s+){{0,2}}?{_SENT}\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MORE = re.compile(
    r"\b(?:bör|borde|måste|ska|skulle|kräv\w+|krav|föreslå\w*|behöv\w*|sakna\w*|brist\w*|anser|menar"
    r"|tycker|önskar|viktig\w*|problem\w*|dålig\w*|fel|att (?:ni|det|den|de|regionen|strategin)"
    r"|eftersom|för\s+att\s+(?!fråg)|nej|strategin|avsnitt\w*|kapit\w+|stöd(?:jer|er)|välkomnar|instämmer|avstyrk\w*"
    r"|tillstyrk\w*|(?:o?tydlig|svår|bättre|sämre)\w*)\b|\?|: \w+ \w",
    re.IGNORECASE,
)
"""What says more than that somebody answers."""
_FAMILIAR = STOP_WORDS | word_set(
    """svarar svara svarat skriver skriva skrivit kort kortfattat frågor frågan frågorna några
    direkt brev brevet brevform brevformen mejl mejlet mallen mall blanketten blankett formuläret
    rutor rutorna resten delar delarna tiden orkar hinner ändå bifogad bilaga bilagan yttrande
    yttrandet svar svaret inspel inspelet synpunkter nämnden styrelsen utskottet kansliet samtliga
    förvaltningar förvaltningen medlemmar medlemmarna kollegor granne grannen kommunen regionen
    länsstyrelsen föreningen myndigheten universitetet behandling beretts behandlats sammanställt
    sammanställts möte mötet januari februari mars april maj juni juli augusti september oktober
    november december själv själva tackar inbjudan möjligheten hoppas okej stället hemma"""
)
_MOST = 8
"""Other words than these in a sentence: more of them say more."""


def speaks_of_replying(sentence: str) -> bool:
    """Whether a sentence tells only that, how or by whom an answer is given."""
    if not _OF_REPLYING.match(sentence) or _MORE.search(sentence) or asks(sentence):
        return False
    other = {word for word in words(sentence) if len(word) > 2} - _FAMILIAR  # noqa: PLR2004
    return len(other) <= _MOST
