"""The appendix: every inspel with every answer in full."""

from inspel_app.domain.form import ActorType, Answer, Submission
from inspel_app.domain.synthesis import Synthesis
from inspel_app.i18n import _
from inspel_app.synthesis import words
from inspel_app.synthesis.arrange import APPENDIX
from inspel_app.synthesis.body import Anchors
from inspel_app.synthesis.outline import AnswerBlock, Block, Facts, Link, Section, Table, Text


def appendix(synthesis: Synthesis, anchors: Anchors) -> Section:
    """All inspel as a list and then in full by actor type; those that do not count with reason."""
    reasons = dict(synthesis.uncounted)
    counted = sorted(
        (s for s in synthesis.submissions if s.id not in reasons), key=lambda s: s.number
    )
    groups = []
    left_out = [s for s in synthesis.submissions if s.id in reasons]
    if left_out:
        table = _left_out_table(left_out, reasons)
        groups.append(Section(_("Inspel som inte räknas"), "bilaga_raknas_inte", (table,)))
    for kind in (*ActorType, None):
        inspel = [s for s in counted if s.respondent.type is kind]
        if inspel:
            told = tuple(_inspel(s, synthesis, anchors) for s in inspel)
            anchor = f"bilaga_{(kind or 'okand').replace('-', '_')}"
            groups.append(Section(words.actor_type(kind), anchor, (), told))
    blocks = (_list(counted, anchors) if counted else Text(_("Inga inspel ingår.")),)
    return Section(_("Bilaga: Inspelen i sin helhet"), APPENDIX, blocks, tuple(groups))


def _list(inspel: list[Submission], anchors: Anchors) -> Table:
    return Table(
        _("Inspel som ingår"),
        (_("Nr"), _("Avsändare"), _("Typ"), _("Kommun"), _("Inkom")),
        (7, 37, 19, 17, 20),
        tuple(
            (
                Link(str(s.number), anchors.inspel[s.id]),
                words.respondent_name(s),
                words.actor_type(s.respondent.type),
                s.respondent.municipality or "–",
                _received(s) or "–",
            )
            for s in inspel
        ),
    )


def _left_out_table(inspel: list[Submission], reasons: dict[str, str]) -> Table:
    return Table(
        _("Inspel som inte räknas, med skäl"),
        (_("Nr"), _("Avsändare"), _("Fil"), _("Skäl")),
        (7, 31, 31, 31),
        tuple(
            (str(s.number), words.respondent_name(s), s.files[0].name, reasons[s.id])
            for s in inspel
        ),
    )


def _inspel(submission: Submission, synthesis: Synthesis, anchors: Anchors) -> Section:
    title = _("Inspel {number} – {name}").format(
        number=submission.number, name=words.respondent_name(submission)
    )
    places, marks = dict(synthesis.places), synthesis.secrecies
    answers = [
        _answer(
            a,
            places,
            anchors.answers[submission.id, a.id],
            words.labelled(marks.of_answer(submission.id, a.id)),
        )
        for a in submission.answers
    ]
    return Section(
        title,
        anchors.inspel[submission.id],
        (
            _facts(submission, words.labelled(marks.of_submission(submission.id))),
            *answers,
            *_unplaced(submission),
        ),
        actor_types=(words.actor_type(submission.respondent.type),),
    )


def _facts(submission: Submission, secret: str) -> Facts:
    who = submission.respondent
    rows = (
        (_("Sekretess"), secret),
        (_("Enhet"), who.unit),
        (_("Kontaktperson"), ", ".join(filter(None, [who.contact, who.email]))),
        (_("Kommun"), who.municipality or ""),
        (_("Inkom"), _received(submission) or _("datum saknas")),
        (_("Diarienummer"), submission.dnr or ""),
        (_("Eget diarienummer"), submission.own_dnr or ""),
        (_("Fil"), ", ".join(f.name for f in submission.files)),
        (_("Anmärkningar"), " ".join(p.message for p in submission.problems)),
    )
    return Facts(tuple((label, value) for label, value in rows if value))


def _received(submission: Submission) -> str:
    """The day it came, and whether that was late; empty when neither is known."""
    day = words.date(submission.received) if submission.received else ""
    late = _("(sent)") if submission.late else ""
    return " ".join(filter(None, [day, late]))


def _answer(answer: Answer, places: dict[str, str], anchor: str, secret: str) -> AnswerBlock:
    question = places.get(answer.field, answer.field) if answer.field else _("Fritt brev")
    refers = ", ".join(places.get(key, key) for key in answer.refers_to)
    note = _("Hänvisar till {places}.").format(places=refers) if refers else ""
    return AnswerBlock(
        question, answer.text, anchor, " ".join(filter(None, [secret and f"{secret}.", note]))
    )


def _unplaced(submission: Submission) -> tuple[Block, ...]:
    """The text that the form has no place for: shown, so that nothing is lost."""
    return tuple(
        block
        for lead, lines in words.outside(submission)
        for block in (Text(lead, quiet=True), *(Text(line.text) for line in lines))
    )
