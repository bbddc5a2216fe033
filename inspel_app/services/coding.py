"""Inspel are cut into points, and each point gets suggestions of what it concerns."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from typing import NamedTuple

from inspel_app.analysis.analyse import Decided, mark_misplaced, passages_of, suggestions_for
from inspel_app.analysis.language import LanguageGuesser
from inspel_app.analysis.names import PatternNameFinder
from inspel_app.analysis.passages import VERSION as PASSAGES
from inspel_app.analysis.references import References
from inspel_app.analysis.suggest import CodebookSuggester, Lesson
from inspel_app.analysis.training import VERSION as LEARNING
from inspel_app.domain.coding import Codebook, Passage, Suggestion
from inspel_app.domain.cutting import alive, around
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.resources import load_strategy
from inspel_app.resources.gazetteer import load_gazetteer
from inspel_app.services.cutting import name_finder
from inspel_app.services.fingerprint import fingerprint, input_hash, material_of
from inspel_app.services.jobs import Job, Progress
from inspel_app.services.languages import linguist, samples
from inspel_app.services.models import encoder_name
from inspel_app.services.past import machine
from inspel_app.services.rehoming import carry_over, homes
from inspel_app.services.rounds import codebook_of, form_of
from inspel_app.services.suggesters import suggester
from inspel_app.store.project import Project, Run

POINTS = "passages"
"""How the record calls the run that makes points."""
POINTS_ARE_OF = ("settings", "submissions", "answers", "assignments", "rejections", "cuts")
"""The tables of what people have sent in and decided that points and suggestions are made of."""
_LEARNING = "learning"
"""How the record tells of a run that learnt from decisions."""


def points_maker() -> str:
    """What makes points and suggestions now, as the record calls it."""
    return machine(encoder_name(), f"{CodebookSuggester.__name__} {PASSAGES}.{LEARNING}")


def suggest(project: Project, *, learn: bool = True, by: str | None = None) -> Job:
    """Make the passages and their suggestions anew, unless they were made of the same inspel.

    They are stored together at the end; closing the job leaves the earlier ones. Unless `learn`
    is false, the suggestions learn from the form's fields and from what people decided. Where
    a person has cut an answer, that cut stands. What people said of points goes with them.
    """
    if homes(project):
        yield Progress(0, 1, _("Flyttar med det som är sagt om synpunkterna"))
        carry_over(project, by)
    material = _material(project, learn=learn)
    submissions, decided, cuts = material
    run = replace(_run(project, material), by=by or "")
    last = project.current_run(run.kind)
    if last == run:
        if project.touched_since(last.after, POINTS_ARE_OF):
            project.note_run(last)  # it holds as of now
        yield Progress(1, 1, _("Synpunkterna är desamma som sist"))
        return
    codebook, form = codebook_of(project), form_of(project)
    made = yield from _cut(submissions, form, codebook, name_finder(), linguist())
    passages = around(made, cuts)
    suggestions = yield from _suggestions(alive(passages, cuts), codebook, decided)
    run = replace(run, made=len(passages))
    with project.action(_("Föreslå")):
        project.save_passages(run, mark_misplaced(passages, suggestions, codebook))
        project.save_suggestions(replace(run, kind="suggestions"), suggestions)
    if carry_over(project, by):
        yield from suggest(project, learn=learn, by=by)
    yield Progress(len(passages), len(passages), _("Förslagen är klara"))


class _Material(NamedTuple):
    """What points are made of, of what the round holds; `decided` where they learn from it."""

    submissions: Sequence[Submission]
    decided: Decided | None
    cuts: tuple[Passage, ...]


def _material(project: Project, *, learn: bool) -> _Material:
    decided = _decided(project) if learn else None
    return _Material(project.submissions(), decided, project.cuts())


def points_tools(project: Project) -> str:
    """The fingerprint of what points are made with: strategy, form, names, samples of languages."""
    known = load_gazetteer()
    names = known.usual, known.towns, known.registers
    return fingerprint(codebook_of(project), form_of(project), names, samples())


def has_points_to_make(project: Project) -> bool:
    """Whether `suggest` would make other points than there are, of other inspel or decisions."""
    last = project.current_run(POINTS)
    if last is None:
        return True
    now = _run(project, _material(project, learn=last.settings == _LEARNING))
    return material_of(now.input_hash) != material_of(last.input_hash) or bool(homes(project))


def _run(project: Project, material: _Material) -> Run:
    """The run that would make points of it now."""
    said = [(a.id, a.field, a.text, a.content) for s in material.submissions for a in s.answers]
    made_of = (said, material.decided, [cut.id for cut in material.cuts])
    settings = "" if material.decided is None else _LEARNING
    return Run(POINTS, input_hash(points_tools(project), made_of), settings, points_maker())


def _decided(project: Project) -> Decided:
    told = project.tagged()
    return Decided(
        {t.passage.id: [a.code for a in t.decided] for t in told if t.decided},
        {t.passage.id: sorted(t.rejected) for t in told if t.rejected},
    )


def _cut(
    submissions: Sequence[Submission],
    form: FormTemplate | None,
    codebook: Codebook,
    names: PatternNameFinder,
    guesser: LanguageGuesser,
) -> Generator[Progress, None, list[Passage]]:
    places = {q.id: (q.code, q.aspect) for q in form.questions} if form else {}
    references = References(codebook)
    passages: list[Passage] = []
    for done, submission in enumerate(submissions):
        yield Progress(done, len(submissions), _("Delar upp svaren i synpunkter"))
        passages += passages_of([submission], places, references, names, guesser)
    return passages


def _suggestions(
    passages: Sequence[Passage],
    codebook: Codebook,
    decided: Decided | None,
) -> Generator[Progress, None, dict[str, list[Suggestion]]]:
    told = suggester(codebook)
    suggestions: dict[str, list[Suggestion]] = {}
    yield Progress(0, len(passages), _("Föreslår vad synpunkterna rör"))
    for part in suggestions_for(passages, told, decided):
        suggestions |= part
        yield Progress(len(suggestions), len(passages), _("Föreslår vad synpunkterna rör"))
    return suggestions


def ranker(
    strategy_id: str, labelled: Sequence[tuple[str, str]] = ()
) -> Callable[[str], list[Suggestion]]:
    """What suggests the leaves of a strategy that a text concerns, best first.

    Args:
        strategy_id: Which strategy.
        labelled: Texts with the leaves that they concern, to learn from.

    Raises:
        UsageError: a text is said to concern what is no leaf.
    """
    codebook = load_strategy(strategy_id)
    leaves = {code.id for code in codebook.leaves}
    for _text, code in labelled:
        if code not in leaves:
            raise UsageError(
                _("{code} är ingen kod i strategin som texter kopplas till.").format(code=code),
                _("Använd de koder som inspel rank själv svarar med."),
            )
    told = suggester(codebook)
    learnt = None
    if labelled:
        lessons = [Lesson(row, code) for row, (_text, code) in enumerate(labelled)]
        learnt = told.learn(told.prepare([text for text, _code in labelled]), lessons)
    return lambda text: told.suggest([text], learnt)[0]
