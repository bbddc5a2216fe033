"""A Word report made again in a file that writers have worked in: nothing of theirs is touched.

A part that says what we wrote says the new; one that a writer has changed stays as it is; one that
a writer has taken away stays away; one that is new comes after the part before it. Parts are known
by the tags of their content controls, wherever they have been moved.
"""

import io
import zipfile
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

import docx
from docx.document import Document
from lxml import etree

from inspel_app.domain.composition import in_order
from inspel_app.domain.synthesis import Audience, RoundFacts
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.synthesis.outline import Report
from inspel_app.synthesis.secret_words import NO_SECRETS, SecretWords
from inspel_app.synthesis.word_asides import Asides
from inspel_app.synthesis.word_body import CONTENTS, Body
from inspel_app.synthesis.word_order import lines, unmoved
from inspel_app.synthesis.word_parts import Part, Record, signature
from inspel_app.synthesis.word_secrets import places, text_of
from inspel_app.synthesis.word_template import Dress
from inspel_app.synthesis.word_xml import Element, named
from inspel_app.synthesis.words import clean


class Why(Enum):
    """Why a part was left as it is."""

    CHANGED = auto()
    """A writer has changed it; the round says something else by now."""
    REMOVED = auto()
    """A writer has taken it away."""
    OUTDATED = auto()
    """A writer has changed it, and the round does not say it any more."""
    MOVED = auto()
    """A writer has put the parts in another order; so have people in the round by now."""
    SECRET = auto()
    """It says something that has been marked as secret, and it is no longer ours to take out."""


@dataclass(frozen=True, slots=True)
class Left:
    """A part that was not written, by the title it would have or has."""

    title: str
    why: Why


@dataclass(frozen=True, slots=True)
class Update:
    """What became of the parts of a file that was made again, by their titles.

    `renewed` are those that were written anew, added or taken out, `kept` those that writers have
    changed where the round says what it said.
    """

    renewed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True)
class Renewed:
    """The bytes of a file, and what became of the one that was there; None if there was none."""

    data: bytes
    update: Update | None = None


def renewed(
    earlier: bytes, told: Report, facts: RoundFacts, secrets: SecretWords = NO_SECRETS
) -> Renewed:
    """The report written in a file that an earlier one was written in.

    Whatever is left there of the `secrets` is named. The secretariat may read them: for it only
    the parts are named that could not be written with the mark.

    Raises:
        UsageError: the file is no report of ours, of another round, or for other readers.
    """
    document = _opened(earlier)
    record = _record(document, told.kicker, facts)
    body = document.element.body
    bookmarks = (int(e.get(named("id"), "0")) for e in body.iter(named("bookmarkStart")))
    asides, dress = Asides(document), Dress(document)
    parts = list(Body(asides, max(bookmarks, default=0)).parts(told))
    levels = {part.tag: part.level for part in parts}
    if facts.audience is not Audience.WORK:
        secrets = secrets.without(text_of(part.elements, {}) for part in parts)
    work = _Renewal(body, record, levels, asides.said(), secrets)
    work.put_in_order()
    for part in parts:
        dress.put_on(part.elements)
        work.write(part)
    work.take_out()
    asides.settle(dress)
    if facts.audience is not Audience.WORK:
        work.name_secrets(document)
    replace(record, said=work.in_order()).write(document)
    packed = io.BytesIO()
    document.save(packed)
    return Renewed(packed.getvalue(), work.update)


def _opened(earlier: bytes) -> Document:
    try:
        return docx.Document(io.BytesIO(earlier))
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise not_ours(_("Filen är ingen Word-fil som går att läsa.")) from error


def _record(document: Document, report: str, facts: RoundFacts) -> Record:
    record = Record.of(document)
    if record is None and document.core_properties.subject == clean(report):
        raise not_ours(
            _(
                "Filen har sparats i ett annat program än Word, som har tagit bort märkena "
                "för vad som är skrivet härifrån."
            )
        )
    if record is None:
        raise not_ours(_("Filen finns redan och är inte skriven av det här programmet."))
    if record.round != facts.identity:
        raise not_ours(_("Filen finns redan och hör till en annan omgång."))
    if record.report != report:
        raise not_ours(_("Filen finns redan och är en annan rapport."))
    if record.audience != facts.audience:
        raise not_ours(_("Filen finns redan och är skriven för andra läsare."))
    return record


def not_ours(why: str) -> UsageError:
    """The refusal of a file that is there, for a reason."""
    return UsageError(why, _("Välj ett annat namn; filen är orörd."))


