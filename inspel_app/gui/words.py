"""What the window calls things."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt

from inspel_app.domain.clock import at_home
from inspel_app.domain.coding import POSSIBLE, SURE, Codebook, Note, Origin, Stance
from inspel_app.domain.document import Method
from inspel_app.domain.form import ActorType, Answer, FormTemplate, Question, Status
from inspel_app.i18n import _, ngettext
from inspel_app.services.entries import Entry
from inspel_app.services.jobs import Result
from inspel_app.services.past import Event
from inspel_app.services.points import Point, State
from inspel_app.services.respondents import type_name
from inspel_app.services.theme_view import ThemeView
from inspel_app.services.todo import Concern
from inspel_app.services.triage import status_name
from inspel_app.services.word_files import Update, lines_of, reason

_NAMED, _SENDERS = 3, 6
_NAME = 50
"""Characters of a name that is taken from a text."""
_WORD = re.compile(r"[\w-]{3,}")
_SWEDISH = QLocale(QLocale.Language.Swedish)


def actor_type(kind: ActorType | None) -> str:
    """A kind of respondents; not all say which they are."""
    return type_name(kind) if kind else _("Okänd")


def method(way: Method) -> str:
    """How a text came to us."""
    return {
        Method.CONTROL: _("Word-fält"),
        Method.TEXT: _("löptext"),
        Method.PDF: _("PDF-text"),
        Method.OCR: _("inläst bild"),
        Method.MAIL: _("e-post"),
        Method.MANUAL: _("inskrivet för hand"),
    }[way]


def whole_letter() -> str:
    """What an answer in no field is called."""
    return _("Hela brevet")


def question(answer: Answer, form: FormTemplate | None, codebook: Codebook) -> str:
    """The field of an answer as people name it: `3.2 Identifierade behov`."""
    if answer.field is None:
        return whole_letter()
    asked = next((q for q in form.questions if q.id == answer.field), None) if form else None
    if asked is None:
        return answer.field
    return field(asked, codebook)


def field(asked: Question, codebook: Codebook) -> str:
    """A field of the form as people name it."""
    aspects = {aspect.id: aspect.title for aspect in codebook.aspects}
    if asked.code and asked.aspect in aspects:
        return f"{asked.code} {aspects[asked.aspect]}"
    return f"{asked.heading or asked.section}: {asked.text}"


def concern(about: Concern) -> str:
    """What inspel may need of a person, in a word or two."""
    return {
        Concern.UNREAD: _("Ej lästa"),
        Concern.DOUBTS: _("Med tvivel"),
        Concern.MISREAD: _("Osäkra ord"),
        Concern.UNDECIDED: _("Dubbletter"),
        Concern.NAMELESS: _("Utan avsändare"),
        Concern.UNDATED: _("Utan datum"),
        Concern.LATE: _("Sena"),
        Concern.CAMPAIGN: _("Samma text"),
        Concern.HOMELESS: _("Tappade beslut"),
        Concern.POINTLESS: _("Utan synpunkt"),
        Concern.OVERLOOKED: _("Utanför synpunkt"),
        Concern.NO_INSPEL: _("Ej inspel"),
    }[about]


def stage(which: Status) -> str:
    """The inspel that stand there, as a choice."""
    plural = {Status.NY: _("Nya"), Status.LAST: _("Lästa"), Status.KLAR: _("Klara")}
    return plural.get(which) or status_name(which)


def day(moment: str | None) -> str:
    """The day in Sweden of a moment in ISO 8601: `2025-06-12`; a dash where none is known."""
    return at_home(moment).date().isoformat() if moment else "–"


def short_day(moment: str | None) -> str:
    """The same in a narrow column: `12 juni`."""
    if moment is None:
        return day(None)
    return _SWEDISH.toString(QDate.fromString(day(moment), Qt.DateFormat.ISODate), "d MMM")


def minute(moment: str) -> str:
    """When an ISO 8601 moment is, to the minute: `9 juni 2025 14.05`."""
    when = at_home(moment)
    return f"{written_day(when.date())} {when:%H.%M}"


def language(code: str) -> str:
    """A language by its code (ISO 639) as people name it; empty is Swedish."""
    names = {
        "": _("svenska"),
        "en": _("engelska"),
        "fi": _("finska"),
        "fit": _("meänkieli"),
        "se": _("nordsamiska"),
        "smj": _("lulesamiska"),
        "sma": _("sydsamiska"),
        "no": _("norska"),
        "da": _("danska"),
    }
    return names.get(code, code)


def number(n: int) -> str:
    """A number as people write it: `3 000`."""
    return f"{n:,}".replace(",", "\N{NO-BREAK SPACE}")


def answers(n: int) -> str:
    """`1 svar`."""
    return ngettext("{n} svar", "{n} svar", n).format(n=number(n))


def inspel(n: int) -> str:
    """`3 inspel`."""
    return ngettext("{n} inspel", "{n} inspel", n).format(n=number(n))


def respondents(n: int) -> str:
    """`2 avsändare`."""
    return ngettext("{n} avsändare", "{n} avsändare", n).format(n=number(n))


def from_respondents(n: int, senders: int) -> str:
    """How many inspel, and from how many."""
    told = _("{inspel} från {respondents}")
    return told.format(inspel=inspel(n), respondents=respondents(senders))


def points(n: int) -> str:
    """How many points."""
    return ngettext("{n} synpunkt", "{n} synpunkter", n).format(n=number(n))


def settled(n: int) -> str:
    """How many of some points a person has decided on."""
    return ngettext("{n} klar", "{n} klara", n).format(n=number(n))


def written_day(day: date) -> str:
    """`9 juni 2025`."""
    shown = QDate(day.year, day.month, day.day)
    return _SWEDISH.toString(shown, "d MMMM yyyy")


def state(point: Point, codebook: Codebook) -> str:
    """What is said of a passage, short enough for the end of a line."""
    if point.state is State.NO_POINT:
        return _("ingen synpunkt")
    codes = codebook.short(point.codes)
    if point.state is State.UNSURE:
        return _("osäker {codes}").format(codes=codes).strip()
    if point.state is State.CODED:
        return f"✓ {codes}"
    if point.passage.misplaced:
        return _("{codes}, fel fält?").format(codes=codes)
    return _("{codes} ?").format(codes=codes) if codes else "–"


def surety(share: float | None) -> str:
    """How sure a proposal is, in a word; None is what the form's field says."""
    if share is None:
        return _("fältet")
    if 1000 * share >= SURE:
        return _("säker")
    return _("möjlig") if 1000 * share >= POSSIBLE else _("osäker")


