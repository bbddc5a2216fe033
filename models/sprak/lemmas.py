"""The file of lemmas: simplemma's dictionary, and what the treebanks say otherwise."""

import io
import json
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

import numpy as np

from inspel_app.analysis.lemmas import BY_ENDING, LONGEST_ENDING, NAME, Rule, checksum
from models.sprak.treebank import Sentence

_LONGEST = 9
"""Longer forms are mostly compounds, found by their ends; only those in the texts are kept."""
_OFTEN, _SURE = 3, 0.9
"""Words that an ending is learnt from at the least, and how many of them must agree."""
_UNANALYSED = "_"
_WITHOUT = frozenset(("", "PUNCT", "SYM", "X", NAME))


def pack(
    sentences: Sequence[Sentence], dictionary: Mapping[str, str], texts: Container[str]
) -> bytes:
    """The content of the file; `sentences`: with lemmas, `texts`: the words of running text."""
    kept = (form for form in dictionary if len(form) <= _LONGEST or form in texts)
    rules = {form: Rule.between(form, dictionary[form]) for form in kept}
    usual = _usual(sentences)
    endings = _endings(usual)
    numbers = {rule: n for n, rule in enumerate(sorted({*rules.values(), *endings.values()}))}
    marks = {checksum(form): numbers[rule] for form, rule in rules.items()}
    told = {
        "rules": list(numbers),
        "special": {
            f"{form}/{pos}": lemma
            for (form, pos), lemma in usual.items()
            if pos in BY_ENDING or dictionary.get(form) != lemma
        },
        "endings": {ending: numbers[rule] for ending, rule in endings.items()},
    }
    file = io.BytesIO()
    np.savez(
        file,
        forms=np.array(sorted(marks), np.uint32),
        numbers=np.array([marks[mark] for mark in sorted(marks)], np.uint16),
        told=np.frombuffer(json.dumps(told, ensure_ascii=False).encode(), np.uint8),
    )
    return file.getvalue()


def _usual(sentences: Iterable[Sentence]) -> dict[tuple[str, str], str]:
    """The lemmas that the treebanks mostly give forms as certain parts of speech."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for token in sentence.tokens:
            if token.pos not in _WITHOUT and token.lemma not in {"", _UNANALYSED}:
                seen[token.text.lower(), token.pos][token.lemma] += 1
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in sorted(seen.items())}


def _endings(usual: Mapping[tuple[str, str], str]) -> dict[str, Rule]:
    """The rules that nearly all words with the same ending and part of speech follow."""
    seen: dict[str, Counter[Rule]] = defaultdict(Counter)
    for (form, pos), lemma in usual.items():
        for length in range(1, min(LONGEST_ENDING, len(form) - 1) + 1):
            seen[f"{form[-length:]}/{pos}"][Rule.between(form, lemma)] += 1
    best = {ending: rules.most_common(1)[0] for ending, rules in sorted(seen.items())}
    return {
        ending: rule
        for ending, (rule, many) in best.items()
        if many >= _OFTEN and many >= _SURE * seen[ending].total()
    }
