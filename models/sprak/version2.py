"""From the first version of Universal Dependencies to the second, for parts of speech and features.

Both versions keep the tags of SUC, so what the second makes of a word with such a tag is learnt
from files of that version. The relation only tells "som", "har" and their like apart; no tree is
taken over.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace

from models.sprak.treebank import Sentence, Token

_AUXILIARY = frozenset(("aux", "aux:pass", "auxpass", "cop"))
_RENAMED = {"neg": "advmod", "dobj": "obj", "mwe": "fixed", "compound:prt": "compound:prt"}


class Conversion:
    """What the second version says of words with SUC's tags."""

    def __init__(self, examples: Iterable[Sentence]) -> None:
        """`examples`: sentences of the second version."""
        seen: dict[Hashable, Counter[tuple[str, str]]] = defaultdict(Counter)
        for sentence in examples:
            for token in sentence.tokens:
                for key in _keys(token):
                    seen[key][token.pos, token.features] += 1
        self._usual = {
            key: max(sorted(found), key=found.__getitem__) for key, found in seen.items()
        }

    def converted(self, sentence: Sentence) -> Sentence:
        """The sentence of the first version with what the second would say."""
        return replace(sentence, tokens=tuple(map(self._token, sentence.tokens)))

    def _token(self, token: Token) -> Token:
        known = (self._usual[key] for key in _keys(token) if key in self._usual)
        pos, features = next(known, (token.pos, token.features))
        return token._replace(pos=pos, features=features)


def _keys(token: Token) -> Iterator[Hashable]:
    """What a word is like, the most alike first."""
    word = token.text.lower().replace("_", " ")
    relation = _RENAMED.get(token.relation, token.relation)
    auxiliary = token.relation in _AUXILIARY
    yield word, token.tag, relation
    yield word, token.tag, auxiliary
    yield token.tag, auxiliary
    yield token.tag.split("|")[0], auxiliary
