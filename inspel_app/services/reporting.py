"""The synthesis, and every export of it to a file."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from inspel_app.analysis.endings import is_mixed
from inspel_app.analysis.opposed import opposed
from inspel_app.domain.synthesis import Audience, Synthesis
from inspel_app.i18n import _
from inspel_app.resources.first_names import load_first_names
from inspel_app.services.invitations import attendance
from inspel_app.services.past import exported_for, noted_export
from inspel_app.services.rounds import codebook_of, facts_of, form_of, secrets_of, work_of
from inspel_app.services.saving import save, what_is_there
from inspel_app.services.word_files import Update, save_report
from inspel_app.store.project import Project
from inspel_app.synthesis.compose import compose
from inspel_app.synthesis.exporters import EXPORTERS
from inspel_app.synthesis.masked import Masked, masked, masked_own
from inspel_app.synthesis.outline import (
    AnswerBlock,
    Block,
    Facts,
    Link,
    Names,
    Points,
    Quote,
    Report,
    Section,
    Signed,
    Table,
    Text,
)
from inspel_app.synthesis.own_texts import work_for
from inspel_app.synthesis.privacy import covering, for_audience
from inspel_app.synthesis.report import report
from inspel_app.synthesis.secrecy import without_secrets
from inspel_app.synthesis.third_parties import Suspect, to_look_at
from inspel_app.synthesis.word import WordExporter
from inspel_app.synthesis.word_again import not_ours

__all__ = [
    "FORMATS",
    "AnswerBlock",
    "Block",
    "Facts",
    "Link",
    "Masked",
    "Names",
    "Points",
    "Quote",
    "Report",
    "Section",
    "Signed",
    "Suspect",
    "Table",
    "Text",
    "export",
    "report_of",
    "synthesis_of",
    "usual_audience",
]

FORMATS = tuple(exporter.format for exporter in EXPORTERS)


def synthesis_of(project: Project, audience: Audience) -> Synthesis:
    """The synthesis of what is in the project now."""
    passages, themes = project.passages(), project.themes()
    return compose(
        replace(facts_of(project, audience), attendance=attendance(project)),
        codebook_of(project),
        form_of(project),
        project.submissions(),
        passages,
        themes,
        replace(
            work_of(project),
            apart=opposed(passages),
            mixed=frozenset(t.id for t in themes if is_mixed(t.label)),
        ),
    )


def report_of(project: Project, audience: Audience) -> Report:
    """The synthesis as headings and blocks, as Word and HTML tell it."""
    return report(synthesis_of(project, audience))


class ToCheck(NamedTuple):
    """What a person looks at before anything is given out: what is covered, and what may be left.

    The `suspects` are sentences that may be of others than their sender, which nothing covers.
    """

    masked: list[Masked]
    suspects: list[Suspect]


def to_check(project: Project, audience: Audience) -> ToCheck:
    """What is to be checked, for an audience, in all inspel and in what people have written."""
    passages, themes, work = project.passages(), project.themes(), work_of(project)
    bare = without_secrets(project.submissions(), passages, themes, work, audience)
    open_to_all, passages, themes = bare.material
    mask = covering(open_to_all, audience)
    seen = for_audience(open_to_all, passages, themes, audience, mask)
    shown, _passages, _themes = seen
    own = masked_own(bare.work, work_for(bare.work, seen, mask, audience))
    return ToCheck([*masked(open_to_all, shown), *own], to_look_at(shown, load_first_names()))


def usual_audience(file_format: str) -> Audience:
    """Who a format is for when nothing is said: JSON carries the work on, others are read."""
    return Audience.WORK if file_format == "json" else Audience.WRITING


def export(
    project: Project,
    file_format: str,
    path: Path,
    audience: Audience,
    template: Path | None = None,
    by: str | None = None,
) -> Update | None:
    """Write the synthesis in one of the FORMATS, and note it; a Word file is written in, not over.

    A file in another format takes the place of what the round itself has written alone.

    A new Word file is made on the ground of the template, if one is given.

    Gives what became of the parts of a Word file that was there.

    Raises:
        DiskError: the file cannot be written; one that was there is left as it was.
        ProjectError: another program is writing in the round; nothing is written.
        UsageError: there is a file there that is not this synthesis, or that writers have changed
            and that would still tell others than the secretariat something secret.
    """
    synthesis = synthesis_of(project, audience)
    if file_format == WordExporter.format:
        with noted_export(project, path.name, audience, by):
            told, facts = report(synthesis), synthesis.facts
            return save_report(path, told, facts, template, secrets_of(project))
    exporter = next(e for e in EXPORTERS if e.format == file_format)
    data = exporter.render(synthesis)
    _refuse_others(project, what_is_there(path), data, audience)
    with noted_export(project, path.name, audience, by, data):
        save(path, data)
    return None


def _refuse_others(project: Project, earlier: bytes, data: bytes, audience: Audience) -> None:
    """Refuse to replace what the round has not written itself, for the same readers."""
    if earlier in (b"", data):  # nothing would be lost
        return
    readers = exported_for(project, earlier)
    if not readers:
        raise not_ours(
            _(
                "Filen finns redan och är inte skriven från den här omgången, eller har ändrats "
                "sedan dess."
            )
        )
    if audience not in readers:
        raise not_ours(_("Filen finns redan och är skriven för andra läsare."))
