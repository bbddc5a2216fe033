"""Sentences that tell what is sent, how to ask about it, or who has decided on it."""

import re

from inspel_app.analysis.substance import heads, says_only

_OBJECT = (
    r"(svar(et|en)?|remissvar(et)?|synpunkter(na)?|inspel(et|en)?|yttrande(t|n)?|blankett(en|er)?"
    r"|kommentarer(na)?|skrivelse(n|r)?|handling(ar|arna|en)?|protokoll(et)?|protokollsutdrag(et)?"
    r"|tankar|funderingar"
    r"|bilag(a|or|an|orna)|underlag(et)?|beslut(et)?|dokument(et)?|rapport(en)?)"
)
_SENDS = (
    r"(översänder|överlämnar|överlämnas|översänds|översändes|inlämnas|insänds|inges|inger|bifogas|bifogar"
    r"|skickar|sänder|lämnar|lämnas|biläggs|bilägger|kommer|följer|finner|finns|får|erhåller)"
)
_HEADS = heads(
    rf"(\S+ ){{0,5}}?(härmed|bifogat|bilagt)\b( \S+){{0,8}}? \w*{_OBJECT}\b",
    rf"(här|nedan|nu) {_SENDS}( \S+){{0,4}}? (vårt|våra|mitt|mina|\w+s)( \w+)? ?\w*{_OBJECT}\b",
    r"((vi|jag|undertecknad) )?(översänder|överlämnar|bifogar|skickar|sänder|inger|bilägger)\b"
    rf"( \S+){{0,5}}? \w*{_OBJECT}\b",
    rf"(\S+ ){{0,3}}?\w*{_OBJECT} (bifogas|biläggs|översänds|översändes|insänds)\b",
    rf"(\S+ ){{0,3}}?\w*{_OBJECT} (följer|finns|är|kommer|lämnas|redovisas|framgår) (\w+ )?"
    r"(bifoga(d|t|de)|bilagd?a?|nedan|härmed|här|(av|i) (bifogad \w+|bilaga\w*))\b",
    r"(vid|om (ni|du) har|har ni|skulle ni ha) (\w+ ){0,3}(frågor|funderingar|oklarheter)\b.{0,40}?"
    r"\b(kontakta\w*|hör|höra|ring|ringa|mejla|maila|vänd|nå|nås|återkom\w*|välkom\w*|tveka|svarar)\b"
    r"( inte)?( att)?",
    r"(hör (gärna |bara |så )?av (er|dig)|tveka inte att (höra|kontakta|ringa|mejla))\b"
    r"( om (ni|du) (vill (komma|veta|besöka|titta|höra|träffa|se|prata)|har|undrar)\b)?",
    r"(\S+ ){0,4}?(välkomna|gärna) (att )?(höra|hör) av (er|dig)\b",
)
"""What opens a sentence that sends something or tells whom to ask."""
_REPLY = r"\w*(?:yttrandet|inspelet|svaret|skrivelsen|synpunkterna)"
_ON_A_DAY = r"( (på|vid|i) [\w ]{3,40}?)? (den )?\d{1,2} \w{3,9}( \d{4})?[.]?"
_WHOLE = re.compile(
    r"(\S+ ){0,5}?står (\S+ ){0,4}?till (\w+ )?(förfogande|tjänst)( (för|vid|om|i|med)\b.{0,30}?"
    r"\b(fråg|dialog|diskussion|samtal|möte|svar|komplettering|förtydligande|information|arbete)\w*"
    r".{0,40})?[.!]?"
    r"|(\S+ ){0,2}?(ser( \w+){0,2} fram e?mot|emotser) (en |ett |er |ert |den |det |vidare "
    r"|fortsatt |fortsatta |god |gott |kommande )*(dialog|samarbete|återkoppling|svar|samtal"
    r"|process|kontakt|arbete)(en|et|t)?( (kring|om|i|med|från|och) (\w+ ){0,2}?(strategi\w*"
    r"|fråg\w+|detta|det(ta)? här|arbetet|processen|remissen|genomförande\w*|utveckling\w*"
    r"|er|regionen|Region \w+))?[.!]?"
    r"|beslut(et)? (i|om) (detta|det här|ärendet|yttrandet)( ärende| yttrande)? (har )?"
    r"(fattats|tagits|fattades|togs) (av|i|den)\b.{0,160}"
    r"|i (den slutliga )?(handläggningen|beredningen)\b.{0,120}\bdeltagit\b.{0,80}"
    rf"|[\w ]{{3,50}} (antog|ställde sig bakom) (det(ta)?|{_REPLY}){_ON_A_DAY}"
    rf"|[\w ]{{3,50}} (godkände|fastställde|behandlade) {_REPLY}{_ON_A_DAY}"
    rf"|(det(ta)?|{_REPLY}) (antogs|godkändes|fastställdes) (av|i|på) \w+{_ON_A_DAY}"
    r"|föredragande (har varit|var|är)\b.{0,100}"
    r"|skickat från (min|outlook|mail|e-post)\b.{0,40}",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 300
"""Characters of a sentence that may say no more than that."""


def is_sending(sentence: str) -> bool:
    """Whether a sentence says that something is sent, whom to ask or who decided, and no more."""
    short = len(sentence) <= _LONGEST
    return short and (bool(_WHOLE.fullmatch(sentence)) or says_only(sentence, _HEADS))
