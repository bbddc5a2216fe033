"""The Swedish of the reports: names of kinds, numbers with their nouns, dates, references."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import PurePath

from inspel_app.domain.coding import Code, Codebook, CodeKind, Origin, Stance
from inspel_app.domain.document import Location
from inspel_app.domain.form import ActorType, Respondent, Status, Submission, Unplaced
from inspel_app.domain.secrecy import Secrecy, provisions
from inspel_app.domain.synthesis import Count, Quotation, Told
from inspel_app.i18n import _, ngettext

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text without the characters that XML, and so Word, Excel and HTML, cannot hold."""
    return _NO_XML.sub("", text)


def number(n: int) -> str:
    """1234 as `1 234`, with a space that does not break."""
    return f"{n:,}".replace(",", "\N{NO-BREAK SPACE}")


def inspel(n: int) -> str:
    """`3 inspel`."""
    return ngettext("{n} inspel", "{n} inspel", n).format(n=number(n))


def respondents(n: int) -> str:
    """`2 avsändare`."""
    return ngettext("{n} avsändare", "{n} avsändare", n).format(n=number(n))


def passages(n: int) -> str:
    """`1 synpunkt`, `3 synpunkter`."""
    return ngettext("{n} synpunkt", "{n} synpunkter", n).format(n=number(n))


def answers(n: int) -> str:
    """`1 svar`."""
    return ngettext("{n} svar", "{n} svar", n).format(n=number(n))


def stretches(n: int) -> str:
    """`1 stycke ur svar`, `3 stycken ur svar`."""
    return ngettext("{n} stycke ur ett svar", "{n} stycken ur svar", n).format(n=number(n))


def labelled(marks: Iterable[Secrecy]) -> str:
    """`Sekretess: OSL 21 kap. 1 §`; "" where there is no mark."""
    laws = list(provisions(marks))
    return _("Sekretess: {provisions}").format(provisions=listed(laws)) if laws else ""


def outside(submission: Submission) -> Iterator[tuple[str, list[Unplaced]]]:
    """The ledger in words: a lead and its lines; what the sender took back stands by itself."""
    leads = {
        False: _("Text utanför blankettens frågor:"),
        True: _("Borttaget, struket, dolt eller en kommentar i filen, och inte en del av svaret:"),
    }
    for withdrawn, lead in leads.items():
        lines = [line for line in submission.unplaced if line.withdrawn is withdrawn]
        if lines:
            yield lead, lines


def counts(count: Count) -> str:
    """`3 inspel från 2 avsändare (4 synpunkter)`; a lone point tells that all are one."""
    if count.passages == 1:
        return passages(1)
    return _("{inspel} från {respondents} ({passages})").format(
        inspel=inspel(count.submissions),
        respondents=respondents(count.respondents),
        passages=passages(count.passages),
    )


def listed(items: list[str]) -> str:
    """`a, b och c`."""
    if len(items) < 2:  # noqa: PLR2004 - one item needs no "och"
        return "".join(items)
    return _("{first} och {last}").format(first=", ".join(items[:-1]), last=items[-1])


def date(iso: str) -> str:
    """`2025-06-17` or `2025-06-17T21:14:05+02:00` as `17 juni 2025`."""
    day = datetime.fromisoformat(iso)
    months = _(
        "januari februari mars april maj juni juli augusti september oktober november december"
    )
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"


def actor_type(kind: ActorType | None) -> str:
    """What a kind of respondents is called."""
    return {
        ActorType.KOMMUN: _("Kommun"),
        ActorType.REGION: _("Region"),
        ActorType.STATLIG_MYNDIGHET: _("Statlig myndighet"),
        ActorType.NARINGSLIV: _("Näringsliv"),
        ActorType.AKADEMI: _("Akademi"),
        ActorType.CIVILSAMHALLE: _("Civilsamhälle"),
        ActorType.POLITISK: _("Politisk organisation"),
        ActorType.PRIVATPERSON: _("Privatperson"),
        None: _("Typ ej angiven"),
    }[kind]


def code_kind(kind: CodeKind) -> str:
    """What the codes of a kind are called together."""
    return {
        CodeKind.VISION: _("Vision"),
        CodeKind.PLATS: _("Platser"),
        CodeKind.INRIKTNING: _("Inriktningar"),
        CodeKind.MALOMRADE: _("Målområden"),
        CodeKind.PRIORITERING: _("Prioriteringar"),
        CodeKind.DELPRIORITERING: _("Delprioriteringar"),
        CodeKind.PRINCIP: _("Principer"),
        CodeKind.TVARGAENDE: _("Tvärgående perspektiv"),
    }[kind]


