"""Which inspel a new one is: the same one sent again, or what a mail without its file spoke of.

Only plain cases are joined by themselves; what is merely alike is for a person to judge.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from inspel_app.domain.form import Status, Submission
from inspel_app.forms.folding import fold
from inspel_app.forms.versions import completes, fills_gap, is_same_inspel, lacks_file, what_is_said
from inspel_app.store.project import Project


class Register:
    """The inspel of a project, and where a new one has its place among them.

    They are found by what they say and by the address that they came from, so that a new one
    costs the same however many there are.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._kept: dict[str, Submission] = {}
        self._saying: defaultdict[int, dict[str, None]] = defaultdict(dict)
        self._from: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for submission in project.submissions():
            self._note(submission)

    def keep(self, submission: Submission, texts: Mapping[str, str]) -> tuple[Submission, bool]:
        """Add the inspel, or add its file to the one that it is; that, and whether it is new."""
        if submission.status is not Status.EJ_INSPEL:
            twin = self._twin(submission) or self._filled(submission)
            if twin is not None:
                return self._join(twin, submission, texts), False
        return self._add(submission, texts), True

    def _twin(self, submission: Submission) -> Submission | None:
        """The inspel that this is, sent before."""
        same = self._saying.get(hash(what_is_said(submission)), {})
        others = (self._kept[key] for key in same)
        return next((other for other in others if is_same_inspel(other, submission)), None)

    def _filled(self, submission: Submission) -> Submission | None:
        """The inspel that a mail without its file belongs to, or that it brings more of."""
        others = [s for s in self._senders_other(submission) if s.status is not Status.EJ_INSPEL]
        if lacks_file(submission):
            return next((s for s in others if fills_gap(s, submission)), None)
        return next((s for s in others if completes(submission, s)), None)

    def _senders_other(self, submission: Submission) -> list[Submission]:
        """What has come from the same address."""
        known = self._from.get(fold(submission.respondent.email), {})
        return [self._kept[key] for key in known]

    def _join(self, twin: Submission, again: Submission, texts: Mapping[str, str]) -> Submission:
        """Add the files of an inspel that came again, and what only they say."""
        said = {answer.as_read for answer in twin.answers}
        fields = {answer.field for answer in twin.answers if answer.field}
        listed = {unplaced.as_read for unplaced in twin.unplaced}
        added = replace(
            again,
            files=tuple(f for f in again.files if f not in twin.files),
            answers=tuple(
                a
                for a in again.answers
                if a.field not in fields and (a.field or a.text not in said)
            ),
            unplaced=tuple(u for u in again.unplaced if u.text not in listed),
            problems=(),
        )
        self._project.extend_submission(twin.id, added, texts)
        earliest = min((twin, again), key=lambda s: s.received or "9")
        self._project.update_submission(
            twin.id,
            received=earliest.received,
            late=earliest.late,
            dnr=twin.dnr or again.dnr,
            own_dnr=twin.own_dnr or again.own_dnr,
        )
        return self._note(self._project.submission(twin.id))

    def _add(self, submission: Submission, texts: Mapping[str, str]) -> Submission:
        """Add a new inspel, and link it with a mail that lacked its file."""
        kept = self._project.add_submission(submission, texts)
        mails = (s for s in self._senders_other(kept) if lacks_file(s))
        gap = next((s for s in mails if fills_gap(s, kept)), None)
        if gap is not None:
            files = tuple(f for f in gap.files if f not in kept.files)
            bare = replace(gap, files=files, answers=(), unplaced=(), problems=())
            self._project.extend_submission(kept.id, bare, {})
            self._project.update_submission(gap.id, duplicate_of=kept.id)
            self._note(self._project.submission(gap.id))
        return self._note(self._project.submission(kept.id))

    def _note(self, submission: Submission) -> Submission:
        """Keep an inspel as it stands now, where it will be found."""
        self._kept[submission.id] = submission
        if submission.status is not Status.EJ_INSPEL:
            if submission.answers:
                self._saying[hash(what_is_said(submission))][submission.id] = None
            if submission.respondent.email:
                self._from[fold(submission.respondent.email)][submission.id] = None
        return submission
