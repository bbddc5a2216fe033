"""What themes of 10,000 points cost in processor time: `python -m tests.benchmarks.theming`.

Ours is everything: vectors, groups, names and what is asked. The peer, UMAP and HDBSCAN as BERTopic
uses them, gets the same vectors for nothing and names none; it is measured where `umap-learn` is
installed. Beside it stands what the groups alone cost of ours, on the very same vectors.
"""

import resource
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice

from inspel_app.analysis.cluster import WardClusterer
from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.contrast import ContrastEmbedder
from inspel_app.domain.coding import Assignment, Codebook, Origin, Passage
from inspel_app.resources import load_strategy
from inspel_app.services.models import compound_splitter, lemmatizer, sentence_encoder
from inspel_app.services.theming import theme_maker
from tests.benchmarks.__main__ import show
from tests.benchmarks.own_set import STRATEGY
from tests.benchmarks.peer_themes import peer_groups

POINTS = 10_000
_FEW = 200
"""Points with which our models are loaded and the peer is compiled, before anything is measured."""


def main() -> None:
    """Print a line per measure."""
    book = load_strategy(STRATEGY)
    points = list(islice(made_points(book), POINTS))
    maker = theme_maker(book, [p.text for p in points])
    matters = [p.code for p in points]
    maker.make(points[:_FEW], matters[:_FEW])
    ours = spent(lambda: maker.make(points, matters))
    show("themes of 10,000 points, seconds", ours, "")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show("most memory until then, MB", peak, "<= 1000")

    texts = [p.text for p in points]
    contents = ContentWords(lemmatizer(), compound_splitter())
    vectors = ContrastEmbedder(sentence_encoder(), contents, texts).embed(texts)
    groups = spent(lambda: WardClusterer().cluster(vectors))
    show("groups of the same vectors alone, seconds", groups, "")
    if find_spec("umap") is None:
        print("UMAP and HDBSCAN: left out, for umap-learn is not installed")  # noqa: T201
        return
    peer_groups(vectors[:_FEW])
    theirs = spent(lambda: peer_groups(vectors))
    show("UMAP and HDBSCAN on them, seconds", theirs, "")
    show("how many times as fast: all of ours", theirs / ours, ">= 5")
    show("the groups alone", theirs / groups, "")


def made_points(book: Codebook) -> Iterator[Passage]:
    """Points of two of the strategy's examples each, all different, by turns of its leaves."""
    for apart in range(1, POINTS):
        for code in book.leaves:
            yield from _paired(code.id, code.examples, apart)


def _paired(code: str, examples: Sequence[str], apart: int) -> Iterator[Passage]:
    given = (Assignment(code, "behov", Origin.FORM),)
    for n, example in enumerate(examples[:-apart]):
        text = f"{example} {examples[n + apart]}"
        key = f"{code}:{apart}:{n}"
        yield Passage(key, f"i{n}", key, f"{code}.behov", 0, len(text), text, given)


def spent(work: Callable[[], object]) -> float:
    """Processor seconds that the work takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
