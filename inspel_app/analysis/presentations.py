"""Sentences that tell who is writing: "Vi är en förening i Malå", "Jag heter Kim".

What they go on to tell decides: "Vi är en by där mobilen inte fungerar" is a point.
"""

import re

from inspel_app.analysis import foreign
from inspel_app.analysis.courtesies import after_greeting
from inspel_app.analysis.substance import heads, says_only

_GROUP = (
    r"\w*(råd|förening|klubb|byalag|samfällighet|grupp|nätverk|förbund|bolag|företag|familj|skola"
    r"|klass|lag|kommitté|förvaltning|avdelning|församling|sameby|stiftelse|institut)(e?n|e?t|s)?"
)
_WRITES = (
    r"\b(skriv(er|a|it)|skrev|svara[rt]?|fyll(er|a|t)( i)?) (på )?(det här|detta|brevet|svaret)\b"
)
_MAY = (
    r"(?:vem som helst|alla|man|vi|jag) (?:får|fick|kan|kunde|skulle) (?:tycka till|vara med"
    r"|skriva(?: till er)?|svara|lämna (?:in )?synpunkter|komma med (?:idéer|förslag))"
)
_HEADS = heads(
    r"(vi|jag) (är (en|ett|paraply|\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)|heter"
    r"|arbetar som|jobbar som)\b",
    rf"(vi|jag|det här|detta) är (från |(oss|vi) (i|från|på) )?(\w+ )?{_GROUP}\b",
    r"jag är (\w+ )?(ordförande|ledamot|elev|student|bonde|\w{3,}(are|ör|ist|chef"
    r"|sköterska|mamma|pappa|förälder|student|elev|bonde))\b",
    r"(det här|detta)( \w+)? (är|kommer)( ett svar| svar)? från\b",
    r"(vi|jag) skriver (från|för|åt|på uppdrag av)\b(?! att)",
    r"[^.!?:]{2,80}\b(ursäkta|förlåta|överse med)\b",
    r"som \w[^.,]{2,60} har (vi|jag) (\w+ ){0,3}(erfarenhet|kunskap|insyn)\b",
    r"till (er|den|dem|alla|ansvariga|\w*(region|kommun|styrelse|nämnd|politiker|handläggare|kontor"
    r"|kansli)\w*)\b",
    rf"[^.!?:]{{2,60}}\bhjälp\w* (mig|oss|till) [^.!?:]{{0,20}}{_WRITES}"
    r"( eftersom (jag|vi) [^,.]{0,40})?",
    rf"[^.!?:]{{2,80}}{_WRITES}",
    r"(vi|jag) .{0,80}\bskriver (som|tillsammans)\b",
    r"[\w -]{3,50}? (samlar|företräder|representerar|organiserar)\b",
    r"(mitt namn är|jag (heter|är \d+ år))\b",
    r"((vi|jag)|(min|vår) \w+ och (jag|vi)) (var|satt|bor|driver|omsätter|träffades"
    r"|flyttade|kom hit|har bott|samlades|åkte runt|har (samlat|träffats|åkt runt))\b",
    r"(vi|jag) (skriver|svarar|talar|utgår) (\w+ ){0,2}?(utifrån|från) "
    r"(det|vad|våra?|mina?|egna)\b",
    r"[\w -]{3,50}? (driver|bedriver|förvaltar|omsätter|består av|grundades"
    r"|har sitt säte)\b",
    r"[\w -]{3,50}? har (idag |cirka |drygt |ungefär )?[\d ]+ "
    r"\w*(medlem|anställd|företag|invånare|elev|student|hushåll|kund)\w*",
    rf"(?:(?:vår|min) \w*(?:lärare|rektor|chef)|\w*läraren|rektorn)(?: i \w+)?"
    rf" sa(?:de)? att {_MAY}",
    rf"(?:jag|vi) (?:såg|läste|hörde) (?:\w+ ){{0,3}}att {_MAY}",
    *foreign.PRESENTATIONS,
)
_THEREFORE = re.compile(
    r",? så (?:här (?:kommer|är) (?:mina|våra) (?:tankar|idéer|synpunkter|förslag)"
    r"|(?:jag|vi) tänkte (?:göra det|skriva(?: några rader)?(?: till er)?"
    r"|(?:berätta|att någon(?: \w+){0,3}? vill (?:höra|veta)) hur (?:det|vi) (?:är|ser ut|har det)"
    r"(?: här)?(?: \w+)?))[.!]*\Z",
    re.IGNORECASE,
)
"""Why somebody writes who has told of herself, which says no more."""


def is_presentation(sentence: str) -> bool:
    """Whether a sentence tells who is writing; to be asked of the first paragraph alone."""
    return says_only(_THEREFORE.sub("", after_greeting(sentence)), _HEADS)