def remarks(entry: Entry) -> Iterator[tuple[str, str]]:
    """What there is to know of a passage at a glance, each with the role of its look."""
    if entry.secrecy:
        yield entry.secrecy, "warning-tag"
    if entry.state is State.NO_POINT:
        yield _("Ingen synpunkt"), "quiet-tag"
    if entry.state is State.UNSURE:
        yield _("Osäker"), "warning-tag"
    placed = next((a.code for a in entry.passage.assignments if a.origin is Origin.FORM), None)
    if entry.passage.misplaced and placed:
        best = entry.passage.assignments[0].code
        text = _("Skriven under {placed} – hör troligen till {best}")
        yield text.format(placed=placed, best=best), "warning-tag"
    if entry.passage.stance:
        yield stance(entry.passage.stance), "quiet-tag"
    if entry.rejected:
        yield _("Inte {codes}").format(codes=", ".join(entry.rejected)), "quiet-tag"
    if entry.people:
        yield ", ".join(filter(None, entry.people)), "small"


def code(code_id: str, title: str) -> str:
    """A part of the strategy as people name it: `3.3 Hållbar mobilitet`; ids of words are ours."""
    return f"{code_id} {title}" if code_id[:1].isdigit() else title


def evidence(reason: str, text: str) -> list[str]:
    """The words of a text that a reason names; those of an example that is like it are not."""
    begins = _("ord: {words}").format(words="")
    named = " ".join(part for part in reason.split("; ") if part.startswith(begins))
    known = set(_WORD.findall(named.casefold()))
    return sorted({word for word in _WORD.findall(text) if word.casefold() in known})


def note(written: Note) -> str:
    """Somebody's note, with who and when."""
    return f"{written.person}, {minute(written.at)}: {written.text}"


def event(done: Event) -> str:
    """Something that was done, with who and when."""
    text = (
        f"{minute(done.at)} {done.by}: {done.name}" if done.by else f"{minute(done.at)} {done.name}"
    )
    return _("{text} (ångrat)").format(text=text) if done.undone else text


def favoured(code_id: str, at_hand: Sequence[str]) -> str:
    """Whether a code is a favourite now, and under which digit."""
    if code_id not in at_hand:
        return _("{code} är ingen favorit längre.").format(code=code_id)
    number = at_hand.index(code_id) + 1
    return _("{code} är favorit {n}. F visar favoriterna.").format(code=code_id, n=number)


def stance(what: Stance) -> str:
    """What a passage does, as the machine proposes."""
    return {
        Stance.STOD: _("stöd"),
        Stance.KRITIK: _("kritik"),
        Stance.FORSLAG: _("förslag"),
        Stance.FRAGA: _("fråga"),
        Stance.FAKTA: _("fakta"),
    }[what]


