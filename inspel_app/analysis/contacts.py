"""Lines that only say how to reach somebody, or which case it is: no points.

A line is one if nothing is left of it when numbers, addresses and the words that announce them
are taken away; names may be left where such a word says whose they are.
"""

import re

_SITE = r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:se|nu|com|org|eu|example)\b(?:/\S*)?"
_DATA = re.compile(
    rf"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?P<site>{_SITE})"
    r"|(?<![\w.])(?:\+\d{2} ?(?:\(0\) ?)?|\(?0)\d{1,3}\)?[ /–-]{1,3}\d{2,3}(?:[ -]?\d{2,3}){1,3}\b"
    r"|(?<![\w.])0\d{8,9}\b"
    r"|\b(?:SE-?|S-)?\d{3} \d{2}\s+[A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)?"
    r"|\b[Bb]ox \d+"
    r"|\b[A-ZÅÄÖ]\w*(?: \w+)? ?(?:gatan|vägen|gränd|torget|stigen|backen)\s+\d+\s?[A-D]?\b"
    r"|\b\d{6}-\d{4}\b"
)
"""An e-mail address, a site, a telephone number, parts of an address, an organisation's number."""
_CASE = re.compile(
    r"(?:(?:er|ert|vår|vårt)\s+)?(?:dnr|d\.nr|diarienr|diarienummer|ärendenr|ärendenummer|beteckning"
    r"|referens|datum)\b\.?\s*:?\s*(?:[A-ZÅÄÖ]{1,6}[ ./-]{0,2})?\d[\d ./:–-]{2,20}",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:sida?\s*)?\d+\s?(?:\(\d+\)|av \d+)", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"\b(?:tel|tfn|telefon(?:nummer|nr)?|mobil(?:telefon|nummer|nr)?|växel|vxl|direkt(?:nummer|nr)?|fax"
    r"|e-?post(?:adress)?|e-?mail|mejl|mail|webb(?:plats)?|hemsida|adress|(?:post|besöks|leverans"
    r"|faktura)adress|org\.?(?:anisations)?\s?-?\s?(?:nr|nummer)|bankgiro|plusgiro|registrator\w*"
    r"|diarium|diariet|kontakt(?:person|uppgifter)?|handläggare|kopia(?: för kännedom)? till"
    r"|för kännedom(?: till)?|att|c/o)\b\.?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:eller|och|via|på|nås|samt)\b|[\W_]+", re.IGNORECASE)
_NAME = re.compile(
    r"(?:[A-ZÅÄÖÉ][\w'’-]*|kommun|region|AB)(?: (?:[A-ZÅÄÖÉ][\w'’-]*|kommun|AB)){0,5}"
)
_LONGEST = 160


def is_contact(line: str, *, in_letter: bool) -> bool:
    """Whether a line only tells how to reach somebody; `in_letter` is where names stand so."""
    text = line.strip()
    if len(text) > _LONGEST:
        return False
    if _CASE.fullmatch(text) or _PAGE.fullmatch(text):
        return True
    found = list(_DATA.finditer(text))
    rest, announced = _ANNOUNCES.subn(" ", _DATA.sub(" ", text))
    left = " ".join(_BETWEEN.sub(" ", rest).split())
    if not left:
        only_sites = all(match["site"] for match in found)
        return bool(found) and (in_letter or announced > 0 or not only_sites)
    copied = text.lower().startswith(("kopia", "för kännedom"))
    may_name = copied or (found and (announced or in_letter))
    return bool(may_name and _NAME.fullmatch(left))
