"""The figures of the suggestions by text alone: with nothing learnt, and learning on the way."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from inspel_app.analysis.suggest import CodebookSuggester, Lesson
from inspel_app.domain.coding import Code, Codebook, Suggestion
from inspel_app.resources import load_strategy, strategies
from inspel_app.services.models import sentence_encoder
from tests.benchmarks.labelled import Statement
from tests.benchmarks.scorers import Figure, calibration_error, macro_f1, share

LESSONS = 200
"""Decisions that are learnt from; half of the statements where these would not leave enough."""
LEFT = 50
ORDERS = 5
FOLDS = 3


def rank_figures(labelled: Sequence[Statement], strategy: str) -> dict[str, Figure]:
    """What is suggested by text alone, for statements that all have a code."""
    suggester = CodebookSuggester(load_strategy(strategy), sentence_encoder())
    truth = [s.code or "" for s in labelled]
    said = suggester.suggest([s.text for s in labelled])
    return {
        **_figures("rank", truth, said),
        "rank.macro_f1": macro_f1(truth, [codes[0].code for codes in said]),
    }


def learnt_figure(labelled: Sequence[Statement], strategy: str) -> Figure:
    """How often the first code is right of what is left, over some orders in which to learn."""
    book = load_strategy(strategy)
    suggester = CodebookSuggester(book, sentence_encoder())
    prepared = suggester.prepare([s.text for s in labelled])
    codes = np.array([code.id for code in book.leaves])
    truth = np.array([s.code for s in labelled])
    count = LESSONS if len(labelled) >= LESSONS + LEFT else len(labelled) // 2
    right: list[bool] = []
    for seed in range(ORDERS):
        order = np.random.default_rng(seed).permutation(len(labelled)).tolist()
        lessons = [Lesson(n, str(truth[n])) for n in order[:count]]
        shares = suggester.shares(prepared, suggester.learn(prepared, lessons))
        rest = order[count:]
        right += (codes[shares[rest].argmax(axis=1)] == truth[rest]).tolist()
    return replace(share(right), cases=len(labelled) - count)


def codebook_figures() -> dict[str, Figure]:
    """The examples of all codebooks, each suggested by what is left when its fold is taken out."""
    truth: list[str] = []
    said: list[list[Suggestion]] = []
    for book in map(load_strategy, strategies()):
        for fold in range(FOLDS):
            held = [(c.id, text) for c in book.leaves for text in c.examples[fold::FOLDS]]
            suggester = CodebookSuggester(_without(book, fold), sentence_encoder())
            truth += [code for code, _text in held]
            said += suggester.suggest([text for _code, text in held])
    return _figures("codebook", truth, said)


def _figures(
    name: str, truth: Sequence[str], said: Sequence[Sequence[Suggestion]]
) -> dict[str, Figure]:
    """How often the first is right, or one of three, and how far its confidence is from that."""
    right = [codes[0].code == code for code, codes in zip(truth, said, strict=True)]
    near = [code in [s.code for s in codes[:3]] for code, codes in zip(truth, said, strict=True)]
    sure = [codes[0].permille / 1000 for codes in said]
    return {
        f"{name}.top1": share(right),
        f"{name}.top3": share(near),
        f"{name}.calibration": calibration_error(sure, right),
    }


def _without(book: Codebook, fold: int) -> Codebook:
    """The codebook without a fold of each code's examples, nor those held out under another."""
    held = {text for code in book.leaves for text in code.examples[fold::FOLDS]}

    def rest(code: Code) -> Code:
        kept = (t for n, t in enumerate(code.examples) if n % FOLDS != fold and t not in held)
        return replace(code, examples=tuple(kept))

    return replace(book, codes=tuple(map(rest, book.codes)))
