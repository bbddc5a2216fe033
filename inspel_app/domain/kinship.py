"""How inspel that resemble each other belong together."""

from enum import StrEnum


class Kinship(StrEnum):
    """What two inspel are to each other."""

    DUPLICATE = "dubblett"
    """The same, from the same respondent, sent twice or read from two formats."""
    VERSION = "version"
    """An earlier and a corrected one from the same respondent."""
    CAMPAIGN = "kampanj"
    """The same text, wholly or in part, from different respondents."""
