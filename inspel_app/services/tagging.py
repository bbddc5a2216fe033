"""What a person does with passages: gives them codes, rejects, marks, notes, cuts.

    tagging = Tagging(project, by="anna")
    for point in tagging.queue.found(Filter(states=frozenset({State.UNCODED})), Order.TEACHING):
        tagging.accept([point.passage.id])

Each method is one action under a Swedish name, which can be undone, and keeps `queue` up to date;
it answers with what it has `Done`, so that a view renews only that. Passages go by their ids; one
that another window or program has cut otherwise meanwhile is a `UsageError`, and nothing is done.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspel_app.analysis.analyse import mark_misplaced
from inspel_app.domain.coding import Mark, Passage
from inspel_app.errors import UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.services.cutting import described, halves, joined
from inspel_app.services.entries import Entry, answer_of, entry_of
from inspel_app.services.jobs import Job
from inspel_app.services.learning import Learner
from inspel_app.services.passage_queue import Queue
from inspel_app.services.past import back_to
from inspel_app.services.points import Filter, Point
from inspel_app.services.rounds import codebook_of, form_of
from inspel_app.store.decisions import Decisions
from inspel_app.store.decisions import answer_of as answer_id
from inspel_app.store.project import LogEntry, Project
from inspel_app.synthesis.material import place_names

MOST_FAVOURITES = 9
"""One for each digit."""

Given = Mapping[str, Sequence[tuple[str, str | None]]]
"""Codes with their aspects, by passage."""


@dataclass(frozen=True, slots=True)
class Done:
    """What an action has done: its name, and the passages that may look otherwise now.

    They are all those of the answers in which it changed something. `name` is empty where there
    was nothing to do. `whole` is true when anything may look otherwise, also the list of inspel.
    """

    name: str = ""
    passages: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What it would mean to accept all proposals that are sure enough (permille).

    `counts` are the codes with the number of passages that each would get, most first.
    """

    permille: int
    passages: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


def read_queue(project: Project) -> Queue:
    """All passages of a round, as a `Tagging` works with them; seconds for 60,000."""
    return Queue(codebook_of(project), project.heads(), project.tagged())


