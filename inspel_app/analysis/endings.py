"""How a name of a theme ends where it does not tell all: it has two sides, or more in it."""

from inspel_app.i18n import _


def for_and_against(matter: str) -> str:
    """The name of what some support and others criticise."""
    return _("{matter}: för och emot").format(matter=matter)


def differing(matter: str) -> str:
    """The name of what some want and others refuse, in no words that are counted."""
    return _("{matter}: delade meningar").format(matter=matter)


def and_more(matter: str) -> str:
    """The name of what holds several matters, none of which most of the points are on."""
    return _("{matter} med mera").format(matter=matter)


def is_mixed(name: str) -> bool:
    """Whether a name says that there is more than it tells, and nothing that most speak of."""
    return name.endswith(and_more(""))


def sides_told(name: str) -> bool | None:
    """Whether a name tells of those for and against, or that they differ; None for neither."""
    if name.endswith(for_and_against("")):
        return True
    return False if name.endswith(differing("")) else None
