"""Whether points on one matter pull in opposite directions: some want what others refuse.

Only what is plainly said counts: a cue with a subject close to it. What takes away turns the
direction: to stop a closing is to want the thing itself, as in "stoppa nedläggningen av skolan".
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from inspel_app.analysis.sentences import Span, sentences
from inspel_app.analysis.stance import asks
from inspel_app.analysis.verdicts import FAVOURS, OTHERS_REFUSE
from inspel_app.analysis.words import surface_words

_REFUSES = re.compile(
    r"""\b(?:nej\ (?:tack\ )?till|motsätt(?:er|a)\ (?:oss|sig|mig)|avråd(?:er|a)|avvisar?
      |varnar?\ för|avstyrk(?:er|a)
      |(?:skeptisk|negativ|tveksam|kritisk)\w*\ till|är\ emot|avstå\ från
      |(?:tror|litar)\ (?:(?:vi|jag)\ )?inte\ på
      |inte\ (?:rimligt|skäligt|försvarbart)\ att
       (?=\ (?:hålla|ha|satsa|driva|bygga|behålla|öppna|låta|tillåta|finansiera|subventionera
        |fortsätta|lägga|dra|stänga|slopa|minska)\b)
      |sluta(?:\ att)?|stoppa|sätt\ stopp\ för|stryka?|avskaffa|slopa|avveckla|minska|sänka?
      |skrota|avbryta?|lägga?\ ne[dr]|slå\ ihop|skära?\ ne[dr]|dra\ (?:in|ne[dr]|tillbaka)
      |ta\ bort|bort\ med|förbjuda?
      |begränsa|(?:lätta|släpp)\ på|(?:luckra|mjuka)\ upp|undanta|riva?|skjuta?\ av
      |(?<!får\ )inte\ (?:fler|mer|bygga|förorda|tillåta|acceptera)
      |(?:ingen|inget|inga)\ (?:mer|fler|ny|nya|nytt|ytterligare))\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What says no to what comes after."""
_IS_REFUSED = re.compile(
    r"""\b(?:(?:ska|skall|bör|borde|måste)\ (?:\w+\ )?(?:bort|tas\ bort|läggas\ ne[dr]|avskaffas
      |avvecklas|förbjudas|stoppas|slopas|minskas|sänkas|rivas|strykas|utgå|begränsas|lättas
      |skrotas|avbrytas|dras\ tillbaka|upphöra|upphävas|hävas
      |(?:luckras|mjukas)\ upp)
      |(?:ska|bör|får)\ inte\ (?:byggas|tillåtas|införas)|hör\ inte\ hemma|behövs\ inte
      |är\ (?:ingen|inget|inte\ (?:en|ett|någon|något))\ (?:\w+\ )?(?:lösning|ersättning|alternativ)
      |är\ fel\ väg|är\ (?:orimlig|onödig|olämplig)\w*|är\ varken|avstyrks
      |är\ (?:ett|en)\ (?:ingrepp|hot|misstag|problem|plåga|skandal)
      |(?:hotar|skadar|förstör|stör|straffar)|slår?\ hårt\ mot|löser\ (?:inget|ingenting))\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What says no to what stands before."""
_KEEPS = re.compile(
    r"""\b(?:behåll|bevara|rädda|värna|freda|försvara|skydda|tillåt|välkomnar?|ja\ till
      |vill\ (?:kunna|få)|(?:finnas|vara|bli|stå)\ kvar|ser\ (?:\w+\ ){0,2}positivt\ på
      |är\ (?:\w+\ )?positiva?\ till|tillstyrk(?:er|a)
      |(?:vi|jag)\ (?:stöder|stödjer)|fortsätt\ (?:att\ )?(?:satsa|stödja|utveckla)
      |(?:får|ska|bör)\ inte\ (?:dras\ in|läggas\ ne[dr]|avskaffas|stängas|försvinna|försvagas
        |rivas|säljas|lättas|tas\ bort|(?:luckras|mjukas)\ upp)
      |är\ (?:en|ett)\ (?:\w+\ )?(?:förutsättning|livlina|livsnerv|tillgång)
      |är\ (?:nödvändig|avgörande|livsviktig)\w*|fungerar\ (?:mycket\ )?bra|sparar)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What says yes to what stands near, also where it says no to its end."""
_TAKES_AWAY = re.compile(
    r"""(?:nedlägg|nedlagd|avveckl|stängning|nedskär|neddrag|indrag|försäm|brist|avsaknad|besparing|utarm
      |minskning|förlust|lättnad|dispens|undantag|förbud|stopp\b|färre|mindre|läggs?\ ne[dr])""",
    re.IGNORECASE | re.VERBOSE,
)
_EASES = re.compile(r"\b(?:enklare|förenkla\w*)\b", re.IGNORECASE)
_ONLY = re.compile(
    r"\b(?:ska|skall|får|bör|måste)\s+(?:få\s+)?(?:bara|endast|enbart)\b", re.IGNORECASE
)
"""Would have less of something, but not its end: "ska bara få köras på leder"."""
_STAYS = re.compile(r"\b(?:finnas|vara|bli|stå) kvar\b", re.IGNORECASE)
_ENDED = re.compile(r"(?:stoppa|minska|sänka?|begränsa|slopa|avskaffa)\Z", re.IGNORECASE)
_AT = re.compile(r"(?<=\w)\s(?:i|vid|inom|kring|hos)\s", re.IGNORECASE)
"""Where the thing is that is to be ended, which is not refused."""
"""Wishes that neither want a thing more nor less."""
_STOPS = re.compile(r"[,;:()–!?]|\.(?=\s|\Z)|\smen\s|\soch\s")
_POINTS_BACK = re.compile(
    r"\s*(?:\w+\s+)?(?:den|det|dem|dom|där|dit)\b|\s*(?:fler)?\s*\Z", re.IGNORECASE
)
"""How a clause begins that speaks of what the sentence before spoke of first."""
_NICKNAME = re.compile(r"\s*\w{2,}(?:en|et|an|na)\W*\Z")
"""One word for what the sentence before told of, if it is no subject: "Lägg ned eländet"."""
_CLOSE = 60
"""Characters from a cue within which its subject stands."""

Speaks = Callable[[str], AbstractSet[str]]
"""The subjects that a text speaks of."""


class Leaning(NamedTuple):
    """The subjects that a text wants, and those that it refuses."""

    wanted: frozenset[str]
    refused: frozenset[str]


def leaning(text: str, speaks: Speaks) -> Leaning:
    """What a text plainly wants and refuses; what it does both, it does neither of."""
    said: dict[bool, set[str]] = {True: set(), False: set()}
    before = ""
    for span in sentences(text, Span(0, len(text))):
        sentence = span.of(text)
        for wants, subjects in _said(sentence, before, speaks):
            said[wants] |= subjects
        before = sentence
    return Leaning(frozenset(said[True] - said[False]), frozenset(said[False] - said[True]))


def divided_on(leanings: Mapping[str, Iterable[Leaning]]) -> set[str]:
    """The subjects that one respondent wants and another refuses, by what each of them says."""
    wants: dict[str, set[str]] = defaultdict(set)
    refuses: dict[str, set[str]] = defaultdict(set)
    for respondent, said in leanings.items():
        for one in said:
            for subject in one.wanted:
                wants[subject].add(respondent)
            for subject in one.refused:
                refuses[subject].add(respondent)
    return {s for s in refuses if wants[s] - refuses[s]}


def _said(sentence: str, before: str, speaks: Speaks) -> Iterator[tuple[bool, AbstractSet[str]]]:
    """Subjects of a sentence with whether it wants them, clause by clause."""
    asked = asks(sentence) or _keeps(sentence)
    acts_at_all = asked or _REFUSES.search(sentence) or _IS_REFUSED.search(sentence)
    if not acts_at_all or _EASES.search(sentence):
        return
    for clause in _STOPS.split(sentence):
        if OTHERS_REFUSE.search(clause) or _ONLY.search(clause):
            continue
        keeps = _keeps(clause)
        cue = None if keeps else _REFUSES.search(clause)
        refused = None if keeps or cue else _IS_REFUSED.search(clause)
        scope = _scope(clause, cue, refused, speaks)
        acts = bool(cue or refused or keeps) or (asked and asks(clause))
        nicknamed = cue and _NICKNAME.match(scope) and not speaks(scope)
        points_back = acts and (nicknamed or _POINTS_BACK.match(scope))
        turns = len(_TAKES_AWAY.findall(scope)) + len(_REFUSES.findall(scope)) * bool(cue)
        turns = 0 if points_back else turns
        if acts or (asked and not turns):
            subjects = _first(before, speaks) if points_back else speaks(scope)
            wants = (cue is None and refused is None) is (turns % 2 == 0)
            yield wants, {s for s in subjects if not _TAKES_AWAY.search(s)}


def _keeps(text: str) -> bool:
    return bool(_KEEPS.search(text) or FAVOURS.search(text))


def _scope(
    clause: str, cue: re.Match[str] | None, refused: re.Match[str] | None, speaks: Speaks
) -> str:
    """The part of a clause that names what is wanted or refused."""
    if cue:
        after = clause[cue.end() :][:_CLOSE]
        return _AT.split(after)[0] if _ENDED.match(cue.group()) else after
    if refused:
        return clause[: refused.start()][-_CLOSE:]
    stays = _STAYS.search(clause)
    return clause[: stays.end()] if stays and speaks(clause[: stays.end()]) else clause


def _first(sentence: str, speaks: Speaks) -> AbstractSet[str]:
    """The subjects of the first word of a sentence that has any."""
    return next(filter(None, map(speaks, surface_words(sentence))), frozenset())
