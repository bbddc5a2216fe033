"""Letters that lie beside forms in a mail: joined with their sender's, or inspel of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from inspel_app.domain.document import Document, Problem
from inspel_app.domain.form import Respondent, Submission
from inspel_app.errors import UnreadableError
from inspel_app.forms.beside import Letter, Whose, Writer, stands_alone, whose
from inspel_app.forms.combine import with_letter
from inspel_app.forms.interpret import letterhead
from inspel_app.forms.organisations import Organisations
from inspel_app.forms.respondent import complete
from inspel_app.forms.sender import SignedLetter
from inspel_app.i18n import _

Contents = Mapping[str, Document | UnreadableError]
"""What each file in a parcel holds, by its SHA-256."""


class Letters:
    """Puts letters to the inspel of those who wrote them; `sender` is the mail's.

    Who only `brought` them, as an authority's own registrar does, may have put letters of
    several people in one mail.
    """

    def __init__(self, known: Organisations, sender: Respondent, *, brought: bool) -> None:
        self._known = known
        self._sender = sender
        self._brought = brought

    def letter(self, read: Submission, contents: Contents) -> Letter:
        """The letter that was read in a file, with what its pages' margins tell."""
        file = read.files[-1]
        text = "\n".join(answer.text.replace("\t", "\n") for answer in read.answers)
        content = contents[file.sha256]
        margins = letterhead(content) if isinstance(content, Document) else []
        return Letter(read, file.name, text, SignedLetter(text, self._known, margins))

    def parted(
        self, forms: Sequence[Submission], letters: Sequence[Letter]
    ) -> tuple[list[Submission], list[Submission]]:
        """The sender's inspel with the letters that belong to them, and the inspel of others.

        Where there is no form, the first letter that says something by itself is the sender's.
        """
        bases, left = list(forms), list(letters)
        if not bases and left:
            main = next((x for x in left if x.says_something and not x.only_supports), left[0])
            left.remove(main)
            bases = [main.read]
        writers = [self._writer(base) for base in bases]
        others: list[Submission] = []
        for letter in left:
            found = [self._whose(letter, writer) for writer in writers]
            at = next((found.index(x) for x in (Whose.SENDERS, Whose.UNSURE) if x in found), None)
            if at is None:
                self._add_to_others(others, letter, bases[0])
            else:
                doubt = () if found[at] is Whose.SENDERS else (_doubt(letter),)
                whole = with_letter(bases[at], letter.read)
                bases[at] = replace(whole, problems=(*whole.problems, *doubt))
        return bases, others

    def _whose(self, letter: Letter, writer: Writer) -> Whose:
        if self._brought and stands_alone(letter, writer):
            return Whose.ANOTHERS
        return whose(letter, writer)

    def _writer(self, base: Submission) -> Writer:
        sender = Respondent() if self._brought else self._sender
        who = complete(base.respondent, sender, self._known)
        return Writer(who, (base.respondent.email, sender.email), self._known)

    def _add_to_others(self, others: list[Submission], letter: Letter, form: Submission) -> None:
        """Put another's letter among those, with what the same sender has written there."""
        for n, other in enumerate(others):
            writer = Writer(other.respondent, (other.respondent.email,), self._known)
            if self._whose(letter, writer) is Whose.SENDERS:
                others[n] = with_letter(other, letter.read)
                return
        message = _("”{file}” låg i ett mejl från {sender} men har en annan avsändare.")
        sender = form.respondent.organisation or self._sender.contact or self._sender.email
        problem = Problem(
            "brev-fran-annan", message.format(file=letter.name, sender=sender or _("någon annan"))
        )
        others.append(replace(letter.read, problems=(*letter.read.problems, problem)))


def _doubt(letter: Letter) -> Problem:
    message = _("”{file}” kan ha en annan avsändare än resten; se efter om den är ett eget inspel.")
    return Problem("annan-avsandare", message.format(file=letter.name))
