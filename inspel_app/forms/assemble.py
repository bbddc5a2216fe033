"""Parcel -> Submissions: the inspel that lie in a mail or an archive, each put together.

The form in an attachment and the points of the cover letter become one inspel, the forms of two
organisations two. What is neither stands in the ledger of unplaced text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from inspel_app.domain.document import Block, Document, Location, Method, Problem, Role
from inspel_app.domain.form import (
    Answer,
    FormTemplate,
    Respondent,
    SourceFile,
    Status,
    Submission,
    Unplaced,
)
from inspel_app.domain.gazetteer import NOTHING_KNOWN, Gazetteer
from inspel_app.domain.parcel import Mail, MailKind, Packed, Parcel
from inspel_app.forms.beside import Writer
from inspel_app.forms.blank import blank, told_if_blank
from inspel_app.forms.case_numbers import case_numbers
from inspel_app.forms.combine import combined, with_letter
from inspel_app.forms.cover import (
    promises_file,
    says_something,
    tells_of_another,
    tells_of_passing_on,
    tells_of_version,
)
from inspel_app.forms.folding import fold
from inspel_app.forms.interpret import identified, organisations, printed_texts
from inspel_app.forms.letters import Contents, Letters
from inspel_app.forms.loose_pages import loose_page, together
from inspel_app.forms.mail_body import interpret_body
from inspel_app.forms.mail_doubts import at_latest, doubts, sent_for_another, short_remark
from inspel_app.forms.no_inspel import why_not
from inspel_app.forms.notes import without_note
from inspel_app.forms.pieces import LACKS_FILE
from inspel_app.forms.respondent import as_person, complete, from_letter, identity
from inspel_app.forms.several import interpret_all
from inspel_app.i18n import _

_ON_THE_TEXT = frozenset(
    {"osaker-teckenkodning", "bild-ej-last", "svar-i-citat", "vidaresant-brev", "citerat-brev"}
)
"""Problems of a mail's own text, which do not tell that a file of it is lacking."""


def assemble(
    parcel: Parcel,
    contents: Contents,
    templates: Sequence[FormTemplate],
    gazetteer: Gazetteer = NOTHING_KNOWN,
) -> Iterator[Submission]:
    """The inspel in a parcel, in the sender's order; at least one, so that it is never lost."""
    number = None
    for number, found in enumerate(_Assembly(contents, templates, gazetteer).of(parcel, ())):
        yield identified(found, parcel.sha256, number)
    if number is None:
        empty = Submission("", _sources([parcel]), problems=_empty(parcel))
        yield identified(empty, parcel.sha256, 0)


def _empty(parcel: Parcel) -> tuple[Problem, ...]:
    return parcel.problems or (Problem("tomt-arkiv", _("Arkivet innehåller inga filer.")),)


@dataclass(frozen=True)
class _Found:
    """A file in a mail, where it lay, and what was read in it; None where nothing could be."""

    way: tuple[Packed, ...]
    read: Submission | None
    problems: tuple[Problem, ...] = ()

    @property
    def is_filled_in(self) -> bool:
        """Whether it is a form in which somebody has answered."""
        return self.read is not None and self.read.form is not None and bool(self.read.answers)

    @property
    def is_form(self) -> bool:
        """Whether it is a form in which somebody has answered, or at least told who she is."""
        named = self.read is not None and any(identity(self.read.respondent))
        return self.is_filled_in or (named and self.read is not None and self.read.form is not None)

    @property
    def is_letter(self) -> bool:
        """Whether it is a text without form."""
        return self.read is not None and self.read.form is None and bool(self.read.answers)


