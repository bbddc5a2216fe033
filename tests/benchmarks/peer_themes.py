"""Themes as BERTopic finds them, to compare with: UMAP and HDBSCAN on the same vectors."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.contrast import ContrastEmbedder
from inspel_app.analysis.protocols import Vectors
from inspel_app.services.models import compound_splitter, lemmatizer, sentence_encoder
from tests.benchmarks.labelled import statements
from tests.benchmarks.scorers import Figure, b_cubed

PEER = "themes.umap"

# BERTopic's own settings, but for the least size of a theme, which is 10 there and too much here.
_UMAP = {"n_neighbors": 15, "n_components": 5, "min_dist": 0.0, "metric": "cosine"}
_SMALLEST = 3
_SEED = 42


def peer_figures(path: Path) -> dict[str, Figure]:
    """B-cubed over a file's labelled statements; none without UMAP, which we do not require."""
    if find_spec("umap") is None or not path.is_file():
        return {}
    found = statements(path)
    said = zip(found, _peer_themes([s.text for s in found]), strict=True)
    themed = [(s.theme, theme) for s, theme in said if s.theme]
    return {PEER: b_cubed([t for t, _said in themed], [said for _theme, said in themed])}


def _peer_themes(texts: Sequence[str]) -> list[int | str]:
    """A theme for each text; what it leaves out as noise stands alone."""
    contents = ContentWords(lemmatizer(), compound_splitter())
    vectors = ContrastEmbedder(sentence_encoder(), contents, texts).embed(texts)
    return [t if t >= 0 else f"alone {n}" for n, t in enumerate(peer_groups(vectors))]


def peer_groups(vectors: Vectors) -> list[int]:
    """A group number for each row; -1 for what the peer leaves out as noise."""
    from sklearn.cluster import HDBSCAN  # noqa: PLC0415 - heavy to import

    near = import_module("umap").UMAP(random_state=_SEED, **_UMAP).fit_transform(vectors)
    found = HDBSCAN(min_cluster_size=_SMALLEST, copy=True).fit_predict(near)
    return [int(group) for group in found]