def themes(n: int) -> str:
    """How many themes."""
    return ngettext("{n} tema", "{n} teman", n).format(n=number(n))


def gathered(n: int) -> str:
    """How many points are chosen on the map."""
    return ngettext("{n} vald synpunkt", "{n} valda synpunkter", n).format(n=number(n))


def themes_touched(n: int) -> str:
    """From how many themes they are."""
    return ngettext("Ur {n} tema", "Ur {n} teman", n).format(n=number(n))


def beginning(text: str) -> str:
    """The first words of a text, for a name."""
    return textwrap.shorten(text, _NAME, placeholder=" …")


def some(names: Sequence[str]) -> str:
    """The first of some names, and how many more there are."""
    named, more = ", ".join(names[:_SENDERS]), len(names) - _SENDERS
    return _("{names} och {n} till").format(names=named, n=more) if more > 0 else named


def sender_of_point(sender: str, *, quoted: bool) -> str:
    """Who says so, and whether it is one of those that the synthesis quotes."""
    return _("Typiskt citat · {sender}").format(sender=sender) if quoted else sender


def theme_facts(view: ThemeView) -> str:
    """A theme's code, whether it is mixed, how many say so, whether they disagree, its words."""
    mixed = _("blandat") if view.mixed else ""
    parts = [view.theme.code or "", mixed, respondents(len(view.respondents))]
    if view.supporting or view.opposing:
        parts.append(_("{n} för, {m} emot").format(n=view.supporting, m=view.opposing))
    parts.append(", ".join(view.theme.keywords))
    return " · ".join(filter(None, parts))


def part(code_id: str | None, codebook: Codebook) -> str:
    """A part of the strategy that themes are about; None is what concerns the whole."""
    return code(code_id, codebook[code_id].title) if code_id else _("Strategin som helhet")


def theme(view: ThemeView) -> str:
    """A theme in a list to choose from: what it is about, and its name."""
    return " ".join(filter(None, [view.theme.code, view.theme.label]))


def theme_state(view: ThemeView) -> str:
    """How many points and senders a theme has, and what people have done with it."""
    parts = [points(view.passages), theme_facts(view)]
    if view.theme.pinned:
        parts.append(_("fastnålat"))
    elif view.theme.kept:
        parts.append(_("ändrat av någon"))
    return " · ".join(parts)


def actions(n: int) -> str:
    """How many actions."""
    return ngettext("{n} åtgärd", "{n} åtgärder", n).format(n=number(n))


def outcome(result: Result, n: int) -> str:
    """What became of `n` files: `3 lästa med tvivel`."""
    text = {
        Result.READ: ngettext("{n} läst", "{n} lästa", n),
        Result.DOUBTS: ngettext("{n} läst med tvivel", "{n} lästa med tvivel", n),
        Result.UNREADABLE: ngettext("{n} gick inte att läsa", "{n} gick inte att läsa", n),
        Result.NO_INSPEL: ngettext("{n} är inget inspel", "{n} är inga inspel", n),
        Result.JOINED: ngettext("{n} hör ihop med en annan fil", "{n} hör ihop med andra filer", n),
        Result.KNOWN: ngettext("{n} fanns redan", "{n} fanns redan", n),
        Result.REFUSED: ngettext("{n} togs inte emot", "{n} togs inte emot", n),
    }[result]
    return text.format(n=number(n))


def files(n: int) -> str:
    """`1 fil`, `3 filer`."""
    return ngettext("{n} fil", "{n} filer", n).format(n=number(n))


def cut_off(done: int, total: int) -> str:
    """How many files an import that was cancelled has read and not, and what to do."""
    text = ngettext(
        "Avbrutet: {done} av {total} filer lästa; {n} är inte läst. Läs in den igen.",
        "Avbrutet: {done} av {total} filer lästa; {n} är inte lästa. Läs in dem igen.",
        total - done,
    )
    return text.format(done=number(done), total=number(total), n=number(total - done))


def exported(path: Path, update: Update | None = None) -> str:
    """Where an export lies, and what became of the parts of a Word file that was there."""
    told = _("Exporterade till {path}").format(path=path)
    if update is None:
        return told
    told = ". ".join([told, *(line.removesuffix(".") for line in lines_of(update))])
    left = update.left
    if not left:
        return told
    untouched = ngettext("{n} del är orörd", "{n} delar är orörda", len(left)).format(n=len(left))
    named = "; ".join(f"{one.title} ({reason(one)})" for one in left[:_NAMED])
    return f"{told}. {untouched}: {named}"