class _Assembly:
    """Puts the parts of parcels together."""

    def __init__(
        self, contents: Contents, templates: Sequence[FormTemplate], gazetteer: Gazetteer
    ) -> None:
        self._contents = contents
        self._templates = templates
        self._gazetteer = gazetteer
        self._known = organisations(templates, gazetteer)
        self._printed = printed_texts(templates)

    def of(self, parcel: Parcel, above: tuple[Packed, ...]) -> Iterator[Submission]:
        """The inspel in a parcel that itself lies in others, the outermost first."""
        way = (*above, parcel)
        if isinstance(parcel, Mail):
            yield from self._mail(parcel, way)
            return
        if parcel.problems:
            yield Submission("", _sources(way), problems=parcel.problems)
        read = self._read_all(parcel, way)
        for item in parcel.items:
            if isinstance(item, Parcel):
                yield from self.of(item, way)
            else:
                for found in read[item.sha256]:
                    unread = Submission("", _sources(found.way), problems=found.problems)
                    yield (
                        told_if_blank(without_note(found.read, item.name)) if found.read else unread
                    )

    def _mail(self, mail: Mail, way: tuple[Packed, ...]) -> Iterator[Submission]:
        found = list(self._files(mail, way))
        inner = list(_mails(mail, way))
        kind = mail.envelope.kind
        if kind is not MailKind.ORDINARY and not any(f.is_filled_in for f in found):
            yield self._no_inspel(mail, way)
            return
        passed_on = [m for m, _way in inner if mail.envelope.hands_on(m.envelope)]
        notes = bool(inner) and not found and (passed_on or not _points(mail))
        own = [] if notes else list(self._written(mail, way, found))
        note = _ledger(mail.body, mail.body.blocks) if notes else ()
        told = mail.problems if notes else ()
        told += short_remark(mail.body.blocks) if notes and not passed_on else ()
        others = []
        for attached, inner_way in inner:
            for submission in self._mail(attached, inner_way):
                brought = attached in passed_on
                if own and not brought and _adds_to(own[0], submission):
                    own[0] = with_letter(own[0], submission)
                else:
                    other = self._received_with(submission, mail, note, within=brought)
                    others.append(replace(other, problems=(*other.problems, *told)))
                note = told = ()
        yield from (*own, *others)

    def _written(
        self, mail: Mail, way: tuple[Packed, ...], found: list[_Found]
    ) -> Iterator[Submission]:
        """What the sender sent in, and the letter of somebody else that stood under it.

        The files came with the letter, unless they tell that they are the sender's own. What is
        an answer in one is not listed in the other; who says nothing there has only brought it.
        """
        if mail.below is None:
            yield from self._sent_in(mail, way, found)
            return
        bare, senders = replace(mail, problems=(), left_out=()), self._are_senders(found, mail)
        letter = replace(mail.below, problems=mail.problems, left_out=mail.left_out)
        if senders:
            bare, letter = mail, mail.below
        own = list(self._sent_in(bare, way, found if senders else []))
        others = list(self._sent_in(letter, way, [] if senders else found))
        said, told = _answered(own), _answered(others)
        for one in own if said or senders else ():
            message = _(
                "Orden stod ovanför någon annans brev i mejlet; se efter vem som skrev vad."
            )
            yield _passed_on(one, _elsewhere(one.unplaced, told, mail), message)
        for other in others if told or not senders else ():
            message = _("Brevet stod under någon annans ord i mejlet; se efter vem som skrev vad.")
            yield _passed_on(other, _elsewhere(other.unplaced, said, mail), message)

    def _are_senders(self, found: Iterable[_Found], mail: Mail) -> bool:
        """Whether some file in a mail tells that it is of the mail's sender."""
        sender = self._sender(mail)
        told = (f.read for f in found if f.read and (f.is_filled_in or f.is_letter))
        named = (read for read in told if read.respondent.organisation or read.respondent.contact)
        return any(not self._is_another(read, sender) for read in named)

    def _received_with(
        self, submission: Submission, outer: Mail, note: tuple[Unplaced, ...], *, within: bool
    ) -> Submission:
        """An inspel in a mail that lay in another: the outer brought it, unless from within."""
        known, passed_on = submission.received, outer.envelope.arrived
        received = known or passed_on if within else passed_on or known
        doubts = (at_latest(),) if within and passed_on and not known else ()
        return replace(
            submission,
            received=received,
            unplaced=(*submission.unplaced, *note),
            problems=(*submission.problems, *doubts),
        )

    def _files(self, parcel: Parcel, way: tuple[Packed, ...]) -> Iterator[_Found]:
        """The files in a mail, also those in archives in it, but not those in other mails."""
        read = self._read_all(parcel, way)
        for item in parcel.items:
            if isinstance(item, Mail):
                continue
            if isinstance(item, Parcel):
                if item.problems:
                    yield _Found((*way, item), None, item.problems)
                yield from self._files(item, (*way, item))
            else:
                yield from read[item.sha256]

    def _read_all(self, parcel: Parcel, way: tuple[Packed, ...]) -> dict[str, list[_Found]]:
        """What was read in the files that lie beside each other, each by its SHA-256.

        Pictures of pages of one form are one inspel, with the first of them.
        """
        files = {f.sha256: f for f in parcel.items if not isinstance(f, Parcel)}
        read = [(f.name, self._contents[key]) for key, f in files.items()]
        pages = (loose_page(name, content) for name, content in read)
        whole = together([p for p in pages if p], self._templates, self._gazetteer)
        found = {key: list(self._read(file, way)) for key, file in files.items()}
        for form in list(whole):
            held = [files[source.sha256] for source in form.files]
            found |= {file.sha256: [] for file in held}
            ways = (*way, *held)
            found[held[0].sha256] = [_Found(ways, replace(form, files=_sources(ways)))]
        return found

    def _read(self, file: Packed, way: tuple[Packed, ...]) -> Iterator[_Found]:
        """What was read in a file: as many inspel as there are forms in it."""
        way = (*way, file)
        content = self._contents[file.sha256]
        if isinstance(content, Document):
            for read in interpret_all(content, file.name, self._templates, self._gazetteer):
                yield _Found(way, replace(read, files=_sources(way)))
        else:
            yield _Found(way, None, (Problem(content.code, f"{file.name}: {content}"),))

    def _no_inspel(self, mail: Mail, way: tuple[Packed, ...]) -> Submission:
        """A mail that is no inspel, with all its text in the ledger."""
        unplaced = [
            line
            for inner in mail.parcels()
            if isinstance(inner, Mail)
            for line in _ledger(inner.body, inner.body.blocks)
        ]
        problems = [problem for held in mail.parcels() for problem in held.problems]
        for leaf in mail.leaves():
            for found in self._read(leaf, way):
                unplaced += _as_unplaced(found.read) if found.read else ()
                problems += found.problems
        return Submission(
            "",
            _sources((*way, *mail.parcels(), *mail.leaves(), *mail.left_out)),
            status=Status.EJ_INSPEL,
            respondent=self._sender(mail),
            unplaced=tuple(unplaced),
            problems=(Problem(mail.envelope.kind, why_not(mail.envelope.kind)), *problems),
            received=mail.envelope.arrived,
        )

    def _sent_in(
        self, mail: Mail, way: tuple[Packed, ...], found: list[_Found]
    ) -> Iterator[Submission]:
        brought = mail.envelope.is_internal
        letters = Letters(self._known, self._sender(mail), brought=brought)
        lying = [letters.letter(f.read, self._contents) for f in found if f.read and f.is_letter]
        filled = [f.read for f in found if f.read and f.is_form]
        forms = [told_if_blank(form) for form in combined(filled)]
        bases, others = letters.parted(forms, lying)
        bases = (
            [self._with_cover(bases[0], mail), *bases[1:]] if bases else [self._body(mail, found)]
        )
        problems = (*mail.problems, *(p for f in found for p in f.problems), *doubts(mail))
        held = {file for one in (*bases[1:], *others) for file in one.files} - {*_sources(way)}
        rest = _sources((*(file for f in found for file in f.way[len(way) :]), *mail.left_out))
        for n, base in enumerate((*bases, *others)):
            files = (*_sources(way), *base.files, *(f for f in rest if not n and f not in held))
            whole = replace(
                base,
                files=tuple(dict.fromkeys(files)),
                problems=(*base.problems, *(() if n else problems)),
            )
            yield self._with_facts(whole, mail, sent=n < len(bases))

    def _with_cover(self, base: Submission, mail: Mail) -> Submission:
        """The inspel with what the cover letter says on the matter; its courtesies are listed."""
        body = mail.body
        points = _points(mail)
        rest = [b for b in body.blocks if b not in points]
        answers = base.answers
        if points:
            parts = tuple(body.locate(b.start, b.end) for b in points)
            text = "\n".join(b.text for b in points)
            answers = (*answers, Answer("", None, text, body.method, parts))
        unplaced = (*base.unplaced, *_ledger(body, rest))
        problems = (*base.problems, *short_remark(rest))
        return replace(base, answers=answers, unplaced=unplaced, problems=problems)

    def _body(self, mail: Mail, found: list[_Found]) -> Submission:
        """The mail's own text as an inspel: a letter, or a form pasted into it."""
        read = interpret_body(mail.body, mail.name, self._templates, self._gazetteer)
        own = [b for b in mail.body.blocks if b.role is Role.BODY]
        text = "\n".join(b.text for b in own)
        unanswered = any(f.read and f.read.form and not f.read.answers for f in found)
        lacks = any(problem.code not in _ON_THE_TEXT for problem in mail.problems)
        covers = bool(found) or lacks or promises_file(text)
        if read.form or not covers or _points(mail):
            return read
        problems: tuple[Problem, ...] = ()
        if unanswered:
            problems = (blank(),)
        elif not found and not lacks:
            message = _("Mejlet nämner en bilaga, men ingen är med. Fråga avsändaren.")
            problems = (Problem(LACKS_FILE, message),)
        return Submission(
            "", read.files, unplaced=_ledger(mail.body, mail.body.blocks), problems=problems
        )

    def _with_facts(self, submission: Submission, mail: Mail, *, sent: bool) -> Submission:
        """The inspel with what the mail tells; only of its sender's own it tells whose it is."""
        envelope = mail.envelope
        said = (envelope.subject, *(b.text for b in mail.body.blocks if b.role is not Role.QUOTED))
        numbers = case_numbers(said, self._printed)
        if not sent:
            dnr = numbers.authority or submission.dnr
            return replace(submission, received=envelope.arrived, dnr=dnr)
        sender = self._sender(mail)
        brought = mail.below is None and tells_of_passing_on("\n".join(said))
        scanned = envelope.is_internal and _is_letter_in_file(submission)
        problems = submission.problems
        if mail.below is None and tells_of_another("\n".join(said)):
            problems = _with_doubt(problems, sent_for_another(mail))
        if scanned or (brought and self._is_another(submission, sender)):
            sender = Respondent()
        who = complete(submission.respondent, sender, self._known)
        if submission.form is None:
            signed = (b.text for b in mail.body.blocks if b.role is Role.SIGNATURE)
            text = "\n".join((*(a.text for a in submission.answers), *signed))
            who = as_person(who, text, self._known)
        return replace(
            submission,
            respondent=who,
            received=envelope.arrived,
            sent_from=envelope.sender.email,
            dnr=numbers.authority or submission.dnr,
            own_dnr=numbers.own or submission.own_dnr,
            problems=problems,
        )

    def _is_another(self, submission: Submission, sender: Respondent) -> bool:
        """Whether an inspel tells that it is of somebody else than whoever sent the mail."""
        who, writer = submission.respondent, Writer(sender, (sender.email,), self._known)
        if who.organisation:
            return not writer.is_one_with(who.organisation)
        return bool(who.contact) and not writer.is_person(who.contact)

    def _sender(self, mail: Mail) -> Respondent:
        """Who sent the mail, by its head and its signature."""
        written = "\n".join(b.text for b in mail.body.blocks if b.role is Role.SIGNATURE)
        card = from_letter(written, self._known)
        sender = mail.envelope.sender
        name = "" if "@" in sender.name else sender.name
        is_person = self._known.type_of(name) is None
        organisation = card.organisation or ("" if is_person else name)
        return replace(
            card,
            organisation=organisation,
            contact=name if is_person else "",
            email=sender.email or card.email,
            type=self._known.type_of(organisation),
        )