class Tagging:
    """The work on a round's passages by one person; a window keeps one while it is open."""

    def __init__(self, project: Project, by: str, queue: Queue | None = None) -> None:
        """`queue`: as `read_queue` has read it beside; None reads it now."""
        self.project, self.by = project, by
        self._codebook = codebook_of(project)
        self._places = place_names(form_of(project), self._codebook)
        self._last: tuple[str, ...] = ()
        self.learner = Learner(self._codebook)
        self.queue = queue or read_queue(project)

    def reload(self) -> None:
        """Read everything again: after an import, or when passages were made anew."""
        self.queue = read_queue(self.project)

    def assign(self, codes: Sequence[str], passages: Sequence[str]) -> Done:
        """Say that passages concern codes, each in reply to the supporting question of its field.

        A passage that was marked as no point is one after all.

        Raises:
            UsageError: the strategy has no such code, or a passage is no longer there.
        """
        self._last = self._checked(codes)
        name = ngettext(
            "Koppla en synpunkt till {codes}", "Koppla {n} synpunkter till {codes}", len(passages)
        ).format(n=len(passages), codes=", ".join(codes))
        points = map(self.queue.point, passages)
        return self._give(name, {p.passage.id: [(c, _aspect(p)) for c in codes] for p in points})

    def repeat(self, passages: Sequence[str]) -> Done:
        """Give passages the codes that were given last.

        Raises:
            UsageError: none has been given since the round was opened.
        """
        if not self._last:
            raise UsageError(
                _("Ingen synpunkt är kopplad ännu."),
                _("Koppla en synpunkt först; sedan kan nästa få samma kod."),
            )
        return self.assign(self._last, passages)

    def accept(self, passages: Sequence[str]) -> Done:
        """Give each passage the code that is proposed for it; those without a proposal nothing."""
        given = self._proposals(map(self.queue.point, passages))
        codes = {code for pairs in given.values() for code, _aspect in pairs}
        if len(codes) == 1:
            return self.assign([*codes], [*given])
        return self._give(_("Godta {n} förslag").format(n=len(given)), given)

    def preview(self, permille: int, which: Filter | None = None) -> Preview:
        """What `accept_all` would do with the passages that a filter lets through."""
        given = self._proposals(p for p in self.queue.found(which) if p.permille >= permille)
        counts = Counter(code for pairs in given.values() for code, _aspect in pairs)
        return Preview(permille, tuple(given), tuple(counts.most_common()))

    def accept_all(self, preview: Preview) -> Done:
        """Accept all proposals of a preview that still are sure enough, as one action."""
        known = [p for p in preview.passages if p in self.queue]
        points = (p for p in map(self.queue.point, known) if p.permille >= preview.permille)
        given = self._proposals(points)
        name = ngettext(
            "Godta ett förslag över {percent} %", "Godta {n} förslag över {percent} %", len(given)
        )
        name = name.format(n=len(given), percent=preview.permille // 10)
        return self._give(name, given, accepted=True)

    def unassign(self, codes: Sequence[str], passages: Sequence[str]) -> Done:
        """Take back what anybody has said about passages and codes, for and against."""
        name = ngettext(
            "Ta bort {codes} från en synpunkt", "Ta bort {codes} från {n} synpunkter", len(passages)
        ).format(n=len(passages), codes=", ".join(codes))

        def drop(decisions: Decisions) -> None:
            for passage in passages:
                for code in codes:
                    decisions.drop_code(passage, code)

        return self._decide(name, passages, drop)

    def reject(self, code: str, passages: Sequence[str]) -> Done:
        """Say that passages do not concern a code, whoever or whatever says that they do."""
        self._checked([code])
        name = ngettext(
            "Avvisa {code} för en synpunkt", "Avvisa {code} för {n} synpunkter", len(passages)
        ).format(n=len(passages), code=code)

        def reject(decisions: Decisions) -> None:
            for passage in passages:
                decisions.reject(passage, code, self.by)

        return self._decide(name, passages, reject)

    def replace(self, code: str, others: Sequence[str], passages: Sequence[str]) -> Done:
        """Say that passages do not concern a code but others, as one action.

        Raises:
            UsageError: the strategy has no such code, the code is one of the others, or a passage
                is no longer there.
        """
        self._checked([code, *others])
        if code in others:
            raise UsageError(
                _("{code} kan inte ersätta sig själv.").format(code=code),
                _("Ange en annan kod i stället för den som avvisas."),
            )
        name = ngettext(
            "Koppla en synpunkt till {codes} i stället för {code}",
            "Koppla {n} synpunkter till {codes} i stället för {code}",
            len(passages),
        ).format(n=len(passages), codes=", ".join(others), code=code)
        given = {p: _aspect(self.queue.point(p)) for p in passages}

        def put(decisions: Decisions) -> None:
            for passage, aspect in given.items():
                decisions.reject(passage, code, self.by)
                for other in others:
                    self.project.assign(passage, other, aspect, self.by)

        return self._decide(name, passages, put)

    def mark(self, mark: Mark | None, passages: Sequence[str]) -> Done:
        """Mark passages as no point or as unsure, in the place of what they were; None: neither."""
        names = {
            Mark.NO_POINT: _("Markera som ingen synpunkt ({n})"),
            Mark.UNSURE: _("Markera som osäker ({n})"),
            None: _("Ta bort markeringen ({n})"),
        }

        def put(decisions: Decisions) -> None:
            for passage in passages:
                decisions.mark(passage, mark, self.by)

        return self._decide(names[mark].format(n=len(passages)), passages, put)

    def note(self, passage: str, text: str) -> Done:
        """Write a note about a passage in the place of one's own earlier; "" takes it away."""
        name = _("Skriv en anteckning") if text.strip() else _("Ta bort en anteckning")
        return self._decide(name, [passage], lambda d: d.note(passage, text.strip(), self.by))

    def back_to(self, number: int) -> Done:
        """Undo all that came after an action that stands, one by one; all or nothing.

        Raises:
            UsageError: the action does not stand.
        """
        entries = back_to(self.project, number, self.by)
        done = [self.follow(entry) for entry in entries]
        passages = dict.fromkeys(p for one in done for p in one.passages if p in self.queue)
        return Done(done[-1].name if done else "", tuple(passages), any(one.whole for one in done))

    def split(self, passage: str, offset: int) -> Done:
        """Part a passage in two at an offset in its text; both get suggestions at once.

        What was said about it is said about both, but notes go to the first.

        Raises:
            UsageError: there is nothing before the offset, or nothing after it.
        """
        point = self.queue.point(passage)
        new = halves(point.passage, offset)
        return self._recut(_("Dela en synpunkt i två"), [point.passage], new)

    def merge(self, passage: str) -> Done:
        """Make one passage of it and the next in the same answer, with what stands between.

        What was said about either is said about it.

        Raises:
            UsageError: it is the last of its answer.
        """
        first = self.queue.point(passage).passage
        after = [p.passage for p in self.queue.of_answer(first.answer)]
        following = after[after.index(first) + 1 :]
        if not following:
            raise UsageError(
                _("Synpunkten är den sista i sitt svar."),
                _("Slå ihop den föregående med den i stället."),
            )
        text = answer_of(self.project.submission(first.submission), first).text
        whole = joined(first, following[0], text)
        return self._recut(_("Slå ihop två synpunkter"), [first, following[0]], [whole])

    def undo(self) -> Done:
        """Take back the last action, whosever it is."""
        return self.follow(self.project.undo(self.by))

    def redo(self) -> Done:
        """Do again what was undone last."""
        return self.follow(self.project.redo(self.by))

    def follow(self, entry: LogEntry | None) -> Done:
        """See what an action, an undo or a redo has changed; None is nothing."""
        if entry is None:
            return Done()
        touched = self.project.touched(entry.number)
        if touched.whole:
            self.reload()
            return Done(entry.name, whole=True)
        return Done(entry.name, self._seen(touched.answers))

    def prepare(self) -> Job:
        """Work out what learning needs; a job for idle time, or a thread of its own."""
        return self.learner.prepare([point.passage for point in self.queue])

    def learn(self) -> Iterator[tuple[str, ...]]:
        """Let what is decided change what is suggested for the rest, part by part.

        Yields the ids of the passages whose suggestions are new. Only those that are prepared
        are learnt from and told; without this, the suggestions stay as the last run made them.
        """
        points = self.queue.found()
        self.learner.learn(points)
        for part in self.learner.suggestions(p for p in points if not p.decided):
            self.queue.suggest(part)
            yield tuple(part)

    def entry(self, passage: str) -> Entry:
        """All that there is to tell of one passage.

        Raises:
            UsageError: it is no longer there.
        """
        point = self.queue.point(passage)
        suggestions = (
            tuple(self.learner.explain([point.passage])[passage])
            if self.queue.told(passage)
            else self.project.suggested(passage)
        )
        return entry_of(self.project, point, suggestions, self._places)

    @property
    def favourites(self) -> tuple[str, ...]:
        """The codes that the person wants at hand."""
        return self.project.favourites(self.by)

    def keep_favourites(self, codes: Sequence[str]) -> None:
        """Choose the codes to have at hand, in that order; a habit and no action.

        Raises:
            UsageError: the strategy has no such code.
        """
        self.project.keep_favourites(self.by, self._checked(codes))

    def favour(self, code: str) -> tuple[str, ...]:
        """Have a code at hand as the last one, or no longer; those at hand.

        Raises:
            UsageError: as many as there are digits are at hand, or there is no such code.
        """
        before = self.favourites
        after = [one for one in before if one != code]
        if code not in before:
            after.append(code)
        if len(after) > MOST_FAVOURITES:
            raise UsageError(
                _("Det finns redan nio favoriter."), _("Ta bort en av dem, så får den nya plats.")
            )
        self.keep_favourites(after)
        return tuple(after)

    def _proposals(self, points: Iterable[Point]) -> Given:
        return {p.passage.id: [(p.proposal.code, p.proposal.aspect)] for p in points if p.proposal}

    def _give(self, name: str, given: Given, *, accepted: bool = False) -> Done:
        def give(_decisions: Decisions) -> None:
            for passage, pairs in given.items():
                for code, aspect in pairs:
                    self.project.assign(passage, code, aspect, self.by, accepted=accepted)

        return self._decide(name, given, give)

    def _recut(self, name: str, old: Sequence[Passage], new: Sequence[Passage]) -> Done:
        """Put passages in the place of others of the same answer, described and suggested for."""
        own = self.queue.submissions[old[0].submission].respondent.organisation
        suggested = self.learner.explain(new)
        cut = mark_misplaced((described(p, own) for p in new), suggested, self._codebook)
        with self.project.action(name, self.by):
            self._check_alive(passage.id for passage in old)
            self.project.decisions.recut(old, cut, self.by)
            self.project.add_suggestions(suggested)
        return Done(name, self._seen([old[0].answer]))

    def _decide(
        self, name: str, passages: Collection[str], write: Callable[[Decisions], None]
    ) -> Done:
        """Write in one action, and see how the passages look afterwards."""
        answers = dict.fromkeys(self.queue.point(passage).passage.answer for passage in passages)
        with self.project.action(name, self.by) as action:
            self._check_alive(passages)
            write(self.project.decisions)
        return Done(name, self._seen(answers)) if action.changed else Done()

    def _check_alive(self, passages: Iterable[str]) -> None:
        """See passages again that others have cut otherwise; inside the action, so no more can.

        Raises:
            UsageError: there is one.
        """
        dead = self.project.decisions.dead(passages)
        self._seen({answer_id(passage) for passage in dead})
        for passage in dead:
            self.queue.point(passage)

    def _seen(self, answers: Iterable[str]) -> tuple[str, ...]:
        """Read some answers' passages again; their ids."""
        asked = list(answers)
        return self.queue.refresh(asked, self.project.tagged(asked))

    def _checked(self, codes: Sequence[str]) -> tuple[str, ...]:
        for code in codes:
            if code not in self._codebook:
                raise UsageError(
                    _("{code} är ingen del av strategin.").format(code=code),
                    _("Välj en kod ur strategins lista."),
                )
        return tuple(codes)


def _aspect(point: Point) -> str | None:
    """The supporting question of the field that it was written in."""
    return point.placed.aspect if point.placed else None
