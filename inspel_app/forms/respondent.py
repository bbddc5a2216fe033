"""Who sent it: from the form's background fields, or from the letter itself."""

import re
from collections.abc import Iterable, Mapping, Sequence

from inspel_app.domain.form import ActorType, Respondent
from inspel_app.forms.folding import fold
from inspel_app.forms.misread import mended_address

_WORDS: tuple[tuple[ActorType, str], ...] = (
    (ActorType.PRIVATPERSON, r"\bprivat(person(er)?)?\b  \benskild_person\b"),
    (
        ActorType.POLITISK,
        r"""partiet\b  \bmoderaterna  socialdemokrat  \bliberalerna  \bcentern\b  kristdemokrat
            sverigedemokrat  \bpartidistrikt  \bpolitisk  \b(grön|vänster|center|ssu)ungdom
            listan\b""",
    ),
    (ActorType.AKADEMI, r"universitet  högskola  \bslu\b  forskningsinstitut  \binstitutet\b"),
    (ActorType.KOMMUN, r"\bkommun(en|styrelsen|fullmäktige)?\b  \bkommunledning  fullmäktige\b"),
    (
        ActorType.CIVILSAMHALLE,
        r"""förening  \bek\.?_?för\b  sameby  församling  stiftelse  \bpro\b  \bspf\b  hembygd
            bygderåd  idrott  klubb  röda_korset  rädda_barnen  kyrkan  nätverk  byalag  byaråd
            pensionär  studieförbund  folkhögskola  funktionsrätt  förbund""",
    ),
    (
        ActorType.STATLIG_MYNDIGHET,
        r"""länsstyrelse  myndighet  verket\b  sametinget  arbetsförmedling  försäkringskassan
            \bstatens\b  \bstatlig  \bpolis  domstol  kansliet\b  skogsstyrelsen
            socialstyrelsen""",
    ),
    (ActorType.REGION, r"^region_\w+  \bregionen\b  \bregionstyrelsen"),
    (
        ActorType.NARINGSLIV,
        r"""\b(ab|aktiebolag|hb|kb|handelsbolag)\b  företag  bolag  näringsliv  industri
            handelskammare  \blrf\b  hotell  kluster""",
    ),
)
_KINDS = tuple(
    (kind, re.compile("|".join(words.split()).replace("_", " "))) for kind, words in _WORDS
)
_SENDER = re.compile(
    r"(?i:inspel|yttrande|synpunkter|remissvar|svar)\s+(?:från|av)\s+(?P<name>[A-ZÅÄÖ][^\n,.:;]{2,60}?)"
    r"(?=\s+(?:på|inför|till|om|angående|gällande|över|med|i\s+samband)\b|[\n,.:;]|$)"
)
_BEGUN = re.compile(
    r"(?P<name>[A-ZÅÄÖ][^.,:;!?]{3,60}?)\s+(?:är|har|driver|samlar|vill|lämnar|anser)\b"
)
_POSTAL_CODE = re.compile(r"\b\d{3} ?\d{2}\s+[A-ZÅÄÖ]")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_EDGE = 8
"""How many lines of a letter's beginning and end may name the sender."""
_LONGEST_NAME = 70


def from_fields(values: Mapping[str, str], municipalities: Sequence[str]) -> Respondent:
    """The respondent from the background fields (keys `organisation`, `avdelning` and so on)."""
    organisation = _one_line(values.get("organisation", ""))
    unit = _one_line(values.get("avdelning", ""))
    return Respondent(
        organisation=organisation,
        unit=unit,
        contact=_one_line(values.get("kontaktperson", "")),
        email=mended_address(_one_line(values.get("epost", ""))),
        type=actor_type(organisation) or actor_type(unit),
        municipality=municipality((organisation, unit), municipalities),
    )


def from_letter(text: str, municipalities: Sequence[str]) -> Respondent:
    """The respondent of a letter, as far as its head, signature or title names one."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    edges = [*lines[:_EDGE], *lines[-_EDGE:]]
    named = _SENDER.search("\n".join(edges))
    organisation = named["name"].strip() if named else _organisation(edges)
    email = _EMAIL.search("\n".join(edges))
    return Respondent(
        organisation=organisation,
        email=email.group() if email else "",
        type=actor_type(organisation),
        municipality=municipality((organisation, *_home_lines(edges)), municipalities),
    )


def identity(respondent: Respondent) -> tuple[str, str, str]:
    """Who it is, comparable; private persons share the name of their organisation."""
    person = respondent.contact if respondent.type is ActorType.PRIVATPERSON else ""
    return fold(respondent.organisation), fold(respondent.unit), fold(person)


def complete(
    respondent: Respondent, sender: Respondent, municipalities: Sequence[str]
) -> Respondent:
    """The respondent with what is missing taken from the mail's sender."""
    organisation = respondent.organisation or sender.organisation
    unit = respondent.unit
    return Respondent(
        organisation=organisation,
        unit=unit,
        contact=respondent.contact or sender.contact,
        email=respondent.email or sender.email,
        type=respondent.type or actor_type(organisation),
        municipality=respondent.municipality
        or municipality((organisation, unit), municipalities)
        or sender.municipality,
    )


def actor_type(organisation: str) -> ActorType | None:
    """The kind of respondent that the name of an organisation tells of."""
    name = organisation.lower()
    return next((kind for kind, pattern in _KINDS if pattern.search(name)), None)


def municipality(texts: Iterable[str], municipalities: Sequence[str]) -> str | None:
    """The municipality that the texts name first, also in the genitive."""
    if not municipalities:
        return None
    names = re.compile(rf"\b({'|'.join(map(re.escape, municipalities))})s?\b")
    found = (names.search(text) for text in texts)
    return next((match[1] for match in found if match), None)


def _organisation(lines: Sequence[str]) -> str:
    """The organisation that a line by itself names, or that a sentence begins with."""
    named = _line_of_name(lines)
    if named:
        return named
    begun = (_BEGUN.match(line) for line in lines)
    return next((m["name"].strip() for m in begun if m and actor_type(m["name"])), "")


def _home_lines(lines: Sequence[str]) -> list[str]:
    """Short lines, such as a letterhead, but no postal address: it is most often the receiver's."""
    return [n for n in lines if len(n) <= _LONGEST_NAME and not _POSTAL_CODE.search(n)]


def _line_of_name(lines: Sequence[str]) -> str:
    """A line by itself that is an organisation's name, other than the receiving region's."""
    for line in lines:
        kind = actor_type(line)
        ends_sentence = line.endswith((".", ",", "!", "?", ":"))
        if (
            kind not in (None, ActorType.REGION)
            and len(line) <= _LONGEST_NAME
            and not ends_sentence
            and line[:1].isupper()
        ):
            return line
    return ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