def _adds_to(form: Submission, letter: Submission) -> bool:
    """Whether a mail that lay beside a form holds a letter from the form's own sender."""
    if form.form is None or letter.form is not None or not letter.answers:
        return False
    same_address = fold(form.sent_from) == fold(letter.sent_from) != ""
    said = [u.text for u in form.unplaced]
    return same_address and letter.status is Status.NY and not any(map(tells_of_version, said))


def _is_letter_in_file(submission: Submission) -> bool:
    """Whether a letter was read in a file, and nothing in the mail that brought it."""
    methods = {answer.method for answer in submission.answers}
    return submission.form is None and bool(methods) and Method.MAIL not in methods


def _answered(submissions: Iterable[Submission]) -> list[Location]:
    """Where all that is an answer stands."""
    return [part for one in submissions for answer in one.answers for part in answer.parts]


def _elsewhere(
    lines: Iterable[Unplaced], parts: Sequence[Location], mail: Mail
) -> tuple[Unplaced, ...]:
    """The lines but those of a mail's text that stand in these parts of it."""
    said = [(p.start, p.end) for p in parts if p.file == mail.sha256]
    return tuple(
        line
        for line in lines
        if line.location.file != mail.sha256
        or not any(a < line.location.end and line.location.start < b for a, b in said)
    )


