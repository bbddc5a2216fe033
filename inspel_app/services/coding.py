"""Inspel are cut into points, and each point gets suggestions of what it concerns."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace

from inspel_app.analysis.analyse import mark_misplaced, passages_of, suggestions_for
from inspel_app.analysis.language import LanguageGuesser, read_samples
from inspel_app.analysis.names import PatternNameFinder
from inspel_app.analysis.suggest import CodebookSuggester
from inspel_app.domain.coding import Codebook, Passage, Suggestion
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.i18n import _
from inspel_app.resources import load_strategy, resource_dir
from inspel_app.resources.gazetteer import load_gazetteer
from inspel_app.services.fingerprint import fingerprint
from inspel_app.services.jobs import Job, Progress
from inspel_app.services.models import sentence_encoder
from inspel_app.services.rounds import codebook_of, form_of
from inspel_app.store.project import Project, Run

BATCH = 200
"""Passages between two signs of life."""


def suggest(project: Project) -> Job:
    """Make the passages and their suggestions anew, unless they were made of the same inspel.

    They are stored together at the end; closing the job leaves the earlier ones.
    """
    codebook, form, submissions = codebook_of(project), form_of(project), project.submissions()
    known = load_gazetteer().usual
    samples = (resource_dir() / "namn" / "sprakprov.txt").read_text(encoding="utf-8")
    said = [(a.id, a.field, a.text, a.content) for s in submissions for a in s.answers]
    source = fingerprint(codebook, form, known, samples, said)
    run = Run("passages", source, "", "CodebookSuggester")
    if project.current_run(run.kind) == run:
        yield Progress(1, 1, _("Synpunkterna är desamma som sist"))
        return
    finder, linguist = PatternNameFinder(known), LanguageGuesser(read_samples(samples))
    passages = yield from _cut(submissions, form, finder, linguist)
    suggestions = yield from _suggestions(passages, codebook)
    with project.action(_("Föreslå")):
        project.save_passages(run, mark_misplaced(passages, suggestions, codebook))
        project.save_suggestions(replace(run, kind="suggestions"), suggestions)
    yield Progress(len(passages), len(passages), _("Förslagen är klara"))


def _cut(
    submissions: Sequence[Submission],
    form: FormTemplate | None,
    names: PatternNameFinder,
    linguist: LanguageGuesser,
) -> Generator[Progress, None, list[Passage]]:
    places = {q.id: (q.code, q.aspect) for q in form.questions} if form else {}
    passages: list[Passage] = []
    for done, submission in enumerate(submissions):
        yield Progress(done, len(submissions), _("Delar upp svaren i synpunkter"))
        passages += passages_of([submission], places, names, linguist)
    return passages


def _suggestions(
    passages: Sequence[Passage], codebook: Codebook
) -> Generator[Progress, None, dict[str, list[Suggestion]]]:
    suggester = CodebookSuggester(codebook, sentence_encoder())
    suggestions: dict[str, list[Suggestion]] = {}
    for start in range(0, len(passages), BATCH):
        yield Progress(start, len(passages), _("Föreslår vad synpunkterna rör"))
        suggestions |= suggestions_for(passages[start : start + BATCH], suggester)
    return suggestions


def ranker(strategy_id: str) -> Callable[[str], list[Suggestion]]:
    """What suggests the leaves of a strategy that a text concerns, best first."""
    suggester = CodebookSuggester(load_strategy(strategy_id), sentence_encoder())
    return lambda text: suggester.suggest([text])[0]
