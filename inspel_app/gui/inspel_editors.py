"""What opens above an inspel to correct it, one at a time, and what the corrections do."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspel_app.domain.form import Submission, Unplaced
from inspel_app.gui import words
from inspel_app.gui.chooser import Chooser
from inspel_app.gui.sender_editor import Correction, SenderEditor
from inspel_app.gui.session import Session
from inspel_app.gui.widgets import lay_out
from inspel_app.gui.word_editor import WordEditor
from inspel_app.i18n import _
from inspel_app.services.correcting import confirm_word, correct_word
from inspel_app.services.doubts import Doubt
from inspel_app.services.placing import fields_of, place
from inspel_app.services.receiving import moment_of, set_received
from inspel_app.services.respondents import correct
from inspel_app.services.rounds import Project, codebook_of, form_of


class InspelEditors(QWidget):
    """Doubtful words, the sender, and the field of a text."""

    word_shown = Signal(object)
    """The `Doubt` that is asked about."""
    reworded = Signal()
    """Answers say something else than before."""
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._moving: tuple[str, Unplaced] | None = None
        self.words, self.sender_editor = WordEditor(session.drawers), SenderEditor()
        self.places = Chooser(_("Fält"), _("Skriv nummer eller ord ur frågan"))
        self._all = (self.words, self.sender_editor, self.places)
        self.words.shown.connect(self.word_shown)
        self.words.settled.connect(self._settle)
        self.sender_editor.kept.connect(self._keep_sender)
        self.places.taken.connect(self._place)
        for editor in self._all:
            editor.left.connect(self.left)
        lay_out(QVBoxLayout(self), *self._all, margins=(0, 0, 0, 0), gap=0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def correct_words(self, submissions: Sequence[Submission], number: int) -> None:
        """Go through the words that were not read surely, from the inspel with that number on."""
        project = self._session.project
        self.close_all()
        if project and not self.words.begin(project, submissions, number):
            self._session.told.emit(_("Det finns inga osäkra ord kvar att läsa."), False)

    def edit_sender(self, submission: Submission) -> None:
        """Correct who sent an inspel."""
        project = self._session.project
        form = form_of(project) if project else None
        self.close_all()
        self.sender_editor.begin(submission, form.municipalities if form else ())

    def move_text(self, submission: Submission, line: Unplaced | None) -> None:
        """Ask to which field a text outside the fields belongs."""
        project = self._session.project
        if project is None or line is None:
            told = _("Välj en text utanför fälten bland svaren först.")
            self._session.told.emit(told, False)
            return
        codebook = codebook_of(project)
        fields = [(asked.id, words.field(asked, codebook)) for asked in fields_of(submission)]
        self.close_all()
        self._moving = submission.id, line
        question = _("Flytta till fält: ”{text}”").format(text=line.text)
        self.places.begin(question, fields or [(None, words.whole_letter())])

    def put(self, submission: str, line: Unplaced, field: str | None) -> None:
        """Put a text outside the fields in one of them; None is the letter as a whole."""
        self.reworded.emit()
        self._session.change(lambda p, by: place(p, submission, line, field, by))

    def renew(self, submissions: Sequence[Submission]) -> None:
        """Go on with the words as they are now."""
        if self._session.project:
            self.words.renew(self._session.project, submissions)

    def leave_submission(self) -> None:
        """Close what is about the inspel that was shown; the words lead to theirs themselves."""
        self.sender_editor.leave()
        self.places.leave()

    def close_all(self) -> None:
        """Close what is open."""
        for editor in self._all:
            editor.leave()

    def _settle(self, doubt: Doubt, text: str) -> None:
        def do(project: Project, by: str) -> None:
            if text == doubt.text:
                confirm_word(project, doubt, by)
            else:
                correct_word(project, doubt, text, by)

        if text != doubt.text:
            self.reworded.emit()
        self._session.change(do)

    def _keep_sender(self, correction: Correction) -> None:
        number, changes, received = correction

        def do(project: Project, by: str) -> None:
            moment = moment_of(received or "")
            if changes:
                correct(project, number, changes, by)
            if received is not None:
                set_received(project, number, moment, by)

        self._session.change(do)

    def _place(self, field: str | None) -> None:
        if self._moving:
            moving, self._moving = self._moving, None
            self.put(*moving, field)