def _points(mail: Mail) -> list[Block]:
    """What the sender says on the matter in the mail itself."""
    return [b for b in mail.body.blocks if b.role is Role.BODY and says_something(b.text)]


def _mails(parcel: Parcel, way: tuple[Packed, ...]) -> Iterator[tuple[Mail, tuple[Packed, ...]]]:
    """The mails in a parcel, also in archives in it, each with where it lay."""
    for item in parcel.items:
        if isinstance(item, Mail):
            yield item, (*way, item)
        elif isinstance(item, Parcel):
            yield from _mails(item, (*way, item))


def _passed_on(one: Submission, listed: tuple[Unplaced, ...], message: str) -> Submission:
    """One of the inspel in a mail with somebody else's letter, with a doubt on which is whose."""
    problems = _with_doubt(one.problems, Problem("vidaresant-brev", message))
    return replace(one, unplaced=listed, problems=problems)


def _with_doubt(problems: tuple[Problem, ...], doubt: Problem) -> tuple[Problem, ...]:
    """The problems and one more, unless one of its code is told already."""
    told = any(problem.code == doubt.code for problem in problems)
    return problems if told else (*problems, doubt)


def _sources(files: Iterable[Packed]) -> tuple[SourceFile, ...]:
    return tuple(dict.fromkeys(SourceFile(file.name, file.sha256) for file in files))


def _ledger(document: Document, blocks: Iterable[Block]) -> tuple[Unplaced, ...]:
    return tuple(
        Unplaced(b.text, document.locate(b.start, b.end), withdrawn=b.is_aside) for b in blocks
    )


def _as_unplaced(read: Submission) -> Iterator[Unplaced]:
    """All that was read, as text that is no answer."""
    for answer in read.answers:
        yield Unplaced(answer.text, answer.parts[0], answer.doubtful)
    yield from read.unplaced
