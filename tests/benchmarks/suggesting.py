"""What suggestions cost in processor time: `python -m tests.benchmarks.suggesting`.

A thousand texts are ranked, with and without reasons, against scikit-learn's character TF-IDF and
logistic regression, which learnt from the same examples; and a decision is learnt in a round of
5,000 texts. The encoder has seen the words before, as it has in a round after the first minute.
"""

import time
from collections.abc import Callable
from itertools import cycle, islice
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from inspel_app.analysis.suggest import CodebookSuggester, Lesson
from inspel_app.domain.coding import Codebook
from inspel_app.resources import load_strategy
from inspel_app.services.models import sentence_encoder
from tests.benchmarks.__main__ import show
from tests.benchmarks.labelled import statements
from tests.benchmarks.own_set import FOLDER, STRATEGY

TEXTS, MANY, DECISIONS = 1_000, 5_000, 500
ROUNDS = 5


def main() -> None:
    """Print a line per measure."""
    book = load_strategy(STRATEGY)
    texts = some_texts()
    suggester, peer = CodebookSuggester(book, sentence_encoder()), peer_of(book)
    suggester.suggest(texts)
    theirs = spent(lambda: peer.predict_proba(texts))
    ranked = spent(lambda: suggester.shares(suggester.prepare(texts)))
    reasoned = spent(lambda: suggester.suggest(texts))
    show("1,000 texts ranked / scikit-learn", ranked / theirs, "")
    show("ranked with reasons / the same", reasoned / theirs, "<= 3")

    prepared = suggester.prepare(list(islice(cycle(texts), MANY)))
    lessons = [Lesson(row, book.leaves[row % len(book.leaves)].id) for row in range(DECISIONS)]
    decided = spent(lambda: suggester.shares(prepared, suggester.learn(prepared, lessons)))
    show("a decision after 500, 5,000 ranked anew, seconds", decided, "<= 0.2")


def some_texts() -> list[str]:
    """Texts of the length of points: those of the example round and another strategy's."""
    own = [s.text for s in statements(FOLDER / "korpus.json")]
    other = [text for code in load_strategy("vasternorrland-2030").leaves for text in code.examples]
    return list(islice(cycle([*own, *other]), TEXTS))


def peer_of(book: Codebook) -> Any:
    """The peer, trained on the codebook's examples."""
    texts, codes = zip(*((text, c.id) for c in book.leaves for text in c.examples), strict=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    return make_pipeline(letters, LogisticRegression()).fit(texts, codes)


def spent(work: Callable[[], object]) -> float:
    """Processor seconds that the work takes, the best of some rounds."""
    rounds = []
    for _round in range(ROUNDS):
        begun = time.process_time()
        work()
        rounds.append(time.process_time() - begun)
    return min(rounds)


if __name__ == "__main__":
    main()
