"""What a group of points asks for: the clearest sentences, and a short phrase from one of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from inspel_app.analysis import imperatives
from inspel_app.analysis.sentences import Span, sentences
from inspel_app.analysis.stance import asks, commands
from inspel_app.analysis.words import STOP_WORDS, without_addresses, word_set

_FEWEST, _MOST = 2, 6
"""Words of a phrase."""
_SHORT, _LONG = 4, 35
"""Words of a sentence that is clear by itself and quickly read."""
_WORD = re.compile(r"\w[\w:.&/-]*\w|\w")
_CLAUSE = re.compile(r"[,;:()–—!?…\"”»]|\.(?=\s|\Z)|\s-\s")
_KEEPS = imperatives.beginning(*imperatives.KEEPS, r"återinför|återöppna|rädda|betala|finansiera")
"""Commands that say nothing of whether one is for or against the strategy."""
_OPENING = re.compile(
    r"(?:(?:och|men|så|därför|dessutom|först|sist|också|alltså)\s+)*"
    r"(?:(?:vi|jag|kommunen|regionen|myndigheten|länsstyrelsen|föreningen)\s+"
    r"(?:föreslår|begär|önskar|efterfrågar|förordar|rekommenderar|anser|menar|tycker|kräver"
    r"|vill(?:\s+gärna)?(?:\s+(?:se|ha|läsa))?|ser\s+gärna)(?:\s+också)?(?:\s+att)?\s+"
    r"|lägg\s+till(?:\s+att)?\s+|skriv\s+in(?:\s+att)?\s+|det\s+(?:behövs|krävs)\s+)?",
    re.IGNORECASE,
)
"""What leads up to a request and says nothing of it."""
_JOINTS = word_set(
    """och men eller samt så som där när om innan efter medan eftersom då för i på av till med
    från utan mellan genom mot vid under över inom hos per kring än via istället längs enligt
    utanför bland inklusive vars vilket vilka inte"""
)
"""Words before which a phrase may end."""
_UNFINISHED = word_set("låt gör se håll")
"""Verbs that say nothing until their clause has ended: "låt hälsocentralen vara kvar"."""
_RELATIVES = word_set("där som vars vilket vilka")
"""Joints that tell more of the word before them, which says too little without."""
_LOOSE = (
    STOP_WORDS
    | _JOINTS
    | word_set(
        """bör måste vill kan skulle behöver gemensam gemensamma regional regionala ny nya lokal
    lokala större tydlig sammanhållen samordnad långsiktig särskild statlig statliga kommunal
    kommunala små
    stora färre mer mindre fast fasta bättre sista första viss
    vissa hållbar hållbara digital digitala deras varje flera fler alla"""
    )
)
"""Words that no phrase ends with: something is to follow."""
_UNCLEAR = word_set(
    "den det de dem dom han hon detta denna dessa dess deras sådan sådana där dit här jag mig min"
)
"""Words that point at what was said before."""
_HALF = re.compile(
    r"(?:och|men|samt|eller|utan|som|där|för att|eftersom)\b|.*(?:[?:][\"”»')\]]*|…)\Z",
    re.DOTALL,
)
"""Half a sentence, which another opens or ends, or a question."""
_POINTS_BACK = re.compile(
    r"\W*(?:(?:detta|dessa|denna|denne|dem|dom|han|hon|dess|deras|sådan|sådant|sådana|dit|där)\b"
    r"|(?:den|det|de) (?:här|där|delen|delarna)\b"
    r"|(?:den|de) (?:ska|skall|bör|borde|måste|kan|vill|får|behöver|skulle|är|har|blir|finns)\b"
    r"|det (?:ska|skall|bör|borde|måste|kan|får|behöver|vill|skulle|kräver|begär|önskar)\b)",
    re.IGNORECASE,
)
"""Opens with a word for what was said before."""
_POINTS_AHEAD = re.compile(
    r"\W*det \w+ (?:(?:inte|också|även|alltid) )?"
    r"(?:finnas\b(?! kvar)|till\b|(?:krävas|behövas)\b"
    r"|\w+s (?:in )?(?:(?:många )?fler|mer|en|ett|nya|nytt|bättre|resurser|pengar|medel)\b"
    r"|bli (?:fler|mer|en|ett|nya|nytt)\b|.*(?<!så )(?<!för )(?<!genom )\batt\b)",
    re.IGNORECASE | re.DOTALL,
)
"""But tells itself what it is: "det bör finnas en buss", "det måste gå att ringa"."""
_CUT_OFF = " ,;–-"
"""Signs that part what was one sentence."""


class Asked(NamedTuple):
    """A sentence of text number `text` that asks for something, and how well it speaks for all."""

    text: int
    sentence: str
    worth: float


def asked_in(texts: Sequence[str], told: Callable[[str], float]) -> list[Asked]:
    """The whole sentences that ask for something, the best first; none where nobody asks.

    `told` says how much of what the texts have in common a sentence tells; the earlier texts are
    the more typical.
    """
    found = [
        Asked(number, sentence, told(sentence) * _clarity(sentence))
        for number, text in enumerate(texts)
        for sentence in _sentences(text)
        if _asks(sentence) and _is_whole(sentence)
    ]
    return sorted(found, key=lambda a: (-a.worth, a.text, a.sentence))


def points_back(sentence: str) -> bool:
    """Whether a sentence opens with a pronoun for what was said before it."""
    return bool(_POINTS_BACK.match(sentence)) and not _POINTS_AHEAD.match(sentence)


class Phrase(NamedTuple):
    """Some words of a sentence that say what is asked, and how well."""

    worth: float
    text: str
    sentence: str


def phrases_of(asked: Iterable[Asked], told: Callable[[str], float]) -> list[Phrase]:
    """Phrases of two to six words that say what is asked, the best first.

    `told` says how much of the group a phrase tells; 0 for one that does not name its matter.
    """
    phrases = (
        Phrase(told(text) * (1.5 if _commands(text) else 1.0) * one.worth, text, one.sentence)
        for one in asked
        for text in _phrases(one.sentence)
    )
    good = [phrase for phrase in phrases if phrase.worth > 0]
    return sorted(good, key=lambda p: (p.worth, len(p.text), p.text, p.sentence), reverse=True)


def _asks(sentence: str) -> bool:
    return asks(sentence) or _commands(sentence)


def _is_whole(sentence: str) -> bool:
    return not _HALF.match(sentence)


def _commands(sentence: str) -> bool:
    return commands(sentence) or bool(_KEEPS.match(sentence))


def _sentences(text: str) -> list[str]:
    return [span.of(text).rstrip(_CUT_OFF) for span in sentences(text, Span(0, len(text)))]


def _clarity(sentence: str) -> float:
    """1 for a sentence that stands by itself, less for fragments, long ones and back references."""
    words = sentence.lower().split()
    fits = 1.0 if _SHORT <= len(words) <= _LONG else 0.5
    return fits * (0.6 if words[0].strip('"”»(–-') in _UNCLEAR else 1.0)


def _phrases(sentence: str) -> Iterator[str]:
    """The openings of a sentence's clauses that ask for something and end where one may."""
    for clause in _CLAUSE.split(without_addresses(sentence)):
        opened = _OPENING.match(clause.strip())
        said = clause.strip()[opened.end() :] if opened else clause.strip()
        led = bool(opened and opened.group().strip())
        words = [m.group() for m in _WORD.finditer(said)]
        if not words or words[0].lower() in _JOINTS | _UNCLEAR:
            continue
        for length in range(_FEWEST, min(_MOST, len(words)) + 1):
            phrase = " ".join(words[:length])
            ends = length == len(words) or words[length].lower() in _JOINTS - _RELATIVES
            whole = words[length - 1].lower() not in _LOOSE and length > 1
            clear = not _UNCLEAR & {w.lower() for w in words[:length]}
            whole &= length == len(words) or words[0].lower() not in _UNFINISHED
            if ends and whole and clear and (led or _asks(phrase)):
                yield phrase
