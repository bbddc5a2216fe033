"""A round as one file: everything that was sent in, decided and made of it.

    with Project.open(path) as project:
        with project.action("Koppla 3 synpunkter till 3.3", by="anna"):
            project.assign(...)

What is sent in and decided is written inside a named action and logged, before and after, in
`changes`; so it can be undone, and nobody has to guess who changed what. The log therefore holds
personal data too, which gallring must reach (a service of its own). A long action saves now and
then what it has done so far; it is undone as one all the same.

One program writes at a time: SQLite's write lock is taken when an action begins and let go
when it ends or is saved, so a second window can read all along, and gets a `ProjectError` rather
than wait for more than a few seconds. Originals and the machine's work are not audited.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Self, Unpack

from inspel_app.domain.coding import Mark, Passage, Suggestion, Theme
from inspel_app.domain.form import Answer, Respondent, Submission, Unplaced
from inspel_app.domain.handling import Target
from inspel_app.domain.kinship import Kinship
from inspel_app.errors import ProjectError
from inspel_app.i18n import _
from inspel_app.store import codings, history, machine, queries, schema, themes
from inspel_app.store.changed import ChangedFile
from inspel_app.store.codings import Coding
from inspel_app.store.composition_file import CompositionFile
from inspel_app.store.connection import (
    claim,
    connect,
    damaged,
    database_errors,
    disk_errors,
    not_a_project,
    remove,
)
from inspel_app.store.decisions import (
    Decisions,
    Touched,
    favourites,
    set_favourites,
    touched,
)
from inspel_app.store.handling_file import HandlingFile
from inspel_app.store.history import Action, LogEntry
from inspel_app.store.homeless import HomelessFile
from inspel_app.store.imports import ImportFile
from inspel_app.store.invitations import InvitationFile
from inspel_app.store.ledger import Ledger
from inspel_app.store.merging.file import MergeFile
from inspel_app.store.records import (
    CHILDREN,
    contact_row,
    respondent_row,
    submission_rows,
    text_row,
    to_json,
)
from inspel_app.store.runs import RunFile
from inspel_app.store.search import SearchedFile
from inspel_app.store.secrecy_file import SecrecyFile
from inspel_app.store.tagged import Tagged, tagged
from inspel_app.store.themes import ThemeEdits
from inspel_app.store.values import ProjectSettings, Run, SubmissionChanges
from inspel_app.store.weeding import WeedingFile

__all__ = ["LogEntry", "Project", "ProjectSettings", "Run", "SubmissionChanges"]


class Project(
    ChangedFile,
    CompositionFile,
    HandlingFile,
    HomelessFile,
    ImportFile,
    InvitationFile,
    MergeFile,
    RunFile,
    SearchedFile,
    SecrecyFile,
    WeedingFile,
):
    """An open project file; use it from one thread, and close it."""

    @classmethod
    def create(cls, path: Path, settings: ProjectSettings) -> Self:
        """Make a new project file.

        Raises:
            UsageError: there is a file with that name.
            DiskError: the folder is missing, read-only or full; no file is left behind.
        """
        with ExitStack() as undo, disk_errors(path), database_errors(path):
            claim(path)
            undo.callback(remove, path)
            db = connect(path)
            undo.callback(db.close)
            schema.create_tables(db, asdict(settings))
            db.enable_wal()
            undo.pop_all()
        return cls(path, db)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a project file, and bring it up to date if it is of an older version.

        Where nothing can be written (a medium for reading alone, a full disk) it can be read
        all the same; what would write then raises `DiskError`.

        Raises:
            ProjectError: it is missing, no project, damaged, locked or of a newer version.
            DiskError: the disk fails, or it is of an older version and cannot be written in.
        """
        with ExitStack() as undo, disk_errors(path), database_errors(path):
            if not path.is_file():
                raise ProjectError(
                    _("Omgången {path} finns inte.").format(path=path),
                    _("Kontrollera namnet, eller skapa en ny omgång."),
                )
            db = connect(path)
            undo.callback(db.close)
            if schema.pragma(db, "application_id") != schema.APPLICATION_ID:
                raise not_a_project(path.name)
            schema.migrate(db)
            undo.pop_all()
        return cls(path, db)

    def check(self) -> None:
        """Go through the whole file, page by page and original by original.

        Raises:
            ProjectError: something in it is damaged.
        """
        with self._atomic() as db:
            faults = [row[0] for row in db.execute("PRAGMA integrity_check(1)")]
            orphans = db.execute("PRAGMA foreign_key_check").fetchone()
            if faults != ["ok"] or orphans:
                raise damaged(self.path.name)
            for (sha256,) in db.execute("SELECT sha256 FROM originals").fetchall():
                self.original(sha256)

    # Actions and their history

    @contextmanager
    def action(self, name: str, by: str | None = None) -> Iterator[Action]:
        """All writes of one decision: kept whole under its name, or not at all.

        What a long action has saved (`Action.save`) is kept also if the rest of it fails.

        Raises:
            RuntimeError: an action is under way; actions are not nested.
        """
        with self._transaction() as db:
            action = Action(db, name, by or "")
            yield action
            action.finish()

    def log(self) -> list[LogEntry]:
        """Every action, oldest first; undo and redo stand as actions of their own."""
        with self._atomic() as db:
            return history.entries(db)

    def things_changed(self) -> dict[int, int]:
        """How many things (rows) each action has changed, by its number."""
        with self._atomic() as db:
            return history.things_changed(db)

    def undo(self, by: str | None = None) -> LogEntry | None:
        """Take back the last action that stands; the undo's own entry, None if there is none."""
        with self._transaction() as db:
            return history.undo(db, by or "")

    def redo(self, by: str | None = None) -> LogEntry | None:
        """Do again what was undone last; the redo's own entry, None if there is nothing."""
        with self._transaction() as db:
            return history.redo(db, by or "")

    def back_to(self, number: int, by: str | None = None) -> list[LogEntry]:
        """Take back all that came after an action that stands; all or nothing, one undo for each.

        KeyError if no such action stands; 0 takes back everything.
        """
        with self._transaction() as db:
            return history.back_to(db, number, by or "")

    def touched(self, number: int) -> Touched:
        """What the action with that number changed of what is told about passages."""
        with self._atomic() as db:
            return touched(db, number)

    # What people send in and decide: inside an action

    def change_settings(self, settings: ProjectSettings) -> None:
        """Give the round other settings."""
        self._update("settings", 1, asdict(settings))

    def add_original(self, data: bytes, sha256: str) -> None:
        """Keep a file as it came; once, however often it comes.

        Raises:
            ValueError: the bytes have another SHA-256.
        """
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ValueError("the bytes have another SHA-256")
        self._writable.table("originals").insert({"sha256": sha256, "data": data}, ignore=True)

    def add_submission(self, submission: Submission, texts: Mapping[str, str]) -> Submission:
        """Add an inspel and its documents' texts by SHA-256; returns it with its number."""
        db = self._writable
        (number,) = db.execute("SELECT coalesce(max(number), 0) + 1 FROM submissions").fetchone()
        for table, rows in submission_rows(submission, number).items():
            db.table(table).insert_all(rows)
        documents = ({"sha256": sha256, "text": text} for sha256, text in texts.items())
        db.table("documents").insert_all(documents, replace=True)
        return queries.submission(db, submission.id)

    def extend_submission(self, whole: Submission, texts: Mapping[str, str]) -> Submission:
        """Put an inspel that has got more files in its own place; KeyError if unknown."""
        db = self._writable
        number = queries.submission(db, whole.id).number
        self.remove_submission(whole.id)
        extended = self.add_submission(whole, texts)
        self._update("submissions", whole.id, {"number": number})
        return replace(extended, number=number)

    def remove_submission(self, submission_id: str) -> None:
        """Take out an inspel that another has taken in; its originals stay; KeyError if unknown."""
        db = self._writable
        queries.submission(db, submission_id)
        for table in (*CHILDREN, "contacts"):
            db.table(table).delete_where("submission = ?", [submission_id])
        db.table("submissions").delete(submission_id)

    def update_submission(self, submission_id: str, **changes: Unpack[SubmissionChanges]) -> None:
        """Change what the triage decides, and nothing else; KeyError if unknown."""
        row = {k: to_json(v) if isinstance(v, tuple) else v for k, v in changes.items()}
        self._update("submissions", submission_id, row)

    def update_respondent(self, submission_id: str, respondent: Respondent) -> None:
        """Correct who sent an inspel; KeyError if unknown."""
        self._update("submissions", submission_id, respondent_row(respondent))
        self._update("contacts", submission_id, contact_row(respondent))

    def correct(self, submission_id: str, position: int, read: Answer | Unplaced) -> None:
        """Put an answer or a line of the ledger in the place of what was there.

        `position` counts from 0 among the inspel's answers, or in its ledger; KeyError if unknown.
        """
        table, row = text_row(read)
        self._update(table, (submission_id, position), row)

    @property
    def decisions(self) -> Decisions:
        """What people decide about passages beside their codes."""
        return Decisions(self._writable)

    @property
    def ledger(self) -> Ledger:
        """What people do with text outside the fields."""
        return Ledger(self._writable)

    def tell_apart(self, one: str, other: str, kinship: Kinship, by: str) -> None:
        """Note that a person says that two inspel (by id) are not this to each other."""
        row = (*sorted((one, other)), kinship, by)
        insert = "INSERT INTO not_kin (one, other, kinship, person) VALUES (?, ?, ?, ?)"
        self._writable.execute(f"{insert} ON CONFLICT DO NOTHING", row)

    def keep_apart(self, one: str, other: str, by: str) -> None:
        """Note that a person says that two names are not the same respondent's."""
        insert = "INSERT INTO apart (one, other, person) VALUES (?, ?, ?)"
        self._writable.execute(f"{insert} ON CONFLICT DO NOTHING", (one, other, by))

    def assign(
        self, passage_id: str, code: str, aspect: str | None, by: str, *, accepted: bool = False
    ) -> None:
        """Note that a person says that a passage concerns a code; KeyError if unknown.

        So it does make a point, and nobody's rejection of the code holds any longer.
        `accepted` tells that the machine's proposal was taken, with many others at once.
        """
        db = self._writable
        if not db.execute("SELECT 1 FROM live_passages WHERE id = ?", [passage_id]).fetchone():
            raise KeyError(passage_id)
        db.execute("DELETE FROM rejections WHERE passage = ? AND code = ?", [passage_id, code])
        db.execute("DELETE FROM marks WHERE passage = ? AND mark = ?", [passage_id, Mark.NO_POINT])
        db.execute(
            "INSERT INTO assignments SELECT ?1, ?2, ?3, ?4, coalesce(max(position) + 1, 0), ?5"
            " FROM assignments WHERE passage = ?1"
            " ON CONFLICT DO UPDATE SET accepted = 0 WHERE accepted > excluded.accepted",
            [passage_id, code, aspect or "", by, accepted],
        )

    def unassign(self, passage_id: str, code: str, aspect: str | None, by: str) -> None:
        """Take back what that person has said about a passage and a code."""
        self._writable.table("assignments").delete_where(
            "passage = ? AND code = ? AND aspect = ? AND person = ?",
            [passage_id, code, aspect or "", by],
        )

    @property
    def theme_edits(self) -> ThemeEdits:
        """What people make of themes; to be written inside an action."""
        return ThemeEdits(self._writable)

    # The machine's work: replaces its own earlier work, inside an action or not

    def save_passages(self, run: Run, passages: Iterable[Passage]) -> None:
        """Put a run's passages, with the form's own assignments, in place of the earlier."""
        with self._atomic() as db:
            machine.save_passages(db, run, passages)

    def save_suggestions(self, run: Run, suggestions: Mapping[str, Sequence[Suggestion]]) -> None:
        """Put a run's suggestions, by passage id, in place of the earlier."""
        with self._atomic() as db:
            machine.save_suggestions(db, run, suggestions)

    def add_suggestions(self, suggestions: Mapping[str, Sequence[Suggestion]]) -> None:
        """Add suggestions, by passage id, to those of the latest run."""
        with self._atomic() as db:
            machine.add_suggestions(db, suggestions)

    def save_themes(self, run: Run, themes: Iterable[Theme]) -> None:
        """Put a run's themes in place of the earlier; those that people made stay."""
        with self._atomic() as db:
            machine.save_themes(db, run, themes)

    # Reading, at any time

    @property
    def settings(self) -> ProjectSettings:
        """The round's settings."""
        with self._atomic() as db:
            return queries.settings(db)

    def submissions(self) -> tuple[Submission, ...]:
        """All inspel, in number order."""
        with self._atomic() as db:
            return queries.submissions(db)

    def heads(self) -> tuple[Submission, ...]:
        """All inspel, in number order, without forms' answers, ledgers and problems."""
        with self._atomic() as db:
            return queries.heads(db)

    def submission(self, submission_id: str) -> Submission:
        """One inspel; KeyError if there is none with this id."""
        with self._atomic() as db:
            return queries.submission(db, submission_id)

    def not_kin(self) -> frozenset[tuple[str, str, Kinship]]:
        """The pairs of inspel (ids, the lesser first), and what a person says they are not."""
        with self._atomic() as db:
            return queries.not_kin(db)

    def apart(self) -> frozenset[tuple[str, str]]:
        """The names of which a person has said that they are not the same respondent's."""
        with self._atomic() as db:
            return frozenset((row["one"], row["other"]) for row in db.table("apart").rows)

    def known(self, sha256: str) -> str | None:
        """The id of the first inspel that a file belongs to."""
        with self._atomic() as db:
            return queries.known(db, sha256)

    def original(self, sha256: str) -> bytes:
        """A file bit for bit as it came; KeyError if there is none.

        Raises:
            ProjectError: the bytes are no longer those that came.
        """
        with self._atomic() as db:
            data = queries.original(db, sha256)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise damaged(self.path.name)
        return data

    def document_text(self, sha256: str) -> str:
        """The text that the locations in a file count in; KeyError if there is none."""
        with self._atomic() as db:
            return queries.document_text(db, sha256)

    def passages(self) -> tuple[Passage, ...]:
        """The passages of the inspel that are here, with all that is said about them."""
        with self._atomic() as db:
            return queries.passages(db)

    def codings(self) -> dict[str, Coding]:
        """What each person has said about the passages that are here, by the person's name."""
        with self._atomic() as db:
            return codings.codings(db)

    def proposed(self) -> Coding:
        """What the form's place and the suggestions say, as if nobody had decided anything."""
        with self._atomic() as db:
            return codings.proposed(db)

    def passage_counts(self) -> dict[str, int]:
        """How many passages each inspel has, by its id; none for those without."""
        with self._atomic() as db:
            return queries.passage_counts(db)

    def tagged(self, answers: Iterable[str] | None = None) -> tuple[Tagged, ...]:
        """The passages of all answers, or of some by id, with what a list needs of each."""
        with self._atomic() as db:
            return tuple(tagged(db, answers))

    def cuts(self) -> tuple[Passage, ...]:
        """The passages that people have cut themselves, where their answers still say them."""
        with self._atomic() as db:
            return tuple(map(machine.passage_of, db.view("live_cuts").rows))

    def favourites(self, person: str) -> tuple[str, ...]:
        """The codes that a person wants at hand."""
        with self._atomic() as db:
            return favourites(db, person)

    def keep_favourites(self, person: str, codes: Iterable[str]) -> None:
        """Note which codes a person wants at hand; a habit, and so no action."""
        with self._atomic() as db:
            set_favourites(db, person, codes)

    def suggestions(self) -> dict[str, tuple[Suggestion, ...]]:
        """The machine's suggestions by passage id, best first."""
        with self._atomic() as db:
            return queries.suggestions(db)

    def suggested(self, passage_id: str) -> tuple[Suggestion, ...]:
        """The machine's suggestions for one passage, best first."""
        with self._atomic() as db:
            return queries.suggested(db, passage_id)

    def themes(self, concerned: Sequence[Target] | None = None) -> tuple[Theme, ...]:
        """The themes with the points that are here, or those with or among what is concerned."""
        with self._atomic() as db:
            return themes.themes(db, concerned)

    def kept_themes(self) -> tuple[Theme, ...]:
        """The themes that people have made, as they left them, by id."""
        with self._atomic() as db:
            return themes.kept_themes(db)
