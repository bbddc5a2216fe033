"""What goes out of the handling: the account of the consultation, and letters to respondents."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from inspel_app.domain.form import Submission
from inspel_app.domain.synthesis import Audience, ReportKind
from inspel_app.i18n import _
from inspel_app.services.jobs import Job, Progress
from inspel_app.services.past import note_export, noted_export
from inspel_app.services.rounds import codebook_of, facts_of, form_of, secrets_of, work_of
from inspel_app.services.saving import folder_for, save_all
from inspel_app.services.word_files import Renewed, Update, made_for, save_report
from inspel_app.store.project import Project
from inspel_app.synthesis.account import account, account_by_respondent
from inspel_app.synthesis.answering import Answering, answering
from inspel_app.synthesis.letter import letter
from inspel_app.synthesis.outline import Report
from inspel_app.synthesis.words import listed, respondent_name

ACCOUNTS: Mapping[ReportKind, Callable[[Answering], Report]] = {
    ReportKind.ACCOUNT: account,
    ReportKind.BY_RESPONDENT: account_by_respondent,
}
"""The accounts: in the strategy's order, and by respondent."""

_LONGEST_NAME = 60
_NO_NAME = re.compile(r"[^\w ,&()-]+")


def account_of(project: Project, which: ReportKind, audience: Audience) -> Report:
    """One of the ACCOUNTS as headings and blocks."""
    return ACCOUNTS[which](_answering(project, audience))


def export_account(
    project: Project,
    which: ReportKind,
    path: Path,
    audience: Audience,
    template: Path | None = None,
    by: str | None = None,
) -> Update | None:
    """Write one of the ACCOUNTS as a Word file; what became of one that was there.

    It is noted in the history.

    Raises:
        DiskError: the file cannot be written; one that was there is left as it was.
        UsageError: there is a file there that is not this account, or that writers have changed
            and that would still tell others than the secretariat something secret.
    """
    told = _answering(project, audience)
    with noted_export(project, path.name, audience, by):
        report = ACCOUNTS[which](told)
        return save_report(path, report, told.facts, template, secrets_of(project))


def letters_to(
    project: Project,
    folder: Path,
    audience: Audience,
    template: Path | None = None,
    by: str | None = None,
) -> Job:
    """Write a letter in Word to each respondent of an inspel that counts, and note it.

    All are written or none is; the last step tells which hold what writers have changed.

    Raises:
        DiskError: the folder cannot be made or written in.
        UsageError: a file there has the name of a letter and is none, or would still tell
            something secret.
    """
    told = _answering(project, audience, only_decided=True)
    secrets = secrets_of(project)
    made: dict[Path, Renewed] = {}
    with folder_for(folder):
        for done, submission in enumerate(told.counted):
            path = folder / letter_name(submission)
            yield Progress(done, len(told.counted), path.name)
            one = letter(told, submission)
            made[path] = made_for(path, one, told.facts, template, secrets)
        save_all({path: one.data for path, one in made.items()})
    note_export(project, folder.name, audience, by)
    changed = [path.name for path, one in made.items() if _has_changes(one.update)]
    yield Progress(len(made), len(made), _finished(changed))


def _has_changes(update: Update | None) -> bool:
    """Whether writers have changed something in a letter that was there."""
    return update is not None and bool(update.left or update.kept)


def _finished(changed: list[str]) -> str:
    """That the letters are written, and in which of them something was left as it was."""
    if not changed:
        return _("Breven är klara")
    text = _("Breven är klara. Det som ni har ändrat står kvar i {names}.")
    return text.format(names=listed(changed))


@dataclass(frozen=True, slots=True)
class LetterCheck:
    """What is to be known before letters are sent: how many they are, and what is not ready.

    The inspel, by number, with points that have no answer, an answer that nobody has decided, or
    one that does not meet them wholly and gives no reason; and those about which no letter is
    written, as they are secret for its readers. `is_signed` tells whether the round says which
    authority and which officer the letters are from.
    """

    letters: int
    is_signed: bool
    unanswered: tuple[int, ...]
    undecided: tuple[int, ...]
    without_reason: tuple[int, ...]
    secret: tuple[int, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """What is not ready, in words, with the numbers of the inspel; nothing if all is."""
        lines = (
            (_("Synpunkter utan svar i brev om inspel {numbers}."), self.unanswered),
            (
                _("Svar som inte är beslutade, och inte återges, i brev om inspel {numbers}."),
                self.undecided,
            ),
            (
                _("Avslag, helt eller delvis, utan motivering i brev om inspel {numbers}."),
                self.without_reason,
            ),
            (_("Inget brev om inspel {numbers}: sekretessmarkerat."), self.secret),
        )
        found = ((text, listed([str(n) for n in numbers])) for text, numbers in lines if numbers)
        unsigned = _(
            "Breven är inte undertecknade: ange myndighet och handläggare i omgångens uppgifter."
        )
        told = (text.format(numbers=numbers) for text, numbers in found)
        return (*told, *(() if self.is_signed else (unsigned,)))


def check_letters(project: Project, audience: Audience) -> LetterCheck:
    """Look through the letters to an audience before they are written, whatever it may see."""
    told = _answering(project, Audience.WORK)
    seen = told if audience is Audience.WORK else _answering(project, audience)
    given = {s.id for s in seen.counted}
    signature = told.facts.signature
    tallies = {s.number: told.board.tally(told.own(s.id)) for s in told.counted if s.id in given}
    return LetterCheck(
        len(tallies),
        bool(signature.authority and signature.officer),
        tuple(n for n, tally in tallies.items() if tally.open),
        tuple(n for n, tally in tallies.items() if tally.undecided),
        tuple(n for n, tally in tallies.items() if tally.without_reason),
        tuple(s.number for s in told.counted if s.id not in given),
    )


def letter_of(project: Project, submission: str, audience: Audience) -> Report | None:
    """The letter about one inspel, by id, as headings and blocks; None if it gets none."""
    told = _answering(project, audience, only_decided=True)
    found = next((s for s in told.counted if s.id == submission), None)
    return letter(told, found) if found else None


def letter_name(submission: Submission) -> str:
    """What the file of a letter is called: `Inspel 003 Malå kommun.docx`."""
    who = " ".join(_NO_NAME.sub(" ", respondent_name(submission)).split())
    name = _("Inspel {number:03} {who}").format(number=submission.number, who=who)
    return f"{name[:_LONGEST_NAME].strip()}.docx"


def _answering(project: Project, audience: Audience, *, only_decided: bool = False) -> Answering:
    """What the audience may see of the points and what became of them; in letters, if decided."""
    passages, themes, work = project.passages(), project.themes(), work_of(project)
    if only_decided:
        work = replace(work, handlings=work.handlings.decided(passages, themes))
    return answering(
        facts_of(project, audience),
        codebook_of(project),
        form_of(project),
        project.submissions(),
        passages,
        themes,
        work,
    )
