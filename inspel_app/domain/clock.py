"""The authority's clock: times are shown by it, whatever zone they were written down in."""

from datetime import datetime
from zoneinfo import ZoneInfo

HOME = ZoneInfo("Europe/Stockholm")
"""Where the authority is: its days begin and end here, and times without a zone are of here."""


def at_home(moment: str) -> datetime:
    """A moment in ISO 8601 by the authority's clock."""
    return datetime.fromisoformat(moment).astimezone(HOME)


def shown(moment: str) -> str:
    """The same to the minute, as it is written in Sweden: `2025-06-12 14.05`."""
    return f"{at_home(moment):%Y-%m-%d %H.%M}"