def code_label(code: Code) -> str:
    """What a code is called in short: `Prioritering 3`, `3.3`, or its title if it has no number."""
    if code.short != code.id:
        return code.short
    numbered = {
        CodeKind.PRIORITERING: _("Prioritering {id}"),
        CodeKind.MALOMRADE: _("Målområde {id}"),
    }
    return numbered.get(code.kind, "{id}").format(id=code.id)


def code_heading(code: Code) -> str:
    """`Prioritering 3: En nära tillgänglig region`, `3.3 Hållbar mobilitet`."""
    if code.title.casefold().startswith(code_label(code).casefold()):
        return code.title
    return under_code(code, code.title)


def heading_in_chapter(code: Code, codebook: Codebook) -> str:
    """The code's own heading; the topmost code of a chapter is told as a whole."""
    whole = code.parent is None and codebook.children(code.id)
    return _("{part} som helhet").format(part=code_label(code)) if whole else code_heading(code)


def under_code(code: Code, title: str) -> str:
    """A title with its code before it: `3.3 Identifierade behov`, `Prioritering 3: Inledning`."""
    label = code_label(code)
    return f"{label} {title}" if label == code.id else f"{label}: {title}"


def aspect_title(codebook: Codebook, aspect: str) -> str:
    """What an aspect is called, also one that the codebook leaves out."""
    titles = {"inledning": _("Inledning"), "vagen-framat": _("Vägen framåt")}
    titles |= {a.id: a.title for a in codebook.aspects}
    return titles.get(aspect, aspect.capitalize())


def status(value: Status) -> str:
    """What a stage of the triage is called."""
    return {
        Status.NY: _("Ny"),
        Status.LAST: _("Läst"),
        Status.KOMPLETTERAS: _("Kompletteras"),
        Status.KLAR: _("Klar"),
        Status.RAKNAS_INTE: _("Räknas inte"),
        Status.EJ_INSPEL: _("Ej inspel"),
    }[value]


def stance(value: Stance | None) -> str:
    """What a passage does; empty when nobody has said."""
    return {
        Stance.STOD: _("Stöd"),
        Stance.KRITIK: _("Kritik"),
        Stance.FORSLAG: _("Förslag"),
        Stance.FRAGA: _("Fråga"),
        Stance.FAKTA: _("Fakta"),
        None: "",
    }[value]


def origin(value: Origin) -> str:
    """Who placed a passage in the strategy."""
    return {
        Origin.FORM: _("Blanketten"),
        Origin.SUGGESTION: _("Maskinellt förslag"),
        Origin.PERSON: _("Person"),
    }[value]


USUAL_LANGUAGE = "sv"
"""What everybody expects, and nothing is said about."""


def language(code: str) -> str:
    """The name of a language, within a sentence; its code if it has none here."""
    return {
        "sv": _("svenska"),
        "en": _("engelska"),
        "fi": _("finska"),
        "fit": _("meänkieli"),
        "se": _("nordsamiska"),
        "smj": _("lulesamiska"),
        "sma": _("sydsamiska"),
        "no": _("norska"),
        "da": _("danska"),
    }.get(code, code)


def is_private(respondent: Respondent) -> bool:
    """Whether a person, and no organisation, is the respondent as far as can be told."""
    return respondent.type is ActorType.PRIVATPERSON or (
        respondent.type is None
        and bool(respondent.contact)
        and respondent.organisation.strip().casefold()
        in ("", respondent.contact.strip().casefold())
    )


def respondent_name(submission: Submission) -> str:
    """The organisation; a person without one by place; else that nobody is known, and the file."""
    respondent = submission.respondent
    unnamed = respondent.organisation.strip().casefold() in ("", "privatperson")
    if not unnamed or not is_private(respondent):
        organisation = " ".join(respondent.organisation.split())
        return organisation or _unknown(PurePath(submission.files[0].name).stem)
    return ", ".join(filter(None, [_("Privatperson"), respondent.municipality]))


def _unknown(file: str) -> str:
    return _("Avsändare ej angiven ({file})").format(file=" ".join(file.split()))


def page(location: Location) -> int | None:
    """The page, where the format has fixed pages (then every place has its box)."""
    return location.page if location.box is not None else None


def told_in(told: Told) -> str:
    """`”Fler vindkraftverk” (4.4 Grön energi)`, or the part alone."""
    if told.theme is None:
        return told.part
    return _("”{theme}” ({part})").format(theme=told.label, part=told.part)


def citation(quotation: Quotation) -> str:
    """`Inspel 3, fråga 3.3 Identifierade behov, s. 4`: the way back to the original."""
    text = _("Inspel {number}, {place}").format(number=quotation.number, place=quotation.place)
    leaf = page(quotation.location)
    placed = text if leaf is None else _("{text}, s. {page}").format(text=text, page=leaf)
    return ". ".join(filter(None, [placed, quotation.secrecy]))