class _Renewal:
    """The parts written one after another; `said` is what we have written.

    `levels` are by tag those of all that is to be written, in order; `asides` are the notes and
    footnotes that were there, `secrets` what is to be named where it is left.
    """

    def __init__(
        self,
        body: Element,
        record: Record,
        levels: Mapping[str, int],
        asides: Mapping[tuple[str, str], str],
        secrets: SecretWords,
    ) -> None:
        self._renewed: list[str] = []
        self._kept: list[str] = []
        self._left: list[Left] = []
        self.said = dict(record.said)
        self._body, self._before, self._asides = body, record.said, asides
        self._secrets = secrets
        self._levels, self._now = levels, list(levels)
        self._lines = lines(self._now, levels)
        self._controls = _controls(body, {*record.said, *levels})
        self._order = list(self._controls)

    @property
    def update(self) -> Update:
        """What has become of the parts so far."""
        return Update(tuple(self._renewed), tuple(self._kept), tuple(self._left))

    def put_in_order(self) -> None:
        """Let the parts that are there stand as people in the round want.

        What writers have added, or moved, goes with the part that it stands after.
        """
        before = [tag for tag in self._before if tag in self._controls]
        if in_order(before, self._now) == before:
            return
        still = unmoved(before, [tag for tag in self._controls if tag in self._before])
        still = {tag for tag in still if self._controls[tag].getparent() is self._body}
        if len(still) < len(before):
            self._left.append(Left(_("Delarnas ordning"), Why.MOVED))
        else:
            self._renewed.append(_("Delarnas ordning"))
        blocks = self._blocks(still)
        for tag in in_order([tag for tag in before if tag in still], self._now):
            self._body.extend(blocks[tag])
        self._body.extend(self._body.findall(named("sectPr")))  # it stands last
        self._order = list(_controls(self._body, {*self._controls}))

    def _blocks(self, still: Container[str]) -> dict[str, list[Element]]:
        """Each part that no writer has moved with all that comes after it, until the next."""
        tags = {control: tag for tag, control in self._controls.items() if tag in still}
        blocks: dict[str, list[Element]] = {}
        here: list[Element] = []
        for element in self._body:
            if element in tags:
                here = blocks.setdefault(tags[element], [])
            here.append(element)
        return blocks

    def in_order(self) -> dict[str, str]:
        """What we have written, in the order that people in the round want."""
        return {tag: self.said[tag] for tag in in_order(list(self.said), self._now)}

    def write(self, part: Part) -> None:
        """Write a part, if it may be written."""
        control = self._controls.get(part.tag)
        if control is None and part.tag in self._before:
            self._left.append(Left(part.title, Why.REMOVED))
            return
        new = signature(part.elements, self._asides)
        if control is None:
            control = part.control()
            self._place(part.tag, control)
            self._note(part, new)
        elif part.key == CONTENTS or self._is_ours(part.tag):
            _fill(control, part)
            self._note(part, new)
        elif new != self._before.get(part.tag):
            self._left.append(Left(part.title, self._why(control, Why.CHANGED)))
        else:
            self._kept.append(part.title)

    def _note(self, part: Part, said: str) -> None:
        """Note what a part says now; the contents only tell of the others."""
        if self._before.get(part.tag) != said and part.key != CONTENTS:
            self._renewed.append(part.title)
        self.said[part.tag] = said

    def take_out(self) -> None:
        """Take out what the round does not say any more, unless a writer has changed it."""
        for tag, control in self._controls.items():
            if tag in self._now:
                continue
            above = control.getparent()
            if self._is_ours(tag) and above is not None:
                above.remove(control)
                del self.said[tag]
                self._renewed.append(_title(control))
            else:
                self._left.append(Left(_title(control), self._why(control, Why.OUTDATED)))

    def name_secrets(self, document: Document) -> None:
        """Name all that says something secret by now, whoever wrote it and wherever it stands."""
        titles = {control: _title(control) for control in self._controls.values()}
        found = places(document, titles, self._asides, self._secrets)
        others = [one for one in self._left if one.why is not Why.SECRET]
        self._left = [*others, *(Left(place, Why.SECRET) for place in found)]

    def _why(self, control: Element, usual: Why) -> Why:
        """Why a part is left that a writer has changed."""
        said = text_of(_content(control), self._asides)
        return Why.SECRET if self._secrets.are_in(said) else usual

    def _is_ours(self, tag: str) -> bool:
        """Whether the part still says what was written."""
        return signature(_content(self._controls[tag]), self._asides) == self._before.get(tag)

    def _place(self, tag: str, control: Element) -> None:
        """Put a new part after the one before it, or first; never inside what is built around that.

        One that a writer has moved from under the heading of both is passed over.
        """
        earlier = self._now[: self._now.index(tag)]
        before = [other for other in reversed(earlier) if other in self._controls]
        self._controls[tag] = control
        if not before:
            self._body.insert(0, control)
            self._order.insert(0, tag)
            return
        there = lines(self._order, self._levels)
        last = next((other for other in before if self._is_near(tag, there[other])), before[0])
        self._order.insert(self._order.index(last) + 1, tag)
        top = self._controls[last]
        while (above := top.getparent()) is not None and above is not self._body:
            top = above
        top.addnext(control)

    def _is_near(self, tag: str, there: tuple[str, ...]) -> bool:
        """Whether a part, by its line in the document, stands where another belongs after it."""
        *above, _own = self._lines[tag]
        return above[-1] in there if above else there[0] == self._lines[there[-1]][0]


def _controls(body: Element, tags: set[str]) -> dict[str, Element]:
    """The content controls of our parts by tag; copies that a writer has made are the writer's."""
    found: dict[str, Element] = {}
    for tag in body.iter(named("tag")):
        value = tag.get(named("val"), "")
        properties = tag.getparent()
        control = properties.getparent() if properties is not None else None
        if value in tags and control is not None and control.tag == named("sdt"):
            found.setdefault(value, control)
    return found


def _content(control: Element) -> Sequence[Element]:
    content = control.find(named("sdtContent"))
    return list(content) if content is not None else []


def _fill(control: Element, part: Part) -> None:
    """Let a control hold the part; its own properties stay."""
    content = control.find(named("sdtContent"))
    if content is not None:
        content[:] = part.elements


def _title(control: Element) -> str:
    alias = control.find(f"{named('sdtPr')}/{named('alias')}")
    return alias.get(named("val"), "") if alias is not None else ""
