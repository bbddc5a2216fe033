"""The letter to each respondent: what became of their inspel."""

from inspel_app.domain.form import Submission
from inspel_app.domain.handling import Target
from inspel_app.i18n import _
from inspel_app.synthesis import words
from inspel_app.synthesis.account import points_of
from inspel_app.synthesis.answering import Answering, changed
from inspel_app.synthesis.outline import Block, Facts, Report, Section, Text


def letter(told: Answering, submission: Submission) -> Report:
    """The letter to whoever sent an inspel; nobody else is named in it."""
    led = _led_to(told, submission)
    answers = points_of(told, submission.id)
    sections = [
        Section(_("Tack för ert inspel"), "tack", _lead(told, submission), runs_on=True),
        Section(_("Era synpunkter och våra svar"), "svar", answers, runs_on=True),
    ]
    if led:
        sections.append(
            Section(_("Det här har ert inspel lett till"), "lett_till", led, runs_on=True)
        )
    closing = Text(_("Har ni frågor om svaren, ange inspelets nummer när ni hör av er."))
    return Report(
        kicker=told.facts.title,
        title=_("Så har ert inspel hanterats"),
        facts=_facts(told, submission),
        sections=(*sections, Section(_("Frågor"), "fragor", (closing,), runs_on=True)),
        contents=False,
    )


def _facts(told: Answering, submission: Submission) -> Facts:
    who = submission.respondent
    to = ", ".join(filter(None, [words.respondent_name(submission), who.unit, who.contact]))
    received = words.date(submission.received) if submission.received else ""
    rows = (
        (_("Till"), to),
        (_("Inspel"), _("nummer {number}").format(number=submission.number)),
        (_("Inkom"), received),
        (_("Diarienummer"), submission.dnr or told.facts.dnr),
        (_("Ert diarienummer"), submission.own_dnr or ""),
        (_("Datum"), words.date(told.facts.made)),
    )
    return Facts(tuple((label, value) for label, value in rows if value))


def _lead(told: Answering, submission: Submission) -> tuple[Text, ...]:
    """Thanks, and how far the answers have come."""
    tally = told.board.tally(told.own(submission.id))
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


def _led_to(told: Answering, submission: Submission) -> tuple[Block, ...]:
    """The changed sections, each once, with the sentences that the inspel led to."""
    found = dict.fromkeys(
        changed(change)
        for passage in told.board.passages.values()
        if passage.submission == submission.id
        for change in told.board.changes(Target.passage(passage.id))
    )
    return tuple(map(Text, found))
