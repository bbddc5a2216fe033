"""What a mail's subject says beside its text: it may be all that somebody wrote."""

import re

from inspel_app.domain.document import Role
from inspel_app.reading.mail_words import is_courtesy, makes_a_point, says_nothing

_REPLY = re.compile(r"\s*(?:sv|vb|re|fwd?|vs|vl|autosvar)\s*:", re.IGNORECASE)
_SEVERAL_WORDS = re.compile(r"\s*\S+\s+\S")
_TITLE = re.compile(
    r"\s*(?:(?:vårt|mitt|vår|min|våra|mina|ang\w*\.?|gällande|rörande|komplettering av)\s+)*"
    r"(?:inspel|synpunkter|svar|(?:remiss)?svar|(?:remiss)?yttrande|remiss|inbjudan|blankett|enkät"
    r"|bilag|regional|rus\b|utvecklingsstrategi|dnr|diarie)\w*\b",
    re.IGNORECASE,
)
_ON_THE_ROUND = re.compile(
    r"utvecklingsstrategi|\b(?:rus|dnr|inspel|remiss\w*|synpunkter|yttrande)\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"[:–-]\s+[a-zåäö]\w*\s+\S+\s+\S")
"""A title that goes on in small letters, which names do not."""

_TOLD_ABOVE = re.compile(r"\b(?:ämnesrad\w*|rubrik(?:en|raden)|subject)\b", re.IGNORECASE)


def role_of_subject(subject: str, written: str, *, has_files: bool) -> Role | None:
    """What a mail's subject is, beside what its sender wrote: None if it says nothing of its own.

    It is BODY where the text says nothing, and QUOTED where it is only to be kept.
    """
    if _REPLY.match(subject) or not _SEVERAL_WORDS.match(subject) or subject in written:
        return None
    is_bare = says_nothing(written)
    if _is_title(subject):
        return Role.QUOTED if is_bare else None
    if not is_bare and _ON_THE_ROUND.search(subject) and not makes_a_point(subject):
        return None
    alone = is_bare or bool(_TOLD_ABOVE.search(written))
    if not has_files and (alone or (is_courtesy(written) and makes_a_point(subject))):
        return Role.BODY
    return Role.QUOTED


def _is_title(subject: str) -> bool:
    """Whether a subject names what is sent, and tells nothing of what it says."""
    named = bool(_TITLE.match(subject))
    return named and not makes_a_point(subject) and not _GOES_ON.search(subject)
