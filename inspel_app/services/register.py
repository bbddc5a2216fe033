"""Which inspel belong together: the same one sent again, and a corrected version of an earlier.

Only plain cases are joined by themselves; what is merely alike is for a person to judge.
"""

from collections.abc import Mapping
from dataclasses import replace

from inspel_app.domain.form import Status, Submission
from inspel_app.forms.versions import fills_gap, is_same_inspel, is_version, lacks_file
from inspel_app.store.project import Project


class Register:
    """The inspel of a project, and where a new one has its place among them."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._kept = {s.id: s for s in project.submissions()}

    def keep(self, submission: Submission, texts: Mapping[str, str]) -> tuple[Submission, bool]:
        """Add the inspel, or add its file to the one that it is; that, and whether it is new."""
        if submission.status is not Status.EJ_INSPEL:
            twin = self._twin(submission)
            if twin is not None:
                return self._join(twin, submission, texts), False
        return self._add(submission, texts), True

    def _twin(self, submission: Submission) -> Submission | None:
        """The inspel that this is: sent before, or what a mail without its file belongs to."""
        for other in self._kept.values():
            if other.status is Status.EJ_INSPEL:
                continue
            if is_same_inspel(other, submission):
                return other
            if lacks_file(submission) and fills_gap(other, submission):
                return other
        return None

    def _join(self, twin: Submission, again: Submission, texts: Mapping[str, str]) -> Submission:
        """Add the files of an inspel that came again, and what only they say."""
        said = {answer.text for answer in twin.answers}
        listed = {unplaced.text for unplaced in twin.unplaced}
        added = replace(
            again,
            files=tuple(f for f in again.files if f not in twin.files),
            answers=tuple(a for a in again.answers if a.field is None and a.text not in said),
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
        return self._noted(twin.id)

    def _add(self, submission: Submission, texts: Mapping[str, str]) -> Submission:
        """Add a new inspel, and link it with its versions and with a mail that lacked its file."""
        before, after = self._neighbours(submission)
        replaces = before.id if before else None
        kept = self._project.add_submission(replace(submission, replaces=replaces), texts)
        if after is not None:
            self._project.update_submission(after.id, replaces=kept.id)
            self._noted(after.id)
        gap = next((s for s in self._kept.values() if lacks_file(s) and fills_gap(s, kept)), None)
        if gap is not None:
            files = tuple(f for f in gap.files if f not in kept.files)
            bare = replace(gap, files=files, answers=(), unplaced=(), problems=())
            self._project.extend_submission(kept.id, bare, {})
            self._project.update_submission(gap.id, duplicate_of=kept.id)
            self._noted(gap.id)
        return self._noted(kept.id)

    def _neighbours(self, submission: Submission) -> tuple[Submission | None, Submission | None]:
        """The version just before and the one just after, by when they came."""
        versions = sorted(
            (s for s in self._kept.values() if is_version(s, submission)),
            key=lambda s: s.received or "",
        )
        came = submission.received or ""
        before = [s for s in versions if (s.received or "") < came]
        after = [s for s in versions if (s.received or "") > came]
        return (before[-1] if before else None), (after[0] if after else None)

    def _noted(self, submission_id: str) -> Submission:
        self._kept[submission_id] = self._project.submission(submission_id)
        return self._kept[submission_id]
