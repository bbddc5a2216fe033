"""The letter to each respondent: what became of their inspel."""

from collections.abc import Sequence
from dataclasses import replace

from inspel_app.domain.form import Submission
from inspel_app.domain.handling import Target
from inspel_app.i18n import _
from inspel_app.synthesis import words
from inspel_app.synthesis.account import meanings, points_of
from inspel_app.synthesis.answering import Answering, changed
from inspel_app.synthesis.handled import Item
from inspel_app.synthesis.outline import Block, Facts, Report, Section, Signed, Text


def letter(told: Answering, submission: Submission) -> Report:
    """The letter to whoever sent an inspel; nobody else is named in it but who signs it."""
    led, points = _led_to(told, submission), told.own(submission.id)
    sections = [
        Section(_("Tack för ert inspel"), "tack", _lead(told, points), runs_on=True),
        Section(_("Era synpunkter och våra svar"), "svar", _answers(told, submission, points)),
    ]
    if led:
        sections.append(Section(_("Det här har ert inspel lett till"), "lett_till", led))
    sections.append(Section(_("Frågor om svaren"), "fragor", _ending(told, points)))
    return Report(
        kicker=told.facts.title,
        title=_("Så har ert inspel hanterats"),
        facts=_facts(told, submission),
        sections=tuple(replace(section, runs_on=True) for section in sections),
        contents=False,
    )


def _facts(told: Answering, submission: Submission) -> Facts:
    who, signature = submission.respondent, told.facts.signature
    named = words.respondent_name(submission)
    to = (who.contact or named,) if words.is_private(who) else (named, who.unit, who.contact)
    rows = (
        (_("Från"), _joined(signature.authority, signature.unit)),
        (_("Till"), _joined(*to)),
        (_("Datum"), words.date(told.facts.made)),
        (_("Diarienummer"), submission.dnr or told.facts.dnr),
        (_("Ert diarienummer"), submission.own_dnr or ""),
        (_("Ert inspel"), _came(submission)),
    )
    return Facts(tuple((label, value) for label, value in rows if value))


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _came(submission: Submission) -> str:
    number = _("nummer {number}").format(number=submission.number)
    if not submission.received:
        return number
    return _("{number}, inkom {day}").format(number=number, day=words.date(submission.received))


def _lead(told: Answering, points: Sequence[Item]) -> tuple[Text, ...]:
    """Thanks, and how far the answers have come."""
    tally = told.board.tally(points)
    texts = [
        _(
            "Ni har lämnat ett inspel till {strategy}. Här ser ni vad ni har framfört, delat i "
            "synpunkter, och hur var och en har tagits om hand. Flera har ofta tagit upp samma "
            "sak; då är svaret gemensamt."
        ).format(strategy=told.facts.strategy_title)
    ]
    if tally.undecided:
        text = _("Svaret på {passages} är inte beslutat än.")
        texts.append(text.format(passages=words.passages(tally.undecided)))
    if tally.open:
        texts.append(
            _("{passages} har ännu inte fått något svar.").format(
                passages=words.passages(tally.open)
            )
        )
    return tuple(map(Text, texts))


def _answers(told: Answering, submission: Submission, points: Sequence[Item]) -> tuple[Block, ...]:
    """What the words of the answers mean, and every point with its answer."""
    given = [value for value, _n in told.board.tally(points).dispositions]
    meant = (meanings(given),) if given else ()
    return (*meant, *points_of(told, submission.id, _("Ännu inget svar")))


def _led_to(told: Answering, submission: Submission) -> tuple[Block, ...]:
    """The changed sections, each once, with the sentences that the inspel led to."""
    found = dict.fromkeys(
        changed(change)
        for passage in told.board.passages.values()
        if passage.submission == submission.id
        for change in told.board.changes(Target.passage(passage.id))
    )
    return tuple(map(Text, found))


def _ending(told: Answering, points: Sequence[Item]) -> tuple[Block, ...]:
    """Whom to ask, and who signs, where it is known."""
    signature, officer = told.facts.signature, _officer(told, points)
    whom = _joined(officer.partition(",")[0], signature.contact)
    asked = _("Har ni frågor om svaren, ange inspelets nummer när ni hör av er.")
    if whom:
        asked = _(
            "Har ni frågor om svaren, kontakta {whom}. Ange inspelets nummer när ni hör av er."
        ).format(whom=whom)
    name, _comma, office = officer.partition(",")
    who = tuple(filter(None, (name, office.strip(), signature.unit, signature.authority)))
    if not who:
        return (Text(asked),)
    day = words.date(told.facts.made)
    where = _("{place} den {day}").format(place=signature.place, day=day)
    return Text(asked), Signed(where if signature.place else day, who)


def _officer(told: Answering, points: Sequence[Item]) -> str:
    """Who is told to handle the round, or else is responsible for all answers in the letter."""
    responsible = {i.handled.handling.responsible for i in points if i.handled and not i.open}
    alone = responsible.pop() if len(responsible) == 1 else ""
    return told.facts.signature.officer or alone
