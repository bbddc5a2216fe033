"""Which actors a point wants struck from the strategy's list, where others want them added."""

import re

from inspel_app.domain.coding import Actor, Passage
from inspel_app.synthesis.sentences import sentences

_STRIKING = (
    r"(?<!inte )(?<!ej )\b(?:stryk(?:as?|er|s|it)?|ta bort|tas bort|utgå|utgår|slopas?|lyfts? ut)\b"
)
_KEEPING = (
    r"\b(?:läggs? till|lägga till|läggas till|ta med|tas med|nämn\w*|behåll\w*|komplettera\w*)\b"
)
_VERB = re.compile(f"(?P<striking>{_STRIKING})|{_KEEPING}", re.IGNORECASE)


def is_struck(actor: Actor, passage: Passage) -> bool:
    """Whether it is named to be taken away: by the verb before it, or else the one after."""
    for sentence in sentences(passage.text):
        before, found, after = sentence.partition(actor.text)
        if found:
            verb = [*_VERB.finditer(before)][-1:] or [*_VERB.finditer(after)][:1]
            return bool(verb and verb[0]["striking"])
    return False
