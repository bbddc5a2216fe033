"""Who sent it: from the form's background fields, or from the letter itself."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from inspel_app.domain.form import ActorType, Respondent
from inspel_app.forms.folding import fold
from inspel_app.forms.misread import mended_address
from inspel_app.forms.organisations import Organisations
from inspel_app.forms.sender import SignedLetter

_GAP = re.compile(r"(?<=\w)\. (?=[a-z]+\Z)")
"""The space that text recognition may see before the last part of an address."""
_LINK = re.compile(r"""^HYPERLINK\s*["”“][^"”“]*["”“]\s*(?=\S)""")
"""What LibreOffice prints before an address that is a link in a field of Word's."""
_OF_A_HOUSE = re.compile(
    r"(?:info|kontakt|contact|kansli\w*|styrelsen?|office|kontoret|registrator|ordf\w*|expedition\w*"
    r"|reception\w*|bokning\w*|booking|kundtjanst|kommun\w*|post)@"
    r"(?!(?:gmail|hotmail|outlook|live|telia|yahoo|icloud|msn)\.)",
    re.IGNORECASE,
)
"""An address at which no single person is reached."""
_WITHOUT_HOME = frozenset({ActorType.REGION, ActorType.STATLIG_MYNDIGHET})
"""Whose address tells nothing of the municipality for which they speak."""


def from_fields(values: Mapping[str, str], known: Organisations) -> Respondent:
    """The respondent from the background fields (keys `organisation`, `avdelning` and so on)."""
    return _placed(
        Respondent(
            organisation=_one_line(values.get("organisation", "")),
            unit=_one_line(values.get("avdelning", "")),
            contact=_one_line(values.get("kontaktperson", "")),
            email=mended_address(
                _LINK.sub("", _GAP.sub(".", _one_line(values.get("epost", "")))),
            ),
        ),
        known,
    )


def from_letter(text: str, known: Organisations, letterhead: Iterable[str] = ()) -> Respondent:
    """The respondent of a letter, as far as its head, signature or title names one.

    `letterhead` are the texts of its pages' margins.
    """
    letter = SignedLetter(text, known, letterhead)
    said = Respondent(letter.organisation, letter.unit, letter.contact, letter.email)
    respondent = _placed(said, known)
    if not respondent.organisation and letter.is_private:
        respondent = replace(respondent, type=ActorType.PRIVATPERSON)
    if respondent.municipality or respondent.type in _WITHOUT_HOME:
        return respondent
    return replace(respondent, municipality=letter.municipality)


def _fuller(signed: str, written: str) -> str:
    """The name that is signed, unless that is only the first name of the sender in the head."""
    is_part = fold(written).startswith(f"{fold(signed)} ")
    return written if not signed or is_part else signed


def identity(respondent: Respondent) -> tuple[str, str, str]:
    """Who it is, comparable; private persons share the name of their organisation."""
    person = respondent.contact if respondent.type is ActorType.PRIVATPERSON else ""
    return fold(respondent.organisation), fold(respondent.unit), fold(person)


def complete(respondent: Respondent, sender: Respondent, known: Organisations) -> Respondent:
    """The respondent with what is missing taken from the mail's sender."""
    organisation = respondent.organisation or sender.organisation
    both = replace(
        respondent,
        organisation=organisation,
        unit=respondent.unit or ("" if respondent.organisation else sender.unit),
        contact=_fuller(respondent.contact, sender.contact),
        email=respondent.email or sender.email,
    )
    placed = _placed(both, known)
    told = respondent.type
    if told is ActorType.PRIVATPERSON and _OF_A_HOUSE.match(both.email):
        told = None
    is_person = told is ActorType.PRIVATPERSON and not sender.organisation
    return replace(
        placed,
        type=ActorType.PRIVATPERSON if is_person else placed.type or told,
        municipality=respondent.municipality or placed.municipality or sender.municipality,
    )


def as_person(respondent: Respondent, text: str, known: Organisations) -> Respondent:
    """The respondent as a private person, where a mail's letter tells of nothing else.

    No organisation is named, nor by the address; somebody writes of herself and has no office.
    """
    named = respondent.organisation or respondent.unit or known.at_host(respondent.email)
    of_house = _OF_A_HOUSE.match(respondent.email)
    if named or of_house or respondent.type or not respondent.contact:
        return respondent
    letter = SignedLetter(text, known)
    return replace(respondent, type=ActorType.PRIVATPERSON) if letter.is_personal else respondent


def _placed(respondent: Respondent, known: Organisations) -> Respondent:
    """The respondent with the type and municipality that its names tell of.

    Where they say nothing of a municipality, a municipality's or company's own e-mail host may.
    """
    organisation, unit = respondent.organisation, respondent.unit
    kind = known.type_of(organisation) or known.type_of(unit)
    town = None
    if kind is not ActorType.REGION:
        town = known.named_municipality(organisation, unit)
    if town is None and kind is ActorType.KOMMUN:
        town = known.named_municipality(known.at_host(respondent.email))
    return replace(respondent, type=kind, municipality=town)


def _one_line(text: str) -> str:
    """The text without what parts it from the next field on its line."""
    return " ".join(text.split()).strip(" ,;|")
