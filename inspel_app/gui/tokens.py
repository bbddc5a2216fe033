"""The look as one table: measures, sizes of type, and colours by their role, light and dark."""

from collections.abc import Mapping
from dataclasses import dataclass

GRID = 8
"""Pixels; all distances are halves or multiples of it."""
RADIUS = 6
ROW = 40
TALL_ROW = 48
"""Of two lines."""
BAR = 56

TICK = 16
"""The box of a choice of yes or no."""
TINY = 11
"""Of badges and the rail's words."""
SMALL = 12
BODY = 13
READING = 15
SECTION = 16
LARGE = 17
"""The passage at hand."""
TITLE = 20
HERO = 32

LINE_HEIGHT = 1.5
"""Of reading text, as a share of its size."""
MEASURE = 72
"""Characters in a line of reading text, at most."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by role.

    `control` is the edge of what bears a text of its own, `field` that of what is written in.
    `actors` are the hues of the kinds of respondents (`ActorType`), `parts` those of the strategy's
    upper parts, in its order and from the beginning again.
    """

    background: str
    surface: str
    text: str
    muted: str
    hairline: str
    control: str
    field: str
    accent: str
    on_accent: str
    accent_soft: str
    hover: str
    positive: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    marker: str
    track: str
    actors: Mapping[str | None, str]
    parts: tuple[str, ...]


# The hues follow Okabe and Ito, who chose them for people who do not see all colours; some are
# darker here, to be seen on all grounds.
LIGHT = Tokens(
    background="#f6f6f4",
    surface="#ffffff",
    text="#1b1d1f",
    muted="#62676b",
    hairline="#e3e3e0",
    control="#c9cac6",
    field="#8a8c83",
    accent="#0f6b61",
    on_accent="#ffffff",
    accent_soft="#e2f1ee",
    hover="#f1f2f0",
    positive="#1a7446",
    warning="#8a5200",
    warning_soft="#fdf0dd",
    danger="#b3261e",
    danger_soft="#fbeae8",
    marker="#fff0b3",
    track="#e3e3e0",
    actors={
        "kommun": "#0072b2",
        "statlig-myndighet": "#1b8fd0",
        "naringsliv": "#b37c00",
        "civilsamhalle": "#00996f",
        "akademi": "#c6689c",
        "region": "#d55e00",
        "politisk": "#7c8a00",
        "privatperson": "#6a6f75",
        None: "#85887f",
    },
    parts=("#4477aa", "#228833", "#988627", "#d95f6b", "#aa3377", "#3791b2"),
)

DARK = Tokens(
    background="#16181b",
    surface="#1d2023",
    text="#e8eaec",
    muted="#9ba1a7",
    hairline="#30353a",
    control="#4a5157",
    field="#666f77",
    accent="#5cc8b8",
    on_accent="#0b1f1c",
    accent_soft="#1f3a37",
    hover="#25292d",
    positive="#6fcf97",
    warning="#e5a94f",
    warning_soft="#3a2d18",
    danger="#f28b82",
    danger_soft="#43211f",
    marker="#57490f",
    track="#363b40",
    actors={
        "kommun": "#4aa3df",
        "statlig-myndighet": "#7cc7f2",
        "naringsliv": "#e69f00",
        "civilsamhalle": "#2fbf95",
        "akademi": "#d893b9",
        "region": "#e57b33",
        "politisk": "#f0e442",
        "privatperson": "#9aa0a6",
        None: "#77828b",
    },
    parts=("#6f9fd8", "#4fb063", "#ccbb44", "#ee7b88", "#c95f9f", "#66ccee"),
)
