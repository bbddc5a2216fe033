"""Points that say the same kind of thing are gathered into themes, which people make their own.

    rename(project, "t3", "Behåll BB i Lycksele", by="anna")

Each change is one action under a Swedish name, which can be undone. A theme that somebody has
changed is kept: later runs of `propose` add points to it at most, and not to a pinned one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from inspel_app.analysis.cluster import WardClusterer
from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.contrast import ContrastEmbedder
from inspel_app.analysis.lore import Lore
from inspel_app.analysis.matters import matters_of
from inspel_app.analysis.themes import VERSION, ThemeMaker
from inspel_app.analysis.tongues import Tongues
from inspel_app.domain.coding import Code, Codebook, Mark, Passage, Theme
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.coding import POINTS, POINTS_ARE_OF
from inspel_app.services.fingerprint import fingerprint, input_hash, material_of, tools_of
from inspel_app.services.jobs import Job, Progress
from inspel_app.services.models import (
    compound_splitter,
    encoder_name,
    lemmatizer,
    pipeline_name,
    sentence_encoder,
    swedish,
)
from inspel_app.services.past import machine
from inspel_app.services.rounds import codebook_of
from inspel_app.services.suggesters import strangeness, suggester
from inspel_app.store.project import Project, Run
from inspel_app.synthesis.counting import uncounted, undecided
from inspel_app.synthesis.words import language

THEMES = "themes"
"""How the record calls the run that makes them."""
THEMES_ARE_OF = (*POINTS_ARE_OF, "marks")
"""The tables of what people have sent in and decided that themes are made of."""


def themes_maker() -> str:
    """What makes themes now, as the record calls it."""
    return machine(encoder_name(), pipeline_name(), f"{ThemeMaker.__name__} {VERSION}")


def propose(project: Project, by: str | None = None) -> Job:
    """Make the themes anew, unless they were made of the same passages, codes and own themes.

    What people have made of them stays, and of the rest what a few new points do not change; but
    what another version of the program, its models or the strategy named gets its name anew.
    """
    run, last = _run(project), project.current_run(THEMES)
    if last == run:
        if project.touched_since(last.after, THEMES_ARE_OF) or project.made_after(POINTS, THEMES):
            project.note_run(last)  # it holds as of now
        yield Progress(1, 1, _("Temana är desamma som sist"))
        return
    yield Progress(0, 1, _("Samlar synpunkterna i teman"))
    codebook, passages = codebook_of(project), _own_points(project)
    maker = theme_maker(codebook, [p.text for p in passages])
    matters = matters_of(passages, codebook, suggester)
    same = last is not None and (last.model, tools_of(last.input_hash)) == (
        run.model,
        tools_of(run.input_hash),
    )
    earlier = [t if same or not t.suggested else replace(t, label="") for t in project.themes()]
    themes = maker.make(passages, matters, earlier)
    shared = sum(len(theme.passages) > 1 for theme in themes)
    project.save_themes(replace(run, by=by or "", made=shared), themes)
    yield Progress(1, 1, _("Temana är klara"))


def theme_maker(codebook: Codebook, texts: Sequence[str]) -> ThemeMaker:
    """What makes themes of texts on a strategy's matters."""
    lore = {
        code.id: Lore(code.examples, _common_terms(code), code.topics) for code in codebook.codes
    }
    background = [*texts, *(text for told in lore.values() for text in told.examples)]
    contents = ContentWords(lemmatizer(), compound_splitter())
    embedder = ContrastEmbedder(sentence_encoder(), contents, background)
    return ThemeMaker(
        embedder,
        WardClusterer(),
        lambda matter: lore.get(matter, Lore()) if matter else Lore(),
        swedish(),
        Tongues(strangeness(codebook).language, language),
    )


def _common_terms(code: Code) -> list[str]:
    """The terms of a code that hold no name of a place or an organisation."""
    return [term.text for term in code.terms if term.text.islower()]


def rename(project: Project, theme_id: str, label: str, by: str) -> None:
    """Give a theme a name, and keep it.

    Raises:
        UsageError: the name is empty, or there is no such theme.
    """
    theme, name = _theme(project, theme_id), _label(label)
    with project.action(_("Döp temat till {name}").format(name=name), by):
        project.theme_edits.keep(replace(theme, label=name, suggested=False), by)


def merge(project: Project, into: str, others: Sequence[str], by: str) -> None:
    """Put the points of other themes into one, which keeps its name.

    Raises:
        UsageError: there is no such theme.
    """
    theme = _theme(project, into)
    taken = [_theme(project, other) for other in dict.fromkeys(others) if other != into]
    points = (*theme.passages, *(p for other in taken for p in other.passages))
    with project.action(_("Slå ihop teman till {name}").format(name=theme.label), by):
        project.theme_edits.keep(replace(theme, passages=points), by)
        for other in taken:
            project.theme_edits.release(other.id)


