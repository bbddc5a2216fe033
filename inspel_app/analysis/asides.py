"""Points that say nothing on the matter, so that they support no theme.

They stay points, since a respondent wrote them, but nobody agrees with a greeting, a
presentation or a word on how the answer came about.
"""

import re

from inspel_app.analysis.courtesies import is_courtesy
from inspel_app.analysis.presentations import is_presentation
from inspel_app.analysis.replying import speaks_of_replying
from inspel_app.analysis.sentences import Span, sentences
from inspel_app.analysis.stance import stance_of
from inspel_app.analysis.substance import says_more
from inspel_app.domain.coding import Passage, Stance

_USE = "anvandning"
"""A field whose id ends so asks how the strategy is used today; its answers ask for nothing."""
_PRESENTS = re.compile(
    r"""(?:hej|tjena|mitt\ namn|min\ (?:fru|man|familj)\ och\ jag|jag\ heter)\b.*
      | (?:vi|jag)\ (?:är|var)\ (?:en|ett|\d+|cirka|omkring|ungefär|paraply)\b.*
      | (?:vi|jag)\ (?:omsätter|bor|driver|jobbar|arbetar)\b.*
      | [\w -]{3,50}\ (?:driver|utvecklar\ och|omsätter|består\ av|har\ sitt\ säte)\b.*
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""Tells who writes, unless it says more."""
_TELLS = re.compile(
    r""".*\b(?:beretts\ tillfälle|fått\ tillfälle|efter\ behandling\ i|har\ beretts\ av)\b.*
      | (?:men\ )?(?:vi|jag)\ (?:skriver|svarar|har\ (?:valt|läst)|läste|tackar|vill\ berätta)\b.*
      | (?:vi|jag)\ använder\ (?:den|strategin|dokumentet)\b.*
      | (?:(?:vi|jag)\ har\ )?aldrig\ hört\b.*
      | (?:texten|mallen|blanketten|frågorna)\ var\b.*
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_WORDS = 40
"""Longer sentences say something more."""


def is_aside(passage: Passage) -> bool:
    """Whether a passage only greets, presents, thanks or tells of the answer itself."""
    if passage.field is not None and passage.field.endswith(_USE):
        return True
    whole = Span(0, len(passage.text))
    return all(_says_nothing(s.of(passage.text)) for s in sentences(passage.text, whole))


def _says_nothing(sentence: str) -> bool:
    if len(sentence.split()) > _WORDS:
        return False
    tells_of_itself = is_courtesy(sentence) or is_presentation(sentence)
    presents = _PRESENTS.fullmatch(sentence) and not says_more(sentence)
    tells = _TELLS.fullmatch(sentence) and stance_of(sentence) in {None, Stance.FAKTA}
    return bool(tells_of_itself or presents or tells or speaks_of_replying(sentence))
