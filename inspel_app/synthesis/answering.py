"""How points are told of with what became of them: the blocks that accounts and letters share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from inspel_app.domain.coding import Codebook, Passage, Theme
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.domain.handling import (
    Handled,
    State,
    Target,
    TargetKind,
    Via,
)
from inspel_app.domain.secrecy import NOTHING_WITHHELD, OPEN, Withheld
from inspel_app.domain.synthesis import Audience, RoundFacts, Work
from inspel_app.i18n import _
from inspel_app.synthesis import words
from inspel_app.synthesis.counting import uncounted
from inspel_app.synthesis.handled import Board, Change, Item
from inspel_app.synthesis.handling_words import became, handling_state, outcomes
from inspel_app.synthesis.material import Material, place_names
from inspel_app.synthesis.outline import Facts, Quote, Table
from inspel_app.synthesis.own_texts import handlings_for
from inspel_app.synthesis.privacy import covering, for_audience
from inspel_app.synthesis.quoting import shortened, typical
from inspel_app.synthesis.secrecy import without_secrets

_QUOTED = 3


@dataclass(frozen=True)
class Answering:
    """The points of a round with what became of them, as an audience may see it."""

    facts: RoundFacts
    codebook: Codebook
    material: Material
    board: Board
    withheld: Withheld = NOTHING_WITHHELD

    @cached_property
    def counted(self) -> tuple[Submission, ...]:
        """The inspel that count and are nobody's copy, as far as is known, by number."""
        out = uncounted(self.material.submissions)
        return tuple(
            sorted(
                (
                    s
                    for s in self.material.submissions
                    if s.id not in out and s.number not in self.board.waiting
                ),
                key=lambda s: s.number,
            )
        )

    def own(self, submission: str) -> list[Item]:
        """The points of an inspel, by its id."""
        here = (p for p in self.board.passages.values() if p.submission == submission)
        return [self.board.item(Target.passage(p.id)) for p in here]

    def passages(self, keys: Iterable[str]) -> list[Passage]:
        """The points with these ids."""
        return [self.board.passages[key] for key in keys]

    def answer(self, handled: Handled | None, changes: Sequence[Change]) -> Facts:
        """What becomes of a theme or a point, why, and what it led to."""
        handling = handled.handling if handled else None
        rows = [
            (_("Ställningstagande"), became(handled)),
            (_("Motivering"), handling.text if handling else ""),
            (_("Ändring i strategin"), "\n".join(map(changed, changes))),
        ]
        if handling and handling.disposition:
            open_to = self.facts.audience is not Audience.PUBLIC
            rows.append((_("Ansvarig"), handling.responsible if open_to else ""))
            rows.append((_("Läge"), _unless_decided(handling.state)))
        return Facts(tuple((label, value) for label, value in rows if value))

    def said(self, item: Item) -> tuple[Quote, ...]:
        """Some of a theme's points in their own words."""
        chosen = typical(self.passages(item.passages), self.material)[:_QUOTED]
        return tuple(
            Quote(q.text, q.respondent, words.actor_type(q.actor_type), words.citation(q), "")
            for q in chosen
        )

    @cached_property
    def is_begun(self) -> bool:
        """Whether anything has an answer."""
        return self.board.tally().answered > 0

    def points(self, caption: str, items: Sequence[Item]) -> Table:
        """Points with who says them and what becomes of each."""
        header = (_("Synpunkt"), _("Från"), _("Ställningstagande"), _("Motivering"))
        rows = ((self.told(i), self.senders(i), self.status(i), self.why(i)) for i in items)
        return filled(caption, header, (29, 22, 22, 27), tuple(rows))

    def place(self, passage: Passage) -> str:
        """The question that a point was written under, as people name it."""
        field = passage.field
        return self.material.places.get(field, field) if field else _("Brevet")

    def told(self, item: Item) -> str:
        """What a point says; a theme by its name, how many say it, and its most typical point."""
        if item.target.kind is TargetKind.PASSAGE:
            passage = self.board.passages[item.target.id]
            return shortened(item.text) + self._secret(passage)
        name = _("{theme} ({counted}).")
        told = name.format(theme=item.text, counted=words.passages(len(item.passages)))
        quoted = (_("Till exempel: ”{quoted}”").format(quoted=q.text) for q in self.said(item)[:1])
        return " ".join([told, *quoted])

    def whole(self, passage: Passage) -> str:
        """All that a point says."""
        return passage.text + self._secret(passage)

    def _secret(self, passage: Passage) -> str:
        """What follows a point that is marked as secret, for the secretariat."""
        label = words.labelled(self.material.secrecies.of_passage(passage))
        return f" [{label}]" if label else ""

    def senders(self, item: Item) -> str:
        """Who says it, each with the number of their inspel."""
        inspel = self.material.inspel_of(self.passages(item.passages))
        return ", ".join(f"{words.respondent_name(s)} ({s.number})" for s in inspel)

    def status(self, item: Item) -> str:
        """What becomes of it, in a cell of a table; nothing where nothing has an answer yet."""
        if not self.is_begun:
            return ""
        handling = item.handled.handling if item.handled else None
        if handling is None or handling.disposition is None:
            return became(item.handled)
        state = _unless_decided(handling.state).lower()
        return became(item.handled) + (f" ({state})" if state else "")

    def why(self, item: Item) -> str:
        """The reason, and what it led to, in a cell of a table."""
        reason = item.handled.handling.text if item.handled else ""
        changes = self.board.changes(item.target)
        led = [_("Ändring: {change}").format(change=changed(change)) for change in changes]
        return "\n".join(filter(None, [reason, *led]))

    def respondents(self, passages: Sequence[Passage]) -> list[str]:
        """The names of those behind some points, each once."""
        inspel = self.material.inspel_of(passages)
        return list(dict.fromkeys(map(words.respondent_name, inspel)))

    @cached_property
    def outcomes(self) -> dict[str, list[str]]:
        """The ids of the points of which the same becomes, by what that is called, in order."""
        found: dict[str, list[str]] = {name: [] for name in outcomes()}
        for key in self.board.passages:
            found[became(self.board.handled.get(key))].append(key)
        return found

    def gathered(self, outcome: str) -> list[Item]:
        """Of what this becomes, in the strategy's order: whole themes, and points otherwise."""
        points = set(self.outcomes[outcome])
        found: list[Item] = []
        for item in self.board.items:
            alike = [p for p in item.passages if p in points]
            if len(alike) == len(item.passages):
                found.append(item)
            else:
                found += [self.board.item(Target.passage(p)) for p in alike]
        return found

    def exceptions(self, item: Item) -> list[Item]:
        """The points of a theme that are handled by themselves."""
        points = self.board.points(item.target.id)
        return [p for p in points if p.handled and p.handled.via in (Via.OWN, Via.EARLIER)]