def split(project: Project, theme_id: str, points: Iterable[str], label: str, by: str) -> str:
    """Make a theme of its own of some of a theme's points; its id.

    Raises:
        UsageError: the name is empty, there is no such theme, or it does not hold the points and
            some more.
    """
    theme, name, out = _theme(project, theme_id), _label(label), set(points)
    left = tuple(p for p in theme.passages if p not in out)
    if not out or not left or not out <= set(theme.passages):
        raise UsageError(
            _("Ett tema delas genom att några av dess synpunkter får ett eget."),
            _("Välj minst en av temats synpunkter, men inte alla."),
        )
    taken = tuple(p for p in theme.passages if p in out)
    with project.action(_("Dela temat {name}").format(name=theme.label), by):
        new = Theme(project.theme_edits.free_id(), theme.code, name, (), taken)
        project.handling_edits.copy(theme.id, new.id)
        project.theme_edits.keep(new, by)
        project.theme_edits.keep(replace(theme, passages=left), by)
    return new.id


def move(project: Project, points: Iterable[str], into: str, by: str) -> None:
    """Move points, whichever themes they are in, to another theme.

    Raises:
        UsageError: there is no such theme, or a point is in none.
    """
    theme, moved = _theme(project, into), tuple(dict.fromkeys(points))
    homes = _homes(project, moved)
    with project.action(_("Flytta synpunkter till {name}").format(name=theme.label), by):
        held = tuple(dict.fromkeys((*theme.passages, *moved)))
        _take(project, replace(theme, passages=held), homes, by)


def gather(project: Project, points: Iterable[str], label: str, by: str) -> str:
    """Make a theme of its own of points, whichever themes they are in; its id.

    Raises:
        UsageError: the name is empty, or a point is in no theme.
    """
    name, moved = _label(label), tuple(dict.fromkeys(points))
    homes = _homes(project, moved)
    codes = Counter(theme.code for theme in homes.values())
    with project.action(_("Samla synpunkter i temat {name}").format(name=name), by):
        new = Theme(
            project.theme_edits.free_id(), max(codes, key=codes.__getitem__), name, (), moved
        )
        _take(project, new, homes, by)
    return new.id


def _homes(project: Project, points: Sequence[str]) -> dict[str, Theme]:
    """The theme that each of some points is in."""
    themes = {p: t for t in project.themes() for p in t.passages}
    for point in points:
        if point not in themes:
            raise _unknown(point)
    return {point: themes[point] for point in points}


def _take(project: Project, theme: Theme, homes: Mapping[str, Theme], by: str) -> None:
    """Let a theme hold points that were in others, which keep the rest of theirs."""
    project.theme_edits.keep(theme, by)
    for other in {home.id: home for home in homes.values() if home.id != theme.id}.values():
        rest = tuple(p for p in other.passages if p not in homes)
        project.theme_edits.keep(replace(other, passages=rest), by)


def pin(project: Project, theme_id: str, by: str, *, pinned: bool = True) -> None:
    """Let a theme get no more points by the machine, or let it again.

    Raises:
        UsageError: there is no such theme.
    """
    theme = _theme(project, theme_id)
    name = _("Nåla fast temat {name}") if pinned else _("Lossa temat {name}")
    with project.action(name.format(name=theme.label), by):
        project.theme_edits.keep(replace(theme, pinned=pinned), by)


def release(project: Project, theme_id: str, by: str) -> None:
    """Give a theme that somebody has made back to the machine, which may make it anew.

    Raises:
        UsageError: there is no such theme.
    """
    theme = _theme(project, theme_id)
    with project.action(_("Lämna tillbaka temat {name}").format(name=theme.label), by):
        project.theme_edits.release(theme.id)


def _theme(project: Project, theme_id: str) -> Theme:
    for theme in project.themes():
        if theme.id == theme_id:
            return theme
    raise _unknown(theme_id)


def _unknown(key: str) -> UsageError:
    return UsageError(
        _("Det finns inget tema med {key}.").format(key=key),
        _("Temana kan ha gjorts om; hämta dem på nytt."),
    )


def _label(label: str) -> str:
    name = " ".join(label.split())
    if not name:
        raise UsageError(_("Ett tema måste heta något."), _("Skriv ett namn på några ord."))
    return name


def _run(project: Project) -> Run:
    """The run that would make the themes now."""
    told = [
        (p.id, p.text, [(a.code, a.origin) for a in p.assignments]) for p in _own_points(project)
    ]
    kept = [(t.id, t.label, t.pinned, sorted(t.passages)) for t in project.kept_themes()]
    return Run(THEMES, input_hash(themes_tools(project), told, kept), "", themes_maker())


def themes_tools(project: Project) -> str:
    """The fingerprint of what themes are made with: the strategy."""
    return fingerprint(codebook_of(project))


def has_themes_to_make(project: Project) -> bool:
    """Whether themes are of other points or codes than there are now.

    What people have made of them since, by naming or answering one, does not make them older.
    """
    last = project.current_run(THEMES)
    return last is None or material_of(_run(project).input_hash) != material_of(last.input_hash)


def _own_points(project: Project) -> list[Passage]:
    """The points of inspel that count, less those that may be copies of others, or are none.

    What one respondent has sent twice is no theme.
    """
    submissions = project.submissions()
    out = {*uncounted(submissions), *(s.id for s in undecided(submissions))}
    return [
        p for p in project.passages() if p.submission not in out and p.mark is not Mark.NO_POINT
    ]
