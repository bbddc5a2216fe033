"""Which inspel a new one is: the same one sent again, or a piece of another.

Only plain cases are joined by themselves; what is merely alike is for a person to judge.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from inspel_app.domain.form import Status, Submission
from inspel_app.forms.pieces import addresses, in_time, is_piece, joined, whole_of
from inspel_app.forms.versions import is_same_inspel, what_is_said
from inspel_app.store.project import Project


class Register:
    """The inspel of a project, and where a new one has its place among them.

    They are found by what they say, so that a new one costs the same however many there are.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._kept: dict[str, Submission] = {}
        self._saying: defaultdict[int, dict[str, None]] = defaultdict(dict)
        for submission in project.submissions():
            self._note(submission)

    def keep(self, submission: Submission, texts: Mapping[str, str]) -> tuple[Submission, bool]:
        """Add the inspel, or add its file to the one that it is; that, and whether it is new."""
        twin = self._twin(submission) if submission.status is not Status.EJ_INSPEL else None
        if twin is None:
            return self._note(self._project.add_submission(submission, texts)), True
        earliest = min((twin, submission), key=in_time)
        whole = replace(joined(twin, submission), received=earliest.received, late=earliest.late)
        return self._note(self._project.extend_submission(whole, texts)), False

    def _twin(self, submission: Submission) -> Submission | None:
        """The inspel that this is, sent before."""
        same = self._saying.get(hash(what_is_said(submission)), {})
        others = (self._kept[key] for key in same)
        return next((other for other in others if is_same_inspel(other, submission)), None)

    def _note(self, submission: Submission) -> Submission:
        """Keep an inspel as it stands now, where it will be found."""
        self._kept[submission.id] = submission
        if submission.status is not Status.EJ_INSPEL and submission.answers:
            self._saying[hash(what_is_said(submission))][submission.id] = None
        return submission


def join_pieces(project: Project) -> list[int]:
    """Put mails that are pieces of one inspel together, as part of an action.

    Gives the numbers of the pieces, which nothing has any more.

    That is done when all are there, so that it makes no difference which was read first. What
    somebody has worked on stays as it is.
    """
    wholes = {s.id: s for s in project.submissions() if s.status is not Status.EJ_INSPEL}
    by_address: defaultdict[str, set[str]] = defaultdict(set)
    for submission in wholes.values():
        for address in addresses(submission):
            by_address[address].add(submission.id)
    gone: list[int] = []
    for piece in sorted(filter(_is_loose, wholes.values()), key=in_time):
        others = set[str]().union(*(by_address[address] for address in addresses(piece)))
        whole = whole_of(piece, (wholes[key] for key in others & wholes.keys() - {piece.id}))
        if whole is not None and _is_loose(wholes[piece.id]):
            del wholes[piece.id]
            project.remove_submission(piece.id)
            project.secrecy_edits.hand_over(piece.id, whole.id)
            gone.append(piece.number)
            wholes[whole.id] = project.extend_submission(joined(whole, piece), {})
    return sorted(gone)


def _is_loose(submission: Submission) -> bool:
    """Whether it is a piece of another inspel, and nobody has decided about it."""
    return is_piece(submission) and submission.status is Status.NY and not submission.confirmed
