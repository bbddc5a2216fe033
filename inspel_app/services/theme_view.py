"""Themes as a person wants to see them: who says what in each, how they lie, what joins them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.endings import is_mixed
from inspel_app.analysis.opposed import opposed
from inspel_app.analysis.theme_map import laid_out
from inspel_app.domain.coding import Passage, Stance, Theme
from inspel_app.domain.synthesis import Quotation
from inspel_app.services.models import compound_splitter, lemmatizer, sentence_encoder
from inspel_app.services.rounds import codebook_of, form_of
from inspel_app.store.project import Project
from inspel_app.synthesis.material import Material, place_names
from inspel_app.synthesis.parts import divided, requests_of
from inspel_app.synthesis.quoting import typical
from inspel_app.synthesis.words import respondent_name

_QUOTED = 3
_LINKED = 0.75
"""Themes of different codes whose middles are so much alike raise the same question."""
_SHARED = 8
"""As many shared words are told."""


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme with what a list tells of it.

    `supporting`, `opposing` and `proposing` count inspel; `asked` are the sentences that say what
    is asked for, `quotations` three typical ones. `respondents` names each once. `linked` are the
    ids of themes of other codes that seem to raise the same question, the nearest first.
    """

    theme: Theme
    passages: int
    supporting: int
    opposing: int
    proposing: int
    respondents: tuple[str, ...]
    asked: tuple[Quotation, ...]
    quotations: tuple[Quotation, ...]
    linked: tuple[str, ...]
    divided: bool = False
    """Whether some want what others refuse."""
    mixed: bool = False
    """Whether it holds several matters, and its name tells only some of them."""


@dataclass(frozen=True, slots=True)
class Said:
    """A point of a theme as list and map tell it: by their ids, what it says, and who says so."""

    passage: str
    theme: str
    text: str
    sender: str


class Themes(NamedTuple):
    """All themes with two points or more, or that people have made, and the points of each in turn.

    `at` is where each point lies on a map, a row of x and y, -1 to 1 each way: like ones lie near
    each other, and the same round lies the same each time.
    """

    views: list[ThemeView]
    points: list[Said]
    at: NDArray[np.float64]


def themes_of(project: Project) -> Themes:
    """The themes as they are now."""
    passages = project.passages()
    here = {p.id: p for p in passages}
    places = place_names(form_of(project), codebook_of(project))
    material = Material(project.submissions(), places, apart=opposed(passages))
    themes = [t for t in project.themes() if t.kept or len(t.passages) > 1]
    held = [[here[key] for key in theme.passages] for theme in themes]
    rows = sentence_encoder().embed([p.text for points in held for p in points])
    links = _links(themes, rows)
    views = [
        _view(theme, points, material, links[theme.id])
        for theme, points in zip(themes, held, strict=True)
    ]
    senders = {s.id: f"{respondent_name(s)}, {s.number}" for s in material.submissions}
    said = [
        Said(p.id, theme.id, p.text, senders[p.submission])
        for theme, points in zip(themes, held, strict=True)
        for p in points
    ]
    numbers = np.repeat(np.arange(len(held)), [len(points) for points in held])
    return Themes(views, said, laid_out(rows, numbers))


def middles_of(groups: Sequence[Sequence[str]]) -> NDArray[np.float32]:
    """The middle of what the texts of each group mean, a row of length 1; none is empty."""
    return _middles(map(sentence_encoder().embed, groups))


def _middles(groups: Iterable[NDArray[np.float32]]) -> NDArray[np.float32]:
    middles = np.stack([rows.mean(axis=0) for rows in groups])
    lengths = np.linalg.norm(middles, axis=1, keepdims=True)
    return np.asarray(middles / np.maximum(lengths, np.finfo(np.float32).tiny), np.float32)


def shared_words(texts: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Why texts are together: the words that several of them share, with how many do.

    The words are as a dictionary has them; those that most share come first.
    """
    contents = ContentWords(lemmatizer(), compound_splitter())
    held = Counter(word for text in texts for word in contents.of(text))
    several = [(word, n) for word, n in held.items() if n > 1]
    return tuple(sorted(several, key=lambda wn: (-wn[1], -len(wn[0]), wn[0]))[:_SHARED])


def _view(
    theme: Theme, passages: Sequence[Passage], material: Material, linked: Sequence[str]
) -> ThemeView:
    here = {p.id: p for p in passages}
    stances: defaultdict[Stance | None, set[str]] = defaultdict(set)
    for passage in passages:
        stances[passage.stance].add(passage.submission)
    return ThemeView(
        theme=theme,
        passages=len(passages),
        supporting=len(stances[Stance.STOD]),
        opposing=len(stances[Stance.KRITIK]),
        proposing=len(stances[Stance.FORSLAG]),
        respondents=tuple(dict.fromkeys(map(respondent_name, material.inspel_of(passages)))),
        asked=tuple(
            material.quote(here[r.passage], r.text) for r in requests_of(theme, here, material)
        ),
        quotations=typical(passages, material)[:_QUOTED],
        linked=tuple(linked),
        divided=divided(here, material),
        mixed=is_mixed(theme.label),
    )


def _links(themes: Sequence[Theme], rows: NDArray[np.float32]) -> dict[str, list[str]]:
    """For each theme those of other codes that raise the same question, the nearest first.

    `rows` are what the points of the themes mean, in their order.
    """
    links: dict[str, list[str]] = {}
    if not themes:
        return links
    ends = np.cumsum([len(theme.passages) for theme in themes])
    middles = _middles(np.split(rows, ends[:-1]))
    for theme, middle in zip(themes, middles, strict=True):
        alike = middles @ middle
        near = np.flatnonzero(alike >= _LINKED)
        nearest = near[np.argsort(-alike[near], kind="stable")].tolist()
        links[theme.id] = [themes[n].id for n in nearest if themes[n].code != theme.code]
    return links
