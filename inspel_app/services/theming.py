"""Points that say the same kind of thing are gathered into proposed themes."""

from inspel_app.analysis.cluster import AverageClusterer
from inspel_app.analysis.embed import ContentEmbedder, MixedEmbedder
from inspel_app.analysis.themes import make_themes
from inspel_app.domain.coding import Mark, Passage
from inspel_app.i18n import _
from inspel_app.services.fingerprint import fingerprint
from inspel_app.services.jobs import Job, Progress
from inspel_app.services.models import encoder_name, sentence_encoder
from inspel_app.store.project import Project, Run
from inspel_app.synthesis.counting import uncounted, undecided

_ENCODER_SHARE = 0.5
"""What the encoder counts for beside the words themselves."""


def propose(project: Project) -> Job:
    """Make the themes anew, unless they were made of the same passages and codes."""
    passages = _own_points(project)
    told = [(p.id, p.text, p.code) for p in passages]
    model = f"{encoder_name()}, {ContentEmbedder.__name__}, {AverageClusterer.__name__}"
    run = Run("themes", fingerprint(told), "", model)
    if project.current_run(run.kind) == run:
        yield Progress(1, 1, _("Temana är desamma som sist"))
        return
    yield Progress(0, 1, _("Samlar synpunkterna i teman"))
    parts = ((sentence_encoder(), _ENCODER_SHARE), (ContentEmbedder(), 1 - _ENCODER_SHARE))
    themes = make_themes(passages, MixedEmbedder(parts), AverageClusterer())
    project.save_themes(run, themes)
    yield Progress(1, 1, _("Temana är klara"))


def _own_points(project: Project) -> list[Passage]:
    """The points of inspel that count, less those that may be copies of others, or are none.

    What one respondent has sent twice is no theme.
    """
    submissions = project.submissions()
    out = {*uncounted(submissions), *(s.id for s in undecided(submissions))}
    return [
        p
        for p in project.passages()
        if p.submission not in out and p.mark is not Mark.NO_POINT
    ]
