"""Respondents as cases of REFI-QDA, and what is known of them and of their inspel as variables.

Some programs know variables of cases alone, others of texts alone, and QualCoder takes a name for
one or the other: so each fact stands with both, by different names.
"""

from collections import defaultdict

from inspel_app.domain.form import Submission
from inspel_app.domain.synthesis import Synthesis
from inspel_app.i18n import _
from inspel_app.synthesis import words
from inspel_app.synthesis.material import identity
from inspel_app.synthesis.qda import PROJECT, Element, distinct, guid
from inspel_app.synthesis.qda_sources import source_guid


def variables(synthesis: Synthesis) -> list[Element]:
    """Those of respondents, then those of inspel; all are text."""
    facts = [_facts(submission, synthesis) for submission in synthesis.submissions]
    names = dict.fromkeys(name for known in facts for name in known)
    return [
        PROJECT("Variable", guid=_variable(name), name=name, typeOfVariable="Text")
        for name in (*names, *map(_of_inspel, names))
    ]


def cases(synthesis: Synthesis) -> list[Element]:
    """Each respondent, with all that its inspel say of it, and the inspel."""
    groups: defaultdict[str, list[Submission]] = defaultdict(list)
    for submission in synthesis.submissions:
        groups[identity(submission)].append(submission)
    taken: set[str] = set()
    return [_case(members, synthesis, taken) for members in groups.values()]


def inspel_values(submission: Submission, synthesis: Synthesis) -> list[Element]:
    """What is known of an inspel."""
    facts = _facts(submission, synthesis)
    return [_value(_of_inspel(name), value) for name, value in facts.items()]


def _case(members: list[Submission], synthesis: Synthesis, taken: set[str]) -> Element:
    told: defaultdict[str, list[str]] = defaultdict(list)
    for submission in members:
        for name, value in _facts(submission, synthesis).items():
            if value not in told[name]:
                told[name].append(value)
    return PROJECT(
        "Case",
        *(_value(name, "; ".join(values)) for name, values in told.items()),
        *(PROJECT("SourceRef", targetGUID=source_guid(synthesis, s)) for s in members),
        guid=guid(synthesis.facts.identity, "avsandare", identity(members[0])),
        name=distinct(words.respondent_name(members[0]), taken),
    )


def _facts(submission: Submission, synthesis: Synthesis) -> dict[str, str]:
    """What is known of an inspel, by what it is called; contact persons are no material."""
    who = submission.respondent
    facts = {
        _("Aktörstyp"): words.actor_type(who.type),
        _("Kommun"): who.municipality,
        _("Enhet"): who.unit,
        _("Inkom"): submission.received and submission.received[:10],
        _("Sent"): _("ja") if submission.late else _("nej"),
        _("Status"): words.status(submission.status),
        _("Räknas inte eftersom"): dict(synthesis.uncounted).get(submission.id),
        _("Diarienummer"): submission.dnr,
        _("Eget diarienummer"): submission.own_dnr,
        _("Filer"): ", ".join(file.name for file in submission.files),
    }
    return {name: value for name, value in facts.items() if value}


def _of_inspel(name: str) -> str:
    return _("Inspel: {variable}").format(variable=name)


def _variable(name: str) -> str:
    return guid("variabel", name)


def _value(name: str, value: str) -> Element:
    reference = PROJECT("VariableRef", targetGUID=_variable(name))
    return PROJECT("VariableValue", reference, PROJECT("TextValue", words.clean(value)))