def answering(
    facts: RoundFacts,
    codebook: Codebook,
    form: FormTemplate | None,
    submissions: Sequence[Submission],
    passages: Sequence[Passage],
    themes: Sequence[Theme],
    work: Work,
) -> Answering:
    """What became of a round's points, with the personal data that `facts.audience` may see."""
    bare = without_secrets(submissions, passages, themes, work, facts.audience)
    (submissions, passages, themes), work = bare.material, bare.work
    mask = covering(submissions, facts.audience)
    seen = for_audience(submissions, passages, themes, facts.audience, mask)
    shown, spoken, gathered = seen
    said = handlings_for(work.handlings, seen, mask, facts.audience)
    secrecies = work.secrecies if facts.audience is Audience.WORK else OPEN
    material = Material(shown, place_names(form, codebook), work.composition, secrecies)
    board = Board.made_of(codebook, shown, spoken, gathered, said)
    return Answering(facts, codebook, material, board, withheld=bare.withheld)


def filled(
    caption: str,
    header: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[str | int]],
) -> Table:
    """A table without the columns in which nothing stands."""
    kept = [n for n in range(len(header)) if any(row[n] != "" for row in rows)]
    return Table(
        caption,
        tuple(header[n] for n in kept),
        tuple(widths[n] for n in kept),
        tuple(tuple(row[n] for n in kept) for row in rows),
    )


def changed(change: Change) -> str:
    """`3.3 Hållbar mobilitet: ”Stråken ska …”`."""
    quoted = " ".join(f"”{sentence}”" for sentence in change.sentences)
    return f"{change.section.heading}: {quoted}" if quoted else change.section.heading


def _unless_decided(state: State) -> str:
    return "" if state is State.DECIDED else handling_state(state)
